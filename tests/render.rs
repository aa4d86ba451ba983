//! `render`: pictures that are whole or not there, and names that stay names.

mod common;

use std::process::Command;

use common::{Desk, SMALLEST};

/// The smallest landscape with a domain and two views.
fn views() -> String {
    SMALLEST.to_owned()
        + "[view.raad]\ntitle = 'Voor de raad'\n[view.beheer]\napplications = ['csam', 'ggk']\n"
}

/// All text in a picture, and that it is XML.
fn words(svg: &str) -> String {
    let picture = roxmltree::Document::parse(svg).unwrap_or_else(|error| panic!("{error}\n{svg}"));
    picture.descendants().filter_map(|node| node.text()).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_view_becomes_a_file_that_is_named_after_it() {
    let desk = Desk::with(views());
    let ran = desk.run(&["render", "--lang", "en"]);
    assert_eq!((ran.code, &*ran.err), (0, ""));
    assert_eq!(desk.list("diagrams"), ["beheer.svg", "raad.svg"]);
    assert!(ran.out.contains("raad.svg") && ran.out.contains("beheer.svg"), "{}", ran.out);
    let words = words(&desk.read("diagrams/raad.svg"));
    for name in ["Voor de raad", "Csam"] {
        assert!(words.contains(name), "{name}: {words}");
    }
}

#[test]
fn one_view_in_a_folder_of_choice() {
    let desk = Desk::with(views());
    for flag in ["-o", "--output"] {
        assert_eq!(desk.run(&["render", flag, "uit/hier", "--view", "raad"]).code, 0);
        assert_eq!(desk.list("uit/hier"), ["raad.svg"]);
    }
    assert_eq!(desk.list("diagrams"), [""; 0]);
    assert_eq!(desk.run(&["render", "--view", "raad", "--view", "beheer", "--view", "raad"]).code, 0);
    assert_eq!(desk.list("diagrams"), ["beheer.svg", "raad.svg"]);
}

#[test]
fn a_view_that_does_not_exist_says_what_was_meant() {
    let desk = Desk::with(views());
    let ran = desk.run(&["render", "--lang", "en", "--view", "raat"]);
    assert_eq!((ran.code, &*ran.out), (2, ""));
    assert!(ran.err.contains("did you mean `raad`?"), "{}", ran.err);
    let ran = desk.run(&["render", "--lang", "en", "--view", "iets anders"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("raad") && ran.err.contains("beheer"), "{}", ran.err);
    let ran = desk.run(&["render", "--view", "raad", "--view", "raat"]);
    assert_eq!((ran.code, desk.list("diagrams").len()), (2, 0), "nothing is written for a wrong command");
}

#[test]
fn a_landscape_without_views_has_pictures_all_the_same() {
    let desk = Desk::with(SMALLEST.replace("name = \"Csam\"", "name = \"Csam\"\ndomain = \"../../Sociaal\""));
    let ran = desk.run(&["render"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(desk.list("diagrams").len() > 1);
    assert_eq!(desk.list(".").len(), 2, "a domain can't escape the folder: {:?}", desk.list("."));
}

#[test]
fn every_format_is_what_it_says() {
    let desk = Desk::with(views());
    for format in ["svg", "png", "dot"] {
        assert_eq!(desk.run(&["render", "--format", format, "--view", "raad"]).code, 0);
    }
    assert_eq!(desk.list("diagrams"), ["raad.dot", "raad.png", "raad.svg"]);
    assert!(std::fs::read(desk.path("diagrams/raad.png")).unwrap().starts_with(b"\x89PNG\r\n\x1a\n"));
    let dot = desk.read("diagrams/raad.dot");
    assert!(dot.contains("digraph") && dot.contains("Csam"), "{dot}");
    assert_eq!(
        roxmltree::Document::parse(&desk.read("diagrams/raad.svg")).unwrap().root_element().tag_name().name(),
        "svg"
    );
}

#[test]
fn the_same_bytes_every_time() {
    for format in ["svg", "png", "dot"] {
        let made = || {
            let desk = Desk::with(views());
            assert_eq!(desk.run(&["render", "--format", format, "--date", "2026-11-01"]).code, 0);
            std::fs::read(desk.path(&format!("diagrams/raad.{format}"))).unwrap()
        };
        assert_eq!(made(), made(), "{format}");
    }
}

#[test]
fn without_graphviz_the_engine_dot_ends_with_2() {
    let installed = Command::new("dot").arg("-V").output().is_ok();
    let desk = Desk::with(views());
    desk.put("diagrams/raad.svg", "oud");
    let ran = desk.run(&["render", "--engine", "dot", "--lang", "en"]);
    if installed {
        assert_eq!(ran.code, 0, "{}", ran.err);
        return;
    }
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("Graphviz") && ran.err.contains("`dot`"), "{}", ran.err);
    assert_eq!(desk.read("diagrams/raad.svg"), "oud");
    assert_eq!(desk.list("diagrams"), ["raad.svg"]);
}

#[test]
fn half_a_landscape_is_not_drawn() {
    for broken in ["naam = 'x'\n", "[party.x\n", "[party.college]\nname = 'x'\n"] {
        let desk = Desk::with(views() + broken);
        desk.put("diagrams/raad.svg", "oud");
        let ran = desk.run(&["render", "--lang", "en"]);
        assert_eq!(ran.code, 2, "{broken}");
        assert!(ran.err.contains("nothing was drawn"), "{}", ran.err);
        assert_eq!((desk.read("diagrams/raad.svg"), desk.list("diagrams").len()), ("oud".to_owned(), 1));
    }
}

#[test]
fn what_falls_short_is_drawn() {
    let desk = Desk::with(views().replace("secure = true\n", ""));
    let ran = desk.run(&["render"]);
    assert_eq!((ran.code, desk.list("diagrams").len()), (0, 2));
}

#[test]
fn an_old_picture_is_replaced_whole_and_other_files_stay() {
    let desk = Desk::with(views());
    desk.put("diagrams/raad.svg", "x".repeat(10_000_000));
    desk.put("diagrams/notes.txt", "van mij");
    assert_eq!(desk.run(&["render"]).code, 0);
    assert_eq!(desk.list("diagrams"), ["beheer.svg", "notes.txt", "raad.svg"], "nothing else is left behind");
    words(&desk.read("diagrams/raad.svg"));
    assert_eq!(desk.read("diagrams/notes.txt"), "van mij");
}

#[test]
fn what_cannot_be_written_ends_with_2() {
    let desk = Desk::with(views());
    desk.put("uit", "een bestand");
    let ran = desk.run(&["render", "-o", "uit"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("uit"), "{}", ran.err);
    std::fs::create_dir_all(desk.path("diagrams/raad.svg")).unwrap();
    let ran = desk.run(&["render", "--view", "raad"]);
    assert_eq!(ran.code, 2);
    assert_eq!(desk.list("diagrams"), ["raad.svg"]);
}

#[test]
fn a_public_view_names_no_application_and_counts_the_same_links() {
    let desk = Desk::with(views() + "audience = 'public'\n");
    let internal = Desk::with(views());
    let count = |ran: &str| {
        let line = ran.lines().find(|line| line.contains("beheer")).expect("it is drawn");
        line.split_once(" (").expect("a count").1.to_owned()
    };
    let (ran, inside) = (desk.run(&["render"]), internal.run(&["render"]));
    assert_eq!((ran.code, inside.code), (0, 0), "{} {}", ran.err, inside.err);
    assert_eq!(count(&ran.out), count(&inside.out));
    assert!(internal.read("diagrams/beheer.svg").contains("Csam"));
    assert!(!desk.read("diagrams/beheer.svg").contains("Csam"), "{}", desk.read("diagrams/beheer.svg"));
    assert!(desk.read("diagrams/raad.svg").contains("Csam"), "that view is for the organisation");
}

#[test]
fn names_stay_names() {
    let names = [
        "<script>alert(1)</script>",
        "\\\"]; evil [label=\\\"x",
        "javascript:alert(1)",
        "</svg><a href='javascript:x'>",
        "<B>x</B>&amp;<!--",
        "]]>",
        "a\\\\",
        "\\\\N",
        "\\u001b[31m\\u202e",
        "\\u0000",
        "a\\nb",
    ];
    for name in names {
        let text = views()
            .replace("\"Csam\"", &format!("\"{name}\"\nurl = \"{name}\"\ndomain = \"{name}\""))
            .replace("'Voor de raad'", &format!("\"{name}\""));
        let text = text.replace(
            "protocol = \"https\"",
            &format!("protocol = \"{name}\"\nid = \"l\"\ndescription = \"{name}\""),
        );
        let desk = Desk::with(text.replace("College van burgemeester en wethouders", name));
        for format in ["svg", "dot", "png"] {
            let ran = desk.run(&["render", "--format", format]);
            assert_eq!(ran.code, 0, "{name}: {}", ran.err);
            assert!(!ran.out.contains(['\u{1b}', '\u{202e}']), "{name}");
        }
        let svg = desk.read("diagrams/raad.svg");
        let picture = roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{name}: {error}"));
        for node in picture.descendants().filter(roxmltree::Node::is_element) {
            assert_ne!(node.tag_name().name(), "script", "{name}");
            for attribute in node.attributes() {
                assert!(!attribute.name().starts_with("on"), "{name}: {attribute:?}");
                let follows = attribute.name() == "href";
                assert!(!follows || !attribute.value().contains("javascript:"), "{name}: {attribute:?}");
            }
        }
        let dot = desk.read("diagrams/raad.dot");
        assert!(!unquoted(&dot).contains("evil"), "{name}: {dot}");
        assert!(!dot.contains(['\u{1b}', '\u{202e}', '\0']), "{name}");
    }
}

/// What of a DOT text stands outside quotes and outside `<` and `>`.
fn unquoted(dot: &str) -> String {
    let (mut outside, mut quoted, mut guarded, mut depth) = (String::new(), false, false, 0_usize);
    for character in dot.chars() {
        match character {
            '<' if !quoted => depth += 1,
            '>' if !quoted && depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            _ if guarded => guarded = false,
            '\\' if quoted => guarded = true,
            '"' => quoted = !quoted,
            _ if !quoted => outside.push(character),
            _ => {}
        }
    }
    assert!(!quoted && depth == 0, "{dot}");
    outside
}

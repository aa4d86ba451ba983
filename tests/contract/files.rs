//! A landscape is every `*.toml` under a folder, or one file; how it is split is the author's choice.

use std::fs;

use crate::common::{Desk, SMALLEST};

/// A link that isn't marked secure, so that it is found.
const LINK: &str =
    "[[link]]\nfrom = \"csam\"\nto = \"ggk\"\npersonal_data = true\ncontroller = \"college\"\n";

#[test]
fn files_are_read_in_name_order_through_subfolders() {
    let desk = Desk::new([
        ("landscape/c.toml", LINK),
        ("landscape/b/deeper/x.toml", LINK),
        ("landscape/a.toml", SMALLEST),
        ("landscape/b/a.toml", LINK),
    ]);
    let found = desk.check(&[]).list("findings");
    let told: Vec<_> =
        found.iter().map(|it| (it["file"].as_str().unwrap(), it["subject"].as_str().unwrap())).collect();
    assert_eq!(
        told,
        [
            ("landscape/b/a.toml", "csam->ggk#2"),
            ("landscape/b/deeper/x.toml", "csam->ggk#3"),
            ("landscape/c.toml", "csam->ggk#4"),
        ]
    );
}

#[test]
fn a_file_is_part_of_it_in_whatever_case_its_name_ends() {
    let desk = Desk::new([("landscape/a.toml", SMALLEST), ("landscape/LINKS.TOML", LINK)]);
    assert_eq!(desk.check(&[]).list("findings")[0]["file"], "landscape/LINKS.TOML");
    let ran = desk.run(&["init", "landscape", "--lang", "en"]);
    assert!(ran.err.contains("holds a landscape already"), "{}", ran.err);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_nothing_can_tell_is_refused_by_all() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let desk = Desk::with(SMALLEST);
    fs::write(desk.path("landscape").join(OsStr::from_bytes(b"b\xFF.toml")), LINK).unwrap();
    for command in ["check", "fmt", "fix"] {
        let ran = desk.run(&[command, "--lang", "en"]);
        assert_eq!(ran.code, 2, "{command}");
        assert!(ran.err.contains("b\u{FFFD}.toml` is not UTF-8; give it another"), "{command}: {}", ran.err);
    }
}

#[test]
fn references_may_come_before_definitions_and_in_other_files() {
    let (top, rest) = SMALLEST.split_at(SMALLEST.find("[party").unwrap());
    let (definitions, link) = rest.split_at(rest.find("[[link]]").unwrap());
    assert_eq!(Desk::with([link, definitions, top].join("\n")).check(&[]).code, 0);
    let desk = Desk::new([
        ("landscape/1.toml", link),
        ("landscape/2.toml", definitions),
        ("landscape/3/4.toml", top),
    ]);
    let ran = desk.check(&[]);
    assert_eq!((ran.code, ran.rules()), (0, vec![]));
}

#[test]
fn a_link_of_its_own_name_keeps_it() {
    let desk = Desk::with(
        SMALLEST.to_owned()
            + &LINK.replace("[[link]]", "[[link]]\nid = \"nacht\"")
            + LINK.replace("csam\"\nto = \"ggk", "ggk\"\nto = \"csam").as_str(),
    );
    let subjects: Vec<_> =
        desk.check(&[]).list("findings").iter().map(|it| it["subject"].to_string()).collect();
    assert_eq!(subjects, ["\"nacht\"", "\"ggk->csam\""]);
}

#[test]
fn a_link_may_end_at_a_party() {
    let desk =
        Desk::with(SMALLEST.to_owned() + "[party.svb]\nname = \"SVB\"\n" + &LINK.replace("ggk", "svb"));
    assert_eq!(desk.check(&[]).findings()[0].split(' ').nth(1), Some("csam->svb"));
}

#[test]
fn hidden_files_schemas_and_other_files_are_skipped() {
    let broken = "this is not TOML";
    let desk = Desk::new([
        ("landscape/a.toml", SMALLEST),
        ("landscape/.hidden.toml", broken),
        ("landscape/.git/x.toml", broken),
        ("landscape/koppelkaart.schema.json", broken),
        ("landscape/notes.txt", broken),
        ("landscape/b.toml~", broken),
        ("landscape/c.toml.bak", broken),
    ]);
    let ran = desk.check(&[]);
    assert_eq!((ran.code, ran.rules()), (0, vec![]));
}

#[test]
fn one_file_or_another_folder_may_be_named() {
    let desk =
        Desk::new([("sociaal.toml", SMALLEST), ("map/a.toml", &SMALLEST.replace("secure = true\n", ""))]);
    assert_eq!(desk.check(&["sociaal.toml"]).code, 0);
    for path in ["map", "./map/"] {
        let ran = desk.check(&[path]);
        assert_eq!((ran.code, &ran.list("findings")[0]["file"]), (1, &"map/a.toml".into()), "{path}");
    }
    let absolute = desk.path("map").canonicalize().unwrap();
    let ran = desk.check(&[absolute.to_str().unwrap()]);
    assert_eq!((ran.code, ran.list("findings").len()), (1, 1));
}

#[test]
fn files_are_told_relative_to_the_working_directory() {
    let desk = Desk::new([("map/a.toml", SMALLEST.replace("secure = true\n", "").as_str()), ("hier/x", "")]);
    let mut command = desk.command(&["check", "--format", "json", "../map"]);
    let output = command.current_dir(desk.path("hier")).output().unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["findings"][0]["file"], "../map/a.toml");
}

#[test]
fn nothing_to_read_ends_with_2_and_a_reason() {
    let desk = Desk::new([("empty/readme.txt", "niets")]);
    for (path, named) in [("empty", "empty"), ("absent", "absent"), ("absent.toml", "absent.toml")] {
        let ran = desk.run(&["check", path]);
        assert_eq!((ran.code, &*ran.out), (2, ""));
        assert!(ran.err.contains(named) && ran.err.lines().count() == 1, "{}", ran.err);
    }
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("landscape"), "the default is named: {}", ran.err);
}

#[test]
fn an_empty_file_is_a_landscape_without_its_table() {
    let ran = Desk::with("").check(&[]);
    assert_eq!((ran.code, ran.findings()), (1, vec!["missing-key landscape/a.toml 1:1".to_owned()]));
}

#[test]
fn a_folder_may_be_called_like_a_file() {
    let desk = Desk::new([("landscape/x.toml/a.toml", SMALLEST)]);
    assert_eq!(desk.check(&[]).code, 0);
    assert_eq!(desk.check(&["landscape/x.toml"]).code, 0);
}

#[cfg(unix)]
#[test]
fn a_link_back_up_the_tree_is_no_trap() {
    let desk = Desk::with(SMALLEST);
    fs::create_dir(desk.path("landscape/sub")).unwrap();
    std::os::unix::fs::symlink("..", desk.path("landscape/sub/up")).unwrap();
    assert_eq!(desk.check(&[]).code, 0);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_ends_with_2() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new([("landscape/a.toml", SMALLEST), ("landscape/b.toml", "")]);
    std::os::unix::fs::symlink("nowhere.toml", desk.path("landscape/c.toml")).unwrap();
    let ran = desk.run(&["check"]);
    assert_eq!((ran.code, &*ran.out), (2, ""), "half a landscape is not judged");
    assert!(ran.err.contains("c.toml"), "{}", ran.err);
    fs::remove_file(desk.path("landscape/c.toml")).unwrap();

    let locked = desk.path("landscape/b.toml");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    // Root reads everything.
    if fs::read(&locked).is_err() {
        let ran = desk.run(&["check"]);
        assert_eq!((ran.code, &*ran.out), (2, ""));
        assert!(ran.err.contains("b.toml"), "{}", ran.err);
    }
}

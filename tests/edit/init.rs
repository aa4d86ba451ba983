//! `init`: a landscape to start from.

use koppelkaart::format::format;

use crate::common::Desk;

const FILES: [&str; 4] = ["applications.toml", "landscape.toml", "links.toml", "parties.toml"];

#[test]
fn what_it_makes_passes_and_is_in_style_in_both_languages() {
    for (lang, passes) in [("nl", "Gemaakt:"), ("en", "Made:")] {
        let desk = Desk::new([("readme.txt", "")]);
        let ran = desk.run(&["init", "--lang", lang]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.starts_with(passes), "{}", ran.out);
        assert_eq!(ran.out.matches("\n  koppelkaart ").count(), 3, "{}", ran.out);
        assert_eq!(desk.list("landscape"), FILES);
        let checked = desk.check(&[]);
        assert_eq!((checked.code, checked.rules()), (0, vec![]), "{}", checked.out);
        assert!(!checked.list("not_assessed").is_empty(), "what isn't declared isn't judged");
        for file in FILES {
            let text = desk.read(&format!("landscape/{file}"));
            assert_eq!(format(&text).unwrap(), text, "{file}");
            assert!(text.starts_with("# "), "{file} explains itself");
        }
        assert_eq!(desk.run(&["fmt", "--check"]).code, 0);
    }
}

#[test]
fn the_next_commands_that_it_names_work() {
    let desk = Desk::new([("readme.txt", "")]);
    let ran = desk.run(&["init", "mijn", "--lang", "en"]);
    let commands = ran.out.lines().filter_map(|line| line.strip_prefix("  koppelkaart "));
    for command in commands {
        let words: Vec<_> = command.split("  ").next().unwrap().split(' ').collect();
        let ran = desk.run(&words);
        assert_eq!(ran.code, 0, "{command}: {}", ran.err);
    }
}

#[test]
fn who_has_no_landscape_yet_is_told_of_it_by_every_command_that_needs_one() {
    let desk = Desk::new([("README", "")]);
    for command in ["check", "render", "fmt", "fix", "serve"] {
        let ran = desk.run(&[command, "--lang", "en"]);
        assert!(ran.code == 2 && ran.err.contains("`koppelkaart init`"), "{command}: {}", ran.err);
    }
}

#[test]
fn it_takes_a_name_however_it_is_spelt() {
    let desk = Desk::new([("readme.txt", "")]);
    assert_eq!(desk.run(&["init", "--name", "Zegt \"ja\" \\ 't Zand", "--lang", "nl"]).code, 0);
    let checked = desk.check(&[]);
    assert_eq!(checked.code, 0, "{}", checked.out);
    assert_eq!(checked.json()["landscape"], "Zegt \"ja\" \\ 't Zand");
}

#[test]
fn it_overwrites_nothing() {
    let desk = Desk::new([("landscape/mine.toml", "# van mij\n")]);
    for _ in 0..2 {
        let ran = desk.run(&["init", "--lang", "en"]);
        assert_eq!((ran.code, &*ran.out), (2, ""));
        assert!(ran.err.contains("landscape/mine.toml"), "{}", ran.err);
        assert_eq!(desk.list("landscape"), ["mine.toml"]);
    }
    let desk = Desk::new([("landscape/readme.md", "# van mij\n"), ("bestand", "")]);
    assert_eq!(desk.run(&["init"]).code, 0);
    assert_eq!(desk.read("landscape/readme.md"), "# van mij\n");
    assert_eq!(desk.run(&["init"]).code, 2, "a second time");
    assert_eq!(desk.run(&["init", "bestand"]).code, 2);
}

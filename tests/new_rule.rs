//! A new rule starts as a whole file in its place, and doesn't land before everything in it is filled in.

#[allow(dead_code, reason = "a program of its own")]
#[path = "../examples/new_rule.rs"]
mod new_rule;

use std::{fs, path::Path};

use koppelkaart::{finding::Group, rules::ALL};
use new_rule::{group_of, is_name, listed, start, text};

const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules");

fn list() -> String {
    fs::read_to_string(format!("{RULES}/mod.rs")).expect("it is there").replace("\r\n", "\n")
}

/// The lines that one text has and the other doesn't, each with the line before it.
fn added(before: &str, after: &str) -> Vec<(String, String)> {
    let known: Vec<_> = before.lines().collect();
    let lines: Vec<_> = after.lines().collect();
    let new = lines.windows(2).filter(|pair| !known.contains(&pair[1]));
    new.map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
}

#[test]
fn no_rule_is_half_written() {
    let mut left = Vec::new();
    for entry in fs::read_dir(RULES).expect("the rules are there") {
        let path = entry.expect("it can be read").path();
        if path.file_name().is_some_and(|name| name == "template.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("it can be read");
        let lines = (1..).zip(text.lines()).filter(|(_, line)| line.contains("TODO"));
        left.extend(lines.map(|(number, line)| format!("{}:{number}: {}", path.display(), line.trim())));
    }
    left.sort();
    assert!(left.is_empty(), "still to be filled in:\n{}", left.join("\n"));
}

#[test]
fn a_rule_is_the_last_of_its_group_and_its_module_stands_by_the_alphabet() {
    let list = list();
    let after = listed(&list, "no-encryption-at-rest", Group::Security).expect("it fits");
    let last = ALL.iter().rfind(|rule| rule.info.group == Group::Security).expect("there are some").info.id;
    let [module, rule] = &added(&list, &after)[..] else { panic!("{after}") };
    assert_eq!(*module, ("mod no_controller;".to_owned(), "mod no_encryption_at_rest;".to_owned()));
    let last = format!("    &{}::RULE,", last.replace('-', "_"));
    assert_eq!(*rule, (last, "    &no_encryption_at_rest::RULE,".to_owned()));
}

#[test]
fn every_group_but_that_of_the_language_can_have_another_rule() {
    for group in ["security", "responsibility", "lawfulness", "flow", "accountability"] {
        let group = group_of(group).expect("a group");
        let after = listed(&list(), "zzz-last", group).expect("it fits");
        assert_eq!(added(&list(), &after).len(), 2, "{group:?}");
    }
    assert_eq!(group_of("language"), None);
}

#[test]
fn what_is_written_is_the_rule_that_was_asked_for_with_all_its_texts_open() {
    let text = text("no-encryption-at-rest", Group::Accountability);
    assert!(text.contains("id: \"no-encryption-at-rest\"") && text.contains("group: Group::Accountability"));
    let texts: Vec<_> = text.lines().filter(|line| line.contains("en: ") || line.contains("nl: ")).collect();
    assert!(texts.len() > 10 && texts.iter().all(|line| line.contains("TODO")), "{texts:?}");
}

#[test]
fn both_files_are_written_or_neither() {
    let folder = tempfile::tempdir().expect("a folder");
    let read = |file: &str| fs::read_to_string(folder.path().join(file));
    let named = |name: &str| start(folder.path(), name, Group::Flow);

    assert!(named("new-rule").is_err_and(|error| error.contains("mod.rs")));
    assert!(read("new_rule.rs").is_err());

    fs::write(folder.path().join("mod.rs"), list()).expect("it can be written");
    named("new-rule").expect("it is new");
    assert_eq!(read("new_rule.rs").expect("it is there"), text("new-rule", Group::Flow));
    let listed = read("mod.rs").expect("it is there");
    assert_eq!(added(&list(), &listed).len(), 2);

    assert!(named("new-rule").is_err_and(|error| error.contains("new_rule.rs")));
    assert_eq!(read("mod.rs").expect("it is there"), listed);
    assert_eq!(fs::read_dir(folder.path()).expect("it can be read").count(), 2);
}

#[test]
fn a_name_is_two_or_more_small_words() {
    for good in ["no-owner", "tls-1-3-missing", "criminal-data-without-law"] {
        assert!(is_name(good), "{good}");
    }
    for bad in [
        "",
        "rule",
        "No-owner",
        "no_owner",
        "-no-owner",
        "no-owner-",
        "no--owner",
        "3-days",
        "../no-owner",
        "é-é",
    ] {
        assert!(!is_name(bad), "{bad}");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        assert!(start(folder, bad, Group::Security).is_err_and(|error| error.contains("won't do")));
    }
}

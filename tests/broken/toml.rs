//! What isn't TOML.

use crate::common::{Desk, SMALLEST};

/// A table that is right, and whose link isn't: it must be found whatever stands before it.
const AFTER: &str = "\n[party.svb]\nname = \"SVB\"\n\n[[link]]\nid = \"after\"\nfrom = \"ggk\"\nto = \"svb\"\npersonal_data = false\nsecur = true\n";

/// Puts broken lines (the first is line 21) after the smallest landscape and a table after them; gives what
/// is found of the broken lines.
fn around(broken: &str) -> Vec<String> {
    let text = format!("{SMALLEST}\n{broken}\n{AFTER}");
    let ran = Desk::with(&text).check(&[]);
    assert_eq!(ran.code, 1, "{broken}");
    assert_eq!(ran.json()["summary"]["links"], 2, "{broken}: both links survive");
    let line = text.lines().position(|line| line.starts_with("secur ")).unwrap() + 1;
    let mut found = ran.findings();
    let after = found.iter().position(|it| *it == format!("unknown-key after {line}:1"));
    found.remove(after.unwrap_or_else(|| panic!("{broken}: the table after it is judged too: {found:?}")));
    found
}

/// Rule and line of the one finding.
fn rule_and_line(broken: &str) -> String {
    let found = around(broken);
    assert_eq!(found.len(), 1, "{broken}: {found:?}");
    let (rule, rest) = found[0].split_once(' ').unwrap();
    let line = rest.rsplit(' ').next().unwrap().split(':').next().unwrap();
    format!("{rule} {line}")
}

#[test]
fn what_is_not_closed_costs_its_own_table_only() {
    for broken in [
        "[party.x]\nname = \"X",
        "[party.x]\nname = 'X",
        "[party.x]\nname = [\"X\"",
        "[party.x]\nname = [[[",
        "[party.x]\nname = { a = 1",
        "[party.x]\nname = {",
        "[party.x]\nname = \"X\\\"",
        "[party.x]\nname",
        "[party.x]\nname \"X\"",
        "[party.x]\nname =",
        "[party.x]\n= \"X\"",
        "[party.x]\nname == \"X\"",
        "[party.x]\nname = X",
        "[party.x]\nname = \"X\" \"Y\"",
        "[party.x]\nname = \"\\q\"",
        "[party.x]\nna me = \"X\"",
        "[party.x]\nname = 2026-13-45",
        "[party.x]\nname = 0123",
        "[party.x]\n]",
        "[party.x]\n}",
        "[party.x]\nname, = 1",
    ] {
        assert_eq!(rule_and_line(broken), "invalid-toml 22", "{broken}");
    }
}

#[test]
fn a_long_string_that_is_not_closed_gives_back_the_tables_it_swallowed() {
    for broken in ["[party.x]\nname = \"\"\"X", "[party.x]\nname = '''X"] {
        let found = around(broken);
        assert_eq!(found.len(), 1, "{broken}: {found:?}");
        assert!(found[0].starts_with("invalid-toml x "), "{found:?}");
    }
}

#[test]
fn a_header_that_is_not_closed_is_told_at_its_line() {
    for broken in [
        "[party.x\nname = \"X\"",
        "[party.x]]\nname = \"X\"",
        "[[link]\nfrom = \"csam\"",
        "[party.]\nname = \"X\"",
        "[]\nname = \"X\"",
        "[party.x] name = \"X\"",
    ] {
        assert_eq!(rule_and_line(broken), "invalid-toml 21", "{broken}");
    }
}

#[test]
fn a_key_that_is_given_twice() {
    assert_eq!(rule_and_line("[party.x]\nname = \"X\"\nname = \"Y\""), "invalid-toml 23");
    assert_eq!(rule_and_line("[party.x]\nname = \"X\"\n\"name\" = \"Y\""), "invalid-toml 23");
}

#[test]
fn a_broken_table_keeps_its_id_for_those_who_refer_to_it() {
    let text = SMALLEST.replace("name = \"College van burgemeester en wethouders\"", "name = \"College");
    assert_eq!(Desk::with(text).check(&[]).rules(), ["invalid-toml"]);
    let text = SMALLEST.replace("[application.ggk]", "[application.ggk");
    assert_eq!(Desk::with(text).check(&[]).rules(), ["invalid-toml"]);
}

#[test]
fn text_before_the_first_table() {
    for (text, finding) in [
        ("name = \"x\"\n", "unknown-key landscape/a.toml 1:1"),
        ("rubbish\n", "invalid-toml landscape/a.toml 1:8"),
        ("]\n", "invalid-toml landscape/a.toml 1:1"),
    ] {
        let ran = Desk::with(text.to_owned() + SMALLEST).check(&[]);
        assert_eq!((ran.code, ran.findings()), (1, vec![finding.to_owned()]));
        assert_eq!(ran.json()["summary"]["links"], 1);
    }
}

#[test]
fn five_thousand_mistakes_are_all_told() {
    let tables: String = (0..5_000).map(|n| format!("[party.p{n}]\nname = \"P\nkind = 'other'\n")).collect();
    assert_eq!(Desk::with(SMALLEST.to_owned() + &tables).check(&[]).findings().len(), 5_000);
    let links = "[[link]]\nfrom = \"csam\"\nto = \"nergens\"\n".repeat(5_000);
    assert_eq!(Desk::with(SMALLEST.to_owned() + &links).check(&[]).findings().len(), 5_000);
}

#[test]
fn five_thousand_mistakes_in_one_table_are_all_told_and_quickly() {
    let begin = std::time::Instant::now();
    let keys: String = (0..5_000).map(|n| format!("k{n} = 1\n")).collect();
    let ran = Desk::with(format!("{SMALLEST}\n[party.x]\nname = 'X'\n{keys}")).check(&[]);
    assert_eq!(ran.findings().len(), 5_000);
    let list: String = (0..5_000).map(|n| format!("'nergens{n}',")).collect();
    let ran = Desk::with(format!("{SMALLEST}\n[view.x]\napplications = [{list}]\n")).check(&[]);
    assert_eq!(ran.findings().len(), 5_000);
    // A slow machine in a debug build takes a few seconds; with the square of it, minutes.
    assert!(begin.elapsed().as_secs() < 60, "{:?}", begin.elapsed());
}

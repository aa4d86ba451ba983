//! The traffic-light overview that `check` shows to people.

mod common;

use common::{Desk, Ran, SMALLEST};

/// A landscape with norms of every colour.
fn desk() -> Desk {
    Desk::with(
        SMALLEST.replace("\"https\"", "\"ftp\"")
            + r#"
[norm.a]
text = "Elke lijn is beveiligd."
rules = ["insecure-protocol", "no-owner", "insecure-protocol"]

[norm.b]
text = "Er is een gedragscode."
status = "amber"
judged = 2026-06-01
by = "FG"
evidence = "Code"

[norm.c]
text = "Voor elke lijn is iemand verantwoordelijk."
rules = ["no-controller"]

[norm.d]
text = "Elke applicatie heeft een eigenaar."
rules = ["no-owner"]

[norm.e]
text = "Inwoners weten waar zij moeten zijn."
"#,
    )
}

fn check(flags: &[&str]) -> Ran {
    desk().run(&[&["check", "--date", "2026-11-01"], flags].concat())
}

/// The part of the report on norm `id`: from its line to the next norm or the end of the list.
fn about(out: &str, id: &str) -> String {
    let lines = out.lines().skip_while(|line| !line.contains(&format!("norm {id}: ")));
    let mut lines = lines.enumerate().take_while(|(at, line)| *at == 0 || line.starts_with("    "));
    let first = lines.next().unwrap_or_else(|| panic!("{id} isn't told: {out}")).1.trim().to_owned();
    lines.fold(first, |text, (_, line)| text + " | " + line.trim())
}

#[test]
fn each_norm_has_a_symbol_and_a_word_and_what_made_it_so() {
    let out = check(&["--lang", "nl"]).out;
    assert!(
        out.contains("Stoplichtoverzicht: voldoet 1, aandacht 1, voldoet niet 1, niet beoordeeld 2"),
        "{out}"
    );
    for (id, expected) in [
        ("a", "✗ Voldoet niet · norm a: Elke lijn is beveiligd. | volgens regels: insecure-protocol (1)"),
        ("b", "! Aandacht · norm b: Er is een gedragscode. | beoordeeld door mensen: FG, op 1 juni 2026"),
        (
            "c",
            "✓ Voldoet · norm c: Voor elke lijn is iemand verantwoordelijk. | volgens regels: er is niets gevonden",
        ),
        (
            "d",
            "? Niet beoordeeld · norm d: Elke applicatie heeft een eigenaar. | volgens regels die niet te beoordelen zijn: no-owner",
        ),
        (
            "e",
            "? Niet beoordeeld · norm e: Inwoners weten waar zij moeten zijn. | niemand heeft het beoordeeld",
        ),
    ] {
        assert_eq!(about(&out, id), expected);
    }
    let out = check(&["--lang", "en"]).out;
    for (id, start) in
        [("a", "✗ Not met"), ("b", "! Needs attention"), ("c", "✓ Met"), ("d", "? Not assessed")]
    {
        assert!(about(&out, id).starts_with(start), "{out}");
    }
}

#[test]
fn the_rules_are_not_named_where_people_judged_it_worse() {
    let text = SMALLEST.to_owned()
        + "[norm.a]\ntext = \"Zin.\"\nrules = [\"no-controller\"]\nstatus = \"red\"\nby = \"FG\"\n";
    let out = Desk::with(text).run(&["check", "--lang", "nl"]).out;
    assert_eq!(about(&out, "a"), "✗ Voldoet niet · norm a: Zin. | beoordeeld door mensen: FG");
}

#[test]
fn a_warning_makes_a_norm_amber_and_is_counted() {
    let out = check(&["--lang", "nl", "-W", "insecure-protocol"]).out;
    let expected = "! Aandacht · norm a: Elke lijn is beveiligd. | volgens regels: insecure-protocol (1)";
    assert_eq!(about(&out, "a"), expected);
}

#[test]
fn a_landscape_without_norms_says_nothing_of_them() {
    let out = Desk::with(SMALLEST).run(&["check", "--lang", "nl"]).out;
    assert!(!out.contains("Stoplicht"), "{out}");
}

#[test]
fn a_screen_reader_hears_words_only() {
    let out = check(&["--lang", "nl", "--narrated"]).out;
    assert!(out.contains("Norm a: Voldoet niet. Elke lijn is beveiligd."), "{out}");
    assert!(!out.contains(['✗', '✓']), "{out}");
}

#[test]
fn a_long_or_malicious_statement_stays_within_its_lines() {
    let long = "Elke medewerker weet het. ".repeat(100);
    let text = SMALLEST.to_owned()
        + &format!(
            "[norm.a]\ntext = \"{long}\"\n\n[norm.b]\ntext = \"Rood\\u001b[31m\\nControle geslaagd\\u202E\"\n"
        );
    let desk = Desk::with(text);
    let output = desk.command(&["check"]).env("COLUMNS", "60").output().unwrap();
    let ran = Ran::of(&output, &["check"]);
    let list = ran
        .out
        .split("Stoplichtoverzicht")
        .nth(1)
        .unwrap()
        .split("Sociaal domein, peildatum")
        .next()
        .unwrap();
    assert!(list.lines().all(|line| line.chars().count() <= 60), "{list}");
    assert!(list.contains('…') && list.len() < 1_000, "{list}");
    assert!(!ran.out.contains(['\u{1b}', '\u{202E}']));
    assert!(!ran.out.lines().any(|line| line.starts_with("Controle geslaagd\u{FFFD}")), "{}", ran.out);
}

//! `fix`: makes what is certain, shows it, and leaves the rest to people.

use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    finding::Group,
    mend::certain::step,
    rules::ALL,
    text::Lang,
};

use crate::{
    common::{Desk, Ran, SMALLEST},
    texts::with_example,
};

/// What is found: rule, subject and message; on the language, or all.
fn found(analysis: &Analysis, language: bool) -> Vec<String> {
    let about = analysis.findings.iter().filter(|it| !language || it.rule.group == Group::Language);
    about.map(|it| format!("{} {}: {}", it.rule.id, it.subject, it.message)).collect()
}

#[test]
fn after_it_less_is_found_and_nothing_new_on_every_example_of_every_rule() {
    let mut mended = 0;
    for example in ALL.iter().flat_map(|rule| rule.info.examples) {
        let date = example.date.map(|date| date.parse().unwrap());
        let today = jiff::civil::date(2026, 11, 1);
        let options = Options { date, today, lang: Some(Lang::En), levels: Levels::default() };
        let mut sources = with_example(example.toml);
        let before = analyze(&sources, &options);
        let mut now = analyze(&sources, &options);
        while let Some(made) = step(&now, &sources, &options, None) {
            mended += made.made.len();
            sources = sources.with(&made.texts);
            let (broken, left) = (found(&now, true), found(&made.analysis, true));
            assert!(left.len() < broken.len() || made.analysis.findings.len() < now.findings.len());
            now = made.analysis;
        }
        // Rules that ask for the whole landscape are silent while some of it can't be read.
        let masked = before.is_incomplete();
        let (known, left) = (found(&before, false), found(&now, masked));
        let new: Vec<_> = left.iter().filter(|it| !known.contains(it)).collect();
        assert!(new.is_empty(), "{}: {new:?}", example.toml);
    }
    assert!(mended >= 6, "{mended}");
}

#[test]
fn what_comes_to_light_is_mended_in_the_next_round() {
    let link = "protocol = “https”\nfrequentie = 1\nevidense = “audit”";
    let desk = Desk::with(SMALLEST.replace("protocol = \"https\"", link));
    let ran = fix(&desk, &[]);
    assert_eq!(ran.code, 0);
    let mended = SMALLEST
        .replace("protocol = \"https\"", "protocol = \"https\"\nfrequentie = 1\nevidence = \"audit\"");
    assert_eq!(desk.read("landscape/a.toml"), mended, "{}", ran.out);
    assert!(ran.out.contains("Left for people: 1 finding"), "{}", ran.out);
}

fn broken() -> Desk {
    let text = SMALLEST
        .replace("protocol =", "protocl =")
        .replace("controller = \"college\"", "controller = \"colege\"");
    Desk::with(text)
}

fn fix(desk: &Desk, more: &[&str]) -> Ran {
    desk.run(&[&["fix", "--lang", "en", "--date", "2026-11-01"], more].concat())
}

#[test]
fn it_shows_what_it_changes_and_what_is_left() {
    let desk = broken();
    let before = desk.read("landscape/a.toml");
    let dry = fix(&desk, &["--dry-run"]);
    assert_eq!(dry.code, 0);
    assert_eq!(
        dry.out,
        "\
--- a/landscape/a.toml
+++ b/landscape/a.toml
@@ -15,5 +15,5 @@
 to = \"ggk\"
 personal_data = true
 secure = true
-protocol = \"https\"
-controller = \"colege\"
+protocol = \"https\"
+controller = \"college\"

This would be mended:
  landscape/a.toml:18: Write `protocol` (unknown-key)
  landscape/a.toml:19: Write `\"college\"` (unknown-reference)

Nothing is left to mend.
"
        .replace("-protocol", "-protocl")
    );
    assert_eq!(desk.read("landscape/a.toml"), before);
    let ran = fix(&desk, &[]);
    assert_eq!((ran.code, ran.out.replace("Mended:", "This would be mended:")), (0, dry.out));
    assert_eq!(desk.read("landscape/a.toml"), SMALLEST);
    assert_eq!(fix(&desk, &[]).out, "Nothing is left to mend.\n");
}

#[test]
fn what_needs_a_decision_is_left_and_counted() {
    let desk = Desk::with(SMALLEST.replace("secure = true\n", ""));
    let ran = fix(&desk, &[]);
    assert_eq!(
        (ran.code, &*ran.out),
        (
            0,
            "Left for people: 1 finding, of which 1 at level deny. `koppelkaart check landscape` tells which.\n"
        )
    );
    assert_eq!(desk.read("landscape/a.toml"), SMALLEST.replace("secure = true\n", ""));
}

#[test]
fn nothing_that_the_author_did_not_say_is_ever_written() {
    for line in ["secure = ja", "secure = \"ja\"", "secured = \"yes\"", "secure = waar", ""] {
        let desk = Desk::with(SMALLEST.replace("secure = true", line));
        assert_eq!(fix(&desk, &[]).code, 0);
        assert!(!desk.read("landscape/a.toml").contains("secure = true"), "{line}");
    }
}

#[test]
fn byte_order_marks_and_line_breaks_stay() {
    let text = format!("\u{FEFF}{}", SMALLEST.replace("protocol =", "protocl =").replace('\n', "\r\n"));
    let desk = Desk::with(text);
    assert_eq!(fix(&desk, &[]).code, 0);
    assert_eq!(desk.read("landscape/a.toml"), format!("\u{FEFF}{}", SMALLEST.replace('\n', "\r\n")));
}

#[test]
fn what_cannot_be_written_ends_with_2() {
    let desk = broken();
    let path = desk.path("landscape/a.toml");
    let mut readonly = std::fs::metadata(&path).unwrap().permissions();
    readonly.set_readonly(true);
    std::fs::set_permissions(&path, readonly).unwrap();
    let ran = fix(&desk, &[]);
    assert_eq!((ran.code, &*ran.out), (2, ""));
    assert!(ran.err.contains("a.toml"), "{}", ran.err);
    assert_eq!(fix(&desk, &["--dry-run"]).code, 0);
}

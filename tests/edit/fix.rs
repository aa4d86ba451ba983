//! `fix`: makes what is certain, shows it, and leaves the rest to people.

use koppelkaart::rules::ALL;

use crate::{
    common::{Desk, Ran, SMALLEST},
    texts::SHARED,
};

/// What `check` finds: rule and subject, and whether it breaks the language.
fn found(desk: &Desk, date: Option<&str>) -> Vec<String> {
    let date = date.unwrap_or("2026-11-01");
    let ran = desk.check(&["--date", date, "--lang", "en"]);
    let told = |it: &serde_json::Value| format!("{} {} {}", it["rule"], it["subject"], it["message"]);
    let mut found: Vec<_> = ran.list("findings").iter().map(told).collect();
    found.sort();
    found
}

#[test]
fn after_it_less_is_found_and_nothing_new_on_every_example_of_every_rule() {
    let mut mended = 0;
    for example in ALL
        .iter()
        .filter(|rule| rule.info.group.id() == "language" || !rule.info.needs.is_some())
        .flat_map(|rule| rule.info.examples)
    {
        let desk = Desk::new([("landscape/a.toml", SHARED), ("landscape/b.toml", example.toml)]);
        let before = found(&desk, example.date);
        let ran = desk.run(&["fix", "--lang", "en", "--date", example.date.unwrap_or("2026-11-01")]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let after = found(&desk, example.date);
        let changed = (desk.read("landscape/a.toml"), desk.read("landscape/b.toml"))
            != (SHARED.to_owned(), example.toml.to_owned());
        let new: Vec<_> = after.iter().filter(|it| !before.contains(it)).collect();
        assert!(new.is_empty(), "{}: {new:?}", example.toml);
        assert_eq!(after.len() < before.len(), changed, "{}\n{}", example.toml, ran.out);
        mended += usize::from(changed);
        let again = desk.run(&["fix", "--lang", "en", "--date", example.date.unwrap_or("2026-11-01")]);
        assert!(!again.out.contains("+++") && again.code == 0, "{}", again.out);
    }
    assert!(mended >= 5, "{mended}");
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

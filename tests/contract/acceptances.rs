//! Accepted risks, and the levels of `[rules]`.

use crate::common::{Desk, Ran, SMALLEST};

/// The smallest landscape with an unsecured link, and an acceptance.
fn accepting(rule: &str, subject: &str, until: &str) -> Ran {
    let text = SMALLEST.replace("secure = true\n", "")
        + &format!(
            "\n[[acceptance]]\nrule = \"{rule}\"\nsubject = \"{subject}\"\nreason = \"Wordt vervangen\"\n\
             by = \"CISO\"\nuntil = {until}\n"
        );
    Desk::with(text).check(&["--date", "2026-11-01"])
}

#[test]
fn what_is_accepted_stays_visible_and_no_longer_fails() {
    let ran = accepting("unsecured-link", "csam->ggk", "2027-01-01");
    assert_eq!(ran.code, 0);
    assert_eq!(ran.findings(), ["unsecured-link csam->ggk 13:1"]);
    let found = &ran.list("findings")[0];
    assert_eq!((&found["accepted"], &found["level"]), (&true.into(), &"deny".into()));
    let summary = &ran.json()["summary"];
    assert_eq!((&summary["deny"], &summary["warn"], &summary["accepted"]), (&0.into(), &0.into(), &1.into()));
    assert_eq!(summary["secured_personal_links"], 0, "accepting doesn't secure");
}

#[test]
fn an_acceptance_holds_up_to_and_including_its_last_day() {
    assert_eq!(accepting("unsecured-link", "csam->ggk", "2026-11-01").code, 0);
    let ran = accepting("unsecured-link", "csam->ggk", "2026-10-31");
    assert_eq!((ran.code, &ran.json()["summary"]["accepted"]), (1, &0.into()));
}

#[test]
fn an_acceptance_covers_one_rule_of_one_thing() {
    assert_eq!(accepting("no-controller", "csam->ggk", "2027-01-01").code, 1);
    assert_eq!(accepting("unsecured-link", "csam", "2027-01-01").code, 1);
}

#[test]
fn what_breaks_the_language_cannot_be_accepted() {
    let text = SMALLEST.replace("secure = true", "secure = \"ja\"")
        + "\n[[acceptance]]\nrule = \"invalid-value\"\nsubject = \"csam->ggk\"\nreason = \"r\"\nby = \"b\"\nuntil = 2099-01-01\n";
    let ran = Desk::with(text).check(&[]);
    assert_eq!(ran.code, 1);
    assert!(ran.findings().contains(&"invalid-value csam->ggk 17:10".to_owned()), "{:?}", ran.findings());
    assert_eq!(ran.json()["summary"]["accepted"], 0);
}

#[test]
fn an_acceptance_without_a_reason_or_date_accepts_nothing() {
    for missing in ["reason", "by", "until"] {
        let keys = [("reason", "\"r\""), ("by", "\"b\""), ("until", "2099-01-01")];
        let kept = keys.iter().filter(|(key, _)| *key != missing);
        let kept: String = kept.map(|(key, value)| format!("{key} = {value}\n")).collect();
        let text = SMALLEST.replace("secure = true\n", "")
            + "[[acceptance]]\nrule = \"unsecured-link\"\nsubject = \"csam->ggk\"\n"
            + &kept;
        let ran = Desk::with(text).check(&[]);
        assert_eq!((ran.code, ran.rules()), (1, vec!["unsecured-link".to_owned(), "missing-key".to_owned()]));
        assert_eq!(ran.json()["summary"]["deny"], 2);
    }
}

fn ruled(rules: &str) -> Ran {
    Desk::with(SMALLEST.replace("secure = true\n", "") + "\n[rules]\n" + rules + "\n").check(&[])
}

#[test]
fn a_landscape_sets_the_levels_of_rules() {
    let ran = ruled("unsecured-link = \"warn\"");
    assert_eq!((ran.code, &ran.list("findings")[0]["level"]), (0, &"warn".into()));
    let ran = ruled("unsecured-link = \"allow\"");
    assert_eq!((ran.code, ran.rules()), (0, vec![]));
    assert_eq!(ran.json()["summary"]["secured_personal_links"], 0, "allowing doesn't secure");
    assert_eq!(ruled("unsecured-link = \"deny\"").code, 1);
    let text = SMALLEST.replace("protocol = \"https\"\n", "") + "[rules]\nunexplained-security = \"deny\"\n";
    assert_eq!(Desk::with(text).check(&[]).code, 1);
}

#[test]
fn a_rule_or_level_that_does_not_exist_is_an_error() {
    let ran = ruled("unsecured-lnk = \"warn\"");
    assert_eq!((ran.code, ran.findings()[1].as_str()), (1, "unknown-key rules 21:1"));
    for level in ["\"wran\"", "true"] {
        let ran = ruled(&format!("unsecured-link = {level}"));
        let found = &ran.list("findings")[1];
        assert_eq!((ran.code, &found["rule"]), (1, &"invalid-value".into()), "{level}");
        assert_eq!((&found["line"], &found["column"]), (&21.into(), &18.into()), "{level}");
    }
}

#[test]
fn what_breaks_the_language_cannot_be_allowed_away() {
    for level in ["allow", "warn"] {
        let text = SMALLEST.to_owned() + &format!("naam = 'x'\n[rules]\nunknown-key = \"{level}\"\n");
        let ran = Desk::with(text).check(&[]);
        assert_eq!(ran.code, 1);
        assert_eq!(ran.rules(), ["unknown-key", "invalid-value"]);
        assert!(ran.list("findings").iter().all(|found| found["level"] == "deny"));
    }
}

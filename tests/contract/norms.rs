//! The traffic-light overview: computed, judged, and the worse of both.

use crate::common::{Desk, SMALLEST};

/// The colour of a norm with these keys, in the smallest landscape with one change.
fn color(keys: &str, change: (&str, &str), flags: &[&str]) -> String {
    let text = SMALLEST.replace(change.0, change.1) + "\n[norm.n]\ntext = \"Een zin.\"\n" + keys;
    let ran = Desk::with(text).check(&[&["--date", "2026-11-01"], flags].concat());
    let norms = ran.list("norms");
    assert_eq!(norms.len(), 1);
    assert_eq!(norms[0]["id"], "n");
    norms[0]["status"].as_str().unwrap().to_owned()
}

const SAME: (&str, &str) = ("", "");
const UNSECURED: (&str, &str) = ("secure = true", "secure = false");
const SECURITY: &str = "rules = [\"unsecured-link\"]\n";

#[test]
fn a_color_follows_from_the_rules() {
    assert_eq!(color(SECURITY, SAME, &[]), "green");
    assert_eq!(color(SECURITY, UNSECURED, &[]), "red");
    assert_eq!(color(SECURITY, UNSECURED, &["-W", "unsecured-link"]), "amber");
    assert_eq!(color("rules = [\"no-controller\"]\n", UNSECURED, &[]), "green", "another rule's finding");
}

#[test]
fn what_somebody_answers_for_is_amber() {
    let acceptance = "[[acceptance]]\nrule = \"unsecured-link\"\nsubject = \"csam->ggk\"\n\
                      reason = \"Wordt vervangen\"\nby = \"CISO\"\nuntil = 2026-12-31\n";
    let norm = "[norm.n]\ntext = \"Een zin.\"\n".to_owned() + SECURITY;
    let text = SMALLEST.replace("secure = true\n", "") + acceptance + &norm;
    let ran = Desk::with(text).check(&["--date", "2026-11-01"]);
    assert_eq!((ran.code, ran.list("norms")[0]["status"].as_str()), (0, Some("amber")));
}

#[test]
fn what_could_not_be_assessed_is_not_green() {
    let needs = "rules = [\"unsecured-link\", \"stale-verification\"]\n";
    assert_eq!(color(needs, SAME, &[]), "not-assessed");
    assert_eq!(color(needs, UNSECURED, &[]), "red", "red is worse");
    assert_eq!(
        color(SECURITY, SAME, &["-A", "unsecured-link"]),
        "not-assessed",
        "an allowed rule finds nothing"
    );
    assert_eq!(color("", SAME, &[]), "not-assessed", "neither rules nor a judgement");
}

#[test]
fn a_judgement_by_people_counts_where_no_rule_says_otherwise() {
    for status in ["green", "amber", "red"] {
        let keys =
            format!("status = \"{status}\"\njudged = 2026-10-01\nby = \"FG\"\nevidence = [\"Audit\"]\n");
        assert_eq!(color(&keys, SAME, &[]), status);
    }
}

#[test]
fn the_worse_of_both_counts() {
    let both = |status: &str, rules: &str, change| {
        let keys = format!(
            "status = \"{status}\"\njudged = 2026-10-01\nevidence = [\"Audit\"]\nrules = [{rules}]\n"
        );
        color(&keys, change, &[])
    };
    let (secure, needs) = ("\"unsecured-link\"", "\"stale-verification\"");
    assert_eq!(both("green", secure, UNSECURED), "red", "a hand never makes it greener");
    assert_eq!(both("amber", secure, UNSECURED), "red");
    assert_eq!(both("red", secure, SAME), "red");
    assert_eq!(both("amber", secure, SAME), "amber");
    assert_eq!(both("green", secure, SAME), "green");
    assert_eq!(both("green", needs, SAME), "not-assessed", "not assessed is worse than green");
    assert_eq!(both("amber", needs, SAME), "amber", "and better than amber");
}

#[test]
fn a_rule_that_does_not_exist_colors_nothing_green() {
    let text = SMALLEST.to_owned() + "[norm.n]\ntext = \"Een zin.\"\nrules = [\"unsecured-lnk\"]\n";
    let ran = Desk::with(text).check(&[]);
    assert_eq!((ran.code, ran.findings()), (1, vec!["unknown-reference n 22:10".to_owned()]));
    assert_eq!(ran.list("norms")[0]["status"], "not-assessed");
}

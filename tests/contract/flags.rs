//! Flags and exit codes: 0 done, 1 `check` found something at level deny, 2 it could not do its work.

use crate::common::{Desk, SMALLEST};

fn unsecured() -> Desk {
    Desk::with(SMALLEST.replace("secure = true\n", ""))
}

#[test]
fn check_ends_with_0_1_or_2() {
    assert_eq!(Desk::with(SMALLEST).run(&["check"]).code, 0);
    assert_eq!(unsecured().run(&["check"]).code, 1);
    assert_eq!(unsecured().run(&["check", "elsewhere"]).code, 2);
}

#[test]
fn render_does_its_work_whatever_is_found_in_a_whole_landscape() {
    assert_eq!(unsecured().run(&["render"]).code, 0);
    assert_eq!(Desk::with(SMALLEST.replace("name = \"Csam\"", "")).run(&["render"]).code, 2);
    assert_eq!(unsecured().run(&["render", "elsewhere"]).code, 2);
}

#[test]
fn wrong_flags_end_with_2_and_are_told_on_standard_error() {
    let desk = Desk::with(SMALLEST);
    for arguments in [
        &["check", "--colour"][..],
        &["check", "--format", "xml"],
        &["check", "--date", "2026-02-30"],
        &["check", "--date", "gisteren"],
        &["check", "--date=-009999-01-01"],
        &["check", "--lang", "fr"],
        &["check", "a", "b"],
        &["chek"],
        &[],
        &["render", "--format", "pdf"],
        &["render", "--engine", "neato"],
        &["check", "-A", "unsecured-lnk"],
        &["check", "-W", "nothing-like-it"],
        &["check", "-D", ""],
        &["check", "-A", "unknown-key"],
        &["check", "-W", "invalid-toml"],
        &["render", "-A", "duplicate-id"],
    ] {
        let ran = desk.run(arguments);
        assert_eq!((ran.code, &*ran.out), (2, ""), "{arguments:?}");
        assert!(!ran.err.is_empty(), "{arguments:?}");
    }
    assert_eq!(desk.list("diagrams"), [""; 0]);
}

#[test]
fn a_misspelt_rule_says_what_was_meant() {
    let ran = Desk::with(SMALLEST).run(&["check", "--lang", "en", "-A", "unsecured-lnk"]);
    assert!(ran.err.contains("unsecured-link"), "{}", ran.err);
}

#[test]
fn flags_set_levels_over_those_of_the_landscape() {
    let desk = unsecured();
    let ran = desk.check(&["-A", "unsecured-link"]);
    assert_eq!((ran.code, ran.rules()), (0, vec![]));
    let ran = desk.check(&["--warn", "unsecured-link"]);
    assert_eq!((ran.code, ran.rules()), (0, vec!["unsecured-link".to_owned()]));

    let desk = Desk::with(SMALLEST.replace("secure = true\n", "") + "[rules]\nunsecured-link = \"allow\"\n");
    assert_eq!(desk.check(&[]).code, 0);
    assert_eq!(desk.check(&["--deny", "unsecured-link"]).code, 1);
}

#[test]
fn help_and_version_go_to_standard_output() {
    let desk = Desk::with(SMALLEST);
    for arguments in [&["--help"][..], &["--version"], &["check", "--help"], &["render", "-h"]] {
        let ran = desk.run(arguments);
        assert_eq!((ran.code, &*ran.err), (0, ""), "{arguments:?}");
        assert!(!ran.out.is_empty());
    }
}

#[test]
fn the_date_is_that_of_the_flag_else_of_the_landscape_else_today() {
    let desk = Desk::with(SMALLEST.replace("[landscape]\n", "[landscape]\ndate = 2017-12-31\n"));
    assert_eq!(desk.check(&[]).json()["date"], "2017-12-31");
    assert_eq!(desk.check(&["--date", "2020-02-29"]).json()["date"], "2020-02-29");
    let before = jiff::Zoned::now().date().to_string();
    let today = Desk::with(SMALLEST).check(&[]).json()["date"].as_str().unwrap().to_owned();
    let after = jiff::Zoned::now().date().to_string();
    assert!(today == before || today == after, "{today}");
}

#[test]
fn what_a_rule_demands_depends_on_the_date() {
    let desk = Desk::with(SMALLEST.to_owned() + "tls = \"1.0\"\n");
    let on = |date| {
        let ran = desk.check(&["--date", date]);
        let level = ran.list("findings").first().map(|found| found["level"].as_str().unwrap().to_owned());
        (ran.code, level)
    };
    assert_eq!(on("2018-12-31"), (0, None), "voldoende under NCSC 2014");
    assert_eq!(on("2019-04-22"), (0, None));
    assert_eq!(on("2019-04-23"), (0, Some("warn".to_owned())), "uit te faseren");
    assert_eq!(on("2025-04-30"), (0, Some("warn".to_owned())));
    assert_eq!(on("2025-06-01"), (1, Some("deny".to_owned())), "onvoldoende");
}

#[test]
fn before_the_gdpr_findings_rest_on_another_text() {
    let basis =
        |date| unsecured().check(&["--date", date, "--lang", "en"]).list("findings")[0]["basis"].to_string();
    assert!(!basis("2018-05-24").contains("GDPR"), "{}", basis("2018-05-24"));
    assert!(basis("2018-05-25").contains("GDPR"));
    assert_ne!(basis("2018-05-24"), "[]");
}

#[test]
fn the_language_is_that_of_the_flag_else_of_the_landscape_else_dutch() {
    let message = |desk: &Desk, flags: &[&str]| desk.check(flags).list("findings")[0]["message"].to_string();
    let dutch = unsecured();
    let text = SMALLEST.replace("secure = true\n", "");
    let english = Desk::with(text.replace("[landscape]\n", "[landscape]\nlanguage = \"en\"\n"));
    assert!(message(&dutch, &[]).contains("Koppeling"));
    assert!(message(&english, &[]).contains("Link"));
    assert_eq!(message(&dutch, &["--lang", "en"]), message(&english, &[]));
    assert_eq!(message(&english, &["--lang", "nl"]), message(&dutch, &[]));
}

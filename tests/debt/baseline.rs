//! `check --write-baseline FILE` and `check --baseline FILE`.

use serde_json::Value;

use super::{
    INDEBTED, ONE_MORE,
    common::{Desk, SMALLEST},
};

const WRITE: [&str; 2] = ["--write-baseline", "schuld.json"];
const READ: [&str; 2] = ["--baseline", "schuld.json"];

/// A desk with a landscape in debt and its baseline.
fn written() -> Desk {
    let desk = Desk::with(INDEBTED);
    assert_eq!(desk.check(&[]).code, 1, "there is debt");
    assert_eq!(desk.check(&WRITE).code, 0);
    desk
}

/// The findings that are neither accepted nor known.
fn new(found: &[Value]) -> Vec<&str> {
    let counts = |it: &&Value| it["accepted"] == false && it["known"] == false;
    found.iter().filter(counts).map(|it| it["rule"].as_str().unwrap()).collect()
}

#[test]
fn what_is_in_it_passes_and_stays_visible() {
    let desk = written();
    let ran = desk.check(&READ);
    assert_eq!(ran.code, 0);
    let answer = ran.json();
    let found = answer["findings"].as_array().unwrap();
    assert!(found.iter().any(|it| it["rule"] == "insecure-protocol" && it["known"] == true));
    assert_eq!(new(found), [""; 0]);
    assert_eq!((&answer["summary"]["deny"], &answer["summary"]["warn"]), (&0.into(), &0.into()));
    assert_eq!(answer["compared"]["known"], found.len());
    assert_eq!(answer["compared"]["with"], "schuld.json");

    let human = desk.run(&["check", "--baseline", "schuld.json"]);
    assert_eq!(human.code, 0);
    assert!(!human.out.contains("insecure-protocol"), "{}", human.out);
    assert!(human.out.contains("al bekend"), "{}", human.out);
    // The verdict on the landscape is no better for it.
    assert!(human.out.contains("Niet alle koppelingen"), "{}", human.out);
    let all = desk.run(&["check", "--all", "--baseline", "schuld.json"]);
    assert!(all.out.contains("insecure-protocol") && all.out.contains("(al bekend)"), "{}", all.out);
}

#[test]
fn what_is_not_in_it_fails() {
    let desk = written();
    desk.put("landscape/b.toml", ONE_MORE.replace("\"sftp\"", "\"telnet\""));
    let ran = desk.check(&READ);
    assert_eq!(ran.code, 1);
    assert!(new(&ran.list("findings")).contains(&"insecure-protocol"));
}

#[test]
fn debt_that_grows_says_what_was_added() {
    let desk = written();
    desk.put("landscape/b.toml", ONE_MORE);
    let ran = desk.check(&READ);
    assert_eq!(ran.code, 1);
    let found = ran.list("findings");
    let grown = found.iter().find(|it| it["rule"] == "missing-processor-agreement").unwrap();
    assert_eq!(grown["known"], false);
    let message = grown["message"].as_str().unwrap();
    assert!(message.ends_with("; nieuw: koppeling Csam → Suite met Gezondheidsgegevens, NAW"), "{message}");
}

#[test]
fn debt_that_shrinks_passes_and_what_is_gone_is_named() {
    let desk = Desk::with(format!("{INDEBTED}{ONE_MORE}"));
    assert_eq!(desk.check(&WRITE).code, 0);
    desk.put("landscape/a.toml", INDEBTED.replace("\"ftp\"", "\"sftp\""));
    let ran = desk.check(&READ);
    assert_eq!(ran.code, 0, "{}", ran.out);
    let gone = ran.json()["compared"]["gone"].clone();
    let gone: Vec<_> = gone.as_array().unwrap().iter().map(|it| it["rule"].as_str().unwrap()).collect();
    assert!(gone.contains(&"insecure-protocol"), "{gone:?}");
    assert!(!gone.contains(&"missing-processor-agreement"), "{gone:?}");
}

#[test]
fn what_a_mistake_hides_is_not_called_gone() {
    let desk = written();
    desk.put("landscape/a.toml", INDEBTED.replace("protocol = \"ftp\"", "protocol = "));
    let ran = desk.check(&READ);
    assert_eq!(ran.code, 1);
    assert_eq!(ran.json()["compared"]["gone"], serde_json::json!([]));
}

#[test]
fn what_is_accepted_is_left_out_so_that_it_counts_again_when_that_ends() {
    let acceptance = |until| {
        format!(
            "[[acceptance]]\nrule = 'insecure-protocol'\nsubject = 'csam->suite'\nreason = 'Kort'\nby = 'CISO'\nuntil = {until}\n"
        )
    };
    let desk = Desk::with(INDEBTED);
    desk.put("landscape/risico.toml", acceptance("2027-01-01"));
    assert_eq!(desk.check(&WRITE).code, 0);
    assert!(!desk.read("schuld.json").contains("insecure-protocol"));
    desk.put("landscape/risico.toml", acceptance("2026-10-31"));
    let ran = desk.check(&READ);
    assert_eq!(ran.code, 1);
    assert!(new(&ran.list("findings")).contains(&"insecure-protocol"));
}

#[test]
fn a_mistake_in_the_language_never_passes() {
    let desk = Desk::with(format!("{INDEBTED}\n[application.csam]\nname = \"Nog een\"\n"));
    assert_eq!(desk.check(&WRITE).code, 1);
    assert_eq!(desk.check(&READ).code, 1);
}

#[test]
fn its_file_reads_line_by_line_and_is_the_same_each_time() {
    let desk = written();
    let text = desk.read("schuld.json");
    let answer: Value = serde_json::from_str(&text).unwrap();
    let count = answer["findings"].as_array().unwrap().len();
    assert_eq!(text.lines().filter(|line| line.contains("\"fingerprint\"")).count(), count);
    desk.check(&WRITE);
    assert_eq!(desk.read("schuld.json"), text);
    assert_eq!(desk.list("."), ["landscape", "schuld.json"]);
}

#[test]
fn a_landscape_without_debt_has_an_empty_one() {
    let desk = Desk::with(SMALLEST);
    assert_eq!(desk.check(&WRITE).code, 0);
    assert_eq!(desk.read("schuld.json"), "{\n  \"version\": 1,\n  \"findings\": []\n}\n");
    assert_eq!(desk.check(&READ).code, 0);
}

#[test]
fn without_one_the_answer_has_no_word_of_it() {
    let answer = Desk::with(INDEBTED).check(&[]).json();
    assert!(answer.get("compared").is_none());
    assert!(answer["findings"][0].get("known").is_none());
}

#[test]
fn what_is_no_baseline_is_refused() {
    let desk = written();
    for (content, told) in [
        ("", "EOF"),
        ("[]", "schuld.json"),
        ("{\"version\": 2, \"findings\": []}", "versie 2"),
        ("{\"version\": 1, \"findings\": [], \"bevindingen\": []}", "bevindingen"),
    ] {
        desk.put("schuld.json", content);
        let ran = desk.check(&READ);
        assert_eq!((ran.code, &*ran.out), (2, ""), "{content}");
        assert!(ran.err.contains(told), "{content}: {}", ran.err);
    }
    let ran = desk.check(&["--baseline", "nergens.json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--write-baseline nergens.json"), "{}", ran.err);
    assert_eq!(desk.check(&["--baseline", "a.json", "--since", "HEAD"]).code, 2);
}

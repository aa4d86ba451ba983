//! What `check` says of the smallest landscape, and of the same with something taken out.

use serde_json::{Value, json};

use crate::common::{Desk, Ran, SMALLEST};

/// The smallest landscape without the line that starts with `key`.
fn without(key: &str) -> Ran {
    let kept = SMALLEST.lines().filter(|line| !line.starts_with(&format!("{key} =")));
    let text: String = kept.map(|line| format!("{line}\n")).collect();
    assert_ne!(text, SMALLEST);
    Desk::with(text).check(&[])
}

/// The smallest landscape with one text in place of another.
fn with(old: &str, new: &str) -> Ran {
    assert!(SMALLEST.contains(old));
    Desk::with(SMALLEST.replacen(old, new, 1)).check(&[])
}

#[test]
fn the_smallest_landscape_passes() {
    let ran = Desk::with(SMALLEST).check(&["--date", "2026-11-01"]);
    assert_eq!((ran.code, &*ran.err), (0, ""));
    let report = ran.json();
    assert_eq!(report["version"], 1);
    assert_eq!(report["landscape"], "Sociaal domein");
    assert_eq!(report["date"], "2026-11-01");
    assert_eq!(
        report["summary"],
        json!({
            "applications": 2, "links": 1, "personal_links": 1, "secured_personal_links": 1,
            "controlled_personal_links": 1, "deny": 0, "warn": 0, "accepted": 0,
        })
    );
    assert_eq!(report["findings"], json!([]));
    assert_eq!(report["norms"], json!([]));
}

#[test]
fn a_link_that_is_not_marked_secure_fails() {
    let ran = without("secure");
    assert_eq!(ran.code, 1);
    assert_eq!(ran.findings(), ["unsecured-link csam->ggk 13:1"]);
    assert_eq!(ran.json()["summary"]["secured_personal_links"], 0);
    assert_eq!(ran.json()["summary"]["deny"], 1);

    let ran = with("secure = true", "secure = false");
    assert_eq!((ran.code, ran.findings()), (1, vec!["unsecured-link csam->ggk 17:10".to_owned()]));
}

#[test]
fn a_link_without_controller_fails() {
    let ran = without("controller");
    assert_eq!(ran.code, 1);
    // Nothing else refers to the party that was responsible.
    assert_eq!(ran.findings(), ["unused-declaration college 4:1", "no-controller csam->ggk 13:1"]);
    assert_eq!(ran.list("findings")[0]["level"], "warn");
    assert_eq!(ran.json()["summary"]["controlled_personal_links"], 0);
}

#[test]
fn a_link_that_does_not_say_what_it_carries_fails() {
    let ran = without("personal_data");
    assert_eq!((ran.code, ran.findings()), (1, vec!["unknown-content csam->ggk 13:1".to_owned()]));
    assert_eq!(ran.json()["summary"]["personal_links"], 0);
}

#[test]
fn a_link_without_personal_data_needs_no_mark_and_no_controller() {
    let text = SMALLEST.replace(
        "personal_data = true\nsecure = true\nprotocol = \"https\"\ncontroller = \"college\"\n",
        "personal_data = false\n",
    );
    let party = "[party.college]\nname = \"College van burgemeester en wethouders\"\n\n";
    let ran = Desk::with(text.replace(party, "")).check(&[]);
    assert_eq!((ran.code, ran.rules()), (0, vec![]));
    assert_eq!(ran.json()["summary"]["personal_links"], 0);
}

#[test]
fn a_mark_that_nothing_explains_is_a_warning() {
    let ran = without("protocol");
    assert_eq!(ran.code, 0);
    assert_eq!(ran.rules(), ["unexplained-security"]);
    assert_eq!(ran.json()["findings"][0]["level"], "warn");
    assert_eq!(ran.json()["summary"]["warn"], 1);
}

#[test]
fn a_mark_that_the_protocol_contradicts_fails() {
    let ran = with("https", "FTP");
    assert_eq!((ran.code, ran.rules()), (1, vec!["insecure-protocol".to_owned()]));
    let ran = with("protocol = \"https\"", "protocol = \"soap\"");
    assert_eq!(ran.rules(), ["insecure-protocol"], "soap encrypts only with tls");
    let ran = with("protocol = \"https\"", "protocol = \"soap\"\ntls = \"1.3\"");
    assert_eq!((ran.code, ran.rules()), (0, vec![]));
}

#[test]
fn personal_data_must_agree_with_the_categories() {
    let text = SMALLEST.replace("personal_data = true", "personal_data = false\ndata = \"bsn\"")
        + "\n[data.bsn]\nname = \"BSN\"\nclass = \"national-id\"\n";
    let ran = Desk::with(text).check(&[]);
    assert_eq!(ran.code, 1);
    assert_eq!(ran.rules(), ["contradictory-content"]);
    assert_eq!(ran.list("findings")[0]["line"], 16);
}

#[test]
fn what_must_be_there_is_missed_at_its_header() {
    for (key, header, line) in [("from", "[[link]]", 13), ("to", "[[link]]", 13)] {
        let ran = without(key);
        assert_eq!(ran.code, 1);
        assert_eq!(ran.rules(), ["missing-key"], "{key} of {header}");
        assert_eq!(ran.list("findings")[0]["line"], line);
    }
    let ran = with("name = \"Csam\"", "description = \"Csam\"");
    assert_eq!(ran.findings(), ["missing-key csam 7:1"], "the link to it is none the worse");
    let ran = with("name = \"Sociaal domein\"", "owner = \"college\"");
    assert_eq!(ran.rules(), ["missing-key"]);
}

#[test]
fn a_misspelt_reference_says_what_was_meant() {
    let ran = with("to = \"ggk\"", "to = \"gkk\"");
    assert_eq!(ran.code, 1);
    assert_eq!(ran.list("findings")[0]["rule"], "unknown-reference");
    assert_eq!(
        (ran.list("findings")[0]["line"].as_u64(), ran.list("findings")[0]["column"].as_u64()),
        (Some(15), Some(6))
    );
    let human = Desk::with(SMALLEST.replace("to = \"ggk\"", "to = \"gkk\"")).run(&["check", "--lang", "en"]);
    assert!(human.out.contains("did you mean `ggk`?"), "{}", human.out);
}

#[test]
fn the_json_has_the_keys_of_the_contract_and_no_others() {
    let text = SMALLEST.replace("secure = true\n", "")
        + "[norm.n]\ntext = \"Alle lijnen zijn beveiligd.\"\nrules = [\"unsecured-link\"]\n[party.college]\nname = \"Dubbel\"\n";
    let report = Desk::with(text).check(&[]).json();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(keys(&report), sorted("version landscape date summary findings norms not_assessed"));
    assert_eq!(
        keys(&report["summary"]),
        sorted(
            "applications links personal_links secured_personal_links controlled_personal_links deny warn accepted"
        )
    );
    let duplicate =
        report["findings"].as_array().unwrap().iter().find(|it| it["rule"] == "duplicate-id").unwrap();
    assert_eq!(
        keys(duplicate),
        sorted("rule level accepted subject message file line column end_line end_column basis related")
    );
    assert_eq!(keys(&duplicate["related"][0]), sorted("message file line column"));
    assert_eq!(keys(&report["norms"][0]), sorted("id status"));
    assert_eq!(keys(&report["not_assessed"][0]), sorted("rule needs"));
}

/// Words in the order in which `serde_json` gives keys.
fn sorted(words: &str) -> String {
    let mut words: Vec<_> = words.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

#[test]
fn a_rule_that_lacks_what_it_needs_is_not_assessed() {
    let needs = |ran: &Ran, rule: &str| {
        let list = ran.list("not_assessed");
        list.iter().find(|it| it["rule"] == rule).map(|it| it["needs"].as_str().unwrap().to_owned())
    };
    let ran = Desk::with(SMALLEST).check(&[]);
    assert_eq!(needs(&ran, "no-purpose").as_deref(), Some("[processing.*]"));
    assert_eq!(needs(&ran, "unknown-tls").as_deref(), Some("tls"));
    assert_eq!(needs(&ran, "stale-verification").as_deref(), Some("verified"));
    assert_eq!(needs(&ran, "unsecured-link"), None);

    let text = SMALLEST.to_owned() + "verified = 2026-10-01\n[processing.wmo]\nname = \"Wmo\"\n";
    let ran = Desk::with(text).check(&["--date", "2026-11-01"]);
    assert_eq!(needs(&ran, "no-purpose"), None);
    assert_eq!(needs(&ran, "stale-verification"), None);
    assert!(ran.rules().contains(&"no-purpose".to_owned()));
    let human = Desk::with(SMALLEST).run(&["check", "--lang", "en"]);
    let told = human.out.contains("Not assessed") && human.out.contains("unknown-tls");
    assert!(told, "every output says so: {}", human.out);
}

//! GitLab's code quality report, by the schema that GitLab itself checks it against.

use std::{collections::BTreeSet, fs};

use koppelkaart::report::gitlab;
use serde_json::Value;

use crate::landscapes::{Judged, ROOT, accepted, all};

fn issues(judged: &Judged) -> Vec<Value> {
    serde_json::from_str(&judged.print(gitlab::write)).expect("a list")
}

#[test]
fn every_report_is_what_gitlab_takes() {
    let schema = fs::read_to_string(format!("{ROOT}/tests/fixtures/formats/gitlab-codeclimate.json"));
    let schema: Value = serde_json::from_str(&schema.expect("it is there")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for judged in all() {
        for issue in issues(&judged) {
            assert!(validator.is_valid(&issue), "{issue}");
            let severity = issue["severity"].as_str().expect("a word");
            // The words that the documentation allows.
            assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity), "{severity}");
            assert!(!issue["location"]["path"].as_str().expect("a path").starts_with("./"));
        }
    }
}

#[test]
fn each_finding_is_one_issue_at_its_line() {
    for judged in all() {
        let place = |it: &Value| (it["location"]["path"].clone(), it["location"]["lines"]["begin"].clone());
        let told = issues(&judged).iter().map(|it| (it["check_name"].clone(), place(it))).collect::<Vec<_>>();
        let expected = |it: &Value| (it["rule"].clone(), (it["file"].clone(), it["line"].clone()));
        assert_eq!(told, judged.findings().iter().map(expected).collect::<Vec<_>>(), "{}", judged.name);
    }
}

#[test]
fn no_two_issues_have_the_same_fingerprint() {
    for judged in all() {
        let issues = issues(&judged);
        let codes: BTreeSet<_> =
            issues.iter().map(|it| it["fingerprint"].as_str().expect("a code")).collect();
        assert_eq!(codes.len(), issues.len(), "{}", judged.name);
    }
}

#[test]
fn what_fails_weighs_most_and_what_is_accepted_or_known_least() {
    let weighed = |judged: &Judged| -> Vec<_> {
        let of = |it: Value| format!("{} {}", it["check_name"], it["severity"]).replace('"', "");
        issues(judged).into_iter().map(of).collect()
    };
    let weights = weighed(&accepted());
    assert!(weights.contains(&"unsecured-link info".to_owned()), "accepted: {weights:?}");
    assert!(weights.contains(&"unsecured-link major".to_owned()), "fails: {weights:?}");
    let known = weighed(&accepted().since(&accepted()));
    assert!(known.iter().all(|it| it.ends_with("info") || it.ends_with("minor")), "{known:?}");
}

#[test]
fn who_accepted_it_and_why_can_be_read() {
    let told = issues(&accepted()).iter().map(|it| it["description"].to_string()).collect::<String>();
    assert!(told.contains("Geaccepteerd door CISO tot en met 31 januari 2027: Wordt vervangen."), "{told}");
}

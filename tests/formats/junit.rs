//! The XML of `JUnit`, by a reader of others and by what Jenkins and GitLab make of it.

use std::collections::BTreeSet;

use junit_parser::{TestCase, TestSuites};
use koppelkaart::report::junit;
use roxmltree::Document;

use crate::landscapes::{HOSTILE, Judged, accepted, all, allowing, broken, clean, empty, hostile};

fn xml(judged: &Judged) -> String {
    judged.print(junit::write)
}

fn report(judged: &Judged) -> TestSuites {
    let xml = xml(judged);
    junit_parser::from_reader(xml.as_bytes())
        .unwrap_or_else(|error| panic!("{}: {error}\n{xml}", judged.name))
}

fn cases(judged: &Judged) -> Vec<TestCase> {
    report(judged).suites.into_iter().flat_map(|suite| suite.cases).collect()
}

#[test]
fn every_report_is_read_and_its_counts_are_right() {
    for judged in all() {
        let report = report(&judged);
        let cases: Vec<_> = report.suites.iter().flat_map(|suite| &suite.cases).collect();
        let failed = cases.iter().filter(|case| case.status.is_failure()).count();
        let skipped = cases.iter().filter(|case| case.status.is_skipped()).count();
        assert_eq!(
            (report.tests, report.failures, report.skipped),
            (cases.len() as u64, failed as u64, skipped as u64)
        );
        let sum = |count: fn(&junit_parser::TestSuite) -> u64| report.suites.iter().map(count).sum::<u64>();
        assert_eq!(sum(|suite| suite.tests), report.tests);
        assert_eq!(
            (sum(|suite| suite.failures), sum(|suite| suite.skipped)),
            (report.failures, report.skipped)
        );
    }
}

#[test]
fn red_is_what_fails_the_check_and_green_is_a_rule_that_found_nothing() {
    for judged in all() {
        let summary = &judged.analysis.summary;
        let cases = cases(&judged);
        let failed = cases.iter().filter(|case| case.status.is_failure()).count();
        assert_eq!(failed, summary.deny, "{}", judged.name);
        let found: BTreeSet<_> = judged.analysis.findings.iter().map(|it| it.rule.id).collect();
        for passed in cases.iter().filter(|case| case.status.is_success()) {
            let rule = passed.classname.as_deref().and_then(|name| name.split('.').nth(2)).expect("a rule");
            assert!(!found.contains(rule), "{}: {rule} found something", judged.name);
            assert!(judged.analysis.not_assessed.iter().all(|it| it.rule != rule), "{rule} was not assessed");
            assert!(!judged.analysis.allowed.contains(&rule), "{rule} was allowed");
        }
    }
}

#[test]
fn each_finding_is_one_test_with_its_place() {
    for judged in all() {
        let xml = xml(&judged);
        let document = Document::parse(&xml).expect("XML");
        let tests = document.descendants().filter(|node| node.has_attribute("file"));
        let mut told: Vec<_> = tests.map(|it| it.attribute("line").expect("a line").to_owned()).collect();
        let mut expected: Vec<_> = judged.findings().iter().map(|it| it["line"].to_string()).collect();
        told.sort();
        expected.sort();
        assert_eq!(told, expected, "{}", judged.name);
    }
}

#[test]
fn no_two_tests_have_the_same_name_since_gitlab_sees_only_the_first() {
    for judged in all() {
        let cases = cases(&judged);
        let names: BTreeSet<_> = cases.iter().map(|case| (&case.classname, &case.name)).collect();
        assert_eq!(names.len(), cases.len(), "{}", judged.name);
    }
    // Two links that read the same, and one that reads like the number of another.
    let mut same = accepted();
    let mut again = same.analysis.findings.iter().find(|it| it.fails()).expect("one that fails").clone();
    same.analysis.findings.push(again.clone());
    again.message += " (2)";
    same.analysis.findings.push(again);
    let cases = cases(&same);
    let names: BTreeSet<_> = cases.iter().map(|case| (&case.classname, &case.name)).collect();
    assert_eq!(names.len(), cases.len());
}

#[test]
fn every_rule_has_at_least_one_test() {
    for judged in all() {
        let cases = cases(&judged);
        for rule in koppelkaart::rules::ALL {
            let class = format!("koppelkaart.{}.{}", rule.info.group.id(), rule.info.id);
            assert!(cases.iter().any(|case| case.classname.as_deref() == Some(&*class)), "{class}");
        }
    }
}

#[test]
fn names_stay_text() {
    for name in HOSTILE {
        let xml = xml(&hostile(name));
        let document = Document::parse(&xml).unwrap_or_else(|error| panic!("{error}\n{xml}"));
        let elements = document.descendants().filter(roxmltree::Node::is_element);
        for element in elements {
            let known = ["testsuites", "testsuite", "testcase", "failure", "skipped"];
            assert!(known.contains(&element.tag_name().name()), "{element:?}");
        }
        assert!(document.descendants().all(|node| !node.is_comment() && !node.is_pi()));
    }
}

#[test]
fn what_is_accepted_known_or_not_assessed_is_skipped_and_says_why() {
    let why = |judged: &Judged| -> Vec<String> {
        let xml = xml(judged);
        let document = Document::parse(&xml).expect("XML");
        let skipped = document.descendants().filter(|node| node.has_tag_name("skipped"));
        skipped.map(|node| node.attribute("message").expect("a message").to_owned()).collect()
    };
    let accepted_by = "Geaccepteerd door CISO tot en met 31 januari 2027: Wordt vervangen.";
    assert!(why(&accepted()).contains(&accepted_by.to_owned()), "{:?}", why(&accepted()));
    let debt = accepted().since(&accepted());
    assert_eq!(why(&debt).iter().filter(|it| *it == "Dit was er al.").count(), debt.analysis.summary.known);
    assert!(why(&allowing()).contains(&"Niet beoordeeld: op `allow` gezet.".to_owned()));
    let missing = why(&clean()).iter().filter(|it| it.starts_with("Niet beoordeeld")).count();
    assert_eq!(missing, clean().analysis.not_assessed.len());
    assert!(why(&clean()).iter().all(|it| !it.is_empty()));
}

#[test]
fn nothing_passed_where_not_everything_could_be_read() {
    for judged in [broken(), empty()] {
        assert!(cases(&judged).iter().all(|case| !case.status.is_success()), "{}", judged.name);
    }
    assert!(cases(&clean()).iter().any(|case| case.status.is_success()));
}

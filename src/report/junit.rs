//! Findings as the tests of a build server: the XML of `JUnit`, as Jenkins and GitLab read it.
//!
//! A test that passed is a rule that found nothing. Red is only what fails the check; what warns, what was there
//! before, what is accepted and what could not be assessed was skipped, and says why: none of these is green.

use std::io;

use rustc_hash::{FxHashMap, FxHashSet};

use super::standing::{self, Standing, place, remark, sentence};
use crate::{
    analysis::{Acceptances, Analysis, NotAssessed},
    finding::{Finding, RuleInfo},
    rules::find,
    say, sentence as whole,
    source::Sources,
    text::{capitalised, on_one_line},
    view::xml::Xml,
};

/// A test, as a build server lists it.
struct Case {
    /// `koppelkaart.GROUP.RULE`: Jenkins makes packages of it, GitLab calls it the suite.
    class: String,
    /// What it tells, unlike every other in its class.
    name: String,
    /// Where, for a finding.
    place: Option<(String, usize)>,
    outcome: Outcome,
}

enum Outcome {
    Passed,
    Failed { message: String, details: String },
    Skipped { why: String, details: String },
}

/// Writes the report: a suite for each group of rules.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(analysis: &Analysis, sources: &Sources, out: &mut impl io::Write) -> io::Result<()> {
    let suites = suites(analysis, sources);
    let mut xml = Xml::new();
    let all = suites.iter().flat_map(|(_, cases)| cases);
    open(&mut xml, "testsuites", &format!("Koppelkaart: {}", whole::heading(analysis)), all);
    for (name, cases) in &suites {
        open(&mut xml, "testsuite", name, cases.iter());
        for case in cases {
            write_case(&mut xml, case);
        }
        xml.close();
        xml.line();
    }
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", xml.finish())
}

/// Opens an element that holds tests, with their counts.
fn open<'a>(xml: &mut Xml, element: &'static str, name: &str, cases: impl Iterator<Item = &'a Case>) {
    let (mut tests, mut failures, mut skipped) = (0, 0, 0);
    for case in cases {
        tests += 1;
        failures += usize::from(matches!(case.outcome, Outcome::Failed { .. }));
        skipped += usize::from(matches!(case.outcome, Outcome::Skipped { .. }));
    }
    let [tests, failures, skipped] = [tests, failures, skipped].map(|count: usize| count.to_string());
    let name = carried(name);
    let attributes = [
        ("name", &*name),
        ("tests", &tests),
        ("failures", &failures),
        ("errors", "0"),
        ("skipped", &skipped),
    ];
    xml.open(element, &attributes);
    xml.line();
}

fn write_case(xml: &mut Xml, case: &Case) {
    let (name, file, line);
    name = carried(&case.name);
    let mut attributes = vec![("classname", &*case.class), ("name", &*name)];
    if let Some((path, number)) = &case.place {
        (file, line) = (carried(path), number.to_string());
        attributes.extend([("file", &*file), ("line", &*line)]);
    }
    match &case.outcome {
        Outcome::Passed => xml.leaf("testcase", &attributes),
        Outcome::Failed { message, details } => {
            xml.open("testcase", &attributes);
            xml.text("failure", &[("message", &carried(message)), ("type", "deny")], &carried(details));
            xml.close();
        }
        Outcome::Skipped { why, details } => {
            xml.open("testcase", &attributes);
            xml.text("skipped", &[("message", &carried(why))], &carried(details));
            xml.close();
        }
    }
    xml.line();
}

/// Text with nothing in it that XML 1.0 has no place for; lines stay lines.
fn carried(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(on_one_line).collect();
    lines.join("\n").replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}

/// The tests of each group of rules, and of what a later version will judge.
fn suites(analysis: &Analysis, sources: &Sources) -> Vec<(String, Vec<Case>)> {
    let lang = analysis.lang;
    let mut found: FxHashMap<&str, Vec<&Finding>> = FxHashMap::default();
    for finding in &analysis.findings {
        found.entry(finding.rule.id).or_default().push(finding);
    }
    let acceptances = analysis.acceptances();
    let cases = |rule: &RuleInfo| match found.get(rule.id) {
        None => vec![without_findings(rule, analysis)],
        Some(findings) => {
            let mut cases: Vec<_> =
                findings.iter().map(|it| with_finding(it, &acceptances, analysis, sources)).collect();
            number_alike(&mut cases);
            cases
        }
    };
    let mut suites: Vec<_> = super::rules::by_group()
        .into_iter()
        .map(|(group, rules)| {
            (group.title().to(lang).to_owned(), rules.into_iter().flat_map(cases).collect())
        })
        .collect();
    let later: Vec<_> = analysis.not_assessed.iter().filter(|it| find(it.rule).is_none()).collect();
    if !later.is_empty() {
        let name = say!(lang, en: "Rules of a later version", nl: "Regels van een latere versie");
        let case = |missing: &NotAssessed| Case {
            class: format!("koppelkaart.{}", missing.rule),
            name: missing.rule.to_owned(),
            place: None,
            outcome: skipped(standing::not_assessed(missing.needs, lang)),
        };
        suites.push((name, later.into_iter().map(case).collect()));
    }
    suites
}

fn class(rule: &RuleInfo) -> String {
    format!("koppelkaart.{}.{}", rule.group.id(), rule.id)
}

const fn skipped(why: String) -> Outcome {
    Outcome::Skipped { why, details: String::new() }
}

/// The one test of a rule that found nothing: it passed only if the rule was in a position to find something.
fn without_findings(rule: &RuleInfo, analysis: &Analysis) -> Case {
    let lang = analysis.lang;
    let outcome = if let Some(missing) = analysis.not_assessed.iter().find(|it| it.rule == rule.id) {
        skipped(standing::not_assessed(missing.needs, lang))
    } else if analysis.allowed.contains(&rule.id) {
        skipped(standing::allowed(lang))
    } else if analysis.is_incomplete() {
        skipped(say!(
            lang,
            en: "Nothing found, but not everything could be read.",
            nl: "Niets gevonden, maar niet alles was te lezen.",
        ))
    } else {
        Outcome::Passed
    };
    let title = rule.title.to(lang);
    let name = say!(lang, en: "Nothing found: {title}", nl: "Niets gevonden: {title}");
    // What wasn't looked for wasn't found, but that would be a misleading thing to say.
    let name = if matches!(outcome, Outcome::Passed) { name } else { capitalised(title) };
    Case { class: class(rule), name, place: None, outcome }
}

fn with_finding(
    finding: &Finding,
    acceptances: &Acceptances<'_>,
    analysis: &Analysis,
    sources: &Sources,
) -> Case {
    let (lang, message) = (analysis.lang, finding.message.clone());
    let (start, _) = sources.positions(finding.primary.location);
    let path = sources.get(finding.primary.location.source).path().to_owned();
    let details = details(finding, analysis, sources);
    let outcome = match Standing::of(finding) {
        Standing::Fails => Outcome::Failed { message: message.clone(), details },
        Standing::Warns => {
            let why = say!(lang, en: "Warning: doesn't fail the check.", nl: "Waarschuwing: laat de controle niet falen.");
            Outcome::Skipped { why, details }
        }
        Standing::Known | Standing::Accepted => {
            Outcome::Skipped { why: remark(finding, acceptances, lang).unwrap_or_default(), details }
        }
    };
    Case { class: class(finding.rule), name: message, place: Some((path, start.line)), outcome }
}

/// What there is to know of a finding: where, why it matters, how to mend it.
fn details(finding: &Finding, analysis: &Analysis, sources: &Sources) -> String {
    let lang = analysis.lang;
    let mut lines = vec![sentence(&finding.message), place(finding.primary.location, sources)];
    for label in &finding.related {
        let (place, message) = (place(label.location, sources), &label.message);
        lines.push(say!(lang, en: "See {place}: {message}", nl: "Zie {place}: {message}"));
    }
    let (why, mend) = (finding.rule.why.to(lang), finding.mend(lang));
    lines.push(say!(lang, en: "Why: {why}", nl: "Waarom: {why}"));
    lines.push(say!(lang, en: "Mend: {mend}", nl: "Herstel: {mend}"));
    if !finding.basis.is_empty() {
        let basis = finding.basis.join(", ");
        lines.push(say!(lang, en: "Rests on: {basis}", nl: "Berust op: {basis}"));
    }
    lines.join("\n")
}

/// Numbers tests of one class that tell the same, since GitLab only sees the first of a name.
fn number_alike(cases: &mut [Case]) {
    let mut taken: FxHashSet<String> = FxHashSet::default();
    let mut numbers: FxHashMap<String, usize> = FxHashMap::default();
    for case in cases {
        let number = numbers.entry(case.name.clone()).or_insert(1);
        let name = case.name.clone();
        while !taken.insert(case.name.clone()) {
            *number += 1;
            case.name = format!("{name} ({number})");
        }
    }
}

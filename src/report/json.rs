//! The analysis as one JSON object: a contract with other programs (`LANGUAGE.md`, "Findings").

use std::{borrow::Cow, io};

use serde::Serialize;

use crate::{
    analysis::{Analysis, debt::Comparison},
    finding::{Finding, Label, Level},
    model::Status,
    source::Sources,
    text::is_unsafe,
};

#[derive(Serialize)]
struct Report<'a> {
    version: u8,
    landscape: &'a str,
    date: String,
    summary: Counts,
    findings: Vec<Found<'a>>,
    norms: Vec<Norm<'a>>,
    not_assessed: Vec<NotAssessed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compared: Option<Compared<'a>>,
}

/// Only where the check was compared with an earlier one.
#[derive(Serialize)]
struct Compared<'a> {
    with: &'a str,
    new: usize,
    known: usize,
    gone: Vec<Gone<'a>>,
}

#[derive(Serialize)]
struct Gone<'a> {
    rule: &'a str,
    subject: &'a str,
}

#[derive(Serialize)]
struct Counts {
    applications: usize,
    links: usize,
    personal_links: usize,
    secured_personal_links: usize,
    controlled_personal_links: usize,
    deny: usize,
    warn: usize,
    accepted: usize,
}

#[derive(Serialize)]
struct Found<'a> {
    rule: &'static str,
    level: Level,
    accepted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<bool>,
    subject: &'a str,
    message: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    basis: &'a [String],
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Norm<'a> {
    id: &'a str,
    status: Status,
}

#[derive(Serialize)]
struct NotAssessed {
    rule: &'static str,
    needs: &'static str,
}

/// Writes the report and a line break.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(analysis: &Analysis, sources: &Sources, out: &mut impl io::Write) -> io::Result<()> {
    let summary = &analysis.summary;
    let report = Report {
        version: 1,
        landscape: analysis.landscape.name(),
        date: analysis.date.to_string(),
        summary: Counts {
            applications: summary.applications,
            links: summary.tally.links,
            personal_links: summary.tally.personal,
            secured_personal_links: summary.tally.secured,
            controlled_personal_links: summary.tally.controlled,
            deny: summary.deny,
            warn: summary.warn,
            accepted: summary.accepted,
        },
        findings: analysis.findings.iter().map(|finding| found(finding, analysis, sources)).collect(),
        norms: analysis.norms.iter().map(|norm| Norm { id: &norm.id, status: norm.status }).collect(),
        not_assessed: analysis
            .not_assessed
            .iter()
            .map(|missing| NotAssessed { rule: missing.rule, needs: missing.needs })
            .collect(),
        compared: analysis.comparison.as_ref().map(|it| compared(it, summary.known)),
    };
    writeln!(out, "{}", escaped(&serde_json::to_string_pretty(&report)?))
}

/// JSON in which every character that could upset a terminal is written as `\u1234`. Such a character only stands
/// within a string, where that means the same.
fn escaped(json: &str) -> Cow<'_, str> {
    let upsets = |character: char| is_unsafe(character) && character != '\n';
    if !json.contains(upsets) {
        return Cow::Borrowed(json);
    }
    let mut text = String::with_capacity(json.len() + 64);
    for character in json.chars() {
        if upsets(character) {
            text.extend(character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            text.push(character);
        }
    }
    Cow::Owned(text)
}

fn compared(comparison: &Comparison, known: usize) -> Compared<'_> {
    let gone = comparison.gone.iter().map(|it| Gone { rule: &it.rule, subject: &it.subject }).collect();
    Compared { with: comparison.before.name(), new: comparison.new, known, gone }
}

fn found<'a>(finding: &'a Finding, analysis: &Analysis, sources: &'a Sources) -> Found<'a> {
    let location = finding.primary.location;
    let (start, end) = sources.positions(location);
    Found {
        rule: finding.rule.id,
        level: finding.level,
        accepted: finding.accepted,
        known: analysis.comparison.is_some().then_some(finding.known),
        subject: &finding.subject,
        message: &finding.message,
        file: sources.get(location.source).path(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        basis: &finding.basis,
        related: finding.related.iter().map(|label| related(label, sources)).collect(),
    }
}

fn related<'a>(label: &'a Label, sources: &'a Sources) -> Related<'a> {
    let (start, _) = sources.positions(label.location);
    let file = sources.get(label.location.source).path();
    Related { message: &label.message, file, line: start.line, column: start.column }
}

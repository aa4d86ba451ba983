//! Findings as GitLab shows them with a merge request: a code quality report.
//!
//! The format: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.

use std::io;

use serde::Serialize;

use super::{
    compact,
    standing::{Standing, remark, sentence},
};
use crate::{
    analysis::{
        Analysis,
        fingerprint::{Fingerprint, fingerprints},
    },
    finding::Finding,
    source::Sources,
};

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Place<'a>,
}

#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// Writes the report and a line break.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(analysis: &Analysis, sources: &Sources, out: &mut impl io::Write) -> io::Result<()> {
    let acceptances = analysis.acceptances();
    let issue = |(finding, fingerprint): (&Finding, Fingerprint)| {
        let (start, end) = sources.positions(finding.primary.location);
        let message = sentence(&finding.message);
        let description = match remark(finding, &acceptances, analysis.lang) {
            Some(remark) => format!("{message} {remark}"),
            None => message,
        };
        let path = sources.get(finding.primary.location.source).path();
        Issue {
            description,
            check_name: finding.rule.id,
            fingerprint: fingerprint.code,
            severity: severity(Standing::of(finding)),
            location: Place { path, lines: Lines { begin: start.line, end: end.line } },
        }
    };
    let issues: Vec<_> = analysis.findings.iter().zip(fingerprints(analysis, sources)).map(issue).collect();
    compact::write(&issues, out)
}

/// How heavily GitLab lets it weigh. What fails the check is `major`: it stops the change. `critical` and
/// `blocker` stay free, since there is no finding heavier than another that fails. What someone answers for, or
/// was there before, asks nothing of this change.
const fn severity(standing: Standing) -> &'static str {
    match standing {
        Standing::Fails => "major",
        Standing::Warns => "minor",
        Standing::Known | Standing::Accepted => "info",
    }
}

//! Findings in SARIF 2.1.0, the standard between checkers and what shows their results: GitHub's code scanning,
//! Azure DevOps, editors. <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

mod format;
mod rules;
mod words;

use std::io;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;

use self::format::{
    ArtifactLocation, Aside, Driver, Invocation, Log, Message, Notification, Outcome, PhysicalLocation,
    Place, Region, RuleReference, Run, Suppression, Tool,
};
use super::{
    compact,
    standing::{self, Standing, worst_first},
};
use crate::{
    analysis::{
        Acceptances, Analysis,
        fingerprint::{Fingerprint, fingerprints},
    },
    finding::{Finding, Label, Level},
    model::{Acceptance, Item},
    rules::ALL,
    say, sentence,
    source::{Location, Sources},
    text::{number, on_one_line},
};

/// GitHub refuses a run with more results than this, and shows 5,000:
/// <https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit>.
const MOST: usize = 25_000;

/// The key of our fingerprints. GitHub's own key, `primaryLocationLineHash`, is left to the action that uploads:
/// it warns of every value that isn't its own.
const FINGERPRINT: &str = "koppelkaart/v1";

/// What relative paths are relative to: the working directory, at GitHub the root of the repository.
const ROOT: &str = "%SRCROOT%";

/// Writes the log and a line break.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(analysis: &Analysis, sources: &Sources, out: &mut impl io::Write) -> io::Result<()> {
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "Koppelkaart",
                semantic_version: env!("CARGO_PKG_VERSION"),
                information_uri: crate::report::rules::home(),
                rules: rules::descriptors(analysis.lang),
            },
        },
        language: analysis.lang.tag(),
        column_kind: "unicodeCodePoints",
        original_uri_base_ids: json!({ ROOT: { "description": { "text": root(analysis) } } }),
        invocations: [invocation(analysis)],
        results: Results { analysis, sources, acceptances: analysis.acceptances() }.all(),
        properties: json!({
            "landscape": analysis.landscape.name(),
            "referenceDate": analysis.date.to_string(),
            "verdict": sentence::verdict(analysis),
            "comparison": sentence::comparison(analysis),
        }),
    };
    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    compact::write(&Log { schema, version: "2.1.0", runs: [run] }, out)
}

fn root(analysis: &Analysis) -> String {
    say!(analysis.lang, en: "The folder that the check was run in.", nl: "De map waarin de controle is uitgevoerd.")
}

/// That the check was done, and what it couldn't judge by.
fn invocation(analysis: &Analysis) -> Invocation {
    let lang = analysis.lang;
    let missing = analysis.not_assessed.iter().map(|it| (it.rule, standing::not_assessed(it.needs, lang)));
    let allowed = analysis.allowed.iter().map(|rule| (*rule, standing::allowed(lang)));
    let notify = |(rule, why): (&'static str, String)| {
        let index = ALL.iter().position(|known| known.info.id == rule);
        Notification {
            level: "note",
            message: plain(why),
            associated_rule: Some(RuleReference { id: rule, index }),
        }
    };
    let left_out = analysis.findings.len().saturating_sub(MOST);
    let cut = (left_out > 0).then(|| {
        let (left_out, most) = (number(left_out, lang), number(MOST, lang));
        let message = say!(
            lang,
            en: "{left_out} results are left out, the least serious ones: readers take {most} at most.",
            nl: "{left_out} resultaten zijn weggelaten, de minst ernstige: lezers nemen er hooguit {most} aan.",
        );
        Notification { level: "warning", message: plain(message), associated_rule: None }
    });
    Invocation {
        execution_successful: true,
        exit_code: u8::from(analysis.fails()),
        tool_configuration_notifications: missing.chain(allowed).map(notify).collect(),
        tool_execution_notifications: cut.into_iter().collect(),
    }
}

/// Findings on their way to being results.
struct Results<'a> {
    analysis: &'a Analysis,
    sources: &'a Sources,
    acceptances: Acceptances<'a>,
}

impl<'a> Results<'a> {
    /// All of them, the worst first.
    fn all(&self) -> Vec<Outcome<'a>> {
        let fingerprints = fingerprints(self.analysis, self.sources);
        let ordered = worst_first(self.analysis).into_iter().take(MOST);
        ordered.map(|(at, finding)| self.one(finding, &fingerprints[at])).collect()
    }

    fn one(&self, finding: &'a Finding, fingerprint: &Fingerprint) -> Outcome<'a> {
        let rule = finding.rule.id;
        let acceptance = self.acceptances.of(finding).filter(|_| finding.accepted);
        let related = |(id, label): (usize, &Label)| Place {
            id: Some(id),
            message: (!label.message.is_empty()).then(|| plain(words::unlinked(&label.message))),
            ..self.place(label.location)
        };
        Outcome {
            rule_id: rule,
            rule_index: ALL.iter().position(|known| known.info.id == rule).unwrap_or_default(),
            level: level(finding.level),
            message: plain(words::message(finding, &self.acceptances, self.analysis.lang, self.sources)),
            locations: [self.place(finding.primary.location)],
            related_locations: finding.related.iter().enumerate().map(related).collect(),
            partial_fingerprints: json!({ FINGERPRINT: fingerprint.code }),
            suppressions: acceptance.into_iter().map(|it| self.suppression(it)).collect(),
            baseline_state: self.baseline_state(finding),
            properties: Aside { subject: &finding.subject, basis: &finding.basis },
        }
    }

    /// Whether it was there before, where that is known: the standard wants it of all results or of none. What is
    /// accepted is never called new: someone has looked at it.
    fn baseline_state(&self, finding: &Finding) -> Option<&'static str> {
        self.analysis.comparison.as_ref().map(|_| match Standing::of(finding) {
            Standing::Fails | Standing::Warns => "new",
            Standing::Known | Standing::Accepted => "unchanged",
        })
    }

    fn suppression(&self, acceptance: &Item<Acceptance>) -> Suppression {
        let (by, until) = (&*acceptance.by.value, acceptance.until.value.to_string());
        Suppression {
            kind: "external",
            status: "accepted",
            justification: format!("{} ({}, {until})", on_one_line(&acceptance.reason), on_one_line(by)),
            location: self.place(acceptance.header),
            properties: json!({ "by": by, "until": until }),
        }
    }

    fn place(&self, location: Location) -> Place {
        let (start, end) = self.sources.positions(location);
        Place {
            id: None,
            physical_location: PhysicalLocation {
                artifact_location: artifact(self.sources.get(location.source).path()),
                region: Region {
                    start_line: start.line,
                    start_column: start.column,
                    end_line: end.line,
                    end_column: end.column,
                },
            },
            message: None,
        }
    }
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Warn => "warning",
        Level::Deny => "error",
    }
}

const fn plain(text: String) -> Message {
    Message { text, markdown: None }
}

/// What a path may hold as it is: RFC 3986's unreserved characters, and the slash between folders.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Where a file is: relative to the root, unless its path is absolute.
fn artifact(path: &str) -> ArtifactLocation {
    let uri = utf8_percent_encode(path, PATH);
    if path.starts_with('/') {
        ArtifactLocation { uri: format!("file://{uri}"), uri_base_id: None }
    } else {
        ArtifactLocation { uri: uri.to_string(), uri_base_id: Some(ROOT) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_uri() {
        let relative = artifact("landschap/één #1: 50%.toml");
        assert_eq!(relative.uri, "landschap/%C3%A9%C3%A9n%20%231%3A%2050%25.toml");
        assert_eq!(relative.uri_base_id, Some(ROOT));
        let absolute = artifact("/tmp/a b.toml");
        assert_eq!((absolute.uri.as_str(), absolute.uri_base_id), ("file:///tmp/a%20b.toml", None));
    }
}

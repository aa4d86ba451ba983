//! How a finding stands in the check: what other programs' reports sort and colour by.

use crate::{
    analysis::{Acceptances, Analysis},
    finding::{Finding, Level},
    model::Acceptance,
    say,
    source::{Location, Sources},
    text::{self, Lang, on_one_line},
};

/// How a finding stands in the check, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It fails the check.
    Fails,
    /// It is told, without failing the check.
    Warns,
    /// It was there before.
    Known,
    /// Someone answers for it.
    Accepted,
}

impl Standing {
    /// That of a finding.
    pub const fn of(finding: &Finding) -> Self {
        match finding {
            Finding { accepted: true, .. } => Self::Accepted,
            Finding { known: true, .. } => Self::Known,
            Finding { level: Level::Deny, .. } => Self::Fails,
            Finding { level: Level::Warn, .. } => Self::Warns,
        }
    }
}

/// All findings with their places in the analysis: the worst first, else in reading order.
pub fn worst_first(analysis: &Analysis) -> Vec<(usize, &Finding)> {
    let mut findings: Vec<_> = analysis.findings.iter().enumerate().collect();
    findings.sort_by_key(|(_, finding)| Standing::of(finding));
    findings
}

/// What is to be said of a finding that doesn't count in this check: who accepted it and why, or that it was
/// there before.
pub fn remark(finding: &Finding, acceptances: &Acceptances<'_>, lang: Lang) -> Option<String> {
    if finding.known {
        return Some(say!(lang, en: "It was there before.", nl: "Dit was er al."));
    }
    acceptances.of(finding).filter(|_| finding.accepted).map(|acceptance| accepted(acceptance, lang))
}

/// Who accepted something, until when, and why.
pub fn accepted(acceptance: &Acceptance, lang: Lang) -> String {
    let (by, until) = (text::shown(&acceptance.by), text::date(acceptance.until.value.0, lang));
    let reason = sentence(&on_one_line(&acceptance.reason));
    say!(
        lang,
        en: "Accepted by {by} up to and including {until}: {reason}",
        nl: "Geaccepteerd door {by} tot en met {until}: {reason}",
    )
}

/// Why nothing can be concluded from what a rule didn't find.
pub fn not_assessed(needs: &str, lang: Lang) -> String {
    say!(
        lang,
        en: "Not assessed: nothing says `{needs}`.",
        nl: "Niet beoordeeld: nergens staat `{needs}`.",
    )
}

/// That a rule was left out on purpose.
pub fn allowed(lang: Lang) -> String {
    say!(lang, en: "Not assessed: set to `allow`.", nl: "Niet beoordeeld: op `allow` gezet.")
}

/// A text with a full stop, where it has no end of its own.
pub fn sentence(text: &str) -> String {
    let ended = text.ends_with(['.', '!', '?', '…']);
    format!("{text}{}", if ended { "" } else { "." })
}

/// `file:line`, as editors and people read it.
pub fn place(location: Location, sources: &Sources) -> String {
    let (start, _) = sources.positions(location);
    format!("{}:{}", on_one_line(sources.get(location.source).path()), start.line)
}

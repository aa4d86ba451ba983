//! TOML to paste into a landscape, below advice that asks to write something.

use jiff::ToSpan;

use super::{Facts, Findings};
use crate::{
    model::{AgreementKind, Id, Party},
    say,
};

/// How far TOML stands from the margin, below the advice that it belongs to.
const INDENT: &str = "      ";

/// How many parties an agreement has at most to be written out.
const MOST: usize = 6;

/// A sentence without its full stop, and the TOML that does what it says; without any, the sentence alone.
#[must_use]
pub fn below(sentence: &str, toml: Option<Vec<String>>) -> String {
    match toml {
        None => format!("{sentence}."),
        Some(lines) => {
            let lines: String = lines.iter().map(|line| format!("\n{INDENT}{line}")).collect();
            format!("{sentence}:{lines}")
        }
    }
}

/// An agreement of this kind between these parties; none where what they are called can't be pasted as it is,
/// or where they are too many.
#[must_use]
pub fn agreement(facts: &Facts<'_>, kind: AgreementKind, parties: &[Id<Party>]) -> Option<Vec<String>> {
    let ids: Vec<&str> = parties.iter().map(|id| &*facts.landscape.parties.get(*id).id).collect();
    if ids.len() > MOST || !ids.iter().all(|id| is_plain(id)) {
        return None;
    }
    let taken = |id: &str| facts.landscape.agreements.items().iter().any(|it| &*it.id == id);
    let name = ids.join("-");
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let id = std::iter::once(name.clone()).chain(numbered).find(|id| !taken(id))?;
    let kind = match kind {
        AgreementKind::Processor => "processor",
        AgreementKind::JointControllers => "joint-controllers",
        AgreementKind::Exchange => "exchange",
    };
    let parties: Vec<_> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    Some(vec![
        format!("[agreement.{id}]"),
        format!("kind = \"{kind}\""),
        format!("parties = [{}]", parties.join(", ")),
    ])
}

/// An acceptance, for a year, of what this rule finds of a subject; who answers for it is left to fill in.
#[must_use]
pub fn acceptance(
    facts: &Facts<'_>,
    out: &Findings,
    subject: &str,
    reason: &'static str,
) -> Option<Vec<String>> {
    let until = facts.date.checked_add(1.year()).ok().filter(|_| is_plain(subject))?;
    let by = say!(facts.lang, en: "role of who decides this", nl: "functie van wie dit besluit");
    Some(vec![
        "[[acceptance]]".to_owned(),
        format!("rule = \"{}\"", out.rule.id),
        format!("subject = \"{subject}\""),
        format!("reason = \"{reason}\""),
        format!("by = \"{by}\""),
        format!("until = {until}"),
    ])
}

/// Whether an id is one that TOML and people can read anywhere. A broken one was told of already.
fn is_plain(id: &str) -> bool {
    id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

//! Accepted risks: findings that someone answers for until a date.

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use crate::{
    finding::{Finding, Group},
    model::Landscape,
};

/// Marks the findings that are accepted on this date. What breaks the language can't be.
pub fn apply(landscape: &Landscape, date: Date, findings: &mut [Finding]) {
    let accepted: FxHashSet<(&str, &str)> = landscape
        .acceptances
        .iter()
        .filter(|acceptance| acceptance.lost.is_empty() && date <= acceptance.until.value.0)
        .map(|acceptance| (&*acceptance.rule.value, &*acceptance.subject.value))
        .collect();
    if accepted.is_empty() {
        return;
    }
    for finding in findings.iter_mut().filter(|finding| finding.rule.group != Group::Language) {
        finding.accepted = accepted.contains(&(finding.rule.id, &finding.subject));
    }
}

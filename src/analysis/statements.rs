//! The traffic-light overview: the colour of each norm, computed and judged; the worse counts.

use super::{Levels, NotAssessed};
use crate::{
    finding::Finding,
    model::{Norm, Setting, Status},
    rules::{self, Facts},
};

/// The colour of a norm, and what it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The norm's id.
    pub id: Box<str>,
    /// The colour that counts.
    pub status: Status,
    /// What its rules make it; none: it names no rules.
    pub computed: Option<Status>,
}

/// Colours every norm, in reading order.
#[must_use]
pub fn judge(
    facts: &Facts<'_>,
    findings: &[Finding],
    not_assessed: &[NotAssessed],
    levels: &Levels,
) -> Vec<Statement> {
    let color = |norm: &Norm| -> Option<Status> {
        let names = |rule: &str| norm.rules.iter().any(|named| *named.value == *rule);
        let found = || findings.iter().filter(|finding| names(finding.rule.id));
        if norm.rules.is_empty() {
            return None;
        }
        Some(if found().any(Finding::fails) {
            Status::Red
        } else if found().next().is_some() {
            Status::Amber
        } else if !facts.is_whole() || norm.rules.iter().any(|rule| is_unjudged(rule, not_assessed, levels)) {
            // Where something couldn't be read, rules stay silent about it: that must not make a norm greener.
            Status::NotAssessed
        } else {
            Status::Green
        })
    };
    let statement = |norm: &crate::model::Item<Norm>| {
        // What couldn't be read of a norm must not make it greener.
        let unread = norm.lost.any_of(&["rules", "status"]).then_some(Status::NotAssessed);
        let computed = color(norm);
        let judged = norm.status.as_ref().map(|status| status.value.into());
        let status = computed.into_iter().chain(judged).chain(unread).max().unwrap_or(Status::NotAssessed);
        Statement { id: norm.id.clone(), status, computed }
    };
    facts.landscape.norms.items().iter().map(statement).collect()
}

/// Whether nothing can be concluded from what a rule didn't find: it couldn't be assessed, or is allowed away,
/// which is not the same as that there is nothing.
#[must_use]
pub fn is_unjudged(rule: &str, not_assessed: &[NotAssessed], levels: &Levels) -> bool {
    levels.get(rule) == Some(Setting::Allow)
        || rules::find(rule).is_none()
        || not_assessed.iter().any(|missing| missing.rule == rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_assessed_lies_between_green_and_amber() {
        assert!(Status::Green < Status::NotAssessed);
        assert!(Status::NotAssessed < Status::Amber && Status::Amber < Status::Red);
    }
}

//! The traffic-light overview: the colour of each norm, computed and judged; the worse counts.

use rustc_hash::{FxHashMap, FxHashSet};

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
    /// The rules that made it so, in the order in which the norm names them. None where it is green, or where
    /// something couldn't be read.
    pub because: Vec<Because>,
}

/// A rule that coloured a norm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// The rule's id.
    pub rule: Box<str>,
    /// How many findings of it count; none where nothing can be concluded from the rule.
    pub findings: usize,
}

/// Colours every norm, in reading order.
#[must_use]
pub fn judge(
    facts: &Facts<'_>,
    findings: &[Finding],
    not_assessed: &[NotAssessed],
    levels: &Levels,
) -> Vec<Statement> {
    let mut tallies = FxHashMap::<&str, Tally>::default();
    for finding in findings {
        let tally = tallies.entry(finding.rule.id).or_default();
        tally.found += 1;
        tally.fail += usize::from(finding.fails());
    }
    let tally = |rule: &str| tallies.get(rule).copied().unwrap_or_default();
    let color = |norm: &Norm| -> Option<(Status, Vec<Because>)> {
        if norm.rules.is_empty() {
            return None;
        }
        let found = because(norm, |rule| tally(rule).found);
        let fails = because(norm, |rule| tally(rule).fail);
        let unjudged = because(norm, |rule| usize::from(is_unjudged(rule, not_assessed, levels)));
        Some(if !fails.is_empty() {
            (Status::Red, fails)
        } else if !found.is_empty() {
            (Status::Amber, found)
        } else if !facts.is_whole() || !unjudged.is_empty() {
            // Where something couldn't be read, rules stay silent about it: that must not make a norm greener.
            let unjudged = unjudged.into_iter().map(|because| Because { findings: 0, ..because });
            (Status::NotAssessed, unjudged.collect())
        } else {
            (Status::Green, Vec::new())
        })
    };
    let statement = |norm: &crate::model::Item<Norm>| {
        // What couldn't be read of a norm must not make it greener.
        let unread = norm.lost.any_of(&["rules", "status"]).then_some(Status::NotAssessed);
        let (computed, because) = color(norm).map_or((None, Vec::new()), |(it, why)| (Some(it), why));
        let judged = norm.status.as_ref().map(|status| status.value.into());
        let status = computed.into_iter().chain(judged).chain(unread).max().unwrap_or(Status::NotAssessed);
        Statement { id: norm.id.clone(), status, computed, because }
    };
    facts.landscape.norms.items().iter().map(statement).collect()
}

/// How many findings there are of a rule.
#[derive(Clone, Copy, Default)]
struct Tally {
    found: usize,
    fail: usize,
}

/// The rules that a norm names and of which there are any, each once.
fn because(norm: &Norm, count: impl Fn(&str) -> usize) -> Vec<Because> {
    let mut named = FxHashSet::default();
    let once = norm.rules.iter().map(|rule| &rule.value).filter(|rule| named.insert(*rule));
    let counted = once.map(|rule| Because { rule: rule.clone(), findings: count(rule) });
    counted.filter(|because| because.findings > 0).collect()
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

//! Runs the rules: on a landscape that was read, and again after an edit.

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::{ALL, Facts, Findings, LinkFacts, Rule};
use crate::{
    finding::{Finding, RuleInfo},
    load::memory::Changed,
    model::Setting,
};

/// How a rule is checked.
#[derive(Clone, Copy)]
pub enum Check {
    /// Of each link by itself, with its ends and what it refers to: never with another link. Such rules share one
    /// walk over all links.
    Link(fn(&Facts<'_>, &LinkFacts<'_>, &mut Findings)),
    /// Of the landscape as a whole.
    Landscape(fn(&Facts<'_>, &mut Findings)),
}

/// How many links share a walk.
const AT_ONCE: usize = 1024;

/// Judges a landscape by every rule that can be assessed and isn't allowed away. `setting` tells what a rule
/// is set to, if anything. The findings come in reading order.
#[must_use]
pub fn run(facts: &Facts<'_>, setting: impl Fn(&RuleInfo) -> Option<Setting> + Sync) -> Vec<Finding> {
    find_all(facts, &setting, &facts.links.iter().collect::<Vec<_>>(), Vec::new())
}

/// The same after an edit, given what was found before: rules on links by themselves are asked only of those that it
/// may have changed. Only where as many rules can be assessed as before, and are set to the same levels.
#[must_use]
pub fn run_again(
    facts: &Facts<'_>,
    setting: impl Fn(&RuleInfo) -> Option<Setting> + Sync,
    mut before: Vec<Finding>,
    changed: &Changed,
) -> Vec<Finding> {
    let of_links = ALL.iter().filter(|rule| matches!(rule.check, Check::Link(_)));
    let of_links: FxHashSet<_> = of_links.map(|rule| rule.info.id).collect();
    let links = &facts.landscape.links;
    before.retain(|finding| {
        let untouched = |id| !changed.touches(id, links.get(id).ends());
        of_links.contains(finding.rule.id) && links.find(&finding.subject).is_some_and(untouched)
    });
    let touched = facts.links.iter().filter(|link| changed.touches(link.id, link.ends));
    find_all(facts, &setting, &touched.collect::<Vec<_>>(), before)
}

/// Judges these links by the rules on links by themselves, and the landscape by all others.
fn find_all(
    facts: &Facts<'_>,
    setting: &(impl Fn(&RuleInfo) -> Option<Setting> + Sync),
    links: &[&LinkFacts<'_>],
    mut findings: Vec<Finding>,
) -> Vec<Finding> {
    let asked = |rule: &'static Rule| Some((rule.check, rule.findings(facts, setting(&rule.info))?));
    let of_all = || -> Vec<Finding> {
        let asked = ALL.par_iter().filter(|rule| matches!(rule.check, Check::Landscape(_)));
        asked.flat_map_iter(|rule| rule.alone(facts, setting(&rule.info))).collect()
    };
    let of_links = || -> Vec<Finding> {
        let walks = links.par_chunks(AT_ONCE).flat_map_iter(|links| {
            let rules = ALL.iter().filter(|rule| matches!(rule.check, Check::Link(_)));
            let mut rules: Vec<_> = rules.filter_map(|rule| asked(rule)).collect();
            for link in links {
                for (check, found) in &mut rules {
                    check.of_link(facts, link, found);
                }
            }
            rules.into_iter().flat_map(|(_, found)| found.list)
        });
        walks.collect()
    };
    let (mut of_all, mut of_links) = rayon::join(of_all, of_links);
    findings.append(&mut of_all);
    findings.append(&mut of_links);
    sort(&mut findings);
    findings
}

/// Puts findings in reading order; where they point at the same place, in the order of the rules.
pub fn sort(findings: &mut [Finding]) {
    let order = |finding: &Finding| ALL.iter().position(|rule| rule.info.id == finding.rule.id);
    findings.sort_by(|one, other| {
        let place = one.primary.location.cmp(&other.primary.location);
        place.then_with(|| order(one).cmp(&order(other))).then_with(|| one.subject.cmp(&other.subject))
    });
}

impl Check {
    /// Judges a link, where that is what is checked.
    pub fn of_link(self, facts: &Facts<'_>, link: &LinkFacts<'_>, found: &mut Findings) {
        if let Self::Link(check) = self {
            check(facts, link, found);
        }
    }
}

//! The rules: one file each, read top to bottom: what it is about, examples, the check.
//!
//! A new rule is a file and a line in [`ALL`], which `cargo new-rule` writes; its examples are its tests and its
//! documentation. Rules know nothing of files, of the clock or of each other.

pub(crate) mod activity;
pub(crate) mod agreements;
mod bounds;
mod carried;
mod ends;
mod facts;
mod few;
pub(crate) mod holders;
mod judged;
mod link_facts;
mod measures;
mod needs;
mod paths;
mod paste;
mod phrases;
pub(crate) mod receivers;
mod references;
mod responsible;
pub(crate) mod safeguards;
mod toml_words;
pub(crate) mod whereabouts;
mod words;

mod agreement_expires_soon;
mod basis_without_law;
mod contradictory_content;
mod criminal_data_without_law;
mod duplicate_id;
mod excess_data;
mod expired_acceptance;
mod expired_agreement;
mod incomplete_processor_agreement;
mod insecure_protocol;
mod invalid_id;
mod invalid_toml;
mod invalid_value;
mod legitimate_interests_by_authority;
mod manual_transfer;
mod missing_dpia;
mod missing_exchange_agreement;
mod missing_joint_arrangement;
mod missing_key;
mod missing_processor_agreement;
mod national_id_without_law;
mod no_access_logging;
mod no_controller;
mod no_legal_basis;
mod no_owner;
mod no_processing;
mod no_purpose;
mod no_retention;
mod no_role_based_access;
mod orphan_application;
mod outdated_tls;
mod overdue_action;
mod policy_violation;
mod purpose_drift;
mod recipient_not_allowed;
mod relies_on_closed_network;
mod retired_application;
mod self_link;
mod special_category_without_exception;
mod stale_judgement;
mod stale_verification;
mod transfer_outside_eea;
mod unexplained_security;
mod unknown_content;
mod unknown_key;
mod unknown_location;
mod unknown_operator;
mod unknown_reference;
mod unknown_tls;
mod unrelated_controller;
mod unsecured_link;
mod unsourced_data;
mod unsupported_application;
mod unused_acceptance;
mod unused_declaration;
mod weak_authentication;

/// What a new rule starts as (`cargo new-rule`); compiled here, so that it goes on compiling.
#[cfg(test)]
#[expect(dead_code, reason = "it isn't a rule yet")]
mod template;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

pub use self::{
    facts::{Before, Facts},
    judged::Judged,
    link_facts::{Assurance, LinkFacts, categories, controllers, network},
};
use crate::{
    finding::{Finding, Group, Identity, Label, Level, RuleInfo},
    load::{memory::Changed, problem::Problem},
    model::{Lost, Setting},
    norms::laws::in_force,
    source::Location,
};

/// A rule: what there is to know about it, and how it is checked.
pub struct Rule {
    /// Everything about it but the check.
    pub info: RuleInfo,
    check: Check,
}

/// How a rule is checked.
#[derive(Clone, Copy)]
enum Check {
    /// Of each link by itself, with its ends and what it refers to: never with another link. Such rules share one
    /// walk over all links.
    Link(fn(&Facts<'_>, &LinkFacts<'_>, &mut Findings)),
    /// Of the landscape as a whole.
    Landscape(fn(&Facts<'_>, &mut Findings)),
}

/// Every rule, by group and in the order in which people meet them.
pub static ALL: &[&Rule] = &[
    &invalid_toml::RULE,
    &unknown_key::RULE,
    &missing_key::RULE,
    &invalid_value::RULE,
    &invalid_id::RULE,
    &duplicate_id::RULE,
    &unknown_reference::RULE,
    &unsecured_link::RULE,
    &unknown_content::RULE,
    &contradictory_content::RULE,
    &insecure_protocol::RULE,
    &relies_on_closed_network::RULE,
    &outdated_tls::RULE,
    &unknown_tls::RULE,
    &unexplained_security::RULE,
    &stale_verification::RULE,
    &weak_authentication::RULE,
    &manual_transfer::RULE,
    &no_controller::RULE,
    &unrelated_controller::RULE,
    &missing_processor_agreement::RULE,
    &unknown_operator::RULE,
    &expired_agreement::RULE,
    &agreement_expires_soon::RULE,
    &incomplete_processor_agreement::RULE,
    &missing_joint_arrangement::RULE,
    &missing_exchange_agreement::RULE,
    &no_processing::RULE,
    &no_purpose::RULE,
    &no_legal_basis::RULE,
    &basis_without_law::RULE,
    &legitimate_interests_by_authority::RULE,
    &special_category_without_exception::RULE,
    &criminal_data_without_law::RULE,
    &national_id_without_law::RULE,
    &excess_data::RULE,
    &recipient_not_allowed::RULE,
    &no_retention::RULE,
    &missing_dpia::RULE,
    &transfer_outside_eea::RULE,
    &unknown_location::RULE,
    &unsourced_data::RULE,
    &purpose_drift::RULE,
    &policy_violation::RULE,
    &no_access_logging::RULE,
    &no_role_based_access::RULE,
    &no_owner::RULE,
    &retired_application::RULE,
    &unsupported_application::RULE,
    &orphan_application::RULE,
    &self_link::RULE,
    &expired_acceptance::RULE,
    &unused_acceptance::RULE,
    &unused_declaration::RULE,
    &stale_judgement::RULE,
    &overdue_action::RULE,
];

/// The rule with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static RuleInfo> {
    ALL.iter().map(|rule| &rule.info).find(|info| info.id == id)
}

/// A rule on the judgement itself: on what the others found, who accepted it and what colour it makes the norms.
pub struct LateRule {
    /// The rule. When the others run, it finds nothing.
    pub rule: &'static Rule,
    check: fn(&Facts<'_>, &Judged<'_>, &mut Findings),
}

/// The rules on the judgement itself, in the order in which they run: each sees what those before it found,
/// so that none waits for another.
pub static LATE: &[LateRule] = &[
    LateRule { rule: &overdue_action::RULE, check: overdue_action::check },
    LateRule { rule: &unused_acceptance::RULE, check: unused_acceptance::check },
];

/// The check of a rule that has another one, on the judgement.
const fn later(_: &Facts<'_>, _: &mut Findings) {}

/// How many links share a walk.
const AT_ONCE: usize = 1024;

/// Judges a landscape by every rule that can be assessed and isn't allowed away. `setting` tells what a rule
/// is set to, if anything. The findings come in reading order.
#[must_use]
pub fn run(facts: &Facts<'_>, setting: impl Fn(&RuleInfo) -> Option<Setting> + Sync) -> Vec<Finding> {
    find_all(facts, &setting, facts.links.iter().collect(), Vec::new())
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
    let touched = facts.links.iter().filter(|link| changed.touches(link.id, link.ends)).collect();
    find_all(facts, &setting, touched, before)
}

/// Judges these links by the rules on links by themselves, and the landscape by all others.
fn find_all(
    facts: &Facts<'_>,
    setting: &(impl Fn(&RuleInfo) -> Option<Setting> + Sync),
    links: Vec<&LinkFacts<'_>>,
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
                rules.iter_mut().for_each(|(check, found)| check.of_link(facts, link, found));
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

impl LateRule {
    /// Judges the judgement.
    #[must_use]
    pub fn run(&self, facts: &Facts<'_>, judged: &Judged<'_>, setting: Option<Setting>) -> Vec<Finding> {
        let Some(mut found) = self.rule.findings(facts, setting) else { return Vec::new() };
        (self.check)(facts, judged, &mut found);
        found.list
    }
}

impl Rule {
    /// Whether the landscape uses what this rule needs.
    #[must_use]
    pub fn is_assessed(&self, facts: &Facts<'_>) -> bool {
        self.info.needs.is_none_or(|need| (need.used)(facts.landscape))
    }

    /// What this rule alone finds; nothing of one on the judgement itself.
    #[must_use]
    pub fn alone(&'static self, facts: &Facts<'_>, setting: Option<Setting>) -> Vec<Finding> {
        let Some(mut found) = self.findings(facts, setting) else { return Vec::new() };
        match self.check {
            Check::Landscape(check) => check(facts, &mut found),
            check @ Check::Link(_) => {
                facts.links.iter().for_each(|link| check.of_link(facts, link, &mut found))
            }
        }
        found.list
    }

    /// Where it tells what it finds; none where it isn't asked, since it lacks what it needs or is allowed away.
    fn findings(&'static self, facts: &Facts<'_>, setting: Option<Setting>) -> Option<Findings> {
        let set = match setting {
            Some(Setting::Allow) => return None,
            Some(Setting::Warn) => Some(Level::Warn),
            Some(Setting::Deny) => Some(Level::Deny),
            None => None,
        };
        if !self.is_assessed(facts) {
            return None;
        }
        let in_force = self.info.basis.iter().filter(|article| in_force(**article, facts.date));
        let basis = in_force.map(|article| article.label(facts.lang)).collect();
        Some(Findings { rule: &self.info, set, basis, list: Vec::new() })
    }
}

impl Check {
    /// Judges a link, where that is what is checked.
    fn of_link(self, facts: &Facts<'_>, link: &LinkFacts<'_>, found: &mut Findings) {
        if let Self::Link(check) = self {
            check(facts, link, found);
        }
    }
}

/// Where a rule tells what it found.
pub struct Findings {
    rule: &'static RuleInfo,
    set: Option<Level>,
    basis: Vec<String>,
    list: Vec<Finding>,
}

impl Findings {
    /// Another place to tell of findings of the same rule, with none yet.
    fn as_empty(&self) -> Self {
        Self { basis: self.basis.clone(), list: Vec::new(), ..*self }
    }

    /// Tells of a thing: its id and what of it couldn't be read, the place that shows it with a few words to put
    /// there, and the matter in one sentence. Gives the finding for more to be added; nothing where the rule
    /// would judge by a key that couldn't be read, since that has been told already.
    pub fn tell(
        &mut self,
        (subject, lost): (&str, &Lost),
        location: Location,
        label: String,
        message: String,
    ) -> Option<&mut Finding> {
        if lost.any_of(self.rule.looks_at) {
            return None;
        }
        Some(self.push(subject, location, label, message))
    }

    /// Tells of a link.
    pub fn link(
        &mut self,
        link: &LinkFacts<'_>,
        location: Location,
        label: String,
        message: String,
    ) -> Option<&mut Finding> {
        self.tell((&link.link.id, &link.link.lost), location, label, message)
    }

    /// Tells of something that breaks the language.
    fn problem(&mut self, problem: &Problem, label: String, message: String) -> &mut Finding {
        self.push(&problem.subject, problem.location, label, message)
    }

    fn push(&mut self, subject: &str, location: Location, label: String, message: String) -> &mut Finding {
        let level = if self.rule.group == Group::Language { Level::Deny } else { self.rule.level };
        self.list.push(Finding {
            rule: self.rule,
            level: self.set.unwrap_or(level),
            accepted: false,
            known: false,
            subject: subject.to_owned(),
            brief: self.rule.brief,
            message,
            primary: Label { location, message: label },
            related: Vec::new(),
            basis: self.basis.clone(),
            advice: None,
            identity: Identity::default(),
            repairs: Vec::new(),
        });
        let last = self.list.len() - 1;
        &mut self.list[last]
    }

    /// The level of a finding that weighs otherwise than its rule's usual one, unless the rule was set to a level.
    #[must_use]
    pub fn level(&self, usual: Level) -> Level {
        self.set.unwrap_or(usual)
    }
}

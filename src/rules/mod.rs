//! The rules: one file each, read top to bottom: what it is about, examples, the check.
//!
//! A new rule is a file and a line in [`ALL`]; its examples are its tests and its documentation. Rules know
//! nothing of files, of the clock or of each other.

mod activity;
mod carried;
mod facts;
mod few;
mod needs;
mod planned;
mod receivers;
mod toml_words;
mod whereabouts;
mod words;

mod basis_without_law;
mod contradictory_content;
mod criminal_data_without_law;
mod duplicate_id;
mod excess_data;
mod insecure_protocol;
mod invalid_id;
mod invalid_toml;
mod invalid_value;
mod legitimate_interests_by_authority;
mod manual_transfer;
mod missing_dpia;
mod missing_key;
mod national_id_without_law;
mod no_controller;
mod no_legal_basis;
mod no_processing;
mod no_purpose;
mod no_retention;
mod outdated_tls;
mod recipient_not_allowed;
mod relies_on_closed_network;
mod special_category_without_exception;
mod stale_verification;
mod transfer_outside_eea;
mod unexplained_security;
mod unknown_content;
mod unknown_key;
mod unknown_location;
mod unknown_reference;
mod unknown_tls;
mod unsecured_link;
mod weak_authentication;

use rayon::prelude::*;

pub use self::{
    facts::{Assurance, Facts, LinkFacts, categories, controllers, network},
    planned::PLANNED,
};
use crate::{
    finding::{Finding, Group, Label, Level, RuleInfo},
    load::problem::Problem,
    model::{Lost, Setting},
    norms::laws::in_force,
    source::Location,
};

/// A rule: what there is to know about it, and how it is checked.
pub struct Rule {
    /// Everything about it but the check.
    pub info: RuleInfo,
    check: fn(&Facts<'_>, &mut Findings),
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
];

/// The rule with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static RuleInfo> {
    ALL.iter().map(|rule| &rule.info).find(|info| info.id == id)
}

/// Judges a landscape by every rule that can be assessed and isn't allowed away. `setting` tells what a rule
/// is set to, if anything. The findings come in reading order.
#[must_use]
pub fn run(facts: &Facts<'_>, setting: impl Fn(&RuleInfo) -> Option<Setting> + Sync) -> Vec<Finding> {
    let mut findings: Vec<(usize, Finding)> = ALL
        .par_iter()
        .enumerate()
        .flat_map_iter(|(order, rule)| {
            let found = rule.run(facts, setting(&rule.info));
            found.into_iter().map(move |finding| (order, finding))
        })
        .collect();
    findings.sort_by(|(a, one), (b, other)| {
        one.primary
            .location
            .cmp(&other.primary.location)
            .then(a.cmp(b))
            .then_with(|| one.subject.cmp(&other.subject))
    });
    findings.into_iter().map(|(_, finding)| finding).collect()
}

impl Rule {
    /// Whether the landscape uses what this rule needs.
    #[must_use]
    pub fn is_assessed(&self, facts: &Facts<'_>) -> bool {
        self.info.needs.is_none_or(|need| (need.used)(facts.landscape))
    }

    fn run(&'static self, facts: &Facts<'_>, setting: Option<Setting>) -> Vec<Finding> {
        let set = match setting {
            Some(Setting::Allow) => return Vec::new(),
            Some(Setting::Warn) => Some(Level::Warn),
            Some(Setting::Deny) => Some(Level::Deny),
            None => None,
        };
        if !self.is_assessed(facts) {
            return Vec::new();
        }
        let in_force = self.info.basis.iter().filter(|article| in_force(**article, facts.date));
        let basis = in_force.map(|article| article.label(facts.lang)).collect();
        let mut findings = Findings { rule: &self.info, set, basis, list: Vec::new() };
        (self.check)(facts, &mut findings);
        findings.list
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
            subject: subject.to_owned(),
            message,
            primary: Label { location, message: label },
            related: Vec::new(),
            basis: self.basis.clone(),
            advice: None,
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

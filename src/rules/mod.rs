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
mod findings;
pub(crate) mod holders;
mod judged;
mod link_facts;
mod measures;
mod needs;
mod paths;
mod paste;
mod phrases;
mod received;
pub(crate) mod receivers;
mod references;
mod responsible;
mod run;
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

use self::run::Check;
pub use self::{
    facts::{Before, Facts},
    findings::Findings,
    judged::Judged,
    link_facts::{Assurance, LinkFacts, categories, controllers, network},
    run::{run, run_again, sort},
};
use crate::{
    finding::{Finding, Level, RuleInfo},
    model::Setting,
    norms::laws::in_force,
};

/// A rule: what there is to know about it, and how it is checked.
pub struct Rule {
    /// Everything about it but the check.
    pub info: RuleInfo,
    check: Check,
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
                for link in &facts.links {
                    check.of_link(facts, link, &mut found);
                }
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

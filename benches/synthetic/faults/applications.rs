//! Faults in applications: in the last one of a domain.

use super::super::{
    domains::{DOMAIN, TEMPLATES},
    maker::Maker,
    table::{Table, text},
};

/// The rule that must find it, and what is done to an application.
type Fault = (&'static str, fn(&mut Maker, &str, &mut Table));

const ORPHAN: &str = "orphan-application";
const FAULTS: [Fault; 8] = [
    ("no-access-logging", |_, _, it| {
        it.set("access_logging", "false");
    }),
    ("no-role-based-access", |_, _, it| {
        it.unset("role_based_access");
    }),
    ("no-owner", |_, _, it| {
        it.unset("owner");
    }),
    ("retired-application", |_, _, it| {
        it.set("lifecycle", text("retired"));
    }),
    ("unsupported-application", |_, _, it| {
        it.set("end_of_support", "2026-10-31");
    }),
    (ORPHAN, |_, _, _| {}),
    ("missing-processor-agreement", |maker, id, it| {
        let operator = format!("beheerder-van-{id}");
        maker.party(&operator, &format!("Beheerder van {id}"), "supplier", "NL");
        it.set("operator", text(&operator)).unset("supplier");
    }),
    // Who runs it would also tell in which country it is.
    ("unknown-operator", |_, _, it| {
        it.unset("operator").set("country", text("NL"));
    }),
];

impl Maker {
    /// Spoils an application, if it is one of those.
    pub fn spoil_application(&mut self, index: usize, id: &str, table: &mut Table) {
        if let Some((rule, spoil)) = self.fault_of(index) {
            spoil(self, id, table);
            self.plant(rule, id);
        }
    }

    /// Whether no link may start or end at an application.
    pub fn is_apart(&self, index: usize) -> bool {
        self.fault_of(index).is_some_and(|(rule, _)| *rule == ORPHAN)
    }

    fn fault_of(&self, index: usize) -> Option<&'static Fault> {
        let domain = self.domain_of(index);
        if index != domain * DOMAIN + DOMAIN - 1 || !self.is_faulty(domain) {
            return None;
        }
        // Beyond the first domains, those with faults are `fault_every` apart.
        let faulty_before = match domain.checked_sub(TEMPLATES.len()) {
            Some(_) => TEMPLATES.len() + domain / self.fault_every,
            None => domain,
        };
        FAULTS.iter().cycle().nth(faulty_before % FAULTS.len())
    }
}

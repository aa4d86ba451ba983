//! What can be wrong: each file takes one sort of table, and spoils it in one way that one rule must find.

mod activities;
mod agreements;
mod applications;
mod lines;
mod links;
mod papers;

pub use activities::ActivityFaults;

use super::{domains::TEMPLATES, maker::Maker};

/// The rules on the security of lines that faults are planted for.
pub fn of_lines() -> Vec<&'static str> {
    lines::FAULTS.iter().map(|(rule, _)| *rule).collect()
}

impl Maker {
    /// Whether a domain has faults in its activities and applications. The first ones all have, so that a small
    /// landscape shows every fault; after that, they grow rare.
    pub fn is_faulty(&self, domain: usize) -> bool {
        self.fault_every > 0 && (domain < TEMPLATES.len() || domain.is_multiple_of(self.fault_every))
    }
}

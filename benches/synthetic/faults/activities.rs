//! Faults in processing activities.

use std::collections::VecDeque;

use super::super::{
    maker::Maker,
    table::{Table, text},
};

/// Each with the key that is taken away or changed.
const FAULTS: [(&str, &str); 9] = [
    ("no-purpose", "purpose"),
    ("no-legal-basis", "legal_basis"),
    ("basis-without-law", "law"),
    ("legitimate-interests-by-authority", "legal_basis"),
    ("special-category-without-exception", "special_category_basis"),
    ("criminal-data-without-law", "criminal_data_law"),
    ("national-id-without-law", "national_id_law"),
    ("no-retention", "retention"),
    ("missing-dpia", "dpia"),
];

/// The faults that are still to be planted, the next one first.
pub struct ActivityFaults(VecDeque<(&'static str, &'static str)>);

impl ActivityFaults {
    /// All of them.
    pub fn new() -> Self {
        Self(VecDeque::from(FAULTS))
    }

    /// Spoils an activity in the next way that it can be spoiled.
    pub fn plant(&mut self, maker: &mut Maker, id: &str, activity: &mut Table) {
        let next = self.0.iter().position(|(_, key)| activity.get(key).is_some());
        let Some((rule, key)) = next.and_then(|next| self.0.remove(next)) else { return };
        self.0.push_back((rule, key));
        if rule == "legitimate-interests-by-authority" {
            activity.set(key, text("legitimate-interests"));
        } else {
            activity.unset(key);
        }
        maker.plant(rule, id);
    }
}

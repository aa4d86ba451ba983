//! Faults in agreements.

use super::super::{
    maker::Maker,
    table::{list, text},
};

impl Maker {
    /// Spoils one in `fault_every` of the processor agreements, in turn, and the first few in any case. Those with a
    /// safeguard stay: what they protect would be found too.
    pub fn spoil_agreements(&mut self) {
        let (every, mut planted) = (self.fault_every, Vec::new());
        let sound = self.agreements.iter_mut().filter(|(_, table)| {
            table.get("kind") == Some(&text("processor")) && table.get("safeguard").is_none()
        });
        for (number, (id, table)) in sound.enumerate() {
            if number >= 6 && !number.is_multiple_of(every) {
                continue;
            }
            let rule = match planted.len() % 3 {
                0 => {
                    table.set("expires", "2026-10-31");
                    "expired-agreement"
                }
                1 => {
                    table.set("expires", "2027-01-30");
                    "agreement-expires-soon"
                }
                _ => {
                    table.set("clauses", list(&["a", "b", "c", "d", "e", "g", "h"]));
                    "incomplete-processor-agreement"
                }
            };
            planted.push((rule, id.clone()));
        }
        for (rule, id) in planted {
            self.plant(rule, &id);
        }
    }
}

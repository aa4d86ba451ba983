//! Who is responsible at the ends of a link, as far as that is known.

use smallvec::SmallVec;

use super::Facts;
use crate::model::{Endpoint, Id, Link, Party};

/// A few parties, often one: many rules ask it of every link.
pub type Parties = SmallVec<[Id<Party>; 4]>;

/// Who is responsible at an end of a link: a party for itself, the controllers of an application for the data
/// in it. None where nobody is named: that is not known.
#[must_use]
pub fn at_end(facts: &Facts<'_>, end: Endpoint) -> Option<Parties> {
    match end {
        Endpoint::Party(party) => Some(Parties::from_slice(&[party])),
        Endpoint::Application(id) => {
            let application = facts.landscape.applications.get(id);
            let mut controllers: Parties = application.controller.values().collect();
            controllers.sort_unstable();
            controllers.dedup();
            let known = !controllers.is_empty() && !application.lost.any_of(&["controller"]);
            known.then_some(controllers)
        }
    }
}

/// Whether what a link's activities say under one of `keys` could be read.
#[must_use]
pub fn can_read_activities(facts: &Facts<'_>, link: &Link, keys: &[&str]) -> bool {
    link.processing.values().all(|id| !facts.landscape.processing.get(id).lost.any_of(keys))
}

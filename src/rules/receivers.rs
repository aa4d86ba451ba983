//! Whom a link brings personal data to: the end that it runs to, and the one that gets an answer.

use super::{Facts, LinkFacts};
use crate::{
    model::{Data, Endpoint, Id, List},
    source::{Location, Spanned},
};

/// An end of a link that personal data goes to.
pub struct Receiver {
    /// The end.
    pub end: Endpoint,
    /// Where the link names it.
    pub location: Location,
    /// The personal categories that go there; none where the link doesn't list them.
    pub categories: Vec<Id<Data>>,
}

/// The ends of a link that personal data goes to.
pub fn receivers(facts: &Facts<'_>, link: &LinkFacts<'_>) -> Vec<Receiver> {
    let way = |list: &List<Id<Data>>, end: &Spanned<Endpoint>| {
        let personal = |id: &Id<Data>| facts.landscape.data.get(*id).class.is_personal();
        Receiver {
            end: end.value,
            location: end.location,
            categories: list.values().filter(personal).collect(),
        }
    };
    let to = way(&link.link.data, &link.link.to);
    let from = way(&link.link.returns, &link.link.from);
    // What isn't listed goes where the link goes; an answer is only what `returns` says.
    let only_declared = link.personal && to.categories.is_empty() && from.categories.is_empty();
    let mut receivers = Vec::new();
    if only_declared || !to.categories.is_empty() {
        receivers.push(to);
    }
    if !from.categories.is_empty() {
        receivers.push(from);
    }
    receivers
}

/// Whether an end is the people themselves: to give them their own data is no disclosure, and no transfer.
pub fn is_people(facts: &Facts<'_>, end: Endpoint) -> bool {
    let Endpoint::Party(id) = end else { return false };
    facts.landscape.parties.get(id).is_people()
}

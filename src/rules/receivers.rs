//! Whom a link brings personal data to: the end that it runs to, and the one that gets an answer.

use super::{Facts, LinkFacts};
use crate::{
    model::{Data, Endpoint, Id, Landscape, List},
    source::{Location, Spanned},
};

/// An end of a link that personal data goes to.
pub struct Receiver<'a> {
    /// The end.
    pub end: Endpoint,
    /// Where the link names it.
    pub location: Location,
    landscape: &'a Landscape,
    /// What the link lists in this direction, personal or not.
    listed: &'a List<Id<Data>>,
}

impl Receiver<'_> {
    /// The personal categories that go there; none where the link doesn't list them.
    pub fn categories(&self) -> impl Iterator<Item = Id<Data>> + '_ {
        self.listed.values().filter(|id| self.landscape.data.get(*id).class.is_personal())
    }
}

/// The ends of a link that personal data goes to.
pub fn receivers<'a>(facts: &Facts<'a>, link: &LinkFacts<'a>) -> impl Iterator<Item = Receiver<'a>> {
    let landscape = facts.landscape;
    let way = |listed: &'a List<Id<Data>>, end: &Spanned<Endpoint>| Receiver {
        end: end.value,
        location: end.location,
        landscape,
        listed,
    };
    let to = way(&link.link.table.data, &link.link.to);
    let from = way(&link.link.table.returns, &link.link.from);
    let [there, back] = link.lists_personal;
    // What isn't listed goes where the link goes; an answer is only what `returns` says.
    let only_declared = link.personal && !there && !back;
    let to = (only_declared || there).then_some(to);
    to.into_iter().chain(back.then_some(from))
}

/// Whether an end is the people themselves: to give them their own data is no disclosure, and no transfer.
pub fn is_people(facts: &Facts<'_>, end: Endpoint) -> bool {
    let Endpoint::Party(id) = end else { return false };
    facts.landscape.parties.get(id).is_people()
}

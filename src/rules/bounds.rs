//! Where a policy says that data may never come.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Facts, link_facts::network, receivers::is_people, whereabouts};
use crate::{
    graph::Hop,
    model::{Area, Country, Endpoint, Forbidden, Id, Item, Landscape, Network, Policy},
    norms::places::in_eea,
    source::{Location, Spanned},
};

/// How a step crosses the bounds of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// Where the policy says so.
    pub location: Location,
    /// What is crossed.
    pub into: Crossed,
}

/// What is crossed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crossed {
    /// The application or party is named, or its domain or network is.
    End,
    /// The link itself runs over a network that is named.
    Network(Id<Network>),
    /// The country isn't one of those where the data may be.
    Country,
    /// It isn't known which country that is.
    UnknownCountry,
}

impl Crossing {
    /// Whether it surely is one.
    pub fn is_sure(&self) -> bool {
        self.into != Crossed::UnknownCountry
    }
}

/// The bounds of a policy.
pub struct Bounds<'a> {
    facts: &'a Facts<'a>,
    ends: FxHashMap<Endpoint, Crossing>,
    /// The only ends at which they can be crossed; none: any can be.
    pub few: Option<Vec<Endpoint>>,
    networks: FxHashMap<Id<Network>, Location>,
    /// Whether a step crosses them may be unknown.
    pub doubtful: bool,
    /// The first domain that is named and that no application has: it forbids nothing.
    pub unknown_domain: Option<&'a Spanned<Box<str>>>,
}

impl<'a> Bounds<'a> {
    /// The bounds of a policy; none where it sets none, or they couldn't be read.
    pub fn new(facts: &'a Facts<'_>, policy: &'a Item<Policy>) -> Option<Self> {
        let forbidden = &policy.table.never_reaches.as_ref()?.value;
        let landscape = facts.landscape;
        let networks = forbidden.network.iter().map(|it| (it.value, it.location)).collect();
        let named = Named::new(forbidden, &networks);
        let all = || {
            let applications = landscape.applications.iter().map(|(id, _)| Endpoint::Application(id));
            applications.chain(landscape.parties.iter().map(|(id, _)| Endpoint::Party(id))).collect()
        };
        // Only where some are forbidden by what they have, each must be looked at.
        let few: Option<Vec<_>> = (!named.looks_at_all()).then(|| named.ends.keys().copied().collect());
        let ends = few.clone().unwrap_or_else(all).into_iter();
        let ends = ends.filter_map(|end| Some((end, named.crossing(facts, end)?))).collect();
        let doubtful = !forbidden.country_outside.is_empty();
        let unknown_domain = unknown_domain(landscape, forbidden);
        Some(Self { facts, ends, few, networks, doubtful, unknown_domain })
    }

    /// How a step crosses them, if it does.
    pub fn crossing(&self, hop: Hop) -> Option<Crossing> {
        let end = self.ends.get(&hop.to).copied();
        let over = || {
            if self.networks.is_empty() {
                return None;
            }
            let network = network(self.facts.landscape, self.facts.landscape.links.get(hop.link))?;
            let location = *self.networks.get(&network)?;
            Some(Crossing { location, into: Crossed::Network(network) })
        };
        end.filter(Crossing::is_sure).or_else(over).or(end)
    }
}

/// The first domain that is named and that no application has. Few policies name one.
fn unknown_domain<'a>(landscape: &Landscape, forbidden: &'a Forbidden) -> Option<&'a Spanned<Box<str>>> {
    if forbidden.domain.is_empty() {
        return None;
    }
    let domains = landscape.applications.items().iter().filter_map(|it| it.domain.as_ref());
    let domains: FxHashSet<&str> = domains.map(|domain| &*domain.value).collect();
    forbidden.domain.iter().find(|domain| !domains.contains(&*domain.value))
}

/// What a policy names, to be looked up.
struct Named<'a> {
    ends: FxHashMap<Endpoint, Location>,
    domains: FxHashMap<&'a str, Location>,
    networks: &'a FxHashMap<Id<Network>, Location>,
    inside: &'a [Spanned<Area>],
}

impl<'a> Named<'a> {
    fn new(forbidden: &'a Forbidden, networks: &'a FxHashMap<Id<Network>, Location>) -> Self {
        let applications = forbidden.application.iter();
        let applications = applications.map(|it| (Endpoint::Application(it.value), it.location));
        let parties = forbidden.party.iter().map(|it| (Endpoint::Party(it.value), it.location));
        let domains = forbidden.domain.iter().map(|it| (&*it.value, it.location));
        Self {
            ends: applications.chain(parties).collect(),
            domains: domains.collect(),
            networks,
            inside: &forbidden.country_outside,
        }
    }

    /// Whether more than the ends that are named may cross the bounds: those with a property.
    fn looks_at_all(&self) -> bool {
        !self.domains.is_empty() || !self.networks.is_empty() || !self.inside.is_empty()
    }

    fn crossing(&self, facts: &Facts<'_>, end: Endpoint) -> Option<Crossing> {
        let by_name = || {
            let application = facts.landscape.applications.get(end.application()?);
            let domain = application.domain.as_ref().and_then(|domain| self.domains.get(&*domain.value));
            let network =
                || application.network.as_ref().and_then(|network| self.networks.get(&network.value));
            domain.or_else(network).copied()
        };
        match self.ends.get(&end).copied().or_else(by_name) {
            Some(location) => Some(Crossing { location, into: Crossed::End }),
            None => self.abroad(facts, end),
        }
    }

    /// Whether an end is outside the countries where the data may be. People who get their own data are left
    /// alone, as with transfers.
    fn abroad(&self, facts: &Facts<'_>, end: Endpoint) -> Option<Crossing> {
        let location = self.inside.first()?.location;
        if is_people(facts, end) || is_unreadable(facts, end) {
            return None;
        }
        let Some(country) = whereabouts::country(facts, end) else {
            return Some(Crossing { location, into: Crossed::UnknownCountry });
        };
        let is_in = |area: &Spanned<Area>| match area.value {
            Area::Eea => in_eea(country.value.code(), facts.date),
            Area::Country(one) => one == country.value,
        };
        let outside = !self.inside.iter().any(is_in);
        outside.then_some(Crossing { location, into: Crossed::Country })
    }
}

/// Whether the country was written, and couldn't be read.
fn is_unreadable(facts: &Facts<'_>, end: Endpoint) -> bool {
    let landscape = facts.landscape;
    let party = |id| landscape.parties.get(id).lost.any_of(&["country", "kind"]);
    match end {
        Endpoint::Party(id) => party(id),
        Endpoint::Application(id) => {
            let application = landscape.applications.get(id);
            let by_operator = application.country.is_none()
                && application.operator.as_ref().is_some_and(|operator| party(operator.value));
            application.lost.any_of(&["country", "operator"]) || by_operator
        }
    }
}

/// The country that a step comes into, as far as known.
pub fn country<'a>(facts: &Facts<'a>, hop: Hop) -> Option<&'a Spanned<Country>> {
    whereabouts::country(facts, hop.to)
}

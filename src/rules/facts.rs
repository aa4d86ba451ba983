//! What every rule may want to know of a landscape, worked out once.

use std::sync::OnceLock;

use jiff::civil::Date;
use rayon::prelude::*;

use super::{
    agreements,
    ends::Ends,
    link_facts::{Follows, LinkFacts},
    references::References,
};
use crate::{
    graph::FlowGraph,
    load::{memory::Changed, problem::Problem},
    model::{Endpoint, Id, Item, Landscape, Link},
    say,
    text::{Lang, shown},
};

/// How many links are worked out in one go.
const AT_ONCE: usize = 2048;

/// A landscape on a date, with what follows from it.
pub struct Facts<'a> {
    /// The landscape.
    pub landscape: &'a Landscape,
    /// What is wrong with its text.
    pub problems: &'a [Problem],
    /// The reference date.
    pub date: Date,
    /// The language that messages are made in.
    pub lang: Lang,
    /// The links that carry data or will, in reading order.
    pub links: Vec<LinkFacts<'a>>,
    /// By place in the landscape: where a link stands among them.
    places: Vec<u32>,
    flow: OnceLock<FlowGraph>,
    ends: OnceLock<Ends>,
    references: OnceLock<References>,
    agreements: OnceLock<agreements::ByParty>,
}

/// What was known of a landscape before an edit.
#[derive(Debug)]
pub struct Before {
    /// What follows from each link that carries data or will, in reading order.
    links: Vec<Follows>,
    /// What runs where, if a rule asked.
    flow: Option<FlowGraph>,
}

impl<'a> Facts<'a> {
    /// Works out what rules may want to know.
    #[must_use]
    pub fn new(landscape: &'a Landscape, problems: &'a [Problem], date: Date, lang: Lang) -> Self {
        Self::of(landscape, problems, date, lang, follow(landscape, date))
    }

    /// The same after an edit, given what was known before it.
    #[must_use]
    pub fn again(
        landscape: &'a Landscape,
        problems: &'a [Problem],
        (date, lang): (Date, Lang),
        before: Before,
        changed: &Changed,
    ) -> Self {
        let again = |follows: Follows| {
            if changed.touches(follows.id, follows.ends) {
                LinkFacts::new(landscape, (follows.id, landscape.links.get(follows.id)), date)
            } else {
                LinkFacts::again(landscape, follows)
            }
        };
        let flow = before.flow.filter(|_| !changed.flow).map_or_else(OnceLock::new, OnceLock::from);
        let mut links = Vec::with_capacity(landscape.links.len());
        let mut first = before.links;
        let mut edited = first.split_off(first.partition_point(|it| it.id.index() < changed.links.start));
        let rest = edited.split_off(edited.partition_point(|it| it.id.index() < changed.links.end));
        links.extend(first.into_iter().map(again));
        // One of these may have gone out of use, or come back.
        let edited = landscape.links.iter().take(changed.links.end).skip(changed.links.start);
        let edited = edited.filter(|(_, link)| link.is_current());
        links.extend(edited.map(|link| LinkFacts::new(landscape, link, date)));
        links.extend(rest.into_iter().map(again));
        Self { flow, ..Self::of(landscape, problems, date, lang, links) }
    }

    fn of(
        landscape: &'a Landscape,
        problems: &'a [Problem],
        date: Date,
        lang: Lang,
        links: Vec<LinkFacts<'a>>,
    ) -> Self {
        let mut places = vec![u32::MAX; landscape.links.len()];
        for (link, place) in links.iter().zip(0..) {
            places[link.id.index()] = place;
        }
        Self {
            landscape,
            problems,
            date,
            lang,
            links,
            places,
            flow: OnceLock::new(),
            ends: OnceLock::new(),
            references: OnceLock::new(),
            agreements: OnceLock::new(),
        }
    }

    /// What stays true after an edit, for [`Facts::again`].
    #[must_use]
    pub fn into_before(self) -> Before {
        let links = self.links.into_iter().map(LinkFacts::into_follows).collect();
        Before { links, flow: self.flow.into_inner() }
    }

    /// What runs where; built for the first rule that asks.
    pub fn flow(&self) -> &FlowGraph {
        self.flow.get_or_init(|| FlowGraph::new(self.landscape))
    }

    /// The links that start or end here, in reading order, each once.
    pub fn at(&self, end: Endpoint) -> impl Iterator<Item = &LinkFacts<'a>> {
        let ends = self.ends.get_or_init(|| Ends::new(self.landscape, &self.links));
        ends.at(end).iter().map(|place| &self.links[*place as usize])
    }

    /// What is referred to from anywhere; looked up for the first rule that asks.
    pub fn references(&self) -> &References {
        self.references.get_or_init(|| References::new(self.landscape))
    }

    /// Which agreements name whom; looked up for the first rule that asks.
    pub(super) fn agreements_by_party(&self) -> &agreements::ByParty {
        self.agreements.get_or_init(|| agreements::ByParty::new(self.landscape))
    }

    /// The links that carry personal data.
    pub fn personal_links(&self) -> impl Iterator<Item = &LinkFacts<'a>> {
        self.links.iter().filter(|link| link.personal)
    }

    /// Whether everything that was written could be read. Where it wasn't, what seems to be missing or unused
    /// may only be unreadable.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.problems.is_empty()
    }

    /// What follows from a link; nothing, where it no longer carries data.
    #[must_use]
    pub fn link(&self, id: Id<Link>) -> Option<&LinkFacts<'a>> {
        self.links.get(self.places[id.index()] as usize)
    }

    /// How messages name a link: who → whom, and its id where that says more.
    #[must_use]
    pub fn link_name(&self, link: &Item<Link>) -> String {
        let [from, to] = link.ends().map(|end| shown(self.landscape.endpoint_name(end)));
        // A made-up id only repeats the ends, unless it counts.
        if link.table.id.is_some() || link.id.contains('#') {
            format!("{from} → {to} ({})", shown(&link.id))
        } else {
            format!("{from} → {to}")
        }
    }

    /// How messages start about a link.
    #[must_use]
    pub fn the_link(&self, link: &Item<Link>) -> String {
        let name = self.link_name(link);
        say!(self.lang, en: "Link {name}", nl: "Koppeling {name}")
    }
}

/// Works out what follows from each link that carries data or will, on all cores.
fn follow(landscape: &Landscape, date: Date) -> Vec<LinkFacts<'_>> {
    let all: Vec<_> = landscape.links.iter().collect();
    let parts: Vec<Vec<_>> = all
        .par_chunks(AT_ONCE)
        .map(|some| {
            let current = some.iter().filter(|(_, link)| link.is_current());
            current.map(|link| LinkFacts::new(landscape, *link, date)).collect()
        })
        .collect();
    let mut links = Vec::with_capacity(all.len());
    for mut some in parts {
        links.append(&mut some);
    }
    links
}

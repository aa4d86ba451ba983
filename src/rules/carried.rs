//! Which processing activities have data of a class, and what shows it.

use super::{
    Facts, Findings, LinkFacts,
    activity::{gap, names},
    few,
    link_facts::Classes,
};
use crate::{
    model::{Data, DataClass, Id, Item, Processing},
    say,
    source::{Location, Spanned},
    text::shown,
};

/// An activity with data of a class, and what shows that.
pub struct Carried<'a> {
    /// The activity.
    pub activity: &'a Item<Processing>,
    categories: Vec<Id<Data>>,
    own: Option<Location>,
    links: Vec<(&'a LinkFacts<'a>, Location)>,
}

/// The activities that have data of a class, by their own word or on a link that serves them, and that aren't
/// `covered`, in reading order.
///
/// A category on a link that serves several activities is of those that name it. Where none names it, any one
/// may be meant: it counts against none when one of them is covered, else against those that are told of
/// anyway, else against the first, so that one cause is told once.
pub fn uncovered<'a>(
    facts: &'a Facts<'a>,
    of: fn(DataClass) -> bool,
    covered: impl Fn(&Item<Processing>) -> bool,
) -> Vec<Carried<'a>> {
    let landscape = facts.landscape;
    let is_of = |category: Id<Data>| of(landscape.data.get(category).class.value);
    let classes = Classes::those(of);
    let mut all: Vec<_> = landscape.processing.items().iter().map(Carried::new).collect();
    for carried in &mut all {
        for category in carried.activity.data.iter().filter(|category| is_of(category.value)) {
            carried.own.get_or_insert(category.location);
            carried.add(category.value);
        }
    }
    // What is covered is never told of, whatever shows it.
    let is_covered: Vec<_> = landscape.processing.items().iter().map(&covered).collect();
    let mut shared = Vec::new();
    let carries = facts.links.iter().filter(|link| link.classes.meet(classes));
    for link in carries.filter(|link| !link.link.lost.any_of(&["processing"])) {
        let served = link.served();
        if served.iter().all(|id| is_covered[id.index()]) {
            continue;
        }
        let listed = link.link.data.iter().chain(&link.link.returns);
        for category in listed.filter(|category| is_of(category.value)) {
            let own = |id: &&Id<Processing>| {
                served.len() == 1 || names(landscape.processing.get(**id), category.value)
            };
            let mut whose = served.iter().filter(own).peekable();
            if whose.peek().is_none() {
                shared.push((link, category, served));
            }
            for id in whose {
                all[id.index()].add_link(link, category);
            }
        }
    }
    let may_be_fine = |id: &Id<Processing>| {
        let activity = landscape.processing.get(*id);
        is_covered[id.index()] || activity.lost.any_of(&["data"])
    };
    for (link, category, served) in shared {
        if served.iter().any(may_be_fine) {
            continue;
        }
        let told: Vec<_> =
            served.iter().copied().filter(|id| !all[id.index()].categories.is_empty()).collect();
        let whose = if told.is_empty() { served.iter().copied().take(1).collect() } else { told };
        for id in whose {
            all[id.index()].add_link(link, category);
        }
    }
    let told = all.into_iter().zip(is_covered);
    told.filter(|(carried, covered)| !carried.categories.is_empty() && !covered)
        .map(|(carried, _)| carried)
        .collect()
}

impl<'a> Carried<'a> {
    fn new(activity: &'a Item<Processing>) -> Self {
        Self { activity, categories: Vec::new(), own: None, links: Vec::new() }
    }

    fn add(&mut self, category: Id<Data>) {
        if !self.categories.contains(&category) {
            self.categories.push(category);
        }
    }

    fn add_link(&mut self, link: &'a LinkFacts<'a>, category: &Spanned<Id<Data>>) {
        self.add(category.value);
        if self.links.last().is_none_or(|(last, _)| last.id != link.id) {
            self.links.push((link, category.location));
        }
    }

    /// The names of the categories.
    pub fn names(&self, facts: &Facts<'_>) -> String {
        let mut categories = self.categories.clone();
        categories.sort_unstable();
        let declared = categories.iter().map(|id| shown(&facts.landscape.data.get(*id).name));
        few::names(facts.lang, declared)
    }

    /// Where to point, and what to say there: at the `key` when it says nothing, else where the activity
    /// names the data, else at the activity.
    pub fn gap(&self, facts: &Facts<'_>, key: &str, text: Option<&Spanned<Box<str>>>) -> (Location, String) {
        match (text.is_none(), self.own) {
            (true, Some(own)) => {
                (own, say!(facts.lang, en: "for this `{key}` is left out", nl: "hiervoor ontbreekt `{key}`"))
            }
            _ => gap(facts.lang, key, text, self.activity.header)
                .unwrap_or((self.activity.header, String::new())),
        }
    }

    /// Tells of it, with the links that show it.
    pub fn tell(
        &self,
        facts: &Facts<'_>,
        out: &mut Findings,
        (location, label): (Location, String),
        message: String,
    ) {
        let subject = (&*self.activity.id, &self.activity.lost);
        let Some(finding) = out.tell(subject, location, label, message) else { return };
        let mut links = self.links.clone();
        links.sort_unstable_by_key(|(_, location)| *location);
        links.dedup_by_key(|(link, _)| link.id);
        let shows = links.iter().map(|(link, location)| {
            let name = facts.link_name(link.link);
            (*location, say!(facts.lang, en: "on {name}", nl: "op {name}"))
        });
        few::places(finding, facts.lang, shows);
    }
}

//! Puts the tables that were read into one landscape.

use std::ops::Range;

use super::{
    items::{Outcome, Table},
    links,
    problem::Problem,
};
use crate::model::{
    Agreement, Application, Data, Endpoint, Id, Item, Landscape, Link, Network, Norm, Party, Policy,
    Processing, View,
};

/// The tables that were read, by kind and in reading order.
#[derive(Default)]
pub struct Parts {
    landscape: Landscape,
    parties: Vec<Item<Party>>,
    data: Vec<Item<Data>>,
    networks: Vec<Item<Network>>,
    applications: Vec<Item<Application>>,
    links: Vec<Item<Link>>,
    processing: Vec<Item<Processing>>,
    agreements: Vec<Item<Agreement>>,
    norms: Vec<Item<Norm>>,
    views: Vec<Item<View>>,
    policies: Vec<Item<Policy>>,
}

impl Parts {
    /// Adds what came of a table, but for what is wrong with it. They must come in the order in which their ids
    /// were declared.
    pub fn add(&mut self, outcome: Outcome) {
        match outcome.table {
            None => {}
            Some(Table::Landscape(item)) => self.landscape.about = Some(*item),
            Some(Table::Party(item)) => self.parties.push(item),
            Some(Table::Data(item)) => self.data.push(item),
            Some(Table::Network(item)) => self.networks.push(item),
            Some(Table::Application(item)) => self.applications.push(*item),
            Some(Table::Link(item)) => self.links.push(*item),
            Some(Table::Processing(item)) => self.processing.push(*item),
            Some(Table::Agreement(item)) => self.agreements.push(*item),
            Some(Table::Norm(item)) => self.norms.push(*item),
            Some(Table::View(item)) => self.views.push(*item),
            Some(Table::Policy(item)) => self.policies.push(*item),
            Some(Table::Acceptance(item)) => self.landscape.acceptances.push(*item),
            Some(Table::Rules(settings)) => self.landscape.rules.extend(settings),
        }
    }

    /// The landscape, once all tables are in.
    pub fn finish(self, problems: &mut Vec<Problem>) -> Landscape {
        let mut landscape = Landscape {
            parties: self.parties.into_iter().collect(),
            data: self.data.into_iter().collect(),
            networks: self.networks.into_iter().collect(),
            applications: self.applications.into_iter().collect(),
            processing: self.processing.into_iter().collect(),
            agreements: self.agreements.into_iter().collect(),
            norms: self.norms.into_iter().collect(),
            views: self.views.into_iter().collect(),
            policies: self.policies.into_iter().collect(),
            ..self.landscape
        };
        landscape.links = links::named(&landscape, self.links, problems).into_iter().collect();
        landscape
    }

    /// Puts these tables, all of one file, in the place of those that it had: `before` stand in earlier files, `old`
    /// were its own. What has an id must still have the same. `well_named`: nothing was wrong with what links are
    /// called. Gives what is wrong with it now; none where every link has the very name that it had.
    pub fn replace(
        mut self,
        mut landscape: Landscape,
        before: &Count,
        old: &Count,
        well_named: bool,
    ) -> (Landscape, Option<Vec<Problem>>) {
        let [parties, data, networks, applications, processing, agreements, norms, views, policies] =
            before.named;
        landscape.parties.replace(parties, self.parties);
        landscape.data.replace(data, self.data);
        landscape.networks.replace(networks, self.networks);
        landscape.applications.replace(applications, self.applications);
        landscape.processing.replace(processing, self.processing);
        landscape.agreements.replace(agreements, self.agreements);
        landscape.norms.replace(norms, self.norms);
        landscape.views.replace(views, self.views);
        landscape.policies.replace(policies, self.policies);
        if old.about || self.landscape.about.is_some() {
            landscape.about = self.landscape.about;
        }
        let accepted = before.acceptances..before.acceptances + old.acceptances;
        landscape.acceptances.splice(accepted, self.landscape.acceptances);
        landscape.rules.splice(before.rules..before.rules + old.rules, self.landscape.rules);
        let theirs = before.links..before.links + old.links;
        if well_named && links::name_alike(&landscape.links.items()[theirs.clone()], &mut self.links) {
            landscape.links.replace(before.links, self.links);
            return (landscape, None);
        }
        let mut links = std::mem::take(&mut landscape.links).into_items();
        links.splice(theirs, self.links);
        let mut problems = Vec::new();
        landscape.links = links::named(&landscape, links, &mut problems).into_iter().collect();
        (landscape, Some(problems))
    }
}

/// What an edit can have changed: links and applications of one file, by their places in the landscape, and nothing
/// else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The links.
    pub links: Range<usize>,
    /// The applications.
    pub applications: Range<usize>,
    /// What runs where may be another than it was.
    pub flow: bool,
}

impl Changed {
    /// Whether a link may have changed, or an end of it.
    #[must_use]
    pub fn touches(&self, link: Id<Link>, ends: [Endpoint; 2]) -> bool {
        let mut ends = ends.into_iter().filter_map(Endpoint::application);
        self.links.contains(&link.index()) || ends.any(|id| self.applications.contains(&id.index()))
    }
}

/// How many tables of each kind a file has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    about: bool,
    links: usize,
    acceptances: usize,
    rules: usize,
    /// Of what has an id, in the order of the language.
    named: [usize; 9],
}

impl Count {
    /// Those that came of a file.
    #[must_use]
    pub fn of<'a>(outcomes: impl Iterator<Item = &'a Outcome>) -> Self {
        let mut count = Self::default();
        for table in outcomes.filter_map(|outcome| outcome.table.as_ref()) {
            match table {
                Table::Landscape(_) => count.about = true,
                Table::Link(_) => count.links += 1,
                Table::Acceptance(_) => count.acceptances += 1,
                Table::Rules(settings) => count.rules += settings.len(),
                Table::Party(_) => count.named[0] += 1,
                Table::Data(_) => count.named[1] += 1,
                Table::Network(_) => count.named[2] += 1,
                Table::Application(_) => count.named[3] += 1,
                Table::Processing(_) => count.named[4] += 1,
                Table::Agreement(_) => count.named[5] += 1,
                Table::Norm(_) => count.named[6] += 1,
                Table::View(_) => count.named[7] += 1,
                Table::Policy(_) => count.named[8] += 1,
            }
        }
        count
    }

    /// Where the links and the applications of a file are that comes after these, if it has nothing else.
    #[must_use]
    pub fn only_links_and_applications(&self, file: &Self) -> Option<Changed> {
        let mut named = [0; 9];
        named[3] = file.named[3];
        let has_only_these = *file == Self { links: file.links, named, ..Self::default() };
        let applications = self.named[3]..self.named[3] + file.named[3];
        let links = self.links..self.links + file.links;
        has_only_these.then_some(Changed { links, applications, flow: true })
    }

    /// Those of two files together.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.about |= other.about;
        self.links += other.links;
        self.acceptances += other.acceptances;
        self.rules += other.rules;
        for (one, other) in self.named.iter_mut().zip(other.named) {
            *one += other;
        }
        self
    }
}

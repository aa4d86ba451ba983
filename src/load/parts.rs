//! Puts the tables that were read into one landscape.

use super::{
    items::{Outcome, Table},
    links,
    problem::Problem,
};
use crate::model::{
    Agreement, Application, Data, Item, Landscape, Link, Network, Norm, Party, Policy, Processing, View,
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
    /// What is wrong with them.
    pub problems: Vec<Problem>,
}

impl Parts {
    /// Adds a table. They must come in the order in which their ids were declared.
    pub fn add(&mut self, outcome: Outcome) {
        self.problems.extend(outcome.problems);
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
}

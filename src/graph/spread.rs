//! How far data spreads: the categories that can come to each node, from where they start.

use std::collections::VecDeque;

use petgraph::graph::EdgeIndex;

use super::{
    Categories, Category, FlowGraph, Hop,
    categories::{Shared, Table, both, has},
};
use crate::model::Endpoint;

/// Which categories are where.
#[derive(Clone, Debug)]
pub struct Reach {
    pub(super) held: Table,
    applications: usize,
    declared: usize,
}

impl Reach {
    /// The categories that come here, or start here.
    #[must_use]
    pub fn at(&self, end: Endpoint) -> Categories {
        let node = super::index(self.applications, end).index();
        Categories::new(self.declared, self.held.row(node))
    }

    /// Whether a category comes here, or starts here.
    #[must_use]
    pub fn has(&self, end: Endpoint, category: Category) -> bool {
        let node = super::index(self.applications, end).index();
        has(self.held.row(node), category.bit(self.declared))
    }
}

impl FlowGraph {
    /// Where these categories come from here on, over whatever path: to the starting points themselves too.
    /// `follow` tells which steps count.
    #[must_use]
    pub fn reach(&self, from: &[Endpoint], categories: &Categories, follow: impl Fn(Hop) -> bool) -> Reach {
        let follow = |edge| follow(self.hop(edge));
        self.spread(&self.seeds(from, categories), &self.carried, follow)
    }

    /// These categories at these nodes, and nothing elsewhere.
    pub(super) fn seeds(&self, from: &[Endpoint], categories: &Categories) -> Table {
        let mut seeds = Table::new(self.graph.node_count(), self.declared);
        for end in from {
            seeds.add(self.node(*end).index(), categories.copied());
        }
        seeds
    }

    /// Follows data from its seeds until nothing new comes anywhere. Without circles every edge is looked at once;
    /// what comes round to a node again is taken up after all else, so that as much as possible moves together.
    pub(super) fn spread(
        &self,
        seeds: &Table,
        carried: &Shared,
        follow: impl Fn(EdgeIndex) -> bool,
    ) -> Reach {
        let order = self.order();
        let mut held = seeds.clone();
        let mut leaving = vec![0; held.width()];
        let mut queue = VecDeque::from(order.nodes.clone());
        let mut waiting = vec![true; queue.len()];
        while let Some(node) = queue.pop_front() {
            waiting[node] = false;
            leaving.copy_from_slice(if self.people[node] { seeds } else { &held }.row(node));
            if leaving.iter().all(|word| *word == 0) {
                continue;
            }
            for step in order.leaving(node).iter().filter(|step| follow(step.edge)) {
                let to = step.to.index();
                let grown = held.add(to, both(&leaving, carried.numbered(step.carries)));
                if grown && !std::mem::replace(&mut waiting[to], true) {
                    queue.push_back(to);
                }
            }
        }
        Reach { held, applications: self.applications, declared: self.declared }
    }
}

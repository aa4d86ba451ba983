//! Where data comes from: its sources, and what they reach.

use petgraph::graph::EdgeIndex;

use super::{
    Categories, Category, FlowGraph, Hop, Reach,
    categories::{Table, both, has, without},
};
use crate::model::Endpoint;

/// How data can start somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// It originates there by its own word (`source_of`).
    Declared,
    /// A party outside sends it, and nobody declares what a party has.
    Party,
    /// It may have come there over a link that doesn't list what it carries.
    Unlisted,
    /// It is sent from there, and nothing says how it came there.
    Unsaid,
}

impl FlowGraph {
    /// What comes where from a source, over whatever path. A claim that nothing bears out adds nothing here.
    #[must_use]
    pub fn supply(&self) -> &Reach {
        self.supply.get_or_init(|| self.spread(self.known_sources(), &self.carried, |_| true))
    }

    /// What would still come where if only these steps were made: when an application or a link fails, say.
    #[must_use]
    pub fn supply_over(&self, follow: impl Fn(Hop) -> bool) -> Reach {
        self.spread(self.known_sources(), &self.carried, |edge| follow(self.hop(edge)))
    }

    /// Whether an application says that a category originates there.
    #[must_use]
    pub fn is_source(&self, end: Endpoint, category: Category) -> bool {
        let node = self.node(end).index();
        node < self.graph.node_count() && has(self.sources.row(node), category.bit(self.declared))
    }

    /// Where a category starts, and how: applications, then parties, each in reading order. Every one that holds it
    /// can be reached from these.
    #[must_use]
    pub fn origins(&self, category: Category) -> Vec<(Endpoint, Origin)> {
        let bit = category.bit(self.declared);
        let starts = self.starts();
        let nodes = self.graph.node_indices().filter(|node| has(starts.row(node.index()), bit));
        let known = self.known_sources();
        nodes
            .map(|node| {
                let origin = if has(self.sources.row(node.index()), bit) {
                    Origin::Declared
                } else if node.index() >= self.applications {
                    Origin::Party
                } else if has(known.row(node.index()), bit) {
                    Origin::Unlisted
                } else {
                    Origin::Unsaid
                };
                (self.graph[node], origin)
            })
            .collect()
    }

    /// By node: what originates there as far as anyone can tell. Applications say so themselves; parties may
    /// originate all that they send; and what is sent on may have come over a link that doesn't list its data.
    pub(super) fn known_sources(&self) -> &Table {
        self.known.get_or_init(|| {
            let mut sources = self.sources.clone();
            let unlisted = self.received_unlisted();
            for node in 0..self.graph.node_count() {
                if node >= self.applications {
                    sources.add(node, self.sent().copied(node));
                } else if let Some(unlisted) = &unlisted {
                    sources.add(node, both(self.sent().row(node), unlisted.row(node)));
                }
            }
            sources
        })
    }

    /// By node: what may come there over links that don't list what they carry; none where all links list it.
    fn received_unlisted(&self) -> Option<Table> {
        let is_listed = |edge: &EdgeIndex| {
            let row = self.carried.row(edge.index());
            let bit = |category: Category| category.bit(self.declared);
            !has(row, bit(Category::Unlisted)) && !has(row, bit(Category::Unknown))
        };
        let mut unlisted = None;
        for edge in self.graph.edge_indices().filter(|edge| !is_listed(edge)) {
            let received = unlisted.get_or_insert_with(|| Table::new(self.graph.node_count(), self.declared));
            received.add(self.ends(edge).1.index(), self.possible().copied(edge.index()));
        }
        unlisted
    }

    /// By node: what starts there. Beside the sources, that is what is sent and nothing brings; and all along
    /// circles that nothing feeds, and behind them.
    pub(super) fn starts(&self) -> &Table {
        self.starts.get_or_init(|| {
            let mut starts = self.with_first_senders();
            self.add_unfed(&mut starts, self.fed());
            starts
        })
    }

    /// By node: what comes there from a source, or from a sender that nothing brings it to.
    pub(super) fn fed(&self) -> &Table {
        self.fed.get_or_init(|| self.spread(&self.with_first_senders(), &self.carried, |_| true).held)
    }

    fn with_first_senders(&self) -> Table {
        let mut starts = self.known_sources().clone();
        self.add_unfed(&mut starts, self.received());
        starts
    }

    /// Adds to each node what it sends and isn't among what it gets.
    fn add_unfed(&self, starts: &mut Table, gets: &Table) {
        for node in 0..self.graph.node_count() {
            starts.add(node, without(self.sent().row(node), gets.row(node)));
        }
    }

    /// By node: what links take from there.
    pub(super) fn sent(&self) -> &Table {
        self.sent.get_or_init(|| {
            let mut sent = Table::new(self.graph.node_count(), self.declared);
            for node in 0..self.graph.node_count() {
                for step in self.order().leaving(node) {
                    sent.add(node, self.carried.numbered(step.carries).iter().copied());
                }
            }
            sent
        })
    }

    /// By node: what links bring.
    pub(super) fn received(&self) -> &Table {
        self.received.get_or_init(|| {
            let mut received = Table::new(self.graph.node_count(), self.declared);
            for edge in self.graph.edge_indices() {
                received.add(self.ends(edge).1.index(), self.carried.copied(edge.index()));
            }
            received
        })
    }

    /// What an application or party receives, from anyone.
    #[must_use]
    pub fn receives(&self, end: Endpoint) -> Categories {
        let node = self.node(end).index();
        if node < self.graph.node_count() { self.set(self.received().row(node)) } else { self.categories([]) }
    }
}

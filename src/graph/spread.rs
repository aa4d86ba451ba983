//! How far data spreads: the categories that can come to each node, from where they start.

use std::collections::VecDeque;

use petgraph::{
    algo::kosaraju_scc,
    graph::{EdgeIndex, NodeIndex},
    visit::EdgeRef,
};

use super::{
    Categories, Category, FlowGraph, Hop,
    categories::{Table, both, has},
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

/// The nodes in such an order that data comes to a node before it leaves, but for circles.
#[derive(Clone, Debug)]
pub(super) struct Order {
    nodes: Vec<NodeIndex>,
    /// By node: the circle that it is in; most are alone in theirs.
    circle: Vec<u32>,
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

    /// Follows data from its seeds until nothing new comes anywhere. Each circle is settled before what lies
    /// behind it, so that without circles every edge is looked at once.
    pub(super) fn spread(&self, seeds: &Table, carried: &Table, follow: impl Fn(EdgeIndex) -> bool) -> Reach {
        let order = self.order.get_or_init(|| self.in_order());
        let circle = |node: NodeIndex| order.circle[node.index()];
        let mut held = seeds.clone();
        let mut leaving = vec![0; held.width()];
        let mut queue = VecDeque::<NodeIndex>::new();
        let mut queued = vec![false; self.graph.node_count()];
        for nodes in order.nodes.chunk_by(|one, next| circle(*one) == circle(*next)) {
            queue.extend(nodes);
            for node in nodes {
                queued[node.index()] = true;
            }
            while let Some(node) = queue.pop_front() {
                queued[node.index()] = false;
                let leaves = if self.people[node.index()] { seeds } else { &held };
                leaving.copy_from_slice(leaves.row(node.index()));
                for edge in self.graph.edges(node).filter(|edge| follow(edge.id())) {
                    let target = edge.target();
                    let grown = held.add(target.index(), both(&leaving, carried.row(edge.id().index())));
                    if grown && circle(target) == circle(node) && !queued[target.index()] {
                        queued[target.index()] = true;
                        queue.push_back(target);
                    }
                }
            }
        }
        Reach { held, applications: self.applications, declared: self.declared }
    }

    fn in_order(&self) -> Order {
        // Not `tarjan_scc`: it recurses, and a long chain is too deep for the stack.
        let circles = kosaraju_scc(&self.graph);
        let mut order = Order { nodes: Vec::new(), circle: vec![0; self.graph.node_count()] };
        order.nodes.reserve_exact(self.graph.node_count());
        // They come with what lies behind first.
        for (number, circle) in (0..).zip(circles.iter().rev()) {
            for node in circle {
                order.circle[node.index()] = number;
            }
            order.nodes.extend(circle);
        }
        order
    }
}

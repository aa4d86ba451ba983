//! The shortest ways along which data comes somewhere: the proof that it does.

use petgraph::{
    graph::{EdgeIndex, NodeIndex},
    visit::EdgeRef,
};

use super::{
    Category, FlowGraph, Hop,
    categories::{Shared, has},
};
use crate::model::Endpoint;

/// The shortest ways of one category from where it starts to everywhere that it comes.
#[derive(Debug)]
pub struct Ways<'a> {
    graph: &'a FlowGraph,
    carried: &'a Shared,
    bit: usize,
    /// By node: how many steps it takes to come there.
    steps: Vec<Option<u32>>,
}

impl FlowGraph {
    /// The shortest ways of a category from these starting points on, found in one go for all ends.
    #[must_use]
    pub fn ways(&self, category: Category, from: impl IntoIterator<Item = Endpoint>) -> Ways<'_> {
        let from = from.into_iter().map(|end| self.node(end)).collect();
        self.ways_over(&self.carried, category.bit(self.declared), from, None)
    }

    /// Counts the steps from these nodes to all others, by breadth first; or until it comes to `end`, where no other is
    /// asked for.
    pub(super) fn ways_over<'a>(
        &'a self,
        carried: &'a Shared,
        bit: usize,
        mut front: Vec<NodeIndex>,
        end: Option<NodeIndex>,
    ) -> Ways<'a> {
        let mut steps = vec![None; self.graph.node_count()];
        for node in &front {
            steps[node.index()] = Some(0);
        }
        for round in 1.. {
            if end.is_some_and(|end| steps[end.index()].is_some()) {
                break;
            }
            let mut next = Vec::new();
            for node in front.iter().filter(|node| round == 1 || !self.people[node.index()]) {
                let edges = self.graph.edges(*node).filter(|edge| has(carried.row(edge.id().index()), bit));
                for target in edges.map(|edge| edge.target()) {
                    if steps[target.index()].is_none() {
                        steps[target.index()] = Some(round);
                        next.push(target);
                    }
                }
            }
            if next.is_empty() {
                break;
            }
            front = next;
        }
        Ways { graph: self, carried, bit, steps }
    }
}

impl Ways<'_> {
    /// The shortest way to an application or party, step by step; empty where it starts there, and none where the
    /// category doesn't come. Of several that are as short: the one whose last link is written first, and so on
    /// backwards.
    #[must_use]
    pub fn to(&self, end: Endpoint) -> Option<Vec<Hop>> {
        let mut node = self.graph.node(end);
        let mut left = (*self.steps.get(node.index())?)?;
        let mut way = Vec::with_capacity(left as usize);
        while left > 0 {
            left -= 1;
            let edge = self.edge_to(node, left)?;
            way.push(self.graph.hop(edge));
            node = self.graph.ends(edge).0;
        }
        way.reverse();
        Some(way)
    }

    /// The last step of the shortest way to an application or party; none where the category starts there, or
    /// doesn't come. The ways to all ends thus make a tree: each runs on from the way to where its last step begins.
    #[must_use]
    pub fn last(&self, end: Endpoint) -> Option<Hop> {
        let left = self.steps(end)?.checked_sub(1)?;
        Some(self.graph.hop(self.edge_to(self.graph.node(end), left)?))
    }

    /// The first written step that comes here from where it takes so many steps to come.
    fn edge_to(&self, node: NodeIndex, left: u32) -> Option<EdgeIndex> {
        let here = |node: NodeIndex| {
            let passes = left == 0 || !self.graph.people[node.index()];
            passes && self.steps[node.index()] == Some(left)
        };
        let edges = self.graph.graph.edges_directed(node, petgraph::Incoming);
        let edges = edges.filter(|edge| has(self.carried.row(edge.id().index()), self.bit));
        edges.filter(|edge| here(edge.source())).map(|edge| edge.id()).min()
    }

    /// How many steps it takes to come there; none where the category doesn't come.
    #[must_use]
    pub fn steps(&self, end: Endpoint) -> Option<u32> {
        self.steps.get(self.graph.node(end).index()).copied().flatten()
    }
}

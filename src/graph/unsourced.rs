//! Data that comes from nowhere: told where it starts, not again at each step behind that.

use std::collections::{BTreeMap, VecDeque};

use petgraph::{
    algo::kosaraju_scc,
    graph::{DiGraph, EdgeIndex, EdgeReference, NodeIndex},
    visit::EdgeRef,
};
use rustc_hash::FxHashMap;

use super::{
    Categories, Category, FlowGraph, Hop,
    categories::{Table, bits, without},
};
use crate::model::{Data, Id};

/// A step with data that has no source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsourced {
    /// The step.
    pub hop: Hop,
    /// The categories, in reading order.
    pub categories: Vec<Id<Data>>,
    /// The circle in which the first of them only goes round, from this step on back to its sender; empty when
    /// nothing brings it there at all.
    pub circle: Vec<Hop>,
}

impl FlowGraph {
    /// The steps with which data among these categories starts from nowhere, in reading order: nobody says that it
    /// originates with the sender, and no link brings it there, or only links that got it from the sender itself.
    #[must_use]
    pub fn unsourced(&self, among: &Categories) -> Vec<Unsourced> {
        let mut accounted = self.known_sources().clone();
        for node in 0..self.graph.node_count() {
            accounted.add(node, self.received().copied(node));
        }
        let mut found = Vec::new();
        for (edge, lacking) in self.lacking(&accounted, among) {
            let categories = self.set(&lacking).listed().collect();
            found.push((edge, Unsourced { hop: self.hop(edge), categories, circle: Vec::new() }));
        }
        found.extend(self.circles(among));
        found.sort_by_key(|(edge, _)| *edge);
        found.into_iter().map(|(_, unsourced)| unsourced).collect()
    }

    /// The steps with data among these that its sender doesn't have by this account.
    fn lacking<'a>(
        &'a self,
        accounted: &'a Table,
        among: &'a Categories,
    ) -> impl Iterator<Item = (EdgeIndex, Vec<u64>)> + 'a {
        let lacks = |node: usize| {
            let lacking = without(self.sent().row(node), accounted.row(node)).zip(among.words());
            lacking.map(|(lacking, among)| lacking & among).any(|word| word != 0)
        };
        let senders: Vec<bool> = (0..self.graph.node_count()).map(lacks).collect();
        let edges = self.graph.edge_indices();
        edges.filter(move |edge| senders[self.ends(*edge).0.index()]).filter_map(|edge| {
            let accounted = accounted.row(self.ends(edge).0.index());
            let lacking = without(self.carried.row(edge.index()), accounted).zip(among.words());
            let lacking = lacking.map(|(lacking, among)| lacking & among);
            lacking.clone().any(|word| word != 0).then(|| (edge, lacking.collect()))
        })
    }

    /// The circles that nothing feeds, each with its first step.
    fn circles(&self, among: &Categories) -> Vec<(EdgeIndex, Unsourced)> {
        // The steps of each category that neither a source nor a first sender feeds.
        let mut unfed = BTreeMap::<usize, Vec<EdgeIndex>>::new();
        for (edge, lacking) in self.lacking(self.fed(), among) {
            bits(&lacking).for_each(|bit| unfed.entry(bit).or_default().push(edge));
        }
        let mut circles = BTreeMap::<EdgeIndex, Unsourced>::new();
        for (bit, edges) in unfed {
            let Some(category) = Category::of(bit, self.declared).listed() else { continue };
            for circle in self.circles_of(&edges) {
                let hops = || circle.iter().map(|edge| self.hop(*edge));
                let Some((first, hop)) = circle.first().copied().zip(hops().next()) else { continue };
                let fresh = || Unsourced { hop, categories: Vec::new(), circle: hops().collect() };
                circles.entry(first).or_insert_with(fresh).categories.push(category);
            }
        }
        circles.into_iter().collect()
    }

    /// The circles that these steps make and that no other step leads into: of each its first step, and the
    /// shortest way on from there back to the sender.
    fn circles_of(&self, edges: &[EdgeIndex]) -> Vec<Vec<EdgeIndex>> {
        let mut graph = DiGraph::<(), EdgeIndex>::new();
        let mut nodes = FxHashMap::<NodeIndex, NodeIndex>::default();
        for edge in edges {
            let (from, to) = self.ends(*edge);
            let [from, to] = [from, to].map(|node| *nodes.entry(node).or_insert_with(|| graph.add_node(())));
            graph.add_edge(from, to, *edge);
        }
        let circles = kosaraju_scc(&graph);
        let mut circle_of = vec![0; graph.node_count()];
        for (number, circle) in circles.iter().enumerate() {
            for node in circle {
                circle_of[node.index()] = number;
            }
        }
        let mut first = vec![None; circles.len()];
        let mut led_into = vec![false; circles.len()];
        for edge in graph.edge_references() {
            let [from, to] = [edge.source(), edge.target()].map(|node| circle_of[node.index()]);
            if from == to {
                first[from] = first[from].or(Some(edge));
            } else {
                led_into[to] = true;
            }
        }
        let first = first.into_iter().zip(led_into).filter(|(_, led_into)| !led_into);
        first.filter_map(|(first, _)| Some(round(&graph, first?))).collect()
    }
}

/// A step, and the shortest way from its end back to its start.
fn round(graph: &DiGraph<(), EdgeIndex>, first: EdgeReference<'_, EdgeIndex>) -> Vec<EdgeIndex> {
    let mut came_by = FxHashMap::default();
    let mut queue = VecDeque::from([first.target()]);
    while let Some(node) = queue.pop_front().filter(|_| !came_by.contains_key(&first.source())) {
        for edge in graph.edges(node).filter(|edge| edge.target() != first.target()) {
            came_by.entry(edge.target()).or_insert_with(|| {
                queue.push_back(edge.target());
                edge
            });
        }
    }
    let back = std::iter::successors(came_by.get(&first.source()), |edge| came_by.get(&edge.source()));
    let mut way: Vec<_> = back.map(|edge| *edge.weight()).collect();
    way.push(*first.weight());
    way.reverse();
    way
}

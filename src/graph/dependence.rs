//! Who depends on whom alone: the applications without which a category no longer comes somewhere, for the whole
//! landscape at once.

use std::collections::BTreeMap;

use petgraph::{
    algo::dominators::simple_fast,
    graph::{DiGraph, EdgeIndex, NodeIndex},
    visit::{Dfs, Walker},
};
use rustc_hash::FxHashMap;

use super::{
    Category, FlowGraph, Origin, Size,
    categories::{bits, has},
};
use crate::model::{Application, Data, Endpoint, Id};

/// An application without which some no longer get a category: each way to them leads through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SoleCarrier {
    /// The application.
    pub application: Id<Application>,
    /// The category.
    pub category: Id<Data>,
    /// How many get it over this application alone, directly or further on.
    pub starved: Size,
    /// The category starts there; else it only passes.
    pub starts: bool,
}

/// The only one that feeds others with a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SingleSource {
    /// The category.
    pub category: Id<Data>,
    /// Where it starts.
    pub source: Endpoint,
    /// How it starts there.
    pub origin: Origin,
    /// How many depend on it.
    pub dependents: Size,
}

/// Who depends on whom alone.
#[derive(Clone, Debug, Default)]
pub struct Dependence {
    /// By category in reading order, and of each by application.
    pub carriers: Vec<SoleCarrier>,
    /// By category in reading order: those with one source that feeds others.
    pub sources: Vec<SingleSource>,
}

/// The steps of one category, from a root before all that it starts at.
struct Flow {
    graph: DiGraph<NodeIndex, ()>,
    root: NodeIndex,
    /// Where it starts and leaves, by node of the landscape.
    feeding: Vec<NodeIndex>,
}

impl FlowGraph {
    /// For each category: without which application who no longer gets it, counted with dominators (Prosser 1959)
    /// from a root before all its origins. Declared or not: an origin counts as one.
    #[must_use]
    pub fn dependence(&self) -> Dependence {
        let mut carrying = BTreeMap::<usize, Vec<EdgeIndex>>::new();
        for edge in self.graph.edge_indices() {
            bits(self.carried.row(edge.index())).for_each(|bit| carrying.entry(bit).or_default().push(edge));
        }
        let mut found = Dependence::default();
        for (bit, edges) in carrying {
            let Some(category) = Category::of(bit, self.declared).listed() else { continue };
            let flow = self.flow(bit, &edges);
            let starved = self.starved(&flow);
            for (node, starved) in &starved {
                let Some(application) = self.graph[*node].application() else { continue };
                let starts = has(self.starts().row(node.index()), bit);
                found.carriers.push(SoleCarrier { application, category, starved: *starved, starts });
            }
            if let [source] = flow.feeding[..] {
                let dependents = starved.get(&source).copied().unwrap_or_default();
                // Whoever gets it may have it already.
                if !dependents.is_empty() {
                    let source = self.graph[source];
                    let origin = self.origin(source, bit);
                    found.sources.push(SingleSource { category, source, origin, dependents });
                }
            }
        }
        found
    }

    fn flow(&self, bit: usize, edges: &[EdgeIndex]) -> Flow {
        let mut graph = DiGraph::new();
        let mut nodes = FxHashMap::<NodeIndex, NodeIndex>::default();
        for edge in edges {
            let (from, to) = self.ends(*edge);
            let [from, to] =
                [from, to].map(|node| *nodes.entry(node).or_insert_with(|| graph.add_node(node)));
            graph.add_edge(from, to, ());
        }
        let starts: Vec<_> =
            graph.node_indices().filter(|node| has(self.starts().row(graph[*node].index()), bit)).collect();
        let feeds = |node: &NodeIndex| graph.neighbors(*node).any(|next| next != *node);
        let feeding = starts.iter().copied().filter(feeds).map(|node| graph[node]).collect();
        let root = graph.add_node(NodeIndex::end());
        for start in starts {
            graph.add_edge(root, start, ());
        }
        Flow { graph, root, feeding }
    }

    /// By node of the landscape: how many come by the category through it alone; where there are any.
    fn starved(&self, flow: &Flow) -> BTreeMap<NodeIndex, Size> {
        let dominators = simple_fast(&flow.graph, flow.root);
        let mut behind = vec![Size::default(); flow.graph.node_count()];
        // Whoever dominates a node comes before it on every way.
        let order: Vec<_> = Dfs::new(&flow.graph, flow.root).iter(&flow.graph).collect();
        for node in order.iter().rev().filter(|node| **node != flow.root) {
            if let Some(above) = dominators.immediate_dominator(*node) {
                let all = behind[node.index()] + self.size(flow.graph[*node]);
                behind[above.index()] += all;
            }
        }
        let nodes = flow.graph.node_indices().filter(|node| *node != flow.root);
        let counted = nodes.map(|node| (flow.graph[node], behind[node.index()]));
        counted.filter(|(_, behind)| !behind.is_empty()).collect()
    }

    fn origin(&self, end: Endpoint, bit: usize) -> Origin {
        let category = Category::of(bit, self.declared);
        match end {
            _ if self.is_source(end, category) => Origin::Declared,
            Endpoint::Party(_) => Origin::Party,
            Endpoint::Application(_) if self.supply().has(end, category) => Origin::Unlisted,
            Endpoint::Application(_) => Origin::Unsaid,
        }
    }
}

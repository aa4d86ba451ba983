//! The nodes in the order in which data comes through them, and what leaves them, packed together.

use petgraph::graph::{EdgeIndex, NodeIndex};

use super::FlowGraph;

/// The nodes in such an order that data comes to a node before it leaves, but for circles; and what leaves them.
#[derive(Clone, Debug)]
pub(super) struct Order {
    pub nodes: Vec<usize>,
    /// By node, and one more: where its steps start.
    starts: Vec<usize>,
    /// All together: walking through the graph from edge to edge takes many times longer.
    steps: Vec<Leaving>,
}

/// A step out of a node.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Leaving {
    pub edge: EdgeIndex,
    /// What it carries, by number.
    pub carries: u32,
    /// The node that it leads to.
    pub to: NodeIndex,
}

impl Order {
    /// Of a whole graph.
    pub fn new(graph: &FlowGraph) -> Self {
        let (starts, steps) = leaving(graph);
        let nodes = in_order(&starts, &steps);
        Self { nodes, starts, steps }
    }

    /// The steps out of a node.
    pub fn leaving(&self, node: usize) -> &[Leaving] {
        &self.steps[self.starts[node]..self.starts[node + 1]]
    }
}

/// The steps, node by node, and where those of each node start.
fn leaving(graph: &FlowGraph) -> (Vec<usize>, Vec<Leaving>) {
    let edges = graph.graph.raw_edges();
    let mut starts = vec![0; graph.graph.node_count() + 1];
    for edge in edges {
        starts[edge.source().index() + 1] += 1;
    }
    for node in 1..starts.len() {
        starts[node] += starts[node - 1];
    }
    let mut next = starts.clone();
    let mut steps = vec![Leaving::default(); edges.len()];
    for (number, edge) in edges.iter().enumerate() {
        let at = &mut next[edge.source().index()];
        steps[*at] = Leaving {
            edge: EdgeIndex::new(number),
            carries: graph.carried.number(number),
            to: edge.target(),
        };
        *at += 1;
    }
    (starts, steps)
}

/// All nodes in the reverse of the order in which a walk into the depth leaves them.
fn in_order(starts: &[usize], steps: &[Leaving]) -> Vec<usize> {
    let count = starts.len() - 1;
    let mut nodes = Vec::with_capacity(count);
    let mut seen = vec![false; count];
    // Which nodes the walk is in, and which of their steps comes next. Kept here, since a long chain is too deep
    // for the stack.
    let mut open = Vec::<(usize, usize)>::new();
    for start in 0..count {
        if !std::mem::replace(&mut seen[start], true) {
            open.push((start, starts[start]));
        }
        while let Some((node, next)) = open.last_mut() {
            if *next == starts[*node + 1] {
                nodes.push(*node);
                open.pop();
                continue;
            }
            let to = steps[*next].to.index();
            *next += 1;
            if !std::mem::replace(&mut seen[to], true) {
                open.push((to, starts[to]));
            }
        }
    }
    nodes.reverse();
    nodes
}

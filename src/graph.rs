//! The landscape as a graph: applications and parties are nodes, links are edges. Built once, asked often.

use petgraph::{
    graph::{DiGraph, NodeIndex},
    visit::EdgeRef,
};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{Endpoint, Id, Landscape, Link};

/// A directed multigraph: every link that carries data, or will, from where the data comes to where it goes.
#[derive(Clone, Debug)]
pub struct FlowGraph {
    graph: DiGraph<Endpoint, Id<Link>>,
    nodes: FxHashMap<Endpoint, NodeIndex>,
}

impl FlowGraph {
    /// The graph of a landscape, with every application and party, linked or not.
    #[must_use]
    pub fn new(landscape: &Landscape) -> Self {
        let applications = landscape.applications.iter().map(|(id, _)| Endpoint::Application(id));
        let parties = landscape.parties.iter().map(|(id, _)| Endpoint::Party(id));
        let mut graph = DiGraph::with_capacity(
            landscape.applications.len() + landscape.parties.len(),
            landscape.links.len(),
        );
        let nodes: FxHashMap<_, _> =
            applications.chain(parties).map(|end| (end, graph.add_node(end))).collect();
        for (id, link) in landscape.current_links() {
            let [from, to] = link.ends();
            graph.add_edge(nodes[&from], nodes[&to], id);
        }
        Self { graph, nodes }
    }

    /// Whether any link begins or ends here.
    #[must_use]
    pub fn is_linked(&self, end: Endpoint) -> bool {
        self.nodes.get(&end).is_some_and(|&node| self.graph.neighbors_undirected(node).next().is_some())
    }

    /// The links that lie at most `steps` from `core`, whichever way they run; only those that `follow` allows
    /// are taken. The first step takes the links that touch the core itself.
    #[must_use]
    pub fn around(
        &self,
        core: &FxHashSet<Endpoint>,
        steps: u32,
        follow: impl Fn(Id<Link>) -> bool,
    ) -> FxHashSet<Id<Link>> {
        let mut reached = core.clone();
        let mut front: Vec<Endpoint> = core.iter().copied().collect();
        let mut links = FxHashSet::default();
        for _ in 0..steps {
            let mut next = Vec::new();
            for node in front.iter().filter_map(|end| self.nodes.get(end)) {
                let outgoing = self.graph.edges_directed(*node, petgraph::Outgoing);
                let incoming = self.graph.edges_directed(*node, petgraph::Incoming);
                for edge in outgoing.chain(incoming).filter(|edge| follow(*edge.weight())) {
                    links.insert(*edge.weight());
                    for end in [self.graph[edge.source()], self.graph[edge.target()]] {
                        if reached.insert(end) {
                            next.push(end);
                        }
                    }
                }
            }
            if next.is_empty() {
                break;
            }
            front = next;
        }
        links
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load::load, source::Sources};

    /// a → b → c → d, and d → a.
    fn ring() -> Landscape {
        let mut text = String::new();
        for (from, to) in [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")] {
            text +=
                &format!("[application.{from}]\nname = '{from}'\n[[link]]\nfrom = '{from}'\nto = '{to}'\n");
        }
        let mut sources = Sources::default();
        sources.add("ring.toml", text);
        load(&sources).landscape
    }

    #[test]
    fn each_step_goes_one_link_further_whichever_way_it_runs() {
        let landscape = ring();
        let graph = FlowGraph::new(&landscape);
        let core = FxHashSet::from_iter([Endpoint::Application(landscape.applications.find("a").unwrap())]);
        let around = |steps| {
            let links = graph.around(&core, steps, |_| true);
            let mut ids: Vec<_> = links.iter().map(|id| landscape.links.get(*id).id.to_string()).collect();
            ids.sort();
            ids
        };
        assert_eq!(around(0), [""; 0]);
        assert_eq!(around(1), ["a->b", "d->a"]);
        assert_eq!(around(2), ["a->b", "b->c", "c->d", "d->a"]);
        assert_eq!(around(u32::MAX), around(2));
    }
}

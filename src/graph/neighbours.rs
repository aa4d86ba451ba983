//! What lies around something, whichever way the links run.

use petgraph::visit::EdgeRef;
use rustc_hash::FxHashSet;

use super::FlowGraph;
use crate::model::{Endpoint, Id, Link};

impl FlowGraph {
    /// Whether any link begins or ends here.
    #[must_use]
    pub fn is_linked(&self, end: Endpoint) -> bool {
        self.graph.neighbors_undirected(self.node(end)).next().is_some()
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
            for node in front.iter().map(|end| self.node(*end)) {
                let outgoing = self.graph.edges_directed(node, petgraph::Outgoing);
                let incoming = self.graph.edges_directed(node, petgraph::Incoming);
                for edge in outgoing.chain(incoming).filter(|edge| follow(edge.weight().link)) {
                    links.insert(edge.weight().link);
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
    use crate::{load::load, model::Landscape, source::Sources};

    /// a → b → c → d, and d → a.
    fn ring() -> Landscape {
        let table = |(from, to)| {
            format!("[application.{from}]\nname = '{from}'\n[[link]]\nfrom = '{from}'\nto = '{to}'\n")
        };
        let text: String = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")].map(table).concat();
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

//! The landscape as a graph: applications and parties are nodes, and data runs along links from one to the next.
//! Built once, asked often.
//!
//! What is said to run is taken at its word: whoever sends or receives a category has it (`holds`, `who_has`,
//! `reach`), also where nothing says how it came there. Where it came from is another question: `supply` follows
//! it from its sources, and `unsourced` tells what has none. A source is an application that names the category
//! under `source_of`, or a party: nobody declares what an outside party has, so that it may originate all it sends.
//! Retired links carry nothing. The people whom data is about get their own: it doesn't run on through them.

mod articulation;
mod categories;
mod dependence;
mod neighbours;
mod order;
mod question;
mod spread;
mod supply;
mod unsourced;
mod ways;

use std::sync::OnceLock;

use petgraph::{
    graph::{DiGraph, EdgeIndex, NodeIndex},
    visit::EdgeRef,
};

pub use self::{
    articulation::{CutPoint, Size},
    categories::{Categories, Category},
    dependence::{Dependence, SingleSource, SoleCarrier},
    question::Question,
    spread::Reach,
    supply::Origin,
    unsourced::Unsourced,
    ways::Ways,
};
use self::{
    categories::{Shared, Table, has},
    order::Order,
};
use crate::model::{Application, Endpoint, Id, Item, Landscape, Link};

/// A directed multigraph of what runs where. Each link that carries data, or will, is an edge from where the data
/// comes to where it goes, and one back where something `returns`. Edges stand in reading order.
#[derive(Clone, Debug)]
pub struct FlowGraph {
    graph: DiGraph<Endpoint, Step>,
    /// Applications come first among the nodes, then parties.
    applications: usize,
    /// How many categories are declared.
    declared: usize,
    /// By edge: what it carries.
    carried: Shared,
    /// By node: what originates there by its own word.
    sources: Table,
    /// The categories of which the class is personal.
    personal: Categories,
    /// By node: these are the people whom data is about.
    people: Vec<bool>,
    order: OnceLock<Order>,
    sent: OnceLock<Table>,
    received: OnceLock<Table>,
    known: OnceLock<Table>,
    supply: OnceLock<Reach>,
    starts: OnceLock<Table>,
    fed: OnceLock<Table>,
    possible: OnceLock<Shared>,
}

/// What an edge is: a link, or what comes back over it.
#[derive(Clone, Copy, Debug)]
struct Step {
    link: Id<Link>,
    answer: bool,
}

/// One step that data makes: over a link, or back over it in answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hop {
    /// The link.
    pub link: Id<Link>,
    /// It comes back in answer (`returns`), against the direction of the link.
    pub answer: bool,
    /// Where the data comes from.
    pub from: Endpoint,
    /// Where it goes.
    pub to: Endpoint,
}

/// A step, and what it carries.
#[derive(Clone, Copy)]
pub struct Arrival<'a> {
    /// The step.
    pub hop: Hop,
    declared: usize,
    carried: &'a [u64],
}

impl Arrival<'_> {
    /// Whether this is among what it carries.
    #[must_use]
    pub const fn carries(&self, category: Category) -> bool {
        has(self.carried, category.bit(self.declared))
    }
}

impl FlowGraph {
    /// The graph of a landscape, with every application and party, linked or not. Of a link it knows what
    /// [`Item<Link>::runs_like`] compares, of an application what originates there.
    #[must_use]
    pub fn new(landscape: &Landscape) -> Self {
        let (applications, parties) = (&landscape.applications, &landscape.parties);
        let mut graph = DiGraph::with_capacity(applications.len() + parties.len(), landscape.links.len());
        for (id, _) in applications.iter() {
            graph.add_node(Endpoint::Application(id));
        }
        for (id, _) in parties.iter() {
            graph.add_node(Endpoint::Party(id));
        }
        let node = |end| index(applications.len(), end);
        for (id, link) in landscape.current_links() {
            let [from, to] = link.ends().map(node);
            graph.add_edge(from, to, Step { link: id, answer: false });
            if !link.returns.is_empty() {
                graph.add_edge(to, from, Step { link: id, answer: true });
            }
        }
        let mut sources = Table::new(graph.node_count(), landscape.data.len());
        for (id, application) in applications.iter() {
            application.source_of.values().for_each(|category| sources.insert(id.index(), category.index()));
        }
        let nobody = applications.items().iter().map(|_: &Item<Application>| false);
        Self {
            carried: carried(landscape, &graph),
            graph,
            applications: applications.len(),
            declared: landscape.data.len(),
            sources,
            personal: personal(landscape),
            people: nobody.chain(parties.items().iter().map(|party| party.is_people())).collect(),
            order: OnceLock::new(),
            sent: OnceLock::new(),
            received: OnceLock::new(),
            known: OnceLock::new(),
            supply: OnceLock::new(),
            starts: OnceLock::new(),
            fed: OnceLock::new(),
            possible: OnceLock::new(),
        }
    }

    /// Every step that data makes, in reading order.
    pub fn hops(&self) -> impl Iterator<Item = Hop> + '_ {
        self.graph.edge_indices().map(|edge| self.hop(edge))
    }

    /// The steps that end here, in reading order.
    #[must_use]
    pub fn incoming(&self, end: Endpoint) -> Vec<Hop> {
        self.touching(end, petgraph::Incoming).into_iter().map(|edge| self.hop(edge)).collect()
    }

    /// The same, with what each carries.
    #[must_use]
    pub fn arriving(&self, end: Endpoint) -> Vec<Arrival<'_>> {
        let arrival = |edge: EdgeIndex| Arrival {
            hop: self.hop(edge),
            declared: self.declared,
            carried: self.carried.row(edge.index()),
        };
        self.touching(end, petgraph::Incoming).into_iter().map(arrival).collect()
    }

    /// The steps that start here, in reading order.
    #[must_use]
    pub fn outgoing(&self, end: Endpoint) -> Vec<Hop> {
        self.touching(end, petgraph::Outgoing).into_iter().map(|edge| self.hop(edge)).collect()
    }

    /// What a step carries.
    #[must_use]
    pub fn carried(&self, hop: Hop) -> Categories {
        // Edges stand in reading order, as links do.
        let steps = self.graph.raw_edges();
        let edge =
            steps.binary_search_by_key(&(hop.link, hop.answer), |it| (it.weight.link, it.weight.answer));
        edge.map_or_else(|_| self.categories([]), |edge| self.set(self.carried.row(edge)))
    }

    /// What is or may be here: what originates here by its own word, what is sent from here and what is received.
    #[must_use]
    pub fn holds(&self, end: Endpoint) -> Categories {
        let mut held = Table::new(1, self.declared);
        let node = self.node(end).index();
        if node < self.graph.node_count() {
            for part in [&self.sources, self.sent(), self.received()] {
                held.add(0, part.copied(node));
            }
        }
        self.set(held.row(0))
    }

    /// Who holds a category: applications, then parties, each in reading order.
    #[must_use]
    pub fn who_has(&self, category: Category) -> Vec<Endpoint> {
        let bit = category.bit(self.declared);
        let parts = [&self.sources, self.sent(), self.received()];
        let nodes = self.graph.node_indices();
        let nodes = nodes.filter(|node| parts.iter().any(|part| has(part.row(node.index()), bit)));
        nodes.map(|node| self.graph[node]).collect()
    }

    /// A set of categories.
    #[must_use]
    pub fn categories(&self, all: impl IntoIterator<Item = Category>) -> Categories {
        let mut set = Table::new(1, self.declared);
        all.into_iter().for_each(|category| set.insert(0, category.bit(self.declared)));
        self.set(set.row(0))
    }

    fn order(&self) -> &Order {
        self.order.get_or_init(|| Order::new(self))
    }

    fn set(&self, words: &[u64]) -> Categories {
        Categories::new(self.declared, words)
    }

    fn node(&self, end: Endpoint) -> NodeIndex {
        index(self.applications, end)
    }

    fn hop(&self, edge: EdgeIndex) -> Hop {
        let ((from, to), Step { link, answer }) = (self.ends(edge), self.graph[edge]);
        Hop { link, answer, from: self.graph[from], to: self.graph[to] }
    }

    fn ends(&self, edge: EdgeIndex) -> (NodeIndex, NodeIndex) {
        self.graph.edge_endpoints(edge).unwrap_or_default()
    }

    fn touching(&self, end: Endpoint, direction: petgraph::Direction) -> Vec<EdgeIndex> {
        let mut edges: Vec<_> =
            self.graph.edges_directed(self.node(end), direction).map(|edge| edge.id()).collect();
        edges.sort_unstable();
        edges
    }

    /// By edge: what it may carry. Personal data that isn't listed may be any category of personal data, and
    /// where nothing is said it may be anything.
    fn possible(&self) -> &Shared {
        self.possible.get_or_init(|| {
            let bit = |category: Category| category.bit(self.declared);
            let all = (0..self.declared + 2).map(|bit| Category::of(bit, self.declared));
            let all = self.categories(all);
            self.carried.each(|sets, number| {
                if has(sets.row(number), bit(Category::Unlisted)) {
                    sets.add(number, self.personal.copied());
                } else if has(sets.row(number), bit(Category::Unknown)) {
                    sets.add(number, all.copied());
                }
            })
        })
    }
}

/// The node of an application or party.
fn index(applications: usize, end: Endpoint) -> NodeIndex {
    match end {
        Endpoint::Application(id) => NodeIndex::new(id.index()),
        Endpoint::Party(id) => NodeIndex::new(applications + id.index()),
    }
}

/// The categories of which the class is personal, and personal data that isn't listed.
fn personal(landscape: &Landscape) -> Categories {
    let declared = landscape.data.len();
    let mut personal = Table::new(1, declared);
    personal.insert(0, Category::Unlisted.bit(declared));
    for (id, _) in landscape.data.iter().filter(|(_, data)| data.class.is_personal()) {
        personal.insert(0, id.index());
    }
    Categories::new(declared, personal.row(0))
}

/// By edge: what it carries.
fn carried(landscape: &Landscape, graph: &DiGraph<Endpoint, Step>) -> Shared {
    let declared = landscape.data.len();
    let personal = personal(landscape);
    let steps = graph.raw_edges();
    Shared::new(steps.len(), declared, |edge, carried| {
        let step = steps[edge].weight;
        let link = landscape.links.get(step.link);
        let listed = if step.answer { &link.returns } else { &link.data };
        listed.values().for_each(|category| carried.insert(0, category.index()));
        // A key that couldn't be read has been told, and is no riddle of its own.
        if step.answer || link.lost.any_of(&["data", "personal_data"]) {
            return;
        }
        let lists_personal = || {
            link.data.values().chain(link.returns.values()).any(|id| personal.contains(Category::Listed(id)))
        };
        match link.personal_data.as_ref().map(|it| it.value) {
            Some(true) if !lists_personal() => carried.insert(0, Category::Unlisted.bit(declared)),
            None if link.data.is_empty() && !lists_personal() => {
                carried.insert(0, Category::Unknown.bit(declared));
            }
            _ => {}
        }
    })
}

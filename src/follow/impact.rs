//! What breaks when an application is switched off.
//!
//! What nobody lists counts as nothing here, and is told by itself: who gets data over such a link may keep it, and
//! who sends on over one may take more down.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    graph::{Category, FlowGraph, Hop, Origin, Ways},
    model::{Application, Arena, Data, Endpoint, Id, Item, Landscape, Lifecycle, Link, List, Processing},
    source::Spanned,
};

/// What breaks when an application is switched off, as far as the landscape tells.
#[derive(Clone, Debug)]
pub struct Impact {
    /// The application.
    pub application: Id<Application>,
    /// The links that fall away, in reading order.
    pub links: Vec<Id<Link>>,
    /// The processing activities that lose links, in reading order.
    pub activities: Vec<Activity>,
    /// Of the links that fall away: those that name no processing activity.
    pub without_activity: Vec<Id<Link>>,
    /// What becomes of each category that comes somewhere from the application, by who gets it.
    pub data: Vec<Supply>,
    /// The links over which the loss may go further: their sender is the application itself or loses data, and
    /// they don't list what they carry.
    pub unlisted: Vec<Id<Link>>,
    /// What is then apart from the largest part of what hangs together with the application now, the largest first.
    pub cut_off: Vec<Vec<Endpoint>>,
}

/// A processing activity that loses links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Activity {
    /// The activity.
    pub processing: Id<Processing>,
    /// How many of its links fall away.
    pub lost: usize,
    /// How many it has.
    pub links: usize,
}

/// What becomes of a category that comes to someone from the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supply {
    /// Who gets it.
    pub end: Endpoint,
    /// What.
    pub category: Id<Data>,
    /// The application itself sends it; else it comes further on.
    pub direct: bool,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a supply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It no longer comes: each way leads through the application.
    Lost {
        /// It comes from a source now; else nobody says where it comes from.
        sourced: bool,
    },
    /// It is not known: it still comes from others, but not that those have it from elsewhere.
    Unknown,
    /// It still comes from a source.
    Stays {
        /// The nearest one: an application that declares it, or else a party, which may originate all that it sends.
        source: Endpoint,
        /// The link over which it comes in; none where it originates with who gets it.
        over: Option<Id<Link>>,
    },
}

/// What breaks when this application is switched off: its links fall away, and so does what originates there.
#[must_use]
pub fn impact(landscape: &Landscape, application: Id<Application>) -> Impact {
    let off = Endpoint::Application(application);
    let graph = FlowGraph::new(landscape);
    let left = FlowGraph::new(&without(landscape, application));
    let touching = landscape.current_links().filter(|(_, link)| link.ends().contains(&off));
    let links: Vec<_> = touching.map(|(id, _)| id).collect();
    let serves_nothing = |id: &Id<Link>| landscape.links.get(*id).processing.is_empty();
    let data = supplies(&graph, &left, off);
    Impact {
        application,
        activities: activities(landscape, &links),
        without_activity: links.iter().copied().filter(serves_nothing).collect(),
        unlisted: unlisted(&graph, off, &data),
        cut_off: graph.parts_without(off).into_iter().skip(1).collect(),
        links,
        data,
    }
}

/// The same landscape, in which the application is no source and its links are out of use.
fn without(landscape: &Landscape, application: Id<Application>) -> Landscape {
    let off = Endpoint::Application(application);
    let retired = |link: &Item<Link>| {
        let mut link = link.clone();
        if link.ends().contains(&off) {
            link.table.lifecycle = Some(Spanned { value: Lifecycle::Retired, location: link.header });
        }
        link
    };
    let idle = |(id, item): (Id<Application>, &Item<Application>)| {
        let mut item = item.clone();
        if id == application {
            item.table.source_of = List::default();
        }
        item
    };
    Landscape {
        applications: landscape.applications.iter().map(idle).collect::<Arena<_>>(),
        links: landscape.links.items().iter().map(retired).collect::<Arena<_>>(),
        parties: landscape.parties.clone(),
        data: landscape.data.clone(),
        ..Landscape::default()
    }
}

fn activities(landscape: &Landscape, lost: &[Id<Link>]) -> Vec<Activity> {
    let mut activities = BTreeMap::<Id<Processing>, Activity>::new();
    for (id, link) in landscape.current_links() {
        for processing in link.processing.values().collect::<BTreeSet<_>>() {
            let fresh = Activity { processing, lost: 0, links: 0 };
            let activity = activities.entry(processing).or_insert(fresh);
            activity.links += 1;
            activity.lost += usize::from(lost.binary_search(&id).is_ok());
        }
    }
    activities.into_values().filter(|activity| activity.lost > 0).collect()
}

/// What becomes of all that the application sends, wherever it comes.
fn supplies(graph: &FlowGraph, left: &FlowGraph, off: Endpoint) -> Vec<Supply> {
    let sent: BTreeSet<_> = graph.outgoing(off).iter().flat_map(|hop| listed(graph, *hop)).collect();
    let mut supplies = Vec::new();
    for data in sent {
        let category = Category::Listed(data);
        let origins = left.origins(category);
        let from = |wanted: Origin| {
            let these = origins.iter().filter(move |(_, origin)| *origin == wanted);
            left.ways(category, these.map(|(end, _)| *end))
        };
        let (declared, party) = (from(Origin::Declared), from(Origin::Party));
        // Where it starts now by whatever account; what has come from the application all along is no new start.
        let any = graph.origins(category).into_iter().map(|(end, _)| end).filter(|end| *end != off);
        let any = left.ways(category, any);
        let behind = graph.ways(category, [off]);
        for end in graph.who_has(category).into_iter().filter(|end| *end != off) {
            let Some(steps) = behind.steps(end) else { continue };
            let stays = stays(&declared, end).or_else(|| stays(&party, end));
            let fate = stays.unwrap_or_else(|| match any.steps(end) {
                Some(_) => Fate::Unknown,
                None => Fate::Lost { sourced: graph.supply().has(end, category) },
            });
            supplies.push(Supply { end, category: data, direct: steps == 1, fate });
        }
    }
    supplies.sort_by_key(|supply| (supply.end, supply.category));
    supplies
}

fn stays(ways: &Ways<'_>, end: Endpoint) -> Option<Fate> {
    let way = ways.to(end)?;
    let source = way.first().map_or(end, |hop| hop.from);
    Some(Fate::Stays { source, over: way.last().map(|hop| hop.link) })
}

fn listed(graph: &FlowGraph, hop: Hop) -> Vec<Id<Data>> {
    graph.carried(hop).listed().collect()
}

/// Whether nobody lists what makes this step.
#[must_use]
pub fn is_unlisted(graph: &FlowGraph, hop: Hop) -> bool {
    let carried = graph.carried(hop);
    carried.contains(Category::Unlisted) || carried.contains(Category::Unknown)
}

fn unlisted(graph: &FlowGraph, off: Endpoint, data: &[Supply]) -> Vec<Id<Link>> {
    let losing = data.iter().filter(|supply| !matches!(supply.fate, Fate::Stays { .. }));
    let from: BTreeSet<_> = losing.map(|supply| supply.end).chain([off]).collect();
    let steps = from.into_iter().flat_map(|end| graph.outgoing(end));
    // What it would have sent to the application itself is of no use there any more.
    let onward = steps.filter(|hop| hop.to != off && is_unlisted(graph, *hop));
    onward.map(|hop| hop.link).collect::<BTreeSet<_>>().into_iter().collect()
}

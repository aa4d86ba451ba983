//! On which applications the most depends, in the whole landscape.

use std::{cmp::Reverse, collections::BTreeMap};

use super::impact::is_unlisted;
use crate::{
    graph::{CutPoint, Dependence, FlowGraph, SingleSource, Size, SoleCarrier},
    model::{Application, Id, Landscape, Link},
};

/// What depends on one alone.
#[derive(Clone, Debug, Default)]
pub struct WeakSpots {
    /// The applications that hold parts together, the worst first.
    pub cut_points: Vec<CutPoint>,
    /// The applications that bring others what nobody else brings them, the worst first.
    pub carriers: Vec<Carrier>,
    /// The categories with one source that feeds others, the worst first.
    pub sources: Vec<SingleSource>,
    /// The links that don't list their data, in reading order: what depends on those isn't known.
    pub unlisted: Vec<Id<Link>>,
}

/// An application that brings others what nobody else brings them.
#[derive(Clone, Debug)]
pub struct Carrier {
    /// The application.
    pub application: Id<Application>,
    /// By category, the worst first: who no longer gets it.
    pub categories: Vec<SoleCarrier>,
}

impl Carrier {
    /// How many no longer get the category that the most depend on it for.
    #[must_use]
    pub fn worst(&self) -> Size {
        self.categories.iter().map(|it| it.starved).max().unwrap_or_default()
    }
}

/// Finds them. Of two that are as bad, the one that is declared first comes first.
#[must_use]
pub fn weak_spots(landscape: &Landscape) -> WeakSpots {
    let graph = FlowGraph::new(landscape);
    let mut cut_points = graph.cut_points();
    cut_points.sort_by_key(|it| (Reverse(it.cut_off), Reverse(it.parts), it.application));
    let Dependence { carriers, mut sources } = graph.dependence();
    sources.sort_by_key(|it| (Reverse(it.dependents), it.category));
    let mut unlisted: Vec<_> =
        graph.hops().filter(|hop| is_unlisted(&graph, *hop)).map(|hop| hop.link).collect();
    unlisted.dedup();
    WeakSpots { cut_points, carriers: by_application(carriers), sources, unlisted }
}

fn by_application(all: Vec<SoleCarrier>) -> Vec<Carrier> {
    let mut carriers = BTreeMap::<Id<Application>, Vec<SoleCarrier>>::new();
    for one in all {
        carriers.entry(one.application).or_default().push(one);
    }
    let mut carriers: Vec<_> = carriers
        .into_iter()
        .map(|(application, mut categories)| {
            categories.sort_by_key(|it| (Reverse(it.starved), it.category));
            Carrier { application, categories }
        })
        .collect();
    carriers.sort_by_key(|it| (Reverse(it.worst()), Reverse(it.categories.len()), it.application));
    carriers
}

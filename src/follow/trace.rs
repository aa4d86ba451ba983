//! Where a category of data comes, and the shortest way on which it came there.
//!
//! Ways start where an application says that the category originates (`source_of`). Only what no such source reaches
//! is followed from elsewhere: from parties, which may originate all that they send, or from whoever sends it first.
//! Otherwise the nearest supplier that sends a test file would hide the way from the municipality's own source.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    graph::{Categories, Category, FlowGraph, Hop, Origin, Question, Ways},
    model::{Data, Endpoint, Id, Landscape},
    source::Location,
};

/// What one wants to know.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// Of which category.
    pub data: Id<Data>,
    /// Only what runs on from here; none: from wherever it starts.
    pub from: Option<Endpoint>,
    /// The way to here.
    pub to: Option<Endpoint>,
}

/// Where a category comes.
#[derive(Clone, Debug)]
pub struct Trace {
    /// What was asked.
    pub asked: Asked,
    /// Where the ways start: declared sources before others, then in reading order.
    pub starts: Vec<Start>,
    /// Who has it, the nearest first, then in reading order.
    pub places: Vec<Place>,
    /// Every step that it makes, in reading order: also those that lie on no shortest way.
    pub steps: Vec<Hop>,
    /// The shortest way to where it was asked, step by step; none where none was asked, or there is none.
    pub way: Option<Vec<Hop>>,
    /// What can't be known.
    pub possible: Possible,
}

/// Where a way starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// The application or party.
    pub end: Endpoint,
    /// How it can start there; none: it was asked from here.
    pub origin: Option<Origin>,
}

impl Start {
    /// Whether ways start here first: an application that says so itself, or what was asked.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.origin.is_none_or(|origin| origin == Origin::Declared)
    }
}

/// Who has a category, and how it came there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The application or party.
    pub end: Endpoint,
    /// How many steps it takes to come there.
    pub steps: u32,
    /// The last of them; none where it starts. The others are those of the place that this one runs from.
    pub last: Option<Hop>,
    /// The way begins at one of the starts that go first ([`Start::is_first`]).
    pub first: bool,
}

/// Steps over links that don't say which data they carry, so that it may be this category too.
#[derive(Clone, Debug, Default)]
pub struct Possible {
    /// Those steps, in reading order.
    pub steps: Vec<Hop>,
    /// Who may have the category for that, and surely doesn't otherwise.
    pub ends: Vec<Endpoint>,
    /// The shortest way that it may take to where it was asked, where there is no sure one.
    pub way: Option<Vec<Hop>>,
}

/// Follows a category.
#[must_use]
pub fn trace(graph: &FlowGraph, asked: Asked) -> Trace {
    let category = Category::Listed(asked.data);
    let starts = starts(graph, asked);
    let ends = |first: bool| starts.iter().filter(move |it| it.is_first() == first).map(|start| start.end);
    let ways = [true, false].map(|first| graph.ways(category, ends(first)));
    let holders = graph.who_has(category);
    let mut places: Vec<Place> = holders.iter().filter_map(|end| place(&ways, *end)).collect();
    places.sort_by_key(|place| (place.steps, place.end));
    let categories = graph.categories([category]);
    let from = asked.from.map(|end| [end]);
    let question = |unlisted| Question {
        categories: &categories,
        from: from.as_ref().map(<[Endpoint; 1]>::as_slice),
        unlisted,
    };
    let steps: Vec<Hop> = graph.steps(question(false), |_| true).into_iter().map(|(hop, _)| hop).collect();
    let way = asked.to.and_then(|to| ways.iter().find_map(|ways| ways.to(to)));
    let way = way.filter(|way| !way.is_empty() || asked.to.is_some_and(|to| holders.contains(&to)));
    let possible = possible(graph, asked, &categories, question(true), &steps, &holders, way.is_none());
    Trace { asked, starts, places, steps, way, possible }
}

fn starts(graph: &FlowGraph, asked: Asked) -> Vec<Start> {
    if let Some(end) = asked.from {
        return vec![Start { end, origin: None }];
    }
    let origins = graph.origins(Category::Listed(asked.data)).into_iter();
    let mut starts: Vec<Start> = origins.map(|(end, origin)| Start { end, origin: Some(origin) }).collect();
    starts.sort_by_key(|start| !start.is_first());
    starts
}

fn place(ways: &[Ways<'_>; 2], end: Endpoint) -> Option<Place> {
    let (ways, first) = ways.iter().zip([true, false]).find(|(ways, _)| ways.steps(end).is_some())?;
    Some(Place { end, steps: ways.steps(end)?, last: ways.last(end), first })
}

fn possible(
    graph: &FlowGraph,
    asked: Asked,
    categories: &Categories,
    question: Question<'_>,
    sure: &[Hop],
    holders: &[Endpoint],
    lost: bool,
) -> Possible {
    let sure: BTreeSet<Hop> = sure.iter().copied().collect();
    let steps = graph.steps(question, |hop| !sure.contains(&hop));
    let steps: Vec<Hop> = steps.into_iter().map(|(hop, _)| hop).collect();
    let known: BTreeSet<Endpoint> = holders.iter().copied().collect();
    let ends: BTreeSet<Endpoint> =
        steps.iter().map(|hop| hop.to).filter(|end| !known.contains(end)).collect();
    // From where it surely is: that it may start anywhere would make every way a short one.
    let from = asked.from.map_or_else(|| holders.to_vec(), |end| vec![end]);
    let question = Question { categories, from: Some(&from), unlisted: true };
    let to = asked.to.filter(|_| lost);
    let way = to.and_then(|to| Some(graph.shortest(question, |hop| hop.to == to)?.1));
    Possible { steps, ends: ends.into_iter().collect(), way }
}

impl Trace {
    /// The steps that shortest ways are made of, the nearest first; where a way was asked, the steps of that.
    #[must_use]
    pub fn shortest(&self) -> Vec<Hop> {
        match (&self.way, self.asked.to) {
            (Some(way), _) => way.clone(),
            (None, Some(_)) => Vec::new(),
            (None, None) => self.places.iter().filter_map(|place| place.last).collect(),
        }
    }

    /// The shortest ways as a tree, a root for each start that has anything to tell: each place with how many
    /// steps lie before it, every place before those behind it.
    #[must_use]
    pub fn tree(&self) -> Vec<Branch> {
        let mut behind: BTreeMap<(bool, Endpoint), Vec<&Place>> = BTreeMap::new();
        for place in &self.places {
            if let Some(last) = place.last {
                behind.entry((place.first, last.from)).or_default().push(place);
            }
        }
        let starting = self.places.iter().filter(|place| place.last.is_none());
        let starting: BTreeSet<Endpoint> = starting.map(|place| place.end).collect();
        let mut tree = Vec::new();
        for start in &self.starts {
            let first = start.is_first();
            if !starting.contains(&start.end) && !behind.contains_key(&(first, start.end)) {
                continue;
            }
            tree.push(Branch { end: start.end, steps: 0, last: None });
            // Not by recursion: a long chain would be too deep for the stack.
            let nearest_last = |end| behind.get(&(first, end)).into_iter().flatten().rev().copied();
            let mut left: Vec<&Place> = nearest_last(start.end).collect();
            while let Some(place) = left.pop() {
                tree.push(Branch { end: place.end, steps: place.steps, last: place.last });
                left.extend(nearest_last(place.end));
            }
        }
        tree
    }
}

/// A place in the tree of shortest ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The application or party.
    pub end: Endpoint,
    /// How many steps lie before it; none: a way starts here.
    pub steps: u32,
    /// The last of them.
    pub last: Option<Hop>,
}

/// Where a link names the category for this step; where it doesn't, the link itself.
#[must_use]
pub fn named_at(landscape: &Landscape, hop: Hop, data: Id<Data>) -> Location {
    let link = landscape.links.get(hop.link);
    let list = if hop.answer { &link.returns } else { &link.data };
    list.iter().find(|item| item.value == data).map_or(link.header, |item| item.location)
}

//! Whether data can come somewhere, and how: the questions that policies ask.

use std::borrow::Cow;

use petgraph::graph::{EdgeIndex, NodeIndex};

use super::{
    Categories, Category, FlowGraph, Hop,
    categories::{Shared, Table, bits, both, has, without},
};
use crate::model::Endpoint;

/// Of which data one wants to know where it comes.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The categories.
    pub categories: &'a Categories,
    /// Only what runs on from here, whatever brought it; none: from wherever it originates.
    pub from: Option<&'a [Endpoint]>,
    /// Count what may be: a link that doesn't list its data may carry any of these.
    pub unlisted: bool,
}

impl FlowGraph {
    /// The steps that this data makes and that `goal` accepts, in reading order, with what makes them.
    #[must_use]
    pub fn steps(&self, question: Question<'_>, goal: impl Fn(Hop) -> bool) -> Vec<(Hop, Categories)> {
        self.steps_over(self.graph.edge_indices(), question, goal)
    }

    /// The same of steps to one of these ends, each of which is named once.
    #[must_use]
    pub fn steps_into(
        &self,
        ends: &[Endpoint],
        question: Question<'_>,
        goal: impl Fn(Hop) -> bool,
    ) -> Vec<(Hop, Categories)> {
        let mut edges: Vec<_> = ends.iter().flat_map(|end| self.touching(*end, petgraph::Incoming)).collect();
        edges.sort_unstable();
        self.steps_over(edges, question, goal)
    }

    fn steps_over(
        &self,
        edges: impl IntoIterator<Item = EdgeIndex>,
        question: Question<'_>,
        goal: impl Fn(Hop) -> bool,
    ) -> Vec<(Hop, Categories)> {
        let carried = self.carried_in(question);
        let wanted = question.categories.words();
        // Whoever sends data has it: without a starting point, every step of it counts.
        let reached = question.from.map(|from| {
            let seeds = self.seeds(from, question.categories);
            let held = self.spread(&seeds, carried, |_| true).held;
            (seeds, held)
        });
        let mut steps = Vec::new();
        for edge in edges {
            let from = self.ends(edge).0.index();
            let leaving = match &reached {
                None => wanted,
                Some((seeds, _)) if self.people[from] => seeds.row(from),
                Some((_, held)) => held.row(from),
            };
            let moved =
                both(carried.row(edge.index()), wanted).zip(leaving).map(|(moved, held)| moved & held);
            if moved.clone().any(|word| word != 0) && goal(self.hop(edge)) {
                steps.push((self.hop(edge), self.set(&moved.collect::<Vec<_>>())));
            }
        }
        steps
    }

    /// The shortest way on which this data makes a step that `goal` accepts, and the category that goes it. Of
    /// several that are as short: the one whose last link is written first.
    #[must_use]
    pub fn shortest(
        &self,
        question: Question<'_>,
        goal: impl Fn(Hop) -> bool,
    ) -> Option<(Category, Vec<Hop>)> {
        let carried = self.carried_in(question);
        let seeds = self.seeds_of(question);
        let (edge, bit) = self.first_step(carried, &seeds, goal)?;
        let start = self.graph.node_indices().filter(|node| has(seeds.row(node.index()), bit)).collect();
        let last = self.hop(edge);
        let mut way = self.ways_over(carried, bit, start, Some(self.ends(edge).0)).to(last.from)?;
        way.push(last);
        Some((Category::of(bit, self.declared), way))
    }

    fn carried_in(&self, question: Question<'_>) -> &Shared {
        if question.unlisted { self.possible() } else { &self.carried }
    }

    /// Where this data starts.
    fn seeds_of(&self, question: Question<'_>) -> Table {
        let wanted = question.categories;
        let from = match question.from {
            Some(from) => Cow::Borrowed(from),
            // What may be carried may also start anywhere: nothing says that it doesn't.
            None if question.unlisted => Cow::Owned(self.graph.node_weights().copied().collect()),
            None => {
                let mut seeds = self.starts().clone();
                let wanted = || wanted.words().iter();
                for node in 0..self.graph.node_count() {
                    seeds.row_mut(node).iter_mut().zip(wanted()).for_each(|(word, wanted)| *word &= wanted);
                }
                return seeds;
            }
        };
        self.seeds(&from, wanted)
    }

    /// The first step that `goal` accepts when all data moves at once, and a category that makes it.
    fn first_step(
        &self,
        carried: &Shared,
        seeds: &Table,
        goal: impl Fn(Hop) -> bool,
    ) -> Option<(EdgeIndex, usize)> {
        let mut held = seeds.clone();
        // What came to each node in the last round, and the nodes where anything did.
        let mut fresh = seeds.clone();
        let (width, mut moving, mut moved) = (held.width(), Vec::new(), Vec::new());
        let all = self.graph.node_indices();
        let mut front: Vec<NodeIndex> =
            all.filter(|node| seeds.row(node.index()).iter().any(|word| *word != 0)).collect();
        while !front.is_empty() {
            let mut best: Option<(EdgeIndex, usize)> = None;
            let mut next = Vec::new();
            moving.clear();
            for node in &front {
                moving.extend_from_slice(fresh.row(node.index()));
                fresh.row_mut(node.index()).fill(0);
            }
            for (node, moving) in front.iter().zip(moving.chunks_exact(width)) {
                for step in self.order().leaving(node.index()) {
                    moved.clear();
                    moved.extend(both(moving, carried.numbered(step.carries)));
                    let Some(bit) = bits(&moved).next() else { continue };
                    if best.is_none_or(|best| (step.edge, bit) < best) && goal(self.hop(step.edge)) {
                        best = Some((step.edge, bit));
                    }
                    let target = step.to.index();
                    let was_empty = fresh.row(target).iter().all(|word| *word == 0);
                    if fresh.add(target, without(&moved, held.row(target))) && was_empty {
                        next.push(step.to);
                    }
                    held.add(target, moved.iter().copied());
                }
            }
            if best.is_some() {
                return best;
            }
            // It doesn't run on through the people whom it is about.
            next.retain(|node| !self.people[node.index()]);
            front = next;
        }
        None
    }
}

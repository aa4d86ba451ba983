//! What holds the landscape together: the applications without which it falls apart, and into what.
//!
//! Whichever way links run, they hold. The people whom data is about hold nothing together: that two applications
//! both write to inhabitants doesn't link them.

use std::ops::{Add, AddAssign, Sub};

use petgraph::{
    graph::{Neighbors, NodeIndex},
    visit::NodeIndexable,
};

use super::{FlowGraph, Step};
use crate::model::{Application, Endpoint, Id};

/// How many applications, and how many parties. More applications is more, and then more parties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Size {
    /// Applications.
    pub applications: usize,
    /// Parties.
    pub parties: usize,
}

impl Size {
    /// Whether there is neither.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.applications == 0 && self.parties == 0
    }

    /// How many these are.
    pub fn of<'a>(ends: impl IntoIterator<Item = &'a Endpoint>) -> Self {
        ends.into_iter().map(|end| Self::one(end.application().is_some())).fold(Self::default(), Add::add)
    }

    pub(super) const fn one(application: bool) -> Self {
        if application { Self { applications: 1, parties: 0 } } else { Self { applications: 0, parties: 1 } }
    }
}

impl Add for Size {
    type Output = Self;

    fn add(self, more: Self) -> Self {
        Self { applications: self.applications + more.applications, parties: self.parties + more.parties }
    }
}

impl AddAssign for Size {
    fn add_assign(&mut self, more: Self) {
        *self = *self + more;
    }
}

impl Sub for Size {
    type Output = Self;

    fn sub(self, less: Self) -> Self {
        Self { applications: self.applications - less.applications, parties: self.parties - less.parties }
    }
}

/// An application without which what hangs together now falls apart (an articulation point).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CutPoint {
    /// The application.
    pub application: Id<Application>,
    /// Into how many parts.
    pub parts: usize,
    /// How much is then apart from the largest part.
    pub cut_off: Size,
}

/// What is known of a node while walking.
#[derive(Clone, Copy, Default)]
struct Walked {
    /// When it was met, from 1; 0: not yet.
    met: usize,
    /// The earliest one that it or what lies behind it touches.
    low: usize,
    /// It and what lies behind it.
    size: Size,
    /// The parts that only this node ties to the rest: how many, together, and the largest.
    parts: usize,
    tied: Size,
    largest: Size,
}

impl Walked {
    fn tie(&mut self, part: Size) {
        self.parts += 1;
        self.tied += part;
        self.largest = self.largest.max(part);
    }
}

/// A node on the way down.
struct Frame<'a> {
    node: NodeIndex,
    /// Where it was met from; at the start: itself.
    parent: NodeIndex,
    left: Neighbors<'a, Step>,
}

impl FlowGraph {
    /// The applications without which the landscape falls apart, in reading order.
    ///
    /// Lowpoints (Hopcroft and Tarjan, 1973) without recursion, so that a long chain isn't too deep for the stack.
    /// petgraph's `articulation_points` tells which they are, not how much each ties to the rest.
    #[must_use]
    pub fn cut_points(&self) -> Vec<CutPoint> {
        let mut walked = vec![Walked::default(); self.graph.node_bound()];
        for start in self.graph.node_indices().filter(|node| !self.people[node.index()]) {
            if walked[start.index()].met == 0 {
                let met = self.walk(start, &mut walked);
                let all = walked[start.index()].size;
                for node in met {
                    let rest = all - self.size(node) - walked[node.index()].tied;
                    if !rest.is_empty() {
                        walked[node.index()].tie(rest);
                    }
                }
            }
        }
        let cut = |(node, walked): (NodeIndex, &Walked)| {
            let application = self.graph[node].application().filter(|_| walked.parts > 1)?;
            Some(CutPoint { application, parts: walked.parts, cut_off: walked.tied - walked.largest })
        };
        self.graph.node_indices().zip(&walked).filter_map(cut).collect()
    }

    /// Walks all that hangs together with a node, depth first; gives the nodes that it met.
    fn walk(&self, start: NodeIndex, walked: &mut [Walked]) -> Vec<NodeIndex> {
        let mut met = Vec::new();
        let mut way = vec![self.enter(start, start, &mut met, walked)];
        while let Some(frame) = way.last_mut() {
            let (node, parent) = (frame.node, frame.parent);
            match frame.left.next() {
                Some(next) if self.people[next.index()] || next == parent => {}
                Some(next) if walked[next.index()].met == 0 => {
                    way.push(self.enter(next, node, &mut met, walked));
                }
                Some(next) => {
                    walked[node.index()].low = walked[node.index()].low.min(walked[next.index()].met);
                }
                None => {
                    way.pop();
                    if node != parent {
                        let Walked { low, size, .. } = walked[node.index()];
                        let above = &mut walked[parent.index()];
                        above.low = above.low.min(low);
                        above.size += size;
                        if low >= above.met {
                            above.tie(size);
                        }
                    }
                }
            }
        }
        met
    }

    fn enter(
        &self,
        node: NodeIndex,
        parent: NodeIndex,
        met: &mut Vec<NodeIndex>,
        walked: &mut [Walked],
    ) -> Frame<'_> {
        met.push(node);
        let order = met.len();
        walked[node.index()] = Walked { met: order, low: order, size: self.size(node), ..Walked::default() };
        Frame { node, parent, left: self.graph.neighbors_undirected(node) }
    }

    pub(super) fn size(&self, node: NodeIndex) -> Size {
        Size::one(node.index() < self.applications)
    }

    /// The parts into which all that hangs together with an application or party falls without it, the largest
    /// first; each in reading order. People whom data is about are a part by themselves where they have no other
    /// link, and in no part where they have one.
    #[must_use]
    pub fn parts_without(&self, end: Endpoint) -> Vec<Vec<Endpoint>> {
        let without = self.node(end);
        let mut seen = vec![false; self.graph.node_bound()];
        if let Some(seen) = seen.get_mut(without.index()) {
            *seen = true;
        }
        let mut parts = Vec::new();
        for start in self.graph.neighbors_undirected(without) {
            if seen[start.index()] {
                continue;
            }
            seen[start.index()] = true;
            if self.people[start.index()] {
                if self.graph.neighbors_undirected(start).all(|it| it == without || it == start) {
                    parts.push(vec![self.graph[start]]);
                }
                continue;
            }
            let mut part = vec![start];
            let mut next = 0;
            while let Some(node) = part.get(next).copied() {
                next += 1;
                for near in self.graph.neighbors_undirected(node) {
                    if !self.people[near.index()] && !std::mem::replace(&mut seen[near.index()], true) {
                        part.push(near);
                    }
                }
            }
            part.sort_unstable();
            parts.push(part.into_iter().map(|node| self.graph[node]).collect());
        }
        parts.sort_by_cached_key(|part| (std::cmp::Reverse(Size::of(part)), part.clone()));
        parts
    }
}

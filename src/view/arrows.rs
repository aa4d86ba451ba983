//! The arrows of a drawing: one for each link, or one for each pair, with the words beside them.

use std::{cmp::Reverse, collections::BTreeMap};

use rustc_hash::FxHashMap;

use super::{
    compose::Places,
    drawing::{Arrow, LinkState},
    labels::Labels,
    scope::Scope,
    theme,
};
use crate::{
    analysis::{Analysis, LinkVerdict, Security},
    model::{Id, Link},
    text,
};

/// Makes arrows between nodes that have their places.
pub struct Arrows<'a> {
    analysis: &'a Analysis,
    places: &'a Places,
    labels: Labels<'a>,
}

/// Links between the same two nodes.
struct Pair {
    from: usize,
    to: usize,
    links: Vec<Id<Link>>,
}

impl<'a> Arrows<'a> {
    /// Prepares what there is to say of links.
    #[must_use]
    pub fn new(analysis: &'a Analysis, places: &'a Places) -> Self {
        Self { analysis, places, labels: Labels::of(analysis) }
    }

    /// An arrow for each link.
    pub fn each(&self, scope: &Scope) -> Vec<Arrow> {
        let landscape = &self.analysis.landscape;
        let arrow = |id: &Id<Link>| {
            let link = landscape.links.get(*id);
            let verdict = self.analysis.links[id.index()];
            let [from, to] = link.ends().map(|end| self.places[&end]);
            Arrow {
                from,
                to,
                number: self.labels.number(*id),
                count: 1,
                state: verdict.security.into(),
                no_controller: verdict.personal && !verdict.controlled,
                carries: self.labels.carries(&[*id]),
                why: self.labels.why(*id),
            }
        };
        scope.links.iter().map(arrow).collect()
    }

    /// An arrow for each pair of nodes, with a count and the worst state.
    pub fn merged(&self, scope: &Scope) -> Vec<Arrow> {
        let arrow = |(number, pair): (usize, &Pair)| Arrow {
            from: pair.from,
            to: pair.to,
            number: number.to_string(),
            count: pair.links.len(),
            state: self
                .verdicts(&pair.links)
                .map(|it| it.security.into())
                .max()
                .unwrap_or(LinkState::Unknown),
            no_controller: self.verdicts(&pair.links).any(|it| it.personal && !it.controlled),
            carries: self.labels.carries(&pair.links),
            why: self.shares(&pair.links),
        };
        (1..).zip(&self.pairs(scope)).map(arrow).collect()
    }

    /// What the arrow of each link is called where those of a pair are drawn as one.
    pub fn numbers(&self, scope: &Scope) -> impl Iterator<Item = (Id<Link>, String)> + use<> {
        let numbered = (1..).zip(self.pairs(scope));
        numbered.flat_map(|(number, pair): (usize, Pair)| {
            pair.links.into_iter().map(move |id| (id, number.to_string()))
        })
    }

    /// The links that each arrow stands for where those of a pair are drawn as one.
    pub fn links(&self, scope: &Scope) -> Vec<Vec<Id<Link>>> {
        self.pairs(scope).into_iter().map(|pair| pair.links).collect()
    }

    /// The links of each two nodes.
    fn pairs(&self, scope: &Scope) -> Vec<Pair> {
        let landscape = &self.analysis.landscape;
        let mut pairs: Vec<Pair> = Vec::new();
        let mut known: FxHashMap<(usize, usize), usize> = FxHashMap::default();
        for id in &scope.links {
            let [from, to] = landscape.links.get(*id).ends().map(|end| self.places[&end]);
            let index = *known.entry((from, to)).or_insert_with(|| {
                pairs.push(Pair { from, to, links: Vec::new() });
                pairs.len() - 1
            });
            pairs[index].links.push(*id);
        }
        pairs
    }

    fn verdicts<'b>(&'b self, links: &'b [Id<Link>]) -> impl Iterator<Item = LinkVerdict> + 'b {
        links.iter().map(|id| self.analysis.links[id.index()])
    }

    /// How many of several links are in which state, the worst first.
    fn shares(&self, links: &[Id<Link>]) -> String {
        if let [only] = links {
            return self.labels.why(*only);
        }
        let mut counts: BTreeMap<Reverse<Security>, usize> = BTreeMap::new();
        for id in links {
            *counts.entry(Reverse(self.analysis.links[id.index()].security)).or_default() += 1;
        }
        let lang = self.analysis.lang;
        let share = |(state, count): (&Reverse<Security>, &usize)| {
            let word = theme::look(state.0).word.to(lang);
            format!("{} {word}", text::number(*count, lang))
        };
        counts.iter().map(share).collect::<Vec<_>>().join(", ")
    }
}

//! A picture of the landscape in which some steps and some applications and parties stand out, and the rest is faded.
//!
//! What stands out, and what the picture says, comes from who asks: a way that data takes, what a breach exposes.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::{
    arrows::Arrows,
    compose::{Composer, Places},
    drawing::{Arrow, Direction, Drawing, Highlight},
    plan::Subject,
    scope::{Scope, scope},
};
use crate::{
    analysis::Analysis,
    graph::{FlowGraph, Hop},
    model::{Endpoint, GroupBy},
    say,
    text::{Lang, number},
};

/// What is to stand out, and what the picture says of it.
#[derive(Clone, Debug, Default)]
pub struct Highlighted {
    /// What the picture is of.
    pub title: String,
    /// The sentence that tells what was found.
    pub verdict: String,
    /// What it is that stands out, for the legend: "the way of BSN".
    pub meaning: String,
    /// The steps, in the order in which they are numbered and listed below the picture.
    pub hops: Vec<Hop>,
    /// The applications and parties, besides those that the steps lead from and to.
    pub nodes: BTreeSet<Endpoint>,
    /// The one among them that all turns on, if there is one.
    pub focus: Option<Endpoint>,
    /// What to write under the name of some of them, such as that it starts there.
    pub notes: BTreeMap<Endpoint, String>,
}

/// In a landscape of more applications and parties than this, only what lies near is drawn.
const MOST: usize = 60;

/// Draws up the whole landscape with this standing out, or where it is large, what lies around it.
#[must_use]
pub fn highlighted(analysis: &Analysis, graph: &FlowGraph, wanted: &Highlighted) -> Drawing {
    let lang = analysis.lang;
    let core: BTreeSet<Endpoint> =
        wanted.hops.iter().flat_map(|hop| [hop.from, hop.to]).chain(wanted.nodes.iter().copied()).collect();
    let mut whole = scope(&analysis.landscape, graph, &Subject::Everything);
    whole.nodes.extend(&core);
    let all = whole.nodes.len();
    let scope = near(analysis, graph, whole, &core);
    let composer = Composer { analysis, graph };
    let (rooms, mut nodes, places) = composer.nodes(&scope, GroupBy::Domain);
    for (end, note) in &wanted.notes {
        if let Some(node) = places.get(end).and_then(|index| nodes.get_mut(*index)) {
            node.note = if node.note.is_empty() { note.clone() } else { format!("{note} · {}", node.note) };
        }
    }
    let arrows = arrows(analysis, &places, &scope, &wanted.hops);
    let highlight = Highlight {
        nodes: core.iter().filter_map(|end| places.get(end).copied()).collect(),
        focus: wanted.focus.and_then(|end| places.get(&end).copied()),
        arrows: (0..wanted.hops.len()).collect(),
        meaning: wanted.meaning.clone(),
    };
    Drawing {
        lang,
        title: wanted.title.clone(),
        subtitle: composer.subtitle() + &left_out(all - scope.nodes.len(), lang),
        verdict: wanted.verdict.clone(),
        description: description(&highlight, lang),
        direction: Direction::Right,
        rooms,
        nodes,
        arrows,
        highlight: Some(highlight),
    }
}

/// The whole, or where it is large, what lies one link from the core; or the core alone where that is large too.
fn near(analysis: &Analysis, graph: &FlowGraph, whole: Scope, core: &BTreeSet<Endpoint>) -> Scope {
    if whole.nodes.len() <= MOST {
        return whole;
    }
    let ends = |id| analysis.landscape.links.get(id).ends();
    let around = graph.around(&core.iter().copied().collect::<FxHashSet<_>>(), 1, |_| true);
    let mut nodes: BTreeSet<Endpoint> =
        around.into_iter().flat_map(ends).chain(core.iter().copied()).collect();
    if nodes.len() > MOST {
        nodes.clone_from(core);
    }
    let inside = |id: &_| ends(*id).iter().all(|end| nodes.contains(end));
    Scope { links: whole.links.into_iter().filter(inside).collect(), nodes }
}

/// The steps, numbered in their order; and behind them all other links, those between the same two as one.
fn arrows(analysis: &Analysis, places: &Places, scope: &Scope, hops: &[Hop]) -> Vec<Arrow> {
    let drawn = Arrows::new(analysis, places);
    let mut told = Scope { links: hops.iter().map(|hop| hop.link).collect(), nodes: BTreeSet::new() };
    let by_link: BTreeMap<_, _> = told.links.iter().copied().zip(drawn.each(&told)).collect();
    let lang = analysis.lang;
    let steps = hops.iter().zip(1..).filter_map(|(hop, step)| {
        let arrow = by_link.get(&hop.link)?.clone();
        let carries = &arrow.carries;
        let carries = if hop.answer {
            say!(lang, en: "in answer; carries {carries}", nl: "als antwoord; draagt {carries}")
        } else {
            arrow.carries
        };
        let [from, to] = [hop.from, hop.to].map(|end| places[&end]);
        Some(Arrow { from, to, number: number(step, lang), carries, ..arrow })
    });
    let mut arrows: Vec<Arrow> = steps.collect();
    told.links = &scope.links - &told.links;
    arrows.extend(drawn.merged(&told));
    arrows
}

/// What to say of what isn't drawn.
fn left_out(count: usize, lang: Lang) -> String {
    let told = number(count, lang);
    match count {
        0 => String::new(),
        1 => say!(
            lang,
            en: " · 1 application or party that lies further off is left out",
            nl: " · 1 applicatie of partij die verder weg ligt, is weggelaten",
        ),
        _ => say!(
            lang,
            en: " · {told} applications and parties that lie further off are left out",
            nl: " · {told} applicaties en partijen die verder weg liggen, zijn weggelaten",
        ),
    }
}

/// What stands out, for who hears the picture read aloud after the verdict.
fn description(highlight: &Highlight, lang: Lang) -> String {
    let (meaning, links) = (&highlight.meaning, number(highlight.arrows.len(), lang));
    let nodes = number(highlight.nodes.len(), lang);
    say!(
        lang,
        en: "Highlighted: {meaning}; applications and parties: {nodes}, links: {links}. Those links are listed below the picture, by number. All else is faded.",
        nl: "Uitgelicht: {meaning}; applicaties en partijen: {nodes}, koppelingen: {links}. Die koppelingen staan onder de tekening, op nummer. Al het andere is vaag getekend.",
    )
}

#[cfg(test)]
#[path = "highlight_tests.rs"]
mod tests;

//! A trace as a picture: the shortest ways stand out, and with them every link that isn't surely secured.

use std::collections::BTreeSet;

use super::trace_words::Words;
use crate::{
    analysis::Analysis,
    follow::trace::Trace,
    graph::FlowGraph,
    say,
    text::Text,
    view::{
        Drawing,
        highlight::{Highlighted, highlighted},
    },
};

/// Under the name of where the ways start.
const SOURCE: Text = Text { en: "source", nl: "bron" };
const SENDS: Text = Text { en: "sends it", nl: "stuurt het" };

/// Draws up the picture.
#[must_use]
pub fn drawing(analysis: &Analysis, graph: &FlowGraph, trace: &Trace) -> Drawing {
    let words = Words { analysis, trace };
    let lang = analysis.lang;
    let mut hops = trace.shortest();
    let one = trace.asked.to.is_some();
    let mut nodes: BTreeSet<_> = trace.asked.from.into_iter().chain(trace.asked.to).collect();
    if !one {
        let shown: BTreeSet<_> = hops.iter().copied().collect();
        hops.extend(words.unsecured(&trace.steps).into_iter().filter(|hop| !shown.contains(hop)));
        nodes.extend(trace.places.iter().map(|place| place.end));
    }
    let data = words.data();
    let (title, meaning) = if one {
        (
            say!(lang, en: "The way of {data}", nl: "De weg van {data}"),
            say!(lang, en: "the shortest way of {data}", nl: "de kortste weg van {data}"),
        )
    } else {
        (
            say!(lang, en: "Where {data} comes", nl: "Waar {data} komt"),
            say!(
                lang,
                en: "the shortest ways of {data}, and its links that aren't surely secured",
                nl: "de kortste wegen van {data}, en de koppelingen ervan die niet zeker beveiligd zijn",
            ),
        )
    };
    let used: BTreeSet<_> = trace.tree().iter().filter(|it| it.last.is_none()).map(|it| it.end).collect();
    let used = |end| if one { hops.first().is_some_and(|hop| hop.from == end) } else { used.contains(&end) };
    let starts = trace.starts.iter().filter(|start| used(start.end));
    let begins = starts.map(|start| {
        let declared = start.is_first() && start.origin.is_some();
        let note = if declared { SOURCE } else { SENDS };
        (start.end, note.to(lang).to_owned())
    });
    let shares = words.shares(if one { &hops } else { &trace.steps });
    let told = [Some(words.headline()), shares, words.told_beside(&hops).filter(|_| one)];
    let verdict = told.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let wanted = Highlighted { title, verdict, meaning, notes: begins.collect(), hops, nodes, focus: None };
    highlighted(analysis, graph, &wanted)
}

//! What each rule costs by itself, and what they share. See `README.md`.

mod synthetic;

use divan::Bencher;
use koppelkaart::{
    graph::FlowGraph,
    load::{Loaded, load},
    rules::{self, Facts},
    source::Sources,
    text::Lang,
};

/// Applications; there are three links to each.
const APPLICATIONS: usize = 10_000;
/// One in so many links has something wrong.
const FAULT_EVERY: usize = 20;

fn main() {
    divan::main();
}

fn loaded() -> Loaded {
    let mut sources = Sources::default();
    for (name, text) in synthetic::landscape(APPLICATIONS, 3 * APPLICATIONS, FAULT_EVERY).files {
        sources.add(name, text);
    }
    load(&sources)
}

fn facts(loaded: &Loaded) -> Facts<'_> {
    Facts::new(&loaded.landscape, &loaded.problems, jiff::civil::date(2026, 11, 1), Lang::Nl)
}

/// What follows from each link by itself; every check works it out once.
#[divan::bench]
fn a_facts(bencher: Bencher<'_, '_>) {
    let loaded = loaded();
    bencher.bench(|| facts(&loaded).links.len());
}

/// What runs where; the rules of the group Flow share it.
#[divan::bench]
fn b_graph(bencher: Bencher<'_, '_>) {
    let loaded = loaded();
    bencher.bench(|| FlowGraph::new(&loaded.landscape));
}

/// One rule, with what is shared worked out already.
#[divan::bench(args = rules::ALL.iter().map(|rule| rule.info.id))]
fn c_rule(bencher: Bencher<'_, '_>, id: &str) {
    let loaded = loaded();
    let facts = facts(&loaded);
    facts.flow();
    let rule = rules::ALL.iter().find(|rule| rule.info.id == id).expect("a rule");
    bencher.bench(|| rule.alone(&facts, None));
}

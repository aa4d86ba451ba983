//! How fast a landscape is loaded, judged and reported, beside what plain TOML parsing costs. See `README.md`.

mod plain;
mod synthetic;

use std::hint::black_box;

use divan::{Bencher, counter::BytesCount};
use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    finding::RuleInfo,
    load::{Loaded, load},
    report::json,
    rules::{self, Facts},
    source::Sources,
    text::Lang,
};

/// Applications; there are three links to each.
const SIZES: [usize; 2] = [1_000, 10_000];
/// One in so many links has something wrong.
const FAULT_EVERY: usize = 20;

fn main() {
    divan::main();
}

fn files(applications: usize) -> Vec<(String, String)> {
    synthetic::landscape(applications, 3 * applications, FAULT_EVERY).files
}

fn sources(files: &[(String, String)]) -> Sources {
    let mut sources = Sources::default();
    for (name, text) in files {
        sources.add_bytes(name, text.as_bytes());
    }
    sources
}

fn bytes(files: &[(String, String)]) -> BytesCount {
    BytesCount::new(files.iter().map(|(_, text)| text.len()).sum::<usize>())
}

fn analysis(sources: &Sources) -> Analysis {
    let today = jiff::civil::date(2026, 11, 1);
    analyze(sources, &Options { date: None, today, lang: None, levels: Levels::default() })
}

/// Bytes to text: what every way of reading begins with.
#[divan::bench(args = SIZES)]
fn a_decode(bencher: Bencher<'_, '_>, applications: usize) {
    let files = files(applications);
    bencher.counter(bytes(&files)).bench(|| sources(black_box(&files)));
}

/// The yardstick: the same text into structs, by `toml` and serde alone, on one core.
#[divan::bench(args = SIZES)]
fn b_plain_toml(bencher: Bencher<'_, '_>, applications: usize) {
    let files = files(applications);
    bencher.counter(bytes(&files)).bench(|| {
        let parse = |(_, text): &(String, String)| toml::from_str::<plain::Landscape>(text).expect("TOML");
        files.iter().map(parse).collect::<Vec<_>>()
    });
}

/// Text to landscape: cut, parse, resolve references.
#[divan::bench(args = SIZES)]
fn c_load(bencher: Bencher<'_, '_>, applications: usize) {
    let files = files(applications);
    let sources = sources(&files);
    bencher.counter(bytes(&files)).bench(|| load(black_box(&sources)));
}

/// Landscape to findings.
#[divan::bench(args = SIZES)]
fn d_rules(bencher: Bencher<'_, '_>, applications: usize) {
    let sources = sources(&files(applications));
    let Loaded { landscape, problems } = load(&sources);
    bencher.bench(|| {
        let date = jiff::civil::date(2026, 11, 1);
        let facts = Facts::new(black_box(&landscape), &problems, date, Lang::Nl);
        rules::run(&facts, |_: &RuleInfo| None)
    });
}

/// Findings to JSON, the first time: with the index of lines still to be made.
#[divan::bench(args = SIZES)]
fn e_json(bencher: Bencher<'_, '_>, applications: usize) {
    let files = files(applications);
    let analysis = analysis(&sources(&files));
    bencher.with_inputs(|| sources(&files)).bench_refs(|sources| {
        let mut out = Vec::new();
        json::write(&analysis, sources, &mut out).expect("memory takes all");
        out
    });
}

/// All of it: what `koppelkaart check --format json` does between reading and printing.
#[divan::bench(args = SIZES)]
fn f_check(bencher: Bencher<'_, '_>, applications: usize) {
    let files = files(applications);
    bencher.counter(bytes(&files)).bench(|| {
        let sources = sources(&files);
        let mut out = Vec::new();
        json::write(&analysis(&sources), &sources, &mut out).expect("memory takes all");
        out
    });
}

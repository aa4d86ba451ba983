//! How long an editor waits: from an edit to everything that is to be told, beside a whole check. See `README.md`.

mod synthetic;

use std::hint::black_box;

use divan::Bencher;
use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze, judge},
    load::memory,
    source::{SourceId, Sources},
};

/// Applications; there are three links to each.
const SIZES: [usize; 2] = [1_000, 10_000];
/// One in so many links has something wrong.
const FAULT_EVERY: usize = 20;

fn main() {
    divan::main();
}

fn sources(applications: usize) -> Sources {
    let mut sources = Sources::default();
    for (name, text) in synthetic::landscape(applications, 3 * applications, FAULT_EVERY).files {
        sources.add(name, text);
    }
    sources
}

fn options() -> Options {
    Options { date: None, today: jiff::civil::date(2026, 11, 1), lang: None, levels: Levels::default() }
}

/// A file with links, in the middle, and its text with another protocol in the first of them.
fn edited(sources: &Sources) -> (SourceId, [String; 2]) {
    let files: Vec<_> = sources.iter().filter(|(_, file)| file.text().contains("protocol = ")).collect();
    let (id, file) = files[files.len() / 2];
    let line = file.text().lines().find(|line| line.starts_with("protocol = ")).expect("a protocol");
    (id, [file.text().replacen(line, "protocol = \"ftp\"", 1), file.text().to_owned()])
}

/// The yardstick: all files, read and judged.
#[divan::bench(args = SIZES)]
fn a_whole(bencher: Bencher<'_, '_>, applications: usize) {
    let sources = sources(applications);
    bencher.bench_local(|| analyze(black_box(&sources), &options()));
}

/// One edit after the other, there and back again, in one file.
#[divan::bench(args = SIZES)]
fn b_edit(bencher: Bencher<'_, '_>, applications: usize) {
    let mut sources = sources(applications);
    let (id, texts) = edited(&sources);
    let (loaded, mut memory) = memory::load(&sources);
    let mut analysis: Option<Analysis> = Some(judge(loaded, &options()));
    let mut turn = 0;
    bencher.bench_local(|| {
        sources.replace(id, &*texts[turn % 2]);
        turn += 1;
        let before = analysis.take().expect("the one before").landscape;
        let loaded = memory::reload(&sources, &mut memory, before, id).expect("no id has moved");
        analysis = Some(judge(loaded, &options()));
    });
}

/// The same without the judgement: what is left of it is rules.
#[divan::bench(args = SIZES)]
fn c_edit_read(bencher: Bencher<'_, '_>, applications: usize) {
    let mut sources = sources(applications);
    let (id, texts) = edited(&sources);
    let (loaded, mut memory) = memory::load(&sources);
    let mut before = Some(loaded.landscape);
    let mut turn = 0;
    bencher.bench_local(|| {
        sources.replace(id, &*texts[turn % 2]);
        turn += 1;
        let landscape = before.take().expect("the one before");
        let loaded = memory::reload(&sources, &mut memory, landscape, id).expect("no id has moved");
        before = Some(loaded.landscape);
    });
}

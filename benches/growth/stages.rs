//! What a check consists of, from bytes to JSON, beside what plain TOML parsing costs.

use std::hint::black_box;

use koppelkaart::{
    analysis::{Analysis, analyze, judge, judge_again},
    graph::{Category, FlowGraph},
    load::{Loaded, cut::cut, load, memory},
    model::Landscape,
    report::json,
    rules::{self, Facts},
    source::{SourceId, Sources},
    text::Lang,
};

use crate::{
    made::{Made, least, least_on_one_core, options},
    table::Table,
};

/// Prints a row for each stage.
pub fn print(sizes: &[usize]) {
    let mut table = Table::new(sizes.iter().map(ToString::to_string));
    for &size in sizes {
        measure(&Made::new(size), &mut table);
    }
    table
        .print("Stages of a check: applications in columns, as parts of `toml::from_str` into plain structs");
}

fn measure(made: &Made, table: &mut Table) {
    table.add("plain `toml::from_str`", least(|| made.parse_plainly()));
    table.add("bytes to text", least(|| made.sources()));
    let sources = made.sources();
    table.add(
        "cut at headers",
        least(|| sources.iter().map(|(_, file)| cut(file.text()).len()).sum::<usize>()),
    );
    table.add("load, with all references resolved", least(|| load(black_box(&sources))));
    let Loaded { landscape, problems } = load(&sources);
    table.add("rules", {
        let date = jiff::civil::date(2026, 11, 1);
        least(|| rules::run(&Facts::new(&landscape, &problems, date, Lang::Nl), |_| None))
    });
    table.add("flow: graph and what comes from nowhere", least(|| follow(&landscape)));
    let analysis = analyze(&sources, &options());
    table.add("JSON", least(|| as_json(&analysis, &sources)));
    table.add("check, all cores", least(|| check(made)));
    table.add("check, one core", least_on_one_core(|| check(made)));
    drop((landscape, analysis));
    let (whole, edited) = after_an_edit(sources);
    table.add("read and judged anew, in the editor", whole);
    table.add("the same after an edit of one link", edited);
}

fn follow(landscape: &Landscape) -> usize {
    let graph = FlowGraph::new(landscape);
    let all = landscape.data.iter().map(|(id, _)| Category::Listed(id));
    graph.unsourced(&graph.categories(all)).len()
}

fn as_json(analysis: &Analysis, sources: &Sources) -> Vec<u8> {
    let mut out = Vec::new();
    json::write(analysis, sources, &mut out).expect("memory takes all");
    out
}

/// What `koppelkaart check --format json` does between disk and standard output.
fn check(made: &Made) -> Vec<u8> {
    let sources = made.sources();
    as_json(&analyze(&sources, &options()), &sources)
}

/// All that an editor waits for when it opens a landscape, and when a protocol in the middle of it changes.
fn after_an_edit(mut sources: Sources) -> (std::time::Duration, std::time::Duration) {
    let whole = least(|| {
        let (loaded, memory) = memory::load(&sources);
        (judge(loaded, &options()), memory)
    });
    let (id, texts) = edited(&sources);
    let (loaded, mut memory) = memory::load(&sources);
    let (mut analysis, mut turn) = (Some(judge(loaded, &options())), 0);
    let edited = least(|| {
        let text = sources.replace(id, &*texts[turn % 2]);
        turn += 1;
        let (landscape, kept) = analysis.take().expect("the one before").into_kept();
        let again = memory::reload(&sources, &mut memory, landscape, (id, &text));
        let (loaded, changed) = again.expect("no id has moved");
        analysis = Some(judge_again(kept, changed, loaded, &options()));
    });
    (whole, edited)
}

/// A file with links, in the middle, and its text with another protocol halfway, and without.
fn edited(sources: &Sources) -> (SourceId, [String; 2]) {
    let files: Vec<_> = sources.iter().filter(|(_, file)| file.text().contains("protocol = ")).collect();
    let (id, file) = files[files.len() / 2];
    let text = file.text();
    let lines = text.match_indices("\nprotocol = ").map(|(at, _)| at);
    let lines: Vec<_> = lines.collect();
    let start = lines[lines.len() / 2];
    let end = start + 1 + text[start + 1..].find('\n').expect("a line ends");
    (id, [format!("{}\nprotocol = \"ftp\"{}", &text[..start], &text[end..]), text.to_owned()])
}

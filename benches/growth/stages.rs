//! What a check consists of, from bytes to JSON, beside what plain TOML parsing costs.

use std::{hint::black_box, time::Duration};

use koppelkaart::{
    analysis::{Analysis, analyze, judge, judge_again},
    graph::{Category, FlowGraph},
    load::{
        Loaded,
        cut::cut,
        load,
        memory::{self, Memory},
    },
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
    let mut edits = Table::new(sizes.iter().map(ToString::to_string));
    for &size in sizes {
        let made = Made::new(size);
        measure(&made, &mut table);
        measure_edits(&made, &mut edits);
    }
    table
        .print("Stages of a check: applications in columns, as parts of `toml::from_str` into plain structs");
    edits.print("From an edit to findings, in the editor, as parts of a whole check");
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
}

fn measure_edits(made: &Made, table: &mut Table) {
    table.add("check, all cores", least(|| check(made)));
    let mut sources = made.sources();
    table.add("read and judged anew", least(|| opened(&sources)));
    for edit in [
        Edit { what: "how one link is secured", line: "protocol = ", by: |_| "protocol = \"ftp\"".into() },
        Edit { what: "what one link carries", line: "data = ", by: |_| String::new() },
        Edit { what: "one link more", line: "[[link]]", by: |table| format!("{table}[[link]]") },
    ] {
        table.add(edit.what, after(&edit, &mut sources));
    }
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

/// All that an editor waits for when it opens a landscape.
fn opened(sources: &Sources) -> (Analysis, Memory) {
    let (loaded, memory) = memory::load(sources);
    (judge(loaded, &options()), memory)
}

/// Something that people type.
struct Edit {
    what: &'static str,
    /// How the line starts that it changes.
    line: &'static str,
    /// What comes in place of that line, given the table that it starts.
    by: fn(&str) -> String,
}

/// All that an editor waits for after it, and after it is taken back.
fn after(edit: &Edit, sources: &mut Sources) -> Duration {
    let (id, texts) = edit.texts(sources);
    let (analysis, mut memory) = opened(sources);
    let (mut analysis, mut turn) = (Some(analysis), 0);
    let time = least(|| {
        let text = sources.replace(id, &*texts[turn % 2]);
        turn += 1;
        let (landscape, kept) = analysis.take().expect("the one before").into_kept();
        let again = memory::reload(sources, &mut memory, landscape, (id, &text));
        let (loaded, changed) = again.expect("no id has moved");
        analysis = Some(judge_again(kept, changed, loaded, &options()));
    });
    sources.replace(id, &*texts[1]);
    time
}

impl Edit {
    /// A file with links, in the middle, and its text with the edit halfway, and without.
    fn texts(&self, sources: &Sources) -> (SourceId, [String; 2]) {
        let files: Vec<_> = sources.iter().filter(|(_, file)| file.text().contains("[[link]]")).collect();
        let (id, file) = files[files.len() / 2];
        let text = file.text();
        let lines: Vec<_> = text.match_indices(&format!("\n{}", self.line)).map(|(at, _)| at + 1).collect();
        let start = lines[lines.len() / 2];
        let end = start + text[start..].find('\n').expect("a line ends");
        let table = &text[start..start + text[start..].find("\n[").map_or(text.len() - start, |end| end + 1)];
        (id, [format!("{}{}{}", &text[..start], (self.by)(table), &text[end..]), text.to_owned()])
    }
}

//! What each output costs, beside what plain TOML parsing costs: of the whole landscape, in memory.

use koppelkaart::{
    analysis::{Analysis, analyze},
    follow::{
        breach::breach,
        trace::{Asked, trace},
    },
    graph::FlowGraph,
    model::Id,
    register::register,
    report::{github, gitlab, json, junit, markdown, register_csv, register_md, register_xlsx, sarif},
    source::Sources,
};

use crate::{
    made::{Made, least, options},
    table::Table,
};

/// More than so many applications aren't written in every format: a minute each tells nothing new.
const MOST: usize = 10_000;

/// Prints a row for each output.
pub fn print(sizes: &[usize]) {
    let sizes: Vec<usize> = sizes.iter().copied().filter(|size| *size <= MOST).collect();
    let mut table = Table::new(sizes.iter().map(ToString::to_string));
    for &size in &sizes {
        let made = Made::new(size);
        let sources = made.sources();
        let analysis = analyze(&sources, &options());
        table.add("plain `toml::from_str`", least(|| made.parse_plainly()));
        findings(&analysis, &sources, &mut table);
        answers(&analysis, &mut table);
    }
    table.print("Outputs: applications in columns, as parts of `toml::from_str` into plain structs");
}

/// The formats of `check`.
fn findings(analysis: &Analysis, sources: &Sources, table: &mut Table) {
    macro_rules! format {
        ($name:literal, $module:ident) => {
            let written = least(|| {
                let mut out = Vec::new();
                $module::write(analysis, sources, &mut out).expect("memory takes all");
                out
            });
            table.add(concat!("check, ", $name), written);
        };
    }
    format!("JSON", json);
    format!("SARIF", sarif);
    format!("JUnit", junit);
    format!("GitHub", github);
    format!("GitLab", gitlab);
    format!("Markdown", markdown);
}

/// The register, and what follows data.
fn answers(analysis: &Analysis, table: &mut Table) {
    let landscape = &analysis.landscape;
    let made = || register(landscape, analysis.date, analysis.lang).expect("a controller");
    let all = made();
    table.add("register", least(made));
    table.add("register, CSV", least(|| register_csv::file(&all)));
    table.add("register, Markdown", least(|| register_md::file(&all)));
    table.add("register, Excel", least(|| register_xlsx::file(&all)));
    let asked = Asked { data: Id::new(0), from: None, to: None };
    table.add("trace, with its graph", least(|| trace(&FlowGraph::new(landscape), asked)));
    table.add("breach", least(|| breach(analysis, Id::new(0))));
}

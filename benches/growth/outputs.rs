//! What each output costs, beside what plain TOML parsing costs: of the whole landscape, in memory.

use std::{io, time::Duration};

use koppelkaart::{
    analysis::{Analysis, analyze},
    follow::{
        breach::breach,
        impact::impact,
        trace::{Asked, trace},
        weak_spots::weak_spots,
    },
    graph::FlowGraph,
    model::Id,
    register::{of_processor, register},
    report::{
        github, gitlab, impact_all, json, junit, markdown, register_csv, register_md, register_xlsx, sarif,
        terminal::{self, Form, Style},
        trace as told,
    },
    source::Sources,
    view::{self, Engine, Plan, Subject},
};

use crate::{
    made::{Made, least, options},
    table::Table,
};

/// As in a pipe.
const STYLE: Style = Style { form: Form::Plain, all: false, width: 100 };

/// Prints a row for each output.
pub fn print(sizes: &[usize]) {
    let mut table = Table::new(sizes.iter().map(ToString::to_string));
    for &size in sizes {
        let made = Made::new(size);
        let sources = made.sources();
        let analysis = analyze(&sources, &options());
        table.add("plain `toml::from_str`", least(|| made.parse_plainly()));
        findings(&analysis, &sources, &mut table);
        answers(&analysis, &sources, &mut table);
        pictures(&analysis, &mut table);
    }
    table.print("Outputs: applications in columns, as parts of `toml::from_str` into plain structs");
}

/// How long writing to memory takes.
fn written(write: impl Fn(&mut Vec<u8>) -> io::Result<()>) -> Duration {
    least(|| {
        let mut out = Vec::new();
        write(&mut out).expect("memory takes all");
        out
    })
}

/// The formats of `check`.
fn findings(analysis: &Analysis, sources: &Sources, table: &mut Table) {
    macro_rules! format {
        ($name:literal, $module:ident) => {
            table.add(concat!("check, ", $name), written(|out| $module::write(analysis, sources, out)));
        };
    }
    table.add("check, for people", written(|out| terminal::write(analysis, sources, STYLE, out)));
    format!("JSON", json);
    format!("SARIF", sarif);
    format!("JUnit", junit);
    format!("GitHub", github);
    format!("GitLab", gitlab);
    format!("Markdown", markdown);
}

/// The registers, and what is asked of one thing or of all.
fn answers(analysis: &Analysis, sources: &Sources, table: &mut Table) {
    let (landscape, lang) = (&analysis.landscape, analysis.lang);
    let made = || register(landscape, analysis.date, lang).expect("a controller");
    let all = made();
    table.add("register", least(made));
    table.add("register, CSV", least(|| register_csv::file(&all)));
    table.add("register, Markdown", least(|| register_md::file(&all)));
    table.add("register, Excel", least(|| register_xlsx::file(&all)));
    let processors = landscape.parties.iter().map(|(id, _)| id);
    let busiest = processors.max_by_key(|id| {
        landscape
            .applications
            .items()
            .iter()
            .filter(|it| it.operator.as_ref().is_some_and(|by| by.value == *id))
            .count()
    });
    let busiest = busiest.expect("a party");
    table.add("register of a processor", least(|| of_processor(landscape, busiest, analysis.date, lang)));
    let asked = Asked { data: Id::new(0), from: None, to: None };
    let graph = FlowGraph::new(landscape);
    table.add("trace, with its graph", least(|| trace(&FlowGraph::new(landscape), asked)));
    let traced = trace(&graph, asked);
    table.add("trace, printed", written(|out| told::write(analysis, &traced, sources, STYLE, out)));
    table.add("breach", least(|| breach(analysis, Id::new(0))));
    table.add("impact of one application", least(|| impact(landscape, Id::new(0))));
    let spots = weak_spots(landscape);
    table.add("impact of all", least(|| weak_spots(landscape)));
    let print = |out: &mut Vec<u8>| impact_all::write(&spots, landscape, sources, lang, STYLE.width, out);
    table.add("impact of all, printed", written(print));
}

/// The picture that is made of any landscape, however large. One of everything is too large to be drawn long before.
fn pictures(analysis: &Analysis, table: &mut Table) {
    let graph = FlowGraph::new(&analysis.landscape);
    let plan = Plan { name: "overview".to_owned(), subject: Subject::Overview };
    table.add("overview, composed", least(|| view::compose(analysis, &graph, &plan)));
    let drawing = view::compose(analysis, &graph, &plan);
    table.add("overview, as DOT", least(|| view::dot(&drawing)));
    table.add("overview, as SVG", least(|| view::svg(&drawing, Engine::Embedded).expect("a picture")));
    let svg = view::svg(&drawing, Engine::Embedded).expect("a picture").svg;
    table.add("overview, SVG to PNG", least(|| view::png(&svg).expect("pixels")));
}

//! What a picture costs beside the layout engine's own time for it.

use std::fmt::Write as _;

use koppelkaart::{
    analysis::{Analysis, analyze},
    graph::FlowGraph,
    source::Sources,
    view::{self, Engine, Plan, Subject},
};

use rayon::prelude::*;

use crate::made::{in_turn, least, options};

/// Cards in a picture, with two arrows to each.
const SIZES: [usize; 5] = [12, 24, 60, 150, 300];

/// Prints a row for each size.
pub fn print() {
    println!("\n## Pictures, as parts of the engine's own time for all plans that are tried\n");
    println!(
        "| cards | arrows | plans | compose | picture | 1 is |\n| ---: | ---: | ---: | ---: | ---: | ---: |"
    );
    for cards in SIZES {
        let analysis = landscape(cards);
        let graph = FlowGraph::new(&analysis.landscape);
        let plan = Plan { name: "everything".to_owned(), subject: Subject::Everything };
        let drawing = view::compose(&analysis, &graph, &plan);
        let dots = view::dots(&drawing).expect("a drawing");
        let lay_out = |dot: &String| graphviz_pure::render_dot(dot, "dot", "json0").map(|_| ());
        let (engine, picture) = in_turn(
            || dots.par_iter().map(lay_out).collect::<Vec<_>>(),
            || view::svg(&drawing, Engine::Embedded).expect("a picture"),
        );
        let compose = least(|| view::compose(&analysis, &graph, &plan)).as_secs_f64() / engine.as_secs_f64();
        println!(
            "| {cards} | {} | {} | {compose:.3} | {picture:.2} | {engine:.2?} |",
            drawing.arrows.len(),
            dots.len(),
        );
    }
}

/// A landscape of so many applications in a ring of rings: neighbours exchange data, and each sends to one further on.
fn landscape(applications: usize) -> Analysis {
    let mut text = "[landscape]\nname = 'Maat'\n[data.naw]\nname = 'NAW'\nclass = 'personal'\n".to_owned();
    for at in 0..applications {
        let domain = at * 5 / applications;
        writeln!(text, "[application.a{at}]\nname = 'Applicatie {at}'\ndomain = 'Domein {domain}'")
            .expect("room");
        for step in [1, 7] {
            let to = (at + step) % applications;
            writeln!(text, "[[link]]\nfrom = 'a{at}'\nto = 'a{to}'\ndata = 'naw'\nsecure = true")
                .expect("room");
        }
    }
    let mut sources = Sources::default();
    sources.add("maat.toml", text);
    analyze(&sources, &options())
}

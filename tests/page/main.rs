//! The council's page, read as a browser reads it: complete, consistent with the judgement, inert whatever names a
//! landscape holds.

#[path = "../formats/landscapes.rs"]
#[allow(dead_code, reason = "shared with the tests of other formats")]
mod landscapes;

use std::fs;

use koppelkaart::{
    attachment::{self, Attachment},
    graph::FlowGraph,
    model::Audience,
    report::page::{Figure, page},
    view::{self, Engine},
};

use landscapes::*;

/// The attachment of a landscape and its page.
fn made(judged: &Judged) -> (Attachment, String) {
    let analysis = &judged.analysis;
    let graph = FlowGraph::new(&analysis.landscape);
    let plans = attachment::plans(analysis, &[], Audience::Internal).expect("nothing was asked");
    let attachment = attachment::compose(analysis, &graph, &plans);
    let figures: Vec<Figure> = attachment
        .pictures
        .iter()
        .map(|drawing| {
            let picture = view::figure(drawing, Engine::Embedded).expect("it can be drawn");
            Figure { title: drawing.title.clone(), svg: picture.svg, note: picture.how.note() }
        })
        .collect();
    let page = page(&attachment, &figures);
    (attachment, page)
}

/// Writes pages to /tmp for a person, and for the browser tests: `cargo test --test page look -- --ignored`.
#[test]
#[ignore = "for looking at"]
fn look() {
    for (name, judged) in
        [("page", example()), ("page-en", example().in_english()), ("page-small", accepted())]
    {
        fs::write(format!("/tmp/{name}.html"), made(&judged).1).expect("it can be written");
    }
}

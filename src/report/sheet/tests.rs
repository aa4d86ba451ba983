//! The sheet as people get it: whole, readable on its paper, walkable, and the same every time.

use super::*;
use crate::{
    analysis::{Analysis, Levels, Options, analyze},
    attachment::{compose, plans},
    graph::FlowGraph,
    load::files,
    model::Audience,
    source::Sources,
    text::Lang,
};

fn judged(sources: &Sources, lang: Option<Lang>) -> Analysis {
    let today = jiff::civil::date(2026, 11, 1);
    analyze(sources, &Options { date: None, today, lang, levels: Levels::default() })
}

fn attachment(analysis: &Analysis) -> Attachment {
    let graph = FlowGraph::new(&analysis.landscape);
    let plans = plans(analysis, &[], Audience::Internal).unwrap();
    compose(analysis, &graph, &plans)
}

fn example(lang: Lang) -> Attachment {
    let root = env!("CARGO_MANIFEST_DIR");
    let sources = files::read(format!("{root}/landscape").as_str().into(), root.into()).unwrap();
    attachment(&judged(&sources, Some(lang)))
}

#[test]
#[ignore = "for looking at"]
fn look() {
    for lang in [Lang::Nl, Lang::En] {
        let picture = sheet(&example(lang), Engine::Embedded).unwrap();
        std::fs::write(format!("/tmp/sheet-{}.svg", lang.tag()), &picture.svg).unwrap();
        println!("{:?}, {} bytes", picture.how, picture.svg.len());
    }
}

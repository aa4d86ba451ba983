//! A landscape too large for paper still loses nothing: its domains are drawn, and every link is in an arrow and in
//! the table.

use std::{collections::BTreeMap, fmt::Write};

use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    attachment::{Attachment, compose, plans},
    graph::FlowGraph,
    model::Audience,
    report::sheet::sheet,
    source::Sources,
    view::{self, Engine},
};

/// 200 applications in fifteen domains and 400 links that look random: the shape of graph of which Graphviz's `dot`
/// loses edges.
fn clustered() -> String {
    let mut seed = 1_u64;
    let mut roll = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % 200
    };
    let mut toml = "[landscape]\nname = \"Groot\"\ndate = 2026-01-01\n".to_owned();
    for number in 0..200 {
        let domain = number % 15;
        writeln!(toml, "[application.a{number}]\nname = \"App {number}\"\ndomain = \"Domein {domain}\"")
            .unwrap();
    }
    for number in 0..400 {
        let (from, to) = (roll(), roll());
        let secure = if number % 7 == 0 { "secure = true\nprotocol = \"ftp\"\n" } else { "" };
        writeln!(
            toml,
            "[[link]]\nid = \"K{number}\"\nfrom = \"a{from}\"\nto = \"a{to}\"\npersonal_data = true\n{secure}"
        )
        .unwrap();
    }
    toml
}

fn judged(toml: String) -> Analysis {
    let mut sources = Sources::default();
    sources.add("a.toml", toml);
    let today = jiff::civil::date(2026, 11, 1);
    analyze(&sources, &Options { date: None, today, lang: None, levels: Levels::default() })
}

fn attachment(analysis: &Analysis, asked: &[String]) -> Attachment {
    let plans = plans(analysis, asked, Audience::Internal).unwrap();
    compose(analysis, &FlowGraph::new(&analysis.landscape), &plans)
}

/// How many links of the table are part of each arrow of the first picture.
fn in_arrows(attachment: &Attachment) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for row in &attachment.links {
        *counts.entry(row.arrow.as_deref().unwrap()).or_insert(0) += 1;
    }
    counts
}

#[test]
fn four_hundred_links_between_domains_are_each_in_one_arrow_and_all_in_the_table() {
    let analysis = judged(clustered());
    assert!(!analysis.is_incomplete());
    let attachment = attachment(&analysis, &[]);
    assert_eq!(attachment.links.len(), 400);
    let first = &attachment.pictures[0];
    let drawn: BTreeMap<&str, usize> =
        first.arrows.iter().map(|arrow| (&*arrow.number, arrow.count)).collect();
    assert_eq!(drawn.len(), first.arrows.len(), "no two arrows have the same number");
    assert_eq!(in_arrows(&attachment), drawn, "the table and the picture count alike");
    assert_eq!(drawn.values().sum::<usize>(), 400);
}

#[test]
fn everything_of_it_asked_for_at_once_is_summed_up_and_said_to_be() {
    let analysis = judged(clustered());
    let everything =
        view::plans(&analysis.landscape).into_iter().find(|plan| plan.subject == view::Subject::Everything);
    let name = everything.unwrap().name;
    let attachment = attachment(&analysis, std::slice::from_ref(&name));
    assert_eq!(attachment.summed_up, [name]);
    assert_eq!(attachment.pictures[0].nodes.len(), 15, "one for each domain");
    assert_eq!(in_arrows(&attachment).values().sum::<usize>(), 400);
}

#[test]
fn its_sheet_says_how_many_links_it_draws_and_how_many_it_does_not_list() {
    let analysis = judged(clustered());
    let attachment = attachment(&analysis, &[]);
    let svg = sheet(&attachment, Engine::Embedded).unwrap().svg;
    assert!(svg.contains("Alle 400 koppelingen in "), "{svg}");
    let document = roxmltree::Document::parse(&svg).unwrap();
    let count =
        |class: &str| document.descendants().filter(|it| it.attribute("class") == Some(class)).count();
    assert_eq!(count("arrow"), attachment.pictures[0].arrows.len());
    let rest: usize = document
        .descendants()
        .filter(roxmltree::Node::is_text)
        .filter_map(|it| it.text()?.strip_prefix("en nog ")?.split(',').next()?.parse::<usize>().ok())
        .sum();
    let mut listed = attachment.exceptions.len() + attachment.norms.len() + attachment.points.len();
    if svg.contains("De pijlen van de tekening") {
        listed += attachment.pictures[0].arrows.len();
    }
    assert_eq!(count("entry") + rest, listed, "what isn't listed is counted");
}

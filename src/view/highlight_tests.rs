//! What stands out is drawn heavier, numbered in order and listed; the rest is there, thin and grey.

use roxmltree::{Document, Node};

use super::super::{Engine, drawing::Weight, svg, theme};
use super::*;
use crate::{
    analysis::{Levels, Options, analyze},
    model::Landscape,
    source::Sources,
};

/// a → b → c carry BSN and c is asked by d; beside that a ↔ x, twice.
const SMALL: &str = r#"
[landscape]
name = "Small"
language = "en"
[data.bsn]
name = "BSN"
class = "national-id"
[data.vraag]
name = "Question"
class = "personal"
[[link]]
from = "x"
to = "a"
personal_data = true
[[link]]
from = "x"
to = "a"
id = "again"
personal_data = false
[[link]]
from = "b"
to = "c"
data = "bsn"
secure = true
protocol = "ftp"
[[link]]
from = "a"
to = "b"
data = "bsn"
[[link]]
from = "d"
to = "c"
data = "vraag"
returns = "bsn"
"#;

fn judged(links: &str, applications: &[String]) -> (Analysis, FlowGraph) {
    let tables = applications.iter().map(|id| format!("[application.{id}]\nname = \"App {id}\"\n"));
    let mut sources = Sources::default();
    sources.add("a.toml", format!("{links}\n{}", tables.collect::<String>()));
    let today = jiff::civil::date(2026, 1, 1);
    let analysis = analyze(&sources, &Options { date: None, today, lang: None, levels: Levels::default() });
    assert!(!analysis.is_incomplete());
    let graph = FlowGraph::new(&analysis.landscape);
    (analysis, graph)
}

fn small() -> (Analysis, FlowGraph) {
    judged(SMALL, &["a", "b", "c", "d", "x"].map(str::to_owned))
}

/// The way from one application to another, asked of the graph.
fn way(landscape: &Landscape, graph: &FlowGraph, from: &str, to: &str) -> Highlighted {
    let end = |id| Endpoint::Application(landscape.applications.find(id).unwrap());
    let bsn = crate::graph::Category::Listed(landscape.data.find("bsn").unwrap());
    Highlighted {
        title: "The way of BSN".into(),
        verdict: "BSN comes to App d.".into(),
        meaning: "the way of BSN".into(),
        hops: graph.ways(bsn, [end(from)]).to(end(to)).unwrap(),
        notes: BTreeMap::from([(end(from), "starts here".into())]),
        ..Highlighted::default()
    }
}

fn groups<'a>(document: &'a Document<'a>, class: &str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.attribute("class") == Some(class)).collect()
}

#[test]
fn steps_are_numbered_in_order_and_an_answer_points_the_way_the_data_goes() {
    let (analysis, graph) = small();
    let drawing = highlighted(&analysis, &graph, &way(&analysis.landscape, &graph, "a", "d"));
    let label = |node: usize| drawing.nodes[node].label.as_str();
    let told: Vec<_> =
        drawing.told().map(|(_, it)| (it.number.as_str(), label(it.from), label(it.to))).collect();
    assert_eq!(told, [("1", "App a", "App b"), ("2", "App b", "App c"), ("3", "App c", "App d")]);
    assert!(drawing.arrows[2].carries.starts_with("in answer"), "{}", drawing.arrows[2].carries);
    // The two others, between the same two, are one thin arrow.
    assert_eq!(drawing.arrows.len(), 4);
    assert_eq!((drawing.arrows[3].count, drawing.arrow_weight(3)), (2, Weight::Faded));
    let faded = (0..drawing.nodes.len()).filter(|node| drawing.node_weight(*node) == Weight::Faded);
    assert_eq!(faded.map(label).collect::<Vec<_>>(), ["App x"]);
    assert!(drawing.nodes.iter().any(|node| node.note == "starts here"));
}

#[test]
fn only_what_stands_out_has_a_chip_and_a_row_and_more_than_colour_tells_it() {
    let (analysis, graph) = small();
    let drawing = highlighted(&analysis, &graph, &way(&analysis.landscape, &graph, "a", "d"));
    let svg = svg(&drawing, Engine::Embedded).unwrap().svg;
    let document = Document::parse(&svg).unwrap();
    assert_eq!(groups(&document, "arrow").len(), 4, "the rest is there too");
    assert_eq!(groups(&document, "row").len(), 3);
    let width = |arrow: &Node<'_, '_>| {
        let line = arrow.children().find(|it| it.has_attribute("stroke-width")).unwrap();
        line.attribute("stroke-width").unwrap().parse::<f64>().unwrap()
    };
    let (faded, strong): (Vec<_>, Vec<_>) = groups(&document, "arrow")
        .into_iter()
        .partition(|arrow| arrow.children().any(|it| it.attribute("stroke") == Some(theme::FAINT)));
    assert_eq!((faded.len(), strong.len()), (1, 3));
    let thickest = faded.iter().map(width).fold(0.0, f64::max);
    assert!(strong.iter().map(width).all(|width| width > 2.0 * thickest));
    assert!(faded[0].children().any(|it| it.text().is_some_and(|text| text.ends_with("(not highlighted)"))));
    let legend = groups(&document, "legend")[0];
    let said: Vec<_> = legend.descendants().filter_map(|it| it.text()).collect();
    for words in ["the way of BSN", "the other links", "the other applications and parties"] {
        assert!(said.contains(&words), "{said:?}");
    }
}

#[test]
fn nothing_stands_out_where_nothing_was_found_and_all_is_still_there() {
    let (analysis, graph) = small();
    let drawing =
        highlighted(&analysis, &graph, &Highlighted { meaning: "nothing".into(), ..Highlighted::default() });
    assert_eq!((drawing.nodes.len(), drawing.told().count()), (5, 0));
    let svg = svg(&drawing, Engine::Embedded).unwrap().svg;
    let document = Document::parse(&svg).unwrap();
    assert_eq!((groups(&document, "arrow").len(), groups(&document, "key").len()), (4, 0));
}

#[test]
fn of_a_large_landscape_only_what_lies_near_is_drawn_and_the_picture_says_so() {
    let applications: Vec<String> = (0..100).map(|n| format!("a{n}")).collect();
    let links: String = (1..100)
        .map(|n| format!("[[link]]\nfrom = \"a{}\"\nto = \"a{n}\"\ndata = \"bsn\"\n", n - 1))
        .collect();
    let data = "[landscape]\nname = \"Large\"\nlanguage = \"nl\"\n[data.bsn]\nname = \"BSN\"\nclass = \"national-id\"\n";
    let (analysis, graph) = judged(&format!("{data}{links}"), &applications);
    let drawing = highlighted(&analysis, &graph, &way(&analysis.landscape, &graph, "a10", "a12"));
    let labels: Vec<_> = drawing.nodes.iter().map(|node| node.label.as_str()).collect();
    assert_eq!(labels, ["App a9", "App a10", "App a11", "App a12", "App a13"]);
    assert_eq!(drawing.arrows.len(), 4);
    assert!(drawing.subtitle.contains("95 applicaties en partijen"), "{}", drawing.subtitle);
    // A way that is long itself is drawn whole, by itself.
    let long = highlighted(&analysis, &graph, &way(&analysis.landscape, &graph, "a10", "a90"));
    assert_eq!((long.nodes.len(), long.arrows.len()), (81, 80));
}

/// For looking at: `cargo test --lib highlight::tests::look -- --ignored` writes /tmp/look-highlight*.svg.
#[test]
#[ignore = "for looking at"]
fn look() {
    let mut sources = Sources::default();
    for entry in walkdir::WalkDir::new("landscape").sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|it| it == "toml") {
            sources.add(entry.path().to_str().unwrap(), std::fs::read_to_string(entry.path()).unwrap());
        }
    }
    let today = jiff::civil::date(2026, 1, 1);
    let analysis = analyze(&sources, &Options { date: None, today, lang: None, levels: Levels::default() });
    let graph = FlowGraph::new(&analysis.landscape);
    let bsn = crate::graph::Category::Listed(analysis.landscape.data.find("bsn").unwrap());
    let origins: Vec<_> = graph.origins(bsn).into_iter().map(|(end, _)| end).collect();
    let ways = graph.ways(bsn, origins.clone());
    let all: Vec<Endpoint> = graph.who_has(bsn);
    let longest = all.iter().copied().max_by_key(|end| ways.steps(*end)).unwrap();
    let tree: BTreeSet<Hop> = all.iter().filter_map(|end| ways.to(*end)?.last().copied()).collect();
    for (name, hops) in [("one", ways.to(longest).unwrap()), ("tree", tree.into_iter().collect())] {
        let wanted = Highlighted {
            title: "De weg van BSN".into(),
            verdict: "BSN komt in veel applicaties.".into(),
            meaning: "de kortste wegen van BSN".into(),
            hops,
            notes: origins.iter().map(|end| (*end, "begint hier".into())).collect(),
            ..Highlighted::default()
        };
        let picture = svg(&highlighted(&analysis, &graph, &wanted), Engine::Embedded).unwrap();
        std::fs::write(format!("/tmp/look-highlight-{name}.svg"), picture.svg).unwrap();
    }
}

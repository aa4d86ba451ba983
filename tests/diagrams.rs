//! The committed pictures are what the example landscape renders to, byte for byte, and it is drawn whole.

use std::{collections::BTreeSet, fs, path::Path};

use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    attachment::{self, Figure},
    graph::FlowGraph,
    load::files,
    model::Audience,
    report::{page::page, sheet::sheet},
    view::{self, Engine, Subject},
};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn example() -> Analysis {
    let sources =
        files::read(format!("{ROOT}/landscape").as_str().into(), ROOT.into()).expect("it can be read");
    let options =
        Options { date: None, today: jiff::civil::date(2026, 11, 1), lang: None, levels: Levels::default() };
    analyze(&sources, &options)
}

/// The council's attachment: what `koppelkaart report landscape -o diagrams` writes.
fn attachment(analysis: &Analysis, graph: &FlowGraph) -> [(&'static str, String); 2] {
    let plans = attachment::plans(analysis, &[], Audience::Internal).expect("nothing was asked");
    let attachment = attachment::compose(analysis, graph, &plans);
    let drawn = attachment.pictures.iter().map(|drawing| Figure::of(drawing, Engine::Embedded));
    let figures: Vec<Figure> = drawn.collect::<Result<_, _>>().expect("they can be drawn");
    let sheet = sheet(&attachment, Engine::Embedded).expect("it can be drawn");
    [("attachment.html", page(&attachment, &figures)), ("attachment.svg", sheet.svg)]
}

/// A picture that is not what the landscape renders to is written anew, so that the next run passes.
#[test]
fn the_committed_pictures_are_fresh() {
    let analysis = example();
    let graph = FlowGraph::new(&analysis.landscape);
    let mut stale = Vec::new();
    let mut expected = BTreeSet::new();
    for plan in view::plans(&analysis.landscape) {
        let drawing = view::compose(&analysis, &graph, &plan);
        let picture = view::svg(&drawing, Engine::Embedded).expect("it can be drawn");
        let path = format!("{ROOT}/diagrams/{}.svg", plan.name);
        // What git may do to line ends is not what is tested here.
        let committed = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if committed != picture.svg {
            fs::write(&path, &picture.svg).expect("it can be written");
            stale.push(path);
        }
        expected.insert(format!("{}.svg", plan.name));
    }
    for (name, text) in attachment(&analysis, &graph) {
        let path = format!("{ROOT}/diagrams/{name}");
        if fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n") != text {
            fs::write(&path, &text).expect("it can be written");
            stale.push(path);
        }
        expected.insert(name.to_owned());
    }
    assert!(stale.is_empty(), "these were stale and are written anew; look at them and commit: {stale:#?}");
    let there = fs::read_dir(Path::new(ROOT).join("diagrams")).expect("diagrams/ is there");
    let there: BTreeSet<String> =
        there.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(there, expected, "diagrams/ holds what no view renders to, or lacks one");
}

/// The counts of LANDSCAPE-2017: 36 applications, and 64 rows that are 86 links when each hop is one.
#[test]
fn the_example_is_the_whole_reconstruction_and_all_of_it_is_drawn() {
    let analysis = example();
    assert!(!analysis.is_incomplete());
    assert_eq!((analysis.landscape.applications.len(), analysis.summary.tally.links), (36, 86));
    let rows: BTreeSet<&str> =
        analysis.landscape.links.items().iter().filter_map(|link| link.id.get(..3)).collect();
    let wanted: Vec<String> = (1..=64).map(|row| format!("L{row:02}")).collect();
    assert!(rows.iter().copied().eq(wanted.iter().map(String::as_str)), "{rows:?}");

    let graph = FlowGraph::new(&analysis.landscape);
    let plans = view::plans(&analysis.landscape);
    let everything =
        plans.iter().find(|plan| plan.subject == Subject::Everything).expect("there is one of everything");
    let drawing = view::compose(&analysis, &graph, everything);
    assert_eq!(drawing.arrows.len(), 86);
    let applications = drawing.nodes.iter().filter(|node| node.shape != view::drawing::Shape::Party).count();
    assert_eq!(applications, 36);
}

/// The claim of 2017, "only secured lines", was made of every link; that it can't be kept up is the point.
#[test]
fn every_link_of_the_example_carries_the_claim_of_the_letter() {
    let analysis = example();
    for link in analysis.landscape.links.items() {
        assert!(link.secure.as_ref().is_some_and(|mark| mark.value), "{} isn't marked", link.id);
    }
    assert!(analysis.summary.tally.unsecured > 0);
}

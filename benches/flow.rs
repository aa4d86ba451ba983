//! How long it takes to follow data through 100,000 applications, beside one plain walk over the same graph. See
//! `README.md`.

use std::{fmt::Write, hint::black_box, sync::LazyLock};

use divan::{AllocProfiler, Bencher};
use koppelkaart::{
    graph::{Category, FlowGraph, Question},
    load::load,
    model::{Endpoint, Id, Landscape},
    source::Sources,
};
use petgraph::{
    graph::{DiGraph, NodeIndex},
    visit::{Bfs, VisitMap},
};

/// Counts what is allocated.
#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const APPLICATIONS: usize = 100_000;
const LINKS: usize = 300_000;
const CATEGORIES: usize = 200;
/// Each part of the landscape has data of its own, which goes over all its links.
const PARTS: usize = 10;

static LANDSCAPE: LazyLock<Landscape> = LazyLock::new(landscape);

fn main() {
    divan::main();
}

/// Applications that are linked at random within each part of the landscape. One in a hundred is the source of
/// something.
fn landscape() -> Landscape {
    let mut toml = "[landscape]\nname = 'Groot'\n".to_owned();
    for category in 0..CATEGORIES {
        writeln!(toml, "[data.d{category}]\nname = 'D'\nclass = 'personal'").expect("memory takes all");
    }
    let own = |part: usize, number: usize| part * (CATEGORIES / PARTS) + number % (CATEGORIES / PARTS);
    for at in 0..APPLICATIONS {
        writeln!(toml, "[application.a{at}]\nname = 'A'").expect("memory takes all");
        if at % 100 < PARTS {
            writeln!(toml, "source_of = 'd{}'", own(at % PARTS, at / 100)).expect("memory takes all");
        }
    }
    let mut state = 0x6B6F_7070_656C_u64;
    let mut below = |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % limit
    };
    for _ in 0..LINKS {
        let (part, count) = (below(PARTS), APPLICATIONS / PARTS);
        let [from, to] = [below(count), below(count)].map(|at| at * PARTS + part);
        let data: Vec<_> = (0..CATEGORIES / PARTS).map(|it| format!("'d{}'", own(part, it))).collect();
        let data = data.join(",");
        writeln!(toml, "[[link]]\nfrom = 'a{from}'\nto = 'a{to}'\ndata = [{data}]")
            .expect("memory takes all");
    }
    let mut sources = Sources::default();
    sources.add("groot.toml", toml);
    load(&sources).landscape
}

fn graph() -> FlowGraph {
    FlowGraph::new(&LANDSCAPE)
}

fn application(at: usize) -> Endpoint {
    Endpoint::Application(Id::new(u32::try_from(at).expect("a hundred thousand")))
}

/// The yardstick: every node of the same graph once, by petgraph alone.
#[divan::bench]
fn a_plain_walk(bencher: Bencher<'_, '_>) {
    let mut plain = DiGraph::<(), ()>::new();
    for _ in 0..APPLICATIONS {
        plain.add_node(());
    }
    for (_, link) in LANDSCAPE.current_links() {
        let [from, to] = link.ends().map(|end| end.application().map_or(0, Id::index));
        plain.add_edge(NodeIndex::new(from), NodeIndex::new(to), ());
    }
    bencher.bench_local(|| {
        let mut walk = Bfs::new(&plain, NodeIndex::new(0));
        let mut seen = 0;
        for start in plain.node_indices() {
            if walk.discovered.visit(start) {
                walk.stack.push_back(start);
            }
            while walk.next(&plain).is_some() {
                seen += 1;
            }
        }
        seen
    });
}

/// Landscape to graph.
#[divan::bench]
fn b_build(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| FlowGraph::new(black_box(&LANDSCAPE)));
}

/// Which of all categories come where from a source.
#[divan::bench]
fn c_supply(bencher: Bencher<'_, '_>) {
    let made = graph();
    bencher
        .with_inputs(|| made.clone())
        .bench_local_refs(|graph| graph.supply().has(application(1), data(0)));
}

/// What comes from nowhere: what the rule `unsourced-data` asks.
#[divan::bench]
fn d_unsourced(bencher: Bencher<'_, '_>) {
    let made = graph();
    let all = made.categories((0..CATEGORIES).map(data));
    bencher.with_inputs(|| made.clone()).bench_local_refs(|graph| graph.unsourced(&all).len());
}

/// Where one category comes from one application on.
#[divan::bench]
fn e_ways(bencher: Bencher<'_, '_>) {
    let graph = graph();
    bencher.bench_local(|| graph.ways(data(0), [application(0)]).steps(application(10)));
}

/// The shortest way of any category to one application: what the rule `policy-violation` asks.
#[divan::bench]
fn f_shortest(bencher: Bencher<'_, '_>) {
    let made = graph();
    let all = made.categories((0..CATEGORIES).map(data));
    let question = Question { categories: &all, from: None, unlisted: false };
    let goal = application(APPLICATIONS - 1);
    bencher.with_inputs(|| made.clone()).bench_local_refs(|graph| {
        let steps = graph.steps(question, |hop| hop.to == goal).len();
        (steps, graph.shortest(question, |hop| hop.to == goal).map(|(_, way)| way.len()))
    });
}

fn data(category: usize) -> Category {
    Category::Listed(Id::new(u32::try_from(category).expect("two hundred")))
}

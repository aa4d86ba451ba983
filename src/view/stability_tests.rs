//! How far a picture moves when little changes: who knows last year's picture should find their way in this one.

use super::super::{compose, plans, samples};
use super::*;
use crate::{
    analysis::{Levels, Options, analyze},
    graph::FlowGraph,
    load::files,
};

/// The first picture of the example's attachment: its domains, and everything around them.
fn overview() -> Drawing {
    let root = env!("CARGO_MANIFEST_DIR");
    let sources = files::read(format!("{root}/landscape").as_str().into(), root.into()).unwrap();
    let today = jiff::civil::date(2026, 11, 1);
    let analysis = analyze(&sources, &Options { date: None, today, lang: None, levels: Levels::default() });
    let plans = plans(&analysis.landscape);
    compose(&analysis, &FlowGraph::new(&analysis.landscape), &plans[0])
}

/// The drawing without one arrow.
fn without_arrow(drawing: &Drawing, arrow: usize) -> Drawing {
    let mut drawing = drawing.clone();
    drawing.arrows.remove(arrow);
    drawing
}

/// The drawing without a node and what runs to or from it.
fn without_node(drawing: &Drawing, node: usize) -> Drawing {
    let mut drawing = drawing.clone();
    drawing.nodes.remove(node);
    drawing.arrows.retain(|arrow| arrow.from != node && arrow.to != node);
    for arrow in &mut drawing.arrows {
        arrow.from -= usize::from(arrow.from > node);
        arrow.to -= usize::from(arrow.to > node);
    }
    drawing
}

/// Where the middles of nodes are, as shares of the picture; without one of them.
fn places(layout: &Layout, skip: Option<usize>) -> Vec<Point> {
    let share = |rect: &Rect| {
        let middle = rect.centre();
        Point { x: middle.x / layout.width, y: middle.y / layout.height }
    };
    layout.nodes.iter().enumerate().filter(|(i, _)| Some(*i) != skip).map(|(_, rect)| share(rect)).collect()
}

/// What stays as it was, each as a share of 1: nodes that keep their quarter of the picture, and pairs of nodes that
/// keep their order from left to right and from top to bottom; and how far nodes move, as a share of the picture.
#[derive(Clone, Copy, Debug)]
struct Kept {
    quarter: f64,
    across: f64,
    down: f64,
    moved: f64,
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn kept(before: &[Point], after: &[Point]) -> Kept {
    let share = |hits: usize, all: usize| hits as f64 / all.max(1) as f64;
    let quarter = |p: &Point| (p.x < 0.5, p.y < 0.5);
    let both: Vec<_> = before.iter().zip(after).collect();
    let quarters = both.iter().filter(|(a, b)| quarter(a) == quarter(b)).count();
    let (mut across, mut down, mut pairs) = (0, 0, 0);
    for (i, (a, b)) in both.iter().enumerate() {
        for (c, d) in &both[i + 1..] {
            // Nodes in one column or row have no order to lose.
            let same = |p: f64, q: f64| {
                if (p - q).abs() < 0.02 {
                    0
                } else if p < q {
                    -1
                } else {
                    1
                }
            };
            pairs += 1;
            across += usize::from(same(a.x, c.x) * same(b.x, d.x) >= 0);
            down += usize::from(same(a.y, c.y) * same(b.y, d.y) >= 0);
        }
    }
    let moved = both.iter().map(|(a, b)| a.distance(**b)).sum::<f64>() / before.len().max(1) as f64;
    Kept {
        quarter: share(quarters, both.len()),
        across: share(across, pairs),
        down: share(down, pairs),
        moved,
    }
}

/// Every drawing with one arrow less, and every drawing with one node less, and which.
fn changes(drawing: &Drawing) -> Vec<(Drawing, Option<usize>)> {
    let arrows = (0..drawing.arrows.len()).map(|arrow| (without_arrow(drawing, arrow), None));
    let nodes = (0..drawing.nodes.len()).map(|node| (without_node(drawing, node), Some(node)));
    arrows.chain(nodes).collect()
}

/// The mean of what stays over one in so many of the changes, and the least that keeps its quarter.
fn mean(drawing: &Drawing, one_in: usize) -> (Kept, f64) {
    let draw = |drawing: &Drawing| layout(drawing, Engine::Embedded).unwrap();
    let whole = draw(drawing);
    let changes = changes(drawing);
    let all: Vec<Kept> = changes
        .iter()
        .step_by(one_in)
        .map(|(other, gone)| kept(&places(&whole, *gone), &places(&draw(other), None)))
        .collect();
    let mean =
        |of: fn(&Kept) -> f64| all.iter().map(of).sum::<f64>() / f64::from(u32::try_from(all.len()).unwrap());
    let worst = all.iter().map(|it| it.quarter).fold(1.0, f64::min);
    let (quarter, across) = (mean(|it| it.quarter), mean(|it| it.across));
    (Kept { quarter, across, down: mean(|it| it.down), moved: mean(|it| it.moved) }, worst)
}

#[test]
#[ignore = "measures: cargo test --lib how_much -- --ignored --nocapture"]
fn how_much_stays_when_one_arrow_or_node_goes() {
    for (name, drawing) in [
        ("overview of the example", overview()),
        ("sample of an overview", samples::overview()),
        ("sample of one domain", samples::social_domain()),
    ] {
        let (kept, worst) = mean(&drawing, 1);
        let layout = layout(&drawing, Engine::Embedded).unwrap();
        let blame = Blame::at_sight(&drawing, &layout, layout.paths()).whole(&drawing, &layout);
        println!("{name}: {kept:.3?}, of the quarter at least {worst:.2}; blame {blame:.0}");
    }
}

#[test]
fn an_overview_stays_as_it_was_when_one_arrow_or_node_goes() {
    for drawing in [overview(), samples::overview()] {
        let (kept, _) = mean(&drawing, 3);
        assert!(kept.quarter >= 0.8 && kept.across >= 0.9 && kept.down >= 0.9, "{kept:?}");
    }
}

#[test]
fn where_one_arrow_goes_most_nodes_of_a_domain_stay_in_order() {
    let drawing = samples::social_domain();
    let draw = |drawing: &Drawing| places(&layout(drawing, Engine::Embedded).unwrap(), None);
    let before = draw(&drawing);
    let gone: Vec<usize> = (0..drawing.arrows.len()).step_by(5).collect();
    let stays: Vec<f64> =
        gone.iter().map(|arrow| kept(&before, &draw(&without_arrow(&drawing, *arrow))).across).collect();
    let mean = stays.iter().sum::<f64>() / f64::from(u32::try_from(stays.len()).unwrap());
    assert!(mean >= 0.9, "without arrow {gone:?}: {stays:?}");
}

#[test]
fn a_layout_that_is_hardly_better_is_not_taken_instead_of_an_earlier_one() {
    let of = |width: f64| Ok((Blame::default(), Layout { width, ..Layout::default() }));
    // Each is as wide as it is to blame.
    let taken = |second: f64| least(vec![of(100.0), of(second)], 0.15, |_, layout| layout.width).unwrap();
    assert_eq!([99.0, 86.0, 84.0].map(|second| taken(second).width), [100.0, 100.0, 84.0]);
}

#[test]
fn what_shows_at_sight_is_never_more_than_the_whole() {
    for drawing in [overview(), samples::overview(), samples::social_domain(), samples::everything()] {
        for (blame, layout) in tried(&drawing, Engine::Embedded, How::Rooms).into_iter().flatten() {
            let whole = blame.whole(&drawing, &layout);
            assert!(blame.least() <= whole, "{} and {whole}", blame.least());
        }
    }
}

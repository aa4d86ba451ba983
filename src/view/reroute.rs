//! Which way each arrow runs, where that is ours to choose: by the curve that is short, crosses little, and passes
//! no card that is not its own, since it would seem to end there.

use super::curves::{curves, loops, many_ports, ports, towards};
use super::drawing::{Arrow, Drawing};
use super::geometry::{Path, Point, Rect};
use super::layout::{Course, Layout};
use super::meet::meet;

/// How much of an arrow may run behind another card before it is led around, in points.
const TOLERATED: f64 = 2.0;
/// A card wants this much white around it.
const WHITE: f64 = 4.0;
/// A point behind a card weighs as much as so many points of detour.
const BEHIND: f64 = 40.0;
/// So does a crossing with another arrow.
const CROSSED: f64 = 70.0;
/// So does a point on top of another arrow.
const ON_TOP: f64 = 3.0;
/// What is so near lies on top.
const CLOSE: f64 = 2.5;
/// So does an end so near to that of another arrow.
const SHARED: f64 = 30.0;
const DOOR: f64 = 9.0;
/// So does a point beyond the edge of the paper, from which an arrow keeps some points away.
const OFF: f64 = 8.0;
const SIDE: f64 = 2.0;
/// How far a curve bends out, as a share of the distance between its ends.
const BEND: f64 = 0.45;
/// How far it may, where every arrow chooses: nearly straight, or round.
const BENDS: &[f64] = &[0.12, 0.3, 0.5];
/// How often every arrow chooses anew, knowing the others.
const ROUNDS: usize = 4;
/// Of more arrows than this each has fewer ways and chooses less often, for the time that it takes.
const MANY: usize = 60;
const FEW_BENDS: &[f64] = &[0.3];
const FEW_ROUNDS: usize = 2;

/// With more arrows than this none is led around: it would take longer than the layout itself, and nobody can follow one
/// among so many.
const MOST: usize = 400;

/// Leads around what the engine leads behind cards, where that can be done by one curve; gives back how all arrows run then.
pub fn reroute(drawing: &Drawing, layout: &mut Layout) -> Vec<Path> {
    let mut paths = layout.paths();
    if drawing.arrows.len() > MOST {
        return paths;
    }
    for (i, arrow) in drawing.arrows.iter().enumerate() {
        if arrow.from == arrow.to || behind(layout, arrow, &paths[i], 0.0) <= TOLERATED {
            continue;
        }
        let candidates = curves(&ports(layout.nodes[arrow.from]), &ports(layout.nodes[arrow.to]), &[BEND]);
        let now = alone(drawing, layout, i, &paths[i]) + met(&paths, i, &paths[i], f64::INFINITY);
        if let Some((_, path, course)) = best(drawing, layout, &paths, i, candidates).filter(|it| it.0 < now)
        {
            paths[i] = path;
            layout.arrows[i] = course;
        }
    }
    paths
}

/// Leads every arrow between cards that have their places, within the paper where that can be done.
pub fn route(drawing: &Drawing, layout: &mut Layout) {
    let many = drawing.arrows.len() > MANY;
    let (bends, rounds) = if many { (FEW_BENDS, FEW_ROUNDS) } else { (BENDS, ROUNDS) };
    let ports = |card: &Rect| if many { ports(*card) } else { many_ports(*card) };
    let doors: Vec<_> = layout.nodes.iter().map(ports).collect();
    let straight = |arrow: &Arrow| {
        let (start, tip) = (layout.nodes[arrow.from].centre(), layout.nodes[arrow.to].centre());
        let part = |share| start.towards(tip, share);
        Course { bezier: vec![start, part(0.3), part(0.6), part(0.9)], tip, label: None }
    };
    layout.arrows = drawing.arrows.iter().map(straight).collect();
    let mut paths = layout.paths();
    // The shortest first: they have the least choice.
    let mut order: Vec<usize> = (0..paths.len()).collect();
    order.sort_by(|one, other| paths[*one].length().total_cmp(&paths[*other].length()));
    for _ in 0..rounds {
        for &i in &order {
            let arrow = &drawing.arrows[i];
            let [from, to] = [arrow.from, arrow.to].map(|node| layout.nodes[node]);
            let candidates = if arrow.from == arrow.to {
                loops(from)
            } else {
                let doors = |node: usize, other: Rect| towards(&doors[node], other.centre());
                curves(&doors(arrow.from, to), &doors(arrow.to, from), bends)
            };
            if let Some((_, path, course)) = best(drawing, layout, &paths, i, candidates) {
                paths[i] = path;
                layout.arrows[i] = course;
            }
        }
    }
}

/// The best of some courses for an arrow, with what it costs.
fn best(
    drawing: &Drawing,
    layout: &Layout,
    paths: &[Path],
    arrow: usize,
    candidates: Vec<Course>,
) -> Option<(f64, Path, Course)> {
    let courses = candidates.into_iter().map(|course| (Path::along(&course.bezier, course.tip), course));
    let mut courses: Vec<_> =
        courses.map(|(path, course)| (alone(drawing, layout, arrow, &path), path, course)).collect();
    courses.sort_by(|(one, ..), (other, ..)| one.total_cmp(other));
    let mut best: Option<(f64, Path, Course)> = None;
    for (alone, path, course) in courses {
        if best.as_ref().is_some_and(|(least, ..)| alone >= *least) {
            break;
        }
        let most = best.as_ref().map_or(f64::INFINITY, |(least, ..)| *least) - alone;
        let met = met(paths, arrow, &path, most);
        if met < most {
            best = Some((alone + met, path, course));
        }
    }
    best
}

/// What it costs to lead an arrow along `path` where there is no other, as points of detour.
fn alone(drawing: &Drawing, layout: &Layout, index: usize, path: &Path) -> f64 {
    let arrow = &drawing.arrows[index];
    let own = [layout.nodes[arrow.from], layout.nodes[arrow.to]].map(|card| card.grown(-1.0));
    let through: f64 = own.iter().map(|card| path.length_within(*card)).sum();
    let paper = Rect { x: 0.0, y: 0.0, w: layout.width, h: layout.height };
    let whole = path.bounds.grown(SIDE);
    let off = (paper.x - whole.x).max(0.0)
        + (paper.y - whole.y).max(0.0)
        + (whole.x + whole.w - paper.w).max(0.0)
        + (whole.y + whole.h - paper.h).max(0.0);
    path.length() + (behind(layout, arrow, path, WHITE) + through) * BEHIND + off * OFF
}

/// What it costs besides to meet other arrows; once that is `most` it isn't reckoned further.
fn met(paths: &[Path], index: usize, path: &Path, most: f64) -> f64 {
    let others = paths.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, other)| other);
    let near = others.filter(|other| other.bounds.grown(5.0).overlap(path.bounds.grown(5.0)) > 0.0);
    let mut met = 0.0;
    for other in near {
        let meeting = meet(path, other, CLOSE, |_| false);
        met += meeting.crossings * CROSSED + meeting.beside * ON_TOP + doors_shared(path, other) * SHARED;
        if met >= most {
            break;
        }
    }
    met
}

/// How many points of a path run behind cards, grown by some white, that its arrow neither leaves nor enters.
pub fn behind(layout: &Layout, arrow: &Arrow, path: &Path, white: f64) -> f64 {
    let others = layout.nodes.iter().enumerate().filter(|(i, _)| *i != arrow.from && *i != arrow.to);
    others.map(|(_, card)| path.length_within(card.grown(white))).sum()
}

/// At how many of its ends a path touches its card where another does.
fn doors_shared(one: &Path, other: &Path) -> f64 {
    let ends = |path: &Path| [path.points.first().copied(), path.points.last().copied()];
    let others = ends(other);
    let taken = |end: &Point| others.iter().flatten().any(|other| other.distance(*end) < DOOR);
    ends(one).iter().flatten().filter(|end| taken(end)).map(|_| 1.0).sum()
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    #[test]
    fn an_arrow_is_led_around_a_card_in_its_way() {
        let drawing = samples::pair();
        let arrow = &drawing.arrows[0];
        let (start, tip) = (Point { x: 40.0, y: 10.0 }, Point { x: 200.0, y: 10.0 });
        let third = |part: f64| start.towards(tip, part);
        let bezier = vec![start, third(0.3), third(0.6), third(0.95)];
        let straight = Course { bezier, tip, label: None };
        let mut nodes = vec![Rect { x: 100.0, y: -10.0, w: 40.0, h: 40.0 }; drawing.nodes.len() + 1];
        nodes[arrow.from] = Rect { x: 0.0, y: 0.0, w: 40.0, h: 20.0 };
        nodes[arrow.to] = Rect { x: 200.0, y: 0.0, w: 40.0, h: 20.0 };
        let mut layout =
            Layout { nodes, arrows: vec![straight.clone(); drawing.arrows.len()], ..Layout::default() };
        assert!(behind(&layout, arrow, &layout.paths()[0], 0.0) > TOLERATED);
        reroute(&drawing, &mut layout);
        assert!(behind(&layout, arrow, &layout.paths()[0], 0.0) <= TOLERATED, "{:?}", layout.arrows[0]);
    }
}

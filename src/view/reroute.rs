//! An arrow that runs behind a card which is not its own seems to end there. The engine makes such arrows now
//! and then; they are led around, by one curve from a side of the one card to a side of the other.

use super::blame::crossings;
use super::drawing::{Arrow, Drawing};
use super::geometry::{Path, Point, Rect};
use super::layout::{Course, Layout};

/// How much of an arrow may run behind another card before it is led around, in points.
const TOLERATED: f64 = 2.0;
/// From the foot of an arrowhead to its tip.
const HEAD: f64 = 7.0;
/// A card wants this much white around it.
const WHITE: f64 = 4.0;
/// A point behind a card weighs as much as so many points of detour.
const BEHIND: f64 = 40.0;
/// So does a crossing with another arrow.
const CROSSED: f64 = 30.0;
/// So does a point on top of another arrow.
const ON_TOP: f64 = 3.0;

/// Leads around what runs behind cards, where that can be done by one curve.
pub fn reroute(drawing: &Drawing, layout: &mut Layout) {
    let mut paths = layout.paths();
    for (i, arrow) in drawing.arrows.iter().enumerate() {
        if arrow.from == arrow.to || behind(layout, arrow, &paths[i], 0.0) <= TOLERATED {
            continue;
        }
        let own = [layout.nodes[arrow.from], layout.nodes[arrow.to]].map(|card| card.grown(-1.0));
        let cost = |path: &Path| {
            let through: f64 = own.iter().map(|card| path.length_within(*card)).sum();
            let others = paths.iter().enumerate().filter(|(j, _)| *j != i);
            let crossed: f64 = others.map(|(_, other)| crossings(path, other)).sum();
            let on_top: f64 =
                paths.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, it)| along(path, it)).sum();
            let hidden = behind(layout, arrow, path, WHITE) + through;
            path.length() + hidden * BEHIND + on_top * ON_TOP + crossed * CROSSED
        };
        let candidates = curves(layout.nodes[arrow.from], layout.nodes[arrow.to]);
        let best = candidates
            .into_iter()
            .map(|course| (Path::along(&course.bezier, course.tip), course))
            .map(|(path, course)| (cost(&path), path, course))
            .min_by(|(one, ..), (other, ..)| one.total_cmp(other));
        if let Some((_, path, course)) = best.filter(|(least, ..)| *least < cost(&paths[i])) {
            paths[i] = path;
            layout.arrows[i] = course;
        }
    }
}

/// How many points of a path run behind cards, grown by some white, that its arrow neither leaves nor enters.
pub fn behind(layout: &Layout, arrow: &Arrow, path: &Path, white: f64) -> f64 {
    let others = layout.nodes.iter().enumerate().filter(|(i, _)| *i != arrow.from && *i != arrow.to);
    others.map(|(_, card)| path.length_within(card.grown(white))).sum()
}

/// How many points of one path lie on top of another.
fn along(one: &Path, other: &Path) -> f64 {
    if one.bounds.grown(5.0).overlap(other.bounds.grown(5.0)) <= 0.0 {
        return 0.0;
    }
    let close =
        |pair: &&[Point]| other.length_within(Rect::around(pair[0].towards(pair[1], 0.5), 5.0, 5.0)) > 0.0;
    one.points.windows(2).filter(close).map(|pair| pair[0].distance(pair[1])).sum()
}

/// A place on the edge of a card, and the way out from there.
type Port = (Point, Point);

/// Curves from each port of one card to each of another.
fn curves(from: Rect, to: Rect) -> Vec<Course> {
    let entries = ports(to);
    ports(from).into_iter().flat_map(|start| entries.iter().map(move |end| curve(start, *end))).collect()
}

/// Three places on each side of a card.
fn ports(card: Rect) -> Vec<Port> {
    let part = |share: f64| (card.x + card.w * share, card.y + card.h * share);
    [0.25, 0.5, 0.75]
        .into_iter()
        .flat_map(|share| {
            let (x, y) = part(share);
            [
                (Point { x: card.x + card.w, y }, Point { x: 1.0, y: 0.0 }),
                (Point { x: card.x, y }, Point { x: -1.0, y: 0.0 }),
                (Point { x, y: card.y }, Point { x: 0.0, y: -1.0 }),
                (Point { x, y: card.y + card.h }, Point { x: 0.0, y: 1.0 }),
            ]
        })
        .collect()
}

/// A curve that leaves and arrives square to the edges.
fn curve((start, out): Port, (tip, back): Port) -> Course {
    let away = |from: Point, way: Point, far: f64| Point { x: from.x + way.x * far, y: from.y + way.y * far };
    let foot = away(tip, back, HEAD);
    let reach = (start.distance(foot) * 0.45).clamp(14.0, 160.0);
    Course { bezier: vec![start, away(start, out, reach), away(foot, back, reach), foot], tip, label: None }
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

//! The curves by which an arrow can run from one card to another.

use super::geometry::{Point, Rect};
use super::layout::Course;

/// From the foot of an arrowhead to its tip.
const HEAD: f64 = 7.0;
/// How far a curve bends out, in points: at least and at most.
const LEAST: f64 = 14.0;
const MOST: f64 = 160.0;

/// A place on the edge of a card, and the way out from there.
pub type Port = (Point, Point);

/// Curves from each of some places on one card to each of those on another, that bend out by each of some shares of the
/// distance.
pub fn curves(from: &[Port], to: &[Port], bends: &[f64]) -> Vec<Course> {
    let pairs = from.iter().flat_map(|start| to.iter().map(move |end| (*start, *end)));
    pairs.flat_map(|(start, end)| bends.iter().map(move |bend| curve(start, end, *bend))).collect()
}

/// The places on a card that don't look away from `there`.
pub fn towards(ports: &[Port], there: Point) -> Vec<Port> {
    let looks_away = |(at, out): &Port| {
        (there.x - at.x) * out.x + (there.y - at.y) * out.y < -LOOKS_AWAY * at.distance(there)
    };
    ports.iter().copied().filter(|port| !looks_away(port)).collect()
}

/// The cosine from which on a side looks away.
const LOOKS_AWAY: f64 = 0.4;

/// Three places on each side of a card.
pub fn ports(card: Rect) -> Vec<Port> {
    let thirds = [0.25, 0.5, 0.75];
    thirds.into_iter().flat_map(|share| [beside(card, share), across(card, share)].concat()).collect()
}

/// Three places on its left and right, and five on its top and bottom, for a card with many arrows.
pub fn many_ports(card: Rect) -> Vec<Port> {
    let beside = [0.25, 0.5, 0.75].into_iter().flat_map(|share| beside(card, share));
    beside.chain([0.14, 0.32, 0.5, 0.68, 0.86].into_iter().flat_map(|share| across(card, share))).collect()
}

/// The places at a share of the height, right and left.
fn beside(card: Rect, share: f64) -> [Port; 2] {
    let y = card.y + card.h * share;
    [
        (Point { x: card.x + card.w, y }, Point { x: 1.0, y: 0.0 }),
        (Point { x: card.x, y }, Point { x: -1.0, y: 0.0 }),
    ]
}

/// The places at a share of the width, above and below.
fn across(card: Rect, share: f64) -> [Port; 2] {
    let x = card.x + card.w * share;
    [
        (Point { x, y: card.y }, Point { x: 0.0, y: -1.0 }),
        (Point { x, y: card.y + card.h }, Point { x: 0.0, y: 1.0 }),
    ]
}

/// A curve that leaves and arrives square to the edges.
fn curve((start, out): Port, (tip, back): Port, bend: f64) -> Course {
    let away = |from: Point, way: Point, far: f64| Point { x: from.x + way.x * far, y: from.y + way.y * far };
    let foot = away(tip, back, HEAD);
    let reach = (start.distance(foot) * bend).clamp(LEAST, MOST);
    Course { bezier: vec![start, away(start, out, reach), away(foot, back, reach), foot], tip, label: None }
}

/// Arrows that return to their card, above it or below, with a place beside them for the chip.
pub fn loops(card: Rect) -> Vec<Course> {
    let shares = [0.5, 0.24, 0.76];
    shares
        .into_iter()
        .flat_map(|share| [(share, card.y, -1.0), (share, card.y + card.h, 1.0)])
        .map(|(share, edge, out)| {
            let middle = card.x + card.w * share;
            let at = |aside: f64, far: f64| Point { x: middle + aside, y: edge + out * far };
            let bezier = vec![at(-18.0, 0.0), at(-28.0, 26.0), at(28.0, 26.0), at(18.0, HEAD)];
            Course { bezier, tip: at(18.0, 0.0), label: Some(at(0.0, 29.0)) }
        })
        .collect()
}

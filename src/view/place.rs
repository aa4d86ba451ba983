//! Puts each chip on its own arrow where it hides nothing: no card, no other arrow, no other chip.

use rayon::prelude::*;

use super::boxes::Boxes;
use super::geometry::{Line, Path, Point, Rect};
use super::grid::Grid;

/// A chip slides along its arrow in steps of so many points.
const STEP: f64 = 3.0;
/// Of more arrows than this the steps are larger, so that looking takes no longer for each.
const MANY: usize = 300;
/// A chip keeps off the begin of its arrow and off the arrowhead.
const KEEP_OFF: (f64, f64) = (8.0, 14.0);
/// Of more arrows than this, chips simply sit in the middle: looking for better takes too long.
const MOST: usize = 1_000;
/// Space that chips keep around them.
const AIR: f64 = 2.5;

/// What it costs to hide a square point of a card, a point of another arrow, or a square point of a chip.
const ON_CARD: f64 = 4.0;
const ON_ARROW: f64 = 9.0;
const ON_CHIP: f64 = 6.0;
/// What it costs to hide a point of one's own arrowhead, and how long that is.
const ON_OWN_HEAD: f64 = 7.0;
const HEAD: f64 = 10.0;
/// What it costs to hide one's own arrow that returns to its own node.
const ON_OWN_LOOP: f64 = 60.0;
/// What it costs per point to leave the middle of the arrow.
const OFF_MIDDLE: f64 = 0.12;
/// A spot that costs less than this hides next to nothing.
const FREE: f64 = 20.0;

/// What a chip needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Want {
    /// Its width and height.
    pub size: (f64, f64),
    /// A place beside its arrow that is kept free for it: an arrow that returns to its own node is so short
    /// that a chip on it would hide it.
    pub beside: Option<Point>,
}

/// The place of each chip. `paths` are the arrows, of which `arrows` tells what runs where, `wants` is what their chips
/// need, and `solid` what may not be hidden: cards and names of rooms.
///
/// Chips with the least choice choose first; then each chooses anew, knowing the others, until none moves.
#[must_use]
pub fn place(paths: &[Path], arrows: &Grid, wants: &[Want], solid: &[Rect]) -> Vec<Rect> {
    let still = Still { arrows, solid: Boxes::of(solid) };
    let each = (0..paths.len()).into_par_iter().zip(wants);
    let mut chips: Vec<Slider> = each.map(|(i, want)| Slider::of(paths, i, *want, &still)).collect();
    if chips.len() > MOST {
        return chips.iter_mut().map(|chip| chip.look(0, &still).0).collect();
    }
    let mut order: Vec<usize> = (0..chips.len()).collect();
    order.sort_by_cached_key(|i| chips[*i].free());
    let mut chosen = Boxes::new(chips.len());
    for _ in 0..5 {
        let mut moved = false;
        for &i in &order {
            let best = chips[i].best(&still, &chosen);
            if best != chosen.place(i) {
                moved = true;
                chosen.put(i, best);
            }
        }
        if !moved {
            break;
        }
    }
    (0..chips.len()).map(|i| chosen.place(i).unwrap_or_default()).collect()
}

/// What chips may hide, and what never moves: arrows, cards and names of rooms.
struct Still<'a> {
    arrows: &'a Grid,
    solid: Boxes,
}

impl Still<'_> {
    /// What it costs to hide what lies under `rect`, the arrow `own` excepted.
    fn hidden(&self, rect: Rect, own: usize) -> f64 {
        let solid = self.solid.overlap(rect.grown(AIR), None) * ON_CARD;
        solid + self.arrows.length_within(rect.grown(1.5), own) * ON_ARROW
    }
}

/// A place that a chip can take.
struct Spot {
    /// How far along its arrow its middle is.
    far: f64,
    /// It costs this or more.
    least: f64,
    /// Where it is, and what it costs with all that it hides and that never moves, if that was looked at.
    seen: Option<(Rect, f64)>,
}

/// A chip on its arrow, and all places that it can take: those nearest to the middle first.
struct Slider<'a> {
    arrow: usize,
    path: &'a Path,
    want: Want,
    head: Line,
    spots: Vec<Spot>,
}

impl<'a> Slider<'a> {
    /// The chip of an arrow. Spots are looked at where they may be [free](FREE), which is asked of all chips; others hardly
    /// ever matter.
    fn of(paths: &'a [Path], arrow: usize, want: Want, still: &Still<'_>) -> Self {
        let path = &paths[arrow];
        let length = path.length();
        let head = (path.at(length - HEAD), path.at(length));
        let mut slider = Self { arrow, path, want, head, spots: spots(length, paths.len()) };
        if let Some(beside) = want.beside {
            let rect = Rect::around(beside, want.size.0, want.size.1);
            let cost = still.hidden(rect, arrow) - ON_OWN_LOOP;
            slider.spots.insert(0, Spot { far: 0.0, least: cost, seen: Some((rect, cost)) });
        }
        for spot in 0..slider.spots.len() {
            if slider.spots[spot].least < FREE {
                slider.look(spot, still);
            }
        }
        slider
    }

    /// Where one of its spots is, and what it costs with all that never moves; looked at once.
    fn look(&mut self, spot: usize, still: &Still<'_>) -> (Rect, f64) {
        let Spot { far, least, ref mut seen } = self.spots[spot];
        *seen.get_or_insert_with(|| {
            let rect = Rect::around(self.path.at(far), self.want.size.0, self.want.size.1);
            let own = rect.grown(1.0).length_within(self.head.0, self.head.1) * ON_OWN_HEAD;
            (rect, still.hidden(rect, self.arrow) + own + least)
        })
    }

    /// How many of its spots hide next to nothing.
    fn free(&self) -> usize {
        self.spots.iter().filter(|spot| spot.seen.is_some_and(|(_, cost)| cost < FREE)).count()
    }

    /// The cheapest spot beside the other `chosen` ones; of equals the first. What a spot hides isn't reckoned where it
    /// costs too much without.
    fn best(&mut self, still: &Still<'_>, chosen: &Boxes) -> Option<Rect> {
        let mut best: Option<(f64, Rect)> = None;
        for spot in 0..self.spots.len() {
            let is_cheaper = |cost: f64| best.is_none_or(|(least, _)| cost < least);
            if !is_cheaper(self.spots[spot].least) {
                continue;
            }
            let (rect, cost) = self.look(spot, still);
            if is_cheaper(cost) {
                let cost = cost + chosen.overlap(rect.grown(AIR), Some(self.arrow)) * ON_CHIP;
                if is_cheaper(cost) {
                    best = Some((cost, rect));
                }
            }
        }
        best.map(|(_, rect)| rect)
    }
}

/// All places along one of so many arrows of some length: none was looked at.
fn spots(length: f64, arrows: usize) -> Vec<Spot> {
    let middle = (KEEP_OFF.0 + length - KEEP_OFF.1) / 2.0;
    let reach = if arrows > MOST { 0.0 } else { (middle - KEEP_OFF.0).max(0.0) };
    let (mut off, step) = (0.0, STEP * stride(arrows));
    let mut spots = vec![Spot { far: middle, least: 0.0, seen: None }];
    while off + step <= reach && spots.len() < 2_000 {
        off += step;
        spots.extend([middle - off, middle + off].map(|far| Spot {
            far,
            least: off * OFF_MIDDLE,
            seen: None,
        }));
    }
    spots
}

/// How many times as large the steps are among so many arrows.
fn stride(arrows: usize) -> f64 {
    u32::try_from(arrows.div_ceil(MANY)).map_or(1.0, |times| f64::from(times.max(1)))
}

/// The direction in which an arrow arrives: from the foot of its head.
#[must_use]
pub fn arrival(bezier: &[Point], tip: Point) -> Point {
    let foot = bezier.iter().rev().find(|p| p.distance(tip) > 0.5).copied().unwrap_or(tip);
    let length = foot.distance(tip);
    if length > 0.0 {
        Point { x: (tip.x - foot.x) / length, y: (tip.y - foot.y) / length }
    } else {
        Point { x: 1.0, y: 0.0 }
    }
}

#[cfg(test)]
#[path = "place_tests.rs"]
mod tests;

//! How hard a layout is to read: of several layouts of a drawing, the one with the least to blame is kept.

use super::diagram::chip_places;
use super::drawing::Drawing;
use super::geometry::{Path, Point, Rect, bounds, cross};
use super::grid::Grid;
use super::layout::Layout;

/// What each fault weighs against the others.
const CROSSING: f64 = 14.0;
/// A point of two arrows that run so close that they look like one.
const TANGLE: f64 = 0.7;
/// A point of an arrow that goes astray from the straight line.
const DETOUR: f64 = 0.12;
/// A point of an arrow through the name of a room.
const STRUCK: f64 = 0.8;
/// A point of an arrow behind a card that is not its own: it seems to end there.
const BEHIND: f64 = 4.0;
/// A square point of a chip on a card or chip, and a point of an arrow under a chip that is another's.
const HIDDEN: f64 = 1.0;
const HIDDEN_LINE: f64 = 2.5;
/// So much of an arrow must show beside its chip.
const SHOWN: f64 = 22.0;
/// A point of width or height that the paper lacks, at the shape of A3.
const SIZE: f64 = 1.0;

/// Arrows that are closer than this look like one.
const CLOSE: f64 = 3.5;
/// So near to a node that they share, arrows may be close.
const PARTING: f64 = 26.0;

/// The sum of all that is to blame; less is better.
#[must_use]
pub fn blame(drawing: &Drawing, layout: &Layout) -> f64 {
    let paths = layout.paths();
    let straight = |path: &Path| ends(path).map_or(0.0, |(from, to)| from.distance(to));
    let detour: f64 = paths.iter().map(|path| path.length() - straight(path)).sum();
    let mut blame = detour * DETOUR + layout.width.max(layout.height * 1.7) * SIZE;
    for (i, one) in paths.iter().enumerate() {
        for other in &paths[i + 1..] {
            if one.bounds.grown(CLOSE).overlap(other.bounds.grown(CLOSE)) > 0.0 {
                blame += crossings(one, other) * CROSSING + tangle(one, other) * TANGLE;
            }
        }
    }
    let behind = behind(drawing, layout, &paths) * BEHIND;
    blame + struck(layout, &paths) * STRUCK + behind + hidden(drawing, layout, &paths)
}

fn ends(path: &Path) -> Option<(Point, Point)> {
    Some((*path.points.first()?, *path.points.last()?))
}

/// How often two arrows cross.
pub fn crossings(one: &Path, other: &Path) -> f64 {
    let mut count = 0.0;
    for a in one.points.windows(2) {
        // Most pieces are nowhere near.
        if bounds(a).is_apart_from(other.bounds) {
            continue;
        }
        for b in other.points.windows(2) {
            if cross((a[0], a[1]), (b[0], b[1])) {
                count += 1.0;
            }
        }
    }
    count
}

/// How many points `one` runs so close to `other` that they look like one arrow.
fn tangle(one: &Path, other: &Path) -> f64 {
    let Some(((a, b), (c, d))) = ends(one).zip(ends(other)) else { return 0.0 };
    let mut length = 0.0;
    for pair in one.points.windows(2) {
        let middle = pair[0].towards(pair[1], 0.5);
        let parting = [a, b, c, d].iter().any(|end| end.distance(middle) < PARTING);
        if !parting && other.length_within(Rect::around(middle, 2.0 * CLOSE, 2.0 * CLOSE)) > 0.0 {
            length += pair[0].distance(pair[1]);
        }
    }
    length
}

/// How many points of arrows run through names of rooms.
fn struck(layout: &Layout, paths: &[Path]) -> f64 {
    let names = layout.rooms.iter().zip(&layout.room_names);
    let names = names.filter_map(|(rect, lines)| Some(super::diagram::room_name(*rect.as_ref()?, lines)));
    names.map(|name| paths.iter().map(|path| path.length_within(name)).sum::<f64>()).sum()
}

/// How many points of arrows run behind cards that they neither leave nor enter.
fn behind(drawing: &Drawing, layout: &Layout, paths: &[Path]) -> f64 {
    let arrows = drawing.arrows.iter().zip(paths);
    arrows.map(|(arrow, path)| super::reroute::behind(layout, arrow, path, 0.0)).sum()
}

/// What chips hide even in their best places.
fn hidden(drawing: &Drawing, layout: &Layout, paths: &[Path]) -> f64 {
    let chips = chip_places(drawing, layout);
    let grid = Grid::of(paths);
    let mut hidden = 0.0;
    for (chip, path) in layout.chips.iter().zip(paths) {
        hidden += (chip.w + SHOWN - path.length()).max(0.0) * HIDDEN_LINE;
    }
    for (i, chip) in chips.iter().enumerate() {
        let solid = layout.nodes.iter().chain(&chips[i + 1..]);
        hidden += solid.map(|rect| rect.overlap(*chip)).sum::<f64>() * HIDDEN;
        hidden += grid.length_within(*chip, i) * HIDDEN_LINE;
    }
    hidden
}

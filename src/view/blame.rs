//! How hard a layout is to read: of several layouts of a drawing, the one with the least to blame is kept.

use super::diagram::chip_places_among;
use super::drawing::Drawing;
use super::geometry::{Path, Point};
use super::grid::Grid;
use super::layout::Layout;
use super::meet::meet;

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

/// What is to blame in a layout, as far as it is known; less is better.
#[derive(Clone, Debug, Default)]
pub struct Blame {
    /// What shows before chips have their places.
    visible: f64,
    /// What of chips is known before that.
    crowded: f64,
    /// How the arrows run.
    paths: Vec<Path>,
}

impl Blame {
    /// What shows of `layout`, with its `paths`, at once: placing chips takes longer than all the rest.
    #[must_use]
    pub fn at_sight(drawing: &Drawing, layout: &Layout, paths: Vec<Path>) -> Self {
        let straight = |path: &Path| ends(path).map_or(0.0, |(from, to)| from.distance(to));
        let detour: f64 = paths.iter().map(|path| path.length() - straight(path)).sum();
        let mut blame = detour * DETOUR + layout.width.max(layout.height * 1.7) * SIZE;
        for (i, one) in paths.iter().enumerate() {
            for other in &paths[i + 1..] {
                if one.bounds.grown(CLOSE).overlap(other.bounds.grown(CLOSE)) > 0.0 {
                    let met = meet(one, other, CLOSE, |place| part(one, other, place));
                    blame += met.crossings * CROSSING + met.beside * TANGLE;
                }
            }
        }
        let behind = behind(drawing, layout, &paths) * BEHIND;
        let visible = blame + struck(layout, &paths) * STRUCK + behind;
        Self { visible, crowded: crowded(layout, &paths), paths }
    }

    /// No more than the [whole](Self::whole) of it.
    #[must_use]
    pub fn least(&self) -> f64 {
        self.visible + self.crowded
    }

    /// The sum of all, chips in their best places included.
    #[must_use]
    pub fn whole(&self, drawing: &Drawing, layout: &Layout) -> f64 {
        self.visible + hidden(drawing, layout, &self.paths, self.crowded)
    }
}

fn ends(path: &Path) -> Option<(Point, Point)> {
    Some((*path.points.first()?, *path.points.last()?))
}

/// Whether two arrows are still so near to an end of either that they may be close there.
fn part(one: &Path, other: &Path, place: Point) -> bool {
    let ends = [one, other].map(ends);
    ends.into_iter()
        .flatten()
        .any(|(from, to)| from.distance(place) < PARTING || to.distance(place) < PARTING)
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

/// What arrows show too little of beside their chips, wherever these are.
fn crowded(layout: &Layout, paths: &[Path]) -> f64 {
    let chips = layout.chips.iter().zip(paths);
    chips.map(|(chip, path)| (chip.w + SHOWN - path.length()).max(0.0) * HIDDEN_LINE).sum()
}

/// What chips hide even in their best places, besides what is `crowded`.
fn hidden(drawing: &Drawing, layout: &Layout, paths: &[Path], crowded: f64) -> f64 {
    let grid = Grid::of(paths);
    let chips = chip_places_among(drawing, layout, paths, &grid);
    let mut hidden = crowded;
    for (i, chip) in chips.iter().enumerate() {
        let solid = layout.nodes.iter().chain(&chips[i + 1..]);
        hidden += solid.map(|rect| rect.overlap(*chip)).sum::<f64>() * HIDDEN;
        hidden += grid.length_within(*chip, i) * HIDDEN_LINE;
    }
    hidden
}

//! Arrows cut into short pieces and kept by square of paper, so that what runs under a chip is found
//! without going through every arrow.

use rustc_hash::FxHashMap;

use super::boxes::{square, touched};
use super::geometry::{Line, Path, Point, Rect, bounds};

/// The length of the longest piece.
const LONGEST: f64 = 48.0;

/// A piece of an arrow.
struct Piece {
    arrow: usize,
    ends: Line,
    /// The box around it, asked for each spot of each chip.
    bounds: Rect,
}

/// All arrows of a picture, by square.
pub struct Grid {
    squares: FxHashMap<(i64, i64), Vec<Piece>>,
}

impl Grid {
    /// Keeps `paths`, each under its index.
    #[must_use]
    pub fn of(paths: &[Path]) -> Self {
        let mut squares: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for (i, path) in paths.iter().enumerate() {
            for pair in path.points.windows(2) {
                for (a, b) in pieces(pair[0], pair[1]) {
                    let bounds = bounds(&[a, b]);
                    for square in touched(bounds) {
                        let piece = Piece { arrow: i, ends: (a, b), bounds };
                        squares.entry(square).or_default().push(piece);
                    }
                }
            }
        }
        Self { squares }
    }

    /// How many points of arrows other than `own` run within `rect`.
    #[must_use]
    pub fn length_within(&self, rect: Rect, own: usize) -> f64 {
        let mut length = 0.0;
        touched(rect).for_each(|index| {
            // A piece is kept in each square that it touches, so each square only counts what is its own.
            let part = common(rect, square(index));
            for piece in self.squares.get(&index).into_iter().flatten() {
                if piece.arrow != own && !part.is_apart_from(piece.bounds) {
                    length += part.length_within(piece.ends.0, piece.ends.1);
                }
            }
        });
        length
    }
}

/// A line cut so that no piece is longer than a square.
fn pieces(a: Point, b: Point) -> Vec<Line> {
    let mut pieces = Vec::new();
    let mut from = a;
    // A line from here to the moon is cut no further.
    while from.distance(b) > LONGEST && pieces.len() < 10_000 {
        let to = from.towards(b, LONGEST / from.distance(b));
        pieces.push((from, to));
        from = to;
    }
    pieces.push((from, b));
    pieces
}

/// What `rect` has in common with a square.
fn common(rect: Rect, square: Rect) -> Rect {
    let (left, top) = (rect.x.max(square.x), rect.y.max(square.y));
    let (right, bottom) =
        ((rect.x + rect.w).min(square.x + square.w), (rect.y + rect.h).min(square.y + square.h));
    Rect { x: left, y: top, w: right - left, h: bottom - top }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_over_several_squares_counts_each_point_once() {
        let (from, to) = (Point { x: -300.0, y: 10.0 }, Point { x: 700.0, y: 10.0 });
        let path = Path::along(&[from, from.towards(to, 0.3), from.towards(to, 0.6), to], to);
        let grid = Grid::of(&[path.clone(), path]);
        let length = grid.length_within(Rect { x: -100.0, y: -60.0, w: 250.0, h: 130.0 }, 1);
        assert!((length - 250.0).abs() < 1e-6, "{length}");
    }
}

//! Boxes kept by square of paper, so that those near a place are found without going through all of them.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::geometry::Rect;

/// The side of a square: somewhat more than most chips measure.
const SIDE: f64 = 48.0;
/// A box that touches more squares than this is looked at every time.
const MOST: i64 = 10_000;

/// Boxes by number, each where it is now.
pub struct Boxes {
    squares: FxHashMap<(i64, i64), Vec<usize>>,
    large: Vec<usize>,
    places: Vec<Option<Rect>>,
}

impl Boxes {
    /// So many boxes, none of which has a place yet.
    #[must_use]
    pub fn new(count: usize) -> Self {
        Self { squares: FxHashMap::default(), large: Vec::new(), places: vec![None; count] }
    }

    /// Boxes that all have their places.
    #[must_use]
    pub fn of(places: &[Rect]) -> Self {
        let mut boxes = Self::new(places.len());
        for (number, place) in places.iter().enumerate() {
            boxes.put(number, Some(*place));
        }
        boxes
    }

    /// Where a box is.
    #[must_use]
    pub fn place(&self, number: usize) -> Option<Rect> {
        self.places[number]
    }

    /// Puts a box somewhere else.
    pub fn put(&mut self, number: usize, place: Option<Rect>) {
        if let Some(old) = self.places[number] {
            self.lists(old, |list| list.retain(|kept| *kept != number));
        }
        self.places[number] = place;
        if let Some(new) = place {
            self.lists(new, |list| list.push(number));
        }
    }

    /// How much of `rect` lies under boxes other than `own`; what lies under two counts twice. They are added up by
    /// number, so that the sum is the same to the bit however they are kept.
    #[must_use]
    pub fn overlap(&self, rect: Rect, own: Option<usize>) -> f64 {
        let mut shared: SmallVec<[(usize, f64); 8]> = SmallVec::new();
        let mut look = |numbers: &[usize]| {
            for &number in numbers.iter().filter(|number| Some(**number) != own) {
                let area = self.places[number].map_or(0.0, |place| rect.overlap(place));
                if area > 0.0 {
                    shared.push((number, area));
                }
            }
        };
        touched(rect).for_each(|square| look(self.squares.get(&square).map_or(&[], Vec::as_slice)));
        look(&self.large);
        shared.sort_unstable_by_key(|(number, _)| *number);
        shared.dedup_by_key(|(number, _)| *number);
        shared.into_iter().map(|(_, area)| area).sum()
    }

    /// Changes every list that keeps a box at `place`.
    fn lists(&mut self, place: Rect, mut change: impl FnMut(&mut Vec<usize>)) {
        if is_large(place) {
            change(&mut self.large);
        } else {
            touched(place).for_each(|square| change(self.squares.entry(square).or_default()));
        }
    }
}

fn is_large(rect: Rect) -> bool {
    let across = |from: f64, length: f64| index(from + length).saturating_sub(index(from)).saturating_add(1);
    across(rect.x, rect.w).saturating_mul(across(rect.y, rect.h)) > MOST
}

/// The squares that a box touches.
pub fn touched(rect: Rect) -> impl Iterator<Item = (i64, i64)> {
    let (left, right) = (index(rect.x), index(rect.x + rect.w));
    let (top, bottom) = (index(rect.y), index(rect.y + rect.h));
    (left..=right).flat_map(move |x| (top..=bottom).map(move |y| (x, y)))
}

/// The place and size of a square.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "indices of squares are small")]
pub const fn square(index: (i64, i64)) -> Rect {
    Rect { x: index.0 as f64 * SIDE, y: index.1 as f64 * SIDE, w: SIDE, h: SIDE }
}

#[expect(clippy::cast_possible_truncation, reason = "a place on paper is far below 2^63, and `as` saturates")]
fn index(place: f64) -> i64 {
    (place / SIDE).floor() as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::samples::Dice;

    #[test]
    fn what_lies_under_boxes_is_the_same_as_when_all_are_looked_at() {
        let mut dice = Dice(7);
        let mut rect = |most: usize| {
            let mut side =
                |most: usize| u32::try_from(dice.roll(most)).map(f64::from).unwrap_or_default() / 7.0;
            Rect { x: side(4_000) - 200.0, y: side(4_000) - 200.0, w: side(most), h: side(most) }
        };
        let mut places: Vec<Rect> = (0..200).map(|_| rect(700)).collect();
        places.push(Rect { x: -1e9, y: 0.0, w: 2e9, h: 50.0 });
        let mut boxes = Boxes::of(&places);
        for (number, place) in places.iter_mut().enumerate().take(100) {
            *place = rect(700);
            boxes.put(number, Some(*place));
        }
        for own in 0..places.len() {
            let asked = rect(900);
            let others = places.iter().enumerate().filter(|(number, _)| *number != own);
            let all: f64 = others.map(|(_, place)| asked.overlap(*place)).sum();
            assert_eq!(boxes.overlap(asked, Some(own)), all);
        }
    }
}

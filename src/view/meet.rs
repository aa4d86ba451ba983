//! Where two arrows cross, and where one runs so close to another that they look like one.

use smallvec::SmallVec;

use super::geometry::{Path, Point, Rect, bounds, cross};

/// What one arrow has to do with another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Meeting {
    /// How often they cross: a whole number.
    pub crossings: f64,
    /// How many points the one runs close to the other.
    pub beside: f64,
}

/// How `one` meets `other`. It is close where the middle of one of its lines is within `close` points, left, right, above
/// or below; what `parts` there doesn't count.
#[must_use]
pub fn meet(one: &Path, other: &Path, close: f64, parts: impl Fn(Point) -> bool) -> Meeting {
    let mut meeting = Meeting::default();
    for (run, around) in one.runs_near(other.bounds.grown(close)) {
        let others: SmallVec<[&[Point]; 4]> =
            other.runs_near(around.grown(close)).map(|(run, _)| run).collect();
        if others.is_empty() {
            continue;
        }
        for a in run.windows(2) {
            let (around, middle) = (bounds(a).grown(close), a[0].towards(a[1], 0.5));
            let beside = Rect::around(middle, 2.0 * close, 2.0 * close);
            let mut is_close = false;
            for b in others.iter().flat_map(|other| other.windows(2)) {
                if !around.is_apart_from(bounds(b)) {
                    meeting.crossings += if cross((a[0], a[1]), (b[0], b[1])) { 1.0 } else { 0.0 };
                    is_close = is_close || beside.length_within(b[0], b[1]) > 0.0;
                }
            }
            if is_close && !parts(middle) {
                meeting.beside += a[0].distance(a[1]);
            }
        }
    }
    meeting
}

#[cfg(test)]
mod tests {
    use super::super::samples::Dice;
    use super::*;

    fn path(dice: &mut Dice) -> Path {
        let mut point = || {
            let mut side = || f64::from(u32::try_from(dice.roll(4_000)).unwrap()) / 10.0;
            Point { x: side(), y: side() }
        };
        let bezier: Vec<Point> = (0..7).map(|_| point()).collect();
        Path::along(&bezier, point())
    }

    #[test]
    fn all_that_meets_is_found_as_when_every_line_is_compared_with_every_other() {
        let mut dice = Dice(3);
        let mut met = Meeting::default();
        for _ in 0..300 {
            let (one, other) = (path(&mut dice), path(&mut dice));
            let far = |at: Point| at.x > 200.0;
            let mut all = Meeting::default();
            for a in one.points.windows(2) {
                let crossed = other.points.windows(2).filter(|b| cross((a[0], a[1]), (b[0], b[1])));
                all.crossings += crossed.map(|_| 1.0).sum::<f64>();
                let middle = a[0].towards(a[1], 0.5);
                let square = Rect::around(middle, 7.0, 7.0);
                let close: f64 = other.points.windows(2).map(|b| square.length_within(b[0], b[1])).sum();
                if close > 0.0 && !far(middle) {
                    all.beside += a[0].distance(a[1]);
                }
            }
            assert_eq!(meet(&one, &other, 3.5, far), all);
            met = Meeting { crossings: met.crossings + all.crossings, beside: met.beside + all.beside };
        }
        assert!(met.crossings > 300.0 && met.beside > 300.0, "some must meet: {met:?}");
    }
}

//! Points, boxes and curves, in points of paper with y downwards.

use std::iter;

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

impl Point {
    /// The distance to `other`. By `sqrt`, which every machine rounds alike; `hypot` need not be.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        (dx * dx + dy * dy).sqrt()
    }

    /// The point at share `t` of the way to `other`.
    #[must_use]
    pub fn towards(self, other: Self, t: f64) -> Self {
        Self { x: self.x + (other.x - self.x) * t, y: self.y + (other.y - self.y) * t }
    }
}

/// A box.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left.
    pub x: f64,
    /// Its top.
    pub y: f64,
    /// Its width.
    pub w: f64,
    /// Its height.
    pub h: f64,
}

impl Rect {
    /// The box of a size around a centre.
    #[must_use]
    pub fn around(centre: Point, w: f64, h: f64) -> Self {
        Self { x: centre.x - w / 2.0, y: centre.y - h / 2.0, w, h }
    }

    /// Its middle.
    #[must_use]
    pub fn centre(self) -> Point {
        Point { x: self.x + self.w / 2.0, y: self.y + self.h / 2.0 }
    }

    /// The same box, larger by `by` on every side.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        Self { x: self.x - by, y: self.y - by, w: self.w + 2.0 * by, h: self.h + 2.0 * by }
    }

    /// The area that it shares with `other`.
    #[must_use]
    pub fn overlap(self, other: Self) -> f64 {
        let w = (self.x + self.w).min(other.x + other.w) - self.x.max(other.x);
        let h = (self.y + self.h).min(other.y + other.h) - self.y.max(other.y);
        if w > 0.0 && h > 0.0 { w * h } else { 0.0 }
    }

    /// Whether nothing of it touches the other, be either as thin as a line.
    #[must_use]
    pub fn is_apart_from(self, other: Self) -> bool {
        self.x + self.w < other.x
            || other.x + other.w < self.x
            || self.y + self.h < other.y
            || other.y + other.h < self.y
    }

    /// How much of the straight line from `a` to `b` runs within it, in points (Liang and Barsky).
    #[must_use]
    pub fn length_within(self, a: Point, b: Point) -> f64 {
        // Most lines are nowhere near.
        if self.is_apart_from(bounds(&[a, b])) {
            return 0.0;
        }
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        let sides = [
            (-dx, a.x - self.x),
            (dx, self.x + self.w - a.x),
            (-dy, a.y - self.y),
            (dy, self.y + self.h - a.y),
        ];
        for (p, q) in sides {
            if p == 0.0 {
                if q < 0.0 {
                    return 0.0;
                }
            } else if p < 0.0 {
                from = from.max(q / p);
            } else {
                to = to.min(q / p);
            }
        }
        if from < to { (to - from) * a.distance(b) } else { 0.0 }
    }
}

/// A straight line, by its ends.
pub type Line = (Point, Point);

/// Whether two straight lines cross, other than at an end.
#[must_use]
pub fn cross(one: Line, other: Line) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    let parts = |(p, q): Line, (r, s): Line| side(p, q, r) * side(p, q, s) < 0.0;
    parts(one, other) && parts(other, one)
}

/// A curve as a chain of short straight lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Its points, from begin to end.
    pub points: Vec<Point>,
    /// How far along it each of them lies.
    reached: Vec<f64>,
    /// The box around it.
    pub bounds: Rect,
    /// The box around each [`RUN`] of its lines, so that those near a place are found without asking all.
    runs: Vec<Rect>,
}

/// So many lines of a path have a box around them.
const RUN: usize = 4;

impl Path {
    /// Follows a chain of cubic curves (1 + 3n points) and then a straight line to `tip`.
    #[must_use]
    pub fn along(bezier: &[Point], tip: Point) -> Self {
        let mut points: Vec<Point> = bezier.first().copied().into_iter().collect();
        for piece in bezier.windows(4).step_by(3) {
            for step in 1..=12 {
                points.push(on_cubic(piece, f64::from(step) / 12.0));
            }
        }
        points.push(tip);
        let lengths = points.windows(2).map(|pair| pair[0].distance(pair[1]));
        let reached = iter::once(0.0).chain(lengths.scan(0.0, |far, length| {
            *far += length;
            Some(*far)
        }));
        let (reached, bounds) = (reached.collect(), bounds(&points));
        let runs = (0..points.len() - 1).step_by(RUN).map(|at| self::bounds(run(&points, at))).collect();
        Self { points, reached, bounds, runs }
    }

    /// Its lines that may touch `place`, in their order, as chains of a few points, each with the box around it.
    pub fn runs_near(&self, place: Rect) -> impl Iterator<Item = (&[Point], Rect)> {
        let near = self.runs.iter().enumerate().filter(move |(_, around)| !around.is_apart_from(place));
        near.map(|(at, around)| (run(&self.points, at * RUN), *around))
    }

    /// How long it is.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.reached.last().copied().unwrap_or_default()
    }

    /// The point that lies `far` along it.
    #[must_use]
    pub fn at(&self, far: f64) -> Point {
        let first = self.reached.partition_point(|reached| *reached < far).max(1);
        // A line of no length leads nowhere.
        let line = (first..self.points.len()).find(|to| self.reached[to - 1] < self.reached[*to]);
        let Some(to) = line else { return self.points.last().copied().unwrap_or_default() };
        let (before, after) = (self.reached[to - 1], self.reached[to]);
        self.points[to - 1].towards(self.points[to], (far - before) / (after - before))
    }

    /// How much of it runs within `rect`, in points.
    #[must_use]
    pub fn length_within(&self, rect: Rect) -> f64 {
        if self.bounds.grown(0.1).overlap(rect) == 0.0 {
            return 0.0;
        }
        let near = self.runs_near(rect).flat_map(|(run, _)| run.windows(2));
        near.map(|ends| rect.length_within(ends[0], ends[1])).sum()
    }
}

/// The points of the lines of a path from one on.
fn run(points: &[Point], at: usize) -> &[Point] {
    &points[at..points.len().min(at + RUN + 1)]
}

/// The smallest box around `points`.
#[must_use]
pub fn bounds(points: &[Point]) -> Rect {
    let Some(first) = points.first() else { return Rect::default() };
    let (mut low, mut high) = (*first, *first);
    for p in points {
        low = Point { x: low.x.min(p.x), y: low.y.min(p.y) };
        high = Point { x: high.x.max(p.x), y: high.y.max(p.y) };
    }
    Rect { x: low.x, y: low.y, w: high.x - low.x, h: high.y - low.y }
}

/// De Casteljau: the point at share `t` of a cubic curve of four points.
fn on_cubic(piece: &[Point], share: f64) -> Point {
    let [a, b, c, d] = piece else { return Point::default() };
    let (ab, bc, cd) = (a.towards(*b, share), b.towards(*c, share), c.towards(*d, share));
    ab.towards(bc, share).towards(bc.towards(cd, share), share)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn p(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    #[test]
    fn a_straight_curve_is_followed_to_its_tip() {
        let path = Path::along(&[p(0.0, 0.0), p(10.0, 0.0), p(20.0, 0.0), p(30.0, 0.0)], p(40.0, 0.0));
        assert!((path.length() - 40.0).abs() < 1e-9);
        assert!((path.at(35.0).x - 35.0).abs() < 1e-9);
    }

    #[test]
    fn a_place_along_a_path_is_where_walking_it_ends() {
        // A curve that stands still at first, one that turns back, and a tip where it ends.
        let stop = [p(10.0, 5.0); 3];
        let bezier = [&stop[..], &[p(10.0, 5.0), p(90.0, 5.0), p(-40.0, 60.0), p(30.0, 60.0)]].concat();
        let path = Path::along(&bezier, p(30.0, 60.0));
        let walked = |far: f64| {
            let mut left = far;
            let lines = path.points.windows(2).map(|pair| (pair[0], pair[1], pair[0].distance(pair[1])));
            for (from, to, length) in lines.filter(|(_, _, length)| *length > 0.0) {
                if left <= length {
                    return from.towards(to, left / length);
                }
                left -= length;
            }
            p(30.0, 60.0)
        };
        for far in (-20..200).map(f64::from) {
            assert!(path.at(far).distance(walked(far)) < 1e-9, "{far}");
        }
        assert_eq!(Path::along(&[p(3.0, 4.0); 4], p(3.0, 4.0)).at(2.0), p(3.0, 4.0));
        assert_eq!(path.points[..13], [p(10.0, 5.0); 13], "it must stand still for this to tell something");
    }

    #[test]
    fn a_line_through_a_box_is_measured() {
        let square = Rect { x: 0.0, y: 0.0, w: 10.0, h: 10.0 };
        assert!((square.length_within(p(-5.0, 5.0), p(15.0, 5.0)) - 10.0).abs() < 1e-9);
        assert!(square.length_within(p(-5.0, 11.0), p(15.0, 11.0)) == 0.0);
    }

    #[test]
    fn what_runs_within_a_box_is_the_same_as_when_every_line_is_asked() {
        let path = Path::along(&[p(0.0, 0.0), p(80.0, 10.0), p(-20.0, 90.0), p(60.0, 100.0)], p(67.0, 100.0));
        let mut within = 0.0;
        for at in 0..40 {
            let place = Rect { x: f64::from(at % 8) * 10.0, y: f64::from(at / 8) * 25.0, w: 9.0, h: 14.0 };
            let all: f64 = path.points.windows(2).map(|ends| place.length_within(ends[0], ends[1])).sum();
            assert_eq!(path.length_within(place), all);
            within += all;
        }
        assert!(within > 50.0, "some of it must: {within}");
    }

    #[test]
    fn boxes_that_touch_do_not_overlap() {
        let one = Rect { x: 0.0, y: 0.0, w: 10.0, h: 10.0 };
        assert!(one.overlap(Rect { x: 10.0, ..one }) == 0.0);
        assert!((one.overlap(Rect { x: 5.0, ..one }) - 50.0).abs() < 1e-9);
    }
}

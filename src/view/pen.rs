//! The strokes that pictures are made of: text on lines, boxes, symbols, chips, arrows.

use std::borrow::Cow;

use super::cards::{CHIP_GAP, CHIP_HEIGHT, CHIP_PAD, Chip, PERSON, SYMBOL};
use super::drawing::{LinkState, Weight};
use super::geometry::{Point, Rect};
use super::layout::Course;
use super::metrics::width;
use super::place::arrival;
use super::plain::number as n;
use super::theme::{self, Look, PAPER, Type, look};
use super::xml::Xml;

/// How lines of text stand to their `x`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// They begin there.
    Start,
    /// They are centred on it.
    Middle,
}

/// Lines of text as one element, the top of the first at `at`; gives back how high they are.
pub fn text(xml: &mut Xml, at: Point, lines: &[String], kind: Type, colour: &str, anchor: Anchor) -> f64 {
    if lines.is_empty() {
        return 0.0;
    }
    let size = n(kind.size);
    let spacing = n(kind.spacing);
    let mut attributes = vec![("font-size", size.as_str()), ("fill", colour)];
    if kind.bold {
        attributes.push(("font-weight", "700"));
    }
    if kind.spacing > 0.0 {
        attributes.push(("letter-spacing", &spacing));
    }
    if anchor == Anchor::Middle {
        attributes.push(("text-anchor", "middle"));
    }
    let x = n(at.x);
    if let [line] = lines {
        let y = n(baseline(at.y, kind));
        attributes.extend([("x", x.as_str()), ("y", y.as_str())]);
        xml.text("text", &attributes, line);
        return kind.line();
    }
    xml.open("text", &attributes);
    let mut y = at.y;
    for line in lines {
        xml.text("tspan", &[("x", &x), ("y", &n(baseline(y, kind)))], line);
        y += kind.line();
    }
    xml.close();
    y - at.y
}

/// Where letters stand in a line whose top is `top`: Arimo reaches 0.905 up and 0.212 down.
fn baseline(top: f64, kind: Type) -> f64 {
    top + (kind.line() - kind.size * 1.117) / 2.0 + kind.size * 0.905
}

/// A symbol of the theme, `size` wide, with its middle at `at`.
pub fn symbol(xml: &mut Xml, strokes: &str, at: Point, size: f64, colour: &str) {
    // A person has more strokes than room, so they are thinner.
    let weight = if strokes == theme::NO_CONTROLLER { "1.3" } else { "1.8" };
    let scale = size / 10.0;
    let place = format!("translate({} {}) scale({})", n(at.x - size / 2.0), n(at.y - size / 2.0), n(scale));
    xml.leaf(
        "path",
        &[
            ("d", strokes),
            ("transform", &place),
            ("fill", "none"),
            ("stroke", colour),
            ("stroke-width", weight),
            ("stroke-linecap", "round"),
            ("stroke-linejoin", "round"),
        ],
    );
}

/// A filled disc with the symbol of `state` in white.
pub fn disc(xml: &mut Xml, state: impl Into<LinkState>, at: Point, radius: f64) {
    let look = look(state);
    xml.leaf("circle", &[("cx", &n(at.x)), ("cy", &n(at.y)), ("r", &n(radius)), ("fill", look.colour)]);
    symbol(xml, look.symbol, at, radius * 1.16, PAPER);
}

/// A white pill with number, count and symbols, its middle at `at`.
pub fn chip(xml: &mut Xml, chip: &Chip, state: LinkState, at: Point) {
    let look = look(state);
    let pill = Rect::around(at, chip.w, CHIP_HEIGHT);
    xml.leaf(
        "rect",
        &[
            ("x", &n(pill.x)),
            ("y", &n(pill.y)),
            ("width", &n(pill.w)),
            ("height", &n(pill.h)),
            ("rx", &n(CHIP_HEIGHT / 2.0)),
            ("fill", PAPER),
            ("stroke", look.colour),
            ("stroke-width", "0.8"),
        ],
    );
    let mut x = pill.x + CHIP_PAD;
    let top = at.y - theme::CHIP.line() / 2.0;
    for (words, kind) in [(&chip.number, theme::CHIP), (&chip.count, theme::CHIP_COUNT)] {
        if !words.is_empty() {
            text(xml, Point { x, y: top }, std::slice::from_ref(words), kind, look.colour, Anchor::Start);
            x += width(words, kind) + CHIP_GAP;
        }
    }
    symbol(xml, look.symbol, Point { x: x + SYMBOL / 2.0, y: at.y }, SYMBOL, look.colour);
    if chip.no_controller {
        let x = x + SYMBOL + CHIP_GAP + PERSON / 2.0;
        symbol(xml, theme::NO_CONTROLLER, Point { x, y: at.y }, PERSON, theme::ALARM);
    }
}

/// How much heavier an arrow is that stands for several links.
const MERGED: f64 = 1.35;

/// A line with its head, as the state and the number of merged links want it.
pub fn arrow(xml: &mut Xml, course: &Course, state: LinkState, merged: bool, weight: Weight, offset: Point) {
    let (look, heavier) = match weight {
        Weight::Normal => (look(state), if merged { MERGED } else { 1.0 }),
        Weight::Strong => (look(state), theme::STRONG),
        Weight::Faded => (&theme::FADED, 1.0),
    };
    let bezier = moved(&course.bezier, offset);
    let tip = Point { x: course.tip.x + offset.x, y: course.tip.y + offset.y };
    line(xml, &curve(&bezier), look, heavier);
    head(xml, &bezier, tip, look, heavier);
}

/// The line of an arrow, as a path.
#[must_use]
pub fn course(course: &Course, offset: Point) -> String {
    curve(&moved(&course.bezier, offset))
}

fn moved(points: &[Point], offset: Point) -> Vec<Point> {
    points.iter().map(|p| Point { x: p.x + offset.x, y: p.y + offset.y }).collect()
}

/// A line in the colour and pattern of `look`.
pub fn line(xml: &mut Xml, d: &str, look: &Look, heavier: f64) {
    let stroke = n(look.width * heavier);
    let mut attributes =
        vec![("d", d), ("fill", "none"), ("stroke", look.colour), ("stroke-width", stroke.as_str())];
    let dashes = dashes(look.dashes, heavier);
    if !look.dashes.is_empty() {
        attributes.push(("stroke-dasharray", &dashes));
        // A dash of no length is a dot by virtue of its round ends.
        if look.dashes.contains("0.1") {
            attributes.push(("stroke-linecap", "round"));
        }
    }
    xml.leaf("path", &attributes);
}

/// Dashes and gaps for a line so much heavier: where it is much, they are longer, or the gaps would close.
fn dashes(dashes: &'static str, heavier: f64) -> Cow<'static, str> {
    if heavier <= MERGED {
        return Cow::Borrowed(dashes);
    }
    let longer = dashes.split(' ').filter_map(|part| part.parse::<f64>().ok()).map(|part| match part {
        dot if dot < 1.0 => n(dot),
        part => n(part * heavier),
    });
    Cow::Owned(longer.collect::<Vec<_>>().join(" "))
}

fn curve(points: &[Point]) -> String {
    let mut d = String::new();
    for (i, p) in points.iter().enumerate() {
        d.push_str(match i {
            0 => "M",
            1 => "C",
            _ => " ",
        });
        d.push_str(&n(p.x));
        d.push(' ');
        d.push_str(&n(p.y));
    }
    d
}

/// The arrowhead: from the end of the line to the tip, never shorter than can be seen.
pub fn head(xml: &mut Xml, bezier: &[Point], tip: Point, look: &Look, heavier: f64) {
    let towards = arrival(bezier, tip);
    let (long, half) = (8.5, 2.6 + look.width * heavier * 0.45);
    let foot = Point { x: tip.x - towards.x * long, y: tip.y - towards.y * long };
    let side = Point { x: -towards.y * half, y: towards.x * half };
    let d = format!(
        "M{} {}L{} {}L{} {}Z",
        n(tip.x),
        n(tip.y),
        n(foot.x + side.x),
        n(foot.y + side.y),
        n(foot.x - side.x),
        n(foot.y - side.y),
    );
    xml.leaf("path", &[("d", &d), ("fill", look.colour)]);
}

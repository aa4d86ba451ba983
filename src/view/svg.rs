//! The finished picture: heading, diagram, legend and key on one sheet, as SVG that can be read aloud.
//!
//! Same drawing, same bytes: nothing here asks for time, machine or hash order.

use super::diagram::{self, chip_places};
use super::drawing::Drawing;
use super::geometry::{Point, Rect};
use super::heading::Heading;
use super::key::{COLUMN, GUTTER, Key, Keys};
use super::layout::Layout;
use super::legend::Legend;
use super::live::Hooks;
use super::plain::{number as n, plain};
use super::theme::{FONTS, PAPER, words};
use super::xml::Xml;

/// White around everything.
const MARGIN: f64 = 20.0;
/// White between heading, diagram, legend and key.
const GAP: f64 = 14.0;
/// A small diagram still gets a sheet on which heading and key can be read.
const NARROWEST: f64 = 560.0;
/// White between the diagram and a key beside it.
const BESIDE: f64 = 30.0;
/// A3, lying.
const PAPER_SIZE: (f64, f64) = (1190.55, 841.89);

/// The picture of `drawing` as placed by `layout`, with one of its `keys`.
#[must_use]
pub fn svg(drawing: &Drawing, layout: &Layout, keys: Keys<'_>) -> String {
    // Of a large picture both take long, and neither waits for the other.
    let (drawn, places) = rayon::join(
        || best_sheet(drawing, layout, keys).map(|sheet| sheet.draw(drawing, layout)),
        || chip_places(drawing, layout),
    );
    let Some(Drawn { mut before, at, after }) = drawn else { return String::new() };
    diagram::draw_chips(&mut before, drawing, layout, &places, at, None);
    before.append(after);
    before.finish() + "\n"
}

/// The diagram and its legend alone, for where heading and key stand beside it in other words.
#[must_use]
pub fn figure(drawing: &Drawing, layout: &Layout) -> String {
    figure_with(drawing, layout, &chip_places(drawing, layout), None)
}

/// The same for the live page, where each card and chip leads somewhere. It is written anew each time that someone looks;
/// looking for the `places` of chips takes long, and is done once.
#[must_use]
pub fn live(drawing: &Drawing, layout: &Layout, places: &[Rect], hooks: &Hooks) -> String {
    figure_with(drawing, layout, places, Some(hooks))
}

fn figure_with(drawing: &Drawing, layout: &Layout, places: &[Rect], hooks: Option<&Hooks>) -> String {
    let width = layout.width.max(NARROWEST);
    let legend = Legend::of(drawing, &layout.cards, width);
    let height = stack(&[layout.height, legend.height]);
    let mut xml = Xml::new();
    // An image hides from a screen reader that there is something in it to follow.
    let role = if hooks.is_some() { "group" } else { "img" };
    open(&mut xml, drawing, (width + 2.0 * MARGIN, height + 2.0 * MARGIN), role);
    let indent = (width - layout.width) / 2.0;
    let at = Point { x: MARGIN + indent, y: MARGIN };
    diagram::draw(&mut xml, drawing, layout, at, hooks);
    diagram::draw_chips(&mut xml, drawing, layout, places, at, hooks);
    legend.draw(&mut xml, Point { x: MARGIN, y: below(MARGIN, layout.height) });
    xml.finish() + "\n"
}

/// A way to arrange everything.
struct Sheet {
    width: f64,
    height: f64,
    heading: Heading,
    legend: Legend,
    key: Key,
    /// Width of the part with diagram and legend.
    left: f64,
    /// Whether the key stands beside the diagram, and not below.
    beside: bool,
}

/// A sheet on which only the chips are missing.
struct Drawn {
    /// What comes before them, in which the root is still open.
    before: Xml,
    /// Where the diagram stands.
    at: Point,
    /// What comes after them.
    after: Xml,
}

/// The arrangement that can be largest on paper.
fn best_sheet(drawing: &Drawing, layout: &Layout, keys: Keys<'_>) -> Option<Sheet> {
    let all = sheets(drawing, layout, keys).into_iter();
    all.reduce(|best, sheet| if sheet.scale() > best.scale() { sheet } else { best })
}

/// All ways to arrange everything: with the key below, as wide as the diagram or wider; or beside.
fn sheets(drawing: &Drawing, layout: &Layout, mut keys: Keys<'_>) -> Vec<Sheet> {
    let left = layout.width.max(NARROWEST);
    let mut sheet =
        |left, beside: Option<f64>| Sheet::of(drawing, layout, left, keys.on(beside.unwrap_or(left)), beside);
    let mut all = vec![sheet(left, None)];
    let mut columns = COLUMN;
    for _ in 0..6 {
        if columns > left {
            all.push(sheet(columns, None));
        }
        all.push(sheet(left, Some(columns)));
        columns += COLUMN + GUTTER;
    }
    all
}

impl Sheet {
    fn of(drawing: &Drawing, layout: &Layout, left: f64, key: Key, beside: Option<f64>) -> Self {
        let width = left + beside.map_or(0.0, |key| key + BESIDE);
        let heading = Heading::of(drawing, layout.how.note(), width);
        let legend = Legend::of(drawing, &layout.cards, left);
        let picture = stack(&[layout.height, legend.height]);
        let body = if beside.is_some() { picture.max(key.height) } else { stack(&[picture, key.height]) };
        let height = stack(&[heading.height, body]);
        Self { width, height, heading, legend, key, left, beside: beside.is_some() }
    }

    /// How large it can be on the paper that pictures are meant for.
    fn scale(&self) -> f64 {
        let (width, height) = (self.width + 2.0 * MARGIN, self.height + 2.0 * MARGIN);
        (PAPER_SIZE.0 / width).min(PAPER_SIZE.1 / height)
    }

    fn draw(&self, drawing: &Drawing, layout: &Layout) -> Drawn {
        let (mut before, mut after) = (Xml::new(), Xml::new());
        open(&mut before, drawing, (self.width + 2.0 * MARGIN, self.height + 2.0 * MARGIN), "img");
        let top = Point { x: MARGIN, y: MARGIN };
        self.heading.draw(&mut before, top);
        let body = Point { y: below(top.y, self.heading.height), ..top };
        let indent = (self.left - layout.width) / 2.0;
        let at = Point { x: body.x + indent, ..body };
        diagram::draw(&mut before, drawing, layout, at, None);
        let legend = Point { y: below(body.y, layout.height), ..body };
        self.legend.draw(&mut after, legend);
        let key = if self.beside {
            Point { x: body.x + self.left + BESIDE, ..body }
        } else {
            Point { y: below(legend.y, self.legend.height), ..body }
        };
        self.key.draw(&mut after, drawing, &layout.chips, key);
        Drawn { before, at, after }
    }
}

/// Where the next part begins under one that begins at `y`; a part of no height leaves no gap.
fn below(y: f64, height: f64) -> f64 {
    if height > 0.0 { y + height + GAP } else { y }
}

/// How high parts under one another are.
fn stack(parts: &[f64]) -> f64 {
    let parts = || parts.iter().filter(|height| **height > 0.0);
    parts().sum::<f64>() + parts().skip(1).map(|_| GAP).sum::<f64>()
}

/// The root with its name and description, which come first so that they are read first, and the sheet.
fn open(xml: &mut Xml, drawing: &Drawing, (width, height): (f64, f64), role: &str) {
    let title = called(drawing);
    let (own_title, own_desc) = ids(drawing);
    xml.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", &format!("{}pt", n(width))),
            ("height", &format!("{}pt", n(height))),
            ("viewBox", &format!("0 0 {} {}", n(width), n(height))),
            ("role", role),
            ("lang", drawing.lang.tag()),
            ("aria-labelledby", &format!("{own_title} {own_desc}")),
            ("font-family", FONTS),
        ],
    );
    xml.line();
    xml.text("title", &[("id", &own_title)], &title);
    xml.line();
    let verdict = plain(&drawing.verdict);
    let description = plain(&drawing.description);
    xml.text("desc", &[("id", &own_desc)], [verdict, description].join(" ").trim());
    xml.line();
    xml.leaf("rect", &[("width", &n(width)), ("height", &n(height)), ("fill", PAPER)]);
    xml.line();
}

/// What the picture is called; never nothing.
pub fn called(drawing: &Drawing) -> String {
    let title = plain(&drawing.title);
    if title.is_empty() { words::UNTITLED.to(drawing.lang).to_owned() } else { title }
}

/// Ids of title and description, with a hash of the title: several pictures may stand on one page.
fn ids(drawing: &Drawing) -> (String, String) {
    let said = drawing.title.bytes().chain([0]).chain(drawing.subtitle.bytes());
    // FNV-1a: short, and the same on every machine.
    let hash = said.fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (format!("title-{hash:08x}"), format!("desc-{hash:08x}"))
}

#[cfg(test)]
#[path = "svg_tests.rs"]
mod tests;

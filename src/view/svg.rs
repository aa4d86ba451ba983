//! The finished picture: heading, diagram, legend and key on one sheet, as SVG that can be read aloud.
//!
//! Same drawing, same bytes: nothing here asks for time, machine or hash order.

use super::diagram;
use super::drawing::Drawing;
use super::geometry::Point;
use super::heading::Heading;
use super::key::Key;
use super::layout::Layout;
use super::legend::Legend;
use super::plain::{number as n, plain};
use super::theme::{FONTS, PAPER, words};
use super::xml::Xml;

/// White around everything.
const MARGIN: f64 = 30.0;
/// White between heading, diagram, legend and key.
const GAP: f64 = 20.0;
/// A small diagram still gets a sheet on which heading and key can be read.
const NARROWEST: f64 = 560.0;

/// The picture of `drawing` as placed by `layout`.
#[must_use]
pub fn svg(drawing: &Drawing, layout: &Layout) -> String {
    let width = layout.width.max(NARROWEST);
    let heading = Heading::of(drawing, layout.how.note(), width);
    let legend = Legend::of(drawing, &layout.cards, width);
    let key = Key::of(drawing, &layout.chips, width);
    let parts = [heading.height, layout.height, legend.height, key.height];
    let gaps: f64 = parts.iter().filter(|height| **height > 0.0).skip(1).map(|_| GAP).sum();
    let height = parts.iter().sum::<f64>() + gaps;

    let mut xml = Xml::new();
    open(&mut xml, drawing, width + 2.0 * MARGIN, height + 2.0 * MARGIN);
    let mut at = Point { x: MARGIN, y: MARGIN };
    let mut below = |height: f64| {
        let here = at;
        if height > 0.0 {
            at.y += height + GAP;
        }
        here
    };
    heading.draw(&mut xml, below(heading.height));
    let left = below(layout.height);
    diagram::draw(&mut xml, drawing, layout, Point { x: left.x + (width - layout.width) / 2.0, ..left });
    legend.draw(&mut xml, below(legend.height));
    key.draw(&mut xml, drawing, &layout.chips, below(key.height));
    let mut text = xml.finish();
    text.push('\n');
    text
}

/// The root with its name and description, which come first so that they are read first, and the sheet.
fn open(xml: &mut Xml, drawing: &Drawing, width: f64, height: f64) {
    let title = called(drawing);
    let (own_title, own_desc) = ids(drawing);
    xml.open("svg", &[
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("width", &format!("{}pt", n(width))),
        ("height", &format!("{}pt", n(height))),
        ("viewBox", &format!("0 0 {} {}", n(width), n(height))),
        ("role", "img"),
        ("lang", drawing.lang.tag()),
        ("aria-labelledby", &format!("{own_title} {own_desc}")),
        ("font-family", FONTS),
    ]);
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

//! The diagram itself: rooms, arrows, cards, chips, from the bottom layer to the top.

use super::cards::{CHIP_HEIGHT, Card, PAD_X, lines_height};
use super::drawing::{Arrow, Drawing, Node, Shape};
use super::geometry::{Point, Rect};
use super::layout::Layout;
use super::metrics::width;
use super::pen::{self, Anchor};
use super::place::{self, Want};
use super::plain::{name, number as n, plain};
use super::theme::{HAIRLINE, HEADING, INK, NO_CONTROLLER_MEANING, NOTE, ON_DARK, PAPER, ROOM, SOFT, look};
use super::xml::Xml;
use crate::say;

/// Where the name of a room begins, from its top left.
const ROOM_NAME: Point = Point { x: 12.0, y: 7.0 };

/// Draws the diagram with its top left at `at`.
pub fn draw(xml: &mut Xml, drawing: &Drawing, layout: &Layout, at: Point) {
    let moved = |rect: Rect| Rect { x: rect.x + at.x, y: rect.y + at.y, ..rect };
    for (room, rect) in drawing.rooms.iter().zip(&layout.rooms) {
        if let Some(rect) = rect {
            draw_room(xml, &name(&room.label, drawing.lang), moved(*rect));
        }
    }
    // Calm ones first, so that no alarm is hidden; each as wide apart as it was declared.
    let mut order: Vec<usize> = (0..drawing.arrows.len().min(layout.arrows.len())).collect();
    order.sort_by_key(|i| drawing.arrows[*i].state);
    for &i in &order {
        let arrow = &drawing.arrows[i];
        xml.open("g", &[("class", "arrow"), ("role", "group")]);
        xml.text("title", &[], &arrow_title(drawing, arrow));
        pen::arrow(xml, &layout.arrows[i], arrow.state, arrow.count > 1, at);
        xml.close();
        xml.line();
    }
    // Above the arrows and with a rim, so that an arrow that runs there does not strike the name through.
    for (rect, lines) in layout.rooms.iter().zip(&layout.room_names) {
        if let Some(rect) = rect {
            let name = moved(room_name(*rect, lines));
            xml.open(
                "g",
                &[
                    ("stroke", ROOM),
                    ("stroke-width", "3"),
                    ("stroke-linejoin", "round"),
                    ("paint-order", "stroke"),
                ],
            );
            pen::text(xml, Point { x: name.x, y: name.y }, lines, HEADING, SOFT, Anchor::Start);
            xml.close();
            xml.line();
        }
    }
    for ((node, card), rect) in drawing.nodes.iter().zip(&layout.cards).zip(&layout.nodes) {
        draw_node(xml, drawing, node, card, moved(*rect));
    }
    xml.open("g", &[("class", "chips"), ("aria-hidden", "true")]);
    xml.line();
    for ((arrow, chip), rect) in drawing.arrows.iter().zip(&layout.chips).zip(chip_places(drawing, layout)) {
        pen::chip(xml, chip, arrow.state, moved(rect).centre());
        xml.line();
    }
    xml.close();
    xml.line();
}

/// Where the chips go, off cards, names of rooms, other arrows and one another.
#[must_use]
pub fn chip_places(drawing: &Drawing, layout: &Layout) -> Vec<Rect> {
    let wants =
        drawing.arrows.iter().zip(&layout.arrows).zip(&layout.chips).map(|((arrow, course), chip)| Want {
            size: (chip.w, CHIP_HEIGHT),
            beside: course.label.filter(|_| arrow.from == arrow.to),
        });
    let names = layout
        .rooms
        .iter()
        .zip(&layout.room_names)
        .filter_map(|(rect, lines)| Some(room_name(*rect.as_ref()?, lines)));
    let solid: Vec<Rect> = layout.nodes.iter().copied().chain(names).collect();
    place::place(&layout.paths(), &wants.collect::<Vec<_>>(), &solid)
}

/// The box of the name of a room.
pub fn room_name(room: Rect, lines: &[String]) -> Rect {
    let w = lines.iter().map(|line| width(line, HEADING)).fold(0.0, f64::max);
    Rect { x: room.x + ROOM_NAME.x, y: room.y + ROOM_NAME.y, w, h: lines_height(lines, HEADING) }
}

fn draw_room(xml: &mut Xml, name: &str, rect: Rect) {
    xml.open("g", &[("class", "room"), ("role", "group")]);
    xml.text("title", &[], name);
    card_shape(xml, rect, 10.0, ROOM, None, None);
    xml.close();
    xml.line();
}

/// A rounded box; `dashes` make its border a broken one.
pub fn card_shape(
    xml: &mut Xml,
    rect: Rect,
    round: f64,
    fill: &str,
    border: Option<&str>,
    dashes: Option<&str>,
) {
    let (x, y, w, h, rx) = (n(rect.x), n(rect.y), n(rect.w), n(rect.h), n(round));
    let mut attributes =
        vec![("x", x.as_str()), ("y", &y), ("width", &w), ("height", &h), ("rx", &rx), ("fill", fill)];
    if let Some(border) = border {
        attributes.extend([("stroke", border), ("stroke-width", "1")]);
    }
    if let Some(dashes) = dashes {
        attributes.extend([("stroke-dasharray", dashes), ("stroke-linecap", "round")]);
    }
    xml.leaf("rect", &attributes);
}

/// The box of a node: what it stands for, and whether anything is linked to it, shows in it.
pub fn node_shape(xml: &mut Xml, shape: Shape, orphan: bool, rect: Rect) {
    match (shape, orphan) {
        (Shape::Party, false) => card_shape(xml, rect, 2.0, INK, None, None),
        (Shape::Party, true) => {
            card_shape(xml, rect, 2.0, INK, None, None);
            card_shape(xml, rect.grown(-2.5), 1.0, "none", Some(ON_DARK), Some("0.1 3"));
        }
        (Shape::FadedApplication, _) => card_shape(xml, rect, 7.0, PAPER, Some(SOFT), Some("5 3.5")),
        (_, true) => card_shape(xml, rect, 7.0, PAPER, Some(SOFT), Some("0.1 3")),
        (Shape::Application, false) => card_shape(xml, rect, 7.0, PAPER, Some(HAIRLINE), None),
        (Shape::Domain, false) => card_shape(xml, rect, 10.0, ROOM, Some(HAIRLINE), None),
    }
}

fn draw_node(xml: &mut Xml, drawing: &Drawing, node: &Node, card: &Card, rect: Rect) {
    xml.open("g", &[("class", "node"), ("role", "group")]);
    let full = [name(&node.label, drawing.lang), plain(&node.note)];
    xml.text("title", &[], full.join(" · ").trim_end_matches(" · "));
    node_shape(xml, node.shape, card.orphan, rect);
    let centred = matches!(node.shape, Shape::Party | Shape::Domain);
    let (x, anchor) =
        if centred { (rect.centre().x, Anchor::Middle) } else { (rect.x + PAD_X, Anchor::Start) };
    let (ink, soft) = if node.shape == Shape::Party { (PAPER, ON_DARK) } else { (INK, SOFT) };
    let high = lines_height(&card.name, card.name_type) + lines_height(&card.note, NOTE);
    let y = rect.centre().y - high / 2.0;
    let below = pen::text(xml, Point { x, y }, &card.name, card.name_type, ink, anchor);
    pen::text(xml, Point { x, y: y + below }, &card.note, NOTE, soft, anchor);
    xml.close();
    xml.line();
}

/// `from → to`, by name.
#[must_use]
pub fn ends(drawing: &Drawing, arrow: &Arrow) -> String {
    let called =
        |node: usize| drawing.nodes.get(node).map(|node| name(&node.label, drawing.lang)).unwrap_or_default();
    format!("{} → {}", called(arrow.from), called(arrow.to))
}

/// An arrow as a sentence: "Koppeling 4: Datadistributie → Schuldhulp, niet beveiligd".
fn arrow_title(drawing: &Drawing, arrow: &Arrow) -> String {
    let (lang, number, count, ends) = (drawing.lang, plain(&arrow.number), arrow.count, ends(drawing, arrow));
    let word = look(arrow.state).word.to(lang);
    let number = if number.is_empty() { number } else { format!(" {number}") };
    let mut title = if count > 1 {
        say!(lang, en: "Arrow{number}, {count} links: {ends}, at worst: {word}", nl: "Pijl{number}, {count} koppelingen: {ends}, in het slechtste geval: {word}")
    } else {
        say!(lang, en: "Link{number}: {ends}, {word}", nl: "Koppeling{number}: {ends}, {word}")
    };
    if arrow.no_controller {
        title = format!("{title}, {}", NO_CONTROLLER_MEANING.to(lang));
    }
    title
}

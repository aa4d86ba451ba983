//! The diagram itself: rooms, arrows, cards, chips, from the bottom layer to the top.

use super::cards::{CHIP_HEIGHT, Card, PAD_X, lines_height};
use super::drawing::{Arrow, Drawing, Node, Shape, Weight};
use super::geometry::{Path, Point, Rect};
use super::grid::Grid;
use super::layout::Layout;
use super::live::{self, Hooks};
use super::metrics::width;
use super::pen::{self, Anchor};
use super::place::{self, Want};
use super::plain::{name, number as n, plain};
use super::theme::{
    ALARM, FADED, FAINT, HAIRLINE, HEADING, INK, NO_CONTROLLER_MEANING, NOTE, ON_DARK, PAPER, ROOM, SOFT,
    Type, look,
};
use super::xml::Xml;
use crate::say;

/// Where the name of a room begins, from its top left.
pub const ROOM_NAME: Point = Point { x: 12.0, y: 7.0 };

/// Draws the diagram with its top left at `at`, but for its [chips](draw_chips), which come above it. `hooks`: what a page
/// follows when something in it is chosen.
pub fn draw(xml: &mut Xml, drawing: &Drawing, layout: &Layout, at: Point, hooks: Option<&Hooks>) {
    let moved = |rect| moved(rect, at);
    for (room, rect) in drawing.rooms.iter().zip(&layout.rooms) {
        if let Some(rect) = rect {
            draw_room(xml, &name(&room.label, drawing.lang), moved(*rect));
        }
    }
    // Faded and calm ones first, so that no alarm is hidden; each as wide apart as it was declared.
    let mut order: Vec<usize> = (0..drawing.arrows.len().min(layout.arrows.len())).collect();
    order.sort_by_key(|i| (drawing.arrow_weight(*i) != Weight::Faded, drawing.arrows[*i].state));
    for &i in &order {
        let arrow = &drawing.arrows[i];
        let hook = hooks.map(|hooks| &hooks.arrows[i]);
        live::open_arrow(xml, hook);
        xml.text("title", &[], &arrow_title(drawing, i));
        let weight = drawing.arrow_weight(i);
        pen::arrow(xml, &layout.arrows[i], arrow.state, arrow.count > 1, weight, at);
        if let Some(hook) = hook {
            live::line(xml, &pen::course(&layout.arrows[i], at), hook);
        }
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
    for (i, (card, rect)) in layout.cards.iter().zip(&layout.nodes).enumerate() {
        live::open_node(xml, &node_title(drawing, i), hooks.map(|hooks| &hooks.nodes[i]));
        draw_node(xml, drawing, i, card, moved(*rect));
        xml.close();
        xml.line();
    }
}

/// Draws the chips at their `places` in the diagram.
pub fn draw_chips(
    xml: &mut Xml,
    drawing: &Drawing,
    layout: &Layout,
    places: &[Rect],
    at: Point,
    hooks: Option<&Hooks>,
) {
    live::open_chips(xml, hooks.is_some());
    xml.line();
    for (i, arrow) in drawing.told() {
        let hook = hooks.map(|hooks| &hooks.arrows[i]);
        if let Some(hook) = hook {
            live::open_chip(xml, &arrow_title(drawing, i), hook);
        }
        pen::chip(xml, &layout.chips[i], arrow.state, moved(places[i], at).centre());
        if hook.is_some() {
            xml.close();
        }
        xml.line();
    }
    xml.close();
    xml.line();
}

/// A box of a diagram that has its top left at `at`.
fn moved(rect: Rect, at: Point) -> Rect {
    Rect { x: rect.x + at.x, y: rect.y + at.y, ..rect }
}

/// Where the chips go, off cards, names of rooms, other arrows and one another.
#[must_use]
pub fn chip_places(drawing: &Drawing, layout: &Layout) -> Vec<Rect> {
    let paths = layout.paths();
    chip_places_among(drawing, layout, &paths, &Grid::of(&paths))
}

/// The same for who has the paths of the arrows already, and what runs where.
#[must_use]
pub fn chip_places_among(drawing: &Drawing, layout: &Layout, paths: &[Path], grid: &Grid) -> Vec<Rect> {
    let wants =
        drawing.arrows.iter().zip(&layout.arrows).zip(&layout.chips).map(|((arrow, course), chip)| Want {
            size: (chip.w, if chip.w > 0.0 { CHIP_HEIGHT } else { 0.0 }),
            beside: course.label.filter(|_| arrow.from == arrow.to),
        });
    let names = layout
        .rooms
        .iter()
        .zip(&layout.room_names)
        .filter_map(|(rect, lines)| Some(room_name(*rect.as_ref()?, lines)));
    let solid: Vec<Rect> = layout.nodes.iter().copied().chain(names).collect();
    place::place(paths, grid, &wants.collect::<Vec<_>>(), &solid)
}

/// The box of the name of a room.
pub fn room_name(room: Rect, lines: &[String]) -> Rect {
    let w = lines.iter().map(|line| width(line, HEADING)).fold(0.0, f64::max);
    Rect { x: room.x + ROOM_NAME.x, y: room.y + ROOM_NAME.y, w, h: lines_height(lines, HEADING) }
}

fn draw_room(xml: &mut Xml, name: &str, rect: Rect) {
    xml.open("g", &[("class", "room"), ("role", "group")]);
    xml.text("title", &[], name);
    card_shape(xml, rect, 10.0, ROOM, Border::NONE);
    xml.close();
    xml.line();
}

/// A rounded box.
fn card_shape(xml: &mut Xml, rect: Rect, round: f64, fill: &str, border: Border) {
    let (x, y, w, h, rx) = (n(rect.x), n(rect.y), n(rect.w), n(rect.h), n(round));
    let mut attributes =
        vec![("x", x.as_str()), ("y", &y), ("width", &w), ("height", &h), ("rx", &rx), ("fill", fill)];
    let width = n(border.width);
    if let Some(colour) = border.colour {
        attributes.extend([("stroke", colour), ("stroke-width", &width)]);
    }
    if !border.dashes.is_empty() {
        attributes.extend([("stroke-dasharray", border.dashes), ("stroke-linecap", "round")]);
    }
    xml.leaf("rect", &attributes);
}

/// The border of a box.
#[derive(Clone, Copy)]
struct Border {
    /// None: it has no border.
    colour: Option<&'static str>,
    width: f64,
    /// Dashes and gaps; empty is an unbroken line.
    dashes: &'static str,
}

impl Border {
    const NONE: Self = Self { colour: None, width: 0.0, dashes: "" };

    const fn line(colour: &'static str) -> Self {
        Self { colour: Some(colour), width: 1.0, dashes: "" }
    }

    const fn dashed(self, dashes: &'static str) -> Self {
        Self { dashes, ..self }
    }

    /// As strong as what it is around.
    const fn of(self, weight: Weight) -> Self {
        match weight {
            Weight::Normal => self,
            Weight::Strong => Self { colour: Some(INK), width: 2.6, ..self },
            Weight::Faded => Self { colour: Some(FAINT), width: 0.8, ..self },
        }
    }
}

/// The box of a node: what it stands for, whether anything is linked to it and whether it stands out, shows in it.
pub fn node_shape(xml: &mut Xml, shape: Shape, orphan: bool, weight: Weight, rect: Rect) {
    let (round, fill, border) = match (shape, orphan) {
        (Shape::Party, _) => return party_shape(xml, orphan, weight, rect),
        (Shape::FadedApplication, _) => (7.0, PAPER, Border::line(SOFT).dashed("5 3.5")),
        (_, true) => (7.0, PAPER, Border::line(SOFT).dashed("0.1 3")),
        (Shape::Application, false) => (7.0, PAPER, Border::line(HAIRLINE)),
        (Shape::Domain, false) => (10.0, ROOM, Border::line(HAIRLINE)),
    };
    card_shape(xml, rect, round, fill, border.of(weight));
}

/// The block of a party: dark, with a rim where it stands out; where it is faded only its outline is left.
fn party_shape(xml: &mut Xml, orphan: bool, weight: Weight, rect: Rect) {
    let (fill, dots) = match weight {
        Weight::Faded => (PAPER, FAINT),
        Weight::Normal | Weight::Strong => (INK, ON_DARK),
    };
    match weight {
        Weight::Normal => card_shape(xml, rect, 2.0, fill, Border::NONE),
        Weight::Faded => card_shape(xml, rect, 2.0, fill, Border::line(SOFT).of(weight)),
        Weight::Strong => {
            card_shape(xml, rect.grown(3.5), 4.0, PAPER, Border { width: 1.8, ..Border::line(INK) });
            card_shape(xml, rect, 2.0, fill, Border::NONE);
        }
    }
    if orphan {
        card_shape(xml, rect.grown(-2.5), 1.0, "none", Border::line(dots).dashed("0.1 3"));
    }
}

/// A node in words: its name and what is written under it.
fn node_title(drawing: &Drawing, index: usize) -> String {
    let node = &drawing.nodes[index];
    let full = [name(&node.label, drawing.lang), plain(&node.note)];
    full.join(" · ").trim_end_matches(" · ").to_owned()
}

fn draw_node(xml: &mut Xml, drawing: &Drawing, index: usize, card: &Card, rect: Rect) {
    let (node, weight): (&Node, _) = (&drawing.nodes[index], drawing.node_weight(index));
    if drawing.highlight.as_ref().is_some_and(|highlight| highlight.focus == Some(index)) {
        card_shape(xml, rect.grown(6.0), 12.0, PAPER, Border { width: 3.2, ..Border::line(ALARM) });
    }
    node_shape(xml, node.shape, card.orphan, weight, rect);
    let centred = matches!(node.shape, Shape::Party | Shape::Domain);
    let (x, anchor) =
        if centred { (rect.centre().x, Anchor::Middle) } else { (rect.x + PAD_X, Anchor::Start) };
    let (ink, soft) = match (weight, node.shape) {
        (Weight::Faded, _) => (SOFT, SOFT),
        (_, Shape::Party) => (PAPER, ON_DARK),
        _ => (INK, SOFT),
    };
    let name_type = Type { bold: card.name_type.bold && weight != Weight::Faded, ..card.name_type };
    let high = lines_height(&card.name, name_type) + lines_height(&card.note, NOTE);
    let y = rect.centre().y - high / 2.0;
    let below = pen::text(xml, Point { x, y }, &card.name, name_type, ink, anchor);
    pen::text(xml, Point { x, y: y + below }, &card.note, NOTE, soft, anchor);
}

/// `from → to`, by name.
#[must_use]
pub fn ends(drawing: &Drawing, arrow: &Arrow) -> String {
    let called =
        |node: usize| drawing.nodes.get(node).map(|node| name(&node.label, drawing.lang)).unwrap_or_default();
    format!("{} → {}", called(arrow.from), called(arrow.to))
}

/// An arrow as a sentence: "Koppeling 4: Datadistributie → Schuldhulp, niet beveiligd".
fn arrow_title(drawing: &Drawing, index: usize) -> String {
    let arrow = &drawing.arrows[index];
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
    if drawing.arrow_weight(index) == Weight::Faded {
        title = format!("{title} ({})", FADED.word.to(lang));
    }
    title
}

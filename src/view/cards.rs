//! What is written on each node and each chip, on which lines, and how large that makes it.

use super::drawing::{Arrow, Direction, Drawing, Node, Shape, Weight};
use super::metrics::{width, wrap};
use super::plain::{name, plain};
use super::theme::{self, Type, words};

/// Space between the border of a card and its text, left and right.
pub const PAD_X: f64 = 9.0;
/// The same, above and below.
pub const PAD_Y: f64 = 5.5;
/// The height of every chip.
pub const CHIP_HEIGHT: f64 = 16.5;
/// Space within a chip, at its ends and between its parts.
pub const CHIP_PAD: f64 = 5.0;
/// The width of the sign for a missing controller.
pub const PERSON: f64 = 11.0;
/// The width of a symbol on a chip.
pub const SYMBOL: f64 = 8.5;

/// Text on a card is this wide at most: some 22 characters of a name.
const WIDEST: f64 = 146.0;
/// No card is narrower than this.
const NARROWEST: f64 = 64.0;

/// A node with its text on lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The name, on at most three lines.
    pub name: Vec<String>,
    /// The lines under it: note, room where rooms can't be drawn, and that there is no link.
    pub note: Vec<String>,
    /// The type of the name.
    pub name_type: Type,
    /// Nothing points to it or leaves it.
    pub orphan: bool,
    /// Its width in points.
    pub w: f64,
    /// Its height in points.
    pub h: f64,
}

/// The card of each node. With `tell_rooms` its room is named on it, for a layout without rooms.
/// Cards of applications are all equally wide, and so are blocks of parties: that is calmer.
#[must_use]
pub fn cards(drawing: &Drawing, tell_rooms: bool) -> Vec<Card> {
    let mut linked = vec![false; drawing.nodes.len()];
    for end in drawing.arrows.iter().flat_map(|arrow| [arrow.from, arrow.to]) {
        if let Some(linked) = linked.get_mut(end) {
            *linked = true;
        }
    }
    let mut cards: Vec<Card> = drawing
        .nodes
        .iter()
        .zip(linked)
        .map(|(node, linked)| card(drawing, node, linked, tell_rooms))
        .collect();
    for kind in [is_card, is_party, is_domain] {
        let both = || drawing.nodes.iter().enumerate().filter(|(_, node)| kind(node.shape)).map(|(i, _)| i);
        let widest = both().map(|i| cards[i].w).fold(0.0, f64::max);
        for i in both() {
            cards[i].w = widest;
        }
    }
    cards
}

fn is_card(shape: Shape) -> bool {
    matches!(shape, Shape::Application | Shape::FadedApplication)
}

fn is_party(shape: Shape) -> bool {
    shape == Shape::Party
}

fn is_domain(shape: Shape) -> bool {
    shape == Shape::Domain
}

fn card(drawing: &Drawing, node: &Node, linked: bool, tell_rooms: bool) -> Card {
    let big = node.shape == Shape::Domain;
    let name_type = if big { theme::DOMAIN } else { theme::NAME };
    let label = wrap(&name(&node.label, drawing.lang), name_type, WIDEST, 3);
    let mut small = wrap(&plain(&node.note), theme::NOTE, WIDEST, 2);
    if let Some(room) = node.room.filter(|_| tell_rooms).and_then(|room| drawing.rooms.get(room)) {
        small.extend(wrap(&plain(&room.label), theme::NOTE, WIDEST, 1));
    }
    if !linked {
        small.push(words::ORPHAN.to(drawing.lang).to_owned());
    }
    let widest = |lines: &[String], style| lines.iter().map(|line| width(line, style)).fold(0.0, f64::max);
    let text = widest(&label, name_type).max(widest(&small, theme::NOTE));
    let (pad_x, pad_y) = if big { (PAD_X + 5.0, PAD_Y + 5.0) } else { (PAD_X, PAD_Y) };
    Card {
        w: (text + 2.0 * pad_x).max(NARROWEST).ceil(),
        h: (lines_height(&label, name_type) + lines_height(&small, theme::NOTE) + 2.0 * pad_y).ceil(),
        name: label,
        note: small,
        name_type,
        orphan: !linked,
    }
}

/// The name of each room in small capitals, on lines that fit it: a room that stands upright is as wide as
/// one card, and Graphviz does not widen it for its name.
#[must_use]
pub fn room_names(drawing: &Drawing, cards: &[Card]) -> Vec<Vec<String>> {
    let widest = |room: usize| {
        let members = drawing.nodes.iter().zip(cards).filter(|(node, _)| node.room == Some(room));
        members.map(|(_, card)| card.w).fold(NARROWEST, f64::max)
    };
    let lines = |(i, room): (usize, &super::drawing::Room)| {
        let name = name(&room.label, drawing.lang).to_uppercase();
        match drawing.direction {
            Direction::Right => wrap(&name, theme::HEADING, widest(i), 3),
            Direction::Down => wrap(&name, theme::HEADING, ROOM_NAME_WIDEST, 2),
        }
    };
    drawing.rooms.iter().enumerate().map(lines).collect()
}

/// Those names once it is known how wide the rooms became: a word needn't be broken where there is space for it.
#[must_use]
pub fn unbroken(drawing: &Drawing, names: Vec<Vec<String>>, spaces: &[Option<f64>]) -> Vec<Vec<String>> {
    let again = |((room, lines), space): ((&super::drawing::Room, Vec<String>), &Option<f64>)| {
        let name = name(&room.label, drawing.lang).to_uppercase();
        let is_broken = lines.join(" ") != name;
        space.filter(|_| is_broken).map_or(lines, |space| wrap(&name, theme::HEADING, space, 3))
    };
    drawing.rooms.iter().zip(names).zip(spaces).map(again).collect()
}

/// Names of rooms that can be widened go on a new line here.
const ROOM_NAME_WIDEST: f64 = 260.0;

/// How high lines of text are together.
#[must_use]
pub fn lines_height(lines: &[String], style: Type) -> f64 {
    lines.iter().map(|_| style.line()).sum()
}

/// What a chip says besides its symbols, and how wide that makes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// The number of its row in the key; may be empty.
    pub number: String,
    /// `12×` where it stands for more than one link, else empty.
    pub count: String,
    /// Whether it has the sign for a missing controller.
    pub no_controller: bool,
    /// Its width in points.
    pub w: f64,
}

impl Chip {
    /// The chip of an arrow that is faded: there is none.
    fn none() -> Self {
        Self { number: String::new(), count: String::new(), no_controller: false, w: 0.0 }
    }

    /// The same chip without the sign for a missing controller.
    #[must_use]
    pub fn without_sign(&self) -> Self {
        let sign = if self.no_controller { CHIP_GAP + PERSON } else { 0.0 };
        Self { no_controller: false, w: self.w - sign, ..self.clone() }
    }
}

/// The chip of each arrow.
#[must_use]
pub fn chips(drawing: &Drawing) -> Vec<Chip> {
    let chip = |(index, arrow): (usize, &Arrow)| match drawing.arrow_weight(index) {
        Weight::Faded => Chip::none(),
        Weight::Normal | Weight::Strong => chip(arrow),
    };
    drawing.arrows.iter().enumerate().map(chip).collect()
}

fn chip(arrow: &Arrow) -> Chip {
    let number = super::metrics::ellipsis(&plain(&arrow.number), theme::CHIP, 40.0);
    let count = if arrow.count > 1 { format!("{}×", arrow.count) } else { String::new() };
    let mut parts = vec![SYMBOL];
    if !number.is_empty() {
        parts.push(width(&number, theme::CHIP));
    }
    if !count.is_empty() {
        parts.push(width(&count, theme::CHIP_COUNT));
    }
    if arrow.no_controller {
        parts.push(PERSON);
    }
    let gaps: f64 = parts.iter().skip(1).map(|_| CHIP_GAP).sum();
    let w = parts.iter().sum::<f64>() + gaps + 2.0 * CHIP_PAD;
    Chip { number, count, no_controller: arrow.no_controller, w }
}

/// Space between the parts of a chip.
pub const CHIP_GAP: f64 = 3.0;

#[cfg(test)]
mod tests {
    use super::super::{malice, samples};
    use super::*;

    #[test]
    fn text_fits_its_card() {
        let drawing = malice::hostile();
        for card in cards(&drawing, false) {
            for line in &card.name {
                assert!(width(line, card.name_type) + 2.0 * PAD_X <= card.w + 0.01, "{line}");
            }
            assert!(card.h < 120.0, "a huge name must not make a huge card: {}", card.h);
        }
    }

    #[test]
    fn a_node_without_arrows_says_so() {
        let drawing = samples::social_domain();
        let cards = cards(&drawing, false);
        let mail = drawing.nodes.iter().position(|node| node.label == "E-mail").unwrap();
        assert!(cards[mail].orphan);
        assert_eq!(cards[mail].note, ["Exchange", "geen koppeling"]);
        assert_eq!(cards.iter().filter(|card| card.orphan).count(), 1);
    }

    #[test]
    fn a_merged_arrow_tells_how_many() {
        let drawing = samples::overview();
        let merged = drawing.arrows.iter().find(|arrow| arrow.count == 12).unwrap();
        assert_eq!(chip(merged).count, "12×");
    }
}

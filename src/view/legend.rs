//! The legend: only what occurs in the drawing, each line drawn as it is drawn there.

use super::cards::Card;
use super::diagram::node_shape;
use super::drawing::{Drawing, Highlight, LinkState, Shape, Weight};
use super::geometry::{Point, Rect};
use super::metrics::{ellipsis, width};
use super::pen::{self, Anchor};
use super::plain::{number as n, plain};
use super::theme::{
    ALARM, FADED, HEADING, INK, KEY_TEXT, Look, NO_CONTROLLER, NO_CONTROLLER_MEANING, SOFT, STATES, STRONG,
    look, words,
};
use super::xml::Xml;
use crate::text::Text;

/// What an entry explains.
#[derive(Clone, Copy)]
enum Sign {
    State(LinkState),
    NoController,
    Node(Shape, bool, Weight),
    /// What stands out: a heavy line between two heavy cards.
    Highlight,
    /// What doesn't.
    FadedLink,
    FadedNode,
}

impl Sign {
    const fn width(self) -> f64 {
        match self {
            Self::State(_) => 56.0,
            Self::NoController => 12.0,
            Self::Node(..) | Self::FadedNode => 26.0,
            Self::Highlight => 72.0,
            Self::FadedLink => 37.0,
        }
    }
}

/// An entry and its place.
struct Entry {
    sign: Sign,
    words: String,
    at: Point,
}

/// The legend, with its entries placed.
pub struct Legend {
    /// Its height in points; none for a drawing of nothing.
    pub height: f64,
    entries: Vec<Entry>,
    heading: &'static str,
}

/// From one line of entries to the next, and from one entry to the next.
const ROW: f64 = 19.0;
const GAP: f64 = 17.0;
/// Between a sign and its words.
const SIGN_GAP: f64 = 6.0;

impl Legend {
    /// The legend of `drawing`, on a sheet of `room` points.
    #[must_use]
    pub fn of(drawing: &Drawing, cards: &[Card], room: f64) -> Self {
        Self::below(HEADING.line() + 5.0, drawing, cards, room)
    }

    /// The same without its heading, which only screen readers get.
    #[must_use]
    pub fn without_heading(drawing: &Drawing, cards: &[Card], room: f64) -> Self {
        Self::below(0.0, drawing, cards, room)
    }

    /// The legend with its entries below so much room for the heading.
    fn below(heading: f64, drawing: &Drawing, cards: &[Card], room: f64) -> Self {
        let mut at = Point { x: 0.0, y: heading };
        let mut entries = Vec::new();
        let highlight = drawing.highlight.iter().flat_map(|it| highlight(drawing, it)).collect();
        for group in [highlight, links(drawing), nodes(drawing, cards)] {
            for (sign, words) in group {
                let words = ellipsis(&words, KEY_TEXT, room - sign.width() - SIGN_GAP);
                let wide = sign.width() + SIGN_GAP + width(&words, KEY_TEXT);
                if at.x > 0.0 && at.x + wide > room {
                    at = Point { x: 0.0, y: at.y + ROW };
                }
                entries.push(Entry { sign, words, at });
                at.x += wide + GAP;
            }
        }
        let height = if entries.is_empty() { 0.0 } else { at.y + ROW };
        Self { height, entries, heading: words::LEGEND.to(drawing.lang) }
    }

    /// Draws it with its top left at `at`.
    pub fn draw(&self, xml: &mut Xml, at: Point) {
        if self.entries.is_empty() {
            return;
        }
        xml.open("g", &[("class", "legend"), ("role", "group"), ("aria-label", self.heading)]);
        xml.line();
        if self.entries.first().is_some_and(|entry| entry.at.y > 0.0) {
            pen::text(xml, at, &[self.heading.to_uppercase()], HEADING, SOFT, Anchor::Start);
            xml.line();
        }
        for entry in &self.entries {
            let top = Point { x: at.x + entry.at.x, y: at.y + entry.at.y };
            draw_sign(xml, entry.sign, Point { x: top.x, y: top.y + ROW / 2.0 });
            let x = top.x + entry.sign.width() + SIGN_GAP;
            let y = top.y + (ROW - KEY_TEXT.line()) / 2.0;
            pen::text(xml, Point { x, y }, std::slice::from_ref(&entry.words), KEY_TEXT, SOFT, Anchor::Start);
            xml.line();
        }
        xml.close();
        xml.line();
    }
}

/// What stands out, and beside it the rest.
fn highlight(drawing: &Drawing, highlight: &Highlight) -> Vec<(Sign, String)> {
    let mut all = vec![(Sign::Highlight, plain(&highlight.meaning))];
    if highlight.arrows.len() < drawing.arrows.len() {
        all.push((Sign::FadedLink, FADED.meaning.to(drawing.lang).to_owned()));
    }
    if highlight.nodes.len() < drawing.nodes.len() {
        all.push((Sign::FadedNode, words::REST.to(drawing.lang).to_owned()));
    }
    all
}

fn links(drawing: &Drawing) -> Vec<(Sign, String)> {
    let occurs = |state: &LinkState| drawing.told().any(|(_, arrow)| arrow.state == *state);
    let said = |text: Text| text.to(drawing.lang).to_owned();
    let states = STATES.into_iter().filter(occurs);
    let mut all: Vec<_> = states.map(|state| (Sign::State(state), said(look(state).meaning))).collect();
    if drawing.told().any(|(_, arrow)| arrow.no_controller) {
        all.push((Sign::NoController, said(NO_CONTROLLER_MEANING)));
    }
    all
}

fn nodes(drawing: &Drawing, cards: &[Card]) -> Vec<(Sign, String)> {
    let shapes = [
        (Shape::Application, words::APPLICATION),
        (Shape::FadedApplication, words::FADED),
        (Shape::Domain, words::DOMAIN),
        (Shape::Party, words::PARTY),
    ];
    let occurs = |shape: Shape| drawing.nodes.iter().any(|node| node.shape == shape);
    // As it occurs in this picture: where all of them are faded, faded.
    let weight = |shape: Shape| {
        let all = || drawing.nodes.iter().enumerate().filter(|(_, node)| node.shape == shape);
        let faded = all().all(|(index, _)| drawing.node_weight(index) == Weight::Faded);
        if faded { Weight::Faded } else { Weight::Normal }
    };
    let said = |text: Text| text.to(drawing.lang).to_owned();
    let mut all: Vec<(Sign, String)> = shapes
        .into_iter()
        .filter(|(shape, _)| occurs(*shape))
        .map(|(shape, words)| (Sign::Node(shape, false, weight(shape)), said(words)))
        .collect();
    let loose = drawing.nodes.iter().zip(cards).find(|(_, card)| card.orphan);
    if let Some((node, _)) = loose {
        all.push((Sign::Node(node.shape, true, Weight::Normal), said(words::ORPHAN)));
    }
    all
}

/// The line of what stands out, whatever its state.
const HEAVY: Look = Look { colour: INK, width: 1.5, ..FADED };

/// A small box whose left middle is `at`.
const fn box_at(at: Point, w: f64) -> Rect {
    Rect { x: at.x, y: at.y - 6.5, w, h: 13.0 }
}

/// Draws a sign whose left middle is `at`.
fn draw_sign(xml: &mut Xml, sign: Sign, at: Point) {
    let wide = sign.width();
    match sign {
        Sign::State(state) => {
            let (y, look) = (n(at.y), look(state));
            pen::disc(xml, state, Point { x: at.x + 7.0, y: at.y }, 6.5);
            let (from, to) = (Point { x: at.x + 19.0, y: at.y }, Point { x: at.x + wide, y: at.y });
            pen::line(xml, &format!("M{} {y}H{}", n(from.x), n(to.x - 8.0)), look, 1.0);
            pen::head(xml, &[from], to, look, 1.0);
        }
        Sign::NoController => {
            pen::symbol(xml, NO_CONTROLLER, Point { x: at.x + 6.0, y: at.y }, 11.0, ALARM);
        }
        Sign::Node(shape, orphan, weight) => {
            node_shape(xml, shape, orphan, weight, box_at(at, wide));
        }
        Sign::Highlight => {
            let y = n(at.y);
            for x in [at.x + 1.5, at.x + wide - 19.5] {
                node_shape(xml, Shape::Application, false, Weight::Strong, box_at(Point { x, ..at }, 18.0));
            }
            pen::line(xml, &format!("M{} {y}H{}", n(at.x + 21.0), n(at.x + wide - 28.0)), &HEAVY, STRONG);
            pen::head(xml, &[at], Point { x: at.x + wide - 21.5, y: at.y }, &HEAVY, STRONG);
        }
        Sign::FadedLink => {
            let y = n(at.y);
            pen::line(xml, &format!("M{} {y}H{}", n(at.x), n(at.x + wide - 8.0)), &FADED, 1.0);
            pen::head(xml, &[at], Point { x: at.x + wide, y: at.y }, &FADED, 1.0);
        }
        Sign::FadedNode => {
            node_shape(xml, Shape::Application, false, Weight::Faded, box_at(at, wide));
        }
    }
}

//! A drawing as DOT: one graph that both engines lay out and that people can draw themselves.
//!
//! Everything has a fixed size, measured by ourselves, and a plain id (`n0`, `e0`, `cluster_0`).
//! Names only ever come in through [`quote`] and [`html`].

use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Subgraph, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

use super::cards::{Card, Chip};
use super::drawing::{Arrow, Direction, Drawing, Shape};
use super::metrics::width;
use super::plain::{name, number, plain};
use super::theme::{self, look};

/// How the graph is to be laid out: each next attempt gives up some looks for completeness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Rank across rooms, which loses no edges but takes long.
    pub newrank: bool,
    /// Keep the nodes of a room together.
    pub rooms: bool,
    /// Keep room for chips.
    pub chips: bool,
}

/// Our id, such as `n12`: the only text in DOT that is not quoted.
fn plain_id(prefix: &str, index: usize) -> Id {
    Id::Plain(format!("{prefix}{index}"))
}

/// Any text as a quoted value of DOT. The only maker of [`Id::Escaped`].
#[must_use]
pub fn quote(text: &str) -> Id {
    let inner = plain(text).replace('\\', "\\\\").replace('"', "\\\"");
    Id::Escaped(format!("\"{inner}\""))
}

/// Any text as the inside of an HTML-like label.
#[must_use]
pub fn html_escape(text: &str) -> String {
    let mut out = String::new();
    for c in plain(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Lines as an HTML-like label of a fixed size. The only maker of [`Id::Html`].
fn html(lines: &[(&str, Type)], w: f64, h: f64) -> Id {
    let cell = |(text, kind): &(&str, Type)| {
        let text = if text.is_empty() { " ".to_owned() } else { html_escape(text) };
        let text = if kind.bold { format!("<B>{text}</B>") } else { text };
        format!("<FONT POINT-SIZE=\"{}\" COLOR=\"{}\">{text}</FONT>", number(kind.size), kind.colour)
    };
    let text: Vec<String> = lines.iter().map(cell).collect();
    Id::Html(format!(
        "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"{}\" HEIGHT=\"{}\"><TR><TD>{}</TD></TR></TABLE>>",
        number(w.ceil()),
        number(h.ceil()),
        text.join("<BR/>"),
    ))
}

/// Size, weight and colour of a line in a label.
#[derive(Clone, Copy)]
struct Type {
    size: f64,
    bold: bool,
    colour: &'static str,
}

fn set(key: &str, value: Id) -> Attribute {
    Attribute(Id::Plain(key.to_owned()), value)
}

fn points_as_inches(points: f64) -> Id {
    quote(&format!("{:.4}", points / 72.0))
}

/// The graph of `drawing`, whose nodes and chips have the sizes of `cards` and `chips`.
#[must_use]
pub fn graph(drawing: &Drawing, cards: &[Card], chips: &[Chip], plan: Plan) -> Graph {
    let mut stmts = vec![
        Stmt::GAttribute(GraphAttributes::Graph(graph_attributes(drawing, plan))),
        Stmt::GAttribute(GraphAttributes::Node(vec![
            set("shape", quote("box")),
            set("fixedsize", quote("true")),
            set("fontname", quote("Helvetica")),
        ])),
        Stmt::GAttribute(GraphAttributes::Edge(vec![
            set("fontname", quote("Helvetica")),
            set("arrowsize", quote("0.85")),
        ])),
    ];
    let inside = |i: usize| drawing.nodes[i].room.filter(|room| plan.rooms && *room < drawing.rooms.len());
    for room in 0..drawing.rooms.len() {
        let members: Vec<usize> = (0..drawing.nodes.len()).filter(|i| inside(*i) == Some(room)).collect();
        if !members.is_empty() {
            stmts.push(Stmt::Subgraph(cluster(drawing, cards, room, &members)));
        }
    }
    for (i, card) in cards.iter().enumerate().filter(|(i, _)| inside(*i).is_none()) {
        stmts.push(Stmt::Node(node(drawing, i, card)));
    }
    for (i, (arrow, chip)) in drawing.arrows.iter().zip(chips).enumerate() {
        stmts.push(Stmt::Edge(edge(drawing, i, arrow, plan.chips.then_some(chip))));
    }
    Graph::DiGraph { id: Id::Plain("koppelkaart".to_owned()), strict: false, stmts }
}

/// `graph` as text.
#[must_use]
pub fn print(graph: &Graph) -> String {
    let mut text = graph.print(PrinterContext::default().with_semi());
    text.push('\n');
    text
}

fn graph_attributes(drawing: &Drawing, plan: Plan) -> Vec<Attribute> {
    let right = drawing.direction == Direction::Right;
    let mut all = vec![
        set("rankdir", quote(if right { "LR" } else { "TB" })),
        set("nodesep", quote(if right { "0.2" } else { "0.3" })),
        set("ranksep", quote(if right { "0.32" } else { "0.3" })),
        set("fontname", quote("Helvetica")),
        set("labeljust", quote("l")),
        // For sfdp only: without it nodes lie on each other.
        set("overlap", quote("prism")),
        set("tooltip", quote(&drawing.title)),
    ];
    if plan.newrank {
        all.push(set("newrank", quote("true")));
    }
    all
}

/// A room with its nodes. A node without arrows stands beside the one with the fewest: dot puts it in
/// the first rank else, and stretches the room all the way to there.
fn cluster(drawing: &Drawing, cards: &[Card], room: usize, members: &[usize]) -> Subgraph {
    let label = name(&drawing.rooms[room].label, drawing.lang).to_uppercase();
    let label = super::metrics::ellipsis(&label, theme::HEADING, ROOM_NAME_WIDEST);
    let kind = Type { size: theme::HEADING.size, bold: true, colour: theme::SOFT };
    let mut stmts = vec![
        Stmt::Attribute(set("label", html(&[(&label, kind)], width(&label, theme::HEADING), 12.0))),
        Stmt::Attribute(set("style", quote("filled,rounded"))),
        Stmt::Attribute(set("color", quote(theme::ROOM))),
        Stmt::Attribute(set("margin", quote("12"))),
    ];
    stmts.extend(members.iter().map(|i| Stmt::Node(node(drawing, *i, &cards[*i]))));
    Subgraph { id: plain_id("cluster_", room), stmts }
}

/// Names of rooms are cut here.
pub const ROOM_NAME_WIDEST: f64 = 260.0;

fn node(drawing: &Drawing, index: usize, card: &Card) -> Node {
    let shape = drawing.nodes[index].shape;
    let dark = shape == Shape::Party;
    let (fill, ink, soft, border) = match shape {
        Shape::Party => (theme::INK, theme::PAPER, theme::ON_DARK, theme::INK),
        Shape::Domain => (theme::ROOM, theme::INK, theme::SOFT, theme::HAIRLINE),
        _ => (theme::PAPER, theme::INK, theme::SOFT, theme::HAIRLINE),
    };
    let style = match (dark, shape == Shape::FadedApplication || card.orphan) {
        (true, _) => "filled",
        (false, true) => "filled,rounded,dashed",
        (false, false) => "filled,rounded",
    };
    let name_type = Type { size: card.name_type.size, bold: true, colour: ink };
    let note_type = Type { size: theme::NOTE.size, bold: false, colour: soft };
    let lines: Vec<(&str, Type)> = card
        .name
        .iter()
        .map(|line| (line.as_str(), name_type))
        .chain(card.note.iter().map(|line| (line.as_str(), note_type)))
        .collect();
    let attributes = vec![
        set("label", html(&lines, card.w, card.h)),
        set("tooltip", quote(&drawing.nodes[index].label)),
        set("width", points_as_inches(card.w)),
        set("height", points_as_inches(card.h)),
        set("style", quote(style)),
        set("fillcolor", quote(fill)),
        set("color", quote(border)),
    ];
    Node::new(NodeId(plain_id("n", index), None), attributes)
}

fn edge(drawing: &Drawing, index: usize, arrow: &Arrow, chip: Option<&Chip>) -> Edge {
    let look = look(arrow.state);
    let end = |node| Vertex::N(NodeId(plain_id("n", node), None));
    let mut attributes = vec![
        set("id", quote(&format!("e{index}"))),
        set("color", quote(look.colour)),
        set("penwidth", quote(&number(look.width))),
        set("style", quote(dot_style(look.dashes))),
        set("tooltip", quote(look.word.to(drawing.lang))),
    ];
    if let Some(chip) = chip {
        let text = format!("{} {} {}", chip.number, chip.count, look.glyph);
        let kind = Type { size: theme::CHIP.size, bold: true, colour: look.colour };
        attributes.push(set("label", html(&[(&text, kind)], chip.w, super::cards::CHIP_HEIGHT)));
    }
    Edge { ty: EdgeTy::Pair(end(arrow.from), end(arrow.to)), attributes }
}

/// DOT knows three line patterns, so symbol and colour must tell some states apart there.
fn dot_style(dashes: &str) -> &'static str {
    if dashes.is_empty() {
        "solid"
    } else if dashes.starts_with("0.1") {
        "dotted"
    } else {
        "dashed"
    }
}

#[cfg(test)]
#[path = "dot_tests.rs"]
mod tests;

//! A drawing as DOT: one graph that both engines lay out and that people can draw themselves.
//!
//! Everything has a fixed size, measured by ourselves, and a plain id (`n0`, `e0`, `cluster_0`).
//! Names only ever come in through [`quote`] and [`html`].

use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Subgraph, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

use super::anchors::anchors;
use super::cards::{CHIP_HEIGHT, Card, Chip};
use super::drawing::{Arrow, Direction, Drawing, Shape};
use super::metrics::width;
use super::plain::{name, number, plain};
use super::theme::{self, look};

/// How the graph is to be laid out.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own, and all combinations occur")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// Rank across rooms, which loses no edges but takes long.
    pub newrank: bool,
    /// Keep the nodes of a room together.
    pub rooms: bool,
    /// Keep room for the chip of every arrow, and not only where an arrow returns to its own node.
    pub labels: bool,
    /// Space between nodes in the same rank, in inches.
    pub nodesep: f64,
    /// Space between ranks, in inches.
    pub ranksep: f64,
    /// Tie what floats to a neighbour in its room.
    pub anchored: bool,
    /// Name everything in the opposite order, which leads dot to another solution.
    pub reversed: bool,
    /// Where arrows run both ways between two nodes, put the one with fewer arrows behind the one with more.
    pub outward: bool,
}

/// Everything in a drawing that has a size, on lines.
pub struct Sized<'a> {
    /// The nodes.
    pub cards: &'a [Card],
    /// The chips of the arrows.
    pub chips: &'a [Chip],
    /// The names of the rooms.
    pub rooms: &'a [Vec<String>],
}

/// Our id, such as `n12`: the only text in DOT that is not quoted.
fn plain_id(prefix: &str, index: usize) -> Id {
    Id::Plain(format!("{prefix}{index}"))
}

/// Any text as a quoted value of DOT. The only maker of [`Id::Escaped`].
#[must_use]
pub fn quote(text: &str) -> Id {
    let plain = plain(text);
    let mut quoted = String::with_capacity(plain.len() + 2);
    quoted.push('"');
    for c in plain.chars() {
        if matches!(c, '\\' | '"') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    Id::Escaped(quoted)
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

/// The graph of `drawing`, in which everything is as large as `sized` says.
#[must_use]
pub fn graph(drawing: &Drawing, sized: &Sized<'_>, plan: Plan) -> Graph {
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
    for room in in_order(0..drawing.rooms.len(), plan) {
        let members = in_order((0..drawing.nodes.len()).filter(|i| inside(*i) == Some(room)), plan);
        if !members.is_empty() {
            stmts.push(Stmt::Subgraph(cluster(drawing, sized, room, &members, plan)));
        }
    }
    for (i, card) in in_order(sized.cards.iter().enumerate(), plan) {
        if inside(i).is_none() {
            stmts.push(Stmt::Node(node(drawing, i, card)));
        }
    }
    let arrows = drawing.arrows.iter().zip(sized.chips).enumerate();
    stmts.extend(
        in_order(arrows, plan)
            .into_iter()
            .map(|(i, (arrow, chip))| Stmt::Edge(edge(drawing, i, arrow, chip, plan))),
    );
    Graph::DiGraph { id: Id::Plain("koppelkaart".to_owned()), strict: false, stmts }
}

/// `items` in the order that the plan asks for.
fn in_order<T>(items: impl Iterator<Item = T>, plan: Plan) -> Vec<T> {
    let mut all: Vec<T> = items.collect();
    if plan.reversed {
        all.reverse();
    }
    all
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
        set("nodesep", quote(&number(plan.nodesep))),
        set("ranksep", quote(&number(plan.ranksep))),
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

/// A room with its nodes.
fn cluster(drawing: &Drawing, sized: &Sized<'_>, room: usize, members: &[usize], plan: Plan) -> Subgraph {
    let kind = Type { size: theme::HEADING.size, bold: true, colour: theme::SOFT };
    let lines: Vec<(&str, Type)> =
        sized.rooms.get(room).into_iter().flatten().map(|line| (line.as_str(), kind)).collect();
    let widest = lines.iter().map(|(line, _)| width(line, theme::HEADING)).fold(0.0, f64::max);
    let high = lines.iter().map(|_| theme::HEADING.line()).sum::<f64>();
    let mut stmts = vec![
        Stmt::Attribute(set("label", html(&lines, widest, high))),
        Stmt::Attribute(set("style", quote("filled,rounded"))),
        Stmt::Attribute(set("color", quote(theme::ROOM))),
        Stmt::Attribute(set("margin", quote("12"))),
    ];
    stmts.extend(members.iter().map(|i| Stmt::Node(node(drawing, *i, &sized.cards[*i]))));
    if plan.anchored {
        let pairs = anchors(drawing, members).into_iter().enumerate();
        stmts.extend(pairs.map(|(i, pair)| Stmt::Subgraph(beside(room, i, pair))));
    }
    Subgraph { id: plain_id("cluster_", room), stmts }
}

/// Two nodes in the same rank.
fn beside(room: usize, index: usize, (loose, firm): (usize, usize)) -> Subgraph {
    let stmt = |node| Stmt::Node(Node::new(NodeId(plain_id("n", node), None), Vec::new()));
    let rank = Stmt::Attribute(set("rank", quote("same")));
    Subgraph { id: plain_id(&format!("beside_{room}_"), index), stmts: vec![rank, stmt(loose), stmt(firm)] }
}

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
        set("tooltip", quote(&name(&drawing.nodes[index].label, drawing.lang))),
        set("width", points_as_inches(card.w)),
        set("height", points_as_inches(card.h)),
        set("style", quote(style)),
        set("fillcolor", quote(fill)),
        set("color", quote(border)),
    ];
    Node::new(NodeId(plain_id("n", index), None), attributes)
}

fn edge(drawing: &Drawing, index: usize, arrow: &Arrow, chip: &Chip, plan: Plan) -> Edge {
    let look = look(arrow.state);
    let end = |node| Vertex::N(NodeId(plain_id("n", node), None));
    let mut attributes = vec![
        set("id", quote(&format!("e{index}"))),
        set("color", quote(look.colour)),
        set("penwidth", quote(&number(look.width))),
        set("style", quote(dot_style(look.dashes))),
        set("tooltip", quote(look.word.to(drawing.lang))),
    ];
    if plan.outward && comes_back(drawing, arrow) {
        attributes.push(set("constraint", quote("false")));
    }
    if chip.w > 0.0 && (plan.labels || arrow.from == arrow.to) {
        let text = format!("{} {} {}", chip.number, chip.count, look.glyph);
        let kind = Type { size: theme::CHIP.size, bold: true, colour: look.colour };
        attributes.push(set("label", html(&[(&text, kind)], chip.w, CHIP_HEIGHT)));
    }
    Edge { ty: EdgeTy::Pair(end(arrow.from), end(arrow.to)), attributes }
}

/// Whether it runs to a busier node, from which another arrow runs the other way.
fn comes_back(drawing: &Drawing, arrow: &Arrow) -> bool {
    let busy = |node| drawing.arrows.iter().filter(|other| other.from == node || other.to == node).count();
    let opposite = |other: &Arrow| (other.from, other.to) == (arrow.to, arrow.from);
    arrow.from != arrow.to && drawing.arrows.iter().any(opposite) && busy(arrow.to) > busy(arrow.from)
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

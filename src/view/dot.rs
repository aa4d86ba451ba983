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
use super::dot_text::{Type, blank, html, quote};
use super::drawing::{Arrow, Direction, Drawing, Shape};
use super::metrics::width;
use super::plain::{name, number};
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

/// How much a graph tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Only what decides where things go, without one word of a landscape: reading the rest and telling it again takes the
    /// engine up to two fifths of its time.
    Places,
    /// All that is drawn, for who draws it with a program of their own.
    Picture,
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

fn set(key: &str, value: Id) -> Attribute {
    Attribute(Id::Plain(key.to_owned()), value)
}

fn points_as_inches(points: f64) -> Id {
    quote(&format!("{:.4}", points / 72.0))
}

/// The graph of `drawing`, in which everything is as large as `sized` says.
#[must_use]
pub fn graph(drawing: &Drawing, sized: &Sized<'_>, plan: Plan, detail: Detail) -> Graph {
    Draft { drawing, sized, plan, detail }.graph()
}

/// A graph in the making.
struct Draft<'a> {
    drawing: &'a Drawing,
    sized: &'a Sized<'a>,
    plan: Plan,
    detail: Detail,
}

impl Draft<'_> {
    fn graph(&self) -> Graph {
        let mut stmts = self.defaults();
        let drawing = self.drawing;
        let inside =
            |i: usize| drawing.nodes[i].room.filter(|room| self.plan.rooms && *room < drawing.rooms.len());
        for room in self.in_order(0..drawing.rooms.len()) {
            let members = self.in_order((0..drawing.nodes.len()).filter(|i| inside(*i) == Some(room)));
            if !members.is_empty() {
                stmts.push(Stmt::Subgraph(self.cluster(room, &members)));
            }
        }
        for i in self.in_order(0..self.sized.cards.len()) {
            if inside(i).is_none() {
                stmts.push(Stmt::Node(self.node(i)));
            }
        }
        let arrows = self.in_order(0..drawing.arrows.len().min(self.sized.chips.len()));
        stmts.extend(arrows.into_iter().map(|i| Stmt::Edge(self.edge(i))));
        Graph::DiGraph { id: Id::Plain("koppelkaart".to_owned()), strict: false, stmts }
    }

    /// What holds for everything.
    fn defaults(&self) -> Vec<Stmt> {
        let mut graph = self.attributes();
        let mut node = vec![set("shape", quote("box")), set("fixedsize", quote("true"))];
        let mut edge = vec![set("arrowsize", quote("0.85"))];
        match self.detail {
            Detail::Places => node.push(set("label", quote(""))),
            Detail::Picture => {
                graph.push(set("tooltip", quote(&self.drawing.title)));
                for kind in [&mut graph, &mut node, &mut edge] {
                    kind.push(set("fontname", quote("Helvetica")));
                }
            }
        }
        let all = [GraphAttributes::Graph(graph), GraphAttributes::Node(node), GraphAttributes::Edge(edge)];
        all.into_iter().map(Stmt::GAttribute).collect()
    }

    /// `items` in the order that the plan asks for.
    fn in_order<T>(&self, items: impl Iterator<Item = T>) -> Vec<T> {
        let mut all: Vec<T> = items.collect();
        if self.plan.reversed {
            all.reverse();
        }
        all
    }

    fn attributes(&self) -> Vec<Attribute> {
        let (drawing, plan) = (self.drawing, self.plan);
        let right = drawing.direction == Direction::Right;
        let mut all = vec![
            set("rankdir", quote(if right { "LR" } else { "TB" })),
            set("nodesep", quote(&number(plan.nodesep))),
            set("ranksep", quote(&number(plan.ranksep))),
            set("labeljust", quote("l")),
            // For sfdp only: without it nodes lie on each other.
            set("overlap", quote("prism")),
        ];
        if plan.newrank {
            all.push(set("newrank", quote("true")));
        }
        all
    }

    /// A room with its nodes.
    fn cluster(&self, room: usize, members: &[usize]) -> Subgraph {
        let kind = Type { size: theme::HEADING.size, bold: true, colour: theme::SOFT };
        let lines: Vec<(&str, Type)> =
            self.sized.rooms.get(room).into_iter().flatten().map(|line| (line.as_str(), kind)).collect();
        let widest = lines.iter().map(|(line, _)| width(line, theme::HEADING)).fold(0.0, f64::max);
        let high = lines.iter().map(|_| theme::HEADING.line()).sum::<f64>();
        let attributes = match self.detail {
            Detail::Places => vec![set("label", blank(widest, high))],
            Detail::Picture => vec![
                set("label", html(&lines, widest, high)),
                set("style", quote("filled,rounded")),
                set("color", quote(theme::ROOM)),
            ],
        };
        let margin = set("margin", quote("12"));
        let mut stmts: Vec<Stmt> = attributes.into_iter().chain([margin]).map(Stmt::Attribute).collect();
        stmts.extend(members.iter().map(|i| Stmt::Node(self.node(*i))));
        if self.plan.anchored {
            let pairs = anchors(self.drawing, members).into_iter().enumerate();
            stmts.extend(pairs.map(|(i, pair)| Stmt::Subgraph(beside(room, i, pair))));
        }
        Subgraph { id: plain_id("cluster_", room), stmts }
    }

    fn node(&self, index: usize) -> Node {
        let (drawing, card) = (self.drawing, &self.sized.cards[index]);
        let id = NodeId(plain_id("n", index), None);
        let (width, height) =
            (set("width", points_as_inches(card.w)), set("height", points_as_inches(card.h)));
        if self.detail == Detail::Places {
            return Node::new(id, vec![width, height]);
        }
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
            width,
            height,
            set("style", quote(style)),
            set("fillcolor", quote(fill)),
            set("color", quote(border)),
        ];
        Node::new(id, attributes)
    }

    fn edge(&self, index: usize) -> Edge {
        let (drawing, plan) = (self.drawing, self.plan);
        let (arrow, chip) = (&drawing.arrows[index], &self.sized.chips[index]);
        let look = look(arrow.state);
        let end = |node| Vertex::N(NodeId(plain_id("n", node), None));
        let (id, width) =
            (set("id", quote(&format!("e{index}"))), set("penwidth", quote(&number(look.width))));
        let mut attributes = match self.detail {
            Detail::Places => vec![id, width],
            Detail::Picture => vec![
                id,
                set("color", quote(look.colour)),
                width,
                set("style", quote(dot_style(look.dashes))),
                set("tooltip", quote(look.word.to(drawing.lang))),
            ],
        };
        if plan.outward && comes_back(drawing, arrow) {
            attributes.push(set("constraint", quote("false")));
        }
        if chip.w > 0.0 && (plan.labels || arrow.from == arrow.to) {
            let label = match self.detail {
                Detail::Places => blank(chip.w, CHIP_HEIGHT),
                Detail::Picture => {
                    let text = format!("{} {} {}", chip.number, chip.count, look.glyph);
                    let kind = Type { size: theme::CHIP.size, bold: true, colour: look.colour };
                    html(&[(text.as_str(), kind)], chip.w, CHIP_HEIGHT)
                }
            };
            attributes.push(set("label", label));
        }
        Edge { ty: EdgeTy::Pair(end(arrow.from), end(arrow.to)), attributes }
    }
}

/// `graph` as text.
#[must_use]
pub fn print(graph: &Graph) -> String {
    let mut text = graph.print(PrinterContext::default().with_semi());
    text.push('\n');
    text
}

/// Two nodes in the same rank.
fn beside(room: usize, index: usize, (loose, firm): (usize, usize)) -> Subgraph {
    let stmt = |node| Stmt::Node(Node::new(NodeId(plain_id("n", node), None), Vec::new()));
    let rank = Stmt::Attribute(set("rank", quote("same")));
    Subgraph { id: plain_id(&format!("beside_{room}_"), index), stmts: vec![rank, stmt(loose), stmt(firm)] }
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

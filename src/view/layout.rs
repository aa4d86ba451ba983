//! The one seam to Graphviz: where everything in a drawing goes, with nothing left out.
//!
//! Graphviz can lose edges of graphs with rooms, so each result is counted, and a lesser way of laying
//! out is tried where something is missing. [`How`] tells which way it became.

use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};

use graphviz_rust::cmd::{CommandArg, Format, Layout as Engines};
use graphviz_rust::dot_structures::Graph;
use graphviz_rust::printer::PrinterContext;

use super::cards::{Card, Chip, cards, chip};
use super::dot::{Plan, graph, print};
use super::drawing::Drawing;
use super::error::DrawError;
use super::geometry::{Point, Rect};
use super::placed;
use crate::text::Text;

/// Which Graphviz lays out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Engine {
    /// The one within this program: the same on every machine.
    #[default]
    Embedded,
    /// The program `dot` that is installed on this machine.
    Installed,
}

/// Which way of laying out gave the picture: the first that left nothing out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum How {
    /// As it should look.
    #[default]
    Rooms,
    /// Ranked across the rooms.
    AcrossRooms,
    /// Without rooms; each card names its room.
    WithoutRooms,
    /// By attraction and repulsion, which shows no direction.
    ByForce,
}

impl How {
    const ALL: [Self; 4] = [Self::Rooms, Self::AcrossRooms, Self::WithoutRooms, Self::ByForce];

    /// What to tell of it; nothing where the picture is as it should be.
    #[must_use]
    pub const fn note(self) -> Option<Text> {
        match self {
            Self::Rooms | Self::AcrossRooms => None,
            Self::WithoutRooms => Some(Text {
                en: "too large to keep domains together, so each card names its own",
                nl: "te groot om domeinen bijeen te houden; elk kaartje noemt zijn eigen domein",
            }),
            Self::ByForce => Some(Text {
                en: "too large to order by direction, so cards stand where they fit",
                nl: "te groot om op richting te ordenen; kaartjes staan waar ze passen",
            }),
        }
    }

    const fn plan(self) -> Plan {
        Plan {
            newrank: matches!(self, Self::AcrossRooms),
            rooms: matches!(self, Self::Rooms | Self::AcrossRooms),
            chips: !matches!(self, Self::ByForce),
        }
    }

    /// Whether it would take too long for so many nodes: ranking across rooms takes half a minute at 300.
    const fn too_slow_for(self, nodes: usize, arrows: usize) -> bool {
        match self {
            Self::AcrossRooms => nodes >= 150,
            Self::Rooms | Self::WithoutRooms => nodes + arrows > 4_000,
            Self::ByForce => false,
        }
    }
}

/// Where everything goes, in points with y downwards.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Width of all of it.
    pub width: f64,
    /// Height of all of it.
    pub height: f64,
    /// What is written on each node.
    pub cards: Vec<Card>,
    /// What is written on each chip.
    pub chips: Vec<Chip>,
    /// The place of each node.
    pub nodes: Vec<Rect>,
    /// The place of each room; none for one without nodes, or where rooms could not be drawn.
    pub rooms: Vec<Option<Rect>>,
    /// The course of each arrow.
    pub arrows: Vec<Course>,
    /// How it was done.
    pub how: How,
}

/// The course of an arrow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// 1 + 3n points of cubic curves, up to the foot of the arrowhead.
    pub bezier: Vec<Point>,
    /// The tip of the arrowhead.
    pub tip: Point,
    /// Where the engine kept room for the chip.
    pub label: Option<Point>,
}

/// Lays `drawing` out, completely or not at all.
///
/// # Errors
/// If the drawing contradicts itself, if no `dot` is installed where that was asked, or if every way of
/// laying out leaves something out.
pub fn layout(drawing: &Drawing, engine: Engine) -> Result<Layout, DrawError> {
    check(drawing)?;
    if drawing.nodes.is_empty() {
        return Ok(Layout { rooms: vec![None; drawing.rooms.len()], ..Layout::default() });
    }
    let mut failed = DrawError::Lost { missing: Vec::new(), said: String::new() };
    for how in How::ALL {
        if how.too_slow_for(drawing.nodes.len(), drawing.arrows.len()) {
            continue;
        }
        match attempt(drawing, engine, how) {
            Err(lost @ DrawError::Lost { .. }) => failed = lost,
            other => return other,
        }
    }
    Err(failed)
}

/// Fails where an index in `drawing` points to nothing.
///
/// # Errors
/// See above.
pub fn check(drawing: &Drawing) -> Result<(), DrawError> {
    let nodes = drawing.nodes.len();
    if let Some(index) = drawing.arrows.iter().position(|arrow| arrow.from >= nodes || arrow.to >= nodes) {
        return Err(DrawError::Inconsistent { index, arrow: true });
    }
    let rooms = drawing.rooms.len();
    match drawing.nodes.iter().position(|node| node.room.is_some_and(|room| room >= rooms)) {
        Some(index) => Err(DrawError::Inconsistent { index, arrow: false }),
        None => Ok(()),
    }
}

/// The DOT that is laid out first, for who draws it with a program of their own.
///
/// # Errors
/// If the drawing contradicts itself.
pub fn dot(drawing: &Drawing) -> Result<String, DrawError> {
    check(drawing)?;
    let (cards, chips) = (cards(drawing, false), chips(drawing));
    Ok(print(&graph(drawing, &cards, &chips, How::Rooms.plan())))
}

fn chips(drawing: &Drawing) -> Vec<Chip> {
    drawing.arrows.iter().map(chip).collect()
}

fn attempt(drawing: &Drawing, engine: Engine, how: How) -> Result<Layout, DrawError> {
    let (cards, chips) = (cards(drawing, !how.plan().rooms), chips(drawing));
    let graph = graph(drawing, &cards, &chips, how.plan());
    let json = match engine {
        Engine::Embedded => embedded(&graph, how),
        Engine::Installed => installed(graph, how),
    }?;
    let layout = placed::read(&json, drawing, cards, chips)?;
    Ok(Layout { how, ..layout })
}

fn lost(said: &str) -> DrawError {
    DrawError::Lost { missing: Vec::new(), said: super::plain::plain(said) }
}

/// Lays out with the engine within this program. Young code: a panic of it is one failed attempt.
fn embedded(graph: &Graph, how: How) -> Result<String, DrawError> {
    let name = if how == How::ByForce { "sfdp" } else { "dot" };
    let dot = print(graph);
    let done = catch_unwind(AssertUnwindSafe(|| graphviz_pure::render_dot(&dot, name, "json0")))
        .map_err(|_| lost("graphviz-pure panicked"))?
        .map_err(|error| lost(error.message()))?;
    let complaint = done.diagnostics().iter().find(|told| told.message().contains("lost "));
    match complaint {
        Some(told) => Err(lost(told.message())),
        None => Ok(done.into_output()),
    }
}

/// Lays out with an installed `dot`, which exits with 1 where it lost an edge.
fn installed(graph: Graph, how: How) -> Result<String, DrawError> {
    let name = if how == How::ByForce { Engines::Sfdp } else { Engines::Dot };
    let arguments = vec![CommandArg::Layout(name), CommandArg::Format(Format::Json0)];
    let done = graphviz_rust::exec(graph, PrinterContext::default().with_semi(), arguments);
    let bytes = done.map_err(|error| match error.kind() {
        ErrorKind::NotFound => DrawError::NoGraphviz,
        _ => lost(&error.to_string()),
    })?;
    String::from_utf8(bytes).map_err(|error| lost(&error.to_string()))
}

#[cfg(test)]
#[path = "layout_tests.rs"]
mod tests;

//! The one seam to Graphviz: where everything in a drawing goes, with nothing left out.
//!
//! Graphviz can lose edges of graphs with rooms, so each result is counted, and a lesser way of laying
//! out is tried where something is missing. [`How`] tells which way it became.

use std::io::ErrorKind;
use std::panic::catch_unwind;
use std::time::Duration;

use graphviz_rust::cmd::{CommandArg, Format, Layout as Engines};
use graphviz_rust::dot_structures::Graph;
use graphviz_rust::printer::PrinterContext;
use rayon::prelude::*;

use super::apart::{self, Laid, Task};
use super::blame::blame;
use super::board;
use super::cards::{Card, Chip, cards, chips, room_names, unbroken};
use super::diagram::ROOM_NAME;
use super::dot::{Plan, Sized, graph, print};
use super::drawing::{Direction, Drawing};
use super::error::DrawError;
use super::geometry::{Path, Point, Rect};
use super::placed;
use super::reroute::reroute;
use crate::text::Text;

/// Which Graphviz lays out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Engine {
    /// The one within this program: the same on every machine.
    #[default]
    Embedded,
    /// The same in a process of its own, which is stopped when it takes longer than this. Only for the program
    /// itself, since it starts itself once more.
    Apart(Duration),
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

    /// The plans of this way, of which the best result is kept: the larger the drawing, the fewer, for the
    /// time that each takes.
    fn plans(self, drawing: &Drawing) -> Vec<Plan> {
        let right = drawing.direction == Direction::Right;
        let first = Plan {
            // Without rooms, ranking across them is what keeps a drawing in the shape of paper.
            newrank: self == Self::AcrossRooms || drawing.rooms.is_empty(),
            rooms: matches!(self, Self::Rooms | Self::AcrossRooms),
            labels: self != Self::ByForce,
            nodesep: if right { 0.17 } else { 0.3 },
            ranksep: if right { 0.32 } else { 0.3 },
            reversed: false,
            outward: false,
            anchored: true,
        };
        // Where no room is kept for chips, ranks must be so far apart that an arrow shows beside its chip.
        let widest = chips(drawing).iter().map(|chip| chip.without_sign().w).fold(0.0, f64::max);
        let ranksep = if right { (widest + 26.0).max(46.0) / 72.0 } else { 0.6 };
        let bare = Plan { labels: false, ranksep, newrank: true, ..first };
        let size = drawing.nodes.len() + drawing.arrows.len();
        if size > LARGE {
            // Keeping room for chips doubles the ranks, and the time with them.
            return vec![Plan { newrank: first.newrank, ..bare }];
        }
        if self != Self::Rooms {
            return vec![first];
        }
        let mut plans = vec![first, bare];
        let mut vary = |other: fn(Plan) -> Plan| plans.extend(plans.clone().into_iter().map(other));
        vary(|plan| Plan { reversed: true, ..plan });
        vary(|plan| Plan { newrank: !plan.newrank, ..plan });
        if size > SMALL && size <= MEDIUM {
            vary(|plan| Plan { outward: true, ..plan });
        }
        if size <= SMALL {
            vary(|plan| Plan { anchored: false, ..plan });
            vary(|plan| Plan { nodesep: plan.nodesep + 0.12, ..plan });
        }
        plans
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

/// Up to so many nodes and arrows together, many plans are tried, or some.
const SMALL: usize = 80;
/// Up to so many, what a busy node exchanges data with may stand behind it.
const MEDIUM: usize = 130;
/// Of more, only one plan is tried.
const LARGE: usize = 260;

/// A way must be better than an earlier one by this share to be taken instead.
const MARGIN: f64 = 0.1;

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
    /// The name of each room, on lines.
    pub room_names: Vec<Vec<String>>,
    /// The course of each arrow.
    pub arrows: Vec<Course>,
    /// How it was done.
    pub how: How,
}

impl Layout {
    /// The course of each arrow as a chain of short lines.
    #[must_use]
    pub fn paths(&self) -> Vec<Path> {
        self.arrows.iter().map(|course| Path::along(&course.bezier, course.tip)).collect()
    }
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
/// If the drawing contradicts itself, if no `dot` is installed where that was asked, if it takes longer than it may,
/// or if every way of laying out leaves something out.
pub fn layout(drawing: &Drawing, engine: Engine) -> Result<Layout, DrawError> {
    check(drawing)?;
    if drawing.nodes.is_empty() {
        return Ok(Layout { rooms: vec![None; drawing.rooms.len()], ..Layout::default() });
    }
    if engine != Engine::Installed
        && let Some(layout) = board::lay_out(drawing)
    {
        return Ok(layout);
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
    Ok(planned_first(drawing).next().unwrap_or_default())
}

/// The DOT of every plan that is laid out first, of which the best result is kept: what the engine's own time is
/// measured by.
///
/// # Errors
/// If the drawing contradicts itself.
pub fn dots(drawing: &Drawing) -> Result<Vec<String>, DrawError> {
    check(drawing)?;
    Ok(planned_first(drawing).collect())
}

fn planned_first(drawing: &Drawing) -> impl Iterator<Item = String> {
    How::Rooms.plans(drawing).into_iter().map(|plan| print(&planned(drawing, plan)))
}

/// The best result of the plans of `how`.
fn attempt(drawing: &Drawing, engine: Engine, how: How) -> Result<Layout, DrawError> {
    least(tried(drawing, engine, how), MARGIN)
}

/// The result of each plan of `how`, with what is to blame.
fn tried(drawing: &Drawing, engine: Engine, how: How) -> Vec<Result<(f64, Layout), DrawError>> {
    let mut plans = how.plans(drawing);
    if engine == Engine::Installed {
        // Each plan starts a process, so only the two that win most often.
        plans.truncate(2);
    }
    let alone = plans.len() == 1;
    let judged = |json: Result<String, DrawError>, plan| {
        let layout = read_back(drawing, &json?, how, plan)?;
        Ok((if alone { 0.0 } else { blame(drawing, &layout) }, layout))
    };
    if let Engine::Apart(limit) = engine {
        let tasks: Vec<Task> = plans.par_iter().map(|plan| task(drawing, how, *plan)).collect();
        return match apart::lay_out(&tasks, limit) {
            Ok(laid) => laid
                .into_par_iter()
                .zip(plans)
                .map(|(laid, plan)| judged(laid.map_err(|said| lost(&said)), plan))
                .collect(),
            Err(slow) => vec![Err(slow)],
        };
    }
    plans.into_par_iter().map(|plan| judged(here(drawing, engine, how, plan), plan)).collect()
}

/// The layout with the least to blame; of those that are hardly better the first, whichever was ready first.
fn least(done: Vec<Result<(f64, Layout), DrawError>>, margin: f64) -> Result<Layout, DrawError> {
    let mut best: Option<(f64, Layout)> = None;
    let mut failed = lost("");
    for result in done {
        match result {
            Err(lost @ DrawError::Lost { .. }) => failed = lost,
            Err(other) => return Err(other),
            Ok(layout) if best.as_ref().is_none_or(|(least, _)| layout.0 < *least * (1.0 - margin)) => {
                best = Some(layout);
            }
            Ok(_) => {}
        }
    }
    best.map(|(_, layout)| layout).ok_or(failed)
}

/// The graph of `drawing` by one plan.
fn planned(drawing: &Drawing, plan: Plan) -> Graph {
    let cards = cards(drawing, !plan.rooms);
    let (chips, rooms) = (chips(drawing), room_names(drawing, &cards));
    graph(drawing, &Sized { cards: &cards, chips: &chips, rooms: &rooms }, plan)
}

/// That graph as another process gets it.
fn task(drawing: &Drawing, how: How, plan: Plan) -> Task {
    Task { dot: print(&planned(drawing, plan)), by_force: how == How::ByForce }
}

/// Where Graphviz puts everything, asked in this process.
fn here(drawing: &Drawing, engine: Engine, how: How, plan: Plan) -> Result<String, DrawError> {
    if engine == Engine::Installed {
        return installed(planned(drawing, plan), how);
    }
    let task = task(drawing, how, plan);
    graphviz(&task.dot, task.by_force).map_err(|said| lost(&said))
}

/// Reads where everything went, and mends what Graphviz leaves to us.
fn read_back(drawing: &Drawing, json: &str, how: How, plan: Plan) -> Result<Layout, DrawError> {
    let cards = cards(drawing, !plan.rooms);
    let room_names = room_names(drawing, &cards);
    let layout = placed::read(json, drawing, cards, chips(drawing))?;
    let spaces: Vec<_> = layout.rooms.iter().map(|room| room.map(|it| it.w - 2.0 * ROOM_NAME.x)).collect();
    let room_names = unbroken(drawing, room_names, &spaces);
    let mut layout = Layout { room_names, how, ..layout };
    reroute(drawing, &mut layout);
    Ok(layout)
}

fn lost(said: &str) -> DrawError {
    DrawError::Lost { missing: Vec::new(), said: super::plain::plain(said) }
}

/// Lays out with the engine within this program. Young code: a panic of it is one failed attempt.
pub fn graphviz(dot: &str, by_force: bool) -> Laid {
    let name = if by_force { "sfdp" } else { "dot" };
    let done = catch_unwind(|| graphviz_pure::render_dot(dot, name, "json0"))
        .map_err(|_| "graphviz-pure panicked".to_owned())?
        .map_err(|error| error.message().to_owned())?;
    let complaint = done.diagnostics().iter().find(|told| told.message().contains("lost "));
    match complaint {
        Some(told) => Err(told.message().to_owned()),
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

#[cfg(test)]
#[path = "stability_tests.rs"]
mod stability;

//! The one seam to Graphviz: where everything in a drawing goes, with nothing left out.
//!
//! Graphviz can lose edges of graphs with rooms, so each result is counted, and a lesser way of laying
//! out is tried where something is missing. [`How`] tells which way it became.

use std::panic::catch_unwind;

use graphviz_rust::dot_structures::Graph;
use rayon::prelude::*;

use super::apart::{self, Laid, Patience, Task};
use super::blame::Blame;
use super::board;
use super::cards::{Card, Chip, cards, chips, room_names, unbroken};
use super::diagram::ROOM_NAME;
use super::dot::{Detail, Plan, Sized, graph, print};
use super::drawing::Drawing;
use super::error::DrawError;
use super::geometry::{Path, Point, Rect};
use super::how::How;
use super::placed;
use super::reroute::reroute;

/// Which Graphviz lays out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Engine {
    /// The one within this program: the same on every machine.
    #[default]
    Embedded,
    /// The same in a process of its own, which is stopped when it takes too long. Only for the program itself, since it
    /// starts itself once more.
    Apart(Patience),
    /// The program `dot` that is installed on this machine, stopped when it takes too long.
    Installed(Patience),
}

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
    if !matches!(engine, Engine::Installed(_))
        && let Some(layout) = board::lay_out(drawing)
    {
        return Ok(layout);
    }
    let mut failed = DrawError::Lost { missing: Vec::new(), said: String::new() };
    for how in How::ALL {
        if how.too_slow_for(drawing.nodes.len(), drawing.arrows.len(), drawing.has_domains()) {
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
    Ok(planned_first(drawing, Detail::Picture).next().unwrap_or_default())
}

/// The DOT of every plan that is laid out first, of which the best result is kept: what the engine's own time is
/// measured by.
///
/// # Errors
/// If the drawing contradicts itself.
pub fn dots(drawing: &Drawing) -> Result<Vec<String>, DrawError> {
    check(drawing)?;
    Ok(planned_first(drawing, Detail::Places).collect())
}

fn planned_first(drawing: &Drawing, detail: Detail) -> impl Iterator<Item = String> {
    let told = Told::of(drawing, true);
    let plans = How::Rooms.plans(drawing, &told.chips);
    plans.into_iter().map(move |plan| print(&told.graph(drawing, plan, detail)))
}

/// What is written in a picture, on lines: the same for every plan of a way.
struct Told {
    cards: Vec<Card>,
    chips: Vec<Chip>,
    rooms: Vec<Vec<String>>,
}

impl Told {
    /// All of it, where rooms are drawn or else told on each card.
    fn of(drawing: &Drawing, rooms: bool) -> Self {
        let cards = cards(drawing, !rooms);
        Self { rooms: room_names(drawing, &cards), chips: chips(drawing), cards }
    }

    /// The graph of `drawing` by one plan.
    fn graph(&self, drawing: &Drawing, plan: Plan, detail: Detail) -> Graph {
        graph(drawing, &Sized { cards: &self.cards, chips: &self.chips, rooms: &self.rooms }, plan, detail)
    }

    /// That graph as another process gets it.
    fn task(&self, drawing: &Drawing, how: How, plan: Plan) -> Task {
        Task { dot: print(&self.graph(drawing, plan, Detail::Places)), by_force: how == How::ByForce }
    }
}

/// The best result of the plans of `how`.
fn attempt(drawing: &Drawing, engine: Engine, how: How) -> Result<Layout, DrawError> {
    least(tried(drawing, engine, how), MARGIN, |blame, layout| blame.whole(drawing, layout))
}

/// A layout, and what shows of it at once.
type Tried = Result<(Blame, Layout), DrawError>;

/// The result of each plan of `how`.
fn tried(drawing: &Drawing, engine: Engine, how: How) -> Vec<Tried> {
    let told = Told::of(drawing, how.has_rooms());
    let mut plans = how.plans(drawing, &told.chips);
    if matches!(engine, Engine::Installed(_)) {
        // Each plan starts a process, so only the two that win most often.
        plans.truncate(2);
    }
    let alone = plans.len() == 1;
    let judged = |json: Result<String, DrawError>| {
        let (layout, paths) = read_back(drawing, &json?, how, &told)?;
        Ok((if alone { Blame::default() } else { Blame::at_sight(drawing, &layout, paths) }, layout))
    };
    if let Engine::Apart(limit) = engine {
        let tasks: Vec<Task> = plans.par_iter().map(|plan| told.task(drawing, how, *plan)).collect();
        return match apart::lay_out(&tasks, limit) {
            Ok(laid) => laid.into_par_iter().map(|laid| judged(laid.map_err(|said| lost(&said)))).collect(),
            Err(slow) => vec![Err(slow)],
        };
    }
    plans.into_par_iter().map(|plan| judged(here(drawing, engine, how, plan, &told))).collect()
}

/// The layout with the least to blame; of those that are hardly better the first, whichever was ready first. The `whole`
/// blame is reckoned only of those that may be taken.
fn least(tried: Vec<Tried>, margin: f64, whole: impl Fn(Blame, &Layout) -> f64) -> Result<Layout, DrawError> {
    let alone = tried.len() == 1;
    let mut best: Option<(f64, Layout)> = None;
    let mut failed = lost("");
    for result in tried {
        match result {
            Err(lost @ DrawError::Lost { .. }) => failed = lost,
            Err(other) => return Err(other),
            Ok((_, layout)) if alone => return Ok(layout),
            Ok((blame, layout)) => {
                let most = best.as_ref().map(|(least, _)| least * (1.0 - margin));
                let may_be_taken = |blame: f64| most.is_none_or(|most| blame < most);
                if may_be_taken(blame.least()) {
                    let whole = whole(blame, &layout);
                    if may_be_taken(whole) {
                        best = Some((whole, layout));
                    }
                }
            }
        }
    }
    best.map(|(_, layout)| layout).ok_or(failed)
}

/// Where Graphviz puts everything, asked in this process.
fn here(drawing: &Drawing, engine: Engine, how: How, plan: Plan, told: &Told) -> Result<String, DrawError> {
    let task = told.task(drawing, how, plan);
    if let Engine::Installed(patience) = engine {
        let told = apart::installed(&task, patience)?;
        return told.map_err(|said| lost(&said));
    }
    graphviz(&task.dot, task.by_force).map_err(|said| lost(&said))
}

/// Reads where everything went, and mends what Graphviz leaves to us; with the [paths](Layout::paths) of the arrows.
fn read_back(drawing: &Drawing, json: &str, how: How, told: &Told) -> Result<(Layout, Vec<Path>), DrawError> {
    let layout = placed::read(json, drawing, told.cards.clone(), told.chips.clone())?;
    let spaces: Vec<_> = layout.rooms.iter().map(|room| room.map(|it| it.w - 2.0 * ROOM_NAME.x)).collect();
    let room_names = unbroken(drawing, told.rooms.clone(), &spaces);
    let mut layout = Layout { room_names, how, ..layout };
    let paths = reroute(drawing, &mut layout);
    Ok((layout, paths))
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

#[cfg(test)]
#[path = "layout_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "stability_tests.rs"]
mod stability;

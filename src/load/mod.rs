//! Text in, landscape and problems out: cut into tables, declare ids, read each table, resolve references.
//!
//! Broken input gives what could be read of it, never nothing: every problem of every file in one run.

pub mod cut;
pub mod files;
pub mod history;
mod items;
mod links;
pub mod meant;
pub mod memory;
mod misread;
mod names;
pub mod near;
mod parts;
mod patch;
pub mod pieces;
mod plan;
pub mod problem;
mod stand_in;
mod table;
mod value;

pub use self::plan::is_id;
use self::problem::Problem;
use crate::{model::Landscape, source::Sources};

/// A landscape, and what is wrong with the text that it was read from.
#[derive(Debug, Default)]
pub struct Loaded {
    /// What could be read.
    pub landscape: Landscape,
    /// What couldn't, in reading order.
    pub problems: Vec<Problem>,
}

/// Reads a landscape from its files.
#[must_use]
pub fn load(sources: &Sources) -> Loaded {
    memory::load(sources).0
}

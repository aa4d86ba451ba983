//! Text in, landscape and problems out: cut into tables, declare ids, read each table, resolve references.
//!
//! Broken input gives what could be read of it, never nothing: every problem of every file in one run.

pub mod cut;
pub mod files;
pub mod history;
mod items;
mod links;
pub mod meant;
mod names;
pub mod near;
mod parts;
mod plan;
pub mod problem;
mod stand_in;
mod table;
mod value;

use rayon::prelude::*;

pub use self::plan::is_id;
use self::{
    items::{Outcome, work},
    names::Names,
    near::Nearest,
    parts::Parts,
    plan::{Plan, plan},
    problem::{Expected, Fault, Found, Problem},
};
use crate::{
    model::{Kind, Landscape},
    source::{Location, Sources},
};

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
    let Plan { jobs, names, mut problems, .. } = plan(sources);
    problems.extend(encoding_problems(sources));
    let outcomes: Vec<Vec<Outcome>> = jobs.par_iter().map(|job| work(sources, &names, job)).collect();

    let mut parts = Parts::default();
    for outcome in outcomes.into_iter().flatten() {
        parts.add(outcome);
    }
    problems.append(&mut parts.problems);
    let landscape = parts.finish(&mut problems);
    if landscape.about.is_none() {
        problems.extend(missing_about(sources));
    }
    problems.extend(incomplete(&landscape));
    suggest(&mut problems, &names);
    problems.sort_by_key(|problem| problem.location);
    Loaded { landscape, problems }
}

/// Files that aren't UTF-8.
fn encoding_problems(sources: &Sources) -> impl Iterator<Item = Problem> {
    sources.iter().filter_map(|(_, file)| {
        let damage = file.damage()?;
        Some(Problem::in_file(file.path(), damage.location, Fault::Encoding { utf16: damage.utf16 }))
    })
}

/// Where a landscape has no `[landscape]`, the first file is the place to tell it.
fn missing_about(sources: &Sources) -> Option<Problem> {
    let (source, file) = sources.iter().next()?;
    let at = Location { source, ..Location::default() };
    let fault = Fault::MissingKey { key: Kind::Landscape.key(), table: String::new() };
    Some(Problem::in_file(file.path(), at, fault))
}

/// What each key allows by itself, but the table as a whole doesn't.
fn incomplete(landscape: &Landscape) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut tell = |id: &str, location, fault| problems.push(Problem::in_file(id, location, fault));
    for agreement in landscape.agreements.items() {
        if let ([party], false) = (&*agreement.parties, agreement.lost.any_of(&["parties"])) {
            let (expected, found) = (Expected::Form("two-parties".to_owned()), Found::Type("party"));
            let fault = Fault::InvalidValue { key: "parties".to_owned(), expected, found };
            tell(&agreement.id, party.location, fault);
        }
    }
    for policy in landscape.policies.items() {
        if policy.never_reaches.is_none() && !policy.lost.any_of(&["never_reaches"]) {
            let fault = Fault::MissingKey { key: "never_reaches", table: format!("[policy.{}]", policy.id) };
            tell(&policy.id, policy.header, fault);
        }
    }
    problems
}

/// Adds to each reference to nothing what was probably meant.
fn suggest(problems: &mut [Problem], names: &Names) {
    let mut nearest = Nearest::default();
    for problem in problems {
        if let Fault::UnknownReference { id, wanted, near, other } = &mut problem.fault {
            *other = names.other(id);
            if other.is_none() {
                *near = names.near(id, *wanted, &mut nearest);
            }
        }
    }
}

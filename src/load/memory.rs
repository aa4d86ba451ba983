//! Reads a landscape, and remembers enough of it to read only what has changed the next time.
//!
//! As long as every id stands for the same, what other files hold is the same too: their tables stay as they were
//! read, and only the file that was changed is read again. Everything that files decide together (which id came
//! first, what links are called, what was probably meant) is worked out anew each time.

use rayon::prelude::*;

pub use super::parts::Changed;
use super::{
    Loaded,
    items::{Outcome, work},
    names::Names,
    near::Nearest,
    parts::{Count, Parts},
    patch::Edit,
    plan::{Joined, Plan, join, plan},
    problem::{Expected, Fault, Found, Problem},
};
use crate::{
    model::{Form, Kind, Landscape},
    source::{Location, SourceId, Sources},
};

/// What is remembered of a landscape that was read.
#[derive(Debug, Default)]
pub struct Memory {
    names: Names,
    files: Vec<File>,
    /// No id is declared twice.
    none_taken: bool,
    /// Nothing is wrong with what links are called.
    well_named: bool,
}

/// What is remembered of a file.
#[derive(Debug, Default)]
struct File {
    plan: Plan,
    /// What is wrong with its tables, without what was probably meant, by the stretch of text that they are in.
    problems: Vec<(usize, Problem)>,
    count: Count,
}

/// Reads a landscape from its files.
#[must_use]
pub fn load(sources: &Sources) -> (Loaded, Memory) {
    let files: Vec<_> = sources.iter().collect();
    let mut plans: Vec<Plan> = files.par_iter().map(|(source, file)| plan(*source, file)).collect();
    let Joined { names, problems: taken, .. } = join(&mut plans);
    let read: Vec<_> = plans.par_iter().map(|plan| read(sources, &names, plan)).collect();

    let mut parts = Parts::default();
    let mut files = Vec::with_capacity(plans.len());
    for (plan, outcomes) in plans.into_iter().zip(read) {
        files.push(take(plan, outcomes, &mut parts));
    }
    let mut named = Vec::new();
    let landscape = parts.finish(&mut named);
    let memory = Memory { names, files, none_taken: taken.is_empty(), well_named: named.is_empty() };
    (memory.finish(sources, landscape, taken, named), memory)
}

/// Reads a landscape again in which one file has changed, given what came of it before and the `text` that the file
/// had; tells what that can have changed, where it is so little that it can be told. None where the change reaches
/// further than the file itself: then all must be read, and the memory is of no more use.
pub fn reload(
    sources: &Sources,
    memory: &mut Memory,
    mut before: Landscape,
    (changed, text): (SourceId, &str),
) -> Option<(Loaded, Option<Changed>)> {
    let at = changed.index() as usize;
    if sources.iter().len() != memory.files.len() {
        return None;
    }
    let mut plans: Vec<Plan> = memory.files.iter_mut().map(|file| std::mem::take(&mut file.plan)).collect();
    let old_plan = std::mem::replace(&mut plans[at], plan(changed, sources.get(changed)));
    let taken = memory.declare_again(&old_plan, &mut plans, changed)?;
    let old = memory.files[at].count;
    let earlier = memory.files[..at].iter().fold(Count::default(), |sum, file| sum.and(&file.count));
    let theirs = earlier.only_links_and_applications(&old);
    if let Some(theirs) = theirs.as_ref().filter(|_| memory.well_named) {
        let names = &memory.names;
        let edit = Edit { sources, names, text, before: &old_plan, after: &plans[at], theirs };
        if let Some(changed) = edit.patch(&mut before, &mut memory.files[at].problems) {
            memory.plan_anew(plans);
            return Some((memory.finish(sources, before, taken, Vec::new()), Some(changed)));
        }
    }

    let outcomes = read(sources, &memory.names, &plans[at]);
    let mut parts = Parts::default();
    let file = take(Plan::default(), outcomes, &mut parts);
    memory.files[at] = file;
    memory.plan_anew(plans);
    let (landscape, named) = parts.replace(before, &earlier, &old, memory.well_named);
    let now = theirs.and_then(|_| earlier.only_links_and_applications(&memory.files[at].count));
    let changed = now.filter(|_| named.is_none());
    let named = named.unwrap_or_default();
    memory.well_named = named.is_empty();
    Some((memory.finish(sources, landscape, taken, named), changed))
}

/// Reads the tables of a file.
fn read(sources: &Sources, names: &Names, plan: &Plan) -> Vec<(usize, Outcome)> {
    let jobs = plan.jobs.par_iter().enumerate();
    let read = jobs
        .flat_map_iter(|(at, job)| work(sources, names, job).into_iter().map(move |outcome| (at, outcome)));
    read.collect()
}

/// Takes in what came of a file.
fn take(plan: Plan, outcomes: Vec<(usize, Outcome)>, parts: &mut Parts) -> File {
    let count = Count::of(outcomes.iter().map(|(_, outcome)| outcome));
    let mut problems = Vec::new();
    for (at, mut outcome) in outcomes {
        problems.extend(outcome.problems.drain(..).map(|problem| (at, problem)));
        parts.add(outcome);
    }
    File { plan, problems, count }
}

impl Memory {
    /// Declares what the files declare, of which one has another plan now; gives what was declared before. None where
    /// an id no longer stands for the same, or tables in other files are or were declared before.
    fn declare_again(&mut self, old: &Plan, plans: &mut [Plan], changed: SourceId) -> Option<Vec<Problem>> {
        let new = &plans[changed.index() as usize];
        if self.none_taken && new.declares_like(old) {
            for table in new.tables().filter(|table| table.kind.form() == Form::Named) {
                self.names.relocate(table.kind, &table.id, table.header);
            }
            return Some(Vec::new());
        }
        let Joined { names, problems, flipped } = join(plans);
        let reaches_further = flipped.iter().any(|file| *file != changed);
        if reaches_further || !names.same_as(&self.names) {
            return None;
        }
        (self.names, self.none_taken) = (names, problems.is_empty());
        Some(problems)
    }

    /// Remembers what stands where now.
    fn plan_anew(&mut self, plans: Vec<Plan>) {
        for (file, plan) in self.files.iter_mut().zip(plans) {
            file.plan = plan;
        }
    }

    /// Tells everything that is wrong, in reading order: with the files, with which ids were `taken`, with the tables,
    /// with what links were `named`, and with the whole.
    fn finish(
        &self,
        sources: &Sources,
        landscape: Landscape,
        taken: Vec<Problem>,
        named: Vec<Problem>,
    ) -> Loaded {
        let mut problems: Vec<Problem> =
            self.files.iter().flat_map(|file| &file.plan.problems).cloned().collect();
        problems.extend(taken);
        problems.extend(encoding_problems(sources));
        let of_tables = self.files.iter().flat_map(|file| &file.problems);
        problems.extend(of_tables.map(|(_, problem)| problem.clone()));
        problems.extend(named);
        if landscape.about.is_none() {
            problems.extend(missing_about(sources));
        }
        problems.extend(incomplete(&landscape));
        suggest(&mut problems, &self.names);
        problems.sort_by_key(|problem| problem.location);
        Loaded { landscape, problems }
    }
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
        match &*agreement.parties {
            _ if agreement.lost.any_of(&["parties"]) => {}
            [] => {
                let table = format!("[agreement.{}]", agreement.id);
                tell(&agreement.id, agreement.header, Fault::MissingKey { key: "parties", table });
            }
            [party] => {
                let (expected, found) = (Expected::Form("two-parties".to_owned()), Found::Type("party"));
                let fault = Fault::InvalidValue { key: "parties".to_owned(), expected, found };
                tell(&agreement.id, party.location, fault);
            }
            _ => {}
        }
    }
    for policy in landscape.policies.items() {
        // What is left empty says no more than what is left out.
        let is_said = policy.never_reaches.as_ref().is_some_and(|forbidden| !forbidden.value.is_nowhere());
        if !is_said && !policy.lost.any_of(&["never_reaches"]) {
            let location =
                policy.never_reaches.as_ref().map_or(policy.header, |forbidden| forbidden.location);
            let fault = Fault::MissingKey { key: "never_reaches", table: format!("[policy.{}]", policy.id) };
            tell(&policy.id, location, fault);
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

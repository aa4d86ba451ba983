//! Reads no more of a file than the tables that an edit touched, where it holds only links and applications.
//!
//! The tables before those stay as they were read; the tables after them move with the text.

use std::ops::Range;

use super::{
    items::{Outcome, Table, work},
    links,
    names::Names,
    parts::Changed,
    plan::{Job, Plan},
    problem::Problem,
};
use crate::{
    model::{Application, Item, Kind, Landscape, Link},
    source::{Location, Sources},
};

/// An edit of a file.
pub struct Edit<'a> {
    /// All files, after it.
    pub sources: &'a Sources,
    /// What they declare.
    pub names: &'a Names,
    /// The text of the file before it.
    pub text: &'a str,
    /// What stood where in that.
    pub before: &'a Plan,
    /// What stands where now.
    pub after: &'a Plan,
    /// Where the links and applications of the file are in the landscape.
    pub theirs: &'a Changed,
}

/// What came of the tables that an edit touched.
struct Read {
    links: Vec<Item<Link>>,
    applications: Vec<Item<Application>>,
    problems: Vec<(usize, Problem)>,
}

/// How many links and applications there are in some stretches of text.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Tally {
    links: usize,
    applications: usize,
}

impl Edit<'_> {
    /// Takes what it changed into the landscape, and into what is wrong with the tables of the file, by stretch of text.
    /// Tells what can have changed. It does nothing where there is anything but links and applications, where there are more of
    /// those now or fewer, or where a link gets another name.
    pub fn patch(&self, landscape: &mut Landscape, problems: &mut Vec<(usize, Problem)>) -> Option<Changed> {
        let (touched, now) = self.touched();
        let jobs = &self.before.jobs;
        let [first, touched_ones, last] =
            [&jobs[..touched.start], &jobs[touched.clone()], &jobs[touched.end..]].map(tally);
        let (first, old, last) = (first?, touched_ones?, last?);
        let Changed { links, applications, .. } = self.theirs;
        // Where nothing came of some table, it isn't known which is whose.
        if first.links + old.links + last.links != links.len()
            || first.applications + old.applications + last.applications != applications.len()
        {
            return None;
        }
        let mut read = self.read(now.clone())?;
        let new = Tally { links: read.links.len(), applications: read.applications.len() };
        let (link, application) = (links.start + first.links, applications.start + first.applications);
        let same = &landscape.links.items()[link..link + old.links];
        if new != old || !links::name_alike(same, &mut read.links) {
            return None;
        }
        let run_alike = same.iter().zip(&read.links).all(|(old, new)| old.runs_like(new));
        let feed_alike = landscape.applications.items()[application..].iter().zip(&read.applications);
        let feed_alike =
            feed_alike.into_iter().all(|(old, new)| old.source_of.values().eq(new.source_of.values()));
        landscape.links.replace(link, read.links);
        landscape.applications.replace(application, read.applications);
        let mut shift = self.shift(&jobs[touched.end..]);
        landscape.links.each_place(link + old.links..links.end, &mut shift);
        landscape.applications.each_place(application + old.applications..applications.end, &mut shift);
        let (before, mut after): (Vec<_>, Vec<_>) =
            problems.drain(..).partition(|(job, _)| *job < touched.end);
        problems.extend(before.into_iter().filter(|(job, _)| *job < touched.start));
        problems.append(&mut read.problems);
        for (job, problem) in &mut after {
            *job = *job - touched.end + now.end;
            shift(&mut problem.location);
        }
        problems.append(&mut after);
        Some(Changed { flow: !(run_alike && feed_alike), ..self.theirs.clone() })
    }

    /// Which stretches the edit touched, before it and after it: all between those at the start and at the end of the
    /// file that are the same.
    fn touched(&self) -> (Range<usize>, Range<usize>) {
        let (before, after) = (&self.before.jobs, &self.after.jobs);
        let least = before.len().min(after.len());
        let first = before.iter().zip(after).take_while(|(old, new)| self.is_same(old, new, 0)).count();
        let from_the_end = before.iter().rev().zip(after.iter().rev()).take(least - first);
        let last = from_the_end.take_while(|(old, new)| self.is_same(old, new, self.grown())).count();
        (first..before.len() - last, first..after.len() - last)
    }

    /// Whether a stretch is the same, but for standing so much further on.
    fn is_same(&self, old: &Job, new: &Job, by: i64) -> bool {
        let on = |old: usize, new: usize| old as i64 + by == new as i64;
        let moved = |old: Location, new: Location| {
            on(old.start as usize, new.start as usize) && on(old.end as usize, new.end as usize)
        };
        let same_tables = || {
            old.tables.iter().zip(&new.tables).all(|(old, new)| {
                (old.kind, &old.id, old.element) == (new.kind, &new.id, new.element)
                    && (old.duplicate, old.broken) == (new.duplicate, new.broken)
                    && moved(old.header, new.header)
                    && moved(old.at, new.at)
            })
        };
        old.body == new.body
            && old.tables.len() == new.tables.len()
            && on(old.range.start, new.range.start)
            && self.text.get(old.range.clone()) == self.text_now().get(new.range.clone())
            && same_tables()
    }

    fn text_now(&self) -> &str {
        let source = self.after.jobs.first().map(|job| job.source);
        source.map_or("", |source| self.sources.get(source).text())
    }

    /// How many bytes there are more of the text.
    fn grown(&self) -> i64 {
        self.text_now().len() as i64 - self.text.len() as i64
    }

    /// Reads these stretches; nothing where something comes of them that is neither link nor application, or nothing.
    fn read(&self, touched: Range<usize>) -> Option<Read> {
        let mut read = Read { links: Vec::new(), applications: Vec::new(), problems: Vec::new() };
        for at in touched {
            for Outcome { table, problems } in work(self.sources, self.names, &self.after.jobs[at]) {
                read.problems.extend(problems.into_iter().map(|problem| (at, problem)));
                match table? {
                    Table::Link(item) => read.links.push(*item),
                    Table::Application(item) => read.applications.push(*item),
                    _ => return None,
                }
            }
        }
        Some(read)
    }

    /// Moves a place in these stretches, which the edit didn't touch, to where it is now. What stands nowhere, since it
    /// was left out, stays there.
    fn shift(&self, rest: &[Job]) -> impl FnMut(&mut Location) + use<> {
        let start = rest.first().map_or(u32::MAX, |job| {
            let header = job.tables.first().map_or(u32::MAX, |table| table.header.start);
            u32::try_from(job.range.start).unwrap_or(u32::MAX).min(header)
        });
        let (source, grown) = (rest.first().map(|job| job.source), self.grown());
        move |place| {
            if Some(place.source) == source && place.start >= start {
                let moved = |byte: u32| u32::try_from(i64::from(byte) + grown).unwrap_or(u32::MAX);
                (place.start, place.end) = (moved(place.start), moved(place.end));
            }
        }
    }
}

/// How many links and applications are in these; nothing where there is anything else.
fn tally(jobs: &[Job]) -> Option<Tally> {
    let mut tally = Tally { links: 0, applications: 0 };
    for table in jobs.iter().flat_map(|job| &job.tables) {
        match table.kind {
            Kind::Link => tally.links += 1,
            Kind::Application => tally.applications += 1,
            _ => return None,
        }
    }
    Some(tally)
}

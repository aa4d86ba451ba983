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

/// Where some links and applications are in the landscape.
struct Whereabouts {
    links: Range<usize>,
    applications: Range<usize>,
}

impl Edit<'_> {
    /// Takes what it changed into the landscape, and into what is wrong with the tables of the file, by stretch of text.
    /// Tells what can have changed. It does nothing where there is anything but links and applications, where there
    /// are more of those now or fewer, or where a link gets another name.
    pub fn patch(&self, landscape: &mut Landscape, problems: &mut Vec<(usize, Problem)>) -> Option<Changed> {
        let (touched, now) = self.touched();
        let before = &self.before.jobs;
        let (old, rest) = self.whereabouts(&touched)?;
        let mut read = self.read(now.clone())?;
        let applications = &landscape.applications.items()[old.applications.clone()];
        let links = &landscape.links.items()[old.links.clone()];
        let same_number = (links.len(), applications.len()) == (read.links.len(), read.applications.len());
        if !same_number || !links::name_alike(links, &mut read.links) {
            return None;
        }
        let run_alike = links.iter().zip(&read.links).all(|(old, new)| old.runs_like(new));
        let mut pairs = applications.iter().zip(&read.applications);
        let feed_alike = pairs.all(|(old, new)| old.source_of.values().eq(new.source_of.values()));

        landscape.links.replace(old.links.start, read.links);
        landscape.applications.replace(old.applications.start, read.applications);
        let mut shift = self.shift(&before[touched.end..]);
        landscape.links.each_place(rest.links, &mut shift);
        landscape.applications.each_place(rest.applications, &mut shift);
        let (kept, mut after): (Vec<_>, Vec<_>) = problems.drain(..).partition(|(job, _)| *job < touched.end);
        problems.extend(kept.into_iter().filter(|(job, _)| *job < touched.start));
        problems.append(&mut read.problems);
        for (job, problem) in &mut after {
            *job = *job - touched.end + now.end;
            shift(&mut problem.location);
        }
        problems.append(&mut after);
        Some(Changed { flow: !(run_alike && feed_alike), ..self.theirs.clone() })
    }

    /// Where in the landscape the links and applications are of the stretches that it touched, and of those after them.
    /// Nothing where there is something else, or something missing: then it isn't known which is whose.
    fn whereabouts(&self, touched: &Range<usize>) -> Option<(Whereabouts, Whereabouts)> {
        let jobs = &self.before.jobs;
        let (first, own) = (tally(&jobs[..touched.start])?, tally(&jobs[touched.clone()])?);
        let rest = tally(&jobs[touched.end..])?;
        let Changed { links, applications, .. } = self.theirs;
        let links = [links.start, links.start + first[0], links.start + first[0] + own[0], links.end];
        let start = applications.start;
        let applications = [start, start + first[1], start + first[1] + own[1], applications.end];
        let whole = links[2] + rest[0] == links[3] && applications[2] + rest[1] == applications[3];
        let of = |from: usize| Whereabouts {
            links: links[from]..links[from + 1],
            applications: applications[from]..applications[from + 1],
        };
        whole.then(|| (of(1), of(2)))
    }

    /// Which stretches the edit touched, before it and after it: all between those at the start and at the end of the
    /// file that are the same.
    fn touched(&self) -> (Range<usize>, Range<usize>) {
        let (before, after) = (&self.before.jobs, &self.after.jobs);
        let at_the_start = before.iter().zip(after).take_while(|(old, new)| self.is_same(old, new, [0, 0]));
        let first = at_the_start.count();
        let fewest = before.len().min(after.len());
        let at_the_end = before.iter().rev().zip(after.iter().rev()).take(fewest - first);
        let last = at_the_end.take_while(|(old, new)| self.is_same(old, new, self.ends())).count();
        (first..before.len() - last, first..after.len() - last)
    }

    /// Whether a stretch is the same, and as far from `from` in the text before the edit and after it.
    fn is_same(&self, old: &Job, new: &Job, from: [usize; 2]) -> bool {
        let alike = |old: usize, new: usize| old.wrapping_sub(from[0]) == new.wrapping_sub(from[1]);
        let moved = |old: Location, new: Location| {
            alike(old.start as usize, new.start as usize) && alike(old.end as usize, new.end as usize)
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
            && alike(old.range.start, new.range.start)
            && self.text.get(old.range.clone()) == self.text_now().get(new.range.clone())
            && same_tables()
    }

    fn text_now(&self) -> &str {
        let source = self.after.jobs.first().map(|job| job.source);
        source.map_or("", |source| self.sources.get(source).text())
    }

    /// Where the text ended, and where it ends now.
    fn ends(&self) -> [usize; 2] {
        [self.text.len(), self.text_now().len()]
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
        let (source, [end, end_now]) = (rest.first().map(|job| job.source), self.ends());
        move |place| {
            if Some(place.source) == source && place.start >= start && *place != Location::default() {
                // Files are shorter than 4 GiB: `Sources::replace` saw to that.
                let moved = |byte: u32| u32::try_from(end_now - (end - byte as usize)).unwrap_or(u32::MAX);
                (place.start, place.end) = (moved(place.start), moved(place.end));
            }
        }
    }
}

/// How many links and applications are in these; nothing where there is anything else.
fn tally(jobs: &[Job]) -> Option<[usize; 2]> {
    let mut tally = [0; 2];
    for table in jobs.iter().flat_map(|job| &job.tables) {
        match table.kind {
            Kind::Link => tally[0] += 1,
            Kind::Application => tally[1] += 1,
            _ => return None,
        }
    }
    Some(tally)
}

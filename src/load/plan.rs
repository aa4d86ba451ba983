//! First pass: which tables there are, and the ids that they declare, before any table is read.
//!
//! Nearly every table is recognised by its header alone. Other forms that TOML allows for the same thing
//! (`[party]` with inline tables, dotted keys) are parsed to see what they declare.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::{
    cut::{Chunk, Header, cut, cut_hard, rough_header},
    names::Names,
    near::Nearest,
    problem::{Expected, Fault, Found, Problem},
};
use crate::{
    model::{Form, Kind},
    source::{Location, Source, SourceId},
};

/// A stretch of text to parse, and the tables in it.
#[derive(Debug)]
pub struct Job {
    /// The file.
    pub source: SourceId,
    /// The text to parse.
    pub range: Range<usize>,
    /// The text is the one table's body, without its header.
    pub body: bool,
    /// The tables in it.
    pub tables: Vec<Planned>,
}

/// A table that will be read.
#[derive(Debug)]
pub struct Planned {
    /// What it declares.
    pub kind: Kind,
    /// Its id, or empty for what has none.
    pub id: Box<str>,
    /// Which element of the array it is, where tables of its kind form one.
    pub element: usize,
    /// Its header, or what stands in its place.
    pub header: Location,
    /// Where its id stands, as far as it is known apart from the header.
    pub at: Location,
    /// The id was taken: it is read only to tell what else is wrong.
    pub duplicate: bool,
    /// It can't be read; it stands for an id that others refer to.
    pub broken: bool,
}

/// What the first pass found in one file, whatever the others hold.
#[derive(Debug, Default)]
pub struct Plan {
    /// What to read, in reading order.
    pub jobs: Vec<Job>,
    /// What is wrong so far.
    pub problems: Vec<Problem>,
}

impl Plan {
    /// All tables that will be read.
    pub fn tables(&self) -> impl Iterator<Item = &Planned> {
        self.jobs.iter().flat_map(|job| &job.tables)
    }

    /// Whether the tables declare the same ids in the same order as those of another plan.
    pub fn declares_like(&self, other: &Self) -> bool {
        fn declared(table: &Planned) -> (Kind, &str) {
            (table.kind, &table.id)
        }
        self.tables().map(declared).eq(other.tables().map(declared))
    }
}

/// Looks through a file.
pub fn plan(source: SourceId, file: &Source) -> Plan {
    let mut plan = Plan::default();
    let mut planner = Planner { plan: &mut plan, source, path: file.path(), text: file.text() };
    for chunk in cut(file.text()) {
        planner.settle(&chunk);
    }
    plan
}

/// What all files declare together.
#[derive(Debug, Default)]
pub struct Joined {
    /// What is declared.
    pub names: Names,
    /// What was declared before.
    pub problems: Vec<Problem>,
    /// The files in which something now counts as declared before that didn't, or the other way round.
    pub flipped: Vec<SourceId>,
}

/// Declares what the files declare, in reading order, and notes in them what was taken.
pub fn join(plans: &mut [Plan]) -> Joined {
    let mut joined = Joined::default();
    let mut about = None;
    for job in plans.iter_mut().flat_map(|plan| &mut plan.jobs) {
        for table in &mut job.tables {
            let first = match table.kind.form() {
                Form::Named => joined.names.declare(table.kind, &table.id, table.header).err(),
                Form::Single if table.kind == Kind::Landscape => {
                    let first = about.map(|first| (table.kind, first));
                    about.get_or_insert(table.header);
                    first
                }
                _ => None,
            };
            if table.duplicate != first.is_some() {
                joined.flipped.push(job.source);
                table.duplicate = first.is_some();
            }
            if let Some((kind, first)) = first {
                let id = if table.id.is_empty() { kind.key() } else { &table.id };
                let fault = Fault::DuplicateId { id: id.to_owned(), kind, first };
                joined.problems.push(Problem::in_file(id, table.at, fault));
            }
        }
    }
    joined
}

struct Planner<'a> {
    plan: &'a mut Plan,
    source: SourceId,
    path: &'a str,
    text: &'a str,
}

impl Planner<'_> {
    /// Plans a piece; one that hides further headers in something unclosed is cut again.
    fn settle(&mut self, chunk: &Chunk) {
        let text = &self.text[chunk.range.clone()];
        let hides = text.trim_start_matches('\n').contains("\n[");
        if hides && chunk.header.is_some() && DeTable::parse(text).is_err() {
            let base = chunk.range.start;
            for piece in cut_hard(text) {
                self.add(&piece.shifted(base));
            }
        } else {
            self.add(chunk);
        }
    }

    fn add(&mut self, chunk: &Chunk) {
        let named = chunk.header.as_ref().and_then(|header| {
            let kind = Kind::from_key(&self.text[header.kind.clone()])?;
            fits(kind.form(), header).then_some((kind, header))
        });
        match named {
            Some((kind, header)) => {
                let id = header.id.clone().map_or("", |range| &self.text[range]);
                let location = self.location(&header.range);
                let id_location = header.id.as_ref().map_or(location, |range| self.location(range));
                let table = self.declare(kind, id, location, id_location);
                let range = header.range.end..chunk.range.end;
                self.plan.jobs.push(Job { source: self.source, range, body: true, tables: vec![table] });
            }
            None => self.document(chunk),
        }
    }

    /// Plans a piece that only the TOML parser can tell the meaning of.
    fn document(&mut self, chunk: &Chunk) {
        let text = &self.text[chunk.range.clone()];
        let base = chunk.range.start;
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let pieces = cut_hard(text);
                if pieces.len() > 1 {
                    for piece in pieces {
                        self.add(&piece.shifted(base));
                    }
                } else {
                    self.unreadable(chunk, &error);
                }
                return;
            }
        };
        let mut tables = Vec::new();
        for (key, value) in table.get_ref() {
            let at = self.location(&(base + key.span().start..base + key.span().end));
            match Kind::from_key(key.get_ref()) {
                Some(kind) => self.entries(kind, at, base, value.get_ref(), &mut tables),
                None => self.unknown(key.get_ref(), at, value.get_ref(), &mut tables),
            }
        }
        if !tables.is_empty() {
            self.plan.jobs.push(Job { source: self.source, range: chunk.range.clone(), body: false, tables });
        }
    }

    /// Plans what stands under a kind's key, in whichever way it is written.
    fn entries(
        &mut self,
        kind: Kind,
        at: Location,
        base: usize,
        value: &DeValue<'_>,
        tables: &mut Vec<Planned>,
    ) {
        let wrong = |expected: &str, found: &'static str| Fault::InvalidValue {
            key: kind.key().to_owned(),
            expected: Expected::Form(expected.to_owned()),
            found: Found::Type(found),
        };
        match (kind.form(), value) {
            (Form::Named, DeValue::Table(named)) => {
                for (id, value) in named {
                    let at = self.location(&(base + id.span().start..base + id.span().end));
                    let mut table = self.declare(kind, id.get_ref(), at, at);
                    if !value.get_ref().is_table() {
                        table.broken = true;
                        self.problem(id.get_ref(), at, wrong("named-table", value.get_ref().type_str()));
                    }
                    tables.push(table);
                }
            }
            (Form::Single, DeValue::Table(_)) => tables.push(self.declare(kind, "", at, at)),
            (Form::Element, DeValue::Array(items)) => {
                for (element, item) in items.iter().enumerate() {
                    if item.get_ref().is_table() {
                        let planned = self.declare(kind, "", at, at);
                        tables.push(Planned { element, ..planned });
                    } else {
                        self.problem("", at, wrong("element", item.get_ref().type_str()));
                    }
                }
            }
            (form, value) => {
                let expected = match form {
                    Form::Named => "named-table",
                    Form::Single => "single-table",
                    Form::Element => "element",
                };
                self.problem("", at, wrong(expected, value.type_str()));
            }
        }
    }

    /// Tells of a first word that the language doesn't have. Where it is a misspelt kind, what it declares
    /// still counts as declared: one slip must not make every reference to it wrong.
    fn unknown(&mut self, key: &str, at: Location, value: &DeValue<'_>, tables: &mut Vec<Planned>) {
        let near = Nearest::default().find(key, Kind::ALL.map(Kind::key)).and_then(Kind::from_key);
        let fault = Fault::UnknownKey {
            key: key.to_owned(),
            table: String::new(),
            near: near.map(|kind| kind.key().to_owned()),
        };
        self.problem("", at, fault);
        if let (Some(kind), DeValue::Table(named)) = (near.filter(|kind| kind.form() == Form::Named), value) {
            for (id, _) in named {
                let table = self.declare(kind, id.get_ref(), at, at);
                tables.push(Planned { broken: true, ..table });
            }
        }
    }

    /// Tells of a piece that isn't TOML, and declares what its header seems to.
    fn unreadable(&mut self, chunk: &Chunk, error: &toml::de::Error) {
        let base = chunk.range.start;
        let span = error.span().unwrap_or_default();
        let at = self.location(&(base + span.start..base + span.end));
        let rough = rough_header(&self.text[chunk.range.clone()]);
        let named = rough.and_then(|(kind, id)| Some((Kind::from_key(kind)?, id)));
        let named = named.filter(|(kind, id)| kind.form() == Form::Named && is_id(id));
        let fault = Fault::toml(error, &self.text[chunk.range.clone()]);
        self.problem(named.map_or("", |(_, id)| id), at, fault);
        if let Some((kind, id)) = named {
            let table = Planned { broken: true, ..self.declare(kind, id, at, at) };
            let range = chunk.range.clone();
            self.plan.jobs.push(Job { source: self.source, range, body: true, tables: vec![table] });
        }
    }

    /// Notes what is declared, and tells when its id can't be one. Whether it was taken, only all files together
    /// can tell.
    fn declare(&mut self, kind: Kind, id: &str, header: Location, at: Location) -> Planned {
        if kind.form() == Form::Named && !is_id(id) {
            self.problem(id, at, Fault::InvalidId { id: id.to_owned() });
        }
        Planned { kind, id: id.into(), element: 0, header, at, duplicate: false, broken: false }
    }

    fn problem(&mut self, subject: &str, location: Location, fault: Fault) {
        let subject = if subject.is_empty() { self.path } else { subject };
        self.plan.problems.push(Problem::in_file(subject, location, fault));
    }

    fn location(&self, range: &Range<usize>) -> Location {
        // Files are shorter than 4 GiB: `Sources::add` saw to that.
        #[expect(clippy::cast_possible_truncation)]
        let (start, end) = (range.start as u32, range.end as u32);
        Location { source: self.source, start, end }
    }
}

/// Whether a plain header is written as its kind should be.
const fn fits(form: Form, header: &Header) -> bool {
    match form {
        Form::Named => header.id.is_some() && !header.element,
        Form::Single => header.id.is_none() && !header.element,
        Form::Element => header.id.is_none() && header.element,
    }
}

/// Whether an id is one: `[A-Za-z0-9][A-Za-z0-9_-]*`.
#[must_use]
pub fn is_id(id: &str) -> bool {
    id.bytes()
        .enumerate()
        .all(|(at, byte)| byte.is_ascii_alphanumeric() || at > 0 && matches!(byte, b'_' | b'-'))
        && !id.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_starts_with_a_letter_or_digit() {
        assert!(is_id("csam") && is_id("4all") && is_id("key2-burger_zaken"));
        assert!(!is_id("") && !is_id("-a") && !is_id("a b") && !is_id("..") && !is_id("café"));
    }
}

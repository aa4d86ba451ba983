//! Reads one table into its struct and tells everything that is wrong with it.

use rustc_hash::FxHashSet;
use serde::de::DeserializeOwned;
use toml::de::DeTable;

use super::{
    meant::meant,
    names::Names,
    near::Nearest,
    problem::{Expected, Fault, Found, Problem},
    value::{Context, Misread, MisreadKind, Root},
};
use crate::{
    model::Lost,
    source::{Location, SourceId},
};

/// Where a table comes from.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The declared ids.
    pub names: &'a Names,
    /// The file.
    pub source: SourceId,
    /// Where in the file the parsed text starts.
    pub base: usize,
    /// The table's header.
    pub header: Location,
    /// How people write the header: `[party.college]`.
    pub title: &'a str,
    /// The id that findings about it get.
    pub subject: &'a str,
    /// The keys that hold text which must say something.
    pub telling: &'static [&'static str],
}

/// A table that was read.
pub struct Read<T> {
    /// What it says; none where a key that must be there isn't.
    pub table: Option<T>,
    /// The keys that couldn't be read.
    pub lost: Lost,
    /// Everything that is wrong with it.
    pub problems: Vec<Problem>,
}

/// Reads a table: once where all is well, and once more for each mistake, without that mistake.
pub fn read<T: DeserializeOwned>(table: &DeTable<'_>, place: Place<'_>) -> Read<T> {
    let mut context = place.context();
    let mut read = Read { table: None, lost: Lost::default(), problems: Vec::new() };
    // Each round drops a key or value or stands in for one, so there are no more rounds than those.
    loop {
        let misread = match T::deserialize(Root(table, &context)) {
            Ok(value) => {
                let complete = context.stand_in.is_empty();
                read.table = complete.then_some(value);
                break;
            }
            Err(misread) => misread,
        };
        match misread.kind {
            MisreadKind::MissingKey(key) if !context.stand_in.contains(&key) => {
                let dropped = read.lost.keys.iter().any(|lost| **lost == *key);
                if !dropped {
                    let fault = Fault::MissingKey { key, table: place.title.to_owned() };
                    read.problems.push(place.problem(place.header, fault));
                }
                context.stand_in.push(key);
            }
            _ => {
                let Some(span) = misread.span.clone().filter(|span| !context.dropped.contains(&span.start))
                else {
                    let (expected, found) = (Expected::Form("table".to_owned()), Found::Type("value"));
                    let fault = Fault::InvalidValue { key: place.title.to_owned(), expected, found };
                    read.problems.push(place.problem(place.header, fault));
                    read.lost.all = true;
                    break;
                };
                context.dropped.insert(span.start);
                let key = key_around(table, span.start);
                note(&mut read, key, place, context.location(&span), misread);
            }
        }
    }
    tell_blank(&mut read, table, place);
    read
}

/// Tells of text that must say something and is blank: it says no more than a key that isn't there.
fn tell_blank<T>(read: &mut Read<T>, table: &DeTable<'_>, place: Place<'_>) {
    for &key in place.telling {
        let Some(value) = table.get(key) else { continue };
        if value.get_ref().as_str().is_some_and(|text| text.trim().is_empty()) {
            let location = place.location(&value.span());
            let fault = Fault::MissingKey { key, table: place.title.to_owned() };
            read.problems.push(place.problem(location, fault));
            read.lost.keys.push(key.into());
        }
    }
}

/// The key of the table that a place belongs to.
fn key_around<'a>(table: &'a DeTable<'_>, at: usize) -> &'a str {
    let holds =
        |(key, value): &(&toml::Spanned<toml::de::DeString<'_>>, &toml::Spanned<toml::de::DeValue<'_>>)| {
            key.span().start == at || value.span().contains(&at)
        };
    table.iter().find(holds).map_or("", |(key, _)| key.get_ref())
}

/// Writes down what is wrong with a key or its value, and that it is lost.
fn note<T>(read: &mut Read<T>, key: &str, place: Place<'_>, location: Location, misread: Misread) {
    let fault = fault(key, misread.kind);
    let lost = match &fault {
        // What was meant is as good as lost, so that no rule complains of its absence.
        Fault::UnknownKey { key: unknown, near: Some(near), .. } if unknown == key => near,
        _ => key,
    };
    read.lost.keys.push(lost.into());
    read.problems.push(place.problem(location, with_title(fault, place.title)));
}

/// What was misread of a key, as a problem.
pub fn fault(key: &str, misread: MisreadKind) -> Fault {
    let key = key.to_owned();
    match misread {
        MisreadKind::UnknownKey(unknown, known) => {
            let near = Nearest::default().find(&unknown, known.iter().copied()).map(str::to_owned);
            Fault::UnknownKey { key: unknown, table: String::new(), near }
        }
        MisreadKind::Invalid(expected, found) => {
            Fault::InvalidValue { key, expected: suggest(expected, &found), found }
        }
        MisreadKind::Reference(wanted, id) => Fault::UnknownReference { id, wanted, near: None, other: None },
        MisreadKind::MissingKey(within) => Fault::MissingKey { key: within, table: key },
    }
}

/// Adds in which table an unknown key stands.
fn with_title(fault: Fault, title: &str) -> Fault {
    match fault {
        Fault::UnknownKey { key, near, .. } => Fault::UnknownKey { key, table: title.to_owned(), near },
        other => other,
    }
}

/// Adds the word that was probably meant.
fn suggest(expected: Expected, found: &Found) -> Expected {
    match (expected, found) {
        (Expected::OneOf { words, .. }, Found::Text(text)) => {
            let known = || words.iter().map(String::as_str);
            let near = meant(text, known()).or_else(|| Nearest::default().find(text, known()));
            Expected::OneOf { near: near.map(str::to_owned), words }
        }
        (expected, _) => expected,
    }
}

impl<'a> Place<'a> {
    /// What the values of the table are read against.
    pub fn context(&self) -> Context<'a> {
        let Self { names, source, base, .. } = *self;
        Context { names, source, base, dropped: FxHashSet::default(), stand_in: Vec::new() }
    }

    /// A span of the parsed text as a place in the file.
    fn location(&self, span: &std::ops::Range<usize>) -> Location {
        self.context().location(span)
    }

    /// A problem with this table.
    pub fn problem(&self, location: Location, fault: Fault) -> Problem {
        Problem { location, subject: self.subject.to_owned(), fault }
    }
}

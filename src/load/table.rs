//! Reads one table into its struct and tells everything that is wrong with it.

use std::cell::RefCell;

use rustc_hash::FxHashSet;
use serde::de::DeserializeOwned;
use toml::de::DeTable;

use super::{
    meant::meant,
    misread::{Misread, MisreadKind},
    names::Names,
    near::Nearest,
    problem::{Expected, Fault, Found, Problem},
    value::{Context, Root},
};
use crate::{
    model::Lost,
    source::{Location, SourceId},
    text::is_blank,
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

/// Reads a table: once where all is well, and once more for each key whose value is wrong, without what is wrong.
pub fn read<T: DeserializeOwned>(table: &DeTable<'_>, place: Place<'_>) -> Read<T> {
    let mut context = place.context();
    let mut read = Read { table: None, lost: Lost::default(), problems: Vec::new() };
    let mut keys = KeysAround { table, last: None };
    // Each round drops a key or value or stands in for one, so there are no more rounds than those.
    loop {
        let result = T::deserialize(Root(table, &context));
        let mut news = false;
        for misread in context.noted.take() {
            news |= drop_it(&mut read, &mut context, &mut keys, place, misread);
        }
        let misread = match result {
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
            _ if drop_it(&mut read, &mut context, &mut keys, place, misread) || news => {}
            _ => {
                let (expected, found) = (Expected::Form("table".to_owned()), Found::Type("value"));
                let fault = Fault::InvalidValue { key: place.title.to_owned(), expected, found };
                read.problems.push(place.problem(place.header, fault));
                read.lost.all = true;
                break;
            }
        }
    }
    tell_blank(&mut read, table, place);
    read
}

/// Tells of a key or value that was misread, and passes over it from now on. False where that was done before.
fn drop_it<T>(
    read: &mut Read<T>,
    context: &mut Context<'_>,
    keys: &mut KeysAround<'_, '_>,
    place: Place<'_>,
    misread: Misread,
) -> bool {
    let Some(span) = misread.span.clone().filter(|span| context.dropped.insert(span.start)) else {
        return false;
    };
    let key = keys.around(span.start, &misread.kind);
    note(read, key, place, context.location(&span), misread.kind);
    true
}

/// Tells of text that must say something and is blank: it says no more than a key that isn't there.
fn tell_blank<T>(read: &mut Read<T>, table: &DeTable<'_>, place: Place<'_>) {
    for &key in place.telling {
        let Some(value) = table.get(key) else { continue };
        if value.get_ref().as_str().is_some_and(is_blank) {
            let location = place.location(&value.span());
            let fault = Fault::MissingKey { key, table: place.title.to_owned() };
            read.problems.push(place.problem(location, fault));
            read.lost.keys.push(key.into());
        }
    }
}

/// Which key of the table places belong to.
struct KeysAround<'a, 'i> {
    table: &'a DeTable<'i>,
    /// The last one found: most that is wrong stands together.
    last: Option<Entry<'a, 'i>>,
}

type Entry<'a, 'i> = (&'a toml::Spanned<toml::de::DeString<'i>>, &'a toml::Spanned<toml::de::DeValue<'i>>);

impl<'a, 'i> KeysAround<'a, 'i> {
    /// The key that a place belongs to.
    fn around(&mut self, at: usize, misread: &MisreadKind) -> &'a str {
        let unknown = match misread {
            MisreadKind::UnknownKey(name, _) => Some(name.as_str()),
            _ => None,
        };
        let holds = |entry: &Entry<'a, 'i>| holds(*entry, at, unknown);
        let named = || unknown.and_then(|name| self.table.get_key_value(name));
        let last = self.last.filter(holds).or_else(|| named().filter(holds));
        self.last = last.or_else(|| self.table.iter().find(holds));
        self.last.map_or("", |(key, _)| key.get_ref())
    }
}

/// Whether a key or its value stands at a place. A table under a header of its own, or of dotted keys, stands where its
/// keys do; where one of those is unknown, it is found by its name, since there may be any number of them.
fn holds((key, value): Entry<'_, '_>, at: usize, unknown: Option<&str>) -> bool {
    if key.span().start == at || value.span().contains(&at) {
        return true;
    }
    let Some(table) = value.get_ref().as_table() else { return false };
    let named = unknown.and_then(|name| table.get_key_value(name));
    named.is_some_and(|(key, _)| key.span().start == at)
        || table.iter().any(|entry| holds(entry, at, unknown))
}

/// Writes down what is wrong with a key or its value, and that it is lost.
fn note<T>(read: &mut Read<T>, key: &str, place: Place<'_>, location: Location, misread: MisreadKind) {
    let fault = fault(key, misread);
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
        Context {
            names,
            source,
            base,
            dropped: FxHashSet::default(),
            noted: RefCell::default(),
            stand_in: Vec::new(),
        }
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

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;

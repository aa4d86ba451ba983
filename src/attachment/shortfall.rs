//! What falls short, by kind: how a council member reads it first.

use super::Exception;
use crate::{
    analysis::Security,
    say,
    text::{Lang, number},
};

/// The most links of one kind that are named at the top; the table has all.
const MOST: usize = 12;

/// What is wrong with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Its security.
    State(Security),
    /// Only that nobody is responsible for it.
    NoController,
}

impl Kind {
    const fn of(exception: &Exception) -> Self {
        match exception.state {
            Security::Unknown | Security::NotCredible | Security::NotSecured => Self::State(exception.state),
            Security::NoPersonalData | Security::Secured | Security::Attention => Self::NoController,
        }
    }
}

/// Links of a kind, each with its place in the table.
pub type Group<'a> = (Kind, Vec<(usize, &'a Exception)>);

/// The links that fall short, those of a kind together, in the order of the table.
#[must_use]
pub fn groups(exceptions: &[Exception]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (at, exception) in exceptions.iter().enumerate() {
        let kind = Kind::of(exception);
        match groups.iter_mut().find(|(it, _)| *it == kind) {
            Some((_, links)) => links.push((at, exception)),
            None => groups.push((kind, vec![(at, exception)])),
        }
    }
    groups
}

/// How many of a group are named, and that there are more: "and 1 more" would take the place of that one.
#[must_use]
pub fn named(count: usize, lang: Lang) -> (usize, Option<String>) {
    if count <= MOST + 1 {
        return (count, None);
    }
    let more = number(count - MOST, lang);
    (MOST, Some(say!(lang, en: "and {more} more, in the table", nl: "en nog {more}, in de tabel")))
}

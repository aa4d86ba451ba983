//! What each word of a file is to the language: a kind, an id, a key, a reference. Also in a table that can't be
//! read as a whole, which the landscape itself knows less of.

use std::ops::Range;

use super::outline::{Key, Outline, Pair, Shape, Statement, Value};
use crate::{
    dictionary::{self, Shape as Form},
    load::problem::Wanted,
    model::{Form as Written, Kind},
};

/// A word, and what it is.
#[derive(Clone, Debug)]
pub struct Spot {
    /// Where, without quotes.
    pub range: Range<usize>,
    /// What.
    pub what: What,
}

/// What a word is.
#[derive(Clone, Debug)]
pub enum What {
    /// The kind that opens a table.
    Kind(Kind),
    /// The id of a thing, where it is declared (or one of the places, since TOML lets a table be spread).
    Id(Kind, String),
    /// A key that the language has.
    Key(&'static dictionary::Key),
    /// A rule, as a key of `[rules]`.
    Rule(String),
    /// A text that refers to something.
    Reference(Wanted, String),
    /// Any other text.
    Text(&'static dictionary::Key, String),
}

/// The words of a file that the language knows, in order.
#[must_use]
pub fn spots(outline: &Outline) -> Vec<Spot> {
    let mut finder = Finder { spots: Vec::new() };
    let mut header: &[Key] = &[];
    for statement in &outline.statements {
        match statement {
            Statement::Header { keys, .. } => {
                header = keys;
                finder.keys(Path::default(), keys);
            }
            Statement::Pair(pair) => finder.pair(path(header), pair),
        }
    }
    finder.spots
}

/// How far into the language a path of keys has come.
#[derive(Clone, Copy, Debug, Default)]
pub enum Path {
    /// Nowhere yet: a kind is next.
    #[default]
    Top,
    /// A kind of named thing: an id is next.
    Named(Kind),
    /// A table: one of its keys is next.
    Table(Kind),
    /// A table within a table.
    Within(&'static dictionary::Key, &'static [dictionary::Key]),
    /// A key: a value is next.
    Value(&'static dictionary::Key),
    /// A rule: its level is next.
    Level,
    /// Something that the language doesn't have.
    Unknown,
}

impl Path {
    /// One key further.
    #[must_use]
    pub fn then(self, key: &str) -> Self {
        let under = |found: Option<&'static dictionary::Key>| match found {
            None => Self::Unknown,
            Some(key) => match key.shape {
                Form::Table(keys) => Self::Within(key, keys),
                _ => Self::Value(key),
            },
        };
        match self {
            Self::Top => match Kind::from_key(key) {
                None => Self::Unknown,
                Some(kind) if kind.form() == Written::Named => Self::Named(kind),
                Some(kind) => Self::Table(kind),
            },
            Self::Named(kind) => Self::Table(kind),
            Self::Table(Kind::Rules) => Self::Level,
            Self::Table(kind) => under(dictionary::key(kind, key)),
            Self::Within(_, keys) => under(keys.iter().find(|it| it.name == key)),
            Self::Value(_) | Self::Level | Self::Unknown => Self::Unknown,
        }
    }
}

/// Where a path of keys leads.
#[must_use]
pub fn path(keys: &[Key]) -> Path {
    keys.iter().fold(Path::default(), |path, key| path.then(&key.text))
}

struct Finder {
    spots: Vec<Spot>,
}

impl Finder {
    /// Notes the keys of a path, and gives where it leads.
    fn keys(&mut self, from: Path, keys: &[Key]) -> Path {
        keys.iter().fold(from, |path, key| {
            let next = path.then(&key.text);
            let what = match (path, next) {
                (Path::Top, Path::Named(kind) | Path::Table(kind)) => Some(What::Kind(kind)),
                (Path::Named(kind), _) => Some(What::Id(kind, key.text.clone())),
                (_, Path::Value(known) | Path::Within(known, _)) => Some(What::Key(known)),
                (_, Path::Level) => Some(What::Rule(key.text.clone())),
                _ => None,
            };
            let quotes = usize::from(key.range.len() >= key.text.len() + 2);
            let range = key.range.start + quotes..key.range.end - quotes;
            self.spots.extend(what.map(|what| Spot { range, what }));
            next
        })
    }

    fn pair(&mut self, from: Path, pair: &Pair) {
        let path = self.keys(from, &pair.keys);
        if let Some(value) = &pair.value {
            self.value(path, value);
        }
    }

    fn value(&mut self, path: Path, value: &Value) {
        match &value.shape {
            Shape::Text(text, closed) => {
                let Path::Value(key) = path else { return };
                let what = match key.shape {
                    Form::Reference(wanted) | Form::References(wanted) | Form::TwoOrMore(wanted) => {
                        What::Reference(wanted, text.clone())
                    }
                    // Only links name themselves.
                    Form::NewId => What::Id(Kind::Link, text.clone()),
                    _ => What::Text(key, text.clone()),
                };
                let range = value.range.start + 1..value.range.end - usize::from(*closed);
                self.spots.push(Spot { range, what });
            }
            Shape::Array(items) => items.iter().for_each(|item| self.value(path, item)),
            Shape::Table(pairs) => pairs.iter().for_each(|pair| self.pair(path, pair)),
            Shape::Other => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_references_are_found_however_they_are_written() {
        let text = "data.naw.name = 'n'\n[party]\n\"p\" = { name = 'P' }\n[policy.x]\n[policy.x.never_reaches]\nparty = ['p']\n[[link]]\nid = 'L1'\nfrom = \"a\"\n[rules]\nself-link = 'warn'\n";
        let found: Vec<_> = spots(&Outline::new(text))
            .into_iter()
            .filter_map(|spot| {
                let word = &text[spot.range];
                match spot.what {
                    What::Id(kind, id) if id == word => Some(format!("{} {word}", kind.key())),
                    What::Reference(_, id) if id == word => Some(format!("-> {word}")),
                    What::Rule(_) => Some(format!("rule {word}")),
                    _ => None,
                }
            })
            .collect();
        assert_eq!(
            found,
            ["data naw", "party p", "policy x", "policy x", "-> p", "link L1", "-> a", "rule self-link"]
        );
    }
}

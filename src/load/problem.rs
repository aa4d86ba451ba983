//! What can be wrong with a landscape before any rule about privacy looks at it.
//!
//! Facts only: the rules on the language (`rules/invalid_toml.rs` and its neighbours) word them.

use crate::{model::Kind, source::Location};

/// Something in the files that breaks the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub location: Location,
    /// The id of the thing that it is in, or the path of its file.
    pub subject: String,
    /// What.
    pub fault: Fault,
}

/// What breaks the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not TOML.
    Toml {
        /// Why not, in the words of the TOML parser (English).
        why: String,
        /// The value that it stumbled over, as far as it stands on one line; empty where it was no value.
        written: String,
    },
    /// Not UTF-8.
    Encoding {
        /// UTF-16, as some editors on Windows write it.
        utf16: bool,
    },
    /// A key that the language doesn't have there.
    UnknownKey {
        /// The key.
        key: String,
        /// The table that it stands in, as people write it.
        table: String,
        /// The key that was probably meant.
        near: Option<String>,
    },
    /// A key that must be there is not.
    MissingKey {
        /// The key.
        key: &'static str,
        /// The table that lacks it.
        table: String,
    },
    /// A value of another type, or out of range.
    InvalidValue {
        /// The key.
        key: String,
        /// What should stand there: a code that the rule `invalid-value` words.
        expected: Expected,
        /// What stands there.
        found: Found,
    },
    /// An id with other characters than the language allows.
    InvalidId {
        /// The id.
        id: String,
    },
    /// An id that was declared before.
    DuplicateId {
        /// The id.
        id: String,
        /// What it was declared as before.
        kind: Kind,
        /// Where it was.
        first: Location,
    },
    /// A reference to something that isn't declared.
    UnknownReference {
        /// The id.
        id: String,
        /// What it should refer to.
        wanted: Wanted,
        /// A declared id that was probably meant, and where it is.
        near: Option<(String, Location)>,
        /// It is declared, but as something else.
        other: Option<(Kind, Location)>,
    },
}

/// What a value should have been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A type or form, by its code.
    Form(String),
    /// One of these words.
    OneOf {
        /// The words.
        words: Vec<String>,
        /// The one that was probably meant.
        near: Option<String>,
    },
}

/// What was found in place of a good value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Text, as it is.
    Text(String),
    /// Another type, by its TOML name.
    Type(&'static str),
}

/// What a reference should refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A thing of one kind.
    Kind(Kind),
    /// An application or a party.
    Endpoint,
    /// A rule.
    Rule,
    /// Anything that a finding can be about.
    Subject,
    /// A domain that some application belongs to.
    Domain,
}

impl Wanted {
    /// Whether a thing of this kind is what is wanted.
    #[must_use]
    pub fn takes(self, kind: Kind) -> bool {
        match self {
            Self::Kind(one) => one == kind,
            Self::Endpoint => matches!(kind, Kind::Application | Kind::Party),
            Self::Subject => true,
            Self::Rule | Self::Domain => false,
        }
    }
}

impl Problem {
    /// A problem with a file as a whole, or with a place in it that belongs to no table.
    #[must_use]
    pub fn in_file(path: &str, location: Location, fault: Fault) -> Self {
        Self { location, subject: path.to_owned(), fault }
    }
}

impl Fault {
    /// What the parser says of a text that isn't TOML.
    #[must_use]
    pub fn toml(error: &toml::de::Error, text: &str) -> Self {
        let span = error.span().unwrap_or_default();
        let value = text.get(span.clone()).filter(|value| !value.is_empty());
        // Where it stopped between two characters, the value is what stands on that line; or all of a header.
        let around = || {
            let start = text.get(..span.start)?.rfind('\n').map_or(0, |end| end + 1);
            let line = text[start..].lines().next()?;
            if line.trim_start().starts_with('[') { Some(line) } else { Some(line.split_once('=')?.1) }
        };
        let line = value.or_else(around).and_then(|value| value.lines().next()).unwrap_or_default();
        Self::Toml { why: error.message().to_owned(), written: line.trim().to_owned() }
    }
}

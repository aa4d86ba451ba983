//! What went wrong with one value, as a fact: what serde gets to say of it is never shown.

use std::fmt;

use serde::de;

use super::problem::{Expected, Found, Wanted};

/// What went wrong, and with which value of the parsed text.
#[derive(Clone, Debug)]
pub struct Misread {
    /// What.
    pub kind: MisreadKind,
    /// Which value or key; none for what is missing.
    pub span: Option<std::ops::Range<usize>>,
}

/// What went wrong.
#[derive(Clone, Debug)]
pub enum MisreadKind {
    /// A key that isn't there in the language, and those that are.
    UnknownKey(String, &'static [&'static str]),
    /// A key that must be there.
    MissingKey(&'static str),
    /// A value of the wrong type or form.
    Invalid(Expected, Found),
    /// A reference to nothing.
    Reference(Wanted, String),
}

impl Misread {
    /// With a place still to come.
    pub fn new(kind: MisreadKind) -> Self {
        Self { kind, span: None }
    }

    /// At a place, unless it has one already.
    #[must_use]
    pub fn at(mut self, span: &std::ops::Range<usize>) -> Self {
        self.span.get_or_insert_with(|| span.clone());
        self
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?}", self.kind)
    }
}

impl std::error::Error for Misread {}

/// The form that a visitor says it expects.
fn form(expected: &dyn de::Expected) -> Expected {
    Expected::Form(expected.to_string())
}

/// What serde says that it found, in the words of TOML.
pub fn found(unexpected: &de::Unexpected<'_>) -> Found {
    match unexpected {
        de::Unexpected::Str(text) => Found::Text((*text).to_owned()),
        de::Unexpected::Bool(_) => Found::Type("boolean"),
        de::Unexpected::Bytes(_) => Found::Type("date"),
        de::Unexpected::Float(_) => Found::Type("float"),
        de::Unexpected::Seq => Found::Type("array"),
        de::Unexpected::Map => Found::Type("table"),
        _ => Found::Type("integer"),
    }
}

impl de::Error for Misread {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(MisreadKind::Invalid(Expected::Form(message.to_string()), Found::Type("value")))
    }

    fn invalid_type(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::new(MisreadKind::Invalid(form(expected), found(&unexpected)))
    }

    fn invalid_value(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::invalid_type(unexpected, expected)
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        let words = expected.iter().map(|&word| word.to_owned()).collect();
        Self::new(MisreadKind::Invalid(
            Expected::OneOf { words, near: None },
            Found::Text(variant.to_owned()),
        ))
    }

    fn unknown_field(key: &str, expected: &'static [&'static str]) -> Self {
        Self::new(MisreadKind::UnknownKey(key.to_owned(), expected))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(MisreadKind::MissingKey(field))
    }
}

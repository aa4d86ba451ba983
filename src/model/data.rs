//! `[data.ID]`: a category of data.

use serde::Deserialize;

use crate::source::Spanned;

/// A category of data.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Data {
    /// What people call it.
    pub name: Spanned<Box<str>>,
    /// How the law protects it.
    pub class: Spanned<DataClass>,
    /// What falls under it.
    pub description: Option<Spanned<Box<str>>>,
}

/// How the law protects a category of data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DataClass {
    /// Says nothing about a natural person.
    NonPersonal,
    /// Personal data (GDPR art. 4(1)). What a category counts as when its class can't be read.
    #[default]
    Personal,
    /// Special categories (GDPR art. 9).
    SpecialCategory,
    /// Criminal convictions and offences (GDPR art. 10).
    Criminal,
    /// A national identification number such as the BSN (GDPR art. 87).
    NationalId,
}

impl DataClass {
    /// Every class, from light to heavy.
    pub const ALL: [Self; 5] =
        [Self::NonPersonal, Self::Personal, Self::SpecialCategory, Self::Criminal, Self::NationalId];

    /// How the language writes it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NonPersonal => "non-personal",
            Self::Personal => "personal",
            Self::SpecialCategory => "special-category",
            Self::Criminal => "criminal",
            Self::NationalId => "national-id",
        }
    }

    /// Whether it says something about a natural person.
    #[must_use]
    pub const fn is_personal(self) -> bool {
        !matches!(self, Self::NonPersonal)
    }

    /// Whether the law gives it more protection than other personal data.
    #[must_use]
    pub const fn is_sensitive(self) -> bool {
        matches!(self, Self::SpecialCategory | Self::Criminal | Self::NationalId)
    }
}

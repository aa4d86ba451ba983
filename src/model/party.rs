//! `[party.ID]`: an organisation or a group of people.

use serde::Deserialize;

use super::Country;
use crate::source::Spanned;

/// An organisation or a group of people: a controller, a processor, or someone outside.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// What people call it.
    pub name: Spanned<Box<str>>,
    /// What sort of party it is.
    pub kind: Option<Spanned<PartyKind>>,
    /// Where it is established.
    pub country: Option<Spanned<Country>>,
    /// Whom to ask.
    pub contact: Option<Spanned<Box<str>>>,
    /// Its data protection officer (GDPR art. 37).
    pub dpo: Option<Spanned<Box<str>>>,
}

/// What sort of party it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartyKind {
    /// A municipality, or a body of one.
    Municipality,
    /// Another public authority.
    Government,
    /// A supplier of software or services.
    Supplier,
    /// A provider of care or support.
    CareProvider,
    /// The people whom the data is about.
    DataSubject,
    /// Anyone else.
    Other,
}

impl Party {
    /// Whether these are the people whom data is about.
    #[must_use]
    pub fn is_people(&self) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.value == PartyKind::DataSubject)
    }
}

impl PartyKind {
    /// Whether it is a public authority, which can't rest on legitimate interests (GDPR art. 6(1), last sentence).
    #[must_use]
    pub const fn is_authority(self) -> bool {
        matches!(self, Self::Municipality | Self::Government)
    }
}

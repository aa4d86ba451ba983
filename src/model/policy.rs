//! `[policy.ID]`: the organisation's own rule about flows.

use serde::Deserialize;

use super::{Application, Area, Data, DataClass, Id, List, Network, Party};
use crate::source::Spanned;

/// Data that must never reach somewhere, by whatever path.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The categories that it is about; without a class either: all.
    #[serde(default)]
    pub data: List<Id<Data>>,
    /// Or every category of this class.
    pub class: Option<Spanned<PolicyClass>>,
    /// Only data that runs on from these applications, whatever brought it there.
    #[serde(default)]
    pub from: List<Id<Application>>,
    /// Where it must never come.
    pub never_reaches: Option<Spanned<Forbidden>>,
    /// Why.
    pub reason: Spanned<Box<str>>,
}

/// The classes that a policy can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PolicyClass {
    /// Only what says nothing about a person.
    NonPersonal,
    /// Every class but `non-personal`.
    Personal,
    /// Special categories (GDPR art. 9).
    SpecialCategory,
    /// Criminal convictions and offences (GDPR art. 10).
    Criminal,
    /// National identification numbers (GDPR art. 87).
    NationalId,
}

impl PolicyClass {
    /// Whether a category of such data is meant.
    #[must_use]
    pub const fn includes(self, class: DataClass) -> bool {
        match self {
            Self::NonPersonal => matches!(class, DataClass::NonPersonal),
            Self::Personal => class.is_personal(),
            Self::SpecialCategory => matches!(class, DataClass::SpecialCategory),
            Self::Criminal => matches!(class, DataClass::Criminal),
            Self::NationalId => matches!(class, DataClass::NationalId),
        }
    }
}

/// Where data must never come.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forbidden {
    /// These applications.
    #[serde(default)]
    pub application: List<Id<Application>>,
    /// These parties.
    #[serde(default)]
    pub party: List<Id<Party>>,
    /// Applications of these domains.
    #[serde(default)]
    pub domain: List<Box<str>>,
    /// Applications in these networks, and links that run over them.
    #[serde(default)]
    pub network: List<Id<Network>>,
    /// Anywhere but in these countries. Where it isn't known in which country data is, the policy isn't shown to be
    /// kept.
    #[serde(default)]
    pub country_outside: List<Area>,
}

impl Forbidden {
    /// Whether it forbids nothing.
    #[must_use]
    pub fn is_nowhere(&self) -> bool {
        let Self { application, party, domain, network, country_outside } = self;
        application.is_empty()
            && party.is_empty()
            && domain.is_empty()
            && network.is_empty()
            && country_outside.is_empty()
    }
}

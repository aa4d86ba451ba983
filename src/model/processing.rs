//! `[processing.ID]`: a processing activity (verwerkingsactiviteit, GDPR art. 30).

use serde::Deserialize;

use super::{Data, Dpia, Id, List, Party, SpecialCategoryBasis};
use crate::source::Spanned;

/// A processing activity, as in the register of GDPR art. 30(1).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Processing {
    /// What people call it.
    pub name: Spanned<Box<str>>,
    /// What it is for (GDPR art. 5(1)(b)).
    pub purpose: Option<Spanned<Box<str>>>,
    /// Who is responsible for it (GDPR art. 4(7)).
    #[serde(default)]
    pub controller: List<Id<Party>>,
    /// What makes it lawful (GDPR art. 6(1)).
    pub legal_basis: Option<Spanned<LegalBasis>>,
    /// The law that it rests on (GDPR art. 6(3)).
    #[serde(default)]
    pub law: List<Box<str>>,
    /// The exception that allows special categories (GDPR art. 9(2)).
    pub special_category_basis: Option<Spanned<SpecialCategoryBasis>>,
    /// The law that allows the national number (UAVG art. 46).
    pub national_id_law: Option<Spanned<Box<str>>>,
    /// The law that allows criminal data (GDPR art. 10).
    pub criminal_data_law: Option<Spanned<Box<str>>>,
    /// The groups of people whom it is about.
    #[serde(default)]
    pub subjects: List<Box<str>>,
    /// The categories that it needs.
    #[serde(default)]
    pub data: List<Id<Data>>,
    /// The only parties that may receive its data, where a law closes the list. Absent: no such law.
    pub recipients_only: Option<List<Id<Party>>>,
    /// How long its data is kept.
    pub retention: Option<Spanned<Box<str>>>,
    /// Whether its impact was assessed (GDPR art. 35).
    pub dpia: Option<Spanned<Dpia>>,
    /// The activities that it is compatible with (GDPR art. 6(4)): what was received for the one may be passed on
    /// for the other. Said on one side, it counts on both.
    #[serde(default)]
    pub compatible_with: List<Id<Self>>,
}

/// What makes a processing activity lawful (GDPR art. 6(1)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LegalBasis {
    /// (a)
    Consent,
    /// (b)
    Contract,
    /// (c)
    LegalObligation,
    /// (d)
    VitalInterests,
    /// (e)
    PublicTask,
    /// (f)
    LegitimateInterests,
}

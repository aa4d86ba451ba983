//! `[norm.ID]`: a statement of the traffic-light overview (stoplichtoverzicht).

use serde::{Deserialize, Serialize};

use super::{Date, List};
use crate::source::Spanned;

/// A statement that is green, amber or red: computed from rules, judged by people, or both.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// The statement.
    pub text: Spanned<Box<str>>,
    /// The rules that decide its colour.
    #[serde(default)]
    pub rules: List<Box<str>>,
    /// What people judged.
    pub status: Option<Spanned<Judgement>>,
    /// When they did.
    pub judged: Option<Spanned<Date>>,
    /// Who did.
    pub by: Option<Spanned<Box<str>>>,
    /// What they saw.
    #[serde(default)]
    pub evidence: List<Box<str>>,
    /// Why it is as it is.
    pub explanation: Option<Spanned<Box<str>>>,
    /// What will be done.
    pub action: Option<Spanned<Box<str>>>,
    /// Who will do it.
    pub owner: Option<Spanned<Box<str>>>,
    /// By when.
    pub due: Option<Spanned<Date>>,
}

/// A judgement by people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Judgement {
    /// It holds.
    Green,
    /// It needs attention.
    Amber,
    /// It doesn't hold.
    Red,
}

/// The colour of a norm. From good to bad in the order that decides which of two counts:
/// what nobody assessed is worse than green, and better than what is known to be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It holds.
    Green,
    /// Nobody can tell.
    NotAssessed,
    /// It needs attention.
    Amber,
    /// It doesn't hold.
    Red,
}

impl From<Judgement> for Status {
    fn from(judgement: Judgement) -> Self {
        match judgement {
            Judgement::Green => Self::Green,
            Judgement::Amber => Self::Amber,
            Judgement::Red => Self::Red,
        }
    }
}

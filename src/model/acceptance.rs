//! `[[acceptance]]`: an accepted risk.

use serde::Deserialize;

use super::Date;
use crate::source::Spanned;

/// A finding that someone answers for until a date. It stays visible, and no longer fails the check.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The rule whose finding is accepted.
    pub rule: Spanned<Box<str>>,
    /// The id of what was found.
    pub subject: Spanned<Box<str>>,
    /// Why it is accepted.
    pub reason: Spanned<Box<str>>,
    /// By whom.
    pub by: Spanned<Box<str>>,
    /// The last day that it is.
    pub until: Spanned<Date>,
}

//! `[application.ID]`: an application.

use serde::Deserialize;

use super::{Country, Data, Date, Id, List, Network, Party};
use crate::source::Spanned;

/// An application (`ArchiMate`: application component).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// What people call it.
    pub name: Spanned<Box<str>>,
    /// What it is for.
    pub description: Option<Spanned<Box<str>>>,
    /// The part of the organisation's work that it belongs to.
    pub domain: Option<Spanned<Box<str>>>,
    /// The role or department that answers for it.
    pub owner: Option<Spanned<Box<str>>>,
    /// Who supplies it.
    pub supplier: Option<Spanned<Id<Party>>>,
    /// Who is responsible for the data in it (GDPR art. 4(7)).
    #[serde(default)]
    pub controller: List<Id<Party>>,
    /// Who runs it.
    pub operator: Option<Spanned<Id<Party>>>,
    /// Where the data is; left out: where its operator is.
    pub country: Option<Spanned<Country>>,
    /// The network that it stands in.
    pub network: Option<Spanned<Id<Network>>>,
    /// The categories of data that originate here.
    #[serde(default)]
    pub source_of: List<Id<Data>>,
    /// Whether it is in use.
    pub lifecycle: Option<Spanned<Lifecycle>>,
    /// The last day that the supplier supports it.
    pub end_of_support: Option<Spanned<Date>>,
    /// Records who consulted which data, when and why.
    pub access_logging: Option<Spanned<bool>>,
    /// Shows people only what their role needs.
    pub role_based_access: Option<Spanned<bool>>,
    /// The GEMMA reference component: its Object ID or name.
    pub component: Option<Spanned<Box<str>>>,
    /// Where to read more.
    pub url: Option<Spanned<Box<str>>>,
}

impl Application {
    /// Whether it is in use; what isn't said otherwise is.
    #[must_use]
    pub fn lifecycle(&self) -> Lifecycle {
        self.lifecycle.as_ref().map_or(Lifecycle::Active, |it| it.value)
    }
}

/// Whether an application or a link is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lifecycle {
    /// Not yet.
    Planned,
    /// Now.
    Active,
    /// Now, but not for long.
    PhasingOut,
    /// No longer.
    Retired,
}

//! `[[link]]`: a koppeling, data that goes from one application or party to another.

use serde::Deserialize;

use super::{Agreement, Data, Date, Endpoint, Id, Item, Lifecycle, List, Network, Party, Processing};
use crate::{norms::tls::TlsVersion, source::Spanned};

/// A koppeling: data goes from `from` to `to` (`ArchiMate`: flow relationship).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Its own name; left out: the ids of its ends.
    pub id: Option<Spanned<Box<str>>>,
    /// Where the data comes from.
    pub from: Spanned<Endpoint>,
    /// Where it goes.
    pub to: Spanned<Endpoint>,
    /// The categories that it carries.
    #[serde(default)]
    pub data: List<Id<Data>>,
    /// The categories that come back in answer.
    #[serde(default)]
    pub returns: List<Id<Data>>,
    /// Whether it carries personal data, where no categories are listed.
    pub personal_data: Option<Spanned<bool>>,
    /// The mark: the author's claim that the line is secured.
    pub secure: Option<Spanned<bool>>,
    /// What it speaks.
    pub protocol: Option<Spanned<Box<str>>>,
    /// The version of TLS under it.
    pub tls: Option<Spanned<TlsVersion>>,
    /// How the ends know each other.
    pub authentication: Option<Spanned<Authentication>>,
    /// The network that it runs over; left out: the one that both ends share.
    pub network: Option<Spanned<Id<Network>>>,
    /// The standard for its messages.
    pub standard: Option<Spanned<Box<str>>>,
    /// Whether a person carries the data over.
    pub mode: Option<Spanned<Mode>>,
    /// When the mark was last checked.
    pub verified: Option<Spanned<Date>>,
    /// How the mark was checked.
    pub evidence: Option<Spanned<Box<str>>>,
    /// Who is responsible for it (GDPR art. 4(7)); several: jointly (art. 26).
    #[serde(default)]
    pub controller: List<Id<Party>>,
    /// The processing activities that it serves.
    #[serde(default)]
    pub processing: List<Id<Processing>>,
    /// The agreements that it falls under.
    #[serde(default)]
    pub agreement: List<Id<Agreement>>,
    /// How often data goes over it.
    pub frequency: Option<Spanned<Box<str>>>,
    /// Whether it is in use.
    pub lifecycle: Option<Spanned<Lifecycle>>,
    /// What it is for.
    pub description: Option<Spanned<Box<str>>>,
}

impl Link {
    /// Whether it still carries data, or will. A retired link is kept for the record: no rule judges it,
    /// and it is in no count and no picture.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.lifecycle.as_ref().is_none_or(|it| it.value != Lifecycle::Retired)
    }

    /// Both ends.
    #[must_use]
    pub const fn ends(&self) -> [Endpoint; 2] {
        [self.from.value, self.to.value]
    }
}

impl Item<Link> {
    /// Whether the same data takes the same way as over another: a graph of what runs where can't tell them apart.
    #[must_use]
    pub fn runs_like(&self, other: &Self) -> bool {
        let all = |link: &Self| {
            let lost = link.lost.any_of(&["data", "personal_data"]);
            (link.ends(), link.is_current(), link.personal_data.as_ref().map(|it| it.value), lost)
        };
        let lists =
            self.data.values().eq(other.data.values()) && self.returns.values().eq(other.returns.values());
        lists && all(self) == all(other)
    }
}

/// How the ends of a link know each other, from weak to strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Authentication {
    /// They don't.
    None,
    /// By a password.
    Password,
    /// By a token or key.
    Token,
    /// By two factors.
    TwoFactor,
    /// By certificates on both ends.
    MutualTls,
}

/// Who moves the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Machines.
    Automatic,
    /// A person, by hand.
    Manual,
}

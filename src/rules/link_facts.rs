//! What follows from a link's own keys and from what they refer to, worked out once for all rules.
//!
//! Rules look at every link many times over. What they ask of all of them lies close together here, since fetching
//! it from the tables themselves is what costs: each has lists of its own, all over the memory.

use std::ops::Deref;

use jiff::civil::Date;
use smallvec::SmallVec;

use crate::{
    model::{
        Authentication, Data, DataClass, Endpoint, Id, Item, Landscape, Link, List, Network, Party,
        Processing,
    },
    norms::{
        protocols::{Encryption, Protocol, protocol},
        tls::{Rating, TlsRating, rating},
    },
    source::Location,
};

/// A link, and what follows from it.
pub struct LinkFacts<'a> {
    /// Its declaration.
    pub link: &'a Item<Link>,
    /// The network that it runs over, as far as known.
    pub network: Option<&'a Item<Network>>,
    follows: Follows,
}

/// What follows from a link, by itself: it stays true while another table is edited.
#[derive(Clone, Debug)]
pub struct Follows {
    /// The link.
    pub id: Id<Link>,
    /// Both ends.
    pub ends: [Endpoint; 2],
    /// The classes of what is listed of it, either way.
    pub classes: Classes,
    /// It carries personal data: by the class of a category, or by its own word.
    pub personal: bool,
    /// Some personal category goes from `from` to `to`; some comes back.
    pub(super) lists_personal: [bool; 2],
    /// What is known of its protocol.
    pub protocol: Option<&'static Protocol>,
    /// What the guidelines of the date say of its version of TLS.
    pub tls: Option<&'static TlsRating>,
    /// What the landscape says of its security.
    pub assurance: Assurance,
    network: Option<Id<Network>>,
    served: SmallVec<[Id<Processing>; 4]>,
    controllers: SmallVec<[Id<Party>; 4]>,
}

/// Some of the classes that data can have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u8);

/// What a landscape says of a link's security: a fact, whatever rules are allowed or accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assurance {
    /// The mark is there, and the protocol or the network encrypts.
    Encrypted,
    /// The mark is there; nothing encrypts, but the network is closed.
    ClosedNetwork,
    /// The mark is there, and nothing shows how.
    Unexplained,
    /// The mark is there; the protocol doesn't encrypt, and no network makes up for it.
    Plain,
    /// The mark is there, and the version of TLS is insufficient.
    InsufficientTls,
    /// The link says that it is not secured.
    Denied,
    /// The link doesn't say.
    Unmarked,
}

impl Assurance {
    /// Whether the mark is there and what is declared bears it out.
    #[must_use]
    pub const fn holds(self) -> bool {
        matches!(self, Self::Encrypted | Self::ClosedNetwork)
    }
}

/// Who is responsible for a link: its own controllers, else those of the activities that it serves.
#[must_use]
pub fn controllers(landscape: &Landscape, link: &Link) -> Vec<Id<Party>> {
    let mut parties: Vec<_> = link.controller.values().collect();
    if parties.is_empty() {
        let served = link.processing.values().map(|id| landscape.processing.get(id));
        parties = served.flat_map(|activity| activity.controller.values()).collect();
    }
    parties.sort_unstable();
    parties.dedup();
    parties
}

impl Classes {
    /// Those that `is` accepts.
    #[must_use]
    pub fn those(is: impl Fn(DataClass) -> bool) -> Self {
        DataClass::ALL.into_iter().filter(|class| is(*class)).collect()
    }

    /// Whether some class is among both.
    #[must_use]
    pub const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl FromIterator<DataClass> for Classes {
    fn from_iter<I: IntoIterator<Item = DataClass>>(classes: I) -> Self {
        Self(classes.into_iter().fold(0, |all, class| all | 1 << class as u8))
    }
}

impl Deref for LinkFacts<'_> {
    type Target = Follows;

    fn deref(&self) -> &Follows {
        &self.follows
    }
}

impl Follows {
    /// Some category is listed of it, either way.
    #[must_use]
    pub fn lists_any(&self) -> bool {
        self.classes != Classes::default()
    }

    /// What is listed of it carries data that the law protects more than other personal data.
    #[must_use]
    pub fn is_sensitive(&self) -> bool {
        self.classes.meet(Classes::those(DataClass::is_sensitive))
    }

    /// The activities that it serves, each once, in the order in which it names them.
    #[must_use]
    pub fn served(&self) -> &[Id<Processing>] {
        &self.served
    }

    /// Who is responsible for it: its own controllers, else those of the activities that it serves.
    #[must_use]
    pub fn controllers(&self) -> &[Id<Party>] {
        &self.controllers
    }
}

impl<'a> LinkFacts<'a> {
    /// Works out what follows from a link.
    pub(super) fn new(landscape: &'a Landscape, (id, link): (Id<Link>, &'a Item<Link>), date: Date) -> Self {
        let classes = |list: &List<Id<Data>>| -> Classes {
            list.values().map(|id| landscape.data.get(id).class.value).collect()
        };
        let personal = Classes::those(DataClass::is_personal);
        let ways = [classes(&link.data), classes(&link.returns)];
        let classes = Classes(ways[0].0 | ways[1].0);
        let declared = link.personal_data.as_ref().is_some_and(|it| it.value);
        let mut served = SmallVec::new();
        for id in link.processing.values() {
            if !served.contains(&id) {
                served.push(id);
            }
        }
        let follows = Follows {
            id,
            ends: link.ends(),
            classes,
            personal: declared || classes.meet(personal),
            lists_personal: ways.map(|way| way.meet(personal)),
            protocol: link.protocol.as_ref().and_then(|name| protocol(name)),
            tls: link.tls.as_ref().and_then(|version| rating(version.value, date)),
            assurance: Assurance::Unmarked,
            network: network(landscape, link),
            served,
            controllers: controllers(landscape, link).into(),
        };
        let mut facts = Self::again(landscape, follows);
        facts.follows.assurance = facts.assurance();
        facts
    }

    /// What followed from a link before, and still does.
    pub(super) fn again(landscape: &'a Landscape, follows: Follows) -> Self {
        let network = follows.network.map(|id| landscape.networks.get(id));
        Self { link: landscape.links.get(follows.id), network, follows }
    }

    /// What follows from the link, without the landscape.
    pub(super) fn into_follows(self) -> Follows {
        self.follows
    }

    /// Weighs what the link says of its security.
    fn assurance(&self) -> Assurance {
        match self.link.secure.as_ref().map(|mark| mark.value) {
            None => return Assurance::Unmarked,
            Some(false) => return Assurance::Denied,
            Some(true) => {}
        }
        if self.tls.is_some_and(|tls| tls.rating == Rating::Insufficient) {
            return Assurance::InsufficientTls;
        }
        let with_tls = self.with_tls();
        let encrypts = match self.protocol.map(|protocol| protocol.encryption) {
            Some(Encryption::Always) => Some(true),
            Some(Encryption::WithTls) => Some(with_tls),
            Some(Encryption::Never) => Some(false),
            // TLS is TLS, whatever runs on it.
            None => with_tls.then_some(true),
        };
        let network = self.network.map(|network| (network.is_encrypted(), network.is_controlled()));
        match (encrypts, network) {
            (Some(true), _) | (_, Some((true, _))) => Assurance::Encrypted,
            (_, Some((false, true))) => Assurance::ClosedNetwork,
            (Some(false), _) => Assurance::Plain,
            (None, _) => Assurance::Unexplained,
        }
    }

    /// Whether the link says that TLS is under it: by its version, or since only TLS knows mutual TLS.
    #[must_use]
    pub fn with_tls(&self) -> bool {
        let mutual =
            self.link.authentication.as_ref().is_some_and(|it| it.value == Authentication::MutualTls);
        mutual || self.link.tls.is_some()
    }

    /// Whether the mark is there.
    #[must_use]
    pub fn marked(&self) -> bool {
        self.link.secure.as_ref().is_some_and(|mark| mark.value)
    }

    /// Where the mark stands, or else the link itself.
    #[must_use]
    pub fn mark(&self) -> Location {
        self.link.secure.as_ref().map_or(self.link.header, |mark| mark.location)
    }

    /// Nobody can say what it carries: it lists nothing, or only harmless answers, and doesn't say otherwise.
    #[must_use]
    pub fn unknown_content(&self) -> bool {
        !self.personal && self.link.data.is_empty() && self.link.personal_data.is_none()
    }
}

/// Every category that a link carries, either way.
pub fn categories(link: &Link) -> impl Iterator<Item = Id<Data>> + '_ {
    link.data.values().chain(link.returns.values())
}

/// The network that a link runs over: its own, else the one that both ends stand in.
#[must_use]
pub fn network(landscape: &Landscape, link: &Link) -> Option<Id<Network>> {
    if let Some(own) = &link.network {
        return Some(own.value);
    }
    let of =
        |end: Endpoint| landscape.applications.get(end.application()?).network.as_ref().map(|it| it.value);
    let [from, to] = link.ends();
    of(from).filter(|network| of(to) == Some(*network))
}

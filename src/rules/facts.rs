//! What every rule may want to know of a landscape, worked out once.

use std::sync::OnceLock;

use jiff::civil::Date;

use super::ends::Ends;
use crate::{
    graph::FlowGraph,
    load::problem::Problem,
    model::{Authentication, Data, DataClass, Endpoint, Id, Item, Landscape, Link, Network, Party},
    norms::{
        protocols::{Encryption, Protocol, protocol},
        tls::{Rating, TlsRating, rating},
    },
    say,
    source::Location,
    text::{Lang, shown},
};

/// A landscape on a date, with what follows from it.
pub struct Facts<'a> {
    /// The landscape.
    pub landscape: &'a Landscape,
    /// What is wrong with its text.
    pub problems: &'a [Problem],
    /// The reference date.
    pub date: Date,
    /// The language that messages are made in.
    pub lang: Lang,
    /// The links that carry data or will, in reading order.
    pub links: Vec<LinkFacts<'a>>,
    flow: OnceLock<FlowGraph>,
    ends: OnceLock<Ends>,
}

/// What follows from a link's own keys and from what they refer to.
#[derive(Clone, Copy)]
pub struct LinkFacts<'a> {
    /// The link.
    pub id: Id<Link>,
    /// Its declaration.
    pub link: &'a Item<Link>,
    /// It carries personal data: by the class of a category, or by its own word.
    pub personal: bool,
    /// What is listed of it carries data that the law protects more than other personal data.
    pub sensitive: bool,
    /// Some category is listed, either way.
    pub listed: bool,
    /// What is known of its protocol.
    pub protocol: Option<&'static Protocol>,
    /// The network that it runs over, as far as known.
    pub network: Option<&'a Item<Network>>,
    /// What the guidelines of the date say of its version of TLS.
    pub tls: Option<&'static TlsRating>,
    /// What the landscape says of its security.
    pub assurance: Assurance,
}

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

impl<'a> Facts<'a> {
    /// Works out what rules may want to know.
    #[must_use]
    pub fn new(landscape: &'a Landscape, problems: &'a [Problem], date: Date, lang: Lang) -> Self {
        let links =
            landscape.current_links().map(|(id, link)| LinkFacts::new(landscape, id, link, date)).collect();
        Self { landscape, problems, date, lang, links, flow: OnceLock::new(), ends: OnceLock::new() }
    }

    /// What runs where; built for the first rule that asks.
    pub fn flow(&self) -> &FlowGraph {
        self.flow.get_or_init(|| FlowGraph::new(self.landscape))
    }

    /// The links that start or end here, in reading order, each once.
    pub fn at(&self, end: Endpoint) -> impl Iterator<Item = &LinkFacts<'a>> {
        let ends = self.ends.get_or_init(|| Ends::new(self.landscape, &self.links));
        ends.at(end).iter().map(|place| &self.links[*place as usize])
    }

    /// The links that carry personal data.
    pub fn personal_links(&self) -> impl Iterator<Item = &LinkFacts<'a>> {
        self.links.iter().filter(|link| link.personal)
    }

    /// Whether everything that was written could be read. Where it wasn't, what seems to be missing or unused
    /// may only be unreadable.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.problems.is_empty()
    }

    /// Who is responsible for a link: its own controllers, else those of the activities that it serves.
    #[must_use]
    pub fn controllers(&self, link: &Link) -> Vec<Id<Party>> {
        controllers(self.landscape, link)
    }

    /// How messages name a link: who → whom, and its id where that says more.
    #[must_use]
    pub fn link_name(&self, link: &Item<Link>) -> String {
        let [from, to] = link.ends().map(|end| shown(self.landscape.endpoint_name(end)));
        // A made-up id only repeats the ends, unless it counts.
        if link.table.id.is_some() || link.id.contains('#') {
            format!("{from} → {to} ({})", shown(&link.id))
        } else {
            format!("{from} → {to}")
        }
    }

    /// How messages start about a link.
    #[must_use]
    pub fn the_link(&self, link: &Item<Link>) -> String {
        let name = self.link_name(link);
        say!(self.lang, en: "Link {name}", nl: "Koppeling {name}")
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

impl<'a> LinkFacts<'a> {
    fn new(landscape: &'a Landscape, id: Id<Link>, link: &'a Item<Link>, date: Date) -> Self {
        let classes = || categories(link).map(|id| landscape.data.get(id).class.value);
        let declared = link.personal_data.as_ref().is_some_and(|it| it.value);
        let network = network(landscape, link);
        let mut facts = Self {
            id,
            link,
            personal: declared || classes().any(DataClass::is_personal),
            sensitive: classes().any(DataClass::is_sensitive),
            listed: classes().next().is_some(),
            protocol: link.protocol.as_ref().and_then(|name| protocol(name)),
            network: network.map(|id| landscape.networks.get(id)),
            tls: link.tls.as_ref().and_then(|version| rating(version.value, date)),
            assurance: Assurance::Unmarked,
        };
        facts.assurance = facts.assurance();
        facts
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

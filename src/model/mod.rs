//! What a landscape is: applications, links between them, and all that says whether those may be.
//!
//! One file per table of the language; each struct is at once the table's definition (through serde) and
//! what rules and pictures read. References are resolved: an [`Id`] points to something that exists.

mod about;
mod acceptance;
mod agreement;
mod application;
mod data;
mod id;
mod link;
mod network;
mod norm;
mod party;
mod places;
mod policy;
mod processing;
mod values;
mod view;

pub use self::{
    about::About,
    acceptance::Acceptance,
    agreement::{Agreement, AgreementKind, Clause, Safeguard},
    application::{Application, Lifecycle},
    data::{Data, DataClass},
    id::{Arena, Endpoint, Form, Id, Item, Kind, Lost, Named},
    link::{Authentication, Link, Mode},
    network::Network,
    norm::{Judgement, Norm, Status},
    party::{Party, PartyKind},
    places::Places,
    policy::{Forbidden, Policy, PolicyClass},
    processing::{LegalBasis, Processing},
    values::{Area, Country, Date, Dpia, LIST, List, SPANNED, SpecialCategoryBasis},
    view::{Audience, GroupBy, View, ViewDirection, ViewLinks},
};
use crate::source::{Location, Spanned};

/// Everything that was declared, with every reference resolved.
#[derive(Clone, Debug, Default)]
pub struct Landscape {
    /// `[landscape]`; none: it is missing.
    pub about: Option<Item<About>>,
    /// `[party.ID]`
    pub parties: Arena<Party>,
    /// `[data.ID]`
    pub data: Arena<Data>,
    /// `[network.ID]`
    pub networks: Arena<Network>,
    /// `[application.ID]`
    pub applications: Arena<Application>,
    /// `[[link]]`
    pub links: Arena<Link>,
    /// `[processing.ID]`
    pub processing: Arena<Processing>,
    /// `[agreement.ID]`
    pub agreements: Arena<Agreement>,
    /// `[norm.ID]`
    pub norms: Arena<Norm>,
    /// `[view.ID]`
    pub views: Arena<View>,
    /// `[policy.ID]`
    pub policies: Arena<Policy>,
    /// `[[acceptance]]`
    pub acceptances: Vec<Item<Acceptance>>,
    /// `[rules]`: the level that each named rule is set to. Whether such a rule exists is not known here.
    pub rules: Vec<(Spanned<Box<str>>, Spanned<Setting>)>,
}

/// What `[rules]` can set a rule to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Setting {
    /// Don't judge by it.
    Allow,
    /// Tell, but don't fail.
    Warn,
    /// Fail.
    Deny,
}

impl Landscape {
    /// What people call it; without a name, nothing.
    #[must_use]
    pub fn name(&self) -> &str {
        self.about.as_ref().map_or("", |about| &about.name.value)
    }

    /// The links that carry data or will, with their ids.
    pub fn current_links(&self) -> impl Iterator<Item = (Id<Link>, &Item<Link>)> {
        self.links.iter().filter(|(_, link)| link.is_current())
    }

    /// The id of everything that a finding can be about, with its kind and where it is declared.
    pub fn subjects(&self) -> impl Iterator<Item = (&str, Kind, Location)> {
        fn all<T>(arena: &Arena<T>, kind: Kind) -> impl Iterator<Item = (&str, Kind, Location)> {
            arena.items().iter().map(move |item| (&*item.id, kind, item.header))
        }
        let declared = all(&self.applications, Kind::Application).chain(all(&self.links, Kind::Link));
        let declared = declared.chain(all(&self.parties, Kind::Party)).chain(all(&self.data, Kind::Data));
        let declared = declared.chain(all(&self.networks, Kind::Network));
        let declared = declared.chain(all(&self.processing, Kind::Processing));
        let declared = declared.chain(all(&self.agreements, Kind::Agreement));
        let declared = declared.chain(all(&self.norms, Kind::Norm)).chain(all(&self.views, Kind::View));
        declared.chain(all(&self.policies, Kind::Policy))
    }

    /// The id under which an end of a link was declared.
    #[must_use]
    pub fn endpoint_id(&self, end: Endpoint) -> &str {
        match end {
            Endpoint::Application(id) => &self.applications.get(id).id,
            Endpoint::Party(id) => &self.parties.get(id).id,
        }
    }

    /// What people call an end of a link.
    #[must_use]
    pub fn endpoint_name(&self, end: Endpoint) -> &str {
        match end {
            Endpoint::Application(id) => &self.applications.get(id).name.value,
            Endpoint::Party(id) => &self.parties.get(id).name.value,
        }
    }
}

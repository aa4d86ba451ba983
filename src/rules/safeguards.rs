//! What protects personal data that goes to a country outside the EEA.

use jiff::civil::Date;

use super::{Facts, LinkFacts, agreements::Agreements};
use crate::{
    model::{Agreement, Country, Endpoint, Id, Item, Party, PartyKind, Safeguard},
    norms::places::{Adequacy, adequacy, in_eea},
};

/// Personal data that goes to a third country.
pub struct Transfer<'a> {
    /// The link that brings it there.
    pub link: &'a LinkFacts<'a>,
    /// What the Commission decided on the country, whether or not that includes who receives it.
    pub decision: Option<&'static Adequacy>,
    agreements: &'a Agreements<'a>,
    parties: Vec<Id<Party>>,
}

/// What an agreement with a safeguard means for a transfer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It protects the data.
    Protects,
    /// Its last day is over.
    Expired,
    /// It was signed after the reference date.
    NotYetSigned,
    /// It is about other activities.
    Elsewhere,
    /// It counts only under a decision that there isn't.
    NoDecision,
}

impl<'a> Transfer<'a> {
    /// That a link brings personal data to an end in this country; nothing where that is in the EEA.
    pub fn new(
        facts: &Facts<'_>,
        agreements: &'a Agreements<'a>,
        link: &'a LinkFacts<'a>,
        end: Endpoint,
        country: Country,
    ) -> Option<Self> {
        let code = country.code();
        if in_eea(code, facts.date) {
            return None;
        }
        Some(Self { link, decision: adequacy(code, facts.date), agreements, parties: parties(facts, end) })
    }

    /// Whether an adequacy decision includes these receivers by itself. Those on Canada and Japan are about
    /// companies, and a supplier is one; others with a scope ask for a certificate.
    pub fn is_adequate(&self, facts: &Facts<'_>) -> bool {
        let is_supplier = |party: &Id<Party>| {
            let kind = &facts.landscape.parties.get(*party).kind;
            kind.as_ref().is_some_and(|kind| kind.value == PartyKind::Supplier)
        };
        self.decision.is_some_and(|decision| {
            decision.scope.is_none()
                || matches!(decision.country, "CA" | "JP") && self.parties.first().is_some_and(is_supplier)
        })
    }

    /// The first agreement that protects the data, in reading order.
    pub fn safeguard<'b>(&self, facts: &Facts<'b>) -> Option<&'b Item<Agreement>> {
        let all = &facts.landscape.agreements;
        let protects = |id| self.weigh(facts.date, all.get(id)) == Some(Weight::Protects);
        let named = self.link.link.agreement.values().filter(|id| protects(*id));
        self.agreements.first_of(&self.parties, protects).into_iter().chain(named).min().map(|id| all.get(id))
    }

    /// Its agreements with a safeguard, in reading order, and what each means for it.
    pub fn weighed<'b>(&self, facts: &Facts<'b>) -> impl Iterator<Item = (&'b Item<Agreement>, Weight)> {
        let all = &facts.landscape.agreements;
        let date = facts.date;
        // Those that may be about it: with a receiver, or named by the link.
        let about = self.agreements.about(&self.parties, self.link.link.agreement.values());
        about.into_iter().filter_map(move |id| {
            let agreement = all.get(id);
            Some((agreement, self.weigh(date, agreement)?))
        })
    }

    /// What an agreement means for this transfer; nothing where it has no safeguard.
    fn weigh(&self, date: Date, agreement: &Item<Agreement>) -> Option<Weight> {
        // What couldn't be read has been told; it may be the safeguard.
        if agreement.lost.any_of(&["safeguard", "signed", "expires", "covers"]) {
            return Some(Weight::Protects);
        }
        let safeguard = agreement.safeguard.as_ref()?.value;
        let about = |id| agreement.covers.values().any(|covered| covered == id);
        let elsewhere = !agreement.covers.is_empty()
            && !self.link.link.processing.is_empty()
            && !self.link.link.processing.values().any(about);
        Some(if agreement.expires.as_ref().is_some_and(|day| day.value.0 < date) {
            Weight::Expired
        } else if agreement.signed.as_ref().is_some_and(|day| day.value.0 > date) {
            Weight::NotYetSigned
        } else if elsewhere {
            Weight::Elsewhere
        } else if safeguard == Safeguard::DpfCertified && self.decision.is_none_or(|it| it.country != "US") {
            Weight::NoDecision
        } else {
            Weight::Protects
        })
    }
}

/// The parties that receive what an end does: the party itself; who runs the application, and who is
/// responsible for it.
fn parties(facts: &Facts<'_>, end: Endpoint) -> Vec<Id<Party>> {
    match end {
        Endpoint::Party(id) => vec![id],
        Endpoint::Application(id) => {
            let application = facts.landscape.applications.get(id);
            application.operator.iter().map(|it| it.value).chain(application.controller.values()).collect()
        }
    }
}

//! Who agreed what with whom.

use std::borrow::Cow;

use super::{Facts, phrases};
use crate::{
    model::{Agreement, AgreementKind, Id, Item, Landscape, Party},
    norms::laws::{AVG, Article, WBP, in_force},
    text::{Text, shown},
};

/// The agreements of a landscape by party.
pub struct Agreements<'a> {
    facts: &'a Facts<'a>,
    by: &'a ByParty,
    /// Some agreement couldn't be read well enough to know between whom it is: it may be the one that seems
    /// to be missing.
    pub unreadable: bool,
}

/// Which agreements name whom.
pub struct ByParty {
    /// By party: those that name it, in reading order.
    of: Vec<Vec<Id<Agreement>>>,
    /// Those of which it couldn't be read between whom they are.
    nameless: Vec<Id<Agreement>>,
    unreadable: bool,
}

impl ByParty {
    /// Looks at every agreement once.
    #[must_use]
    pub fn new(landscape: &Landscape) -> Self {
        let all = &landscape.agreements;
        let mut of = vec![Vec::new(); landscape.parties.len()];
        for (id, agreement) in all.iter() {
            for party in agreement.parties.values() {
                of[party.index()].push(id);
            }
        }
        let nameless = all.iter().filter(|(_, it)| it.lost.any_of(&["parties"])).map(|(id, _)| id).collect();
        let unreadable = all.items().iter().any(|it| it.lost.any_of(&["kind", "parties", "signed"]));
        Self { of, nameless, unreadable }
    }
}

impl<'a> Agreements<'a> {
    /// Those of a landscape.
    #[must_use]
    pub fn new(facts: &'a Facts<'a>) -> Self {
        let by = facts.agreements_by_party();
        Self { facts, by, unreadable: by.unreadable }
    }

    /// The agreements that name a party, or might.
    pub fn of(&self, party: Id<Party>) -> impl Iterator<Item = Id<Agreement>> {
        self.by.of[party.index()].iter().chain(&self.by.nameless).copied()
    }

    /// The first agreement that names one of these parties, or might, and that is as asked; in reading order.
    pub fn first_of(
        &self,
        parties: &[Id<Party>],
        is_asked: impl Fn(Id<Agreement>) -> bool,
    ) -> Option<Id<Agreement>> {
        let lists = parties.iter().map(|party| &self.by.of[party.index()]).chain([&self.by.nameless]);
        lists.filter_map(|list| list.iter().copied().find(|id| is_asked(*id))).min()
    }

    /// The agreements that name one of these parties, or might, and those that are named here, in reading order.
    #[must_use]
    pub fn about(
        &self,
        parties: &[Id<Party>],
        named: impl Iterator<Item = Id<Agreement>>,
    ) -> Vec<Id<Agreement>> {
        let of = parties.iter().flat_map(|party| &self.by.of[party.index()]);
        let mut about: Vec<_> = of.chain(&self.by.nameless).copied().chain(named).collect();
        about.sort_unstable();
        about.dedup();
        about
    }

    /// The agreements that name both, in reading order.
    pub fn between(&self, one: Id<Party>, other: Id<Party>) -> impl Iterator<Item = &'a Item<Agreement>> {
        // A municipality has agreements with all, a supplier with few.
        let [one, other] = [one, other].map(|party| &self.by.of[party.index()]);
        let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
        let both = few.iter().filter(|id| many.binary_search(id).is_ok());
        both.map(|id| self.facts.landscape.agreements.get(*id))
    }

    /// Whether both signed an agreement (of this kind). One that has expired counts: that it has is told by
    /// `expired-agreement`, and is not told again as if there never was one.
    #[must_use]
    pub fn any(&self, kind: Option<AgreementKind>, one: Id<Party>, other: Id<Party>) -> bool {
        let mut between = self.between(one, other);
        between.any(|it| kind.is_none_or(|kind| it.kind.value == kind) && is_signed(it, self.facts))
    }
}

/// Whether it was signed by the reference date. Where it doesn't say when, it was: an agreement that isn't
/// there yet is not an agreement.
#[must_use]
pub fn is_signed(agreement: &Agreement, facts: &Facts<'_>) -> bool {
    agreement.signed.as_ref().is_none_or(|signed| signed.value.0 <= facts.date)
}

/// Whether its last day is over.
#[must_use]
pub fn has_expired(agreement: &Agreement, facts: &Facts<'_>) -> bool {
    agreement.expires.as_ref().is_some_and(|expires| expires.value.0 < facts.date)
}

/// An agreement that takes the place of another one once that expires: of the same kind, between the same
/// parties (and perhaps more), signed before the reference date or while the other still holds, and lasting
/// longer. Where both say what they cover, it covers all that the other does.
#[must_use]
pub fn successor<'a>(facts: &'a Facts<'_>, id: Id<Agreement>) -> Option<&'a Item<Agreement>> {
    let all = &facts.landscape.agreements;
    let old = all.get(id);
    let end = old.expires.as_ref()?.value.0;
    let found = all.iter().find(|(other, new)| {
        let later = new.expires.as_ref().is_none_or(|expires| {
            // Of two that end together, the first stands for both.
            expires.value.0 > end || expires.value.0 == end && *other < id
        });
        let in_time = new.signed.as_ref().is_none_or(|signed| signed.value.0 <= end.max(facts.date));
        let covers =
            new.covers.is_empty() || old.covers.values().all(|it| new.covers.values().any(|of| of == it));
        let everyone = old.parties.values().all(|it| new.parties.values().any(|of| of == it));
        *other != id && new.kind.value == old.kind.value && later && in_time && covers && everyone
    });
    found.map(|(_, new)| new)
}

/// How messages name an agreement: what it is called and between whom it is.
#[must_use]
pub fn name(facts: &Facts<'_>, agreement: &Item<Agreement>) -> String {
    let own: Cow<'_, str> = agreement.name.as_ref().map_or_else(|| shown(&agreement.id), |name| shown(name));
    let parties: Vec<_> = agreement.parties.values().collect();
    // A region has agreements that hundreds sign.
    if parties.len() > 4 {
        return own.into_owned();
    }
    format!("{own} ({})", phrases::parties(facts, &parties))
}

/// What people call an agreement of this kind, without its article.
#[must_use]
pub const fn word(kind: AgreementKind) -> Text {
    match kind {
        AgreementKind::Processor => Text { en: "processor agreement", nl: "verwerkersovereenkomst" },
        AgreementKind::JointControllers => {
            Text { en: "arrangement between joint controllers", nl: "onderlinge regeling" }
        }
        AgreementKind::Exchange => Text { en: "exchange agreement", nl: "convenant" },
    }
}

/// The articles that ask for an agreement of any kind.
pub const BASIS: &[Article] =
    &[AVG.at("5(2)"), AVG.at("24"), AVG.at("26"), AVG.at("28(3)"), WBP.at("14(2)"), WBP.at("15")];

/// The articles that ask for an agreement of this kind, on the reference date.
#[must_use]
pub fn basis(facts: &Facts<'_>, kind: AgreementKind) -> Vec<String> {
    let articles: &[Article] = match kind {
        AgreementKind::Processor => &[AVG.at("28(3)"), WBP.at("14(2)")],
        AgreementKind::JointControllers => &[AVG.at("26")],
        AgreementKind::Exchange => &[AVG.at("5(2)"), AVG.at("24"), WBP.at("15")],
    };
    let applied = articles.iter().filter(|article| in_force(**article, facts.date));
    applied.map(|article| article.label(facts.lang)).collect()
}

//! Who is responsible, whom to ask, who oversees it (GDPR art. 30(1)(a) and (2)(a)).

use super::{
    cell::{Cell, Line, written},
    scope::party_name,
};
use crate::{
    model::{Id, Party, PartyKind},
    norms::places::in_eea,
    rules::Facts,
    say,
    source::Spanned,
    text::Text,
};

/// What people call these parties, a line each.
pub fn names(facts: &Facts<'_>, parties: &[Id<Party>]) -> Vec<Line> {
    parties.iter().map(|id| Line::said(party_name(facts, *id))).collect()
}

/// Whom to ask at each of these parties.
pub fn contact(facts: &Facts<'_>, parties: &[Id<Party>]) -> Cell {
    each(facts, parties, |party| party.contact.as_ref())
}

/// The data protection officer of each of these parties.
pub fn dpo(facts: &Facts<'_>, parties: &[Id<Party>]) -> Cell {
    each(facts, parties, |party| party.dpo.as_ref())
}

/// A text of each of these parties, with their names where they are several.
fn each(facts: &Facts<'_>, parties: &[Id<Party>], text: fn(&Party) -> Option<&Spanned<Box<str>>>) -> Cell {
    let line = |id: &Id<Party>| {
        let said = text(facts.landscape.parties.get(*id)).and_then(|text| written(text));
        match (said, parties.len()) {
            (Some(text), 1) => Line::said(text),
            (Some(text), _) => Line::said(format!("{}: {text}", party_name(facts, *id))),
            (None, 1) => Line::gap(facts.lang, ""),
            (None, _) => Line::gap(facts.lang, &party_name(facts, *id)),
        }
    };
    Cell::new(facts.lang, parties.iter().map(line))
}

/// The representative of each of these parties, which only those outside the EEA need, and no public authority
/// (GDPR art. 27). The language has no key for one.
pub fn representative(facts: &Facts<'_>, parties: &[Id<Party>]) -> Cell {
    let lang = facts.lang;
    let needs = |id: &Id<Party>| {
        let party = facts.landscape.parties.get(*id);
        if party.kind.as_ref().is_some_and(|kind| kind.value.is_authority()) {
            return None;
        }
        let name = party_name(facts, *id);
        match &party.country {
            Some(country) if in_eea(country.value.code(), facts.date) => None,
            Some(_) => Some(Line::gap(lang, &name)),
            None => {
                let what = say!(lang, en: "country of {name}", nl: "land van {name}");
                Some(Line::gap(lang, &what))
            }
        }
    };
    let lines: Vec<_> = parties.iter().filter_map(needs).collect();
    match (parties, &*lines) {
        ([], _) => Cell::missing(lang, ""),
        (_, []) => Cell::not_applicable(lang),
        _ => Cell::new(lang, lines),
    }
}

/// What sort of party it is, as a category of recipients; nothing where that says nothing.
pub fn kind(party: &Party) -> Option<Text> {
    Some(match party.kind.as_ref()?.value {
        PartyKind::Municipality => Text { en: "municipality", nl: "gemeente" },
        PartyKind::Government => Text { en: "public authority", nl: "overheid" },
        PartyKind::Supplier => Text { en: "supplier", nl: "leverancier" },
        PartyKind::CareProvider => Text { en: "care provider", nl: "zorgaanbieder" },
        PartyKind::DataSubject | PartyKind::Other => return None,
    })
}

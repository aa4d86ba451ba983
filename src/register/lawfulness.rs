//! What makes an activity lawful, and whether its impact was assessed: not asked by GDPR art. 30, but kept beside it.

use super::{
    cell::{Cell, Line, written},
    scope::party_name,
};
use crate::{
    model::{Dpia, LegalBasis, Processing},
    rules::Facts,
    say,
    source::Spanned,
    text::{Lang, Text, date},
};

/// What makes it lawful, with the letter of GDPR art. 6(1).
pub fn basis(activity: &Processing, lang: Lang) -> Cell {
    let Some(basis) = &activity.legal_basis else { return Cell::missing(lang, "") };
    let (letter, word) = match basis.value {
        LegalBasis::Consent => ('a', Text { en: "consent", nl: "toestemming" }),
        LegalBasis::Contract => ('b', Text { en: "contract", nl: "overeenkomst" }),
        LegalBasis::LegalObligation => ('c', Text { en: "legal obligation", nl: "wettelijke verplichting" }),
        LegalBasis::VitalInterests => ('d', Text { en: "vital interests", nl: "vitale belangen" }),
        LegalBasis::PublicTask => ('e', Text { en: "public task", nl: "taak van algemeen belang" }),
        LegalBasis::LegitimateInterests => {
            ('f', Text { en: "legitimate interests", nl: "gerechtvaardigd belang" })
        }
    };
    let word = word.to(lang);
    Cell::said(say!(lang, en: "{word} (GDPR art. 6(1)({letter}))", nl: "{word} (AVG art. 6(1)({letter}))"))
}

/// The laws that it rests on, a line each. A basis other than a legal obligation or public task needs none.
pub fn law(activity: &Processing, lang: Lang) -> Cell {
    let laws: Vec<_> = activity.law.iter().filter_map(|law| written(law)).map(Line::said).collect();
    let needs_one = activity
        .legal_basis
        .as_ref()
        .is_none_or(|basis| matches!(basis.value, LegalBasis::LegalObligation | LegalBasis::PublicTask));
    if laws.is_empty() && !needs_one { Cell::not_applicable(lang) } else { Cell::new(lang, laws) }
}

/// The exception of GDPR art. 9(2), where there are special categories or that isn't known.
pub fn exception(activity: &Processing, needed: Option<bool>, lang: Lang) -> Cell {
    let said = activity.special_category_basis.as_ref().map(|exception| {
        let letter = exception.value.0;
        say!(lang, en: "GDPR art. 9(2)({letter})", nl: "AVG art. 9(2)({letter})")
    });
    where_needed(said, needed, lang)
}

/// A law that some data needs, where there is such data or that isn't known.
pub fn special_law(law: Option<&Spanned<Box<str>>>, needed: Option<bool>, lang: Lang) -> Cell {
    where_needed(law.and_then(|law| written(law)), needed, lang)
}

fn where_needed(said: Option<String>, needed: Option<bool>, lang: Lang) -> Cell {
    match (said, needed) {
        (Some(said), _) => Cell::said(said),
        (None, Some(false)) => Cell::not_applicable(lang),
        (None, _) => Cell::missing(lang, ""),
    }
}

/// Whether its impact was assessed.
pub fn dpia(facts: &Facts<'_>, activity: &Processing) -> Cell {
    let lang = facts.lang;
    match activity.dpia.as_ref().map(|dpia| dpia.value) {
        None => Cell::missing(lang, ""),
        Some(Dpia::NotRequired) => {
            Cell::said(say!(lang, en: "looked into: not required", nl: "nagegaan: niet nodig"))
        }
        Some(Dpia::On(day)) => {
            let on = date(day.0, lang);
            Cell::said(if day.0 > facts.date {
                say!(lang, en: "planned: {on}", nl: "gepland: {on}")
            } else {
                say!(lang, en: "done: {on}", nl: "uitgevoerd: {on}")
            })
        }
    }
}

/// The only parties that may receive its data, where a law closes the list.
pub fn closed_list(facts: &Facts<'_>, activity: &Processing) -> Cell {
    let lang = facts.lang;
    match &activity.recipients_only {
        None => Cell::not_applicable(lang),
        Some(list) if list.is_empty() => Cell::said(say!(lang, en: "nobody", nl: "niemand")),
        Some(list) => Cell::new(lang, list.values().map(|party| Line::said(party_name(facts, party)))),
    }
}

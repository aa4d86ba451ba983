//! Where the data of a row goes outside the EEA, and what protects it there (GDPR art. 30(1)(e) and (2)(c)).

use std::collections::BTreeSet;

use super::{
    cell::{Cell, Line, name, written},
    recipients::no_links,
    scope::{Own, Scope},
};
use crate::{
    model::{Agreement, Endpoint, Id, Item, Party, Safeguard},
    norms::names,
    rules::{LinkFacts, safeguards::Transfer, whereabouts::country},
    say,
    text::{Lang, Text},
};

/// The transfers, a line each, and for whom it isn't known where they are.
pub fn transfers(scope: &Scope<'_>) -> Cell {
    let (facts, lang) = (scope.facts, scope.facts.lang);
    if scope.links.is_empty() {
        return Cell::missing(lang, &no_links(scope));
    }
    let mut lines: Vec<Line> = Vec::new();
    let mut nowhere = BTreeSet::new();
    for (link, end) in places(scope) {
        let Some(country) = country(facts, end) else {
            nowhere.insert(whose(scope, end));
            continue;
        };
        let transfer = Transfer::new(facts, scope.agreements, link, end, country.value);
        lines.extend(transfer.map(|transfer| line(scope, &transfer, end, country.value.code())));
    }
    lines.sort_by(|one, other| one.text.cmp(&other.text));
    lines.dedup();
    if !nowhere.is_empty() {
        let names = nowhere.into_iter().collect::<Vec<_>>().join(", ");
        lines.push(Line::gap(lang, &say!(lang, en: "the country of {names}", nl: "het land van {names}")));
    }
    if lines.is_empty() { Cell::none(lang) } else { Cell::new(lang, lines) }
}

/// Every end that holds or gets the row's data, with a link that shows it. In the register of a processor, what
/// goes back to who is responsible is no transfer.
fn places<'a>(scope: &Scope<'a>) -> Vec<(&'a LinkFacts<'a>, Endpoint)> {
    let of = |link: &&'a LinkFacts<'a>| {
        let link = *link;
        let [from, to] = link.link.ends();
        let own = |end: &Endpoint| end.application().is_some_and(|id| scope.is_own(link, id));
        let mut ends: Vec<_> = [from, to].into_iter().filter(own).collect();
        ends.extend(scope.receivers(link).into_iter().filter(|end| !is_returned(scope, *end)));
        ends.sort_unstable();
        ends.dedup();
        ends.into_iter().map(move |end| (link, end)).collect::<Vec<_>>()
    };
    scope.links.iter().flat_map(of).collect()
}

/// Whether an end belongs to those for whom a processor works.
fn is_returned(scope: &Scope<'_>, end: Endpoint) -> bool {
    if matches!(scope.own, Own::Controllers(_)) {
        return false;
    }
    let party: Option<Id<Party>> = match end {
        Endpoint::Party(id) => Some(id),
        Endpoint::Application(id) => {
            scope.facts.landscape.applications.get(id).operator.as_ref().map(|operator| operator.value)
        }
    };
    party.is_some_and(|party| scope.controllers.contains(&party))
}

/// Whose country it is that isn't known: that of who runs an application would do.
fn whose(scope: &Scope<'_>, end: Endpoint) -> String {
    match end {
        Endpoint::Party(id) => scope.party(id),
        Endpoint::Application(id) => {
            let operator = scope.facts.landscape.applications.get(id).operator.as_ref();
            operator.map_or_else(|| scope.application(id), |operator| scope.party(operator.value))
        }
    }
}

/// One transfer: to whom, where, and what protects it.
fn line(scope: &Scope<'_>, transfer: &Transfer<'_>, end: Endpoint, code: &str) -> Line {
    let (facts, lang) = (scope.facts, scope.facts.lang);
    let who = match end {
        Endpoint::Party(id) => scope.party(id),
        Endpoint::Application(id) => scope.application(id),
    };
    let place =
        names::name(code).map_or_else(|| code.to_owned(), |name| format!("{} ({code})", name.to(lang)));
    let to = say!(lang, en: "{who} in {place}", nl: "{who} in {place}");
    if let Some(decision) = transfer.decision.filter(|_| transfer.is_adequate(facts)) {
        let source = decision.source;
        return Line::said(say!(
            lang,
            en: "{to}: adequacy decision ({source})",
            nl: "{to}: adequaatheidsbesluit ({source})",
        ));
    }
    match transfer.safeguard(facts).and_then(|agreement| protection(agreement, lang)) {
        Some(protection) => Line::said(format!("{to}: {protection}")),
        None => Line::gap(
            lang,
            &say!(lang, en: "adequacy decision or safeguard for {to}", nl: "adequaatheidsbesluit of waarborg voor {to}"),
        ),
    }
}

/// The safeguard, the agreement that it stands in, and where to find that.
fn protection(agreement: &Item<Agreement>, lang: Lang) -> Option<String> {
    let safeguard = match agreement.safeguard.as_ref()?.value {
        Safeguard::StandardContractualClauses => {
            Text { en: "standard contractual clauses", nl: "standaardcontractbepalingen" }
        }
        Safeguard::BindingCorporateRules => {
            Text { en: "binding corporate rules", nl: "bindende bedrijfsvoorschriften" }
        }
        Safeguard::DpfCertified => Text {
            en: "certified under the Data Privacy Framework",
            nl: "gecertificeerd onder het Data Privacy Framework",
        },
    };
    let (safeguard, own) = (safeguard.to(lang), agreement.name.as_ref().map_or("", |name| &name.value));
    let document = agreement.document.as_ref().and_then(|document| written(document));
    let of = std::iter::once(name(own, &agreement.id)).chain(document).collect::<Vec<_>>().join(", ");
    Some(format!("{safeguard} ({of})"))
}

//! The technical and organisational measures on a row's links and applications, in general (GDPR art. 30(1)(g)
//! and (2)(d), which ask for those of art. 32(1)).

use std::collections::BTreeMap;

use super::{
    cell::{Cell, Line, name, written},
    recipients::no_links,
    scope::Scope,
};
use crate::{
    model::{Application, Authentication},
    rules::{Assurance, LinkFacts},
    say,
    source::Spanned,
    text::{Lang, Text, number},
};

/// What secures the links, how their ends know each other, and what the applications record and show.
pub fn measures(scope: &Scope<'_>) -> Cell {
    let lang = scope.facts.lang;
    if scope.links.is_empty() {
        return Cell::missing(lang, &no_links(scope));
    }
    let mut lines = lines_security(scope);
    lines.extend(authentication(scope));
    let logging = Text { en: "logging of access", nl: "logging van raadplegen" };
    lines.extend(applications(scope, logging, |it| it.access_logging.as_ref()));
    let roles = Text { en: "access by role", nl: "toegang volgens rol" };
    lines.extend(applications(scope, roles, |it| it.role_based_access.as_ref()));
    Cell::new(lang, lines)
}

/// What a link's security comes down to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Encrypted,
    Closed,
    Insecure,
    Unknown,
}

const fn kind(assurance: Assurance) -> Kind {
    match assurance {
        Assurance::Encrypted => Kind::Encrypted,
        Assurance::ClosedNetwork => Kind::Closed,
        Assurance::InsufficientTls | Assurance::Plain | Assurance::Denied => Kind::Insecure,
        Assurance::Unexplained | Assurance::Unmarked => Kind::Unknown,
    }
}

/// How many links are encrypted, only on a closed network, not secured, or not known to be; and by what.
fn lines_security(scope: &Scope<'_>) -> Vec<Line> {
    let lang = scope.facts.lang;
    let mut kinds = BTreeMap::<Kind, Vec<&LinkFacts<'_>>>::new();
    for link in &scope.links {
        kinds.entry(kind(link.assurance)).or_default().push(link);
    }
    let line = |(kind, links): (Kind, Vec<&LinkFacts<'_>>)| {
        let (share, by) = (share(links.len(), scope.links.len(), lang), by(&links));
        match kind {
            Kind::Encrypted => {
                Line::said(say!(lang, en: "encrypted: {share}{by}", nl: "versleuteld: {share}{by}"))
            }
            Kind::Closed => Line::said(say!(
                lang,
                en: "not encrypted, on a closed network: {share}{by}",
                nl: "niet versleuteld, op een gesloten netwerk: {share}{by}",
            )),
            Kind::Insecure => {
                Line::said(say!(lang, en: "not secured: {share}{by}", nl: "niet beveiligd: {share}{by}"))
            }
            Kind::Unknown => Line::gap(
                lang,
                &say!(lang, en: "how {share} are secured{by}", nl: "hoe beveiligd: {share}{by}"),
            ),
        }
    };
    kinds.into_iter().map(line).collect()
}

/// "3 of 8 links".
fn share(some: usize, all: usize, lang: Lang) -> String {
    let (some, all, one) = (number(some, lang), number(all, lang), all == 1);
    if one {
        say!(lang, en: "{some} of {all} link", nl: "{some} van {all} koppeling")
    } else {
        say!(lang, en: "{some} of {all} links", nl: "{some} van {all} koppelingen")
    }
}

/// What links speak and run over, in brackets: protocols with the version of TLS, and networks.
fn by(links: &[&LinkFacts<'_>]) -> String {
    let way = |link: &&LinkFacts<'_>| {
        let protocol = match link.protocol {
            Some(known) => Some(known.name.to_owned()),
            None => link.link.protocol.as_ref().and_then(|protocol| written(protocol)),
        };
        let tls = link.link.tls.as_ref().map(|version| version.value.label().to_owned());
        let network = link.network.map(|network| name(&network.name, &network.id));
        let parts: Vec<_> = [protocol, tls, network].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    };
    let mut ways: Vec<_> = links.iter().filter_map(way).collect();
    ways.sort_unstable();
    ways.dedup();
    if ways.is_empty() { String::new() } else { format!(" ({})", ways.join("; ")) }
}

/// How the ends of links know each other, from strong to weak, and for how many that isn't known.
fn authentication(scope: &Scope<'_>) -> Vec<Line> {
    let (lang, all) = (scope.facts.lang, scope.links.len());
    let mut kinds = BTreeMap::<Authentication, usize>::new();
    for known in scope.links.iter().filter_map(|link| link.link.authentication.as_ref()) {
        *kinds.entry(known.value).or_default() += 1;
    }
    let unknown = all - kinds.values().sum::<usize>();
    let told: Vec<_> = kinds
        .into_iter()
        .rev()
        .map(|(kind, count)| format!("{} ({})", word(kind).to(lang), number(count, lang)))
        .collect();
    let mut lines = Vec::new();
    if !told.is_empty() {
        let told = told.join(", ");
        lines.push(Line::said(say!(lang, en: "authentication: {told}", nl: "authenticatie: {told}")));
    }
    if unknown > 0 {
        let share = share(unknown, all, lang);
        lines.push(Line::gap(
            lang,
            &say!(lang, en: "authentication of {share}", nl: "authenticatie van {share}"),
        ));
    }
    lines
}

const fn word(authentication: Authentication) -> Text {
    match authentication {
        Authentication::None => Text { en: "none", nl: "geen" },
        Authentication::Password => Text { en: "password", nl: "wachtwoord" },
        Authentication::Token => Text { en: "token", nl: "token" },
        Authentication::TwoFactor => Text { en: "two factors", nl: "twee factoren" },
        Authentication::MutualTls => Text { en: "mutual TLS", nl: "wederzijds TLS" },
    }
}

/// Which of the row's own applications have a measure, which don't, and of which that isn't known.
fn applications(scope: &Scope<'_>, what: Text, has: fn(&Application) -> Option<&Spanned<bool>>) -> Vec<Line> {
    let (lang, what) = (scope.facts.lang, what.to(scope.facts.lang));
    let (mut with, mut without, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for id in scope.applications() {
        match has(scope.facts.landscape.applications.get(id)).map(|it| it.value) {
            Some(true) => with.push(id),
            Some(false) => without.push(id),
            None => unknown.push(id),
        }
    }
    let names = |ids: &[_]| scope.application_names(ids);
    let mut lines = Vec::new();
    if !with.is_empty() {
        lines.push(Line::said(format!("{what}: {}", names(&with))));
    }
    if !without.is_empty() {
        let names = names(&without);
        lines.push(Line::said(say!(lang, en: "{what}, not in: {names}", nl: "{what}, niet in: {names}")));
    }
    if !unknown.is_empty() {
        let names = names(&unknown);
        lines.push(Line::gap(lang, &say!(lang, en: "{what} in {names}", nl: "{what} in {names}")));
    }
    lines
}

//! The nodes of an overview: one for each domain, and one for each kind of party.

use std::collections::BTreeMap;

use super::{
    compose::Places,
    drawing::{Node, Shape},
    scope::Scope,
};
use crate::{
    analysis::Analysis,
    model::{Endpoint, PartyKind},
    sentence::{APPLICATIONS, PARTIES, counted},
    text::{Lang, Text},
};

/// What applications and parties are taken together as. Domains come first, those without one last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Crowd {
    Domain(String),
    NoDomain,
    Parties(u8),
}

/// One node for each crowd, and in which crowd everyone is. `by_name`: a party that is the only one of its kind goes
/// by its own name.
pub fn nodes(analysis: &Analysis, scope: &Scope, by_name: bool) -> (Vec<Node>, Places) {
    let landscape = &analysis.landscape;
    let mut crowds: BTreeMap<Crowd, Vec<Endpoint>> = BTreeMap::new();
    for end in &scope.nodes {
        let crowd = match end {
            Endpoint::Application(id) => match &landscape.applications.get(*id).domain {
                Some(domain) => Crowd::Domain(domain.to_string()),
                None => Crowd::NoDomain,
            },
            Endpoint::Party(id) => {
                Crowd::Parties(rank(landscape.parties.get(*id).kind.as_ref().map(|kind| kind.value)))
            }
        };
        crowds.entry(crowd).or_default().push(*end);
    }
    let places = crowds
        .values()
        .enumerate()
        .flat_map(|(index, members)| members.iter().map(move |end| (*end, index)))
        .collect();
    let nodes = crowds.iter().map(|(crowd, members)| node(analysis, crowd, members, by_name)).collect();
    (nodes, places)
}

fn node(analysis: &Analysis, crowd: &Crowd, members: &[Endpoint], by_name: bool) -> Node {
    let lang = analysis.lang;
    let (label, noun, shape) = match crowd {
        Crowd::Domain(domain) => (domain.clone(), APPLICATIONS, Shape::Domain),
        Crowd::NoDomain => {
            (Text { en: "No domain", nl: "Zonder domein" }.to(lang).to_owned(), APPLICATIONS, Shape::Domain)
        }
        Crowd::Parties(rank) => (crowd_of_parties(*rank, lang).to_owned(), PARTIES, Shape::Party),
    };
    match (crowd, members) {
        (Crowd::Parties(_), [only]) if by_name => {
            let label = analysis.landscape.endpoint_name(*only).to_owned();
            Node { label, note: String::new(), shape, room: None }
        }
        _ => Node { label, note: counted(members.len(), noun, lang), shape, room: None },
    }
}

/// The order in which kinds of parties come; unknown last.
const fn rank(kind: Option<PartyKind>) -> u8 {
    match kind {
        Some(PartyKind::Municipality) => 0,
        Some(PartyKind::Government) => 1,
        Some(PartyKind::CareProvider) => 2,
        Some(PartyKind::Supplier) => 3,
        Some(PartyKind::DataSubject) => 4,
        Some(PartyKind::Other) => 5,
        None => 6,
    }
}

/// What parties of a kind are called together, by their [`rank`].
const fn crowd_of_parties(rank: u8, lang: Lang) -> &'static str {
    let text = match rank {
        0 => Text { en: "Municipality", nl: "Gemeente" },
        1 => Text { en: "Other authorities", nl: "Andere overheden" },
        2 => Text { en: "Care providers", nl: "Zorgaanbieders" },
        3 => Text { en: "Suppliers", nl: "Leveranciers" },
        4 => Text { en: "People", nl: "Betrokkenen" },
        5 => Text { en: "Other parties", nl: "Overige partijen" },
        _ => Text { en: "Parties of unknown kind", nl: "Partijen van onbekende soort" },
    };
    text.to(lang)
}

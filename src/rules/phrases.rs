//! Pieces of sentences that several rules share.

use std::borrow::Cow;

use super::{Facts, LinkFacts, few};
use crate::{
    finding::{Finding, Part},
    model::{Id, Party},
    say,
    text::{Lang, shown},
};

/// Names in a row: "a, b and c".
#[must_use]
pub fn and(lang: Lang, names: &[Cow<'_, str>]) -> String {
    match names {
        [] => String::new(),
        [only] => only.to_string(),
        [first @ .., last] => {
            let first = first.join(", ");
            say!(lang, en: "{first} and {last}", nl: "{first} en {last}")
        }
    }
}

/// What people call these parties, in a row.
#[must_use]
pub fn parties(facts: &Facts<'_>, ids: &[Id<Party>]) -> String {
    let names: Vec<_> = ids.iter().map(|id| shown(&facts.landscape.parties.get(*id).name)).collect();
    and(facts.lang, &names)
}

/// What people call these parties, as a choice: "a, b or c".
#[must_use]
pub fn any_party(facts: &Facts<'_>, ids: &[Id<Party>]) -> String {
    match ids {
        [first @ .., last] if !first.is_empty() => {
            let first: Vec<_> =
                first.iter().map(|id| shown(&facts.landscape.parties.get(*id).name)).collect();
            let (first, last) = (first.join(", "), parties(facts, &[*last]));
            say!(facts.lang, en: "{first} or {last}", nl: "{first} of {last}")
        }
        _ => parties(facts, ids),
    }
}

/// So many links.
#[must_use]
pub fn links(lang: Lang, count: usize) -> String {
    match count {
        1 => say!(lang, en: "1 link", nl: "1 koppeling"),
        _ => say!(lang, en: "{count} links", nl: "{count} koppelingen"),
    }
}

/// Adds the links that a finding also concerns: shows the first few, and counts each as a part of it.
pub fn show_links(facts: &Facts<'_>, finding: &mut Finding, links: &[&LinkFacts<'_>]) {
    finding.identity.parts.extend(links.iter().map(|link| Part::Link(link.id)));
    let place = |link: &&LinkFacts<'_>| {
        let name = facts.link_name(link.link);
        (link.link.header, say!(facts.lang, en: "link {name}", nl: "koppeling {name}"))
    };
    few::places(finding, facts.lang, links.iter().map(place));
}

//! The ways that data goes, step by step.

use std::borrow::Cow;

use super::Facts;
use crate::{
    finding::{Finding, Label},
    graph::{Category, Hop},
    model::{Data, Id},
    say,
    source::Location,
    text::{Lang, shown},
};

/// How many steps are shown at each end of a long way.
const ENDS: usize = 4;

/// What people call a category, also one that isn't listed.
pub fn name<'a>(facts: &Facts<'a>, category: Category) -> Cow<'a, str> {
    match (category, facts.lang) {
        (Category::Listed(id), _) => shown(&facts.landscape.data.get(id).table.name.value),
        (Category::Unlisted, Lang::En) => "personal data".into(),
        (Category::Unlisted, Lang::Nl) => "persoonsgegevens".into(),
        (Category::Unknown, Lang::En) => "data".into(),
        (Category::Unknown, Lang::Nl) => "gegevens".into(),
    }
}

/// Where a link first names one of these for this step; where it doesn't, the link itself.
pub fn place(facts: &Facts<'_>, hop: &Hop, categories: &[Id<Data>]) -> Location {
    let link = facts.landscape.links.get(hop.link);
    let list = if hop.answer { &link.returns } else { &link.data };
    let named = list.iter().find(|item| categories.contains(&item.value));
    named.map_or(link.header, |item| item.location)
}

/// A step in words: who → whom.
pub fn step(facts: &Facts<'_>, hop: &Hop) -> String {
    let [from, to] = [hop.from, hop.to].map(|end| shown(facts.landscape.endpoint_name(end)));
    if hop.answer {
        say!(facts.lang, en: "{from} → {to}, in answer", nl: "{from} → {to}, als antwoord")
    } else {
        format!("{from} → {to}")
    }
}

/// Adds where a way starts, if an application says so, and its steps, one by one; of a long way both ends.
pub fn show(facts: &Facts<'_>, finding: &mut Finding, category: Category, way: &[Hop]) {
    let source = way.first().and_then(|hop| hop.from.application()).and_then(|id| {
        let mut sources = facts.landscape.applications.get(id).source_of.iter();
        sources.find(|item| Some(item.value) == category.listed())
    });
    if let Some(source) = source {
        let message = say!(facts.lang, en: "originates here", nl: "ontstaat hier");
        finding.related.push(Label { location: source.location, message });
    }
    for (number, hop) in (1..).zip(way) {
        let left_out = way.len().saturating_sub(2 * ENDS);
        if left_out > 1 && (ENDS + 1..=ENDS + left_out).contains(&number) {
            continue;
        }
        let step = step(facts, hop);
        let mut message = say!(facts.lang, en: "step {number}: {step}", nl: "stap {number}: {step}");
        if left_out > 1 && number == ENDS {
            message += &say!(facts.lang, en: " ({left_out} more steps follow)", nl: " (dan volgen nog {left_out} stappen)");
        }
        let location = place(facts, hop, category.listed().as_slice());
        finding.related.push(Label { location, message });
    }
}

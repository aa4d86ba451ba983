//! Which thing a word names, and every other place that names it.

use super::{
    project::Judged,
    spots::{Spot, What},
};
use crate::{
    load::problem::Wanted,
    model::{Endpoint, Kind, Landscape},
    source::{Location, SourceId},
};

/// Something that has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Something declared.
    Thing(Kind, String),
    /// A rule.
    Rule(String),
    /// A domain, which applications say that they belong to.
    Domain(String),
}

/// A place where something is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The name, without quotes and what stands around it.
    pub location: Location,
    /// It is declared here.
    pub declares: bool,
}

/// The word at a byte of a file.
#[must_use]
pub fn spot(judged: &Judged, source: SourceId, byte: usize) -> Option<&Spot> {
    let holds = |spot: &&Spot| spot.range.start <= byte && byte <= spot.range.end;
    judged.spots(source).iter().filter(holds).min_by_key(|spot| spot.range.len())
}

/// What a word names. The subject of an acceptance can be several things at once; which of them an id that
/// nothing declares would be isn't known.
#[must_use]
pub fn targets(judged: &Judged, spot: &Spot) -> Vec<Target> {
    let landscape = &judged.analysis.landscape;
    let thing = |kind, id: &str| Target::Thing(kind, id.to_owned());
    match &spot.what {
        What::Rule(id) | What::Reference(Wanted::Rule, id) => vec![Target::Rule(id.clone())],
        What::Reference(Wanted::Domain, name) => vec![Target::Domain(name.clone())],
        What::Text(key, name) if key.name == "domain" => vec![Target::Domain(name.clone())],
        What::Id(kind, id) | What::Reference(Wanted::Kind(kind), id) => vec![thing(*kind, id)],
        What::Reference(Wanted::Endpoint, id) => {
            let kind = if landscape.parties.find(id).is_some() { Kind::Party } else { Kind::Application };
            vec![thing(kind, id)]
        }
        What::Reference(Wanted::Subject, id) => {
            let named = landscape.subjects().filter(|(subject, ..)| subject == id);
            named.map(|(subject, kind, _)| thing(kind, subject)).collect()
        }
        What::Kind(_) | What::Key(_) | What::Text(..) => Vec::new(),
    }
}

/// Every place that names something, in reading order.
#[must_use]
pub fn occurrences(judged: &Judged, target: &Target) -> Vec<Occurrence> {
    let mut found = Vec::new();
    for (source, _) in judged.sources.iter() {
        for spot in judged.spots(source) {
            let declares =
                matches!((&spot.what, target), (What::Id(..), _) | (What::Text(..), Target::Domain(_)));
            if targets(judged, spot).contains(target) {
                found.push(Occurrence { location: at(source, spot), declares });
            } else if let (What::Reference(Wanted::Subject, id), Target::Thing(kind, end)) =
                (&spot.what, target)
            {
                let parts = ends(&judged.analysis.landscape, id, *kind, end);
                let part = |(from, to): (usize, usize)| {
                    let start = at(source, spot).start;
                    let location = Location { source, start: start + narrow(from), end: start + narrow(to) };
                    Occurrence { location, declares: false }
                };
                // Escapes would move the parts; no id has any.
                if judged.sources.text(at(source, spot)) == id {
                    found.extend(parts.into_iter().map(part));
                }
            }
        }
    }
    found
}

/// The parts of a link's made-up id that name one of its ends.
fn ends(landscape: &Landscape, id: &str, kind: Kind, end: &str) -> Vec<(usize, usize)> {
    let Some(link) = landscape.links.find(id).map(|id| landscape.links.get(id)) else { return Vec::new() };
    if link.table.id.is_some() {
        return Vec::new();
    }
    let is_it = |at: Endpoint| {
        let of = if at.application().is_some() { Kind::Application } else { Kind::Party };
        of == kind && landscape.endpoint_id(at) == end
    };
    let [from, to] = link.ends();
    let second = landscape.endpoint_id(from).len() + "->".len();
    let parts = [(from, 0), (to, second)].into_iter().filter(|(at, _)| is_it(*at));
    parts.map(|(_, start)| (start, start + end.len())).collect()
}

/// Where something is declared: the id itself, or the link that has none of its own.
#[must_use]
pub fn declarations(judged: &Judged, target: &Target) -> Vec<Location> {
    let mut found: Vec<_> =
        occurrences(judged, target).into_iter().filter(|it| it.declares).map(|it| it.location).collect();
    if let (Target::Thing(Kind::Link, id), true) = (target, found.is_empty()) {
        let links = &judged.analysis.landscape.links;
        found.extend(links.find(id).map(|id| links.get(id).header));
    }
    found
}

/// The place of a word.
#[must_use]
pub fn at(source: SourceId, spot: &Spot) -> Location {
    Location { source, start: narrow(spot.range.start), end: narrow(spot.range.end) }
}

/// Files are shorter than 4 GiB.
fn narrow(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}

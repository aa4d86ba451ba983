//! Gives every link its id: its own, or that of its ends.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::{
    plan::is_id,
    problem::{Fault, Problem},
};
use crate::{
    model::{Endpoint, Item, Kind, Landscape, Link},
    source::{Location, Spanned},
};

/// Names links that take the place of others, where each would get that one's name again: it has the same id of its
/// own, or neither has and the ends are the same. Tells whether it did.
pub fn name_alike(before: &[Item<Link>], links: &mut [Item<Link>]) -> bool {
    let own = |link: &Item<Link>| link.table.id.as_ref().map(|id| id.value.clone());
    let alike = |(old, new): (&Item<Link>, &Item<Link>)| old.ends() == new.ends() && own(old) == own(new);
    if before.len() != links.len() || !before.iter().zip(&*links).all(alike) {
        return false;
    }
    for (old, new) in before.iter().zip(links) {
        new.id = old.id.clone();
    }
    true
}

/// Names the links of a landscape: `FROM->TO` where none is given, with `#2`, `#3` … in reading order where
/// several are alike. Tells of ids that aren't one, or were taken.
pub fn named(
    landscape: &Landscape,
    mut links: Vec<Item<Link>>,
    problems: &mut Vec<Problem>,
) -> Vec<Item<Link>> {
    let names: Vec<Box<str>> = {
        let mut taken: FxHashMap<&str, Location> = FxHashMap::default();
        taken.reserve(links.len());
        let mut alike: FxHashMap<[Endpoint; 2], usize> = FxHashMap::default();
        let names = links.iter().map(|link| match &link.table.id {
            Some(id) => given(id, &mut taken, problems),
            None => of_ends(landscape, link.ends(), alike.entry(link.ends()).or_default()),
        });
        names.collect()
    };
    for (link, name) in links.iter_mut().zip(names) {
        link.id = name;
    }
    links
}

/// The id of its own, of which it is told if that isn't one, or was taken.
fn given<'a>(
    id: &'a Spanned<Box<str>>,
    taken: &mut FxHashMap<&'a str, Location>,
    problems: &mut Vec<Problem>,
) -> Box<str> {
    if !is_id(id) {
        let fault = Fault::InvalidId { id: id.to_string() };
        problems.push(Problem::in_file(id, id.location, fault));
    }
    match taken.entry(&id.value) {
        Entry::Occupied(first) => {
            let fault = Fault::DuplicateId { id: id.to_string(), kind: Kind::Link, first: *first.get() };
            problems.push(Problem::in_file(id, id.location, fault));
        }
        Entry::Vacant(free) => {
            free.insert(id.location);
        }
    }
    id.value.clone()
}

/// The name of a link by its ends, of which there were so many before.
fn of_ends(landscape: &Landscape, ends: [Endpoint; 2], alike: &mut usize) -> Box<str> {
    *alike += 1;
    let [from, to] = ends.map(|end| landscape.endpoint_id(end));
    let suffix = if *alike > 1 { format!("#{alike}") } else { String::new() };
    format!("{from}->{to}{suffix}").into()
}

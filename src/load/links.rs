//! Gives every link its id: its own, or that of its ends.

use rustc_hash::FxHashMap;

use super::{
    plan::is_id,
    problem::{Fault, Problem},
};
use crate::{
    model::{Endpoint, Item, Kind, Landscape, Link},
    source::Location,
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
    let mut taken: FxHashMap<Box<str>, Location> = FxHashMap::default();
    let mut alike: FxHashMap<[Endpoint; 2], usize> = FxHashMap::default();
    for link in &mut links {
        let given = link.table.id.clone();
        link.id = if let Some(id) = given {
            if !is_id(&id) {
                let fault = Fault::InvalidId { id: id.to_string() };
                problems.push(Problem::in_file(&id, id.location, fault));
            }
            if let Some(&first) = taken.get(&id.value) {
                let fault = Fault::DuplicateId { id: id.to_string(), kind: Kind::Link, first };
                problems.push(Problem::in_file(&id, id.location, fault));
            } else {
                taken.insert(id.value.clone(), id.location);
            }
            id.value
        } else {
            let count = alike.entry(link.ends()).or_default();
            *count += 1;
            let [from, to] = link.ends().map(|end| landscape.endpoint_id(end));
            let suffix = if *count > 1 { format!("#{count}") } else { String::new() };
            format!("{from}->{to}{suffix}").into()
        };
    }
    links
}

//! The groups of people whom the data of a breached application is about.

use std::collections::BTreeMap;

use crate::{
    model::{Id, Link, Processing},
    rules::{Facts, LinkFacts},
};

/// Groups of people, and for which part nobody says.
#[derive(Clone, Debug, Default)]
pub struct Subjects {
    /// The groups, in the order in which the activities name them, each with those activities.
    pub groups: Vec<(String, Vec<Id<Processing>>)>,
    /// The activities that name no group.
    pub silent: Vec<Id<Processing>>,
    /// The links that serve no activity: whose data they carry can't be known.
    pub unserved: Vec<Id<Link>>,
}

/// Gathers the groups of the activities that these links serve.
pub fn subjects(facts: &Facts<'_>, links: &[&LinkFacts<'_>]) -> Subjects {
    let mut subjects = Subjects::default();
    let mut activities: Vec<_> = links.iter().flat_map(|link| link.served()).copied().collect();
    activities.sort_unstable();
    activities.dedup();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for id in activities {
        let named = facts.landscape.processing.get(id).subjects.iter();
        let named = named.map(|group| group.split_whitespace().collect::<Vec<_>>().join(" "));
        let named: Vec<_> = named.filter(|group| !group.is_empty()).collect();
        if named.is_empty() {
            subjects.silent.push(id);
        }
        for group in named {
            let at = *seen.entry(group.clone()).or_insert_with(|| {
                subjects.groups.push((group, Vec::new()));
                subjects.groups.len() - 1
            });
            subjects.groups[at].1.push(id);
        }
    }
    subjects.unserved = links.iter().filter(|link| link.link.processing.is_empty()).map(|it| it.id).collect();
    subjects
}

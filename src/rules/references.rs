//! What is referred to from anywhere in a landscape. A retired link is kept for the record, and what it names
//! with it; an acceptance is about a finding, and makes nothing used.

use super::Facts;
use crate::model::{Agreement, Endpoint, Id, Landscape, List};

/// By kind and place in the landscape: whether something refers to it.
pub struct References {
    /// `[party.ID]`, from anywhere but agreements.
    pub parties: Vec<bool>,
    /// `[party.ID]`, from agreements.
    pub signatories: Vec<bool>,
    /// `[data.ID]`
    pub data: Vec<bool>,
    /// `[network.ID]`
    pub networks: Vec<bool>,
    /// `[processing.ID]`
    pub processing: Vec<bool>,
    /// `[agreement.ID]`, by a link.
    pub agreements: Vec<bool>,
}

impl References {
    /// Looks everywhere.
    #[must_use]
    pub fn new(all: &Landscape) -> Self {
        let mut used = Self {
            parties: vec![false; all.parties.len()],
            signatories: vec![false; all.parties.len()],
            data: vec![false; all.data.len()],
            networks: vec![false; all.networks.len()],
            processing: vec![false; all.processing.len()],
            agreements: vec![false; all.agreements.len()],
        };
        mark(&mut used.parties, all.about.iter().filter_map(|about| about.owner.as_ref()).map(|it| it.value));
        for it in all.applications.items() {
            mark(&mut used.parties, it.controller.values());
            mark(&mut used.parties, it.supplier.iter().chain(&it.operator).map(|it| it.value));
            mark(&mut used.networks, it.network.iter().map(|it| it.value));
            mark(&mut used.data, it.source_of.values());
        }
        for it in all.links.items() {
            let ends = it.ends().into_iter().filter_map(|end| match end {
                Endpoint::Party(id) => Some(id),
                Endpoint::Application(_) => None,
            });
            mark(&mut used.parties, it.controller.values().chain(ends));
            mark(&mut used.data, it.data.values().chain(it.returns.values()));
            mark(&mut used.networks, it.network.iter().map(|it| it.value));
            mark(&mut used.processing, it.processing.values());
            mark(&mut used.agreements, it.agreement.values());
        }
        for (id, it) in all.processing.iter() {
            mark(&mut used.parties, it.controller.values());
            mark(&mut used.parties, it.recipients_only.iter().flat_map(List::values));
            mark(&mut used.data, it.data.values());
            mark(&mut used.processing, it.compatible_with.values().filter(|other| *other != id));
        }
        for it in all.agreements.items() {
            mark(&mut used.signatories, it.parties.values());
            mark(&mut used.processing, it.covers.values());
        }
        for it in all.views.items() {
            mark(&mut used.parties, it.parties.values());
            mark(&mut used.data, it.data.values());
        }
        for it in all.policies.items() {
            mark(&mut used.data, it.data.values());
            if let Some(never) = &it.never_reaches {
                mark(&mut used.parties, never.party.values());
                mark(&mut used.networks, never.network.values());
            }
        }
        used
    }

    /// Whether an agreement matters to this landscape: a link names it, it covers an activity, or at least two
    /// of its parties do something here. Rules look agreements up by their parties, so no link has to name one.
    #[must_use]
    pub fn agreement(&self, facts: &Facts<'_>, id: Id<Agreement>) -> bool {
        let agreement = facts.landscape.agreements.get(id);
        let mut here: Vec<_> =
            agreement.parties.values().filter(|party| self.parties[party.index()]).collect();
        here.sort_unstable();
        here.dedup();
        self.agreements[id.index()] || !agreement.covers.is_empty() || here.len() > 1
    }
}

/// Marks what these ids refer to.
fn mark<T>(used: &mut [bool], ids: impl Iterator<Item = Id<T>>) {
    for id in ids {
        used[id.index()] = true;
    }
}

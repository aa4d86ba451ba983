//! Under which activities data came to an application.

use rustc_hash::FxHashMap;

use super::Facts;
use crate::{
    graph::{Arrival, Category, Hop},
    model::{Data, Endpoint, Id, Processing},
};

/// Under which activities something came, each with the first step that brought it.
pub type Came = Vec<(Id<Processing>, Hop)>;

/// What an application receives.
pub struct Received<'a> {
    /// The steps there, each with the activities that its link serves, as far as known.
    arrivals: Vec<(Arrival<'a>, Option<&'a [Id<Processing>]>)>,
    /// The activities under which everything came of which it is known.
    pub common: Vec<Id<Processing>>,
    /// By category that was asked of: under which activities it came, each with the first step that brought it.
    /// None: it didn't, or that is not known.
    came: FxHashMap<Id<Data>, Option<Came>>,
}

impl<'a> Received<'a> {
    /// Looks at the steps to an application; none where of no category is known what it came for: of none at all, or
    /// also of what isn't listed.
    pub fn new(facts: &'a Facts<'_>, end: Endpoint) -> Option<Self> {
        let known = |arrival: Arrival<'a>| {
            let link = facts.link(arrival.hop.link)?;
            let read = !link.link.lost.any_of(&["processing", "data", "returns"]);
            let served = Some(link.served()).filter(|served| read && !served.is_empty());
            Some((arrival, served))
        };
        let arrivals: Vec<_> = facts.flow().arriving(end).into_iter().filter_map(known).collect();
        let hidden = |(arrival, served): &(Arrival<'_>, Option<_>)| served.is_none() && is_unlisted(arrival);
        if arrivals.iter().any(hidden) {
            return None;
        }
        let mut known = arrivals.iter().filter_map(|(_, served)| *served);
        let mut common = known.next()?.to_vec();
        known.for_each(|served| common.retain(|id| served.contains(id)));
        Some(Self { arrivals, common, came: FxHashMap::default() })
    }

    /// Under which activities a category came, or may have: what isn't listed may have been it.
    pub fn of(&mut self, category: Id<Data>) -> Option<&[(Id<Processing>, Hop)]> {
        let came = self.came.entry(category).or_insert_with(|| {
            let listed = |arrival: &Arrival<'_>| arrival.carries(Category::Listed(category));
            if !self.arrivals.iter().any(|(arrival, _)| listed(arrival)) {
                return None;
            }
            let mut got = Vec::new();
            for (arrival, served) in self.arrivals.iter().filter(|(it, _)| listed(it) || is_unlisted(it)) {
                got.extend((*served)?.iter().map(|id| (*id, arrival.hop)));
            }
            got.sort_unstable();
            got.dedup_by_key(|(activity, _)| *activity);
            Some(got)
        });
        came.as_deref()
    }
}

/// Whether a step may carry anything beside what it lists.
const fn is_unlisted(arrival: &Arrival<'_>) -> bool {
    arrival.carries(Category::Unlisted) || arrival.carries(Category::Unknown)
}

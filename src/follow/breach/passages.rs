//! Where the personal data of a breached application runs to, and where it comes from.

use rustc_hash::{FxHashMap, FxHashSet};

use super::stakes::Stake;
use crate::{
    analysis::{Analysis, Security},
    graph::{Categories, Category, FlowGraph, Hop, Question},
    model::Endpoint,
};

/// A step that the data makes, on its way from or to the application.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The step.
    pub hop: Hop,
    /// What makes it, of what is at stake.
    pub categories: Categories,
    /// It leaves the application itself, or ends there.
    pub direct: bool,
    /// It surely carries this data, by what its link lists. Else the link doesn't list what it carries.
    pub certain: bool,
    /// What is to be said of the security of its link.
    pub security: Security,
}

/// The steps on which what is at stake runs on, and those on which it comes.
pub fn passages(
    analysis: &Analysis,
    flow: &FlowGraph,
    end: Endpoint,
    stakes: &[Stake],
) -> (Vec<Passage>, Vec<Passage>) {
    let categories = flow.categories(stakes.iter().map(|stake| stake.category));
    if categories.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let passage = |(hop, categories): (Hop, Categories), certain| Passage {
        direct: hop.from == end || hop.to == end,
        certain,
        security: analysis.links[hop.link.index()].security,
        hop,
        categories,
    };
    let steps = |unlisted| {
        let question = Question { categories: &categories, from: Some(&[end]), unlisted };
        flow.steps(question, |hop| hop.to != end)
    };
    let certain = steps(false);
    let known: FxHashSet<Hop> = certain.iter().map(|(hop, _)| *hop).collect();
    let possible = steps(true).into_iter().filter(|(hop, _)| !known.contains(hop));
    let downstream = certain.into_iter().map(|step| passage(step, true));
    let downstream = downstream.chain(possible.map(|step| passage(step, false))).collect();
    let upstream = upstream(analysis, flow, end, stakes);
    (downstream, upstream.into_iter().map(|step| passage(step, true)).collect())
}

/// The steps from which data comes to an application, over whatever path, each with what makes it.
fn upstream(
    analysis: &Analysis,
    flow: &FlowGraph,
    end: Endpoint,
    stakes: &[Stake],
) -> Vec<(Hop, Categories)> {
    let mut into: FxHashMap<Endpoint, Vec<(Hop, Categories)>> = FxHashMap::default();
    for hop in flow.hops().filter(|hop| hop.from != end) {
        into.entry(hop.to).or_default().push((hop, flow.carried(hop)));
    }
    let mut steps: FxHashMap<Hop, Vec<Category>> = FxHashMap::default();
    for category in stakes.iter().map(|stake| stake.category) {
        let mut seen = FxHashSet::from_iter([end]);
        let mut front = vec![end];
        while let Some(node) = front.pop() {
            let carrying = into.get(&node).into_iter().flatten();
            for (hop, _) in carrying.filter(|(_, carried)| carried.contains(category)) {
                steps.entry(*hop).or_default().push(category);
                // It doesn't run on through people who got their own: what they send starts with them.
                if !is_people(analysis, hop.from) && seen.insert(hop.from) {
                    front.push(hop.from);
                }
            }
        }
    }
    let mut steps: Vec<_> =
        steps.into_iter().map(|(hop, categories)| (hop, flow.categories(categories))).collect();
    steps.sort_unstable_by_key(|(hop, _)| *hop);
    steps
}

fn is_people(analysis: &Analysis, end: Endpoint) -> bool {
    let Endpoint::Party(id) = end else { return false };
    analysis.landscape.parties.get(id).is_people()
}

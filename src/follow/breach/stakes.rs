//! The personal data that a breached application holds or may hold, and how it is known to be there.

use crate::{
    graph::{Category, Hop},
    model::{Data, DataClass, Endpoint, Id},
    rules::Facts,
};

/// A category of personal data, and what shows that it is there.
#[derive(Clone, Debug)]
pub struct Stake {
    /// The category, or what links say of data that they don't list.
    pub category: Category,
    /// How the law protects it.
    pub weight: Weight,
    /// It originates there by its own word.
    pub source: bool,
    /// The steps that bring it, in reading order.
    pub received: Vec<Hop>,
    /// The steps that take it away, in reading order.
    pub sent: Vec<Hop>,
}

/// How the law protects data, the most protected first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Special categories (GDPR art. 9).
    SpecialCategory,
    /// Criminal convictions and offences (GDPR art. 10).
    Criminal,
    /// A national identification number (GDPR art. 87).
    NationalId,
    /// Other personal data.
    Personal,
    /// Personal data that links don't list: it may be any of the above.
    Unlisted,
    /// Nobody says whether it is personal data at all.
    Unknown,
}

impl Weight {
    /// Whether it raises the risk to people more than other personal data does (GDPR recital 75).
    #[must_use]
    pub const fn raises_risk(self) -> bool {
        matches!(self, Self::SpecialCategory | Self::Criminal | Self::NationalId)
    }

    /// Short and stable, for data.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::SpecialCategory => "special-category",
            Self::Criminal => "criminal",
            Self::NationalId => "national-id",
            Self::Personal => "personal",
            Self::Unlisted => "unlisted",
            Self::Unknown => "unknown",
        }
    }
}

/// What an application holds that is personal data or may be, the weightiest first.
pub fn stakes(facts: &Facts<'_>, end: Endpoint) -> Vec<Stake> {
    let flow = facts.flow();
    let with_carried =
        |hops: Vec<Hop>| -> Vec<_> { hops.into_iter().map(|hop| (hop, flow.carried(hop))).collect() };
    let (incoming, outgoing) = (with_carried(flow.incoming(end)), with_carried(flow.outgoing(end)));
    let of = |hops: &[(Hop, crate::graph::Categories)], category| {
        hops.iter().filter(|(_, carried)| carried.contains(category)).map(|(hop, _)| *hop).collect()
    };
    let stake = |category: Category| {
        Some(Stake {
            weight: weight(facts, category)?,
            category,
            source: flow.is_source(end, category),
            received: of(&incoming, category),
            sent: of(&outgoing, category),
        })
    };
    let mut stakes: Vec<_> = flow.holds(end).iter().filter_map(stake).collect();
    stakes.sort_by_key(|stake| stake.weight);
    stakes
}

/// How the law protects a category; nothing for what is known not to be personal.
fn weight(facts: &Facts<'_>, category: Category) -> Option<Weight> {
    let class = |id: Id<Data>| facts.landscape.data.get(id).class.value;
    Some(match category {
        Category::Unlisted => Weight::Unlisted,
        Category::Unknown => Weight::Unknown,
        Category::Listed(id) => match class(id) {
            DataClass::NonPersonal => return None,
            DataClass::Personal => Weight::Personal,
            DataClass::SpecialCategory => Weight::SpecialCategory,
            DataClass::Criminal => Weight::Criminal,
            DataClass::NationalId => Weight::NationalId,
        },
    })
}

//! The ways of laying out, from the best looking to the one that always works, and the plans that are tried of each.

use super::cards::Chip;
use super::dot::Plan;
use super::drawing::{Direction, Drawing};
use crate::text::Text;

/// Which way of laying out gave the picture: the first that left nothing out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum How {
    /// As it should look.
    #[default]
    Rooms,
    /// Ranked across the rooms.
    AcrossRooms,
    /// Without rooms; each card names its room.
    WithoutRooms,
    /// By attraction and repulsion, which shows no direction.
    ByForce,
}

impl How {
    /// All of them, in the order in which they are tried.
    pub(super) const ALL: [Self; 4] = [Self::Rooms, Self::AcrossRooms, Self::WithoutRooms, Self::ByForce];

    /// What to tell of it; nothing where the picture is as it should be.
    #[must_use]
    pub const fn note(self) -> Option<Text> {
        match self {
            Self::Rooms | Self::AcrossRooms => None,
            Self::WithoutRooms => Some(Text {
                en: "too large to keep domains together, so each card names its own",
                nl: "te groot om domeinen bijeen te houden; elk kaartje noemt zijn eigen domein",
            }),
            Self::ByForce => Some(Text {
                en: "too large to order by direction, so cards stand where they fit",
                nl: "te groot om op richting te ordenen; kaartjes staan waar ze passen",
            }),
        }
    }

    /// Whether nodes of a room stand together in it.
    pub(super) const fn has_rooms(self) -> bool {
        matches!(self, Self::Rooms | Self::AcrossRooms)
    }

    /// The plans of this way, of which the best result is kept: the larger the drawing, the fewer, for the
    /// time that each takes.
    pub(super) fn plans(self, drawing: &Drawing, chips: &[Chip]) -> Vec<Plan> {
        let right = drawing.direction == Direction::Right;
        let first = Plan {
            // Without rooms, ranking across them is what keeps a drawing in the shape of paper.
            newrank: self == Self::AcrossRooms || drawing.rooms.is_empty(),
            rooms: self.has_rooms(),
            labels: self != Self::ByForce,
            nodesep: if right { 0.17 } else { 0.3 },
            ranksep: if right { 0.32 } else { 0.3 },
            reversed: false,
            outward: false,
            anchored: true,
        };
        // Where no room is kept for chips, ranks must be so far apart that an arrow shows beside its chip.
        let widest = chips.iter().map(|chip| chip.without_sign().w).fold(0.0, f64::max);
        let ranksep = if right { (widest + 26.0).max(46.0) / 72.0 } else { 0.6 };
        let bare = Plan { labels: false, ranksep, newrank: true, ..first };
        let size = drawing.nodes.len() + drawing.arrows.len();
        if size > LARGE {
            // Keeping room for chips doubles the ranks, and the time with them.
            return vec![Plan { newrank: first.newrank, ..bare }];
        }
        if self != Self::Rooms {
            return vec![first];
        }
        let mut plans = vec![first, bare];
        let mut vary = |other: fn(Plan) -> Plan| plans.extend(plans.clone().into_iter().map(other));
        vary(|plan| Plan { reversed: true, ..plan });
        vary(|plan| Plan { newrank: !plan.newrank, ..plan });
        if size > SMALL && size <= MEDIUM {
            vary(|plan| Plan { outward: true, ..plan });
        }
        if size <= SMALL {
            vary(|plan| Plan { anchored: false, ..plan });
            vary(|plan| Plan { nodesep: plan.nodesep + 0.12, ..plan });
        }
        plans
    }

    /// Whether it would take too long for so many nodes: ranking across rooms takes half a minute at 300. A tangle of
    /// `domains` has no order to be looked for.
    pub(super) const fn too_slow_for(self, nodes: usize, arrows: usize, domains: bool) -> bool {
        match self {
            Self::ByForce => false,
            _ if domains && is_tangled(nodes, arrows) => true,
            Self::AcrossRooms => nodes >= 150,
            Self::Rooms | Self::WithoutRooms => nodes + arrows > 4_000,
        }
    }
}

/// Whether nearly everything is linked with everything, so that no order tells anything: 40 domains with 420 arrows between
/// them take the engine a minute.
const fn is_tangled(nodes: usize, arrows: usize) -> bool {
    arrows > TANGLED && arrows > 6 * nodes
}

/// With fewer arrows an order takes seconds, and may still be read.
const TANGLED: usize = 350;
/// Up to so many nodes and arrows together, many plans are tried, or some.
const SMALL: usize = 80;
/// Up to so many, what a busy node exchanges data with may stand behind it.
const MEDIUM: usize = 130;
/// Of more, only one plan is tried.
const LARGE: usize = 260;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_tangled_is_ordered_by_nothing_and_what_is_merely_large_is() {
        let tried =
            |nodes, arrows| How::ALL.into_iter().filter(move |how| !how.too_slow_for(nodes, arrows, true));
        assert!(tried(44, 435).eq([How::ByForce]), "all domains with nearly all others");
        assert!(tried(32, 292).eq(How::ALL));
        assert!(tried(300, 600).eq([How::Rooms, How::WithoutRooms, How::ByForce]));
        assert!(tried(2_000, 3_000).eq([How::ByForce]));
    }
}

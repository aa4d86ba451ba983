//! A municipality's landscape made of nothing but numbers: as large as is asked for, the same every time, and
//! without a single finding but those that were planted.
//!
//! Each domain has a register, where its data originates, and applications that pass it on to each other. Its
//! data stays within the law by construction; a planted fault takes one thing away from one table.

mod activities;
mod applications;
mod chance;
mod domains;
mod faults;
mod links;
mod maker;
mod shared;
mod table;

use domains::DOMAIN;
use maker::Maker;

/// A finding that must be made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Planted {
    /// The rule.
    pub rule: &'static str,
    /// The id of what it is about.
    pub subject: String,
}

/// A landscape, and what is wrong with it.
#[derive(Debug)]
pub struct Synthetic {
    /// File names and texts.
    pub files: Vec<(String, String)>,
    /// Everything that must be found in them.
    #[allow(dead_code, reason = "only the test looks at it")]
    pub faults: Vec<Planted>,
}

/// Makes a landscape of so many applications and links. Of the links that don't hold a domain together, one in
/// `fault_every` has a fault, and some of everything else has one; 0: nothing has.
///
/// # Panics
/// When there are fewer than 25 applications, or too few links to reach them all.
pub fn landscape(applications: usize, links: usize, fault_every: usize) -> Synthetic {
    assert!(applications >= DOMAIN && links >= applications, "too small a landscape");
    let mut maker = Maker::new(applications, fault_every);
    maker.shared();
    maker.activities();
    for index in 0..applications {
        maker.application(index);
    }
    for extra in 0..links - maker.made_links {
        maker.extra_link(extra);
    }
    maker.papers();
    maker.finish()
}

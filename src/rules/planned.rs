//! Rules of the language that this version doesn't judge by yet. A landscape may name them; every output
//! says that they were not assessed.

/// Their ids, by group.
pub const PLANNED: &[&str] = &["unsourced-data", "purpose-drift", "policy-violation"];

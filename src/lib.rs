//! Koppelkaart judges and draws which personal data runs between a municipality's applications.
//!
//! The modules from low to high; none imports from one below it in this list.

#![forbid(unsafe_code)]

pub mod analysis;
pub mod sentence;
pub mod cli;
pub mod finding;
pub mod graph;
pub mod load;
pub mod model;
pub mod norms;
pub mod report;
pub mod rules;
pub mod source;
pub mod text;

//! Koppelkaart judges and draws which personal data runs between a municipality's applications.
//!
//! The modules stand in layers, the lowest first: none imports from one further down in this list.

#![forbid(unsafe_code)]

pub mod text;
pub mod source;
pub mod norms;
pub mod model;
pub mod load;
pub mod dictionary;
pub mod format;
pub mod finding;
pub mod graph;
pub mod rules;
pub mod analysis;
pub mod mend;
pub mod register;
pub mod follow;
pub mod sentence;
pub mod view;
pub mod attachment;
pub mod report;
pub mod lsp;
pub mod serve;
pub mod cli;

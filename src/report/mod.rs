//! Ways to show an analysis. Each only prints what is known already; none judges.

pub mod json;
mod narrated;
pub mod rules;
mod snippet;
pub mod terminal;

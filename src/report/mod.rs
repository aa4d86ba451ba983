//! Ways to show an analysis. Each only prints what is known already; none judges.

pub mod json;
pub mod sentence;
pub mod terminal;

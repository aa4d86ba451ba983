//! Ways to show an analysis. Each only prints what is known already; none judges.

mod compact;
pub mod github;
pub mod gitlab;
mod inert;
pub mod json;
pub mod junit;
pub mod markdown;
mod narrated;
pub mod rules;
pub mod sarif;
mod snippet;
mod standing;
pub mod terminal;

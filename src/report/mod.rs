//! Ways to show an analysis. Each only prints what is known already; none judges.

mod at_a_glance;
pub mod json;
mod narrated;
mod norm_lights;
pub mod norms;
pub mod norms_json;
pub mod rules;
mod snippet;
pub mod terminal;
mod wrap;

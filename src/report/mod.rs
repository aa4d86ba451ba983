//! Ways to show an analysis or a register. Each only prints what is known already; none judges.

mod at_a_glance;
mod compact;
pub mod github;
pub mod gitlab;
mod inert;
pub mod json;
pub mod junit;
pub mod markdown;
mod narrated;
mod norm_lights;
pub mod norms;
pub mod norms_json;
pub mod register_csv;
pub mod register_md;
mod register_table;
pub mod register_xlsx;
pub mod rules;
pub mod sarif;
pub mod sheet;
mod snippet;
mod standing;
pub mod terminal;
mod wrap;

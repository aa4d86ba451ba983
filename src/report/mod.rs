//! Ways to show an analysis or a register. Each only prints what is known already; none judges.

mod at_a_glance;
pub mod breach;
mod compact;
pub mod github;
pub mod gitlab;
pub mod impact;
pub mod impact_all;
pub mod impact_json;
mod impact_words;
mod inert;
pub mod json;
pub mod junit;
pub mod markdown;
mod narrated;
mod norm_lights;
pub mod norms;
pub mod norms_json;
pub mod page;
#[cfg(feature = "pdf")]
pub mod pdf;
pub(crate) mod picture;
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
pub mod trace;
pub mod trace_json;
pub mod trace_picture;
mod trace_steps;
mod trace_words;
mod wrap;

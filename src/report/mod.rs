//! Ways to show an analysis or a register. Each only prints what is known already; none judges.

pub mod json;
mod narrated;
mod norm_lights;
pub mod norms;
pub mod norms_json;
pub mod register_csv;
pub mod register_md;
mod register_table;
pub mod register_xlsx;
pub mod rules;
mod snippet;
pub mod terminal;
mod wrap;

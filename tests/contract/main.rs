//! What `LANGUAGE.md` promises, by example: the whole program, run on files in a folder.

#[path = "../common/mod.rs"]
mod common;

mod acceptances;
mod files;
mod findings;
mod flags;
mod norms;
mod output;
mod places;

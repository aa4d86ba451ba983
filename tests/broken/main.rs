//! Broken input: each mistake is told where it stands, the rest is still judged, and nothing panics.

#[path = "../common/mod.rs"]
mod common;

mod bombs;
mod encoding;
mod hostile;
mod references;
mod toml;
mod values;

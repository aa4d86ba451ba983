//! Landscapes that are made to do harm: by their names, their size, or the disk that they lie on.

#[path = "../common/mod.rs"]
mod common;
mod disk;
mod editor;
mod live;
mod many;
mod names;
#[path = "../outputs/mod.rs"]
mod outputs;
mod paths;
mod printed;
mod program;
#[path = "../readers/mod.rs"]
mod readers;
#[path = "../common/server.rs"]
mod server;

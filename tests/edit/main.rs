//! What changes a landscape's files: `fmt`, `fix` and `init`; and that nothing is lost while they write.

#[path = "../common/mod.rs"]
mod common;
#[path = "../../benches/synthetic/mod.rs"]
mod synthetic;

mod faults;
mod fix;
mod fmt;
mod init;
mod mend;
mod texts;

//! The properties that are fuzzed: those of `tests/fuzzed`, which replays on stable Rust what the fuzzer kept.

#[path = "../tests/outputs/mod.rs"]
pub mod outputs;
#[path = "../tests/fuzzed/properties/mod.rs"]
pub mod properties;
#[path = "../tests/readers/mod.rs"]
pub mod readers;

use std::panic::{set_hook, take_hook};

/// Lets panics of the layout engine be, which the program catches and works round; the fuzzer ends at all others.
pub fn let_graphviz_panic() {
    let ends = take_hook();
    set_hook(Box::new(move |info| {
        if !info.location().is_some_and(|it| it.file().contains("graphviz-pure")) {
            ends(info);
        }
    }));
}

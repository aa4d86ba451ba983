//! What the fuzzer learned from, replayed: `fuzz/README.md` tells how it learns more.

#[path = "../outputs/mod.rs"]
mod outputs;
mod properties;
#[path = "../readers/mod.rs"]
mod readers;

use std::fs;

use properties::{check, draw, format, load, lsp};

/// Everything that the fuzzer kept for a property still has it.
fn replay(name: &str, holds: fn(&[u8])) {
    let folder = format!("{}/fuzz/corpus/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("it is committed") {
        let path = entry.expect("a file").path();
        // Told first, so that one that ends the program is known too; only shown where a test fails.
        println!("{}", path.display());
        holds(&fs::read(&path).expect("it can be read"));
        count += 1;
    }
    assert!(count > 20, "{count} are few");
}

#[test]
fn what_is_loaded_has_a_place() {
    replay("load", load::holds);
}

#[test]
fn what_is_printed_can_be_read() {
    replay("check", check::holds);
}

#[test]
fn what_is_drawn_has_all_its_arrows() {
    replay("draw", draw::holds);
}

#[test]
fn what_is_formatted_means_the_same() {
    replay("format", format::holds);
}

#[test]
fn what_an_editor_asks_is_answered() {
    replay("lsp", lsp::holds);
}

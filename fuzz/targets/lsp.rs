//! An editor does anything.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| koppelkaart_fuzz::properties::lsp::holds(data));

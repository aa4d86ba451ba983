//! Any file is formatted, and mended.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| koppelkaart_fuzz::properties::format::holds(data));

//! Any bytes are loaded and judged.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| koppelkaart_fuzz::properties::load::holds(data));

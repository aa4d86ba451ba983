//! Every text format of any landscape is read back.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| koppelkaart_fuzz::properties::check::holds(data));

//! Every picture of any landscape is drawn whole.
#![no_main]

libfuzzer_sys::fuzz_target!(init: koppelkaart_fuzz::let_graphviz_panic(), |data: &[u8]| koppelkaart_fuzz::properties::draw::holds(data));

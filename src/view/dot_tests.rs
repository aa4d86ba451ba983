//! DOT made of any names is a graph of the same nodes and arrows, with our attributes and no others.

use proptest::prelude::*;
use serde_json::Value;

use super::super::drawing::{LinkState, Node as DrawnNode, Room};
use super::super::plain::plain;
use super::super::{dot, malice, samples};
use super::*;

/// The graph as Graphviz reads it.
fn read(dot: &str) -> Value {
    let json = graphviz_pure::render_dot(dot, "dot", "json0").expect("parses").into_output();
    serde_json::from_str(&json).unwrap()
}

fn keys(value: &Value, key: &str, kept: impl Fn(&Value) -> bool) -> Vec<Vec<String>> {
    let all = value[key].as_array().cloned().unwrap_or_default();
    all.iter().filter(|one| kept(one)).map(|one| one.as_object().unwrap().keys().cloned().collect()).collect()
}

fn is_node(object: &Value) -> bool {
    object.get("pos").is_some() && object.get("bb").is_none()
}

/// Two nodes in a room and an arrow, all called `text`.
fn called(text: &str) -> Drawing {
    let node = DrawnNode { label: text.into(), note: text.into(), shape: Shape::Application, room: Some(0) };
    let arrow = Arrow {
        number: text.into(),
        carries: text.into(),
        why: text.into(),
        state: LinkState::NotSecured,
        ..samples::pair().arrows[0].clone()
    };
    Drawing {
        title: text.into(),
        rooms: vec![Room { label: text.into() }],
        nodes: vec![node.clone(), node],
        arrows: vec![arrow],
        ..Drawing::default()
    }
}

/// Text with everything that has a meaning in DOT, HTML-like labels or XML.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("\\\"".to_owned()),
        Just("\n".to_owned()),
        Just("\r".to_owned()),
        Just("<".to_owned()),
        Just(">".to_owned()),
        Just("&".to_owned()),
        Just("&lt;".to_owned()),
        Just("]".to_owned()),
        Just("[URL=\"javascript:x\"]".to_owned()),
        Just(";".to_owned()),
        Just("->".to_owned()),
        Just("/*".to_owned()),
        Just("//".to_owned()),
        Just("#".to_owned()),
        Just("}".to_owned()),
        Just("\\N\\G\\l".to_owned()),
        Just("\0".to_owned()),
        Just("\u{202E}".to_owned()),
        Just("\u{10FF80}".to_owned()),
        Just("é✓".to_owned()),
        "\\PC{0,4}",
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_name_adds_a_node_an_arrow_or_an_attribute(text in nasty()) {
        let (plain, nasty) = (read(&dot(&called("a")).unwrap()), read(&dot(&called(&text)).unwrap()));
        prop_assert_eq!(keys(&nasty, "objects", is_node), keys(&plain, "objects", is_node));
        prop_assert_eq!(keys(&nasty, "edges", |_| true), keys(&plain, "edges", |_| true));
        prop_assert_eq!(nasty["objects"][0]["rank"].clone(), plain["objects"][0]["rank"].clone());
    }

    #[test]
    fn a_quoted_name_comes_back_as_it_was(text in nasty()) {
        let Id::Escaped(quoted) = quote(&text) else { unreachable!() };
        let read = read(&format!("digraph {{ a [tooltip={quoted}] }}"));
        let expected = plain(&text).replace('\\', "\\\\");
        prop_assert_eq!(read["objects"][0]["tooltip"].as_str().unwrap_or_default(), expected);
    }
}

#[test]
fn hostile_names_are_inert() {
    let drawing = malice::hostile();
    let read = read(&dot(&drawing).unwrap());
    assert_eq!(keys(&read, "objects", is_node).len(), drawing.nodes.len());
    assert_eq!(keys(&read, "edges", |_| true).len(), drawing.arrows.len());
}

#[test]
fn who_draws_it_themselves_reads_real_names() {
    let dot = dot(&samples::social_domain()).unwrap();
    let svg = graphviz_pure::render_dot(&dot, "dot", "svg").unwrap().into_output();
    for text in ["Burgerzaken (BRP)", "Key2Financiën", "SOCIAAL DOMEIN", "CBS"] {
        assert!(svg.contains(text), "{text}");
    }
}

#[test]
fn an_arrow_to_nowhere_is_an_error_and_no_panic() {
    let mut drawing = samples::pair();
    drawing.arrows[0].to = 9;
    assert!(dot(&drawing).is_err());
    drawing = samples::pair();
    drawing.nodes[1].room = Some(4);
    assert!(dot(&drawing).is_err());
}

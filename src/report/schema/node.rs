//! The part of JSON Schema that the language needs, named and ordered as it is written.
//!
//! Written out as structs, so that keys keep the order of the contract whatever `serde_json` is built with.

use serde::{Serialize, Serializer, ser::SerializeMap};

/// A schema.
#[derive(Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub draft: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'static str>,
    /// Markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<Type>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_items: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Box<Node>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub any_of: Vec<Node>,
    #[serde(serialize_with = "in_order", skip_serializing_if = "Vec::is_empty")]
    pub properties: Vec<(String, Node)>,
    #[serde(serialize_with = "in_order", skip_serializing_if = "Vec::is_empty")]
    pub pattern_properties: Vec<(String, Node)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_properties: Option<bool>,
    /// What only Taplo reads: what each word means.
    #[serde(rename = "x-taplo", skip_serializing_if = "Option::is_none")]
    pub taplo: Option<Taplo>,
}

/// Which types of JSON a value may have.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
pub enum Type {
    One(&'static str),
    Either([&'static str; 2]),
}

/// Taplo's own keyword.
#[derive(Clone, Serialize)]
pub struct Taplo {
    pub docs: Docs,
}

/// What words mean, in their order.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Docs {
    pub enum_values: Vec<&'static str>,
}

fn in_order<S: Serializer>(entries: &[(String, Node)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(entries.len()))?;
    for (name, node) in entries {
        map.serialize_entry(name, node)?;
    }
    map.end()
}

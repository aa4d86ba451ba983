//! The landscape language as anyone would first write it down with serde: no places, no references, no advice.

// What is read is only made, never used.
#![allow(dead_code)]

use std::collections::HashMap;

use serde::Deserialize;
use toml::{Value, value::Datetime};

type Named<T> = HashMap<String, T>;

#[derive(Deserialize)]
#[serde(untagged)]
enum List {
    One(String),
    Several(Vec<String>),
}

#[derive(Deserialize)]
pub struct Landscape {
    landscape: Option<Value>,
    #[serde(default)]
    party: Named<Party>,
    #[serde(default)]
    data: Named<Data>,
    #[serde(default)]
    network: Named<Network>,
    #[serde(default)]
    application: Named<Application>,
    #[serde(default)]
    link: Vec<Link>,
    #[serde(default)]
    processing: Named<Processing>,
    #[serde(default)]
    agreement: Named<Agreement>,
    #[serde(default)]
    norm: Named<Value>,
    #[serde(default)]
    policy: Named<Value>,
}

#[derive(Deserialize)]
struct Party {
    name: String,
    kind: Option<String>,
    country: Option<String>,
    contact: Option<String>,
}

#[derive(Deserialize)]
struct Data {
    name: String,
    class: String,
    description: Option<String>,
}

#[derive(Deserialize)]
struct Network {
    name: String,
    controlled: Option<bool>,
    encrypted: Option<bool>,
}

#[derive(Deserialize)]
struct Application {
    name: String,
    description: Option<String>,
    domain: Option<String>,
    owner: Option<String>,
    supplier: Option<String>,
    controller: Option<List>,
    operator: Option<String>,
    network: Option<String>,
    source_of: Option<List>,
    end_of_support: Option<Datetime>,
    access_logging: Option<bool>,
    role_based_access: Option<bool>,
    component: Option<String>,
}

#[derive(Deserialize)]
struct Link {
    id: Option<String>,
    from: String,
    to: String,
    data: Option<List>,
    returns: Option<List>,
    personal_data: Option<bool>,
    secure: Option<bool>,
    protocol: Option<String>,
    tls: Option<String>,
    authentication: Option<String>,
    network: Option<String>,
    standard: Option<String>,
    mode: Option<String>,
    verified: Option<Datetime>,
    evidence: Option<String>,
    controller: Option<List>,
    processing: Option<List>,
    agreement: Option<List>,
    frequency: Option<String>,
    lifecycle: Option<String>,
    description: Option<String>,
}

#[derive(Deserialize)]
struct Processing {
    name: String,
    purpose: Option<String>,
    controller: Option<List>,
    legal_basis: Option<String>,
    law: Option<List>,
    special_category_basis: Option<String>,
    national_id_law: Option<String>,
    criminal_data_law: Option<String>,
    subjects: Option<List>,
    data: Option<List>,
    recipients_only: Option<List>,
    retention: Option<String>,
    dpia: Option<Datetime>,
}

#[derive(Deserialize)]
struct Agreement {
    name: Option<String>,
    kind: String,
    parties: List,
    signed: Option<Datetime>,
    expires: Option<Datetime>,
    clauses: Option<List>,
    safeguard: Option<String>,
    document: Option<String>,
}

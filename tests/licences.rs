//! What the program carries along may be carried along: every crate has a licence that the EUPL-1.2 can live with,
//! and comes from crates.io.
//!
//! Advisories need a database that isn't on every machine; `.ci/run` looks into it where it can be had.

use std::process::Command;

use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};

/// Licences that ask no more than to be named, and EPL-2.0, which is carried along unchanged (see `NOTICE`).
const FITTING: [&str; 13] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Unicode-3.0",
    "Unlicense",
    "0BSD",
    "CC0-1.0",
    "Zlib",
    "EPL-2.0",
    "EUPL-1.2",
];

/// Crates that only tests use; the program doesn't carry them along.
const TESTS_ONLY: [&str; 4] = ["cssparser", "cssparser-macros", "dtoa-short", "selectors"];

/// Crates that have their licence in a file alone. Each was read: MIT.
const READ: [&str; 4] = ["dot-generator", "graphviz-rust", "into-attr", "into-attr-derive"];

fn packages() -> Vec<Value> {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    let metadata: Value = serde_json::from_slice(&cargo.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

fn fits(package: &Value) -> bool {
    let name = package["name"].as_str().unwrap();
    let Some(licence) = package["license"].as_str() else { return READ.contains(&name) };
    let mode = ParseMode { allow_slash_as_or_operator: true, ..ParseMode::LAX };
    let expression = Expression::parse_mode(licence, mode).unwrap_or_else(|error| panic!("{name}: {error}"));
    let fits = |licence: &LicenseReq| licence.license.id().is_some_and(|id| FITTING.contains(&id.name));
    expression.evaluate(fits) || TESTS_ONLY.contains(&name)
}

#[test]
fn every_crate_has_a_licence_that_fits() {
    let packages = packages();
    let unfit: Vec<&str> =
        packages.iter().filter(|it| !fits(it)).map(|it| it["name"].as_str().unwrap()).collect();
    assert!(unfit.is_empty(), "look at their licences, and name them in NOTICE: {unfit:?}");
    assert!(packages.len() > 300, "cargo named only {}", packages.len());
}

#[test]
fn every_crate_comes_from_the_one_registry() {
    for package in packages() {
        let source = package["source"].as_str();
        let known = source.is_none_or(|it| it == "registry+https://github.com/rust-lang/crates.io-index");
        assert!(known, "{} comes from {source:?}", package["name"]);
    }
}

#[test]
fn what_only_tests_use_is_not_in_the_program() {
    let cargo = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--all-features", "-e", "normal,build", "--prefix", "none"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    let tree = String::from_utf8(cargo.stdout).unwrap();
    for name in TESTS_ONLY {
        assert!(!tree.lines().any(|line| line.split(' ').next() == Some(name)), "{name}");
    }
    assert!(tree.lines().any(|line| line.starts_with("petgraph ")), "{tree}");
}

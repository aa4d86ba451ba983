//! The documentation of the rules is what the rules say of themselves.

use std::fs;

use koppelkaart::{report::rules, text::Lang};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Compares a file with what it should be; writes it anew where it is stale, so that the next run passes.
fn fresh(file: &str, expected: &str) {
    let path = format!("{ROOT}/{file}");
    let there = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    if there != expected {
        fs::write(&path, expected).expect("it can be written");
        panic!("{file} was stale and is written anew; look at it and commit");
    }
}

#[test]
fn the_pages_of_the_rules_are_fresh() {
    for lang in Lang::ALL {
        fresh(&format!("docs/rules.{lang}.md"), &rules::page(lang));
    }
}

#[test]
fn the_table_in_the_readme_is_fresh() {
    let readme = fs::read_to_string(format!("{ROOT}/README.md")).expect("a README").replace("\r\n", "\n");
    let (before, rest) = readme.split_once("<!-- rules -->\n").expect("where the table starts");
    let (_, after) = rest.split_once("<!-- end of rules -->").expect("where it ends");
    let table = rules::table(Lang::En);
    fresh("README.md", &format!("{before}<!-- rules -->\n{table}<!-- end of rules -->{after}"));
}

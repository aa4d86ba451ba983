//! The documentation of the rules is what the rules say of themselves.

use std::fs;

use koppelkaart::{report::rules, text::Lang};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Compares files with what they should be; writes those anew that are stale, so that the next run passes.
fn fresh(files: impl IntoIterator<Item = (String, String)>) {
    let mut stale = Vec::new();
    for (file, expected) in files {
        let path = format!("{ROOT}/{file}");
        if fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n") != expected {
            fs::write(&path, expected).expect("it can be written");
            stale.push(file);
        }
    }
    assert!(stale.is_empty(), "{stale:?} had gone stale and are written anew; look at them and commit");
}

#[test]
fn the_pages_of_the_rules_are_fresh() {
    fresh(Lang::ALL.into_iter().map(|lang| (format!("docs/rules.{lang}.md"), rules::page(lang))));
}

#[test]
fn the_table_in_the_readme_is_fresh() {
    let readme = fs::read_to_string(format!("{ROOT}/README.md")).expect("a README").replace("\r\n", "\n");
    let (before, rest) = readme.split_once("<!-- rules -->\n").expect("where the table starts");
    let (_, after) = rest.split_once("<!-- end of rules -->").expect("where it ends");
    let table = rules::table(Lang::En);
    fresh([("README.md".to_owned(), format!("{before}<!-- rules -->\n{table}<!-- end of rules -->{after}"))]);
}

//! Folders that are too large to look for a landscape in.

use serde_json::json;

use super::{
    common::{Desk, SMALLEST},
    editor::Editor,
};

/// A repository with more TOML than a landscape has, and somewhere in it two files of a landscape.
fn vast() -> Vec<(String, &'static str)> {
    let crates = (0..1_001).map(|at| (format!("crates/{at}/Cargo.toml"), "[package]\nname = \"x\"\n"));
    let own = [("docs/kaart.toml".to_owned(), SMALLEST), ("docs/landscape/a.toml".to_owned(), SMALLEST)];
    crates.chain(own).collect()
}

#[test]
fn of_a_vast_folder_only_what_is_open_is_judged_and_people_are_told_so_once() {
    let files = vast();
    let mut editor = Editor::open(Desk::new(files.iter().map(|(path, text)| (&**path, *text))));
    let logged = editor.wait(|it| it["method"] == "window/logMessage");
    assert!(logged["params"]["message"].as_str().unwrap().contains("too large"), "{logged}");

    // What is no landscape bothers nobody; what is one is judged by itself.
    editor.edit("crates/7/Cargo.toml");
    editor.edit_as("docs/kaart.toml", &SMALLEST.replace("https", "ftp"));
    let told = editor.wait(|it| it["method"] == "window/showMessage");
    assert!(told["params"]["message"].as_str().unwrap().contains("initializationOptions.path"), "{told}");
    editor.until("docs/kaart.toml", |list| !list.is_empty());
    editor.edit_as("docs/landscape/a.toml", SMALLEST);
    editor.until("docs/landscape/a.toml", <[_]>::is_empty);
    let known: Vec<_> = editor.shown.keys().cloned().collect();
    assert_eq!(known, [editor.uri("docs/kaart.toml"), editor.uri("docs/landscape/a.toml")]);
    let again = editor.said.iter().filter(|it| it["method"] == "window/showMessage").count();
    assert_eq!(again, 1, "{:?}", editor.said);
}

#[test]
fn a_vast_folder_whose_landscape_is_named_is_looked_in_as_always() {
    let files = vast();
    let desk = Desk::new(files.iter().map(|(path, text)| (&**path, *text)));
    let mut editor = Editor::with(desk, &json!({}), &json!({ "path": "docs/landscape" }));
    editor.until("docs/landscape/a.toml", <[_]>::is_empty);
    assert_eq!(editor.shown.len(), 1);
}

//! From a name to where it is declared, to everywhere it is named, and lists of all names.

use serde_json::{Value, json};

use super::{
    common::{Desk, SMALLEST},
    editor::{Editor, mark, slice},
};

const MORE: &str = "[view.v]\napplications = [\"ggk\", \"csam\"]\n[[acceptance]]\nrule = \"no-owner\"\nsubject = \"csam->ggk\"\nreason = \"r\"\nby = \"b\"\nuntil = 2999-01-01\n";

fn places(editor: &Editor, found: &Value, texts: &[(&str, &str)]) -> Vec<String> {
    let told = |place: &Value| {
        let (path, text) = texts.iter().find(|(path, _)| place["uri"] == editor.uri(path)).unwrap();
        let line = place["range"]["start"]["line"].as_i64().unwrap() + 1;
        format!("{path}:{line} {}", slice(text, &place["range"]))
    };
    found.as_array().unwrap().iter().map(told).collect()
}

#[test]
fn a_reference_leads_to_its_declaration_and_that_to_all_references() {
    let texts = [("landscape/a.toml", SMALLEST), ("landscape/b.toml", MORE)];
    let mut editor = Editor::open(Desk::new(texts));
    let at = mark(MORE, "\"cs|am\"");
    let found = editor.at("textDocument/definition", "landscape/b.toml", at.clone()).unwrap();
    assert_eq!(places(&editor, &found, &texts), ["landscape/a.toml:7 csam"]);

    // An acceptance names the whole link, which has no other id than its ends.
    let found = editor.at("textDocument/definition", "landscape/b.toml", mark(MORE, "csam-|>ggk")).unwrap();
    assert_eq!(places(&editor, &found, &texts), ["landscape/a.toml:13 [[link]]"]);

    let mut references = |declaration: bool| {
        let params = json!({
            "textDocument": { "uri": editor.uri("landscape/b.toml") }, "position": at,
            "context": { "includeDeclaration": declaration },
        });
        let found = editor.ask("textDocument/references", params).unwrap();
        places(&editor, &found, &texts)
    };
    let used = ["landscape/a.toml:14 csam", "landscape/b.toml:2 csam", "landscape/b.toml:5 csam"];
    assert_eq!(references(false), used);
    assert_eq!(references(true), [&["landscape/a.toml:7 csam"], &used[..]].concat());
}

#[test]
fn the_tables_of_a_file_and_of_all_files_are_listed() {
    let broken = format!("{MORE}[application.half\nname =\n[party.x]\nname = \"X\"\n");
    let mut editor = Editor::open(Desk::new([("landscape/a.toml", SMALLEST), ("landscape/b.toml", &broken)]));
    let uri = editor.uri("landscape/b.toml");
    let list = editor.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri } })).unwrap();
    let names: Vec<_> = list.as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["view.v", "csam->ggk", "application.half", "party.x"]);
    assert_eq!(slice(&broken, &list[3]["range"]), "[party.x]\nname = \"X\"");
    assert_eq!(slice(&broken, &list[3]["selectionRange"]), "[party.x]");

    let found = editor.ask("workspace/symbol", json!({ "query": "gegevknoop" })).unwrap();
    let found: Vec<_> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["name"].as_str().unwrap(), it["containerName"].as_str().unwrap()))
        .collect();
    assert_eq!(
        found,
        [("ggk", "Gemeentelijk Gegevensknooppunt"), ("csam->ggk", "Csam → Gemeentelijk Gegevensknooppunt")]
    );
}

//! Places right to the character, whatever stands before them.

use serde_json::{Value, json};

use super::{
    common::Desk,
    editor::{Editor, codes, mark, position, slice},
};

/// An emoji, a combining accent and lines that end as on Windows.
const LANDSCAPE: &str = "[landscape]\r\nname = \"Ge\u{301}n 🏛\"\r\n\r\n[party.p] # 🏛🏛\r\nx = 1 # 🏛\r\nname = \"P 🏛 e\u{301} q\"\r\n\r\n[application.a]\r\nname = \"🏛 A\"\r\n";

#[test]
fn columns_are_utf16_unless_agreed_otherwise() {
    let text = "[landscape]\r\nname = \"🏛 e\u{301}\"\r\nowner = \"🏛🏛\" # \r\nlanguage = \"nl\"\r\n";
    for (offered, chosen, columns) in [
        (json!([]), "utf-16", (8, 14)),
        (json!(["utf-32", "utf-16"]), "utf-32", (8, 12)),
        (json!(["utf-8", "utf-16"]), "utf-8", (8, 18)),
    ] {
        let mut editor = Editor::start(Desk::with(text));
        let root = editor.uri("");
        let capabilities = json!({ "general": { "positionEncodings": offered } });
        let params = json!({ "processId": null, "rootUri": root, "capabilities": capabilities });
        let answer = editor.ask("initialize", params).unwrap();
        assert_eq!(answer["capabilities"]["positionEncoding"], chosen);
        editor.tell("initialized", json!({}));
        let found = editor.until("landscape/a.toml", |list| !list.is_empty());
        let unknown = found.iter().find(|it| it["code"] == "unknown-reference").unwrap();
        let range = json!({ "start": { "line": 2, "character": columns.0 }, "end": { "line": 2, "character": columns.1 } });
        assert_eq!(unknown["range"], range, "{chosen}");
    }
}

#[test]
fn changes_are_made_where_the_editor_means_them() {
    let mut editor = Editor::open(Desk::with(LANDSCAPE));
    let mut text = editor.edit("landscape/a.toml");
    editor.until("landscape/a.toml", |list| codes(list).contains(&"unknown-key".to_owned()));
    // One message, each step in what the one before it left: after an emoji, between two of them, over a line break.
    let mut changes: Vec<Value> = Vec::new();
    for (old, new) in [("e\u{301} q", "é"), ("🏛🏛", "🏛 🏛"), ("x = 1 # 🏛\r\n", "")] {
        let at = text.find(old).unwrap();
        let range = json!({ "start": position(&text, at), "end": position(&text, at + old.len()) });
        text.replace_range(at..at + old.len(), new);
        changes.push(json!({ "range": range, "text": new }));
    }
    let file = json!({ "uri": editor.uri("landscape/a.toml"), "version": 2 });
    editor.tell("textDocument/didChange", json!({ "textDocument": file, "contentChanges": changes }));
    let found = editor.until("landscape/a.toml", |list| !codes(list).contains(&"unknown-key".to_owned()));
    let unused = found.iter().find(|it| it["code"] == "unused-declaration").unwrap();
    assert_eq!(slice(&text, &unused["range"]), "[party.p]");
    let hover = editor.at("textDocument/hover", "landscape/a.toml", mark(&text, "[party.|p]")).unwrap();
    assert!(hover["contents"]["value"].as_str().unwrap().starts_with("**P 🏛 é**"), "{hover}");
    assert_eq!(slice(&text, &hover["range"]), "p");
}

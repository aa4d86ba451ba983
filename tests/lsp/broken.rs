//! What goes wrong between an editor and the server, and that nothing ends by it.

use serde_json::{Value, json};

use super::{
    common::{Desk, SMALLEST},
    editor::{Editor, codes, mark},
};

fn raw(text: &str) -> Vec<u8> {
    format!("Content-Length: {}\r\n\r\n{text}", text.len()).into_bytes()
}

#[test]
fn half_typed_text_leaves_the_rest_known() {
    let mut editor = Editor::open(Desk::with(SMALLEST));
    let text = editor.edit("landscape/a.toml");
    editor.until("landscape/a.toml", <[_]>::is_empty);
    for (version, half) in (2..).zip([
        "[[link]]\nfrom = \"csam\nto = [",
        "[application.",
        "x = \"\"\"\n",
        "[[link]\nfrom",
        "= 3 {",
    ]) {
        let typed = text.replace("[party.college]", &format!("{half}\n[party.college]"));
        editor.change("landscape/a.toml", version, &typed);
        let told =
            editor.at("textDocument/hover", "landscape/a.toml", mark(&typed, "[application.cs|am]")).unwrap();
        let told = told["contents"]["value"].as_str().unwrap();
        assert!(told.starts_with("**Csam**"), "{half}: {told}");
        assert!(told.contains("Koppelingen: 1"), "{half}: {told}");
        let found = editor.until("landscape/a.toml", |list| !list.is_empty());
        assert!(
            codes(&found).iter().all(|it| ["invalid-toml", "unknown-key", "missing-key"].contains(&&**it)),
            "{half}: {found:#?}"
        );
    }
}

#[test]
fn the_order_of_coming_and_going_is_kept() {
    let mut editor = Editor::start(Desk::with(SMALLEST));
    let early = editor.ask("textDocument/hover", json!({})).unwrap_err();
    assert_eq!(early["code"], -32002);
    editor.tell("textDocument/didOpen", json!("nothing yet"));
    let wrong = editor.ask("initialize", json!({ "capabilities": 3 })).unwrap_err();
    assert_eq!(wrong["code"], -32602);
    let root = editor.uri("");
    let params = json!({ "processId": null, "rootUri": root, "capabilities": {} });
    assert!(editor.ask("initialize", params.clone()).is_ok());
    assert_eq!(editor.ask("initialize", params).unwrap_err()["code"], -32600);
    assert_eq!(editor.ask("shutdown", Value::Null), Ok(Value::Null));
    assert_eq!(editor.ask("textDocument/hover", json!({})).unwrap_err()["code"], -32600);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.ended(), 0);
}

#[test]
fn an_editor_that_leaves_without_a_word_is_noticed() {
    let mut editor = Editor::open(Desk::with(SMALLEST));
    editor.tell("exit", Value::Null);
    assert_eq!(editor.ended(), 1);
    let editor = Editor::open(Desk::with(SMALLEST));
    assert_eq!(editor.ended(), 1);
}

#[test]
fn what_makes_no_sense_is_answered_and_passed_over() {
    let mut editor = Editor::open(Desk::with(SMALLEST));
    let text = editor.edit("landscape/a.toml");
    editor.write(&raw("{"));
    assert_eq!(editor.wait(|it| it["id"].is_null() && it.get("error").is_some())["error"]["code"], -32700);
    editor.write(&raw("[1, 2]"));
    assert_eq!(editor.wait(|it| it["id"].is_null() && it.get("error").is_some())["error"]["code"], -32600);
    editor.write(&raw("{\"jsonrpc\":\"2.0\",\"id\":12345678901,\"method\":\"textDocument/hover\"}"));
    assert_eq!(editor.wait(|it| it["id"] == 12_345_678_901_i64)["error"]["code"], -32600);

    assert_eq!(editor.ask("koppelkaart/nothing", json!({})).unwrap_err()["code"], -32601);
    assert_eq!(editor.ask("textDocument/hover", json!({ "position": 3 })).unwrap_err()["code"], -32602);
    assert_eq!(editor.ask("textDocument/hover", Value::Null).unwrap_err()["code"], -32602);
    for uri in ["untitled:1", "https://example.org/a.toml", "file:///nergens/a.toml", "", "file://%FF"] {
        let params = json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": 0 } });
        assert_eq!(editor.ask("textDocument/hover", params), Ok(Value::Null), "{uri}");
    }
    editor.tell("koppelkaart/nothing", json!({}));
    editor.tell("$/cancelRequest", json!({ "id": 999 }));
    editor.tell("textDocument/didChange", json!({ "textDocument": { "uri": "file:///x" } }));
    // A file that isn't open can't change.
    let file = json!({ "uri": editor.uri("landscape/b.toml"), "version": 3 });
    editor
        .tell("textDocument/didChange", json!({ "textDocument": file, "contentChanges": [{ "text": "x" }] }));
    // Nor does a change that is turned round, or outside the text, upset anything.
    let file = json!({ "uri": editor.uri("landscape/a.toml"), "version": -4 });
    let turned = json!({ "start": { "line": 9, "character": 0 }, "end": { "line": 0, "character": 0 } });
    let outside = json!({ "start": { "line": 4_294_967_295_u32, "character": 7 }, "end": { "line": 4_294_967_295_u32, "character": 9 } });
    let changes =
        json!([{ "range": turned, "text": "" }, { "range": outside, "text": "x" }, { "text": text }]);
    editor.tell("textDocument/didChange", json!({ "textDocument": file, "contentChanges": changes }));

    let found =
        editor.at("textDocument/hover", "landscape/a.toml", mark(&text, "[application.cs|am]")).unwrap();
    assert!(found["contents"]["value"].as_str().unwrap().starts_with("**Csam**"));
    let far = json!({ "line": 4_294_967_295_u32, "character": 4_294_967_295_u32 });
    for method in ["hover", "completion", "definition", "prepareRename"] {
        editor.at(&format!("textDocument/{method}"), "landscape/a.toml", far.clone()).ok();
    }
    assert_eq!(editor.leave(), 0);
}

#[test]
fn where_the_framing_is_lost_it_ends() {
    let mut editor = Editor::open(Desk::with(SMALLEST));
    editor.write(b"Content-Length: 99999999999999\r\n\r\n");
    assert_eq!(editor.ended(), 1);
}

#[test]
fn what_is_called_off_is_not_worked_on() {
    let mut editor = Editor::open(Desk::with(SMALLEST));
    // Both in one breath, so that the server sees the second before it starts on the first.
    let uri = editor.uri("landscape/a.toml");
    let ask = |id: &str| {
        raw(&json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/documentSymbol", "params": { "textDocument": { "uri": uri } } }).to_string())
    };
    let off =
        raw(&json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": "b" } }).to_string());
    editor.write(&[ask("a"), ask("b"), off, ask("c")].concat());
    let mut answered: Vec<Value> = (0..3).map(|_| editor.wait(|it| it["id"].is_string())).collect();
    answered.sort_by_key(|it| it["id"].to_string());
    let ids: Vec<_> = answered.iter().map(|it| it["id"].clone()).collect();
    assert_eq!(ids, ["a", "b", "c"], "each is answered once");
    assert!(answered[0]["result"].is_array() && answered[2]["result"].is_array());
    // The server may have been quicker.
    assert!(answered[1]["result"].is_array() || answered[1]["error"]["code"] == -32800, "{answered:?}");
}

#[test]
fn a_huge_file_is_no_trouble() {
    let mut text = SMALLEST.to_owned();
    text.extend((0..20_000).map(|number| format!("[application.a{number}]\nname = \"Naam {number} 🏛\"\n")));
    let mut editor = Editor::open(Desk::with(SMALLEST));
    editor.edit_as("landscape/a.toml", &text);
    let told =
        editor.at("textDocument/hover", "landscape/a.toml", mark(&text, "[application.a1999|9]")).unwrap();
    assert!(told["contents"]["value"].as_str().unwrap().starts_with("**Naam 19999 🏛**"));
}

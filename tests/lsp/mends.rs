//! What is offered to do about what was found, and the one style.

use serde_json::{Value, json};

use super::{
    common::{Desk, SMALLEST},
    editor::{Editor, edited, mark},
};

/// The actions at a mark, of these kinds or all.
fn actions(editor: &mut Editor, text: &str, around: &str, only: &Value) -> Vec<Value> {
    let at = mark(text, around);
    let uri = editor.uri("landscape/a.toml");
    let context = if only.is_null() {
        json!({ "diagnostics": [] })
    } else {
        json!({ "diagnostics": [], "only": only })
    };
    let params =
        json!({ "textDocument": { "uri": uri }, "range": { "start": at, "end": at }, "context": context });
    editor.ask("textDocument/codeAction", params).unwrap().as_array().unwrap().clone()
}

/// A text after an action.
fn after(editor: &Editor, text: &str, action: &Value) -> String {
    let edits = &action["edit"]["changes"][&editor.uri("landscape/a.toml")];
    edited(text, edits.as_array().unwrap())
}

#[test]
fn a_slip_is_mended_by_one_click() {
    let text = SMALLEST.replace("protocol =", "protocl =");
    let mut editor = Editor::open(Desk::with(&text));
    editor.edit("landscape/a.toml");
    let found = actions(&mut editor, &text, "proto|cl", &Value::Null);
    let fix = found.iter().find(|it| it["kind"] == "quickfix").unwrap();
    assert_eq!(fix["isPreferred"], true);
    assert_eq!(fix["diagnostics"][0]["code"], "unknown-key");
    assert_eq!(after(&editor, &text, fix), SMALLEST);
    let all = actions(&mut editor, &text, "[|landscape", &json!(["source"]));
    assert_eq!(all.len(), 1);
    assert_eq!(all[0]["kind"], "source.fixAll");
    assert_eq!(after(&editor, &text, &all[0]), SMALLEST);
    assert_eq!(actions(&mut editor, &text, "proto|cl", &json!(["refactor"])), Vec::<Value>::new());
}

#[test]
fn all_that_is_certain_in_a_file_is_mended_as_fix_does_it() {
    // The slip in `evidense` comes to light once the quotes are mended, and the other file is left alone.
    let link = "protocol = “https”\nfrequentie = 1\nevidense = “audit”";
    let text = SMALLEST.replace("protocol = \"https\"", link);
    let other = "[party.leverancier]\nnaame = \"Leverancier\"\n";
    let desk = Desk::new([("landscape/a.toml", &*text), ("landscape/b.toml", other)]);
    let mut editor = Editor::open(desk);
    editor.edit("landscape/a.toml");
    let all = actions(&mut editor, &text, "[|landscape", &json!(["source.fixAll"]));
    let edits = all[0]["edit"]["changes"].as_object().unwrap();
    assert_eq!(edits.keys().collect::<Vec<_>>(), [&editor.uri("landscape/a.toml")]);
    let mended = after(&editor, &text, &all[0]);
    assert!(mended.contains("protocol = \"https\"\nfrequentie = 1\nevidence = \"audit\""), "{mended}");
    editor.desk.run(&["fix"]);
    assert_eq!(mended, editor.desk.read("landscape/a.toml"));
}

#[test]
fn what_all_that_is_certain_comes_down_to_is_worked_out_once_it_is_chosen() {
    let text = SMALLEST.replace("protocol =", "protocl =");
    let lazy = json!({ "dataSupport": true, "resolveSupport": { "properties": ["edit"] } });
    let capabilities = json!({ "textDocument": { "codeAction": lazy } });
    let mut editor = Editor::with(Desk::with(&text), &capabilities, &json!({}));
    editor.edit("landscape/a.toml");
    let all = actions(&mut editor, &text, "[|landscape", &json!(["source.fixAll"]));
    assert_eq!(all[0].get("edit"), None);
    let chosen = editor.ask("codeAction/resolve", all[0].clone()).unwrap();
    assert_eq!(after(&editor, &text, &chosen), SMALLEST);
}

#[test]
fn what_needs_a_decision_is_offered_and_never_certain() {
    let text = SMALLEST.replace("secure = true", "secure = false");
    let mut editor = Editor::open(Desk::with(&text));
    editor.edit("landscape/a.toml");
    let found = editor.until("landscape/a.toml", |list| !list.is_empty());
    assert_eq!(found[0]["code"], "unsecured-link");
    let offered = actions(&mut editor, &text, "secure = |false", &json!(["quickfix"]));
    let accept = offered.iter().find(|it| after(&editor, &text, it).contains("[[acceptance]]")).unwrap();
    assert_eq!(accept["isPreferred"], false);
    let accepted = after(&editor, &text, accept);
    assert!(
        accepted.contains("rule = \"unsecured-link\"") && accepted.contains("subject = \"csam->ggk\""),
        "{accepted}"
    );
    assert!(
        offered.iter().all(|it| it["isPreferred"] == false),
        "nobody but the author knows that a line is secured"
    );
    assert_eq!(
        actions(&mut editor, &text, "secure = |false", &json!(["source.fixAll"])),
        Vec::<Value>::new()
    );
}

#[test]
fn the_style_comes_as_few_edits() {
    let untidy = SMALLEST.replace("secure = true", "secure   =   true # ja");
    let mut editor = Editor::open(Desk::with(&untidy));
    editor.edit("landscape/a.toml");
    let uri = editor.uri("landscape/a.toml");
    let params = json!({ "textDocument": { "uri": uri }, "options": { "tabSize": 4, "insertSpaces": true } });
    let edits = editor.ask("textDocument/formatting", params.clone()).unwrap();
    let edits = edits.as_array().unwrap();
    assert_eq!(edits.len(), 1);
    let tidied = edited(&untidy, edits);
    assert_eq!(editor.desk.run(&["fmt"]).code, 0);
    assert_eq!(tidied, editor.desk.read("landscape/a.toml"), "as `fmt` does it");
    // What is tidy stays, and what can't be read too.
    editor.change("landscape/a.toml", 2, SMALLEST);
    assert_eq!(editor.ask("textDocument/formatting", params.clone()), Ok(json!([])));
    editor.change("landscape/a.toml", 3, "[[[ niets");
    assert_eq!(editor.ask("textDocument/formatting", params), Ok(json!([])));
}

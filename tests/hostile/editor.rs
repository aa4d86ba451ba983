//! What an editor shows of a hostile landscape: findings, hovers, proposals, names of tables.

use std::time::Duration;

use koppelkaart::text::is_unsafe;
use serde_json::{Value, json};

use crate::{
    names::{NAMES, broken, whole},
    outputs::editor::Script,
    readers::{Form, read},
};

const ROOT: &str = "file:///nergens";
const FILE: &str = "file:///nergens/landscape/a.toml";

/// Long enough for the server to think that the architect stopped typing.
pub const QUIET: Duration = Duration::from_millis(300);

/// Everything that an editor asks of every line, and of the file.
fn heard(text: &str, quiet: Duration) -> Vec<Value> {
    let mut script = Script::open(ROOT, FILE, text, quiet);
    let file = json!({ "uri": FILE });
    for (line, content) in text.lines().enumerate() {
        let width = content.encode_utf16().count();
        let place =
            |at: usize| json!({ "textDocument": file, "position": { "line": line, "character": at } });
        script.ask("textDocument/hover", &place(width.saturating_sub(2)));
        // A key is told the same in every landscape.
        if line % 4 == 0 {
            script.ask("textDocument/completion", &place(width / 2));
            script.ask("textDocument/prepareRename", &place(width / 2));
        }
    }
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99_999, "character": 0 } });
    let asked = json!({ "textDocument": file, "range": range, "context": { "diagnostics": [] } });
    script.ask("textDocument/codeAction", &asked);
    script.ask("textDocument/inlayHint", &asked);
    script.ask("textDocument/documentSymbol", &asked);
    script.ask("workspace/symbol", &json!({ "query": "" }));
    script.heard()
}

/// Every text under these keys, however deep.
fn texts<'a>(value: &'a Value, keys: &[&str], found: &mut Vec<&'a str>) {
    match value {
        Value::Array(list) => list.iter().for_each(|it| texts(it, keys, found)),
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(text) if keys.contains(&&**key) => found.push(text),
                    _ => texts(value, keys, found),
                }
            }
        }
        _ => {}
    }
}

/// What is shown as it is, in lists and beside the text. What is put into the text is left out: that is TOML.
const SHOWN: [&str; 6] = ["message", "label", "detail", "title", "name", "containerName"];

#[test]
fn what_an_editor_shows_in_lists_moves_and_hides_nothing() {
    for name in NAMES {
        // Half of it can be read.
        let heard = heard(&(whole(&[name]) + &broken(name)), QUIET);
        let mut found = Vec::new();
        for message in &heard {
            texts(message, &SHOWN, &mut found);
        }
        assert!(found.len() > 50, "{name}: {found:?}");
        for text in found {
            // A message has its advice below it.
            assert!(!text.replace("\n\n", "").contains(is_unsafe), "{name}: {text:?}");
        }
        let shown = heard.iter().any(|it| it["method"] == "textDocument/publishDiagnostics");
        assert!(shown, "findings were shown");
    }
}

#[test]
fn what_an_editor_shows_as_markdown_has_no_markup_of_others() {
    for name in NAMES {
        let heard = heard(&whole(&[name]), Duration::ZERO);
        let told: Vec<&str> =
            heard.iter().filter_map(|it| it["result"]["contents"]["value"].as_str()).collect();
        assert!(told.len() > 20, "{}", told.len());
        // The explanation of a rule has examples, and nothing of a landscape.
        for part in told.iter().filter(|it| !it.contains("```toml")).flat_map(|it| it.split("\n\n---\n\n")) {
            read(Form::Markdown, part.as_bytes()).unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
            let line = |line: &str| line.trim_start_matches(['-', ' ']).starts_with("# ");
            assert!(!part.lines().any(line), "{name} makes a heading: {part}");
        }
    }
}

/// `[policy.x.never_reaches]` may stand anywhere; the rest of the file is then read as one piece.
#[test]
fn a_table_far_from_its_parent_leaves_nothing_unseen() {
    let text =
        "[policy.x]\nreason = 'r'\n[application.a]\nname = 'A'\n[policy.x.never_reaches]\nparty = ['a']\n";
    let told = heard(text, Duration::ZERO).into_iter().filter(|it| it["result"]["contents"].is_object());
    assert!(told.count() > 1, "it is seen as a landscape");
}

//! Whatever an editor sends, every question is answered once, and none with a failure of the server.

use std::time::Duration;

use serde_json::json;

use crate::outputs::editor::Script;

/// The text that is edited, with something of everything.
const TEXT: &str = include_str!("../start.toml");
const FILE: &str = "file:///nergens/landscape/a.toml";

/// What is typed or pasted.
const PIECES: [&str; 24] = [
    "",
    "\n",
    "[",
    "]",
    "[[link]]\n",
    "[application.x]\n",
    "from = \"",
    "\"",
    "'''",
    "\"\"\"",
    "= ",
    "#",
    "csam",
    ".",
    ",",
    "{",
    "}",
    "é🏛",
    "\r",
    "\u{202e}",
    "\u{2028}",
    "[party.\"\\u001b\"]\n",
    "data = [\"bsn\", ]\n",
    "\0",
];

/// What is asked of a place.
const ASKED: [&str; 6] =
    ["hover", "completion", "definition", "references", "prepareRename", "documentHighlight"];

/// Reads bytes as what an architect does: five for each thing.
pub fn holds(data: &[u8]) {
    let mut script = Script::open("file:///nergens", FILE, TEXT, Duration::ZERO);
    for (version, act) in (2..).zip(data.chunks_exact(5).take(60)) {
        does(&mut script, version, act);
    }
    script.heard();
}

/// One thing: mostly typing, else a question.
fn does(script: &mut Script, version: i32, act: &[u8]) {
    let &[kind, line, column, length, piece] = act else { return };
    let piece = PIECES[usize::from(piece) % PIECES.len()];
    let start = json!({ "line": line % 90, "character": column % 48 });
    let end = json!({ "line": line % 90 + length / 64, "character": column % 48 + length % 16 });
    let (file, range) = (json!({ "uri": FILE }), json!({ "start": start, "end": end }));
    let place = json!({ "textDocument": file, "position": start, "context": { "includeDeclaration": true } });
    match kind % 16 {
        0..=5 => {
            let file = json!({ "uri": FILE, "version": version });
            let change = json!({ "range": range, "text": piece });
            script
                .tell("textDocument/didChange", &json!({ "textDocument": file, "contentChanges": [change] }));
        }
        6 => script.ask(
            "textDocument/rename",
            &json!({ "textDocument": file, "position": start, "newName": piece }),
        ),
        7 => {
            let asked = json!({ "textDocument": file, "range": range, "context": { "diagnostics": [] } });
            script.ask("textDocument/codeAction", &asked);
        }
        8 => script.ask("textDocument/inlayHint", &json!({ "textDocument": file, "range": range })),
        9 => {
            let options = json!({ "tabSize": 2, "insertSpaces": true });
            script.ask("textDocument/formatting", &json!({ "textDocument": file, "options": options }));
        }
        10 => script.ask("textDocument/documentSymbol", &json!({ "textDocument": file })),
        11 => script.ask("workspace/symbol", &json!({ "query": piece })),
        _ => {
            let method = ASKED[usize::from(length) % ASKED.len()];
            script.ask(&format!("textDocument/{method}"), &place);
        }
    }
}

//! An editor that follows a script. What it counts, it counts by itself.

#![allow(clippy::needless_pass_by_value, reason = "a script reads better with what is said put in as it is")]

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

use serde_json::{Value, json};

use super::common::Desk;

/// Longer than any answer takes; only a server that hangs reaches it.
const PATIENCE: Duration = Duration::from_mins(2);

/// An editor with the server behind it.
pub struct Editor {
    pub desk: Desk,
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    asked: i32,
    /// What it shows of each file.
    pub shown: BTreeMap<String, Vec<Value>>,
    /// What the server said in passing.
    pub said: Vec<Value>,
}

impl Editor {
    /// Opens the folder of a desk.
    pub fn open(desk: Desk) -> Self {
        Self::with(desk, &json!({}), &json!({}))
    }

    /// Opens it with these capabilities and options.
    pub fn with(desk: Desk, capabilities: &Value, options: &Value) -> Self {
        let mut editor = Self::start(desk);
        let root = editor.uri("");
        let params = json!({
            "processId": null, "rootUri": root, "capabilities": capabilities, "initializationOptions": options,
            "workspaceFolders": [{ "uri": root, "name": "desk" }],
        });
        editor.ask("initialize", params).unwrap();
        editor.tell("initialized", json!({}));
        editor
    }

    /// Starts the server and says nothing yet.
    pub fn start(desk: Desk) -> Self {
        let mut command = desk.command(&["lsp"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit());
        let mut child = command.spawn().unwrap();
        let (input, output) = (child.stdin.take(), child.stdout.take().unwrap());
        let (sender, messages) = channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = next(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        Self { desk, child, input, messages, asked: 0, shown: BTreeMap::new(), said: Vec::new() }
    }

    /// The address of a file on the desk.
    pub fn uri(&self, path: &str) -> String {
        let path = self.desk.path(path);
        format!("file://{}", path.to_str().unwrap().trim_end_matches('/'))
    }

    /// Writes bytes as they are.
    pub fn write(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.write(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    /// Tells the server something.
    pub fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks without waiting for the answer; gives the number of the question.
    pub fn begin(&mut self, method: &str, params: Value) -> i32 {
        self.asked += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.asked, "method": method, "params": params }));
        self.asked
    }

    /// Asks, and waits for the answer or the error.
    pub fn ask(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        let id = self.begin(method, params);
        self.answer(id)
    }

    /// Waits for the answer to a question.
    pub fn answer(&mut self, id: i32) -> Result<Value, Value> {
        let answer = self.wait(|message| message["id"] == id && message.get("method").is_none());
        match answer.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(answer["result"].clone()),
        }
    }

    /// Takes in messages until one fits.
    pub fn wait(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        loop {
            let message = self.messages.recv_timeout(PATIENCE).expect("the server says something");
            if message["method"] == "textDocument/publishDiagnostics" {
                let params = &message["params"];
                let list = params["diagnostics"].as_array().unwrap().clone();
                self.shown.insert(params["uri"].as_str().unwrap().to_owned(), list);
            } else if message.get("method").is_some() {
                self.said.push(message.clone());
            }
            if fits(&message) {
                return message;
            }
        }
    }

    /// Waits until what is shown of a file fits.
    pub fn until(&mut self, path: &str, fits: impl Fn(&[Value]) -> bool) -> Vec<Value> {
        let uri = self.uri(path);
        loop {
            if let Some(list) = self.shown.get(&uri).filter(|list| fits(list)) {
                return list.clone();
            }
            self.wait(|message| message["method"] == "textDocument/publishDiagnostics");
        }
    }

    /// Waits until something was shown of a file, and gives the rules.
    pub fn rules(&mut self, path: &str) -> Vec<String> {
        codes(&self.until(path, |_| true))
    }

    /// Opens a file as it is on disk, and gives its text.
    pub fn edit(&mut self, path: &str) -> String {
        let text = self.desk.read(path);
        self.edit_as(path, &text);
        text
    }

    /// Opens a file with a text.
    pub fn edit_as(&mut self, path: &str, text: &str) {
        let uri = self.uri(path);
        let file = json!({ "uri": uri, "languageId": "toml", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": file }));
    }

    /// Replaces the whole text of an open file.
    pub fn change(&mut self, path: &str, version: i32, text: &str) {
        let file = json!({ "uri": self.uri(path), "version": version });
        self.tell(
            "textDocument/didChange",
            json!({ "textDocument": file, "contentChanges": [{ "text": text }] }),
        );
    }

    /// Asks something about a place.
    pub fn at(&mut self, method: &str, path: &str, position: Value) -> Result<Value, Value> {
        let params = json!({ "textDocument": { "uri": self.uri(path) }, "position": position });
        self.ask(method, params)
    }

    /// Leaves as one should; gives the exit code.
    pub fn leave(mut self) -> i32 {
        assert_eq!(self.ask("shutdown", Value::Null), Ok(Value::Null));
        self.tell("exit", Value::Null);
        self.ended()
    }

    /// Waits for the server to end.
    pub fn ended(mut self) -> i32 {
        self.input = None;
        self.child.wait().unwrap().code().unwrap()
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.input = None;
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn next(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().strip_prefix("Content-Length: ") {
            Some(value) => length = value.parse().ok()?,
            None if line == "\r\n" => break,
            None => {}
        }
    }
    let mut content = vec![0; length];
    output.read_exact(&mut content).ok()?;
    serde_json::from_slice(&content).ok()
}

/// The rules of what is shown.
pub fn codes(shown: &[Value]) -> Vec<String> {
    shown.iter().map(|it| it["code"].as_str().unwrap().to_owned()).collect()
}

/// The position in UTF-16 of a byte.
pub fn position(text: &str, byte: usize) -> Value {
    let before = &text[..byte];
    let line = before.matches('\n').count();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    json!({ "line": line, "character": text[start..byte].encode_utf16().count() })
}

/// The position of the first place where `around` stands, at its `|`.
pub fn mark(text: &str, around: &str) -> Value {
    let bar = around.find('|').expect("a mark");
    let at = text.find(&around.replace('|', "")).unwrap_or_else(|| panic!("no {around:?} in {text}"));
    position(text, at + bar)
}

/// The byte of a position in UTF-16.
pub fn byte(text: &str, position: &Value) -> usize {
    let number = |key: &str| usize::try_from(position[key].as_u64().unwrap()).unwrap();
    let start: usize = text.split_inclusive('\n').take(number("line")).map(str::len).sum();
    let mut units = 0;
    for (at, character) in text[start..].char_indices() {
        if units == number("character") {
            return start + at;
        }
        units += character.len_utf16();
    }
    text.len()
}

/// The text at a range.
pub fn slice<'a>(text: &'a str, range: &Value) -> &'a str {
    &text[byte(text, &range["start"])..byte(text, &range["end"])]
}

/// A text after edits.
pub fn edited(text: &str, edits: &[Value]) -> String {
    let mut edits: Vec<_> = edits.iter().collect();
    edits.sort_by_key(|edit| byte(text, &edit["range"]["start"]));
    let mut text = text.to_owned();
    for edit in edits.into_iter().rev() {
        let range = byte(&text, &edit["range"]["start"])..byte(&text, &edit["range"]["end"]);
        text.replace_range(range, edit["newText"].as_str().unwrap());
    }
    text
}

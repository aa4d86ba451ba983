//! An editor in this process: it says all that it has to say, and hears what the language server answers.

use std::{
    collections::BTreeMap,
    io::{self, BufReader, Read, Write},
    sync::{Arc, Mutex},
    thread::sleep,
    time::Duration,
};

use koppelkaart::{
    lsp::{Surroundings, serve},
    text::Lang,
};
use serde_json::{Value, json};

/// What an editor says, in order.
pub struct Script {
    parts: Vec<Vec<u8>>,
    quiet: Duration,
    asked: u64,
}

impl Script {
    /// Starts with opening a folder and a file in it, and is quiet for a while, so that findings are shown.
    pub fn open(root: &str, file: &str, text: &str, quiet: Duration) -> Self {
        let mut script = Self { parts: vec![Vec::new()], quiet, asked: 0 };
        script.ask("initialize", &json!({ "processId": null, "rootUri": root, "capabilities": {} }));
        script.tell("initialized", &json!({}));
        let file = json!({ "uri": file, "languageId": "toml", "version": 1, "text": text });
        script.tell("textDocument/didOpen", &json!({ "textDocument": file }));
        script.parts.push(Vec::new());
        script
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        let part = self.parts.last_mut().expect("there is always one");
        part.extend(format!("Content-Length: {}\r\n\r\n{text}", text.len()).bytes());
    }

    /// Tells something.
    pub fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks something.
    pub fn ask(&mut self, method: &str, params: &Value) {
        self.asked += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.asked, "method": method, "params": params }));
    }

    /// Says all of it and leaves. Each question must have one answer, and none may be that the server failed.
    pub fn heard(mut self) -> Vec<Value> {
        self.ask("shutdown", &Value::Null);
        self.tell("exit", &Value::Null);
        let asked = self.asked;
        let heard = Heard::default();
        let surroundings = Surroundings { today: || jiff::civil::date(2026, 11, 1), lang: Lang::En };
        let said = Said { parts: self.parts, at: 0, quiet: self.quiet };
        assert!(serve(BufReader::new(said), heard.clone(), surroundings), "it leaves as it should");
        let bytes = heard.0.lock().expect("nobody panicked");
        let messages = messages(std::str::from_utf8(&bytes).expect("UTF-8"));
        let mut answers: BTreeMap<u64, u32> = BTreeMap::new();
        for message in &messages {
            // -32603: something failed inside.
            assert_ne!(message["error"]["code"], -32603, "{message}");
            if let Some(id) = message["id"].as_u64().filter(|_| message.get("method").is_none()) {
                *answers.entry(id).or_default() += 1;
            }
        }
        assert_eq!(answers, (1..=asked).map(|id| (id, 1)).collect(), "each is answered once");
        messages
    }
}

/// All messages in an output.
fn messages(mut rest: &str) -> Vec<Value> {
    let mut messages = Vec::new();
    while let Some((head, tail)) = rest.split_once("\r\n\r\n") {
        let length: usize = head.trim_start_matches("Content-Length: ").parse().expect("a length");
        let (body, after) = tail.split_at(length);
        rest = after;
        messages.push(serde_json::from_str(body).expect("JSON"));
    }
    assert!(rest.is_empty(), "{rest}");
    messages
}

/// What is said, with a pause between parts.
struct Said {
    parts: Vec<Vec<u8>>,
    at: usize,
    quiet: Duration,
}

impl Read for Said {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let Some(part) = self.parts.first() else { return Ok(0) };
        let rest = &part[self.at..];
        if rest.is_empty() {
            self.parts.remove(0);
            self.at = 0;
            if self.parts.is_empty() {
                return Ok(0);
            }
            sleep(self.quiet);
            return self.read(into);
        }
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        self.at += count;
        Ok(count)
    }
}

/// What is heard.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<u8>>>);

impl Write for Heard {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("nobody panicked").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

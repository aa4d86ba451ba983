//! Messages over a pair of pipes, as the protocol frames them.
//!
//! What isn't a message is answered and passed over, so that one slip of a client doesn't end the session;
//! where the framing itself is lost, nothing after it can be trusted, and reading ends.

use std::{
    io::{self, BufRead, Read, Write},
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
};

use lsp_server::{Connection, ErrorCode, Message};
use serde_json::{Value, json};

/// No message is longer: a landscape of 100 MB in one file still fits. A larger number is a broken header.
const LONGEST: u64 = 256 << 20;

/// Starts reading and writing; what comes in and goes out passes the connection. The writer ends once the
/// connection is dropped.
pub fn connect(
    input: impl BufRead + Send + 'static,
    output: impl Write + Send + 'static,
) -> (Connection, JoinHandle<()>) {
    let (server, client) = Connection::memory();
    let Connection { sender, receiver } = client;
    let output = Arc::new(Mutex::new(output));
    let answers = Arc::clone(&output);
    thread::spawn(move || {
        let mut input = input;
        while let Ok(Some(text)) = frame(&mut input) {
            let gone = match message(&text) {
                Ok(message) => {
                    let last = matches!(&message, Message::Notification(it) if it.method == "exit");
                    sender.send(message).is_err() || last
                }
                Err(answer) => write(&mut *lock(&answers), &answer).is_err(),
            };
            if gone {
                break;
            }
        }
    });
    let writer = thread::spawn(move || {
        for message in receiver {
            if message.write(&mut *lock(&output)).is_err() {
                break;
            }
        }
    });
    (server, writer)
}

/// A writer that panicked left at worst half a message; the client will say so.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The content of the next message; none at the end of the input.
fn frame(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let broken = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    let mut length = None;
    loop {
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let line = line.trim_end_matches(['\r', '\n']);
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').ok_or_else(|| broken("a header without a colon"))?;
        if name.eq_ignore_ascii_case("Content-Length") {
            length = value.trim().parse::<u64>().ok();
        }
    }
    let length = length.filter(|length| *length <= LONGEST).ok_or_else(|| broken("no usable length"))?;
    let mut content = Vec::new();
    // Nothing is set aside for what was only announced.
    input.take(length).read_to_end(&mut content)?;
    let whole = content.len() as u64 == length;
    whole.then_some(Some(content)).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
}

/// The message that a text is, or what to answer where it is none.
fn message(content: &[u8]) -> Result<Message, Value> {
    let answer = |id: Value, code: ErrorCode, why: String| json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code as i32, "message": why } });
    let value: Value = serde_json::from_slice(content)
        .map_err(|error| answer(Value::Null, ErrorCode::ParseError, error.to_string()))?;
    let id = value.get("id").filter(|id| id.is_number() || id.is_string()).cloned().unwrap_or_default();
    let named = value.get("method").is_some_and(Value::is_string);
    let answered = value.get("result").is_some() || value.get("error").is_some();
    let what = if named || answered { "an id that can't be used" } else { "a message without a method" };
    let refused = || answer(id.clone(), ErrorCode::InvalidRequest, what.to_owned());
    // A request whose id can't be read would pass for a notification, and never be answered.
    let message: Message = serde_json::from_value(value).map_err(|_| refused())?;
    let lost = matches!(message, Message::Notification(_)) && !id.is_null();
    if lost { Err(refused()) } else { Ok(message) }
}

fn write(out: &mut impl Write, value: &Value) -> io::Result<()> {
    let text = value.to_string();
    write!(out, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_as_long_as_it_says() {
        let mut input = &b"content-length: 2\r\nContent-Type: x\r\n\r\n{}Content-Length: 3\r\n\r\n{"[..];
        assert_eq!(frame(&mut input).unwrap().unwrap(), b"{}");
        assert!(frame(&mut input).is_err(), "it was cut off");
        assert!(frame(&mut &b"Content-Length: 99999999999999999999\r\n\r\n"[..]).is_err());
        assert!(frame(&mut &b""[..]).unwrap().is_none());
    }

    #[test]
    fn what_is_no_message_is_answered() {
        let code = |text: &str| message(text.as_bytes()).unwrap_err()["error"]["code"].clone();
        assert_eq!(code("{"), -32700);
        assert_eq!(code("{\"id\":1}"), -32600);
        assert_eq!(code("{\"id\":99999999999,\"method\":\"shutdown\"}"), -32600);
        assert!(message(b"{\"id\":1,\"method\":\"shutdown\"}").is_ok());
        assert!(message(b"{\"method\":\"exit\"}").is_ok());
    }
}

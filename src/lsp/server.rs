//! The loop: messages in, answers out, and what was found once it is quiet for a moment.

use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use camino::{Utf8Path, Utf8PathBuf};
use gen_lsp_types::{self as lsp, LspRequestMethod as Asked};
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use serde_json::Value;

use super::{
    Surroundings,
    abilities::{self, Editor},
    findings::{Found, Shown},
    hearing, requests, vast,
    wire::{Refusal, read, written},
    workspace::Workspace,
};
use crate::{
    analysis::{Levels, Options},
    load::files::ReadError,
    say,
    text::Lang,
};

/// How long it must be quiet before a landscape is judged anew.
const QUIET: Duration = Duration::from_millis(120);

/// How far the two have got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The editor hasn't said what it can.
    New,
    /// They work together.
    Working,
    /// The editor is about to leave.
    Leaving,
}

/// A server at work.
pub struct Server {
    connection: Connection,
    /// What came in and wasn't handled yet.
    waiting: VecDeque<Message>,
    stage: Stage,
    surroundings: Surroundings,
    /// What the editor said of itself.
    pub editor: Editor,
    /// Its landscapes.
    pub workspace: Workspace,
    /// When to judge anew, if something changed.
    due: Option<Instant>,
    shown: Shown,
    /// The folders that people know to be too large.
    told: Vec<Utf8PathBuf>,
    asked: i32,
}

impl Server {
    /// A server for the editor at the other end.
    #[must_use]
    pub fn new(connection: Connection, surroundings: Surroundings) -> Self {
        Self {
            connection,
            waiting: VecDeque::new(),
            stage: Stage::New,
            surroundings,
            editor: Editor::default(),
            workspace: Workspace::default(),
            due: None,
            shown: Shown::default(),
            told: Vec::new(),
            asked: 0,
        }
    }

    /// Serves until the editor leaves; gives whether it did so as the protocol asks.
    pub fn run(mut self) -> bool {
        loop {
            self.take_in();
            let message = match (self.waiting.pop_front(), self.due) {
                (Some(message), _) => message,
                (None, None) => match self.connection.receiver.recv() {
                    Ok(message) => message,
                    Err(_) => return false,
                },
                (None, Some(due)) => match self.connection.receiver.recv_deadline(due) {
                    Ok(message) => message,
                    Err(error) if error.is_timeout() => {
                        self.due = None;
                        self.guarded(Self::publish);
                        continue;
                    }
                    Err(_) => return false,
                },
            };
            match message {
                Message::Request(request) => self.request(request),
                Message::Notification(it) if it.method == "exit" => return self.stage == Stage::Leaving,
                Message::Notification(it) if self.stage == Stage::Working => self.notification(it),
                // An answer to what was asked in passing, or something said before it can be heard.
                Message::Notification(_) | Message::Response(_) => {}
            }
        }
    }

    /// Takes in what has come, so that what was called off meanwhile isn't worked on.
    fn take_in(&mut self) {
        while let Ok(message) = self.connection.receiver.try_recv() {
            let called_off = match &message {
                Message::Notification(it) if it.method == "$/cancelRequest" => {
                    serde_json::from_value::<RequestId>(it.params["id"].clone()).ok()
                }
                _ => {
                    self.waiting.push_back(message);
                    continue;
                }
            };
            let Some(id) = called_off else { continue };
            let is_it = |it: &Message| matches!(it, Message::Request(request) if request.id == id);
            if let Some(at) = self.waiting.iter().position(is_it) {
                self.waiting.remove(at);
                self.send(Response::new_err(id, ErrorCode::RequestCanceled as i32, "cancelled".to_owned()));
            }
        }
    }

    fn send(&self, message: impl Into<Message>) {
        // Where nobody listens any more, the loop is about to notice.
        self.connection.sender.send(message.into()).ok();
    }

    fn request(&mut self, request: Request) {
        let Request { id, method, params } = request;
        let answer = match (self.stage, Asked::from(&*method)) {
            (Stage::New, Asked::Initialize) => self.initialize(params),
            (Stage::New, _) => Err(Refusal::new(ErrorCode::ServerNotInitialized, "initialize comes first")),
            (Stage::Leaving, _) => Err(Refusal::new(ErrorCode::InvalidRequest, "after shutdown comes exit")),
            (Stage::Working, Asked::Initialize) => {
                Err(Refusal::new(ErrorCode::InvalidRequest, "initialize comes once"))
            }
            (Stage::Working, Asked::Shutdown) => {
                self.stage = Stage::Leaving;
                Ok(Value::Null)
            }
            (Stage::Working, asked) => {
                let refused = || Refusal::new(ErrorCode::InternalError, "it failed; see the log");
                self.guarded(|server| requests::answer(server, asked, params))
                    .unwrap_or_else(|| Err(refused()))
            }
        };
        self.send(match answer {
            Ok(result) => Response::new_ok(id, result),
            Err(Refusal { code, message }) => Response::new_err(id, code as i32, message),
        });
        if self.stage == Stage::Working && method == "initialize" {
            self.begin();
        }
    }

    /// Hears what the editor can, and tells what the server can.
    fn initialize(&mut self, params: Value) -> Result<Value, Refusal> {
        self.editor = Editor::new(&read(params)?);
        self.workspace = Workspace::new(&self.editor.folders, &self.editor.asked);
        self.stage = Stage::Working;
        written(abilities::server(self.editor.border.encoding))
    }

    /// Reads the landscapes, once the editor knows that it is heard.
    fn begin(&mut self) {
        for folder in self.workspace.vast() {
            self.log(lsp::MessageType::Info, vast::told(folder, self.lang()));
        }
        let failed = self.workspace.read();
        self.tell_failed(failed);
        self.due = Some(Instant::now());
    }

    fn notification(&mut self, it: Notification) {
        let method = it.method.clone();
        let heard = self.guarded(|server| hearing::hear(server, it)).unwrap_or(Ok(()));
        if let Err(refusal) = heard {
            self.log(lsp::MessageType::Warning, format!("{method}: {}", refusal.message));
        }
    }

    /// Something changed: judge anew once it is quiet.
    pub fn changed(&mut self) {
        self.due = Some(Instant::now() + QUIET);
    }

    /// How to judge.
    #[must_use]
    pub fn options(&self) -> Options {
        let today = (self.surroundings.today)();
        Options { date: None, today, lang: self.editor.lang, levels: Levels::default() }
    }

    /// The language of what the server says of itself.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.editor.lang.unwrap_or(self.surroundings.lang)
    }

    /// Judges anew and tells what changed: of every file, open or not. What was mended is cleared.
    fn publish(&mut self) {
        let (options, border) = (self.options(), self.editor.border);
        let found = Found::now(&mut self.workspace, &options, border);
        self.take_in();
        // What has changed meanwhile makes all this stale; it will be quiet again.
        let changes = |it: &Message| matches!(it, Message::Notification(it) if it.method.starts_with("textDocument/did"));
        if self.waiting.iter().any(changes) {
            return self.changed();
        }
        for told in self.shown.become_these(found) {
            self.send(Notification::new("textDocument/publishDiagnostics".to_owned(), told));
        }
        if self.editor.refreshes_hints {
            self.ask("workspace/inlayHint/refresh", Value::Null);
        }
    }

    /// Does something that may panic: a fault in one rule or answer must not end the session.
    fn guarded<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> Option<T> {
        let done = catch_unwind(AssertUnwindSafe(|| work(&mut *self)));
        done.map_err(|panic| {
            let why = panic.downcast_ref::<String>().map(String::as_str);
            let why = why.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
            let told = say!(
                self.lang(),
                en: "koppelkaart failed at this, which is a mistake in it; it goes on: {why}",
                nl: "koppelkaart liep hierop vast, een fout in het programma; het gaat verder: {why}",
            );
            // What was half done is done anew.
            self.workspace.forget();
            self.log(lsp::MessageType::Error, told);
        })
        .ok()
    }

    /// Tells people what couldn't be read.
    pub fn tell_failed(&self, failed: impl IntoIterator<Item = ReadError>) {
        for error in failed {
            let params =
                lsp::ShowMessageParams { kind: lsp::MessageType::Error, message: error.message(self.lang()) };
            self.send(Notification::new("window/showMessage".to_owned(), params));
        }
    }

    /// Tells people once that a landscape is looked at by one file, since its folder is too large; others aren't bothered.
    pub fn tell_vast(&mut self, path: &Utf8Path) {
        let options = self.options();
        let Some(folder) = self.workspace.vast_above(path).filter(|it| !self.told.contains(*it)).cloned()
        else {
            return;
        };
        if self.workspace.judged(path, &options).is_some() {
            let message = vast::told(&folder, self.lang());
            let params = lsp::ShowMessageParams { kind: lsp::MessageType::Info, message };
            self.send(Notification::new("window/showMessage".to_owned(), params));
            self.told.push(folder);
        }
    }

    fn log(&self, kind: lsp::MessageType, message: String) {
        let params = lsp::LogMessageParams { kind, message };
        self.send(Notification::new("window/logMessage".to_owned(), params));
    }

    /// Asks the editor something whose answer makes no difference.
    pub fn ask(&mut self, method: &str, params: Value) {
        self.asked += 1;
        self.send(Request { id: self.asked.into(), method: method.to_owned(), params });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A server at work on a landscape with a mistake in it, and the editor's end of the line.
    fn at_work(folder: &tempfile::TempDir) -> (Server, Connection) {
        std::fs::write(folder.path().join("a.toml"), "[party.a]\nnaam = 'A'\n").unwrap();
        let (server, editor) = Connection::memory();
        let today = || jiff::civil::date(2026, 11, 1);
        let mut server = Server::new(server, Surroundings { today, lang: Lang::Nl });
        server.stage = Stage::Working;
        let root = Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap();
        server.workspace = Workspace::new(&[root], &[]);
        assert!(server.workspace.read().is_empty());
        (server, editor)
    }

    fn heard(editor: &Connection) -> Vec<String> {
        let method = |message| match message {
            Message::Notification(it) => it.method,
            other => format!("{other:?}"),
        };
        editor.receiver.try_iter().map(method).collect()
    }

    #[test]
    fn it_goes_on_after_a_panic() {
        let folder = tempfile::tempdir().unwrap();
        let (mut server, editor) = at_work(&folder);
        assert!(server.guarded(|_| -> () { panic!("een fout in een regel") }).is_none());
        assert_eq!(heard(&editor), ["window/logMessage"]);
        server.publish();
        assert_eq!(heard(&editor), ["textDocument/publishDiagnostics"]);
    }

    #[test]
    fn what_was_overtaken_by_an_edit_is_not_shown() {
        let folder = tempfile::tempdir().unwrap();
        let (mut server, editor) = at_work(&folder);
        let edit = Notification::new("textDocument/didChange".to_owned(), ());
        editor.sender.send(edit.into()).unwrap();
        server.publish();
        assert_eq!(heard(&editor), Vec::<String>::new());
        assert!(server.due.is_some(), "it is judged again");
        server.waiting.clear();
        server.publish();
        assert_eq!(heard(&editor), ["textDocument/publishDiagnostics"]);
        server.publish();
        assert_eq!(heard(&editor), Vec::<String>::new(), "what is shown needs no telling again");
    }
}

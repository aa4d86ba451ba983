//! The loop: messages in, answers out, and what was found once it is quiet for a moment.

use std::{
    collections::{BTreeMap, VecDeque},
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use gen_lsp_types::{self as lsp, LspNotificationMethod as Told, LspRequestMethod as Asked};
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{
    Surroundings,
    abilities::{self, Editor},
    convert,
    document::Document,
    requests,
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

/// Why a request isn't answered.
#[derive(Debug)]
pub struct Refusal {
    /// In the protocol's words.
    pub code: ErrorCode,
    /// For people.
    pub message: String,
}

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
    /// What the editor shows of each file.
    shown: BTreeMap<String, Vec<lsp::Diagnostic>>,
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
            shown: BTreeMap::new(),
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
        let failed = self.workspace.read();
        self.tell_failed(failed);
        self.due = Some(Instant::now());
    }

    fn notification(&mut self, it: Notification) {
        let method = it.method.clone();
        let heard = self.guarded(|server| server.hear(it)).unwrap_or(Ok(()));
        if let Err(refusal) = heard {
            self.log(lsp::MessageType::Warning, format!("{method}: {}", refusal.message));
        }
    }

    /// Hears what happened in the editor.
    fn hear(&mut self, it: Notification) -> Result<(), Refusal> {
        let Notification { method, params } = it;
        match Told::from(&*method) {
            Told::Initialized if self.editor.watches => {
                self.ask("client/registerCapability", written(abilities::watching())?);
            }
            Told::TextDocumentDidOpen => {
                let lsp::DidOpenTextDocumentParams { text_document: file } = read(params)?;
                let path = convert::path(&file.uri).ok_or_else(not_a_file)?;
                let document = Document { uri: file.uri.0, version: file.version, text: file.text };
                let failed = self.workspace.open(path, document);
                self.tell_failed(failed);
                self.changed();
            }
            Told::TextDocumentDidChange => {
                let lsp::DidChangeTextDocumentParams { text_document: file, content_changes } = read(params)?;
                let path = convert::path(&file.text_document_identifier.uri).ok_or_else(not_a_file)?;
                let changes = convert::changes(content_changes);
                if !self.workspace.change(&path, file.version, changes, self.editor.border.encoding) {
                    return Err(Refusal::new(ErrorCode::InvalidParams, "the file isn't open"));
                }
                self.changed();
            }
            Told::TextDocumentDidClose => {
                let lsp::DidCloseTextDocumentParams { text_document: file } = read(params)?;
                self.workspace.close(&convert::path(&file.uri).ok_or_else(not_a_file)?);
                self.changed();
            }
            // An editor that can't watch at least tells what it wrote itself.
            Told::TextDocumentDidSave if !self.editor.watches => {
                let failed = self.workspace.read();
                self.tell_failed(failed);
                self.changed();
            }
            Told::WorkspaceDidChangeWatchedFiles => {
                let lsp::DidChangeWatchedFilesParams { changes } = read(params)?;
                let paths: Vec<_> = changes.iter().filter_map(|change| convert::path(&change.uri)).collect();
                let failed = self.workspace.reread(&paths);
                self.tell_failed(failed);
                self.changed();
            }
            Told::WorkspaceDidChangeWorkspaceFolders => {
                let lsp::DidChangeWorkspaceFoldersParams { event } = read(params)?;
                let paths = |folders: &[lsp::WorkspaceFolder]| -> Vec<_> {
                    folders.iter().filter_map(|folder| convert::path(&folder.uri)).collect()
                };
                for folder in paths(&event.removed) {
                    self.workspace.remove(&folder);
                }
                for folder in paths(&event.added) {
                    self.workspace.add(&folder);
                }
                let failed = self.workspace.read();
                self.tell_failed(failed);
                self.changed();
            }
            _ => {}
        }
        Ok(())
    }

    /// Something changed: judge anew once it is quiet.
    fn changed(&mut self) {
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
        let mut found: BTreeMap<String, (Option<i32>, Vec<lsp::Diagnostic>)> = BTreeMap::new();
        for judged in self.workspace.all(&options) {
            for (source, _) in judged.sources.iter() {
                let uri = convert::address_of(judged, source).0;
                found.insert(uri, (judged.version(source), Vec::new()));
            }
            let acceptances = judged.analysis.acceptances();
            for finding in &judged.analysis.findings {
                let uri = convert::address_of(judged, finding.primary.location.source).0;
                let (_, list) = found.entry(uri).or_default();
                list.push(border.diagnostic(judged, &acceptances, finding));
            }
        }
        self.take_in();
        // What has changed meanwhile makes all this stale; it will be quiet again.
        let changes = |it: &Message| matches!(it, Message::Notification(it) if it.method.starts_with("textDocument/did"));
        if self.waiting.iter().any(changes) {
            return self.changed();
        }
        for gone in self.shown.keys().filter(|uri| !found.contains_key(*uri)) {
            self.show(gone, None, Vec::new());
        }
        for (uri, (version, list)) in &found {
            if self.shown.get(uri).is_none_or(|shown| shown != list) {
                self.show(uri, *version, list.clone());
            }
        }
        // A file without findings that was never told of needs no telling either, but once doesn't hurt.
        self.shown = found.into_iter().map(|(uri, (_, list))| (uri, list)).collect();
        if self.editor.refreshes_hints {
            self.ask("workspace/inlayHint/refresh", Value::Null);
        }
    }

    fn show(&self, uri: &str, version: Option<i32>, diagnostics: Vec<lsp::Diagnostic>) {
        let params = lsp::PublishDiagnosticsParams { uri: uri.into(), version, diagnostics };
        self.send(Notification::new("textDocument/publishDiagnostics".to_owned(), params));
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

    fn tell_failed(&self, failed: impl IntoIterator<Item = ReadError>) {
        for error in failed {
            let params =
                lsp::ShowMessageParams { kind: lsp::MessageType::Error, message: error.message(self.lang()) };
            self.send(Notification::new("window/showMessage".to_owned(), params));
        }
    }

    fn log(&self, kind: lsp::MessageType, message: String) {
        let params = lsp::LogMessageParams { kind, message };
        self.send(Notification::new("window/logMessage".to_owned(), params));
    }

    /// Asks the editor something whose answer makes no difference.
    fn ask(&mut self, method: &str, params: Value) {
        self.asked += 1;
        self.send(Request { id: self.asked.into(), method: method.to_owned(), params });
    }
}

impl Refusal {
    /// A request that isn't answered.
    #[must_use]
    pub fn new(code: ErrorCode, message: &str) -> Self {
        Self { code, message: message.to_owned() }
    }
}

fn not_a_file() -> Refusal {
    Refusal::new(ErrorCode::InvalidParams, "not a file on this machine")
}

/// Parameters as their type.
///
/// # Errors
/// What they lack.
pub fn read<T: DeserializeOwned>(params: Value) -> Result<T, Refusal> {
    serde_json::from_value(params).map_err(|error| Refusal::new(ErrorCode::InvalidParams, &error.to_string()))
}

/// An answer as JSON.
///
/// # Errors
/// When it can't be written, which would be a mistake here.
pub fn written(answer: impl serde::Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(answer).map_err(|error| Refusal::new(ErrorCode::InternalError, &error.to_string()))
}

#[cfg(test)]
mod tests {
    use camino::Utf8PathBuf;

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

//! What happens in the editor: files that are opened, edited, saved and closed, and folders that come and go.

use gen_lsp_types::{self as lsp, LspNotificationMethod as Told};
use lsp_server::{ErrorCode, Notification};

use super::{
    abilities, convert,
    document::Document,
    server::Server,
    wire::{Refusal, not_a_file, read, written},
};

/// Hears what happened in the editor.
///
/// # Errors
/// When it can't be understood.
pub fn hear(server: &mut Server, it: Notification) -> Result<(), Refusal> {
    let Notification { method, params } = it;
    match Told::from(&*method) {
        Told::Initialized if server.editor.watches => {
            server.ask("client/registerCapability", written(abilities::watching())?);
        }
        Told::TextDocumentDidOpen => {
            let lsp::DidOpenTextDocumentParams { text_document: file } = read(params)?;
            let path = convert::path(&file.uri).ok_or_else(not_a_file)?;
            let document = Document { uri: file.uri.0, version: file.version, text: file.text };
            let failed = server.workspace.open(path.clone(), document);
            server.tell_failed(failed);
            server.tell_vast(&path);
            server.changed();
        }
        Told::TextDocumentDidChange => {
            let lsp::DidChangeTextDocumentParams { text_document: file, content_changes } = read(params)?;
            let path = convert::path(&file.text_document_identifier.uri).ok_or_else(not_a_file)?;
            let changes = convert::changes(content_changes);
            if !server.workspace.change(&path, file.version, changes, server.editor.border.encoding) {
                return Err(Refusal::new(ErrorCode::InvalidParams, "the file isn't open"));
            }
            server.changed();
        }
        Told::TextDocumentDidClose => {
            let lsp::DidCloseTextDocumentParams { text_document: file } = read(params)?;
            server.workspace.close(&convert::path(&file.uri).ok_or_else(not_a_file)?);
            server.changed();
        }
        // An editor that can't watch at least tells what it wrote itserver.
        Told::TextDocumentDidSave if !server.editor.watches => {
            let failed = server.workspace.read();
            server.tell_failed(failed);
            server.changed();
        }
        Told::WorkspaceDidChangeWatchedFiles => {
            let lsp::DidChangeWatchedFilesParams { changes } = read(params)?;
            let paths: Vec<_> = changes.iter().filter_map(|change| convert::path(&change.uri)).collect();
            let failed = server.workspace.reread(&paths);
            server.tell_failed(failed);
            server.changed();
        }
        Told::WorkspaceDidChangeWorkspaceFolders => {
            let lsp::DidChangeWorkspaceFoldersParams { event } = read(params)?;
            let paths = |folders: &[lsp::WorkspaceFolder]| -> Vec<_> {
                folders.iter().filter_map(|folder| convert::path(&folder.uri)).collect()
            };
            for folder in paths(&event.removed) {
                server.workspace.remove(&folder);
            }
            for folder in paths(&event.added) {
                server.workspace.add(&folder);
            }
            let failed = server.workspace.read();
            server.tell_failed(failed);
            server.changed();
        }
        _ => {}
    }
    Ok(())
}

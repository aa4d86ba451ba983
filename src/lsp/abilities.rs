//! What the server and the editor tell each other that they can.

use camino::Utf8PathBuf;
use gen_lsp_types as lsp;
use serde_json::{Value, json};

use super::{
    convert::{self, Border},
    position::Encoding,
};
use crate::text::Lang;

/// What an editor said of itself.
#[derive(Debug, Default)]
pub struct Editor {
    /// How it wants to be told.
    pub border: Border,
    /// It can be asked to tell of files that change on disk.
    pub watches: bool,
    /// It asks what an action comes down to once someone chooses it.
    pub resolves: bool,
    /// It can be told to ask for inlay hints again.
    pub refreshes_hints: bool,
    /// The folders that it has open.
    pub folders: Vec<Utf8PathBuf>,
    /// Where the landscapes are, if it says so (`initializationOptions.path`, one or a list).
    pub asked: Vec<String>,
    /// The language of what is told, if it says so (`initializationOptions.lang`).
    pub lang: Option<Lang>,
}

impl Editor {
    /// Reads what an editor says of itself.
    #[must_use]
    pub fn new(params: &lsp::InitializeParams) -> Self {
        let offered =
            params.capabilities.general.as_ref().and_then(|general| general.position_encodings.as_ref());
        // Bytes are what everything here counts in; characters still are cheaper than UTF-16.
        let offers = |kind| offered.is_some_and(|kinds| kinds.contains(&kind));
        let encoding = if offers(lsp::PositionEncodingKind::UTF8) {
            Encoding::Utf8
        } else if offers(lsp::PositionEncodingKind::UTF32) {
            Encoding::Utf32
        } else {
            Encoding::Utf16
        };
        let workspace = params.capabilities.workspace.as_ref();
        let edits = workspace.and_then(|it| it.workspace_edit.as_ref());
        let watching = workspace.and_then(|it| it.did_change_watched_files.as_ref());
        let hints = workspace.and_then(|it| it.inlay_hint.as_ref());
        let document = params.capabilities.text_document.as_ref();
        let action = document.and_then(|it| it.code_action.as_ref());
        let resolving = action.filter(|it| it.data_support == Some(true));
        let resolving = resolving.and_then(|it| it.resolve_support.as_ref());
        let options = params.initialization_options.as_ref();
        let option = |name: &str| options.and_then(|options| options.get(name));
        let asked = match option("path") {
            Some(Value::String(path)) => vec![path.clone()],
            Some(Value::Array(paths)) => {
                paths.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect()
            }
            _ => Vec::new(),
        };
        Self {
            border: Border { encoding, versioned: edits.is_some_and(|it| it.document_changes == Some(true)) },
            watches: watching.is_some_and(|it| it.dynamic_registration == Some(true)),
            resolves: resolving.is_some_and(|it| it.properties.iter().any(|it| it == "edit")),
            refreshes_hints: hints.is_some_and(|it| it.refresh_support == Some(true)),
            folders: folders(params),
            asked,
            lang: option("lang").and_then(|lang| serde_json::from_value(lang.clone()).ok()),
        }
    }
}

/// The folders that an editor has open: old ones know only one.
fn folders(params: &lsp::InitializeParams) -> Vec<Utf8PathBuf> {
    if let Some(lsp::WorkspaceFolders::WorkspaceFolderList(folders)) =
        &params.workspace_folders_initialize_params.workspace_folders
    {
        return folders.iter().filter_map(|folder| convert::path(&folder.uri)).collect();
    }
    #[expect(deprecated, reason = "Some editors know no other.")]
    let root = params.root_uri.as_ref();
    root.and_then(convert::path).into_iter().collect()
}

/// What the server can.
#[must_use]
pub fn server(encoding: Encoding) -> lsp::InitializeResult {
    let position_encoding = match encoding {
        Encoding::Utf8 => lsp::PositionEncodingKind::UTF8,
        Encoding::Utf16 => lsp::PositionEncodingKind::UTF16,
        Encoding::Utf32 => lsp::PositionEncodingKind::UTF32,
    };
    let sync = lsp::TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(lsp::TextDocumentSyncKind::Incremental),
        save: Some(lsp::Save::Bool(true)),
        ..lsp::TextDocumentSyncOptions::default()
    };
    let folders = lsp::WorkspaceFoldersServerCapabilities {
        supported: Some(true),
        change_notifications: Some(true.into()),
    };
    let capabilities = lsp::ServerCapabilities {
        position_encoding: Some(position_encoding),
        text_document_sync: Some(lsp::TextDocumentSync::Options(sync)),
        hover_provider: Some(true.into()),
        completion_provider: Some(lsp::CompletionOptions {
            trigger_characters: Some(["[", ".", "=", "\"", "'", "{"].map(str::to_owned).into()),
            ..lsp::CompletionOptions::default()
        }),
        definition_provider: Some(true.into()),
        references_provider: Some(true.into()),
        document_symbol_provider: Some(true.into()),
        workspace_symbol_provider: Some(true.into()),
        inlay_hint_provider: Some(true.into()),
        document_formatting_provider: Some(true.into()),
        code_action_provider: Some(lsp::CodeActionProvider::CodeActionOptions(lsp::CodeActionOptions {
            code_action_kinds: Some(vec![lsp::CodeActionKind::QuickFix, lsp::CodeActionKind::SourceFixAll]),
            resolve_provider: Some(true),
            ..lsp::CodeActionOptions::default()
        })),
        rename_provider: Some(lsp::RenameProvider::RenameOptions(lsp::RenameOptions {
            prepare_provider: Some(true),
            ..lsp::RenameOptions::default()
        })),
        workspace: Some(lsp::WorkspaceOptions {
            workspace_folders: Some(folders),
            ..lsp::WorkspaceOptions::default()
        }),
        ..lsp::ServerCapabilities::default()
    };
    let info = lsp::ServerInfo {
        name: env!("CARGO_PKG_NAME").to_owned(),
        version: Some(env!("CARGO_PKG_VERSION").to_owned()),
    };
    lsp::InitializeResult { capabilities, server_info: Some(info) }
}

/// Asks an editor to tell of landscape files, and folders, that change on disk.
#[must_use]
pub fn watching() -> lsp::RegistrationParams {
    let watcher = |pattern: &str| lsp::FileSystemWatcher {
        glob_pattern: lsp::GlobPattern::Pattern(pattern.to_owned()),
        kind: None,
    };
    let options =
        lsp::DidChangeWatchedFilesRegistrationOptions { watchers: vec![watcher("**/*.[tT][oO][mM][lL]")] };
    let registration = lsp::Registration {
        id: "landscape".to_owned(),
        method: "workspace/didChangeWatchedFiles".to_owned(),
        register_options: Some(json!(options)),
    };
    lsp::RegistrationParams { registrations: vec![registration] }
}

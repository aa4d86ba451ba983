//! What the editor asks, one answer each.

use gen_lsp_types::{self as lsp, LspRequestMethod as Asked, Request};
use lsp_server::ErrorCode;
use serde_json::Value;

use super::{
    actions,
    convert::{self, Border},
    hints, hover, names,
    project::Judged,
    rename,
    server::Server,
    symbols, tidy,
    wire::{Refusal, read, written},
};
use crate::source::SourceId;

/// Answers a request.
///
/// # Errors
/// When it can't be answered: why, in the protocol's words and for people.
pub fn answer(server: &mut Server, asked: Asked<'_>, params: Value) -> Result<Value, Refusal> {
    match asked {
        Asked::TextDocumentHover => on::<lsp::HoverRequest>(params, |params| hovered(server, &params)),
        Asked::TextDocumentCompletion => {
            on::<lsp::CompletionRequest>(params, |params| completed(server, &params))
        }
        Asked::TextDocumentDefinition => {
            on::<lsp::DefinitionRequest>(params, |params| defined(server, &params))
        }
        Asked::TextDocumentReferences => {
            on::<lsp::ReferencesRequest>(params, |params| referred(server, &params))
        }
        Asked::TextDocumentPrepareRename => {
            tried::<lsp::PrepareRenameRequest>(params, |params| renamable(server, &params))
        }
        Asked::TextDocumentRename => tried::<lsp::RenameRequest>(params, |params| renamed(server, &params)),
        Asked::TextDocumentDocumentSymbol => {
            on::<lsp::DocumentSymbolRequest>(params, |params| listed(server, &params))
        }
        Asked::WorkspaceSymbol => {
            on::<lsp::WorkspaceSymbolRequest>(params, |params| Some(found(server, &params)))
        }
        Asked::TextDocumentInlayHint => on::<lsp::InlayHintRequest>(params, |params| hinted(server, &params)),
        Asked::TextDocumentCodeAction => {
            on::<lsp::CodeActionRequest>(params, |params| offered(server, &params))
        }
        Asked::CodeActionResolve => {
            on::<lsp::CodeActionResolveRequest>(params, |action| settled(server, action))
        }
        Asked::TextDocumentFormatting => {
            on::<lsp::DocumentFormattingRequest>(params, |params| tidied(server, &params))
        }
        _ => {
            let method = asked.as_str();
            Err(Refusal::new(ErrorCode::MethodNotFound, &format!("`{method}` isn't known here")))
        }
    }
}

/// Reads what a request says, and writes what comes of it.
fn on<R: Request>(params: Value, answer: impl FnOnce(R::Params) -> R::Result) -> Result<Value, Refusal> {
    written(answer(read(params)?))
}

/// The same where that can be refused.
fn tried<R: Request>(
    params: Value,
    answer: impl FnOnce(R::Params) -> Result<R::Result, Refusal>,
) -> Result<Value, Refusal> {
    written(answer(read(params)?)?)
}

/// The landscape and file that a request is about, and how the editor counts.
fn file<'a>(server: &'a mut Server, uri: &lsp::Uri) -> Option<(&'a Judged, SourceId, Border)> {
    let (options, border) = (server.options(), server.editor.border);
    let path = convert::path(uri)?;
    let judged = server.workspace.judged(&path, &options)?;
    Some((judged, judged.find(&path)?, border))
}

/// The same, with the byte that it is about.
fn place<'a>(
    server: &'a mut Server,
    at: &lsp::TextDocumentPositionParams,
) -> Option<(&'a Judged, SourceId, usize, Border)> {
    let (judged, source, border) = file(server, &at.text_document.uri)?;
    Some((judged, source, border.byte(judged, source, at.position), border))
}

fn hovered(server: &mut Server, params: &lsp::HoverParams) -> Option<lsp::Hover> {
    let (judged, source, byte, border) = place(server, &params.text_document_position_params)?;
    let (location, told) = hover::hover(judged, source, byte)?;
    Some(convert::hover(told, border.range(judged, location)))
}

fn completed(server: &mut Server, params: &lsp::CompletionParams) -> Option<lsp::CompletionResponse> {
    let (judged, source, byte, border) = place(server, &params.text_document_position_params)?;
    Some(border.completion(judged, source, byte))
}

fn defined(server: &mut Server, params: &lsp::DefinitionParams) -> Option<lsp::DefinitionResponse> {
    let (judged, source, byte, border) = place(server, &params.text_document_position_params)?;
    let targets = names::targets(judged, names::spot(judged, source, byte)?);
    let declared = targets.iter().flat_map(|target| names::declarations(judged, target));
    let list = declared.map(|location| border.location(judged, location)).collect();
    Some(lsp::DefinitionResponse::Definition(lsp::Definition::LocationList(list)))
}

fn referred(server: &mut Server, params: &lsp::ReferenceParams) -> Option<Vec<lsp::Location>> {
    let (judged, source, byte, border) = place(server, &params.text_document_position_params)?;
    let targets = names::targets(judged, names::spot(judged, source, byte)?);
    let all = targets.iter().flat_map(|target| names::occurrences(judged, target));
    let wanted = all.filter(|it| params.context.include_declaration || !it.declares);
    Some(wanted.map(|it| border.location(judged, it.location)).collect())
}

fn renamable(
    server: &mut Server,
    params: &lsp::PrepareRenameParams,
) -> Result<Option<lsp::PrepareRenameResult>, Refusal> {
    let Some((judged, source, byte, border)) = place(server, &params.text_document_position_params) else {
        return Ok(None);
    };
    let (location, _, id) = rename::renamable(judged, source, byte).map_err(refused)?;
    let range = border.range(judged, location);
    let placeholder = lsp::PrepareRenamePlaceholder { range, placeholder: id };
    Ok(Some(lsp::PrepareRenameResult::PrepareRenamePlaceholder(placeholder)))
}

fn renamed(server: &mut Server, params: &lsp::RenameParams) -> Result<Option<lsp::WorkspaceEdit>, Refusal> {
    let Some((judged, source, byte, border)) = place(server, &params.text_document_position_params) else {
        return Ok(None);
    };
    let edits = rename::rename(judged, source, byte, &params.new_name).map_err(refused)?;
    Ok(Some(border.edit(judged, &edits)))
}

/// What people are told where nothing is wrong with the request itself.
fn refused(why: String) -> Refusal {
    Refusal { code: ErrorCode::RequestFailed, message: why }
}

fn listed(server: &mut Server, params: &lsp::DocumentSymbolParams) -> Option<lsp::DocumentSymbolResponse> {
    let (judged, source, border) = file(server, &params.text_document.uri)?;
    let list = symbols::of_file(judged, source).into_iter();
    let list = list.map(|symbol| border.document_symbol(judged, &symbol)).collect();
    Some(lsp::DocumentSymbolResponse::DocumentSymbolList(list))
}

fn found(server: &mut Server, params: &lsp::WorkspaceSymbolParams) -> lsp::WorkspaceSymbolResponse {
    let (options, border) = (server.options(), server.editor.border);
    let mut list = Vec::new();
    for judged in server.workspace.all(&options) {
        let found = symbols::matching(judged, &params.query).into_iter();
        list.extend(found.map(|symbol| border.workspace_symbol(judged, &symbol)));
    }
    lsp::WorkspaceSymbolResponse::WorkspaceSymbolList(list)
}

fn hinted(server: &mut Server, params: &lsp::InlayHintParams) -> Option<Vec<lsp::InlayHint>> {
    let (judged, source, border) = file(server, &params.text_document.uri)?;
    let [start, end] = [params.range.start, params.range.end].map(|it| border.byte(judged, source, it));
    let list = hints::hints(judged, source, &(start..end)).into_iter();
    Some(list.map(|(at, told)| border.hint(judged, at, told)).collect())
}

fn offered(server: &mut Server, params: &lsp::CodeActionParams) -> Option<Vec<lsp::CodeActionResponse>> {
    let (options, later) = (server.options(), server.editor.resolves);
    let (judged, source, border) = file(server, &params.text_document.uri)?;
    let [start, end] = [params.range.start, params.range.end].map(|it| border.byte(judged, source, it));
    // `source` asks for `source.fixAll` too.
    let wanted = |kind: &lsp::CodeActionKind| {
        let asked = |only: &lsp::CodeActionKind| {
            let rest = kind.as_str().strip_prefix(only.as_str());
            rest.is_some_and(|rest| only.as_str().is_empty() || rest.is_empty() || rest.starts_with('.'))
        };
        params.context.only.as_ref().is_none_or(|only| only.iter().any(asked))
    };
    let mut actions = Vec::new();
    if wanted(&lsp::CodeActionKind::QuickFix) {
        let offered = actions::offered(judged, source, &(start..end)).into_iter();
        actions.extend(offered.map(|(finding, mend)| border.quick_fix(judged, finding, &mend)));
    }
    if wanted(&lsp::CodeActionKind::SourceFixAll) && actions::has_certain(judged, source) {
        let all = convert::fix_all(judged, source);
        // It judges the landscape a few times over: once someone chooses it, where the editor can ask again then.
        if later {
            actions.push(all);
        } else {
            let edits = actions::certain(judged, source, &options);
            let edit = Some(border.edit(judged, &edits)).filter(|_| !edits.is_empty());
            actions.extend(edit.map(|edit| lsp::CodeAction { edit: Some(edit), ..all }));
        }
    }
    Some(actions.into_iter().map(lsp::CodeActionResponse::CodeAction).collect())
}

/// What an offer comes down to that was left open.
fn settled(server: &mut Server, mut action: lsp::CodeAction) -> lsp::CodeAction {
    let options = server.options();
    let uri = action.data.as_ref().and_then(|data| data.as_str()).map(lsp::Uri::from);
    if let Some((judged, source, border)) = uri.and_then(|uri| file(server, &uri)) {
        action.edit = Some(border.edit(judged, &actions::certain(judged, source, &options)));
    }
    action
}

fn tidied(server: &mut Server, params: &lsp::DocumentFormattingParams) -> Option<Vec<lsp::TextEdit>> {
    let (judged, source, border) = file(server, &params.text_document.uri)?;
    Some(tidy::tidy(judged, source).iter().map(|edit| border.text_edit(judged, edit)).collect())
}

//! The one border where the protocol's types are met on the way in and out: everything beyond knows files,
//! bytes and findings.

use std::collections::HashMap;

use camino::{Utf8Path, Utf8PathBuf};
use gen_lsp_types as lsp;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{
    completion::{Sort, complete},
    document::Change,
    position::{Encoding, Place},
    project::Judged,
    symbols::{Symbol, location},
};
use crate::{
    analysis::Acceptances,
    finding::{Finding, Level},
    mend::{Edit, Mend},
    model::Kind,
    report::{rules::address, standing::remark},
    say,
    source::{Location, SourceId},
    text::shown,
};

/// What a path keeps in an address.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The offer to make everything in a file that is certain, which names the file.
#[must_use]
pub fn fix_all(judged: &Judged, source: SourceId) -> lsp::CodeAction {
    let title = say!(
        judged.analysis.lang,
        en: "Mend all that is certain in this file",
        nl: "Herstel alles wat zeker is in dit bestand",
    );
    lsp::CodeAction {
        title,
        kind: Some(lsp::CodeActionKind::SourceFixAll),
        data: Some(address_of(judged, source).0.into()),
        ..lsp::CodeAction::default()
    }
}

/// The file that an address names; none where it isn't one on this machine.
pub fn path(uri: &lsp::Uri) -> Option<Utf8PathBuf> {
    let rest = uri.0.strip_prefix("file://")?;
    let path = rest.strip_prefix("localhost").unwrap_or(rest);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let path = Utf8PathBuf::from(path.as_ref());
    // As the parts that it has, so that `a//b` and `a/b` are one file.
    path.is_absolute().then(|| path.components().collect())
}

/// The address of a file.
pub fn uri(path: &Utf8Path) -> lsp::Uri {
    format!("file://{}", utf8_percent_encode(path.as_str(), PATH)).into()
}

/// The address of a file, as the editor writes it where it has it open.
pub fn address_of(judged: &Judged, source: SourceId) -> lsp::Uri {
    judged.called(source).map_or_else(|| uri(judged.path(source)), lsp::Uri::from)
}

/// A place that the editor names.
pub const fn place(position: lsp::Position) -> Place {
    Place { line: position.line, column: position.character }
}

/// The changes that the editor made.
pub fn changes(events: Vec<lsp::TextDocumentContentChangeEvent>) -> Vec<Change> {
    use lsp::TextDocumentContentChangeEvent as Event;
    let change = |event| match event {
        Event::TextDocumentContentChangePartial(part) => {
            Change { range: Some((place(part.range.start), place(part.range.end))), text: part.text }
        }
        Event::TextDocumentContentChangeWholeDocument(whole) => Change { range: None, text: whole.text },
    };
    events.into_iter().map(change).collect()
}

/// How this editor wants to be told.
#[derive(Clone, Copy, Debug, Default)]
pub struct Border {
    /// What its columns count.
    pub encoding: Encoding,
    /// It takes edits that say of which version of a file they are.
    pub versioned: bool,
}

impl Border {
    /// A stretch of a file.
    pub fn range(self, judged: &Judged, location: Location) -> lsp::Range {
        let (start, end) = judged.places(location, self.encoding);
        let position = |place: Place| lsp::Position::new(place.line, place.column);
        lsp::Range { start: position(start), end: position(end) }
    }

    /// A stretch of a file, with the file.
    pub fn location(self, judged: &Judged, location: Location) -> lsp::Location {
        lsp::Location { uri: address_of(judged, location.source), range: self.range(judged, location) }
    }

    /// The byte that a position stands for.
    pub fn byte(self, judged: &Judged, source: SourceId, position: lsp::Position) -> usize {
        judged.byte(source, place(position), self.encoding)
    }

    /// A finding as an editor shows it.
    pub fn diagnostic(
        self,
        judged: &Judged,
        acceptances: &Acceptances<'_>,
        finding: &Finding,
    ) -> lsp::Diagnostic {
        let lang = judged.analysis.lang;
        let rule = finding.rule.id;
        let severity = match finding.level {
            _ if finding.accepted => lsp::DiagnosticSeverity::Information,
            Level::Deny => lsp::DiagnosticSeverity::Error,
            Level::Warn => lsp::DiagnosticSeverity::Warning,
        };
        let related = finding.related.iter().map(|label| lsp::DiagnosticRelatedInformation {
            location: self.location(judged, label.location),
            message: label.message.clone(),
        });
        let unused = matches!(rule, "unused-acceptance" | "unused-declaration");
        lsp::Diagnostic {
            range: self.range(judged, finding.primary.location),
            severity: Some(severity),
            code: Some(lsp::Code::String(rule.to_owned())),
            code_description: address(rule, lang).map(|href| lsp::CodeDescription { href: href.into() }),
            source: Some("koppelkaart".to_owned()),
            message: lsp::Message::String(told(judged, acceptances, finding)),
            tags: unused.then(|| vec![lsp::DiagnosticTag::Unnecessary]),
            related_information: Some(related.collect()),
            data: None,
        }
    }

    /// What may come at a byte.
    pub fn completion(self, judged: &Judged, source: SourceId, byte: usize) -> lsp::CompletionResponse {
        let (replaced, proposals) = complete(judged, source, byte);
        // An editor can only replace on one line: what stands before the cursor on it, and what follows.
        let location = location(source, &replaced);
        let range = self.range(judged, location);
        let items = proposals.into_iter().enumerate().map(|(order, it)| lsp::CompletionItem {
            kind: Some(match it.sort {
                Sort::Table => lsp::CompletionItemKind::Module,
                Sort::Key => lsp::CompletionItemKind::Property,
                Sort::Word => lsp::CompletionItemKind::EnumMember,
                Sort::Thing => lsp::CompletionItemKind::Reference,
                Sort::Rule => lsp::CompletionItemKind::Constant,
            }),
            detail: in_a_list(&it.detail),
            documentation: (!it.about.is_empty())
                .then(|| lsp::Documentation::MarkupContent(markdown(it.about))),
            sort_text: Some(format!("{order:05}")),
            filter_text: Some(it.text.clone()),
            text_edit: Some(lsp::CompletionItemTextEdit::TextEdit(lsp::TextEdit {
                range,
                new_text: it.text,
            })),
            label: shown(&it.label).into_owned(),
            ..lsp::CompletionItem::default()
        });
        lsp::CompletionResponse::CompletionItemList(items.collect())
    }

    /// A table in the list of a file.
    pub fn document_symbol(self, judged: &Judged, symbol: &Symbol) -> lsp::DocumentSymbol {
        #[expect(deprecated, reason = "It must be given all the same.")]
        lsp::DocumentSymbol {
            name: shown(&symbol.name).into_owned(),
            detail: in_a_list(&symbol.detail),
            kind: symbol_kind(symbol.kind),
            tags: None,
            deprecated: None,
            range: self.range(judged, symbol.whole),
            selection_range: self.range(judged, symbol.header),
            children: None,
        }
    }

    /// A table in the list of the workspace.
    pub fn workspace_symbol(self, judged: &Judged, symbol: &Symbol) -> lsp::WorkspaceSymbol {
        lsp::WorkspaceSymbol {
            location: lsp::WorkspaceSymbolLocation::Location(self.location(judged, symbol.header)),
            data: None,
            base_symbol_information: lsp::BaseSymbolInformation {
                name: shown(&symbol.name).into_owned(),
                kind: symbol_kind(symbol.kind),
                tags: None,
                container_name: in_a_list(&symbol.detail),
            },
        }
    }

    /// A hint after a place.
    pub fn hint(self, judged: &Judged, at: Location, told: String) -> lsp::InlayHint {
        lsp::InlayHint {
            position: self.range(judged, at).end,
            label: lsp::Label::String(told),
            kind: None,
            text_edits: None,
            tooltip: None,
            padding_left: Some(true),
            padding_right: None,
            data: None,
        }
    }

    /// A way to mend a finding.
    pub fn quick_fix(self, judged: &Judged, finding: &Finding, mend: &Mend) -> lsp::CodeAction {
        let diagnostic = self.diagnostic(judged, &judged.analysis.acceptances(), finding);
        lsp::CodeAction {
            title: mend.title.clone(),
            kind: Some(lsp::CodeActionKind::QuickFix),
            diagnostics: Some(vec![diagnostic]),
            is_preferred: Some(mend.certain),
            edit: Some(self.edit(judged, &mend.edits)),
            ..lsp::CodeAction::default()
        }
    }

    /// One edit of a file.
    pub fn text_edit(self, judged: &Judged, edit: &Edit) -> lsp::TextEdit {
        lsp::TextEdit { range: self.range(judged, edit.location), new_text: edit.text.clone() }
    }

    /// Edits of files, as one step that an editor can undo.
    pub fn edit(self, judged: &Judged, edits: &[Edit]) -> lsp::WorkspaceEdit {
        let mut by_file: Vec<(SourceId, Vec<lsp::TextEdit>)> = Vec::new();
        for edit in edits {
            let made = self.text_edit(judged, edit);
            match by_file.iter_mut().find(|(source, _)| *source == edit.location.source) {
                Some((_, edits)) => edits.push(made),
                None => by_file.push((edit.location.source, vec![made])),
            }
        }
        let uri = |source| address_of(judged, source);
        if !self.versioned {
            let changes: HashMap<_, _> =
                by_file.into_iter().map(|(source, edits)| (uri(source), edits)).collect();
            return lsp::WorkspaceEdit { changes: Some(changes), ..lsp::WorkspaceEdit::default() };
        }
        let change = |(source, edits): (SourceId, Vec<lsp::TextEdit>)| {
            let text_document = lsp::OptionalVersionedTextDocumentIdentifier {
                version: judged.version(source),
                text_document_identifier: lsp::TextDocumentIdentifier { uri: uri(source) },
            };
            let edits = edits.into_iter().map(lsp::Edit::TextEdit).collect();
            lsp::DocumentChange::TextDocumentEdit(lsp::TextDocumentEdit { text_document, edits })
        };
        let changes = by_file.into_iter().map(change).collect();
        lsp::WorkspaceEdit { document_changes: Some(changes), ..lsp::WorkspaceEdit::default() }
    }
}

/// What an editor tells of a finding: the matter, who answers for it, and how to mend it.
fn told(judged: &Judged, acceptances: &Acceptances<'_>, finding: &Finding) -> String {
    let analysis = &judged.analysis;
    let remark = remark(finding, acceptances, analysis.lang);
    let parts = [Some(finding.message.clone()), remark, Some(finding.mend(analysis.lang).to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// What stands beside a name in a list, where it says something.
fn in_a_list(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| shown(text).into_owned())
}

/// What is told of a word.
pub fn hover(told: String, range: lsp::Range) -> lsp::Hover {
    lsp::Hover { contents: lsp::Contents::MarkupContent(markdown(told)), range: Some(range) }
}

fn markdown(value: String) -> lsp::MarkupContent {
    lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value }
}

/// The picture beside a table in a list.
const fn symbol_kind(kind: Option<Kind>) -> lsp::SymbolKind {
    match kind {
        Some(Kind::Application) => lsp::SymbolKind::Class,
        Some(Kind::Party) => lsp::SymbolKind::Interface,
        Some(Kind::Link) => lsp::SymbolKind::Event,
        Some(Kind::Data) => lsp::SymbolKind::Field,
        Some(Kind::Network) => lsp::SymbolKind::Namespace,
        Some(Kind::Processing) => lsp::SymbolKind::Function,
        Some(Kind::Agreement | Kind::Acceptance) => lsp::SymbolKind::Constant,
        Some(Kind::Norm | Kind::Policy | Kind::Rules) => lsp::SymbolKind::Property,
        Some(Kind::View) => lsp::SymbolKind::Struct,
        Some(Kind::Landscape) | None => lsp::SymbolKind::Module,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_paths_are_each_others_inverse() {
        for name in ["/a/landschap.toml", "/C:/é b/100%/#?.toml", "/🏛/x.toml"] {
            assert_eq!(path(&uri(Utf8Path::new(name))).unwrap(), name);
        }
        assert_eq!(path(&"file://localhost/a//b%20c.toml".into()).unwrap(), "/a/b c.toml");
        assert_eq!(path(&"file:///a%3Ab.toml".into()).unwrap(), "/a:b.toml");
        for uri in ["untitled:Untitled-1", "https://x/a.toml", "file://", "file:///%FF.toml"] {
            assert_eq!(path(&uri.into()), None, "{uri}");
        }
    }
}

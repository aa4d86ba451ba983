//! The one border where the protocol's types are met on the way in and out: everything beyond knows files,
//! bytes and findings.

use std::collections::HashMap;

use camino::{Utf8Path, Utf8PathBuf};
use gen_lsp_types as lsp;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{
    Edit,
    document::Change,
    position::{Encoding, Place},
    project::Judged,
};
use crate::{
    finding::{Finding, Level},
    report::rules::address,
    say,
    source::{Location, SourceId},
    text::{Lang, date, shown},
};

/// What a path keeps in an address.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

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
    pub fn diagnostic(self, judged: &Judged, finding: &Finding) -> lsp::Diagnostic {
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
            message: lsp::Message::String(told(judged, finding, lang)),
            tags: unused.then(|| vec![lsp::DiagnosticTag::Unnecessary]),
            related_information: Some(related.collect()),
            data: None,
        }
    }

    /// Edits of files, as one step that an editor can undo.
    pub fn edit(self, judged: &Judged, edits: &[Edit]) -> lsp::WorkspaceEdit {
        let mut by_file: Vec<(SourceId, Vec<lsp::TextEdit>)> = Vec::new();
        for edit in edits {
            let made = lsp::TextEdit { range: self.range(judged, edit.location), new_text: edit.text.clone() };
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
        let changed = |(source, edits): (SourceId, Vec<lsp::TextEdit>)| {
            let text_document = lsp::OptionalVersionedTextDocumentIdentifier {
                version: judged.version(source),
                text_document_identifier: lsp::TextDocumentIdentifier { uri: uri(source) },
            };
            let edits = edits.into_iter().map(lsp::Edit::TextEdit).collect();
            lsp::DocumentChange::TextDocumentEdit(lsp::TextDocumentEdit { text_document, edits })
        };
        let changes = by_file.into_iter().map(changed).collect();
        lsp::WorkspaceEdit { document_changes: Some(changes), ..lsp::WorkspaceEdit::default() }
    }
}

/// What an editor tells of a finding: the matter, who answers for it, and how to mend it.
fn told(judged: &Judged, finding: &Finding, lang: Lang) -> String {
    let mut told = finding.message.clone();
    if let Some(acceptance) = judged.analysis.acceptances().of(finding) {
        let (by, until) = (shown(&acceptance.by.value), date(acceptance.until.value.0, lang));
        let reason = shown(&acceptance.reason.value);
        told += &say!(
            lang,
            en: "\n\nAccepted by {by} until {until}: {reason}",
            nl: "\n\nGeaccepteerd door {by} tot en met {until}: {reason}",
        );
    }
    format!("{told}\n\n{}", finding.mend(lang))
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

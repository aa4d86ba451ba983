//! Findings in whole sentences, for who hears them read aloud: miette's narrated form, in Dutch and English.

use std::fmt;

use miette::{Diagnostic, LabeledSpan, ReportHandler, Severity, SourceCode};

use crate::{say, text::Lang};

/// Tells a diagnostic in sentences.
#[derive(Clone, Copy, Debug)]
pub struct Narrated {
    /// The language of the sentences.
    pub lang: Lang,
}

impl ReportHandler for Narrated {
    fn debug(&self, diagnostic: &dyn Diagnostic, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lang = self.lang;
        let word = match diagnostic.severity() {
            Some(Severity::Warning) => say!(lang, en: "Warning", nl: "Waarschuwing"),
            _ => say!(lang, en: "Error", nl: "Fout"),
        };
        writeln!(out, "{word}: {diagnostic}.")?;
        if let (Some(source), Some(labels)) = (diagnostic.source_code(), diagnostic.labels()) {
            for label in labels {
                self.place(source, &label, out)?;
            }
        }
        Ok(())
    }
}

impl Narrated {
    /// Where a label stands, what is written there, and what there is to say of it.
    fn place(
        self,
        source: &dyn SourceCode,
        label: &LabeledSpan,
        out: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let Ok(lines) = source.read_span(label.inner(), 0, 0) else { return Ok(()) };
        let text = String::from_utf8_lossy(lines.data());
        let column = lines.column() + 1;
        let line = lines.line() + 1;
        let file = lines.name().unwrap_or_default();
        let written = text.lines().next().unwrap_or_default().trim();
        write!(
            out,
            "{}",
            say!(
                self.lang,
                en: "In file {file}, line {line}, column {column}: {written}",
                nl: "In bestand {file}, regel {line}, kolom {column}: {written}",
            )
        )?;
        match label.label() {
            Some(label) => writeln!(out, " ({label})"),
            None => writeln!(out),
        }
    }
}

/// A diagnostic that prints itself in sentences.
pub struct InSentences<'a>(pub &'a dyn Diagnostic, pub Lang);

impl fmt::Display for InSentences<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        Narrated { lang: self.1 }.debug(self.0, out)
    }
}

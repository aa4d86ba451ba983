//! Why there is no PDF, told in both languages.

use std::fmt;

use typst::diag::SourceDiagnostic;

use crate::{
    say,
    text::{Lang, shown_up_to},
};

/// The most that is repeated of what the typesetter says, in characters.
const LONGEST: usize = 400;

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// The data of the document could not be handed to the typesetter.
    Data(String),
    /// The typesetter refused the document; in its own words.
    Typesetter(String),
}

impl PdfError {
    /// The first thing that the typesetter complains about.
    pub(super) fn of(errors: &[SourceDiagnostic]) -> Self {
        Self::Typesetter(errors.first().map(|error| error.message.to_string()).unwrap_or_default())
    }

    /// The sentence for who asked for the PDF.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let (Self::Data(said) | Self::Typesetter(said)) = self;
        let said = shown_up_to(said, LONGEST);
        match self {
            Self::Data(_) => say!(
                lang,
                en: "the contents of the PDF could not be put together: {said}",
                nl: "de inhoud van de PDF kon niet worden samengesteld: {said}",
            ),
            Self::Typesetter(_) => say!(
                lang,
                en: "the PDF could not be typeset: {said}",
                nl: "de PDF kon niet worden opgemaakt: {said}",
            ),
        }
    }
}

impl fmt::Display for PdfError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for PdfError {}

//! The text of a landscape as miette may quote it: with a line index, and with nothing in it that a terminal
//! would obey.

use std::{borrow::Cow, sync::OnceLock};

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::{
    source::{Location, Source, Sources},
    text::is_unsafe,
};

/// Lines longer than this are not quoted: nobody could read them.
const LONGEST_LINE: usize = 2_000;

/// All files, ready to be quoted.
pub struct Snippets<'a> {
    sources: &'a Sources,
    clean: Vec<OnceLock<Cow<'a, str>>>,
}

impl<'a> Snippets<'a> {
    /// Nothing is copied unless it must be.
    #[must_use]
    pub fn new(sources: &'a Sources) -> Self {
        let clean = sources.iter().map(|_| OnceLock::new()).collect();
        Self { sources, clean }
    }

    /// The file that a place is in, unless its lines are too long to be quoted.
    #[must_use]
    pub fn file(&self, location: Location) -> Option<Snippet<'_>> {
        let source = self.sources.get(location.source);
        let first = source.line_range(source.line_of(location.start as usize));
        let last = source.line_range(source.line_of(location.end as usize));
        if first.len() > LONGEST_LINE || last.len() > LONGEST_LINE {
            return None;
        }
        let text = self.clean[location.source.index() as usize].get_or_init(|| clean(source.text()));
        Some(Snippet { source, text })
    }
}

/// Text in which every character that could upset a terminal is replaced by one of as many bytes, so that
/// places in it stay where they were.
fn clean(text: &str) -> Cow<'_, str> {
    let upsets = |character: char| is_unsafe(character) && !matches!(character, '\n' | '\t');
    if !text.contains(upsets) {
        return Cow::Borrowed(text);
    }
    let replaced = text.chars().map(|character| match character.len_utf8() {
        _ if !upsets(character) => character,
        1 if character == '\r' => ' ',
        1 => '?',
        2 => '¿',
        _ => char::REPLACEMENT_CHARACTER,
    });
    Cow::Owned(replaced.collect())
}

/// One file, ready to be quoted.
#[derive(Clone, Copy)]
pub struct Snippet<'a> {
    source: &'a Source,
    text: &'a str,
}

impl std::fmt::Debug for Snippet<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Snippet({})", self.source.path())
    }
}

impl SourceCode for Snippet<'_> {
    fn read_span<'b>(
        &'b self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'b> + 'b>, MietteError> {
        let end = span.offset() + span.len();
        if end > self.text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let (own_first, own_last) = (self.source.line_of(span.offset()), self.source.line_of(end));
        // Lines around it that are too long to be quoted are left out.
        let short = |line: &usize| self.source.line_range(*line).len() <= LONGEST_LINE;
        let before = (own_first.saturating_sub(lines_before)..own_first).rev().take_while(short);
        let first = before.last().unwrap_or(own_first);
        let until = (own_last + lines_after).min(self.source.line_count() - 1);
        let last = (own_last + 1..=until).take_while(short).last().unwrap_or(own_last);
        let (start, stop) = (self.source.line_range(first).start, self.source.line_range(last).end);
        let data = &self.text.as_bytes()[start..stop];
        // Asked for a place without lines around it, miette wants to know its column; else where the lines start.
        let place = lines_before + lines_after == 0;
        let column = if place { self.source.position(span.offset()).column - 1 } else { 0 };
        let path = clean(self.source.path()).into_owned();
        let span = SourceSpan::from((start, stop - start));
        Ok(Box::new(MietteSpanContents::new_named(path, data, span, first, column, last - first + 1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_quoted_and_places_stay_where_they_were() {
        let text = "a\u{1b}[31m\u{9b}b\u{202E}c é\r\n";
        assert_eq!(clean(text), "a?[31m¿b\u{FFFD}c é \n");
        assert_eq!(clean(text).len(), text.len());
        assert!(matches!(clean("gewoon\n"), Cow::Borrowed(_)));
    }
}

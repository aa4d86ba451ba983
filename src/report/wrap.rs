//! Long text in lines of at most so many columns, broken between words only.

use textwrap::{Options, WordSeparator, WordSplitter};

/// `text` with `start` before its first line and blanks as wide before the others. What has no blanks in it, an
/// address or a name, stays whole.
pub fn wrap(start: &str, text: &str, width: usize) -> String {
    let indent = " ".repeat(start.chars().count());
    let options = Options::new(width)
        .initial_indent(start)
        .subsequent_indent(&indent)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    textwrap::fill(text, options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hang_under_their_start_and_addresses_stay_whole() {
        let text = "Zie https://example.org/een-lang-adres/dat-niet-past voor meer hierover";
        assert_eq!(
            wrap("- ", text, 24),
            "- Zie\n  https://example.org/een-lang-adres/dat-niet-past\n  voor meer hierover"
        );
    }
}

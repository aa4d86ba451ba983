//! Lines and characters as editors count them, and the bytes that they stand for.
//!
//! An editor counts a line in UTF-16 code units unless it agreed to bytes or characters, and ends a line at
//! `\n`, `\r\n` or `\r`. What lies outside the text counts as the nearest place in it.

/// What a column counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units: what every editor knows.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// How many columns a character takes.
    const fn width(self, character: char) -> usize {
        match self {
            Self::Utf8 => character.len_utf8(),
            Self::Utf16 => character.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// A place in a text: line and column, both from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The column, in what was agreed.
    pub column: u32,
}

/// Where the lines of a text start, in bytes.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<u32>,
}

impl Lines {
    /// Looks through a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = |at: &usize| match bytes[*at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let starts = (0..bytes.len()).filter(ends).map(|at| narrow(at + 1));
        Self { starts: std::iter::once(0).chain(starts).collect() }
    }

    /// The place of a byte. One inside a character counts as that character's start.
    #[must_use]
    pub fn place(&self, text: &str, byte: usize, encoding: Encoding) -> Place {
        let byte = text.floor_char_boundary(byte.min(text.len()));
        let line = self.starts.partition_point(|&start| start as usize <= byte) - 1;
        let before = &text[self.starts[line] as usize..byte];
        let column = before.chars().map(|character| encoding.width(character)).sum();
        Place { line: narrow(line), column: narrow(column) }
    }

    /// The byte of a place. Beyond the end of a line it is that end, beyond the last line the end of the text.
    #[must_use]
    pub fn byte(&self, text: &str, place: Place, encoding: Encoding) -> usize {
        let line = place.line as usize;
        let Some(&start) = self.starts.get(line) else { return text.len() };
        let end = self.starts.get(line + 1).map_or(text.len(), |&next| next as usize);
        let content = text[start as usize..end].trim_end_matches(['\r', '\n']);
        let mut column = 0;
        for (at, character) in content.char_indices() {
            column += encoding.width(character);
            if column > place.column as usize {
                return start as usize + at;
            }
        }
        start as usize + content.len()
    }
}

/// Files are shorter than 4 GiB, so everything in them can be counted in 32 bits.
fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// An emoji is two UTF-16 units, a combining accent a character of its own.
    const TEXT: &str = "naam = \"e\u{301} 🏛 Financiën\" # ✓\r\nx = 1\ry = 2\n";

    #[test]
    fn columns_are_counted_as_was_agreed() {
        let lines = Lines::new(TEXT);
        let byte = TEXT.find("Fin").unwrap();
        for (encoding, column) in [(Encoding::Utf8, 17), (Encoding::Utf16, 14), (Encoding::Utf32, 13)] {
            let place = Place { line: 0, column };
            assert_eq!(lines.place(TEXT, byte, encoding), place);
            assert_eq!(lines.byte(TEXT, place, encoding), byte);
        }
    }

    #[test]
    fn every_line_break_counts() {
        let lines = Lines::new(TEXT);
        for (word, line) in [("naam", 0), ("x =", 1), ("y =", 2)] {
            let place = Place { line, column: 0 };
            assert_eq!(lines.place(TEXT, TEXT.find(word).unwrap(), Encoding::Utf16), place);
        }
    }

    #[test]
    fn what_lies_outside_is_the_nearest_place() {
        let lines = Lines::new(TEXT);
        let at = |line, column| lines.byte(TEXT, Place { line, column }, Encoding::Utf16);
        assert_eq!(at(0, 9_999), TEXT.find('\r').unwrap());
        assert_eq!(at(9_999, 0), TEXT.len());
        assert_eq!(at(u32::MAX, u32::MAX), TEXT.len());
        // Between the two halves of the emoji.
        assert_eq!(at(0, 12), TEXT.find('🏛').unwrap());
    }

    proptest! {
        #[test]
        fn there_and_back(text in "[a🏛é\u{301}\r\n]{0,40}") {
            let lines = Lines::new(&text);
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                for (byte, character) in text.char_indices() {
                    // No place stands between the two of `\r\n`.
                    if character == '\n' && text[..byte].ends_with('\r') {
                        continue;
                    }
                    let place = lines.place(&text, byte, encoding);
                    prop_assert_eq!(lines.byte(&text, place, encoding), byte);
                }
            }
        }
    }
}

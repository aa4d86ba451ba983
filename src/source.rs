//! The files of a landscape as text, and places in them: bytes within, lines and columns without.
//!
//! Imports nothing of the crate.

use std::{
    collections::BTreeMap,
    fmt,
    ops::{Deref, Range},
    sync::OnceLock,
};

use serde::Deserialize;

/// One of the files in [`Sources`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(transparent)]
pub struct SourceId(u32);

impl SourceId {
    /// Its place in reading order, from 0.
    #[must_use]
    pub const fn index(self) -> u32 {
        self.0
    }
}

/// A stretch of text in one file: bytes `start..end`.
///
/// Orders by file in reading order, then by place in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The file.
    pub source: SourceId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Location {
    /// The stretch as a range of bytes.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value, and where it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it is written.
    pub location: Location,
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A line and column as people and editors count them: from 1, columns in Unicode characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode characters, from 1.
    pub column: usize,
}

/// A file of the landscape.
pub struct Source {
    path: String,
    text: String,
    damage: Option<Damage>,
    line_starts: OnceLock<Vec<u32>>,
}

/// Where a file is not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The first character that stands for bytes that couldn't be read.
    pub location: Location,
    /// The file is UTF-16, as some editors on Windows write it.
    pub utf16: bool,
}

impl fmt::Debug for Source {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Source({:?}, {} bytes)", self.path, self.text.len())
    }
}

impl Source {
    /// Path relative to the working directory, with `/`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where it is not UTF-8, if so; the text holds a replacement character for what couldn't be read.
    #[must_use]
    pub const fn damage(&self) -> Option<Damage> {
        self.damage
    }

    /// Where each line starts, in bytes; made on first use, since a clean landscape needs none.
    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            // `add` saw to it that places fit.
            #[expect(clippy::cast_possible_truncation)]
            let starts = memchr::memchr_iter(b'\n', self.text.as_bytes()).map(|at| at as u32 + 1);
            std::iter::once(0).chain(starts).collect()
        })
    }

    /// The line (from 0) that holds a byte.
    #[must_use]
    pub fn line_of(&self, byte: usize) -> usize {
        let starts = self.line_starts();
        starts.partition_point(|&start| start as usize <= byte).saturating_sub(1)
    }

    /// The bytes of a line (from 0), its line break included; of the last line when there are fewer.
    #[must_use]
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let starts = self.line_starts();
        let line = line.min(starts.len() - 1);
        let end = starts.get(line + 1).map_or(self.text.len(), |&next| next as usize);
        starts[line] as usize..end
    }

    /// How many lines there are.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.line_starts().len()
    }

    /// The line and column of a byte. A byte inside a character counts as that character's start.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary(byte.min(self.text.len()));
        let line = self.line_of(byte);
        let start = self.line_range(line).start;
        Position { line: line + 1, column: self.text[start..byte].chars().count() + 1 }
    }
}

/// All files of a landscape, in reading order.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// The longest text that a file may have, since places are kept in 32 bits.
    pub const MAX_BYTES: usize = u32::MAX as usize - 1;

    /// Adds a file; `path` is what people get to see.
    ///
    /// # Panics
    /// When `text` is longer than [`Sources::MAX_BYTES`]; whoever reads the file checks that first.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> SourceId {
        let (path, text) = (path.into(), text.into());
        assert!(text.len() <= Self::MAX_BYTES, "a source of 4 GiB or more");
        let id = u32::try_from(self.files.len()).expect("fewer than 2^32 files");
        self.files.push(Source { path, text, damage: None, line_starts: OnceLock::new() });
        SourceId(id)
    }

    /// Adds a file as it is on disk. A byte order mark is left out; what isn't UTF-8 is replaced and remembered.
    pub fn add_bytes(&mut self, path: impl Into<String>, bytes: &[u8]) -> SourceId {
        let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
        if utf16 {
            // Nothing in it can be read as it stands; an empty text has no second mistake to tell of.
            let source = self.add(path, "");
            let location = Location { source, ..Location::default() };
            self.files[source.0 as usize].damage = Some(Damage { location, utf16 });
            return source;
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let good = match std::str::from_utf8(bytes) {
            Ok(text) => return self.add(path, text),
            Err(error) => error.valid_up_to(),
        };
        let source = self.add(path, String::from_utf8_lossy(bytes));
        let replaced = char::REPLACEMENT_CHARACTER.len_utf8();
        // `add` saw to it that places fit.
        #[expect(clippy::cast_possible_truncation)]
        let location = Location { source, start: good as u32, end: (good + replaced) as u32 };
        self.files[source.0 as usize].damage = Some(Damage { location, utf16 });
        source
    }

    /// Gives a file another text; gives back the one that it had.
    ///
    /// # Panics
    /// When `text` is longer than [`Sources::MAX_BYTES`].
    pub fn replace(&mut self, id: SourceId, text: impl Into<String>) -> String {
        let text = text.into();
        assert!(text.len() <= Self::MAX_BYTES, "a source of 4 GiB or more");
        let file = &mut self.files[id.0 as usize];
        let path = std::mem::take(&mut file.path);
        std::mem::replace(file, Source { path, text, damage: None, line_starts: OnceLock::new() }).text
    }

    /// The same files with other texts for some.
    ///
    /// # Panics
    /// When a text is longer than [`Sources::MAX_BYTES`].
    #[must_use]
    pub fn with(&self, texts: &BTreeMap<SourceId, String>) -> Self {
        let mut all = Self::default();
        for (id, file) in self.iter() {
            if let Some(text) = texts.get(&id) {
                all.add(&*file.path, &**text);
            } else {
                let added = all.add(&*file.path, &*file.text);
                all.files[added.0 as usize].damage = file.damage;
            }
        }
        all
    }

    /// One file.
    #[must_use]
    pub fn get(&self, id: SourceId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// All files with their ids, in reading order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (SourceId, &Source)> {
        self.files.iter().enumerate().map(|(index, file)| {
            // `add` refuses to go past u32.
            #[expect(clippy::cast_possible_truncation)]
            let id = SourceId(index as u32);
            (id, file)
        })
    }

    /// The text at a place.
    #[must_use]
    pub fn text(&self, location: Location) -> &str {
        self.get(location.source).text().get(location.range()).unwrap_or_default()
    }

    /// The line and column where a place starts, and where it ends.
    #[must_use]
    pub fn positions(&self, location: Location) -> (Position, Position) {
        let file = self.get(location.source);
        (file.position(location.start as usize), file.position(location.end as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let mut sources = Sources::default();
        let id = sources.add("a.toml", "x = 1\nnaam = \"Financiën ✓\" # hier\n");
        let file = sources.get(id);
        let byte = file.text().find('#').unwrap();
        assert_eq!(file.position(byte), Position { line: 2, column: 22 });
        assert_eq!(file.position(0), Position { line: 1, column: 1 });
        assert_eq!(file.position(10_000), Position { line: 3, column: 1 });
    }

    #[test]
    fn what_is_not_utf8_is_remembered_where_it_stands() {
        let mut sources = Sources::default();
        let id = sources.add_bytes("latin1.toml", b"\xEF\xBB\xBFnaam = \"Financi\xEBn\"\n");
        let damage = sources.get(id).damage().unwrap();
        assert_eq!(sources.positions(damage.location).0, Position { line: 1, column: 16 });
        assert_eq!(sources.text(damage.location), "\u{FFFD}");
        let id = sources.add_bytes("utf16.toml", b"\xFF\xFEa\0");
        assert!(sources.get(id).damage().unwrap().utf16);
    }

    #[test]
    fn an_empty_file_has_one_line() {
        let mut sources = Sources::default();
        let id = sources.add("leeg.toml", "");
        assert_eq!(sources.get(id).position(0), Position { line: 1, column: 1 });
        assert_eq!(sources.get(id).line_range(7), 0..0);
    }
}

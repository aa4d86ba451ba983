//! Where the tables of files stand: each file is cut once, however often that is asked.

use std::{ops::Range, sync::OnceLock};

use super::cut::cut;
use crate::source::{SourceId, Sources};

/// The pieces of all files, cut when they are first asked for.
#[derive(Debug)]
pub struct Pieces<'a> {
    sources: &'a Sources,
    /// Where the pieces of each file start, in bytes.
    starts: Vec<OnceLock<Vec<usize>>>,
}

impl<'a> Pieces<'a> {
    /// Those of these files.
    #[must_use]
    pub fn of(sources: &'a Sources) -> Self {
        Self { sources, starts: sources.iter().map(|_| OnceLock::new()).collect() }
    }

    /// The files.
    #[must_use]
    pub const fn sources(&self) -> &'a Sources {
        self.sources
    }

    /// How many pieces of a file start up to a byte.
    #[must_use]
    pub fn number(&self, source: SourceId, byte: usize) -> usize {
        self.starts(source).partition_point(|start| *start <= byte)
    }

    /// The piece that holds a byte of a file, by its bytes; none behind the end of the file.
    #[must_use]
    pub fn at(&self, source: SourceId, byte: usize) -> Option<Range<usize>> {
        let (starts, next) = (self.starts(source), self.number(source, byte));
        let start = *starts.get(next.checked_sub(1)?)?;
        let end = starts.get(next).copied().unwrap_or(self.sources.get(source).text().len());
        (byte < end).then_some(start..end)
    }

    fn starts(&self, source: SourceId) -> &[usize] {
        let cut =
            || cut(self.sources.get(source).text()).into_iter().map(|piece| piece.range.start).collect();
        self.starts[source.index() as usize].get_or_init(cut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_in_the_piece_that_cutting_gives_it() {
        let texts = ["", "# a", "[a.b]\nx = 1\n\n# c\n[[link]]\ny = '''\n[d]\n'''\n[e]", "\n[a]\n"];
        let mut sources = Sources::default();
        let ids: Vec<_> = texts.map(|text| sources.add("a.toml", text)).into_iter().collect();
        let pieces = Pieces::of(&sources);
        for (text, id) in texts.into_iter().zip(ids) {
            for byte in 0..=text.len() {
                let slow = cut(text).into_iter().map(|piece| piece.range).find(|range| range.contains(&byte));
                assert_eq!(pieces.at(id, byte), slow, "{text:?} {byte}");
            }
        }
    }
}

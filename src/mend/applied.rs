//! The text of files after mends.

use std::{collections::BTreeMap, fmt};

use super::{Edit, Mend};
use crate::source::{Location, SourceId, Sources};

/// Two edits want the same text, so that it isn't known what should stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap(pub Location, pub Location);

impl fmt::Display for Overlap {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "two edits of the same text")
    }
}

impl std::error::Error for Overlap {}

/// The new text of every file that these mends change, in reading order. What several mends do alike is done once.
///
/// # Errors
/// When two of them change the same text in different ways, or add to the same place.
pub fn applied<'a>(
    sources: &Sources,
    mends: impl IntoIterator<Item = &'a Mend>,
) -> Result<Vec<(SourceId, String)>, Overlap> {
    let mut edits: Vec<&Edit> = mends.into_iter().flat_map(|mend| &mend.edits).collect();
    edits.sort_by(|one, other| one.location.cmp(&other.location).then_with(|| one.text.cmp(&other.text)));
    edits.dedup();
    for pair in edits.windows(2) {
        let (one, next) = (pair[0].location, pair[1].location);
        if one.source == next.source && (next.start < one.end || next.start == one.start) {
            return Err(Overlap(one, next));
        }
    }
    let mut by_file: BTreeMap<SourceId, Vec<&Edit>> = BTreeMap::new();
    for edit in edits {
        by_file.entry(edit.location.source).or_default().push(edit);
    }
    Ok(by_file
        .into_iter()
        .map(|(source, edits)| (source, edited(sources.get(source).text(), &edits)))
        .collect())
}

/// A text with edits in order.
fn edited(text: &str, edits: &[&Edit]) -> String {
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        let range = edit.location.range();
        new.push_str(text.get(at..range.start).unwrap_or_default());
        new.push_str(&edit.text);
        at = range.end;
    }
    new.push_str(text.get(at..).unwrap_or_default());
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mend(source: SourceId, edits: &[(u32, u32, &str)]) -> Mend {
        let edit = |(start, end, text): &(u32, u32, &str)| Edit {
            location: Location { source, start: *start, end: *end },
            text: (*text).to_owned(),
        };
        Mend { title: String::new(), edits: edits.iter().map(edit).collect(), certain: true }
    }

    #[test]
    fn edits_of_several_mends_are_made_together() {
        let mut sources = Sources::default();
        let source = sources.add("a.toml", "één twee drie");
        let (first, last) = (mend(source, &[(0, 5, "1")]), mend(source, &[(11, 15, "3"), (15, 15, "!")]));
        let done = applied(&sources, [&last, &first, &last]).unwrap();
        assert_eq!(done, [(source, "1 twee 3!".to_owned())]);
        assert_eq!(applied(&sources, []).unwrap(), []);
    }

    #[test]
    fn edits_of_the_same_text_are_refused() {
        let mut sources = Sources::default();
        let source = sources.add("a.toml", "een twee");
        let place = |start, end| Location { source, start, end };
        let two = [mend(source, &[(0, 3, "1")]), mend(source, &[(2, 4, "x")])];
        assert_eq!(applied(&sources, &two), Err(Overlap(place(0, 3), place(2, 4))));
        let two = [mend(source, &[(8, 8, "a")]), mend(source, &[(8, 8, "b")])];
        assert_eq!(applied(&sources, &two), Err(Overlap(place(8, 8), place(8, 8))));
    }
}

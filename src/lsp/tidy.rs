//! One text made into another, such as the one style for landscape files, by few edits: what stays keeps its cursor.

use similar::{DiffTag, TextDiff};

use super::{project::Judged, symbols::location};
use crate::{format::format, mend::Edit, source::SourceId};

/// The edits that bring a file to the one style; none where nothing in it can be read.
#[must_use]
pub fn tidy(judged: &Judged, source: SourceId) -> Vec<Edit> {
    let text = judged.sources.get(source).text();
    format(text).map(|tidied| edits(source, text, &tidied)).unwrap_or_default()
}

/// The few edits that make one text of a file into another: whole lines, since that is what people look at.
#[must_use]
pub fn edits(source: SourceId, before: &str, after: &str) -> Vec<Edit> {
    let diff = TextDiff::from_lines(before, after);
    let starts = |lines: Vec<&str>| -> Vec<usize> {
        let ends = lines.into_iter().scan(0, |end, line| {
            *end += line.len();
            Some(*end)
        });
        std::iter::once(0).chain(ends).collect()
    };
    let (old, new) = (starts(diff.iter_old_slices().collect()), starts(diff.iter_new_slices().collect()));
    let changed = diff.ops().iter().filter(|op| op.tag() != DiffTag::Equal);
    changed
        .map(|op| {
            let (from, to) = (op.old_range(), op.new_range());
            let text = after[new[to.start]..new[to.end]].to_owned();
            Edit { location: location(source, &(old[from.start]..old[from.end])), text }
        })
        .collect()
}

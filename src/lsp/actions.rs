//! What an editor offers to do about what was found.

use std::ops::Range;

use super::project::Judged;
use crate::{
    finding::Finding,
    mend::{Edit, Mend, mends},
    source::SourceId,
};

/// The ways to mend what was found in a stretch of a file, each with its finding.
#[must_use]
pub fn offered<'a>(judged: &'a Judged, source: SourceId, range: &Range<usize>) -> Vec<(&'a Finding, Mend)> {
    let here = judged.analysis.findings.iter().filter(|finding| {
        let location = finding.primary.location;
        let found = location.range();
        location.source == source && found.start <= range.end && range.start <= found.end
    });
    here.flat_map(|finding| {
        let mends = mends(&judged.analysis, &judged.sources, finding).into_iter();
        mends.map(move |mend| (finding, mend))
    })
    .collect()
}

/// The edits of all certain mends in a file together; of two that touch the same text, the first.
#[must_use]
pub fn certain(judged: &Judged, source: SourceId) -> Vec<Edit> {
    let whole = 0..judged.sources.get(source).text().len();
    let mut all: Vec<Edit> = Vec::new();
    for (_, mend) in offered(judged, source, &whole) {
        let touches = |edit: &Edit| {
            let touches = |other: &Edit| {
                let (one, other) = (edit.location, other.location);
                one.source == other.source && one.start <= other.end && other.start <= one.end
            };
            all.iter().any(touches)
        };
        if mend.certain && !mend.edits.iter().any(touches) {
            all.extend(mend.edits);
        }
    }
    all
}

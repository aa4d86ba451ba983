//! What an editor offers to do about what was found.

use std::ops::Range;

use super::{project::Judged, tidy};
use crate::{
    analysis::Options,
    finding::Finding,
    load::pieces::Pieces,
    mend::{Edit, Mend, certain, mends},
    source::SourceId,
};

/// For how many findings ways to mend them are offered at once: who selects all of a long file chooses from no more.
const MOST: usize = 50;

/// The ways to mend what was found in a stretch of a file, each with its finding.
#[must_use]
pub fn offered<'a>(judged: &'a Judged, source: SourceId, range: &Range<usize>) -> Vec<(&'a Finding, Mend)> {
    let here = judged.analysis.findings.iter().filter(|finding| {
        let location = finding.primary.location;
        let found = location.range();
        location.source == source && found.start <= range.end && range.start <= found.end
    });
    let pieces = Pieces::of(&judged.sources);
    here.take(MOST)
        .flat_map(|finding| {
            let mends = mends(&judged.analysis, &pieces, finding).into_iter();
            mends.map(move |mend| (finding, mend))
        })
        .collect()
}

/// Whether [`certain`] may have something to make; cheap, since editors ask at each move of the cursor.
#[must_use]
pub fn has_certain(judged: &Judged, source: SourceId) -> bool {
    certain::is_offered(&judged.analysis, &judged.sources, source)
}

/// The edits that mend all that is certain in a file, as `fix` does: it judges again after each step, and what doesn't
/// do what it should isn't made.
#[must_use]
pub fn certain(judged: &Judged, source: SourceId, options: &Options) -> Vec<Edit> {
    let Judged { analysis, sources, .. } = judged;
    let mended = certain::mended(analysis, sources, options, Some(source));
    let texts = mended.map(|mended| mended.texts).unwrap_or_default();
    texts.iter().flat_map(|(id, after)| tidy::edits(*id, sources.get(*id).text(), after)).collect()
}

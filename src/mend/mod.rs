//! Mends for findings: edits of the text, for `fix`, editors and reports.
//!
//! A rule knows what to change ([`Change`](crate::finding::Change)); here that becomes an edit of the text as it stands. What isn't certain is
//! for people to decide on, or to finish: what it leaves open goes on being found.

mod accept;
mod applied;
pub mod certain;
mod change;
mod lines;
mod words;

use toml::de::DeTable;

pub use self::applied::{Overlap, applied};
use crate::{analysis::Analysis, finding::Finding, load::pieces::Pieces, source::Location};

/// A piece of text that takes the place of what stands there; of nothing, where the place is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What it replaces.
    pub location: Location,
    /// The new text, with the line breaks of its file.
    pub text: String,
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// What it does, in the language of the analysis; on one line.
    pub title: String,
    /// The edits that do it, together.
    pub edits: Vec<Edit>,
    /// It can be done without asking: it claims nothing that the author didn't say.
    pub certain: bool,
}

/// The ways to mend a finding, the certain ones first; none where nothing but people can mend it, or where its text is
/// written in a way that isn't easily edited.
#[must_use]
pub fn mends(analysis: &Analysis, pieces: &Pieces<'_>, finding: &Finding) -> Vec<Mend> {
    let known = finding.repairs.iter().filter_map(|repair| {
        let edits = change::edits(analysis, pieces, finding, &repair.change)?;
        let title = words::title(&repair.change, analysis.lang);
        Some(Mend { title, edits, certain: repair.certain })
    });
    let mut mends: Vec<Mend> = known.chain(accept::mend(analysis, pieces, finding)).collect();
    mends.retain(|mend| mend.edits.iter().all(|edit| can_be_made(pieces, edit)));
    mends.sort_by_key(|mend| !mend.certain);
    mends
}

/// Whether an edit leaves TOML where TOML was: a key that is corrected may be there already. Of a file that isn't UTF-8
/// the text isn't what stands on disk.
fn can_be_made(pieces: &Pieces<'_>, edit: &Edit) -> bool {
    let file = pieces.sources().get(edit.location.source);
    let text = file.text();
    let at = edit.location.start as usize;
    let Some(table) = pieces.at(edit.location.source, at) else { return file.damage().is_none() };
    let (before, end) = (&text[table.clone()], edit.location.end as usize);
    // What reaches beyond its table takes whole lines out.
    let Some(rest) = text.get(end..table.end) else { return file.damage().is_none() };
    let after = format!("{}{}{rest}", &text[table.start..at], edit.text);
    file.damage().is_none() && (DeTable::parse(before).is_err() || DeTable::parse(&after).is_ok())
}

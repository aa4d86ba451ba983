//! Every text format of any landscape can be read by the programs that it is for.

use super::{judged, made::landscape, sources};
use crate::outputs::Judged;

/// Judges bytes as they are, or a landscape that is made of them, and reads every output back.
pub fn holds(data: &[u8]) {
    let sources = match data.split_first() {
        Some((0, rest)) => super::sources(landscape(rest).as_bytes()),
        _ => sources(data),
    };
    let analysis = judged(&sources);
    let judged = Judged { analysis: &analysis, sources: &sources };
    judged.checked();
    if !analysis.is_incomplete() {
        judged.answered();
        judged.registered();
    }
}

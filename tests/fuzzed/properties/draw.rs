//! Every picture of any landscape has all its nodes and arrows, and can be read as DOT and as XML.

use koppelkaart::model::Audience;

use super::{judged, made::landscape, sources};
use crate::outputs::Judged;

/// Draws a landscape that is made of these bytes.
pub fn holds(data: &[u8]) {
    let text = landscape(data);
    let sources = sources(text.as_bytes());
    let analysis = judged(&sources);
    assert!(
        !analysis.is_incomplete(),
        "it can be read: {:?}\n{text}",
        analysis.findings.iter().find(|it| it.rule.group == koppelkaart::finding::Group::Language)
    );
    let judged = Judged { analysis: &analysis, sources: &sources };
    judged.drawn();
    // Pages take ten times as long as a picture.
    match data.first().map(|it| it % 12) {
        Some(1) => judged.answers_drawn(),
        Some(2) => judged.attached(Audience::Internal),
        Some(3) => judged.attached(Audience::Public),
        _ => {}
    }
}

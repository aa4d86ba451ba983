//! What an editor shows at the head of each link: who → whom, and whether personal data goes over it.

use std::ops::Range;

use super::project::Judged;
use crate::{
    analysis::{LinkVerdict, Security},
    model::{Item, Link},
    source::{Location, SourceId},
    text::{Text, shown},
};

/// The hints in a stretch of a file: where each stands, and what it says.
#[must_use]
pub fn hints(judged: &Judged, source: SourceId, range: &Range<usize>) -> Vec<(Location, String)> {
    let analysis = &judged.analysis;
    let links = analysis.landscape.links.items().iter().zip(&analysis.links);
    let here = links
        .filter(|(link, _)| link.header.source == source && range.contains(&(link.header.start as usize)));
    here.map(|(link, verdict)| {
        let end = Location { start: link.header.end, ..link.header };
        (end, hint(judged, link, *verdict))
    })
    .collect()
}

fn hint(judged: &Judged, link: &Item<Link>, verdict: LinkVerdict) -> String {
    let carries = match verdict {
        LinkVerdict { current: false, .. } => Text { en: "retired", nl: "vervallen" },
        LinkVerdict { personal: true, .. } => Text { en: "personal data", nl: "persoonsgegevens" },
        LinkVerdict { security: Security::NoPersonalData, .. } => {
            Text { en: "no personal data", nl: "geen persoonsgegevens" }
        }
        _ => Text { en: "content not known", nl: "inhoud niet bekend" },
    };
    let [from, to] = link.ends().map(|end| shown(judged.analysis.landscape.endpoint_name(end)));
    format!("{from} → {to} · {}", carries.to(judged.analysis.lang))
}

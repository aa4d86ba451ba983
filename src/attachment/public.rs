//! The attachment for everyone: the same counts, without what would help someone break in.
//!
//! Links are told by domain and kind of party, and not how each is secured; names of products, suppliers and
//! networks are taken out of whatever people wrote.

use super::{Attachment, NormRow, PairRow, mask::Mask, words};
use crate::{
    analysis::Analysis,
    graph::FlowGraph,
    model::Audience,
    say,
    text::number,
    view::{Drawing, by_domain},
};

/// The public version of an attachment.
#[must_use]
pub fn public(analysis: &Analysis, graph: &FlowGraph, internal: &Attachment) -> Attachment {
    let mask = Mask::of(&analysis.landscape, analysis.lang);
    let mut picture = by_domain(analysis, graph);
    cover(&mut picture, &mask);
    let pairs = pairs(&picture);
    for arrow in &mut picture.arrows {
        arrow.carries.clear();
    }
    Attachment {
        audience: Audience::Public,
        title: mask.cover(&internal.title),
        exceptions: Vec::new(),
        points: Vec::new(),
        links: Vec::new(),
        pairs,
        summed_up: Vec::new(),
        withheld: Some(words::WITHHELD.to(analysis.lang).to_owned()),
        trend: internal.trend.as_ref().map(|trend| trend.public(&mask)),
        norms: internal.norms.iter().map(|norm| norm_row(norm, &mask, analysis)).collect(),
        pictures: if picture.nodes.is_empty() { Vec::new() } else { vec![picture] },
        ..internal.clone()
    }
}

/// Takes out of a picture what is not for everyone.
fn cover(picture: &mut Drawing, mask: &Mask) {
    for text in [&mut picture.title, &mut picture.subtitle] {
        *text = mask.cover(text);
    }
    for node in &mut picture.nodes {
        node.label = mask.cover(&node.label);
    }
    for arrow in &mut picture.arrows {
        arrow.carries = mask.cover(&arrow.carries);
    }
}

/// What runs between whom, in words.
fn pairs(picture: &Drawing) -> Vec<PairRow> {
    let row = |arrow: &crate::view::drawing::Arrow| PairRow {
        number: arrow.number.clone(),
        from: picture.nodes[arrow.from].label.clone(),
        to: picture.nodes[arrow.to].label.clone(),
        data: arrow.carries.clone(),
        links: arrow.count,
    };
    picture.arrows.iter().map(row).collect()
}

/// A statement with its colour and what people wrote of it; of what rules found, only how much.
fn norm_row(norm: &NormRow, mask: &Mask, analysis: &Analysis) -> NormRow {
    let covered = |texts: &[String]| texts.iter().map(|text| mask.cover(text)).collect();
    let lang = analysis.lang;
    let computed = norm.computed.map(|count| match number(count, lang) {
        _ if count == 0 => say!(lang, en: "Computed from the links and applications.", nl: "Berekend uit de koppelingen en applicaties."),
        count => say!(
            lang,
            en: "Computed from the links and applications: findings {count}.",
            nl: "Berekend uit de koppelingen en applicaties: bevindingen {count}.",
        ),
    });
    NormRow {
        text: mask.cover(&norm.text),
        rests_on: computed.into_iter().chain(covered(&norm.judged)).collect(),
        judged: covered(&norm.judged),
        evidence: covered(&norm.evidence),
        action: norm.action.as_deref().map(|action| mask.cover(action)),
        owner: norm.owner.as_deref().map(|owner| mask.cover(owner)),
        ..norm.clone()
    }
}

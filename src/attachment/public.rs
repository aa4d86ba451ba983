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
    sentence::{FINDINGS, counted},
    view::{Drawing, Plan, Subject, by_domain},
};

/// The public version of an attachment: a picture of everything, and of each of these views that shows less.
#[must_use]
pub fn public(analysis: &Analysis, graph: &FlowGraph, plans: &[Plan], internal: &Attachment) -> Attachment {
    let mask = Mask::of(&analysis.landscape, analysis.lang);
    let picture = |subject: &Subject| covered(by_domain(analysis, graph, subject), &mask);
    let mut whole = picture(&Subject::Overview);
    let pairs = pairs(&whole);
    // What runs between them stands in the table.
    for arrow in &mut whole.arrows {
        arrow.carries.clear();
    }
    let views = plans.iter().map(|plan| &plan.subject).filter(|it| matches!(it, Subject::Declared(_)));
    let pictures = std::iter::once(whole).chain(views.map(picture));
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
        pictures: pictures.filter(|picture| !picture.nodes.is_empty()).collect(),
        ..internal.clone()
    }
}

/// A picture of a view without what is not for everyone.
#[must_use]
pub fn public_picture(analysis: &Analysis, graph: &FlowGraph, plan: &Plan) -> Drawing {
    let mask = Mask::of(&analysis.landscape, analysis.lang);
    covered(by_domain(analysis, graph, &plan.subject), &mask)
}

/// Takes out of a picture what is not for everyone.
fn covered(mut picture: Drawing, mask: &Mask) -> Drawing {
    for text in [&mut picture.title, &mut picture.subtitle] {
        *text = mask.cover(text);
    }
    for node in &mut picture.nodes {
        node.label = mask.cover(&node.label);
    }
    for arrow in &mut picture.arrows {
        arrow.carries = mask.cover(&arrow.carries);
    }
    picture
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
    let computed = norm.computed.map(|count| {
        let findings = counted(count, FINDINGS, lang);
        match count {
            0 => say!(
                lang,
                en: "Computed from the links and applications.",
                nl: "Berekend uit de koppelingen en applicaties.",
            ),
            _ => say!(
                lang,
                en: "Computed from the links and applications: {findings}.",
                nl: "Berekend uit de koppelingen en applicaties: {findings}.",
            ),
        }
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

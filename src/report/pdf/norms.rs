//! The traffic-light overview: the colour of each norm, what it rests on and what is done about it.

use super::{
    document::Block,
    marks,
    table::{Cell, Line, table},
};
use crate::{
    attachment::{Attachment, NormRow, words, words::columns},
    model::Status,
    report::norm_lights::by_colour,
    text::Lang,
};

/// The overview; nothing where the landscape has no norms.
pub fn norms(attachment: &Attachment) -> Vec<Block> {
    let lang = attachment.lang;
    if attachment.norms.is_empty() {
        return Vec::new();
    }
    let heads =
        [(columns::STATEMENT, 23), (columns::STATUS, 15), (columns::RESTS_ON, 40), (columns::ACTION, 22)];
    let rows = attachment.norms.iter().map(|norm| {
        vec![
            Cell::text(norm.text.as_str()),
            Cell::lines(vec![marks::status(norm.status, lang)]),
            rests_on(norm, lang),
            marks::promise([&norm.action, &norm.owner, &norm.due], norm.status != Status::Green, lang),
        ]
    });
    vec![
        Block::part(words::NORMS.to(lang)),
        Block::Text { text: by_colour(attachment), soft: true },
        table(&heads, 0, rows.collect(), lang),
    ]
}

/// What the judgement rests on, and what people looked at.
fn rests_on(norm: &NormRow, lang: Lang) -> Cell {
    let sentences = norm.rests_on.iter().map(|sentence| Line::text(sentence.as_str()));
    let evidence = norm.evidence.join("; ");
    let evidence =
        (!evidence.is_empty()).then(|| Line::recorded(Some(words::EVIDENCE.to(lang)), Some(&evidence), lang));
    Cell::lines(sentences.chain(evidence).collect())
}

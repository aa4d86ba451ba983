//! The traffic-light overview: the colour of each norm, what it rests on and what is done about it.

use maud::{Markup, html};

use super::{
    marks,
    table::{Row, Table},
};
use crate::{
    attachment::{Attachment, NormRow, words, words::columns},
    model::Status,
    report::norm_lights::by_colour,
    text::Lang,
};

/// The overview; none where the landscape has no norms.
pub fn norms(attachment: &Attachment) -> Option<Markup> {
    let lang = attachment.lang;
    if attachment.norms.is_empty() {
        return None;
    }
    let rows = attachment.norms.iter().map(|norm| Row {
        id: None,
        cells: vec![
            Some(marks::status(norm.status, lang)),
            Some(html! { (norm.text) }),
            Some(rests_on(norm, lang)),
            marks::promise([&norm.action, &norm.owner, &norm.due], norm.status != Status::Green, lang),
        ],
    });
    let table = Table {
        caption: &by_colour(attachment),
        columns: &[columns::STATUS, columns::STATEMENT, columns::RESTS_ON, columns::ACTION],
        named_by: 1,
        widths: &[16, 26, 34, 24],
        rows: rows.collect(),
    };
    Some(table.markup(lang))
}

/// What the judgement rests on, and what people looked at.
fn rests_on(norm: &NormRow, lang: Lang) -> Markup {
    html! {
        @for sentence in &norm.rests_on { p { (sentence) } }
        @if !norm.evidence.is_empty() {
            p { (marks::labelled(words::EVIDENCE.to(lang), &html! { (norm.evidence.join("; ")) })) }
        }
    }
}

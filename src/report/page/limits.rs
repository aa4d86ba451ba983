//! What the page can't say, and by what it was judged.

use maud::{Markup, html};

use super::table::{Row, Table};
use crate::attachment::{Attachment, by_reason, words, words::columns};

/// What was not assessed, by reason: many things may lack the same.
pub fn not_assessed(attachment: &Attachment) -> Markup {
    let lang = attachment.lang;
    if attachment.not_assessed.is_empty() {
        return html! { p { (words::ALL_ASSESSED.to(lang)) } };
    }
    let rows = by_reason(&attachment.not_assessed).into_iter().map(|(why, what)| Row {
        id: None,
        cells: vec![Some(html! { (why) }), Some(html! { ul { @for what in what { li { (what) } } } })],
    });
    let table = Table {
        caption: words::NOT_ASSESSED_NOTE.to(lang),
        columns: &[columns::REASON, columns::SUBJECT],
        named_by: 0,
        widths: &[40, 60],
        rows: rows.collect(),
    };
    table.markup(lang)
}

/// The laws and guidelines; none where there were none.
pub fn judged_by(attachment: &Attachment) -> Option<Markup> {
    let judged_by = &attachment.judged_by;
    (!judged_by.is_empty()).then(|| html! { ul { @for norm in judged_by { li { (norm) } } } })
}

//! In the version for everyone: what it leaves out, and what runs between domains and kinds of parties.

use maud::{Markup, html};

use super::{
    marks,
    table::{Row, Table},
};
use crate::{
    attachment::{Attachment, PairRow, words, words::columns},
    text::{Lang, number},
};

/// What this version leaves out; none in the version for the organisation.
pub fn withheld(attachment: &Attachment) -> Option<Markup> {
    let said = attachment.withheld.as_deref()?;
    Some(html! { p { (said) } })
}

/// What runs between whom; none in the version for the organisation.
pub fn pairs(attachment: &Attachment) -> Option<Markup> {
    let lang = attachment.lang;
    if attachment.pairs.is_empty() {
        return None;
    }
    let rows = attachment.pairs.iter().map(|pair| Row { id: None, cells: cells(pair, lang) });
    let table = Table {
        caption: words::PAIRS_NOTE.to(lang),
        columns: &[columns::ARROW, columns::FROM, columns::TO, columns::COUNT, columns::DATA],
        named_by: 0,
        widths: &[8, 24, 24, 8, 36],
        rows: rows.collect(),
    };
    Some(table.markup(lang))
}

fn cells(pair: &PairRow, lang: Lang) -> Vec<Option<Markup>> {
    let data = (!pair.data.is_empty()).then_some(pair.data.as_str());
    vec![
        Some(html! { (pair.number) }),
        Some(html! { (pair.from) }),
        Some(html! { (pair.to) }),
        Some(html! { (number(pair.links, lang)) }),
        Some(marks::recorded(data, lang)),
    ]
}

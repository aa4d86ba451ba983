//! What changed since the previous report.

use maud::{Markup, html};

use super::{
    marks,
    table::{Row, Table},
};
use crate::{
    analysis::Security,
    attachment::{
        Attachment,
        trend::{LinkChange, NormChange, Trend, summary},
        words,
        words::columns,
    },
    model::Status,
    text::Lang,
};

/// What changed; none where nothing was compared.
pub fn trend(attachment: &Attachment) -> Option<Markup> {
    let lang = attachment.lang;
    let trend = attachment.trend.as_ref()?;
    Some(html! {
        p { strong { (summary(trend, lang)) } " " (trend.secured) }
        p.soft { (trend.since) }
        @if let Some(table) = links(trend, lang) { (table) }
        @if let Some(table) = norms(trend, lang) { (table) }
    })
}

fn links(trend: &Trend, lang: Lang) -> Option<Markup> {
    if trend.links.is_empty() {
        return None;
    }
    let state = |state: Option<Security>| state.map(|state| marks::state(state, lang));
    let row = |link: &LinkChange| Row {
        id: None,
        cells: vec![
            Some(html! { (link.change.word().to(lang)) }),
            link.number.as_ref().map(|number| html! { (number) }),
            Some(marks::link(&link.from, &link.to, lang)),
            state(link.before),
            state(link.now),
        ],
    };
    let table = Table {
        caption: words::LINKS_CHANGED.to(lang),
        columns: &[columns::CHANGE, columns::NUMBER, columns::LINK, columns::BEFORE, columns::NOW],
        named_by: 2,
        widths: &[16, 8, 36, 20, 20],
        rows: trend.links.iter().map(row).collect(),
    };
    Some(table.markup(lang))
}

fn norms(trend: &Trend, lang: Lang) -> Option<Markup> {
    if trend.norms.is_empty() {
        return None;
    }
    let status = |status: Option<Status>| status.map(|status| marks::status(status, lang));
    let row = |norm: &NormChange| Row {
        id: None,
        cells: vec![Some(html! { (norm.text) }), status(norm.before), status(norm.now)],
    };
    let table = Table {
        caption: words::NORMS_CHANGED.to(lang),
        columns: &[columns::STATEMENT, columns::BEFORE, columns::NOW],
        named_by: 0,
        widths: &[60, 20, 20],
        rows: trend.norms.iter().map(row).collect(),
    };
    Some(table.markup(lang))
}

//! The tables of what falls short and of what asks for attention.

use maud::{Markup, html};

use super::{
    marks,
    table::{Row, Table},
};
use crate::{
    analysis::Security,
    attachment::{Attachment, Exception, words, words::columns},
    sentence::{LINKS, counted},
    text::{Lang, number},
};

/// The links that fall short, with who mends it and by when; none where no link could.
pub fn exceptions(attachment: &Attachment) -> Option<Markup> {
    let lang = attachment.lang;
    if attachment.exceptions.is_empty() {
        let asked = attachment.shares.iter().any(|share| share.state != Security::NoPersonalData);
        return asked.then(|| html! { p { (words::NO_EXCEPTIONS.to(lang)) } });
    }
    let rows = attachment.exceptions.iter().enumerate();
    let rows = rows.map(|(at, exception)| Row {
        id: Some(format!("exception-{at}")),
        cells: exception_cells(exception, lang),
    });
    let table = Table {
        caption: &counted(attachment.exceptions.len(), LINKS, lang),
        columns: &[
            columns::NUMBER,
            columns::LINK,
            columns::STATE,
            columns::WHY,
            columns::DATA,
            columns::ACTION,
        ],
        named_by: 1,
        widths: &[6, 20, 17, 19, 14, 24],
        rows: rows.collect(),
    };
    Some(table.markup(lang))
}

fn exception_cells(exception: &Exception, lang: Lang) -> Vec<Option<Markup>> {
    let text = |text: &str| (!text.is_empty()).then(|| html! { (text) });
    let state = html! {
        (marks::state(exception.state, lang))
        @if exception.no_controller { " " (marks::no_controller()) }
    };
    let data = (!exception.data.is_empty()).then_some(exception.data.as_str());
    vec![
        text(&exception.number),
        Some(marks::link(&exception.from, &exception.to, lang)),
        Some(state),
        text(&marks::breakable(&exception.why)),
        Some(marks::recorded(data, lang)),
        marks::promise([&exception.action, &exception.owner, &exception.due], true, lang),
    ]
}

/// What asks for attention at links that are secured; none where nothing does.
pub fn points(attachment: &Attachment) -> Option<Markup> {
    let lang = attachment.lang;
    if attachment.points.is_empty() {
        return None;
    }
    let rows = attachment.points.iter().map(|point| Row {
        id: None,
        cells: vec![
            Some(html! { (point.what) }),
            Some(html! { (number(point.links.len(), lang)) }),
            Some(numbers(&point.links)),
        ],
    });
    let table = Table {
        caption: words::POINTS_NOTE.to(lang),
        columns: &[columns::POINT, columns::COUNT, columns::WHERE],
        named_by: 0,
        widths: &[35, 10, 55],
        rows: rows.collect(),
    };
    Some(table.markup(lang))
}

/// Numbers of links; no line ends within one.
fn numbers(links: &[String]) -> Markup {
    html! {
        @for (at, link) in links.iter().enumerate() {
            @if at > 0 { ", " }
            span.whole { (link) }
        }
    }
}

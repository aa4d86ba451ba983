//! The table of every link: what the pictures show, for who can't see them.

use maud::{Markup, html};

use super::{
    marks,
    table::{Row, Table},
};
use crate::{
    attachment::{Attachment, LinkRow, words, words::columns},
    sentence::{LINKS, counted},
    text::{Lang, Text},
};

/// Every link; none where there are none.
pub fn links(attachment: &Attachment) -> Option<Markup> {
    let lang = attachment.lang;
    if attachment.links.is_empty() {
        return None;
    }
    let arrows = attachment.links.iter().any(|link| link.arrow.is_some());
    let all: [(Text, u8); 9] = [
        (columns::NUMBER, 6),
        (columns::ARROW, 4),
        (columns::FROM, 13),
        (columns::TO, 13),
        (columns::DATA, 14),
        (columns::PROTOCOL, 9),
        (columns::STATE, 13),
        (columns::WHY, 14),
        (columns::CONTROLLER, 14),
    ];
    let kept = all.into_iter().enumerate().filter(|(at, _)| arrows || *at != 1).map(|(_, column)| column);
    let (heads, widths): (Vec<Text>, Vec<u8>) = kept.unzip();
    let rows = attachment.links.iter().map(|link| Row { id: None, cells: cells(link, arrows, lang) });
    let count = counted(attachment.links.len(), LINKS, lang);
    let table = Table {
        caption: &format!("{count}: {}", words::LINKS_NOTE.to(lang)),
        columns: &heads,
        named_by: 0,
        widths: &widths,
        rows: rows.collect(),
    };
    Some(table.markup(lang))
}

fn cells(link: &LinkRow, arrows: bool, lang: Lang) -> Vec<Option<Markup>> {
    let text = |text: &str| (!text.is_empty()).then(|| html! { (text) });
    let controller = match link.controller.as_deref() {
        Some("") => html! { span.soft { (words::NOT_APPLICABLE.to(lang)) } },
        controller => marks::recorded(controller, lang),
    };
    let data = (!link.data.is_empty()).then_some(link.data.as_str());
    let mut cells = vec![text(&link.number)];
    if arrows {
        cells.push(link.arrow.as_deref().and_then(text));
    }
    cells.extend([
        text(&link.from),
        text(&link.to),
        Some(marks::recorded(data, lang)),
        Some(marks::recorded(link.protocol.as_deref(), lang)),
        Some(marks::state(link.state, lang)),
        text(&link.why),
        Some(controller),
    ]);
    cells
}

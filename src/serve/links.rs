//! The table of links that match.

use maud::{Markup, html};

use super::{choice, filter::Matches, page::Shown, style};
use crate::{
    attachment::{LinkRow, words, words::columns},
    report::page::marks,
    say,
    text::{Text, number},
};

/// The most rows that are shown at once: a browser stalls on ten thousand.
const MOST: usize = 200;

const COLUMNS: [Text; 7] = [
    columns::NUMBER,
    columns::FROM,
    columns::TO,
    columns::DATA,
    columns::PROTOCOL,
    columns::STATE,
    columns::CONTROLLER,
];

/// How many are shown of how many there are.
pub fn count(shown: &Shown<'_>, matches: &Matches) -> String {
    let lang = shown.lang;
    let (count, of) = (number(matches.links.len(), lang), number(shown.version.attachment.links.len(), lang));
    let mut told = say!(lang, en: "{count} of {of} links shown", nl: "{count} van {of} koppelingen getoond");
    if matches.unlisted > 0 {
        let unlisted = number(matches.unlisted, lang);
        told += &say!(
            lang,
            en: "; {unlisted} more don't say which data they carry, so it may be among it",
            nl: "; nog {unlisted} zeggen niet welke gegevens erover gaan, dus die kunnen erbij horen",
        );
    }
    told
}

/// The table.
pub fn table(shown: &Shown<'_>, matches: &Matches) -> Markup {
    let (version, lang) = (shown.version, shown.lang);
    let landscape = &version.analysis.landscape;
    // The rows of the attachment are those of the current links, in their order.
    let rows = landscape.current_links().map(|(id, _)| id).zip(&version.attachment.links);
    let rows = rows.filter(|(id, _)| matches.links.contains(id));
    let first = number(MOST, lang);
    html! {
        table.links role="table" {
            caption {
                (count(shown, matches))
                @if matches.links.len() > MOST { (say!(lang, en: "; the table has the first {first}: search or filter for the others", nl: "; de tabel heeft de eerste {first}: zoek of filter voor de andere")) }
            }
            thead role="rowgroup" { tr role="row" { @for column in COLUMNS { th scope="col" role="columnheader" { (marks::breakable(column.to(lang))) } } } }
            tbody role="rowgroup" {
                @for (id, row) in rows.take(MOST) {
                    @let key = choice::of_link(landscape, id);
                    tr role="row" .chosen[shown.ask.select == key] { (cells(shown, &key, row)) }
                }
            }
        }
    }
}

fn cells(shown: &Shown<'_>, key: &str, row: &LinkRow) -> Markup {
    let lang = shown.lang;
    let told = |column: Text, cell: Markup| html! { td role="cell" data-column=(column.to(lang)) { div { (cell) } } };
    let data = (!row.data.is_empty()).then_some(row.data.as_str());
    let controller = match row.controller.as_deref() {
        Some("") => html! { span.soft { (words::NOT_APPLICABLE.to(lang)) } },
        controller => marks::recorded(controller, lang),
    };
    html! {
        th scope="row" role="rowheader" data-column=(columns::NUMBER.to(lang)) {
            a href=(shown.ask.select(key)) data-id=(key) aria-label={ (columns::LINK.to(lang)) " " (row.number) ": " (row.from) " → " (row.to) } { (row.number) }
        }
        (told(columns::FROM, html! { (row.from) }))
        (told(columns::TO, html! { (row.to) }))
        (told(columns::DATA, marks::recorded(data, lang)))
        (told(columns::PROTOCOL, marks::recorded(row.protocol.as_deref(), lang)))
        (told(columns::STATE, html! { (style::state(row.state, lang)) @if !row.why.is_empty() { div.soft { (row.why) } } }))
        (told(columns::CONTROLLER, controller))
    }
}

//! The council's attachment as one HTML page: for a screen, a phone, A4 paper and a screen reader. It runs no
//! scripts and loads nothing.

pub(crate) mod bar;
mod exceptions;
mod limits;
mod links;
pub(crate) mod marks;
mod norms;
mod pairs;
mod pictures;
pub(crate) mod style;
mod table;
mod trend;
mod verdict;

#[cfg(test)]
mod tests;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{
    attachment::{Attachment, words},
    model::Audience,
    text::{Lang, Text},
};

pub use crate::attachment::Figure;

/// What the page may do and load: nothing, but for the style that it brings along.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The page of an attachment, with its pictures drawn: a figure for each, in their order.
#[must_use]
pub fn page(attachment: &Attachment, figures: &[Figure]) -> String {
    let lang = attachment.lang;
    let sections = sections(attachment, figures);
    let page = html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (attachment.title) }
                style { (PreEscaped(style::css())) }
            }
            body {
                a.skip href="#verdict" { (words::SKIP.to(lang)) }
                header {
                    h1 { (attachment.title) }
                    p { (attachment.subtitle) }
                }
                main {
                    (verdict::verdict(attachment))
                    (contents(&sections, lang))
                    @for section in &sections { (section.body) }
                }
                footer {
                    @if attachment.audience == Audience::Internal { p { (words::INTERNAL.to(lang)) } }
                    p { "Koppelkaart · " (attachment.subtitle) }
                }
            }
        }
    };
    page.into_string() + "\n"
}

/// A part of the page under a heading of its own.
struct Section {
    id: &'static str,
    heading: Text,
    body: Markup,
}

/// The parts below the verdict, as far as there is something to say in them.
fn sections(attachment: &Attachment, figures: &[Figure]) -> Vec<Section> {
    let (first, rest) = figures.split_at(figures.len().min(1));
    let parts = [
        ("picture", words::PICTURES, Some(pictures::first(attachment, first.first()))),
        (
            "exceptions",
            words::EXCEPTIONS,
            pairs::withheld(attachment).or_else(|| exceptions::exceptions(attachment)),
        ),
        ("points", words::POINTS, exceptions::points(attachment)),
        ("trend", words::TREND, trend::trend(attachment)),
        ("norms", words::NORMS, norms::norms(attachment)),
        ("pictures", words::MORE_PICTURES, pictures::rest(attachment, rest)),
        ("links", words::LINKS, links::links(attachment)),
        ("pairs", words::PAIRS, pairs::pairs(attachment)),
        ("not-assessed", words::NOT_ASSESSED, Some(limits::not_assessed(attachment))),
        ("judged-by", words::JUDGED_BY, limits::judged_by(attachment)),
    ];
    // On paper a heading stays on the sheet of the picture below it.
    let sheet = |id| match id {
        "picture" => first.first().map(pictures::sheet),
        "pictures" => rest.first().map(pictures::sheet),
        _ => None,
    };
    let there = parts.into_iter().filter_map(|(id, heading, body)| Some((id, heading, body?)));
    there
        .map(|(id, heading, body)| {
            let title = heading.to(attachment.lang);
            let body = html! {
                section id=(id) class=[sheet(id)] aria-labelledby={ (id) "-heading" } {
                    h2 id={ (id) "-heading" } { (title) }
                    (body)
                }
            };
            Section { id, heading, body }
        })
        .collect()
}

/// Where to find what, on a screen.
fn contents(sections: &[Section], lang: Lang) -> Markup {
    html! {
        nav aria-label=(words::CONTENTS.to(lang)) {
            ul {
                @for section in sections {
                    li { a href={ "#" (section.id) } { (section.heading.to(lang)) } }
                }
            }
        }
    }
}

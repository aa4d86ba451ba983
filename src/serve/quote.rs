//! What is written in a file, quoted with its place.

use maud::{Markup, html};

use super::words;
use crate::{
    report::standing::place,
    source::{Location, Sources},
    text::{Lang, on_one_line, shown_up_to},
};

/// The most lines that are quoted of a table.
const MOST: usize = 20;
/// The longest part of a line that is.
const LONGEST: usize = 160;

/// The lines of a place.
pub fn lines(sources: &Sources, location: Location, lang: Lang) -> Markup {
    let file = sources.get(location.source);
    let (first, last) = (file.line_of(location.start as usize), file.line_of(location.end as usize));
    quoted(sources, location, first..=last.min(first + 2), lang)
}

/// The table whose header is at a place, up to the next one.
pub fn table(sources: &Sources, header: Location, lang: Lang) -> Markup {
    let file = sources.get(header.source);
    let first = file.line_of(header.start as usize);
    let text = |line: usize| file.text().get(file.line_range(line)).unwrap_or_default().trim();
    let own = (first + 1..file.line_count())
        .take_while(|line| !text(*line).is_empty() && !text(*line).starts_with("[["));
    let last = own.take_while(|line| !is_header(text(*line))).take(MOST - 1).last().unwrap_or(first);
    quoted(sources, header, first..=last, lang)
}

/// Whether a line begins a table.
fn is_header(line: &str) -> bool {
    line.starts_with('[') && line.split('#').next().is_some_and(|it| it.trim_end().ends_with(']'))
}

fn quoted(
    sources: &Sources,
    location: Location,
    lines: impl IntoIterator<Item = usize>,
    lang: Lang,
) -> Markup {
    let (file, place) = (sources.get(location.source), place(location, sources));
    let line = |line: usize| {
        let text = file.text().get(file.line_range(line)).unwrap_or_default().trim_end();
        (line + 1, shown_up_to(text, LONGEST).into_owned())
    };
    html! {
        div.quote {
            p {
                code { (place) } " "
                button.copy type="button" data-copy=(place) data-done=(words::COPIED.to(lang)) aria-label={ (words::COPY.to(lang)) " " (place) } { (words::COPY.to(lang)) }
            }
            // A region that scrolls must be reached by keyboard too.
            pre tabindex="0" role="group" aria-label=(on_one_line(&place)) {
                @for (number, text) in lines.into_iter().map(line) {
                    span.number { (format!("{number:>4} ")) } (text) "\n"
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_quoted_up_to_the_next_one() {
        let mut sources = Sources::default();
        let text = "[party.a]\nname = 'A'\n[application.b]\nname = '<b>'\ndata = [\n  'x',\n]\n[[link]]\nfrom = 'b'\n";
        let source = sources.add("map/a.toml", text);
        let start = u32::try_from(text.find("[application").unwrap()).unwrap();
        let quote = table(&sources, Location { source, start, end: start + 5 }, Lang::Nl).into_string();
        assert!(quote.contains("<code>map/a.toml:3</code>"), "{quote}");
        assert!(quote.contains("name = '&lt;b&gt;'") && quote.contains("'x',\n"), "{quote}");
        assert!(!quote.contains("[[link]]") && !quote.contains("party"), "{quote}");
    }
}

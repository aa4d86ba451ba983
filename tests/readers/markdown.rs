//! Markdown, read by a parser of GitHub's, and for what GitHub makes links of afterwards.

use koppelkaart::text::is_unsafe;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

use super::must;

/// Text is only text: no links, pictures, code blocks, quotes, footnotes, formulas or HTML of others.
pub fn markdown(text: &str) -> Result<(), String> {
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(text, options) {
        is_ours(&event).map_err(|wrong| format!("{wrong}\n{text}"))?;
    }
    let turns = text.chars().find(|it| is_unsafe(*it) && *it != '\n');
    must(turns.is_none(), || format!("{turns:?} in\n{text}"))
}

fn is_ours(event: &Event<'_>) -> Result<(), String> {
    match event {
        Event::Start(tag) => must(
            matches!(
                tag,
                Tag::Paragraph
                    | Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H3, .. }
                    | Tag::HtmlBlock
                    | Tag::List(_)
                    | Tag::Item
                    | Tag::Strong
                    | Tag::Emphasis
                    | Tag::Table(_)
                    | Tag::TableHead
                    | Tag::TableRow
                    | Tag::TableCell
            ),
            || format!("{tag:?}"),
        ),
        Event::Html(html) => {
            let html = html.trim();
            let folded = html.starts_with("<details><summary>") && html.matches('<').count() == 3;
            must(folded || html == "</details>", || html.to_owned())
        }
        Event::InlineHtml(html) => must(["<span>", "</span>"].contains(&&**html), || html.to_string()),
        Event::Text(text) => is_inert(text),
        Event::TaskListMarker(done) => must(!done, || "something is ticked off".to_owned()),
        Event::End(_) | Event::Code(_) | Event::SoftBreak | Event::HardBreak => Ok(()),
        other => Err(format!("{other:?}")),
    }
}

/// GitHub makes links of some words in the finished text.
fn is_inert(text: &str) -> Result<(), String> {
    let word = |rest: &str| rest.starts_with(|next: char| next.is_ascii_alphanumeric());
    for sign in ['@', '#'] {
        must(!text.split(sign).skip(1).any(word), || format!("a mention or issue: {text}"))?;
    }
    must(!text.contains("://") && !text.contains("www."), || format!("an address: {text}"))
}

//! What changed since an earlier report.

use super::{
    document::Block,
    marks,
    table::{Cell, table},
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
    text::{Lang, Text, capitalised},
};

/// Where a link or norm wasn't there, or is there no more.
const ABSENT: Text = Text { en: "not there", nl: "was er niet" };
const GONE: Text = Text { en: "no longer there", nl: "vervallen" };

/// What changed; nothing where that wasn't asked.
pub fn trend(attachment: &Attachment) -> Vec<Block> {
    let lang = attachment.lang;
    let Some(trend) = &attachment.trend else { return Vec::new() };
    let mut blocks = vec![
        Block::part(words::TREND.to(lang)),
        Block::text(summary(trend, lang)),
        Block::text(trend.secured.clone()),
        Block::Text { text: trend.since.clone(), soft: true },
    ];
    blocks.extend(below(words::LINKS_CHANGED, links(trend, lang), lang));
    blocks.extend(below(words::NORMS_CHANGED, norms(trend, lang), lang));
    blocks
}

/// A table under a heading of its own.
fn below(heading: Text, table: Option<Block>, lang: Lang) -> impl Iterator<Item = Block> {
    table
        .into_iter()
        .flat_map(move |table| [Block::Heading { level: 2, text: heading.to(lang).to_owned() }, table])
}

fn links(trend: &Trend, lang: Lang) -> Option<Block> {
    let heads = [
        (columns::CHANGE, 18),
        (columns::NUMBER, 10),
        (columns::LINK, 34),
        (columns::BEFORE, 19),
        (columns::NOW, 19),
    ];
    let state = |state: Option<Security>, absent: Text| match state {
        Some(state) => Cell::lines(vec![marks::state(state, lang)]),
        None => Cell::text(absent.to(lang)),
    };
    let row = |link: &LinkChange| {
        vec![
            Cell::text(capitalised(link.change.word().to(lang))),
            Cell::text(link.number.clone().unwrap_or_default()),
            Cell::text(format!("{} → {}", link.from, link.to)),
            state(link.before, ABSENT),
            state(link.now, GONE),
        ]
    };
    let rows: Vec<_> = trend.links.iter().map(row).collect();
    (!rows.is_empty()).then(|| table(&heads, 2, rows, lang))
}

fn norms(trend: &Trend, lang: Lang) -> Option<Block> {
    let heads = [(columns::STATEMENT, 56), (columns::BEFORE, 22), (columns::NOW, 22)];
    let status = |status: Option<Status>, absent: Text| match status {
        Some(status) => Cell::lines(vec![marks::status(status, lang)]),
        None => Cell::text(absent.to(lang)),
    };
    let row = |norm: &NormChange| {
        vec![Cell::text(norm.text.as_str()), status(norm.before, ABSENT), status(norm.now, GONE)]
    };
    let rows: Vec<_> = trend.norms.iter().map(row).collect();
    (!rows.is_empty()).then(|| table(&heads, 0, rows, lang))
}

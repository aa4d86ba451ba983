//! What the document can't say, and by what it was judged.

use super::{
    document::Block,
    table::{Cell, table},
};
use crate::attachment::{Attachment, by_reason, words, words::columns};

/// What was not assessed, by reason: many things may lack the same.
pub fn not_assessed(attachment: &Attachment) -> Vec<Block> {
    let lang = attachment.lang;
    let heading = Block::part(words::NOT_ASSESSED.to(lang));
    if attachment.not_assessed.is_empty() {
        return vec![heading, Block::text(words::ALL_ASSESSED.to(lang).to_owned())];
    }
    let rows = by_reason(&attachment.not_assessed).into_iter();
    let rows = rows.map(|(why, what)| vec![Cell::text(why), Cell::list(what)]).collect();
    vec![
        heading,
        Block::Text { text: words::NOT_ASSESSED_NOTE.to(lang).to_owned() + ".", soft: true },
        table(&[(columns::REASON, 40), (columns::SUBJECT, 60)], 0, rows, lang),
    ]
}

/// The laws and guidelines; nothing where there were none.
pub fn judged_by(attachment: &Attachment) -> Vec<Block> {
    if attachment.judged_by.is_empty() {
        return Vec::new();
    }
    let items = attachment.judged_by.clone();
    vec![Block::part(words::JUDGED_BY.to(attachment.lang)), Block::List { items }]
}

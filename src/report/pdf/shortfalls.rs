//! The tables of what falls short and of what asks for attention.

use super::{
    document::Block,
    marks,
    table::{Cell, table},
};
use crate::{
    analysis::Security,
    attachment::{Attachment, Exception, words, words::columns},
    text::{Lang, number},
};

/// The links that fall short, with who mends it and by when; nothing where no link could. In the version for everyone,
/// that they are withheld: that none are named there doesn't mean that there are none.
pub fn exceptions(attachment: &Attachment) -> Vec<Block> {
    let lang = attachment.lang;
    let heading = Block::part(words::EXCEPTIONS.to(lang));
    if let Some(withheld) = &attachment.withheld {
        return vec![heading, Block::text(withheld.clone())];
    }
    if attachment.exceptions.is_empty() {
        let asked = attachment.shares.iter().any(|share| share.state != Security::NoPersonalData);
        let none = [heading, Block::text(words::NO_EXCEPTIONS.to(lang).to_owned())];
        return none.into_iter().filter(|_| asked).collect();
    }
    let heads = [
        (columns::NUMBER, 7),
        (columns::LINK, 19),
        (columns::STATE, 14),
        (columns::WHY, 20),
        (columns::DATA, 14),
        (columns::ACTION, 26),
    ];
    let rows = attachment.exceptions.iter().map(|exception| cells(exception, lang)).collect();
    vec![heading, table(&heads, 1, rows, lang)]
}

/// That nobody is responsible stands among the reasons.
fn cells(exception: &Exception, lang: Lang) -> Vec<Cell> {
    vec![
        Cell::text(exception.number.as_str()),
        Cell::text(format!("{} → {}", exception.from, exception.to)),
        Cell::lines(vec![marks::state(exception.state, lang)]),
        Cell::text(exception.why.as_str()),
        Cell::recorded(Some(&exception.data), lang),
        marks::promise([&exception.action, &exception.owner, &exception.due], true, lang),
    ]
}

/// What asks for attention at links that are secured; nothing where nothing does.
pub fn points(attachment: &Attachment) -> Vec<Block> {
    let lang = attachment.lang;
    if attachment.points.is_empty() {
        return Vec::new();
    }
    let heads = [(columns::POINT, 38), (columns::COUNT, 10), (columns::WHERE, 52)];
    let rows = attachment.points.iter().map(|point| {
        vec![
            Cell::text(point.what.as_str()),
            Cell::text(number(point.links.len(), lang)),
            Cell::text(point.links.join(", ")),
        ]
    });
    vec![
        Block::part(words::POINTS.to(lang)),
        Block::Text { text: words::POINTS_NOTE.to(lang).to_owned() + ".", soft: true },
        table(&heads, 0, rows.collect(), lang),
    ]
}

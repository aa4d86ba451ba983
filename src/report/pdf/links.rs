//! What the pictures show in words: the table of every link, or of domains in the version for everyone.

use super::{
    document::{Block, Sheet},
    marks,
    table::{Cell, table},
};
use crate::{
    attachment::{Attachment, LinkRow, words, words::columns},
    sentence::{LINKS, counted},
    text::{Lang, number},
};

/// Every link, on lying sheets; nothing where there are none.
pub fn links(attachment: &Attachment) -> Option<Sheet> {
    let lang = attachment.lang;
    if attachment.links.is_empty() {
        return None;
    }
    let has_arrows = attachment.links.iter().any(|link| link.arrow.is_some());
    let heads = [
        (columns::NUMBER, 7),
        (columns::ARROW, 5),
        (columns::FROM, 13),
        (columns::TO, 13),
        (columns::DATA, 15),
        (columns::PROTOCOL, 9),
        (columns::STATE, 12),
        (columns::WHY, 14),
        (columns::CONTROLLER, 14),
    ];
    let kept = |at: &usize| has_arrows || *at != 1;
    let heads: Vec<_> =
        heads.into_iter().enumerate().filter(|(at, _)| kept(at)).map(|(_, head)| head).collect();
    let rows = attachment.links.iter().map(|link| {
        cells(link, lang).into_iter().enumerate().filter(|(at, _)| kept(at)).map(|(_, cell)| cell).collect()
    });
    let count = counted(attachment.links.len(), LINKS, lang);
    let note = format!("{count}: {}.", words::LINKS_NOTE.to(lang));
    let blocks = vec![
        Block::part(words::LINKS.to(lang)),
        Block::Text { text: note, soft: true },
        table(&heads, 0, rows.collect(), lang),
    ];
    Some(Sheet { paper: "a4", lying: true, blocks })
}

fn cells(link: &LinkRow, lang: Lang) -> [Cell; 9] {
    let controller = match link.controller.as_deref() {
        Some("") => Cell::text(words::NOT_APPLICABLE.to(lang)),
        controller => Cell::recorded(controller, lang),
    };
    [
        Cell::text(link.number.as_str()),
        Cell::text(link.arrow.clone().unwrap_or_default()),
        Cell::text(link.from.as_str()),
        Cell::text(link.to.as_str()),
        Cell::recorded(Some(&link.data), lang),
        Cell::recorded(link.protocol.as_deref(), lang),
        Cell::lines(vec![marks::state(link.state, lang)]),
        Cell::text(link.why.as_str()),
        controller,
    ]
}

/// In the version for everyone, what runs between domains and kinds of parties; nothing elsewhere.
pub fn pairs(attachment: &Attachment) -> Vec<Block> {
    let lang = attachment.lang;
    if attachment.pairs.is_empty() {
        return Vec::new();
    }
    let heads = [
        (columns::ARROW, 8),
        (columns::FROM, 24),
        (columns::TO, 24),
        (columns::COUNT, 9),
        (columns::DATA, 35),
    ];
    let rows = attachment.pairs.iter().map(|pair| {
        vec![
            Cell::text(pair.number.as_str()),
            Cell::text(pair.from.as_str()),
            Cell::text(pair.to.as_str()),
            Cell::text(number(pair.links, lang)),
            Cell::recorded(Some(&pair.data), lang),
        ]
    });
    vec![
        Block::part(words::PAIRS.to(lang)),
        Block::Text { text: words::PAIRS_NOTE.to(lang).to_owned() + ".", soft: true },
        table(&heads, 0, rows.collect(), lang),
    ]
}

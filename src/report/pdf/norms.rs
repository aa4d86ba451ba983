//! The traffic-light overview: the colour of each norm, what it rests on and what is done about it.

use super::{
    document::Block,
    marks,
    table::{Cell, Line, table},
};
use crate::{
    attachment::{Attachment, NormRow, words, words::columns},
    model::Status,
    report::norm_lights::by_colour,
    text::Lang,
};

/// How much of the width the colour gets, in parts of a hundred: each is one line in both languages.
const STATUS_WIDTH: u8 = 18;

/// The overview; nothing where the landscape has no norms.
pub fn norms(attachment: &Attachment) -> Vec<Block> {
    let lang = attachment.lang;
    if attachment.norms.is_empty() {
        return Vec::new();
    }
    let heads = [
        (columns::STATEMENT, 22),
        (columns::STATUS, STATUS_WIDTH),
        (columns::RESTS_ON, 38),
        (columns::ACTION, 22),
    ];
    let rows = attachment.norms.iter().map(|norm| {
        vec![
            Cell::text(norm.text.as_str()),
            Cell::lines(vec![marks::status(norm.status, lang)]),
            rests_on(norm, lang),
            marks::promise([&norm.action, &norm.owner, &norm.due], norm.status != Status::Green, lang),
        ]
    });
    vec![
        Block::part(words::NORMS.to(lang)),
        Block::Text { text: by_colour(attachment), soft: true },
        table(&heads, 0, rows.collect(), lang),
    ]
}

/// What the judgement rests on, and what people looked at.
fn rests_on(norm: &NormRow, lang: Lang) -> Cell {
    let sentences = norm.rests_on.iter().map(|sentence| Line::text(sentence.as_str()));
    let evidence = norm.evidence.join("; ");
    let evidence =
        (!evidence.is_empty()).then(|| Line::recorded(Some(words::EVIDENCE.to(lang)), Some(&evidence), lang));
    Cell::lines(sentences.chain(evidence).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        report::norm_lights::light,
        view::{metrics::width, theme::Type},
    };

    #[test]
    fn the_word_for_a_colour_stays_on_one_line() {
        // As attachment.typ has it: an A4 without its margins, 8.5 points, a symbol, white between columns.
        let (paper, size, white) = (595.28 - 2.0 * 45.36, 8.5, 8.0);
        let room = paper * f64::from(STATUS_WIDTH) / 100.0 - white - (1.15 + 0.4) * size;
        for status in [Status::Green, Status::Amber, Status::Red, Status::NotAssessed] {
            for lang in [Lang::En, Lang::Nl] {
                let word = light(status).word.to(lang);
                assert!(width(word, Type::bold(size)) < room, "{word}");
            }
        }
    }
}

//! What a council member must know in ten seconds: whether only secured lines run between applications, how many
//! there are of each kind, and where not.

use super::{
    document::{Block, Share},
    marks,
};
use crate::{
    attachment::{
        self, Attachment, Exception,
        shortfall::{Kind, groups, named},
        words,
    },
    sentence::{LINKS, counted},
    text::{Lang, capitalised, number},
    view::theme,
};

/// The narrowest share of the bar, in percents of it: one link among thousands must still be seen.
const NARROWEST: f64 = 1.2;

/// Title, verdict, counts, and the links that fall short by name.
pub fn blocks(attachment: &Attachment) -> Vec<Block> {
    let lang = attachment.lang;
    let mut blocks = vec![Block::Title, Block::part(words::VERDICT.to(lang)), verdict(attachment)];
    blocks.extend(shares(&attachment.shares, lang));
    blocks.extend(which(&attachment.exceptions, lang));
    blocks.push(Block::Contents { heading: words::CONTENTS.to(lang) });
    blocks
}

fn verdict(attachment: &Attachment) -> Block {
    let state = theme::state_of_mood(attachment.mood);
    Block::Verdict {
        symbol: marks::symbol(state),
        colour: theme::look(state).colour,
        text: attachment.verdict.clone(),
        responsible: attachment.responsible.clone(),
    }
}

fn shares(shares: &[attachment::Share], lang: Lang) -> Option<Block> {
    let all: usize = shares.iter().map(|share| share.count).sum();
    let told = shares.iter().map(|share| {
        let look = theme::look(share.state);
        Share {
            width: width(share.count, all),
            state: marks::name(share.state),
            colour: look.colour,
            count: number(share.count, lang),
            meaning: look.meaning.to(lang),
        }
    });
    (all > 0).then(|| Block::Shares { all: counted(all, LINKS, lang), shares: told.collect() })
}

fn width(count: usize, all: usize) -> f64 {
    // Counts of links are far below what a double holds exactly.
    #[allow(clippy::cast_precision_loss)]
    let share = count as f64 * 100.0 / all as f64;
    share.max(NARROWEST)
}

/// The links that fall short, by what is wrong with them, the worst first.
fn which(exceptions: &[Exception], lang: Lang) -> Vec<Block> {
    let groups = groups(exceptions);
    if groups.is_empty() {
        return Vec::new();
    }
    let heading = Block::Heading { level: 2, text: words::WHICH.to(lang).to_owned() };
    let group = groups.into_iter().map(|(kind, links)| block(kind, &links, lang));
    std::iter::once(heading).chain(group).collect()
}

/// The links of a kind by name, with what is wrong with them.
fn block(kind: Kind, links: &[(usize, &Exception)], lang: Lang) -> Block {
    let (symbol, colour, meaning) = match kind {
        Kind::State(state) => {
            let look = theme::look(state);
            (marks::symbol(state), look.colour, look.meaning)
        }
        Kind::NoController => (marks::NO_CONTROLLER.to_owned(), theme::ALARM, theme::NO_CONTROLLER_MEANING),
    };
    let count = number(links.len(), lang);
    let (first, more) = named(links.len(), lang);
    let first = links.iter().take(first).map(|(_, link)| format!("{} → {}", link.from, link.to));
    Block::Which {
        symbol,
        colour,
        text: format!("{} ({count})", capitalised(meaning.to(lang))),
        links: first.chain(more).collect(),
    }
}

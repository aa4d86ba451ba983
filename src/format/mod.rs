//! One style for landscape files: comments kept, meaning never changed. `docs/formats.md` has the style.
//!
//! Every table is written anew from its tokens and compared with what it was; one that isn't TOML stays exactly as it
//! is, and so would one that came out otherwise.

mod print;
mod same;
mod scan;

use std::fmt;

use toml::de::DeTable;

use self::scan::Item;
use crate::load::cut::{cut, cut_hard};

/// Why a text has no format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unformatted {
    /// Nothing in it is TOML.
    NotToml,
}

impl fmt::Display for Unformatted {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotToml => out.write_str("nothing in it is TOML"),
        }
    }
}

impl std::error::Error for Unformatted {}

/// The text of a file in the one style. A byte order mark is left out.
///
/// # Errors
/// When nothing in it is TOML, so that nothing can be done.
pub fn format(text: &str) -> Result<String, Unformatted> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut items = Vec::new();
    for chunk in cut(text) {
        let piece = &text[chunk.range];
        match read(piece) {
            Some(read) => items.extend(read),
            // Where something is never closed, the tables after it come back.
            None => {
                for part in cut_hard(piece) {
                    let part = &piece[part.range];
                    items.extend(read(part).unwrap_or_else(|| vec![Item::Raw(part)]));
                }
            }
        }
    }
    let says = |item: &Item<'_>| !matches!(item, Item::Raw(_) | Item::Blank);
    if items.iter().any(|item| matches!(item, Item::Raw(_))) && !items.iter().any(says) {
        return Err(Unformatted::NotToml);
    }
    Ok(print::print(&items))
}

/// What stands in a piece of text, if it is TOML and comes out of printing as it went in.
fn read(piece: &str) -> Option<Vec<Item<'_>>> {
    let before = DeTable::parse(piece).ok()?;
    let items = scan::scan(piece)?;
    let printed = print::print(&items);
    let after = DeTable::parse(&printed).ok()?;
    let comments = |items: &[Item<'_>]| scan::comments(items).map(str::to_owned).collect::<Vec<_>>();
    let again = scan::scan(&printed)?;
    let kept = comments(&items) == comments(&again);
    (kept && same::tables(before.get_ref(), after.get_ref())).then_some(items)
}

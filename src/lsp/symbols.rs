//! The tables of a file or of the whole workspace, as a list to jump from.

use std::ops::Range;

use super::{
    outline::{Pair, Shape, Statement, Value},
    project::Judged,
    things,
};
use crate::{
    model::Kind,
    source::{Location, SourceId},
};

/// A table in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// Its id, or what stands for it.
    pub name: String,
    /// What people call it.
    pub detail: String,
    /// What it is; none where the language has no such table.
    pub kind: Option<Kind>,
    /// The whole of it.
    pub whole: Location,
    /// Its header.
    pub header: Location,
}

/// The tables of a file, also those that can't be read.
#[must_use]
pub fn of_file(judged: &Judged, source: SourceId) -> Vec<Symbol> {
    let text = judged.sources.get(source).text();
    let mut symbols: Vec<Symbol> = Vec::new();
    let mut pairs: Vec<&Pair> = Vec::new();
    for statement in &judged.outline(source).statements {
        match statement {
            Statement::Pair(pair) => pairs.push(pair),
            Statement::Header { keys, range, .. } => {
                finish(&mut symbols, &pairs, text, range.start);
                pairs.clear();
                let kind = keys.first().and_then(|key| Kind::from_key(&key.text));
                let name = keys.iter().map(|key| &*key.text).collect::<Vec<_>>().join(".");
                let header = location(source, range);
                symbols.push(Symbol { name, detail: String::new(), kind, whole: header, header });
            }
        }
    }
    finish(&mut symbols, &pairs, text, text.len());
    symbols
}

/// Gives the last table its end and its words.
fn finish(symbols: &mut [Symbol], pairs: &[&Pair], text: &str, until: usize) {
    let Some(last) = symbols.last_mut() else { return };
    let start = last.header.start as usize;
    let end = start + text[start..until].trim_end().len();
    last.whole = location(last.header.source, &(start..end.max(last.header.end as usize)));
    let said = |name: &str| {
        let pair = pairs.iter().find(|pair| matches!(&pair.keys[..], [key] if key.text == name))?;
        match &pair.value {
            Some(Value { shape: Shape::Text(text, _), .. }) => Some(text.clone()),
            _ => None,
        }
    };
    match last.kind {
        Some(Kind::Link) => {
            let ends = [said("from"), said("to")].map(|end| end.unwrap_or_else(|| "?".to_owned()));
            let ends = ends.join("->");
            last.name = said("id").unwrap_or_else(|| ends.clone());
            last.detail = if last.name == ends { String::new() } else { ends };
        }
        Some(Kind::Acceptance) => {
            last.name = said("subject").unwrap_or_else(|| last.name.clone());
            last.detail = said("rule").unwrap_or_default();
        }
        _ => {
            last.detail = said("name").or_else(|| said("title")).or_else(|| said("text")).unwrap_or_default();
        }
    }
    // A list can't show what has no name.
    if last.name.is_empty() {
        "?".clone_into(&mut last.name);
    }
}

/// Everything declared whose id or name has the letters of `query` in their order.
#[must_use]
pub fn matching(judged: &Judged, query: &str) -> Vec<Symbol> {
    let query = query.to_lowercase();
    let has = |text: &str| {
        let text = text.to_lowercase();
        let mut letters = text.chars();
        query.chars().all(|wanted| letters.any(|letter| letter == wanted))
    };
    let landscape = &judged.analysis.landscape;
    let all = Kind::ALL.into_iter().flat_map(|kind| things::of(landscape, kind, None));
    all.filter(|thing| has(thing.id) || has(&thing.name))
        .map(|thing| Symbol {
            name: thing.id.to_owned(),
            detail: thing.name,
            kind: Some(thing.kind),
            whole: thing.header,
            header: thing.header,
        })
        .collect()
}

/// A stretch of a file.
#[must_use]
pub fn location(source: SourceId, range: &Range<usize>) -> Location {
    // Files are shorter than 4 GiB: `Sources::add` saw to that.
    let narrow = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
    Location { source, start: narrow(range.start), end: narrow(range.end) }
}

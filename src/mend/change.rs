//! From what a rule wants changed to edits of the text.

use super::{Edit, lines, words};
use crate::{
    analysis::Analysis,
    finding::{Change, Finding},
    load::{is_id, pieces::Pieces},
    model::{Arena, Kind, Landscape},
    source::{Location, SourceId, Sources},
};

/// The edits that make a change, where the text is written so that it can be made.
pub fn edits(
    analysis: &Analysis,
    pieces: &Pieces<'_>,
    finding: &Finding,
    change: &Change,
) -> Option<Vec<Edit>> {
    let sources = pieces.sources();
    let edit = match change {
        Change::Write(location, text) => Edit { location: *location, text: text.clone() },
        Change::TakeOutKey(_, value) => {
            let lines = lines::key(sources.get(value.source).text(), value.range())?;
            Edit { location: place(value.source, lines.start, lines.end)?, text: String::new() }
        }
        Change::TakeOutTable(header) => {
            let lines = lines::table_with_comments(pieces, *header)?;
            Edit { location: place(header.source, lines.start, lines.end)?, text: String::new() }
        }
        Change::AddKey(key, header, id) => add_key(pieces, key, *header, id)?,
        Change::Declare(kind, id) => {
            let near = finding.primary.location.source;
            declare(&analysis.landscape, pieces, *kind, id, near)?
        }
    };
    Some(vec![edit])
}

/// A stretch of a file.
fn place(source: SourceId, start: usize, end: usize) -> Option<Location> {
    Some(Location { source, start: start.try_into().ok()?, end: end.try_into().ok()? })
}

/// What to fill in. It is no answer: what stands here goes on being found, but for a name, which is the id until
/// people have a better one.
fn blank(key: &str, id: &str) -> String {
    match key {
        "name" if is_id(id) => format!("\"{id}\""),
        "name" | "text" | "reason" | "by" => "\"\"".to_owned(),
        "parties" => "[\"?\", \"?\"]".to_owned(),
        "never_reaches" => "{ party = \"?\" }".to_owned(),
        _ => "\"?\"".to_owned(),
    }
}

/// Adds a key: those that open a table right below its header, others after its last key.
fn add_key(pieces: &Pieces<'_>, key: &str, header: Location, id: &str) -> Option<Edit> {
    let text = pieces.sources().get(header.source).text();
    let line = lines::header(text, header.start as usize)?;
    let at = match key {
        "name" | "text" | "from" | "rule" | "kind" => line.end,
        _ => lines::table(pieces, header)?.end,
    };
    let (indent, value) = (lines::indent(text, &line), blank(key, id));
    // A last line may have no end.
    let open = if text[..at].ends_with('\n') { "" } else { "\n" };
    let added = lines::as_in(text, &format!("{open}{indent}{key} = {value}\n"));
    Some(Edit { location: place(header.source, at, at)?, text: added })
}

/// Declares a thing, with a blank for each key that it must have: after the last one of its kind.
fn declare(landscape: &Landscape, pieces: &Pieces<'_>, kind: Kind, id: &str, near: SourceId) -> Option<Edit> {
    let sources = pieces.sources();
    let needs: &[&str] = match kind {
        Kind::Landscape | Kind::Party | Kind::Network | Kind::Application | Kind::Processing => &["name"],
        Kind::Data => &["name", "class"],
        Kind::Agreement => &["kind", "parties"],
        _ => return None,
    };
    let keys: String = needs.iter().map(|key| format!("\n{key} = {}", blank(key, id))).collect();
    let table = words::header(kind, id) + &keys;
    let after = last_of(landscape, kind).and_then(|header| lines::behind(pieces, header));
    match after {
        _ if kind == Kind::Landscape => added(sources, near, 0, &table),
        Some((source, at)) => added(sources, source, at, &table),
        None => added(sources, near, sources.get(near).text().len(), &table),
    }
}

/// The header of the last thing of a kind that can be referred to.
fn last_of(landscape: &Landscape, kind: Kind) -> Option<Location> {
    fn last<T>(arena: &Arena<T>) -> Option<Location> {
        arena.items().last().map(|item| item.header)
    }
    match kind {
        Kind::Party => last(&landscape.parties),
        Kind::Data => last(&landscape.data),
        Kind::Network => last(&landscape.networks),
        Kind::Application => last(&landscape.applications),
        Kind::Processing => last(&landscape.processing),
        Kind::Agreement => last(&landscape.agreements),
        _ => None,
    }
}

/// A new table at a place between lines, with a blank line around it where others stand there.
pub fn added(sources: &Sources, source: SourceId, at: usize, table: &str) -> Option<Edit> {
    let text = sources.get(source).text();
    let (before, after) = (&text[..at], &text[at..]);
    let open = match before {
        _ if before.trim().is_empty() => "",
        _ if before.ends_with("\n\n") || before.ends_with("\n\r\n") => "",
        _ if before.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    let close = if after.is_empty() || after.starts_with(['\n', '\r']) { "\n" } else { "\n\n" };
    let text = lines::as_in(text, &format!("{open}{table}{close}"));
    Some(Edit { location: place(source, at, at)?, text })
}

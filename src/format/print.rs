//! What stands in a file, written in the one style.

use super::scan::{Item, Part, Value, has_comment};

/// How wide an array may be on one line, with its key.
const WIDTH: usize = 100;

/// What the elements of an array stand in from the margin.
const INDENT: usize = 2;

/// Writes a whole file.
pub fn print(items: &[Item<'_>]) -> String {
    let mut out = String::new();
    let mut gap = false;
    let mut before = &Item::Blank;
    for (index, item) in items.iter().enumerate() {
        if *item == Item::Blank {
            gap = true;
            continue;
        }
        if needs_gap(before, item, &items[index..], gap) {
            blank_line(&mut out);
        }
        line(item, &mut out);
        (gap, before) = (false, item);
    }
    out
}

/// Whether a blank line comes before an item: always before a table with the comments that lead up to it, never
/// between a header and its first key, and elsewhere where the author left one.
fn needs_gap(before: &Item<'_>, item: &Item<'_>, onward: &[Item<'_>], gap: bool) -> bool {
    match (before, item) {
        (Item::Raw(_), _) | (Item::Header(..), Item::Pair(..)) => false,
        (Item::Header(..), Item::Comment(_)) => leads_up(onward),
        (Item::Comment(_), Item::Comment(_)) => gap,
        (Item::Comment(_), _) if opens(item) => gap,
        (_, Item::Comment(_)) => gap || leads_up(onward),
        _ => gap || opens(item),
    }
}

/// Whether a table starts here, also one that isn't TOML.
fn opens(item: &Item<'_>) -> bool {
    match item {
        Item::Header(..) => true,
        Item::Raw(text) => text.trim_start_matches([' ', '\t']).starts_with('['),
        _ => false,
    }
}

/// Whether comments run on to a header.
fn leads_up(onward: &[Item<'_>]) -> bool {
    let after = onward.iter().find(|item| !matches!(item, Item::Comment(_)));
    after.is_some_and(opens)
}

fn blank_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with("\n\n") && !out.ends_with("\n\r\n") {
        out.push('\n');
    }
}

fn line(item: &Item<'_>, out: &mut String) {
    let comment = match item {
        Item::Blank => return,
        Item::Raw(text) => return out.push_str(text),
        Item::Comment(comment) => {
            out.push_str(comment);
            &None
        }
        Item::Header(header, comment) => {
            out.push_str(header);
            comment
        }
        Item::Pair(key, value, comment) => {
            out.push_str(key);
            out.push_str(" = ");
            write(value, 0, key.chars().count() + 3, out);
            comment
        }
    };
    if let Some(comment) = comment {
        out.push_str("  ");
        out.push_str(comment);
    }
    out.push('\n');
}

/// Writes a value that stands `margin` from the left and starts at column `column`.
fn write(value: &Value<'_>, margin: usize, column: usize, out: &mut String) {
    let whole = (!has_comment(value)).then(|| on_one_line(value));
    match (whole, value) {
        (Some(whole), Value::Plain(_) | Value::Table(_)) => out.push_str(&whole),
        (Some(whole), Value::Array(_)) if column + whole.chars().count() <= WIDTH => out.push_str(&whole),
        (_, Value::Array(parts)) => {
            out.push_str("[\n");
            for part in parts {
                element(part, margin + INDENT, out);
            }
            out.extend(std::iter::repeat_n(' ', margin));
            out.push(']');
        }
        // A table in braces holds no comment: `scan` saw to that.
        (None, _) => {}
    }
}

/// Writes an element of an array on a line of its own.
fn element(part: &Part<'_>, margin: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', margin));
    match part {
        Part::Comment(comment) => out.push_str(comment),
        Part::Element(value, comment) => {
            write(value, margin, margin, out);
            out.push(',');
            if let Some(comment) = comment {
                out.push_str("  ");
                out.push_str(comment);
            }
        }
    }
    out.push('\n');
}

fn on_one_line(value: &Value<'_>) -> String {
    let listed = |parts: Vec<String>| parts.join(", ");
    match value {
        Value::Plain(text) => text.clone().into_owned(),
        Value::Array(parts) => {
            let elements = parts.iter().filter_map(|part| match part {
                Part::Element(value, _) => Some(on_one_line(value)),
                Part::Comment(_) => None,
            });
            format!("[{}]", listed(elements.collect()))
        }
        Value::Table(pairs) if pairs.is_empty() => "{}".to_owned(),
        Value::Table(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("{key} = {}", on_one_line(value)));
            format!("{{ {} }}", listed(pairs.collect()))
        }
    }
}

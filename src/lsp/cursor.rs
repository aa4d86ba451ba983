//! What is being typed where the cursor stands.

use std::ops::Range;

use super::{
    outline::{Key, Outline, Pair, Shape, Statement, Value},
    spots::{Path, path},
};

/// What is being typed.
#[derive(Debug)]
pub struct Cursor {
    /// What.
    pub place: Place,
    /// The stretch that stands for it now.
    pub replaces: Range<usize>,
    /// What is there already and need not come again: the keys of the table, or the texts of the list.
    pub present: Vec<String>,
    /// The texts of the other keys of the table.
    pub beside: Vec<(String, String)>,
    /// Nothing but blanks stands before it on its line.
    pub starts_line: bool,
}

/// What may be typed at a place.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// A key between the brackets of a header.
    Header {
        /// Where the keys before it lead.
        path: Path,
        /// How many closing brackets stand there already.
        closing: usize,
        /// It was opened with two.
        element: bool,
    },
    /// A key.
    Key {
        /// Where the keys before it lead.
        path: Path,
        /// An `=` follows already.
        equals: bool,
    },
    /// A value.
    Value {
        /// Where the keys before it lead.
        path: Path,
        /// It stands between quotes.
        quoted: bool,
    },
}

/// What is being typed at a byte; none in a comment, or after something that is complete.
#[must_use]
pub fn cursor(text: &str, outline: &Outline, byte: usize) -> Option<Cursor> {
    let line_start = text[..byte].rfind('\n').map_or(0, |end| end + 1);
    let section = Section::around(outline, byte);
    let mut cursor = Cursor {
        place: Place::Key { path: path(section.header), equals: false },
        replaces: byte..byte,
        present: section.keys(),
        beside: section.texts(),
        starts_line: text[line_start..byte].trim().is_empty(),
    };
    if let Some(Statement::Header { keys, range, element }) = section.header_at(byte) {
        let before = keys.iter().take_while(|key| key.range.end < byte).count();
        let closing =
            text[byte..].bytes().skip_while(|it| !matches!(it, b']' | b'\n')).take_while(|it| *it == b']');
        if byte <= range.start || text[range.start..byte].contains(']') {
            return None;
        }
        cursor.place =
            Place::Header { path: path(&keys[..before]), closing: closing.count(), element: *element };
        cursor.replaces = keys.get(before).map_or(byte..byte, |key| key.range.start.min(byte)..key.range.end);
        return Some(cursor);
    }
    let mut found = section.pairs.iter().map(|pair| in_pair(path(section.header), pair, byte, text));
    match found.find(|look| !matches!(look, Look::Elsewhere)) {
        Some(Look::At(place, replaces, list)) => {
            cursor.starts_line = text[line_start..replaces.start.max(line_start)].trim().is_empty();
            let own = text.get(replaces.clone()).unwrap_or_default();
            cursor.present = match place {
                Place::Key { .. } if list.is_none() => cursor.present,
                _ => list.unwrap_or_default(),
            };
            if let Some(at) = cursor.present.iter().position(|it| it == own) {
                cursor.present.remove(at);
            }
            return Some(Cursor { place, replaces, ..cursor });
        }
        Some(_) => return None,
        None => {}
    }
    let comment = text[line_start..byte].contains('#');
    (cursor.starts_line && !comment).then_some(cursor)
}

/// A header, and the pairs under it.
struct Section<'a> {
    header: &'a [Key],
    statement: Option<&'a Statement>,
    pairs: Vec<&'a Pair>,
}

impl<'a> Section<'a> {
    fn around(outline: &'a Outline, byte: usize) -> Self {
        let mut section = Self { header: &[], statement: None, pairs: Vec::new() };
        for statement in &outline.statements {
            match statement {
                Statement::Header { range, .. } if range.start > byte => break,
                Statement::Header { keys, .. } => {
                    section = Self { header: keys, statement: Some(statement), pairs: Vec::new() };
                }
                Statement::Pair(pair) => section.pairs.push(pair),
            }
        }
        section
    }

    fn header_at(&self, byte: usize) -> Option<&'a Statement> {
        let Some(Statement::Header { range, .. }) = self.statement else { return None };
        (byte <= range.end).then_some(self.statement?)
    }

    fn keys(&self) -> Vec<String> {
        self.pairs.iter().filter_map(|pair| Some(pair.keys.first()?.text.clone())).collect()
    }

    fn texts(&self) -> Vec<(String, String)> {
        let text = |pair: &&Pair| match (&pair.keys[..], &pair.value) {
            ([key], Some(Value { shape: Shape::Text(text, _), .. })) => {
                Some((key.text.clone(), text.clone()))
            }
            _ => None,
        };
        self.pairs.iter().filter_map(text).collect()
    }
}

/// What a look into a pair or value found.
enum Look {
    /// The cursor stands elsewhere.
    Elsewhere,
    /// It stands here, where nothing can be typed.
    Nothing,
    /// What is being typed, the stretch of it, and what its list or inline table has already.
    At(Place, Range<usize>, Option<Vec<String>>),
}

fn in_pair(from: Path, pair: &Pair, byte: usize, text: &str) -> Look {
    let start = pair.keys.first().map(|key| key.range.start).or(pair.equals);
    if start.is_none_or(|start| byte < start) {
        return Look::Elsewhere;
    }
    for (at, key) in pair.keys.iter().enumerate() {
        if byte <= key.range.end {
            let path = pair.keys[..at].iter().fold(from, |path, key| path.then(&key.text));
            let place = Place::Key { path, equals: pair.equals.is_some() };
            return Look::At(place, key.range.start.min(byte)..key.range.end, None);
        }
    }
    let Some(equals) = pair.equals else { return Look::Elsewhere };
    let path = pair.keys.iter().fold(from, |path, key| path.then(&key.text));
    match &pair.value {
        Some(value) if byte > equals => in_value(path, value, byte, text),
        None if byte > equals && !text[equals..byte].contains(['\n', '#']) => {
            Look::At(Place::Value { path, quoted: false }, byte..byte, None)
        }
        _ => Look::Elsewhere,
    }
}

fn in_value(path: Path, value: &Value, byte: usize, text: &str) -> Look {
    let Range { start, end } = value.range;
    if byte < start {
        return Look::Nothing;
    }
    let open = |bracket: char| !(text[..end].ends_with(bracket) && end > start + 1);
    let within = |bracket| byte > start && (byte < end || byte == end && open(bracket));
    match &value.shape {
        Shape::Text(_, closed) if byte > start && byte <= end - usize::from(*closed) => {
            let inner = start + 1..end - usize::from(*closed);
            Look::At(Place::Value { path, quoted: true }, inner, None)
        }
        Shape::Other if byte <= end => Look::At(Place::Value { path, quoted: false }, start..end, None),
        Shape::Array(items) if within(']') => in_array(path, items, byte, text),
        Shape::Table(pairs) if within('}') => in_table(path, pairs, byte, text),
        _ if byte <= end => Look::Nothing,
        // On the same line, after something complete.
        _ if !text[end..byte].contains('\n') => Look::Nothing,
        _ => Look::Elsewhere,
    }
}

fn in_array(path: Path, items: &[Value], byte: usize, text: &str) -> Look {
    let texts = || {
        let text = |item: &Value| match &item.shape {
            Shape::Text(text, _) => Some(text.clone()),
            _ => None,
        };
        items.iter().filter_map(text).collect()
    };
    let on = |item: &&Value| item.range.start <= byte && byte <= item.range.end;
    match items.iter().find(on).map(|item| in_value(path, item, byte, text)) {
        Some(Look::At(place, range, list)) => Look::At(place, range, list.or_else(|| Some(texts()))),
        Some(look) => look,
        None => Look::At(Place::Value { path, quoted: false }, byte..byte, Some(texts())),
    }
}

fn in_table(path: Path, pairs: &[Pair], byte: usize, text: &str) -> Look {
    let keys = || pairs.iter().filter_map(|pair| Some(pair.keys.first()?.text.clone())).collect();
    let mut looks = pairs.iter().rev().map(|pair| in_pair(path, pair, byte, text));
    match looks.find(|look| matches!(look, Look::At(..))) {
        Some(Look::At(place @ Place::Key { .. }, range, None)) => Look::At(place, range, Some(keys())),
        Some(look) => look,
        None if text[..byte].trim_end().ends_with([',', '{']) => {
            Look::At(Place::Key { path, equals: false }, byte..byte, Some(keys()))
        }
        None => Look::Nothing,
    }
}

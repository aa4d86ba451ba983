//! Reads text that may be half typed, and forgives everything: what isn't closed ends with its line or at the next header.

use super::{Key, Pair, Shape, Statement, Value};

/// Values within values beyond this depth are passed over.
const DEEPEST: usize = 32;

/// The statements of a text, in order.
pub fn statements(text: &str) -> Vec<Statement> {
    let mut reader = Reader { text, at: 0 };
    let mut statements = Vec::new();
    while reader.at < text.len() {
        reader.blanks(true);
        match reader.next() {
            None => break,
            Some(b'[') => statements.push(reader.header()),
            Some(_) => {
                let start = reader.at;
                statements.push(Statement::Pair(reader.pair(0)));
                if reader.at == start {
                    reader.at += 1;
                    reader.leave_character();
                }
                // What was never closed ends where the next statement starts.
                if !reader.starts_line() {
                    reader.rest_of_line();
                }
            }
        }
    }
    statements
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Never stops inside a character.
    fn leave_character(&mut self) {
        self.at = self.text.ceil_char_boundary(self.at);
    }

    /// Passes over blanks; with `lines` also over line breaks and comments.
    fn blanks(&mut self, lines: bool) {
        while let Some(byte) = self.next() {
            match byte {
                b' ' | b'\t' => self.at += 1,
                b'\n' | b'\r' if lines => self.at += 1,
                b'#' if lines => self.at = self.line_end(),
                _ => break,
            }
        }
    }

    /// Where the line ends, before its line break.
    fn line_end(&self) -> usize {
        let line = self.text[self.at..].find('\n').map_or(self.text.len(), |length| self.at + length);
        if self.text[..line].ends_with('\r') && line > self.at { line - 1 } else { line }
    }

    fn rest_of_line(&mut self) {
        self.at = self.line_end();
    }

    fn header(&mut self) -> Statement {
        let start = self.at;
        let element = self.text[start..].starts_with("[[");
        self.at += 1 + usize::from(element);
        let keys = self.keys();
        self.blanks(false);
        let mut closing = 1 + usize::from(element);
        while closing > 0 && self.next() == Some(b']') {
            self.at += 1;
            closing -= 1;
        }
        let end = if closing == 0 { self.at } else { self.line_end() };
        self.rest_of_line();
        Statement::Header { keys, range: start..end, element }
    }

    /// Keys with dots between them. After a last dot stands an empty one: it is still to be typed.
    fn keys(&mut self) -> Vec<Key> {
        let mut keys = Vec::new();
        loop {
            self.blanks(false);
            let start = self.at;
            let text = if let Some(b'"' | b'\'') = self.next() {
                self.string().0
            } else {
                let word = self.text[start..].find(|next: char| !is_bare(next));
                self.at = word.map_or(self.text.len(), |length| start + length);
                self.text[start..self.at].to_owned()
            };
            if self.at > start || !keys.is_empty() {
                keys.push(Key { text, range: start..self.at });
            }
            let end = self.at;
            self.blanks(false);
            if self.next() != Some(b'.') {
                self.at = end;
                return keys;
            }
            self.at += 1;
        }
    }

    fn pair(&mut self, depth: usize) -> Pair {
        let keys = self.keys();
        self.blanks(false);
        if self.next() != Some(b'=') {
            return Pair { keys, equals: None, value: None };
        }
        let equals = Some(self.at);
        self.at += 1;
        self.blanks(false);
        Pair { keys, equals, value: self.value(depth) }
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        let start = self.at;
        let shape = match self.next()? {
            b'"' | b'\'' => {
                let (text, closed, lines) = self.string();
                if lines { Shape::Other } else { Shape::Text(text, closed) }
            }
            b'[' if depth < DEEPEST => self.array(depth + 1),
            b'{' if depth < DEEPEST => self.table(depth + 1),
            b'\n' | b'\r' | b'#' | b',' | b']' | b'}' => return None,
            _ => {
                let ends = |next: char| matches!(next, '\n' | '\r' | '#' | ',' | ']' | '}');
                let end = self.text[start..].find(ends).map_or(self.text.len(), |length| start + length);
                // A bracket too deep to follow must not be looked at for ever.
                let end = end.max(self.text.ceil_char_boundary(start + 1));
                self.at = start + self.text[start..end].trim_end().len().max(1);
                self.leave_character();
                Shape::Other
            }
        };
        Some(Value { range: start..self.at, shape })
    }

    fn array(&mut self, depth: usize) -> Shape {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.blanks(true);
            match self.next() {
                None => break,
                Some(b']') => {
                    self.at += 1;
                    break;
                }
                Some(b',') => self.at += 1,
                _ if self.at_statement() => break,
                _ => match self.value(depth) {
                    Some(value) => items.push(value),
                    // A bracket of another kind.
                    None => break,
                },
            }
        }
        Shape::Array(items)
    }

    fn table(&mut self, depth: usize) -> Shape {
        self.at += 1;
        let mut pairs = Vec::new();
        loop {
            self.blanks(true);
            match self.next() {
                None | Some(b']' | b'[') => break,
                Some(b'}') => {
                    self.at += 1;
                    break;
                }
                Some(b',') => self.at += 1,
                _ => {
                    let start = self.at;
                    pairs.push(self.pair(depth));
                    if self.at == start {
                        self.at += 1;
                        self.leave_character();
                    }
                }
            }
        }
        Shape::Table(pairs)
    }

    /// Whether nothing but blanks stands before this on its line.
    fn starts_line(&self) -> bool {
        let line_start = self.text[..self.at].rfind('\n').map_or(0, |at| at + 1);
        self.text[line_start..self.at].trim().is_empty()
    }

    /// Whether a line starts here that can only be a statement of its own: an array was never closed.
    fn at_statement(&self) -> bool {
        if !self.starts_line() {
            return false;
        }
        let line = &self.text[self.at..self.line_end()];
        let word = line.trim_start_matches('[');
        let key = word.len() - word.trim_start_matches(is_bare).len();
        let after = word[key..].trim_start();
        let named = word.starts_with(|first: char| first.is_ascii_alphabetic());
        let header = line.starts_with('[') && (after.is_empty() || after.starts_with([']', '.']));
        named && (after.starts_with('=') || header)
    }

    /// A string that starts here: what it says, whether it is closed, and whether it may go over several lines.
    fn string(&mut self) -> (String, bool, bool) {
        let rest = &self.text[self.at..];
        let quote = &rest[..1];
        let fence = quote.repeat(3);
        if rest.starts_with(&fence) {
            let close = rest[3..].find(&fence);
            self.at = close.map_or(self.line_end(), |length| self.at + 3 + length + 3);
            while close.is_some() && self.text[self.at..].starts_with(quote) {
                self.at += 1;
            }
            return (String::new(), close.is_some(), true);
        }
        let line = &self.text[self.at + 1..self.line_end()];
        let mut escaped = false;
        let close = line.find(|next: char| {
            let closes = !escaped && quote.starts_with(next);
            escaped = !escaped && next == '\\' && quote == "\"";
            closes
        });
        let inner = &line[..close.unwrap_or(line.len())];
        self.at += 1 + inner.len() + usize::from(close.is_some());
        (unescaped(inner, quote == "\""), close.is_some(), false)
    }
}

const fn is_bare(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '-')
}

/// What a string says. Ids have no escapes; for the rest the parser itself is asked.
fn unescaped(inner: &str, basic: bool) -> String {
    if !basic || !inner.contains('\\') {
        return inner.to_owned();
    }
    let quoted = format!("\"{inner}\"");
    let parsed = toml::de::DeValue::parse(&quoted).ok();
    parsed.and_then(|value| value.get_ref().as_str().map(str::to_owned)).unwrap_or_else(|| inner.to_owned())
}

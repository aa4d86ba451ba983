//! A piece of TOML as what stands in it, line by line: headers, keys with their values, comments, blank lines.
//!
//! Only for text that the parser took; where it says more than is known here, the piece is left alone.

use std::borrow::Cow;

/// What stands on a line, or on several.
#[derive(Debug, PartialEq, Eq)]
pub enum Item<'a> {
    /// An empty line.
    Blank,
    /// A comment on a line of its own, from its `#`.
    Comment(&'a str),
    /// A header as it is written, with a comment behind it.
    Header(String, Option<&'a str>),
    /// A key with its value, and a comment behind it.
    Pair(String, Value<'a>, Option<&'a str>),
    /// What isn't TOML, with its line breaks.
    Raw(&'a str),
}

/// A value.
#[derive(Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Anything that is written as one piece.
    Plain(Cow<'a, str>),
    /// `[a, b]`
    Array(Vec<Part<'a>>),
    /// `{ a = b }`
    Table(Vec<(String, Value<'a>)>),
}

/// What stands between the brackets of an array.
#[derive(Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// An element, and a comment behind it.
    Element(Value<'a>, Option<&'a str>),
    /// A comment on a line of its own.
    Comment(&'a str),
}

/// Every comment, in order.
pub fn comments<'a>(items: &'a [Item<'a>]) -> impl Iterator<Item = &'a str> {
    fn of<'a>(value: &Value<'a>, into: &mut Vec<&'a str>) {
        let Value::Array(parts) = value else { return };
        for part in parts {
            match part {
                Part::Comment(comment) => into.push(comment),
                Part::Element(value, comment) => {
                    of(value, into);
                    into.extend(comment);
                }
            }
        }
    }
    items.iter().flat_map(|item| {
        let mut found = Vec::new();
        match item {
            Item::Comment(comment) => found.push(*comment),
            Item::Header(_, comment) => found.extend(comment),
            Item::Pair(_, value, comment) => {
                of(value, &mut found);
                found.extend(comment);
            }
            Item::Blank | Item::Raw(_) => {}
        }
        found
    })
}

/// Reads a whole piece; none where something in it isn't known here.
pub fn scan(text: &str) -> Option<Vec<Item<'_>>> {
    let mut scanner = Scanner { rest: text };
    let mut items = Vec::new();
    while !scanner.rest.is_empty() {
        items.push(scanner.item()?);
    }
    Some(items)
}

/// The text that is still to be read.
struct Scanner<'a> {
    rest: &'a str,
}

impl<'a> Scanner<'a> {
    fn item(&mut self) -> Option<Item<'a>> {
        self.blanks();
        if self.line_end() || self.rest.is_empty() {
            return Some(Item::Blank);
        }
        if let Some(comment) = self.comment() {
            self.line_end();
            return Some(Item::Comment(comment));
        }
        if self.rest.starts_with('[') {
            let (open, close) = if self.rest.starts_with("[[") { ("[[", "]]") } else { ("[", "]") };
            self.take(open.len());
            let path = self.keys()?;
            self.eat(close)?;
            let comment = self.comment_behind();
            self.ends()?;
            return Some(Item::Header(format!("{open}{path}{close}"), comment));
        }
        let key = self.keys()?;
        self.eat("=")?;
        self.blanks();
        let value = self.value()?;
        let comment = self.comment_behind();
        self.ends()?;
        Some(Item::Pair(key, value, comment))
    }

    /// Takes so many bytes.
    fn take(&mut self, len: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(len);
        self.rest = rest;
        taken
    }

    /// Passes over white space within a line.
    fn blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t']);
    }

    /// Passes over a line break.
    fn line_end(&mut self) -> bool {
        let after = self.rest.strip_prefix('\n').or_else(|| self.rest.strip_prefix("\r\n"));
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    /// Passes over a sign that must come next.
    fn eat(&mut self, sign: &str) -> Option<()> {
        self.blanks();
        self.rest = self.rest.strip_prefix(sign)?;
        Some(())
    }

    /// A comment up to the end of its line, if one comes next.
    fn comment(&mut self) -> Option<&'a str> {
        if !self.rest.starts_with('#') {
            return None;
        }
        let end = self.rest.find('\n').unwrap_or(self.rest.len());
        Some(self.take(end).trim_end())
    }

    /// The comment behind a header or a value, if there is one.
    fn comment_behind(&mut self) -> Option<&'a str> {
        self.blanks();
        self.comment()
    }

    /// Passes over the end of a line, or of the text.
    fn ends(&mut self) -> Option<()> {
        (self.line_end() || self.rest.is_empty()).then_some(())
    }

    /// Keys with dots between them, without quotes where they need none.
    fn keys(&mut self) -> Option<String> {
        let mut path = String::new();
        loop {
            self.blanks();
            let key = match self.rest.chars().next()? {
                '"' | '\'' => {
                    let quoted = self.string()?;
                    let inner = &quoted[1..quoted.len() - 1];
                    if is_bare(inner) { inner } else { quoted }
                }
                _ => {
                    let end = self.rest.find(|it: char| !is_bare_character(it)).unwrap_or(self.rest.len());
                    self.take(end)
                }
            };
            if key.is_empty() {
                return None;
            }
            path.push_str(key);
            self.blanks();
            let Some(rest) = self.rest.strip_prefix('.') else { return Some(path) };
            self.rest = rest;
            path.push('.');
        }
    }

    /// A string with its quotes, of whichever sort.
    fn string(&mut self) -> Option<&'a str> {
        let quote = self.rest.chars().next()?;
        let fence: String = [quote; 3].iter().collect();
        let (open, many) = if self.rest.starts_with(&fence) { (3, true) } else { (1, false) };
        let close = if many { fence.as_str() } else { &fence[..1] };
        let mut at = open;
        loop {
            let rest = self.rest.get(at..)?;
            if let Some(after) = rest.strip_prefix(close) {
                // Up to two more quotes may stand directly before the closing three.
                let more = after.chars().take(2).take_while(|it| many && *it == quote).count();
                return Some(self.take(at + close.len() + more));
            }
            let mut characters = rest.chars();
            at += characters.next()?.len_utf8();
            if rest.starts_with('\\') && quote == '"' {
                at += characters.next()?.len_utf8();
            }
        }
    }

    fn value(&mut self) -> Option<Value<'a>> {
        match self.rest.chars().next()? {
            '"' | '\'' => Some(Value::Plain(basic(self.string()?))),
            '[' => self.array(),
            '{' => {
                let start = self.rest;
                if let Some(table) = self.table() {
                    return Some(table);
                }
                self.rest = start;
                let len = self.braces()?;
                Some(Value::Plain(self.take(len).into()))
            }
            _ => {
                let end = self.rest.find([',', ']', '}', '#', '\n', '\r']).unwrap_or(self.rest.len());
                let value = self.rest[..end].trim_end_matches([' ', '\t']);
                (!value.is_empty()).then(|| Value::Plain(self.take(value.len()).into()))
            }
        }
    }

    fn array(&mut self) -> Option<Value<'a>> {
        self.take(1);
        let mut parts: Vec<Part<'a>> = Vec::new();
        let mut same_line = false;
        loop {
            self.blanks();
            if self.line_end() {
                same_line = false;
            } else if let Some(comment) = self.comment() {
                match parts.last_mut() {
                    Some(Part::Element(_, behind @ None)) if same_line => *behind = Some(comment),
                    _ => parts.push(Part::Comment(comment)),
                }
            } else if let Some(rest) = self.rest.strip_prefix(',') {
                self.rest = rest;
            } else if let Some(rest) = self.rest.strip_prefix(']') {
                self.rest = rest;
                return Some(Value::Array(parts));
            } else {
                parts.push(Part::Element(self.value()?, None));
                same_line = true;
            }
        }
    }

    /// A table in braces, where it stands on one line.
    fn table(&mut self) -> Option<Value<'a>> {
        self.take(1);
        let mut pairs = Vec::new();
        loop {
            self.blanks();
            if let Some(rest) = self.rest.strip_prefix('}') {
                self.rest = rest;
                return Some(Value::Table(pairs));
            }
            if let Some(rest) = self.rest.strip_prefix(',') {
                self.rest = rest;
                continue;
            }
            let key = self.keys()?;
            self.eat("=")?;
            self.blanks();
            let value = self.value()?;
            if has_comment(&value) {
                return None;
            }
            pairs.push((key, value));
        }
    }

    /// How long a table in braces over several lines is.
    fn braces(&self) -> Option<usize> {
        let mut scanner = Scanner { rest: self.rest };
        let mut depth = 0;
        loop {
            match scanner.rest.chars().next()? {
                '"' | '\'' => {
                    scanner.string()?;
                    continue;
                }
                '#' => {
                    scanner.comment();
                    continue;
                }
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            let len = scanner.rest.chars().next()?.len_utf8();
            scanner.take(len);
            if depth == 0 {
                return Some(self.rest.len() - scanner.rest.len());
            }
        }
    }
}

/// Whether an array within a value holds a comment, which needs a line of its own.
pub fn has_comment(value: &Value<'_>) -> bool {
    match value {
        Value::Plain(_) => false,
        Value::Table(pairs) => pairs.iter().any(|(_, value)| has_comment(value)),
        Value::Array(parts) => parts.iter().any(|part| match part {
            Part::Comment(_) | Part::Element(_, Some(_)) => true,
            Part::Element(value, None) => has_comment(value),
        }),
    }
}

const fn is_bare_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '-')
}

fn is_bare(key: &str) -> bool {
    !key.is_empty() && key.chars().all(is_bare_character)
}

/// A string in double quotes, unless single ones or more lines make it easier to read.
fn basic(written: &str) -> Cow<'_, str> {
    let inner = written.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
    let easier = |inner: &&str| !written.starts_with("'''") && !inner.contains(['"', '\\']);
    match inner.filter(easier) {
        Some(inner) => Cow::Owned(format!("\"{inner}\"")),
        None => Cow::Borrowed(written),
    }
}

//! Cuts a file at its table headers, so that every table is parsed by itself: one bad table costs one
//! finding, a change costs one table, and no parser has to hold a large file at once.
//!
//! Only the outline of TOML is known here: strings, comments, brackets. What a piece holds is for the parser.

use std::ops::Range;

use memchr::{memchr, memchr2};

/// A piece of a file: a header with its table, or what comes before the first header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// The whole piece, in bytes of the file.
    pub range: Range<usize>,
    /// The header, if it is of the plain form `[a.b]` or `[[a]]` and no deeper header was merged into it.
    pub header: Option<Header>,
}

impl Chunk {
    /// The same piece of a text that starts `by` bytes further on.
    #[must_use]
    pub fn shifted(&self, by: usize) -> Self {
        let shift = |range: &Range<usize>| range.start + by..range.end + by;
        let header = self.header.as_ref().map(|header| Header {
            range: shift(&header.range),
            kind: shift(&header.kind),
            id: header.id.as_ref().map(shift),
            element: header.element,
        });
        Self { range: shift(&self.range), header }
    }
}

/// The first two keys of a header, read as well as it allows: for telling whose table it is that can't be parsed.
#[must_use]
pub fn rough_header(text: &str) -> Option<(&str, &str)> {
    let line = text.lines().next().filter(|line| line.trim_start_matches([' ', '\t']).starts_with('['))?;
    match header_path(line)[..] {
        [kind, id, ..] => Some((kind, id)),
        _ => None,
    }
}

/// A header that needs no TOML parser: bare keys only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// `[a]` or `[a.b]`, with its brackets.
    pub range: Range<usize>,
    /// The first key.
    pub kind: Range<usize>,
    /// The second key, if there is one.
    pub id: Option<Range<usize>>,
    /// It was written `[[a]]`.
    pub element: bool,
}

/// Cuts `text` into pieces that together are the whole of it.
#[must_use]
pub fn cut(text: &str) -> Vec<Chunk> {
    gather(text, &header_lines(text, false), false)
}

/// Cuts a piece that the parser refused at everything that looks like a header, even in what seems to be a
/// string or an array: where one was never closed, the tables after it come back.
#[must_use]
pub fn cut_hard(text: &str) -> Vec<Chunk> {
    gather(text, &header_lines(text, true), true)
}

/// Makes pieces out of the places where headers start.
fn gather(text: &str, starts: &[usize], hard: bool) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::with_capacity(starts.len() + 1);
    let mut parent: Vec<&str> = Vec::new();
    let first = starts.first().copied().unwrap_or(text.len());
    if first > 0 {
        chunks.push(Chunk { range: 0..first, header: None });
    }
    for (index, &start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(text.len());
        let path = header_path(&text[start..end]);
        match chunks.last_mut() {
            // A table within the one before it, such as `[policy.x.never_reaches]`.
            Some(last) if extends(&path, &parent) => {
                last.range.end = end;
                last.header = None;
            }
            // A deeper table far from its parent: only a parser of whole files can tell where it belongs.
            _ if path.len() > 2 && !hard => return vec![Chunk { range: 0..text.len(), header: None }],
            _ => {
                chunks.push(Chunk { range: start..end, header: plain_header(text, start) });
                parent = path;
            }
        }
    }
    chunks
}

/// Whether a header's path lies within the table before it. `[party.x]` is no part of `[party]`, but
/// `[link.x]` after `[[link]]` and `[landscape.x]` after `[landscape]` are.
fn extends(path: &[&str], parent: &[&str]) -> bool {
    let within = path.len() > parent.len() && path.starts_with(parent);
    match parent {
        [] => false,
        [only] => within && matches!(*only, "link" | "acceptance" | "landscape" | "rules"),
        _ => within,
    }
}

/// The keys between a header's brackets, roughly: split at dots, without quotes and blanks.
fn header_path(line: &str) -> Vec<&str> {
    let line = line.lines().next().unwrap_or_default();
    let inner = line.trim_start_matches([' ', '\t', '[']);
    let inner = inner.split([']', '#']).next().unwrap_or_default();
    inner.split('.').map(|key| key.trim().trim_matches(['"', '\''])).collect()
}

/// Reads a header of the plain form that starts at `start`.
fn plain_header(text: &str, start: usize) -> Option<Header> {
    let bytes = text.as_bytes();
    let blanks = bytes[start..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let open = start + blanks;
    let element = bytes[open..].starts_with(b"[[");
    let width = if element { 2 } else { 1 };
    let key = |from: usize| {
        let len = bytes[from..].iter().take_while(|byte| is_bare(**byte)).count();
        (len > 0).then_some(from..from + len)
    };
    let kind = key(open + width)?;
    let mut at = kind.end;
    let mut id = None;
    if bytes.get(at) == Some(&b'.') {
        let found = key(at + 1)?;
        at = found.end;
        id = Some(found);
    }
    let closed = bytes[at..].iter().take(width).filter(|byte| **byte == b']').count() == width;
    let after = text[at..].get(width..)?.lines().next().unwrap_or_default().trim_start_matches([' ', '\t']);
    let alone = after.is_empty() || after.starts_with('#');
    (closed && alone).then(|| Header { range: open..at + width, kind, id, element })
}

/// Whether a byte may stand in a bare key.
const fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

/// Where the lines start that hold a table header. `hard`: without regard for what is open.
fn header_lines(text: &str, hard: bool) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut starts = Vec::new();
    let mut at = 0;
    let mut depth = 0_usize;
    while at < bytes.len() {
        let first = bytes[at..].iter().find(|byte| !matches!(byte, b' ' | b'\t'));
        let opens = first == Some(&b'[');
        if opens && (depth == 0 && !hard || looks_like_header(&text[at..line_end(bytes, at)])) {
            depth = 0;
            starts.push(at);
            at = line_end(bytes, at);
        } else {
            at = if hard { line_end(bytes, at) } else { skip_line(text, at, &mut depth) };
        }
    }
    starts
}

/// One past the line break of the line at `at`.
fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |len| at + len + 1)
}

/// Whether a line can only be a header, also where an array seems to be open: a bare word such as the `party` of
/// `[party.x]` is no value that an array could hold. However far it is indented, or a tidy copy would be read otherwise.
fn looks_like_header(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t']);
    let first = line.trim_start_matches('[').split(['.', ']', '#']).next().unwrap_or_default().trim();
    let is_word = first.starts_with(|first: char| first.is_ascii_alphabetic())
        && first.bytes().all(is_bare)
        && !matches!(first, "true" | "false" | "inf" | "nan");
    line.starts_with('[') && line.contains(']') && is_word
}

/// Passes over a line and any multi-line string that starts on it; keeps count of open brackets.
fn skip_line(text: &str, start: usize, depth: &mut usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(passed) =
        bytes.get(at..).and_then(|rest| rest.iter().position(|byte| COUNTS[*byte as usize]))
    {
        at += passed;
        match bytes[at] {
            b'\n' => return at + 1,
            b'#' => return line_end(bytes, at),
            b'[' | b'{' => *depth += 1,
            b']' | b'}' => *depth = depth.saturating_sub(1),
            _ => {
                at = skip_string(bytes, at);
                continue;
            }
        }
        at += 1;
    }
    bytes.len()
}

/// The bytes that say something of where a line ends, or of what is open; by value.
const COUNTS: [bool; 256] = {
    let mut counts = [false; 256];
    let all = b"\n#[{]}\"'";
    let mut at = 0;
    while at < all.len() {
        counts[all[at] as usize] = true;
        at += 1;
    }
    counts
};

/// Passes over a string that opens at `at`. One that is never closed ends with its line.
fn skip_string(bytes: &[u8], at: usize) -> usize {
    let quote = bytes[at];
    let fence = [quote; 3];
    if bytes[at..].starts_with(&fence) {
        // Up to two more quotes may stand directly before the closing three.
        return find_close(bytes, at + 3, &fence).map_or_else(
            || line_end(bytes, at) - usize::from(bytes.ends_with(b"\n")),
            |close| close + 3 + bytes[close + 3..].iter().take(2).take_while(|byte| **byte == quote).count(),
        );
    }
    let end = line_end(bytes, at);
    let line = &bytes[..if bytes[..end].ends_with(b"\n") { end - 1 } else { end }];
    find_close(line, at + 1, &[quote]).map_or(line.len(), |close| close + 1)
}

/// Where the closing quotes of a string stand; in a basic string, a backslash guards what follows it.
fn find_close(bytes: &[u8], mut at: usize, close: &[u8]) -> Option<usize> {
    // A literal string knows no backslash, and looks for its own quote twice.
    let guard = if close[0] == b'"' { b'\\' } else { close[0] };
    loop {
        at += memchr2(close[0], guard, bytes.get(at..)?)?;
        if bytes[at..].starts_with(close) {
            return Some(at);
        }
        at += if bytes[at] == close[0] { 1 } else { 2 };
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        cut(text).into_iter().map(|chunk| &text[chunk.range]).collect()
    }

    #[test]
    fn every_table_is_a_piece() {
        let text = "# top\n[landscape]\nname = 'x'\n\n[[link]] # one\nfrom = 'a'\n  [party.b]\n";
        assert_eq!(
            pieces(text),
            ["# top\n", "[landscape]\nname = 'x'\n\n", "[[link]] # one\nfrom = 'a'\n", "  [party.b]\n"]
        );
        let header = cut(text)[3].header.clone().unwrap();
        assert_eq!((&text[header.kind], header.id.map(|id| &text[id])), ("party", Some("b")));
    }

    #[test]
    fn brackets_in_strings_and_arrays_are_no_headers() {
        let text =
            "[a]\nx = \"\"\"\n[not]\n\"\"\"\ny = [\n[1],\n[2]]\nz = '''\n[nor]'''\nq = \"[\\\"\"\n[b]\n";
        assert_eq!(pieces(text).len(), 2, "{:#?}", pieces(text));
    }

    #[test]
    fn a_table_within_a_table_stays_with_it() {
        assert_eq!(
            pieces("[policy.x]\nreason = 'r'\n[policy.x.never_reaches]\nparty = 'p'\n[party.p]\n").len(),
            2
        );
        assert_eq!(pieces("[party]\n[party.a]\n[party.b]\n").len(), 3);
    }

    #[test]
    fn a_deep_table_without_its_parent_keeps_the_file_whole() {
        assert_eq!(pieces("[policy.x.never_reaches]\nparty = 'p'\n[party.p]\n[policy.x]\n").len(), 1);
    }

    #[test]
    fn what_was_never_closed_does_not_swallow_the_next_table() {
        assert_eq!(pieces("[party.a]\nname = [\"a\"\n[party.b]\nname = 'b'\n").len(), 2);
        assert_eq!(pieces("[party.a]\nname = \"a\n[party.b]\nname = 'b'\n").len(), 2);
        assert_eq!(pieces("[party.a]\nname = \"\"\"a\n[party.b]\nname = 'b'\n").len(), 2);
    }

    #[test]
    fn a_hard_cut_brings_back_what_an_open_string_swallowed() {
        let text = "[party.a]\nname = \"\"\"a\n[party.b]\nname = \"\"\"b\"\"\"\n[party.c]\n";
        assert_eq!(cut_hard(text).len(), 3);
    }

    #[test]
    fn an_indented_table_comes_back_too() {
        assert_eq!(pieces("  [party.a]\n  name = [\"a\"\n\n  [[link]]\n  from = 'b'\n").len(), 2);
        assert_eq!(cut_hard("[party.a]\nname = \"\"\"a\n\t[[link]]\n  [ party . c ]\n").len(), 3);
        assert_eq!(pieces("[a]\nx = [\n  [\"b\"],\n  [\"c\"], [true],\n  [1]]\n").len(), 1);
    }

    #[test]
    fn a_misspelt_kind_is_still_a_header() {
        assert_eq!(cut_hard("[party.a]\nname = \"a\"\n[aplication.b]\nname = \"b\"\n[true]\n[1]\n").len(), 2);
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_whole_text(text in r#"[\[\]{}"'#=.\\a-z \n\r✓]{0,80}"#) {
            for chunks in [cut(&text), cut_hard(&text)] {
                let joined: String = chunks.into_iter().map(|chunk| &text[chunk.range]).collect();
                prop_assert_eq!(joined, &*text);
            }
        }
    }
}

//! Where the lines of tables and keys start and end in a text.

use std::ops::Range;

use crate::{
    load::pieces::Pieces,
    source::{Location, SourceId},
};

/// The line that holds a byte, its line break included.
pub fn line(text: &str, at: usize) -> Range<usize> {
    let at = text.floor_char_boundary(at.min(text.len()));
    let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
    let end = text[at..].find('\n').map_or(text.len(), |after| at + after + 1);
    start..end
}

/// The header line that holds a byte, if the table there has one.
pub fn header(text: &str, at: usize) -> Option<Range<usize>> {
    let line = line(text, at);
    text[line.clone()].trim_start().starts_with('[').then_some(line)
}

/// From a header to the last line that is the table's own: what a blank line sets apart, or comments that lead up to
/// the next header, is no part of it.
pub fn table(pieces: &Pieces<'_>, at: Location) -> Option<Range<usize>> {
    let text = pieces.sources().get(at.source).text();
    let header = header(text, at.start as usize)?;
    let piece = pieces.at(at.source, header.start).filter(|piece| piece.start == header.start)?;
    let (mut end, mut last) = (header.start, header.start);
    for line in text[piece].split_inclusive('\n') {
        end += line.len();
        let bare = line.trim();
        if !bare.is_empty() && !bare.starts_with('#') {
            last = end;
        }
    }
    Some(header.start..last)
}

/// Where a table ends that has its header here: where what comes behind it goes.
pub fn behind(pieces: &Pieces<'_>, header: Location) -> Option<(SourceId, usize)> {
    Some((header.source, table(pieces, header)?.end))
}

/// A table with the comments right above it, and the blank lines after it.
pub fn table_with_comments(pieces: &Pieces<'_>, at: Location) -> Option<Range<usize>> {
    let text = pieces.sources().get(at.source).text();
    let table = table(pieces, at)?;
    let mut start = table.start;
    while start > 0 {
        let above = line(text, start - 1);
        if !text[above.clone()].trim_start().starts_with('#') {
            break;
        }
        start = above.start;
    }
    // What opens a file speaks of the whole of it, more often than of its first table.
    if start == 0 {
        start = table.start;
    }
    let blank =
        |rest: &str| rest.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
    let after: usize = blank(&text[table.end..]);
    // The last table goes with the blank lines before it.
    if table.end + after == text.len() {
        start = text[..start].trim_end().len();
        start = if start == 0 { 0 } else { line(text, start - 1).end };
    }
    Some(start..table.end + after)
}

/// The lines of a key with the value that stands at `value`, where nothing else stands on them but a comment.
pub fn key(text: &str, value: Range<usize>) -> Option<Range<usize>> {
    let (first, last) = (line(text, value.start), line(text, value.end.saturating_sub(1)));
    let before = text.get(first.start..value.start)?.trim();
    let after = text.get(value.end..last.end)?.trim();
    let key = before.strip_suffix('=')?.trim_end();
    let plain = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    (plain && !key.is_empty() && (after.is_empty() || after.starts_with('#')))
        .then_some(first.start..last.end)
}

/// The white space that a line starts with.
pub fn indent(text: &str, line: &Range<usize>) -> String {
    text[line.clone()].chars().take_while(|it| matches!(it, ' ' | '\t')).collect()
}

/// Lines in the line breaks of the text that they go into.
pub fn as_in(text: &str, lines: &str) -> String {
    if text.split_inclusive('\n').next().is_some_and(|line| line.ends_with("\r\n")) {
        lines.replace('\n', "\r\n")
    } else {
        lines.to_owned()
    }
}

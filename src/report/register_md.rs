//! A register as Markdown: a section for each row and a list in it, which reads better than a table of twenty columns,
//! also to a screen reader.

use super::register_table::{gaps, wanting};
use crate::{
    register::{Line, Register, Row, State},
    text::capitalised,
};

/// The whole file.
#[must_use]
pub fn file(register: &Register) -> String {
    let mut out = format!("# {}\n", escaped(&register.title));
    for note in &register.notes {
        out.extend(["\n", &escaped(note), "\n"]);
    }
    out.extend(["\n", &escaped(&register.summary()), "\n"]);
    for section in &register.sections {
        out.extend(["\n## ", &escaped(section.title), "\n"]);
        for row in &section.rows {
            one(register, row, &mut out);
        }
    }
    missing(register, &mut out);
    out
}

/// One row: its name, and below it a point for each column.
fn one(register: &Register, row: &Row, out: &mut String) {
    out.extend(["\n### ", &escaped(&row.name)]);
    if !row.id.is_empty() {
        out.extend([" (", &escaped(&row.id), ")"]);
    }
    out.push_str("\n\n");
    for (column, cell) in register.columns.iter().zip(&row.cells) {
        out.extend(["- **", &escaped(&column.heading(register.lang)), ":**"]);
        match cell.lines() {
            [only] => out.extend([" ", &line(only), "\n"]),
            several => {
                out.push('\n');
                for one in several {
                    out.extend(["  - ", &line(one), "\n"]);
                }
            }
        }
    }
}

/// A line of a cell; one that says that something isn't recorded, with stress.
fn line(line: &Line) -> String {
    let text = escaped(&line.text);
    if !line.is_gap {
        return text;
    }
    match text.split_once(": ") {
        Some((what, rest)) => format!("*{what}*: {rest}"),
        None => format!("*{text}*"),
    }
}

/// What the law asks and isn't recorded, by row.
fn missing(register: &Register, out: &mut String) {
    let rows: Vec<_> = register.rows().filter(|row| row_lacks(register, row)).collect();
    if rows.is_empty() {
        return;
    }
    out.extend(["\n## ", &capitalised(wanting(register.lang)), "\n\n"]);
    for row in rows {
        out.extend(["- ", &escaped(&row.name), ": ", &escaped(&gaps(register, row)), "\n"]);
    }
}

fn row_lacks(register: &Register, row: &Row) -> bool {
    let mut asked = register.columns.iter().zip(&row.cells).filter(|(column, _)| column.asked.is_some());
    asked.any(|(_, cell)| cell.state() != State::Recorded)
}

/// Text that Markdown shows as it is. A word that something would make a link or a mention of (an address, `@name`,
/// `#1`) becomes code, which nothing looks into; in other words every mark is escaped.
fn escaped(text: &str) -> String {
    let words = text.split(' ').enumerate();
    let words = words.map(|(at, one)| if at == 0 { numbered(&word(one)) } else { word(one) });
    words.collect::<Vec<_>>().join(" ")
}

fn word(word: &str) -> String {
    let lower = word.to_ascii_lowercase();
    if word.contains(['@', '#'])
        || lower.contains("://")
        || lower.contains("www.")
        || lower.contains("mailto:")
    {
        return code(word);
    }
    let mut out = String::with_capacity(word.len());
    for (at, character) in word.char_indices() {
        let opens =
            matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '<' | '|' | '~' | '&' | '$' | '^');
        // These mean something only where a line or word starts.
        let starts = at == 0 && matches!(character, '-' | '+' | '=' | '>');
        if opens || starts {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// `1.` and `1)` at the start of a point would make a list of it.
fn numbered(word: &str) -> String {
    let end = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let (digits, starts) = (word.len() - end.len(), matches!(end, "." | ")"));
    if digits > 0 && starts { format!("{}\\{end}", &word[..digits]) } else { word.to_owned() }
}

/// A word as code, between more backticks than it has itself.
fn code(word: &str) -> String {
    let mut longest = 0;
    let mut run = 0;
    for character in word.chars() {
        run = if character == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let pad = if word.starts_with('`') || word.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{word}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_mentions_become_code_and_marks_are_escaped() {
        assert_eq!(escaped("fg@gemeente.nl"), "`fg@gemeente.nl`");
        assert_eq!(escaped("zie https://x.nl nu"), "zie `https://x.nl` nu");
        assert_eq!(escaped("<b>*a*</b> | [x](y)"), "\\<b>\\*a\\*\\</b> \\| \\[x\\](y)");
        assert_eq!(escaped("``@x"), "``` ``@x ```");
        assert_eq!(escaped("e-mail, +31"), "e-mail, \\+31");
        assert_eq!(escaped("1. Wmo 2015 art. 5."), "1\\. Wmo 2015 art. 5.");
    }
}

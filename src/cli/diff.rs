//! What would change in a file, as a unified diff. Texts of a landscape are untrusted, so nothing in it can upset a
//! terminal.

use similar::TextDiff;

use crate::text::{is_unsafe, on_one_line};

/// The diff of a file, from one text to another; it ends with a line break.
pub fn diff(path: &str, before: &str, after: &str) -> String {
    let path = on_one_line(path);
    let diff = TextDiff::from_lines(before, after);
    let diff = diff.unified_diff().header(&format!("a/{path}"), &format!("b/{path}")).to_string();
    let lines = diff.split_inclusive('\n').map(|line| match line.strip_suffix("\r\n") {
        // A line break that changes is worth showing.
        Some(line) => format!("{line}␍\n"),
        None => line.to_owned(),
    });
    let upsets = |it: char| is_unsafe(it) && !matches!(it, '\n' | '\t');
    lines.map(|line| line.replace(upsets, "\u{FFFD}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changes_is_shown_with_three_lines_around_it() {
        let (before, after) = ("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nd\nE\nf\n");
        assert_eq!(
            diff("x.toml", before, after),
            "--- a/x.toml\n+++ b/x.toml\n@@ -2,5 +2,5 @@\n b\n c\n d\n-e\n+E\n f\n"
        );
    }

    #[test]
    fn a_terminal_is_not_upset() {
        let shown = diff("\u{1b}[2J.toml", "a\r\n", "\u{1b}[31m\n");
        assert_eq!(shown.matches('\u{1b}').count(), 0);
        assert!(shown.contains("-a␍\n"), "{shown}");
    }
}

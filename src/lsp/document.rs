//! A file that is open in the editor: its text as the editor has it.

use super::position::{Encoding, Lines, Place};

/// A file that is open in the editor.
#[derive(Clone, Debug)]
pub struct Document {
    /// How the editor calls it.
    pub uri: String,
    /// Which of its texts this is, as the editor counts.
    pub version: i32,
    /// The text.
    pub text: String,
}

/// A change that the editor made: a stretch to replace, or nothing for the whole.
#[derive(Clone, Debug)]
pub struct Change {
    /// Where it starts and ends.
    pub range: Option<(Place, Place)>,
    /// What stands there now.
    pub text: String,
}

impl Document {
    /// Makes changes, each in the text that those before it left.
    pub fn change(&mut self, changes: Vec<Change>, encoding: Encoding) {
        for change in changes {
            let Some((start, end)) = change.range else {
                self.text = change.text;
                continue;
            };
            let lines = Lines::new(&self.text);
            let [start, end] = [start, end].map(|place| lines.byte(&self.text, place, encoding));
            self.text.replace_range(start.min(end)..start.max(end), &change.text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(line: u32, from: u32, to: u32, text: &str) -> Change {
        let range = Some((Place { line, column: from }, Place { line, column: to }));
        Change { range, text: text.to_owned() }
    }

    #[test]
    fn each_change_is_made_in_what_those_before_it_left() {
        let mut document = Document { uri: String::new(), version: 1, text: "🏛 a\r\nb\n".to_owned() };
        document
            .change(vec![change(0, 3, 4, "cc"), change(1, 0, 9, "d"), change(0, 0, 2, "")], Encoding::Utf16);
        assert_eq!(document.text, " cc\r\nd\n");
        document.change(vec![change(7, 0, 9, "e"), change(0, 2, 1, "")], Encoding::Utf16);
        assert_eq!(document.text, " c\r\nd\ne");
        document.change(vec![Change { range: None, text: "x".to_owned() }], Encoding::Utf16);
        assert_eq!(document.text, "x");
    }
}

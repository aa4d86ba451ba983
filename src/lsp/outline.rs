//! What stands where in a file, also while it is being typed: headers, keys and values with their places.
//!
//! It is TOML's outline, of a text that may be half typed (`reader`). What a text means is for `load/`; here is only what the cursor can stand on.

mod reader;

use std::ops::Range;

/// The statements of a file, in order.
#[derive(Debug, Default)]
pub struct Outline {
    /// The statements.
    pub statements: Vec<Statement>,
}

/// A header, or a key with its value.
#[derive(Debug)]
pub enum Statement {
    /// `[a.b]` or `[[a]]`.
    Header {
        /// The keys between the brackets.
        keys: Vec<Key>,
        /// The brackets and all between them; to the end of the line where they aren't closed.
        range: Range<usize>,
        /// It was written `[[a]]`.
        element: bool,
    },
    /// `a.b = value`, or as much of it as there is.
    Pair(Pair),
}

/// A key with its value.
#[derive(Debug)]
pub struct Pair {
    /// The keys before the `=`, of which there may be none yet.
    pub keys: Vec<Key>,
    /// Where the `=` stands.
    pub equals: Option<usize>,
    /// What stands after it.
    pub value: Option<Value>,
}

/// A key of a header or pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What it says.
    pub text: String,
    /// Where, with its quotes.
    pub range: Range<usize>,
}

/// A value.
#[derive(Debug)]
pub struct Value {
    /// Where, with its quotes or brackets.
    pub range: Range<usize>,
    /// What it is.
    pub shape: Shape,
}

/// What a value is.
#[derive(Debug)]
pub enum Shape {
    /// A string on one line: what it says, and whether it is closed.
    Text(String, bool),
    /// Anything else without parts: a number, a date, `true`, a string over several lines.
    Other,
    /// `[a, b]`
    Array(Vec<Value>),
    /// `{ a = 1 }`
    Table(Vec<Pair>),
}

impl Outline {
    /// Reads a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { statements: reader::statements(text) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn value(text: &str, it: &Value) -> String {
        match &it.shape {
            Shape::Text(said, closed) => format!("'{said}'{}", if *closed { "" } else { "…" }),
            Shape::Other => text[it.range.clone()].to_owned(),
            Shape::Array(items) => {
                format!("{:?}", items.iter().map(|it| value(text, it)).collect::<Vec<_>>())
            }
            Shape::Table(pairs) => format!("{{{}}}", pairs.len()),
        }
    }

    fn shown(text: &str) -> Vec<String> {
        let keys = |keys: &[Key]| keys.iter().map(|key| key.text.clone()).collect::<Vec<_>>().join(".");
        let show = |statement: &Statement| match statement {
            Statement::Header { keys: path, range, .. } => {
                format!("{} <{}>", &text[range.clone()], keys(path))
            }
            Statement::Pair(pair) => {
                let said = pair.value.as_ref().map_or_else(|| "?".to_owned(), |it| value(text, it));
                format!("{} = {said}", keys(&pair.keys))
            }
        };
        Outline::new(text).statements.iter().map(show).collect()
    }

    #[test]
    fn headers_keys_and_values_are_found() {
        let text = "[ application . \"csam\" ] # a\nname = 'C' # b\na.b = [\"x\", # c\n 'y']\n[[link]]\nt = { a = 1, b.c = \"\\u0041\" }\n";
        assert_eq!(
            shown(text),
            [
                "[ application . \"csam\" ] <application.csam>",
                "name = 'C'",
                "a.b = [\"'x'\", \"'y'\"]",
                "[[link]] <link>",
                "t = {2}"
            ]
        );
    }

    #[test]
    fn what_is_half_typed_costs_nothing_else() {
        let text = "[application.\ndom\nname = \"C\nowner = [\"a\", \"b\n[[li\nfrom =\nto = [\n[party.x]\nname = 'x'\n";
        assert_eq!(
            shown(text),
            [
                "[application. <application.>",
                "dom = ?",
                "name = 'C'…",
                "owner = [\"'a'\", \"'b'…\"]",
                "[[li <li>",
                "from = ?",
                "to = []",
                "[party.x] <party.x>",
                "name = 'x'"
            ]
        );
    }

    proptest! {
        #[test]
        fn any_text_has_an_outline(text in "[\\[\\]{}\"'#=.,\\\\a-z \n\r✓]{0,80}") {
            for statement in Outline::new(&text).statements {
                if let Statement::Header { range, keys, .. } = statement {
                    prop_assert!(text.get(range).is_some());
                    prop_assert!(keys.iter().all(|key| text.get(key.range.clone()).is_some()));
                }
            }
        }
    }
}

//! A table of the language, written key by key.

use std::fmt;

/// A table: its header and its keys, in the order in which they were set.
pub struct Table {
    header: String,
    keys: Vec<(&'static str, String)>,
}

impl Table {
    /// A table under this header, brackets included.
    pub fn new(header: &str) -> Self {
        Self { header: header.to_owned(), keys: Vec::new() }
    }

    /// A table of something with an id and a name.
    pub fn named(kind: &str, id: &str, name: &str) -> Self {
        let mut table = Self::new(&format!("[{kind}.{id}]"));
        table.set("name", text(name));
        table
    }

    /// Gives a key a value, in TOML.
    pub fn set(&mut self, key: &'static str, value: impl Into<String>) -> &mut Self {
        self.unset(key);
        self.keys.push((key, value.into()));
        self
    }

    /// Leaves a key out.
    pub fn unset(&mut self, key: &str) -> &mut Self {
        self.keys.retain(|(other, _)| *other != key);
        self
    }

    /// The value of a key, in TOML.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.keys.iter().find(|(other, _)| *other == key).map(|(_, value)| &**value)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}", self.header)?;
        self.keys.iter().try_for_each(|(key, value)| writeln!(out, "{key} = {value}"))?;
        writeln!(out)
    }
}

/// A text in TOML.
pub fn text(value: &str) -> String {
    format!("\"{value}\"")
}

/// One text or a list of them in TOML.
pub fn list<T: AsRef<str>>(values: &[T]) -> String {
    match values {
        [only] => text(only.as_ref()),
        _ => format!("[{}]", values.iter().map(|value| text(value.as_ref())).collect::<Vec<_>>().join(", ")),
    }
}

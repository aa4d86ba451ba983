//! Text in DOT. Names of a landscape only ever come in through [`quote`] and [`html`].

use graphviz_rust::dot_structures::Id;

use super::plain::{number, plain};

/// Any text as a quoted value of DOT. The only maker of [`Id::Escaped`].
#[must_use]
pub fn quote(text: &str) -> Id {
    let plain = plain(text);
    let mut quoted = String::with_capacity(plain.len() + 2);
    quoted.push('"');
    for c in plain.chars() {
        if matches!(c, '\\' | '"') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    Id::Escaped(quoted)
}

/// Any text as the inside of an HTML-like label.
#[must_use]
pub fn html_escape(text: &str) -> String {
    let mut out = String::new();
    for c in plain(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Lines as an HTML-like label of a fixed size. Besides [`blank`] the only maker of [`Id::Html`].
#[must_use]
pub fn html(lines: &[(&str, Type)], w: f64, h: f64) -> Id {
    let cell = |(text, kind): &(&str, Type)| {
        let text = if text.is_empty() { " ".to_owned() } else { html_escape(text) };
        let text = if kind.bold { format!("<B>{text}</B>") } else { text };
        format!("<FONT POINT-SIZE=\"{}\" COLOR=\"{}\">{text}</FONT>", number(kind.size), kind.colour)
    };
    let text: Vec<String> = lines.iter().map(cell).collect();
    Id::Html(format!(
        "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"{}\" HEIGHT=\"{}\"><TR><TD>{}</TD></TR></TABLE>>",
        number(w.ceil()),
        number(h.ceil()),
        text.join("<BR/>"),
    ))
}

/// A label of a fixed size with nothing in it.
#[must_use]
pub fn blank(w: f64, h: f64) -> Id {
    Id::Html(format!(
        "<<TABLE BORDER=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"{}\" HEIGHT=\"{}\"><TR><TD></TD></TR></TABLE>>",
        number(w.ceil()),
        number(h.ceil()),
    ))
}

/// Size, weight and colour of a line in a label.
#[derive(Clone, Copy)]
pub struct Type {
    /// In points.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// As CSS writes it.
    pub colour: &'static str,
}

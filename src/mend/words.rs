//! What mends are called.

use crate::{
    finding::Change,
    model::{Form, Kind},
    say,
    text::{Lang, shown},
};

/// What a change does, in a few words.
pub fn title(change: &Change, lang: Lang) -> String {
    match change {
        Change::Write(_, text) => {
            let text = shown(text);
            say!(lang, en: "Write `{text}`", nl: "Schrijf `{text}`")
        }
        Change::TakeOutKey(key, _) => say!(lang, en: "Take out `{key}`", nl: "Haal `{key}` weg"),
        Change::TakeOutTable(_) => say!(lang, en: "Take out this table", nl: "Haal deze tabel weg"),
        Change::AddKey(key, ..) => {
            say!(lang, en: "Add `{key}`, to be filled in", nl: "Voeg `{key}` toe, om in te vullen")
        }
        Change::Declare(kind, id) => {
            let header = header(*kind, id);
            say!(lang, en: "Declare `{header}`", nl: "Leg `{header}` vast")
        }
    }
}

/// The header of a table.
pub fn header(kind: Kind, id: &str) -> String {
    let key = kind.key();
    match kind.form() {
        Form::Named => format!("[{key}.{id}]"),
        Form::Single => format!("[{key}]"),
        Form::Element => format!("[[{key}]]"),
    }
}

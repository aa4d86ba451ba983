//! Text as the one typeface of the document can show it. PDF/UA forbids a character without a sign: nobody could
//! read it, and a screen reader would fall silent.

use std::{borrow::Cow, sync::LazyLock};

use serde_json::Value;
use ttf_parser::Face;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::{document, error::PdfError};
use crate::{
    attachment::{Attachment, Figure},
    text::on_one_line,
    view::{BOLD, REGULAR},
};

/// The longest word of letters only that is left whole, in characters: the typesetter knows where its hyphens go.
const LONGEST_WORD: usize = 40;
/// The longest part of other words that is left whole: names of files and the like. The narrowest column holds it.
const PART: usize = 12;
/// Where a longer word may be broken.
const BREAK: char = '\u{200B}';

static FACES: LazyLock<Vec<Face<'static>>> =
    LazyLock::new(|| [REGULAR, BOLD].into_iter().filter_map(|font| Face::parse(font, 0).ok()).collect());

/// The data of the document as JSON and its pictures, with nothing in them that can't be shown.
pub fn fitting(attachment: &Attachment, figures: &[Figure]) -> Result<(String, Vec<String>), PdfError> {
    let mut document = document::document(attachment, figures);
    if figures.iter().any(|figure| lacks(&figure.svg)) || any_lacks(&json(&document)?) {
        document.tell_unshown(attachment.lang);
    }
    let data = each_text(json(&document)?).to_string();
    Ok((data, figures.iter().map(|figure| drawable(&figure.svg)).collect()))
}

fn json(document: &document::Document) -> Result<Value, PdfError> {
    serde_json::to_value(document).map_err(|error| PdfError::Data(error.to_string()))
}

fn any_lacks(value: &Value) -> bool {
    match value {
        Value::String(text) => lacks(text),
        Value::Array(values) => values.iter().any(any_lacks),
        Value::Object(fields) => fields.values().any(any_lacks),
        _ => false,
    }
}

/// The fields that are names of files or of kinds of things; nobody reads them.
const NAMES: [&str; 5] = ["kind", "file", "symbol", "state", "paper"];

/// The fields that stand in no column: what a program shows of the document, and what is read aloud.
const WHOLE: [&str; 2] = ["name", "alt"];

fn each_text(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(breakable(&printable(&on_one_line(&text)))),
        Value::Array(values) => values.into_iter().map(each_text).collect(),
        Value::Object(fields) => {
            let shown = |name: &str, value| match value {
                value if NAMES.contains(&name) => value,
                Value::String(text) if WHOLE.contains(&name) => {
                    Value::String(printable(&on_one_line(&text)).into_owned())
                }
                value => each_text(value),
            };
            fields.into_iter().map(|(name, value)| (name.clone(), shown(&name, value))).collect()
        }
        other => other,
    }
}

/// Whether a text has something in it that can't be shown.
fn lacks(text: &str) -> bool {
    text.chars().any(|character| !has(character) && !is_modifier(character))
}

/// The text with � for what the typeface doesn't have, and without what only changes the character before it.
fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(has) {
        return Cow::Borrowed(text);
    }
    let seen = text.chars().filter(|character| has(*character) || !is_modifier(*character));
    Cow::Owned(seen.map(|it| if has(it) { it } else { char::REPLACEMENT_CHARACTER }).collect())
}

/// The same for a picture, in which the typesetter can't tell which accents that stand by themselves belong to what:
/// they are joined with their letters, or else left out. The tables have them.
fn drawable(svg: &str) -> String {
    let stands = |character: &char| !is_combining_mark(*character) && !is_modifier(*character);
    let joined: String = svg.nfc().filter(stands).collect();
    printable(&joined).into_owned()
}

/// Whether the typeface has a sign for the character; line ends stand in pictures only, between elements.
fn has(character: char) -> bool {
    let is_private = matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    let drawn = || FACES.iter().all(|face| face.glyph_index(character).is_some_and(|glyph| glyph.0 != 0));
    character == '\n' || (!is_private && character != '\u{FEFF}' && drawn())
}

/// Whether a character has no sign of its own: joiners, the choice between text and emoji, skin tones, tags.
const fn is_modifier(character: char) -> bool {
    matches!(
        character,
        '\u{34F}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// The text with places where words may be broken that are too long for a column and that no hyphen is known for.
fn breakable(text: &str) -> String {
    text.split_inclusive(|character: char| character.is_whitespace() || character == '-')
        .map(breakable_word)
        .collect()
}

fn breakable_word(word: &str) -> Cow<'_, str> {
    let letters = word.trim_matches(|character: char| !character.is_alphanumeric());
    let length = letters.chars().count();
    if length <= PART || (length <= LONGEST_WORD && letters.chars().all(char::is_alphabetic)) {
        return Cow::Borrowed(word);
    }
    let mut broken = String::with_capacity(word.len() * 2);
    let mut run = 0;
    let mut characters = word.chars().peekable();
    while let Some(character) = characters.next() {
        broken.push(character);
        run += 1;
        let ends_part = run > 2 && matches!(character, '_' | '/' | '\\' | '.' | ':' | '@' | '=' | '&');
        let goes_on = characters.peek().is_some_and(|next| next.is_alphanumeric());
        if goes_on && (ends_part || run >= PART) {
            broken.push(BREAK);
            run = 0;
        }
    }
    Cow::Owned(broken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::{Levels, Options, analyze},
        attachment::compose,
        graph::FlowGraph,
        source::Sources,
    };

    fn data(name: &str) -> String {
        let mut sources = Sources::default();
        sources.add("a.toml", format!("[landscape]\nname = \"{name}\"\n"));
        let today = jiff::civil::date(2026, 11, 1);
        let options = Options { date: None, today, lang: None, levels: Levels::default() };
        let analysis = analyze(&sources, &options);
        let attachment = compose(&analysis, &FlowGraph::new(&analysis.landscape), &[]);
        fitting(&attachment, &[]).unwrap().0
    }

    #[test]
    fn a_sign_that_stands_for_others_is_explained() {
        let explained = "Het teken \u{FFFD} staat voor";
        assert!(data("Zaken 🦀").contains(explained));
        assert!(!data("Zaken ≠ geld").contains(explained));
    }

    #[test]
    fn what_the_typeface_lacks_is_shown_as_such() {
        assert_eq!(printable("Zürich ≠ São → €"), "Zürich ≠ São → €");
        assert_eq!(printable("a🦀b漢c"), "a\u{FFFD}b\u{FFFD}c");
        assert_eq!(printable("👩🏽\u{200D}💻\u{FE0F}"), "\u{FFFD}\u{200D}\u{FFFD}");
        assert_eq!(printable("\u{FEFF}a\u{E000}"), "a\u{FFFD}");
    }

    #[test]
    fn a_picture_has_no_accents_by_themselves() {
        assert_eq!(drawable("cafe\u{301} Z\u{301}\u{301}oe"), "café Źoe");
        assert_eq!(drawable("\u{5E9}\u{5C1}\u{5B8}\u{200D}"), "\u{5E9}");
    }

    #[test]
    fn a_word_that_no_column_can_hold_may_be_broken() {
        for whole in [
            "(verwerkingsverantwoordelijkheidsgebied):",
            "K-123",
            "toegankelijkheids-\u{2019}verklaring\u{2019}",
            "een zin van meer dan veertig letters",
        ] {
            assert_eq!(breakable(whole), whole);
        }
        assert_eq!(
            breakable("a/bestand_van_vroeger.toml"),
            "a/bestand_\u{200B}van_\u{200B}vroeger.\u{200B}toml"
        );
        let long = "x".repeat(100);
        let broken = breakable(&long);
        assert!(broken.split(BREAK).all(|part| part.len() <= PART));
        assert_eq!(broken.replace(BREAK, ""), long);
    }
}

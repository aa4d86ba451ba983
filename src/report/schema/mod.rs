//! The JSON Schema of the language, for editors without our server: which tables, keys and words there are, and
//! what they mean, from the dictionary.
//!
//! For a file by itself: no table has to be in it, and what refers to what is left to `check`. It says that
//! it is draft 2020-12 and keeps to keywords that mean the same in draft-07, without `$ref`, since that is what
//! Taplo (Even Better TOML) reads.

mod node;
mod values;

use std::io;

use self::node::{Node, Type};
use crate::{
    dictionary::{self, Key, LEVELS, Word},
    finding::{Group, RuleInfo},
    model::{Form, Kind},
    rules::ALL,
    say,
    text::{Lang, Text, capitalised},
};

/// Which draft it is.
const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";
/// An id, as the contract has it.
const ID: &str = "^[A-Za-z0-9][A-Za-z0-9_-]*$";

/// Writes the schema, with its descriptions in one language.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(lang: Lang, out: &mut impl io::Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &landscape(lang))?;
    writeln!(out)
}

/// A file of a landscape.
fn landscape(lang: Lang) -> Node {
    const TITLE: Text = Text { en: "Koppelkaart landscape", nl: "Koppelkaart-landschap" };
    let tables = Kind::ALL.map(|kind| (kind.key().to_owned(), table(kind, lang)));
    let mut file = object(tables.into(), Vec::new());
    file.draft = Some(DRAFT);
    file.title = Some(TITLE.to(lang));
    file
}

/// What stands under the word that opens a kind of table.
fn table(kind: Kind, lang: Lang) -> Node {
    let one = match kind {
        Kind::Rules => levels(lang),
        _ => keyed(dictionary::keys(kind), lang),
    };
    let about = dictionary::about(kind).to(lang).to_owned();
    let described = Node { description: Some(about.clone()), ..one };
    match kind.form() {
        Form::Single => described,
        Form::Named => Node {
            description: Some(about),
            kind: Some(Type::One("object")),
            pattern_properties: vec![(ID.to_owned(), described)],
            additional_properties: Some(false),
            ..Node::default()
        },
        Form::Element => Node {
            description: Some(about),
            kind: Some(Type::One("array")),
            items: Some(Box::new(described)),
            ..Node::default()
        },
    }
}

/// A table with these keys and no others.
fn keyed(keys: &'static [Key], lang: Lang) -> Node {
    let properties = keys.iter().map(|key| (key.name.to_owned(), values::of(key, lang))).collect();
    object(properties, keys.iter().filter(|key| key.required).map(|key| key.name).collect())
}

/// `[rules]`: every rule, and what it can be set to.
fn levels(lang: Lang) -> Node {
    let level = |rule: &RuleInfo| {
        // What breaks the language can't be set to less.
        let only_deny = |word: &&Word| rule.group != Group::Language || word.word == "deny";
        let about = format!("{}.", capitalised(rule.title.to(lang)));
        let words: Vec<&Word> = LEVELS.iter().filter(only_deny).collect();
        (rule.id.to_owned(), values::one_of(&words, about, lang))
    };
    object(ALL.iter().map(|rule| level(&rule.info)).collect(), Vec::new())
}

fn object(properties: Vec<(String, Node)>, required: Vec<&'static str>) -> Node {
    Node {
        kind: Some(Type::One("object")),
        properties,
        required,
        additional_properties: Some(false),
        ..Node::default()
    }
}

/// What a description adds where a key must be there.
fn must(lang: Lang) -> String {
    say!(lang, en: "Required.", nl: "Verplicht.")
}

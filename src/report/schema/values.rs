//! What a key holds, as JSON Schema.
//!
//! TOML dates are texts to whoever reads JSON Schema, so a date in quotes passes here; `check` tells of it.

use super::{
    ID, keyed, must,
    node::{Docs, Node, Taplo, Type},
};
use crate::{
    dictionary::{Key, Shape, Word},
    load::problem::Wanted,
    norms::{countries::COUNTRIES, protocols::PROTOCOLS},
    rules::ALL,
    text::Lang,
};

const TEXT: Type = Type::One("string");
/// One value or a list of them.
const SEVERAL: Type = Type::Either(["string", "array"]);
/// What `norms::tls::TlsVersion::parse` reads.
const TLS: &str = r"^\s*(([Tt][Ll][Ss])?[ _-]*[Vv]?1\.[0-3]|[Ss][Ss][Ll][ _-]*[Vv]?[23](\.0)?)\s*$";
const TLS_VERSIONS: &[&str] = &["1.3", "1.2", "1.1", "1.0", "SSL 3.0", "SSL 2.0"];

/// What a key holds, with what it means.
pub fn of(key: &'static Key, lang: Lang) -> Node {
    let mut node = shape(&key.shape, lang);
    let mut about = key.about.to(lang).to_owned();
    if key.required {
        about = format!("{about} {}", must(lang));
    }
    if let Shape::OneOf(words) | Shape::SomeOf(words) | Shape::DateOr(words) = &key.shape {
        about += &listed(words.iter(), lang);
    }
    node.description = Some(about);
    node
}

/// One of these words.
pub fn one_of(words: &[&'static Word], about: String, lang: Lang) -> Node {
    let description = Some(about + &listed(words.iter().copied(), lang));
    Node { description, ..enumerated(words.iter().copied(), lang) }
}

/// What each word means, as a list in Markdown: not every editor shows it at the word itself.
fn listed<'a>(words: impl Iterator<Item = &'a Word>, lang: Lang) -> String {
    let line = |word: &Word| format!("\n- `{}`: {}", word.word, word.about.to(lang));
    format!("\n{}", words.map(line).collect::<String>())
}

fn shape(shape: &'static Shape, lang: Lang) -> Node {
    match shape {
        Shape::Text => text(None),
        Shape::Texts => several(text(None)),
        Shape::Flag => Node { kind: Some(Type::One("boolean")), ..Node::default() },
        Shape::Number => Node {
            kind: Some(Type::One("integer")),
            minimum: Some(0),
            maximum: Some(u32::MAX),
            ..Node::default()
        },
        Shape::Date => day(),
        Shape::DateOr(words) => {
            Node { any_of: vec![day(), enumerated(words.iter(), lang)], ..Node::default() }
        }
        Shape::OneOf(words) => enumerated(words.iter(), lang),
        Shape::SomeOf(words) => either(enumerated(words.iter(), lang)),
        Shape::NewId => text(Some(ID)),
        Shape::Reference(wanted) => reference(*wanted),
        Shape::References(wanted) => match reference(*wanted) {
            rules if !rules.words.is_empty() => either(rules),
            one => several(one),
        },
        Shape::TwoOrMore(wanted) => Node {
            kind: Some(Type::One("array")),
            min_items: Some(2),
            items: Some(Box::new(reference(*wanted))),
            ..Node::default()
        },
        Shape::Country => plain(COUNTRIES.to_vec()),
        Shape::Areas => either(plain(std::iter::once("EEA").chain(COUNTRIES.iter().copied()).collect())),
        Shape::Protocol => {
            suggested(text(None), plain(PROTOCOLS.iter().map(|protocol| protocol.name).collect()))
        }
        Shape::TlsVersion => suggested(text(Some(TLS)), plain(TLS_VERSIONS.to_vec())),
        Shape::Table(keys) => keyed(keys, lang),
    }
}

/// What an id refers to is left to `check`; rules are known.
fn reference(wanted: Wanted) -> Node {
    match wanted {
        Wanted::Rule => plain(ALL.iter().map(|rule| rule.info.id).collect()),
        Wanted::Kind(_) | Wanted::Endpoint => text(Some(ID)),
        Wanted::Subject | Wanted::Domain => text(None),
    }
}

fn text(pattern: Option<&'static str>) -> Node {
    Node { kind: Some(TEXT), pattern, ..Node::default() }
}

/// A day without a time. Not by a pattern too: that would tell a mistake twice.
fn day() -> Node {
    Node { format: Some("date"), ..text(None) }
}

/// Only these texts.
fn plain(words: Vec<&'static str>) -> Node {
    Node { kind: Some(TEXT), words, ..Node::default() }
}

/// Only these words, with what they mean.
fn enumerated<'a>(words: impl Iterator<Item = &'static Word> + Clone + 'a, lang: Lang) -> Node {
    let enum_values = words.clone().map(|word| word.about.to(lang)).collect();
    Node { taplo: Some(Taplo { docs: Docs { enum_values } }), ..plain(words.map(|word| word.word).collect()) }
}

/// One text or a list: what holds for one text is ignored of a list, so that mistakes are told precisely.
fn several(one: Node) -> Node {
    let pattern = one.pattern;
    Node { kind: Some(SEVERAL), pattern, items: Some(Box::new(one)), ..Node::default() }
}

/// One of the words or a list. `enum` would forbid the list, so this one needs a choice.
fn either(one: Node) -> Node {
    let items = Some(Box::new(one.clone()));
    let list = Node { kind: Some(Type::One("array")), items, ..Node::default() };
    Node { any_of: vec![one, list], ..Node::default() }
}

/// What a value must be, and beside it, for completion alone, what it often is.
fn suggested(whole: Node, often: Node) -> Node {
    Node { any_of: vec![often, Node { kind: Some(TEXT), ..Node::default() }], ..whole }
}

//! The dictionary says what the structs of `model/` read: each struct is asked, key by key.
//!
//! A struct is given a table with one key and a value that can't be read: what serde asks of that value is
//! what the key takes. The types of `model/` ask through names of their own (`SPANNED`, `LIST`, `->party`),
//! which is why no library for schemas can do this.

use std::{cell::Cell, collections::BTreeSet, fmt};

use serde::de::{
    self, DeserializeOwned, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
    value::StrDeserializer,
};

use super::*;
use crate::{
    load::{load, problem::Fault},
    model::{
        About, Acceptance, Agreement, Application, Data, Endpoint, Forbidden, Form, LIST, Link, Network,
        Norm, Party, Policy, Processing, SPANNED, Setting, SpecialCategoryBasis, View,
    },
    source::Sources,
};

/// What serde asked for.
#[derive(Debug, PartialEq)]
enum Asked {
    Text,
    Flag,
    Number,
    Date,
    OneOf(BTreeSet<&'static str>),
    /// What `load/value.rs` resolves.
    Reference(&'static str),
    /// Text that is read further, by the code under which it is expected.
    Form(String),
    Table(&'static [&'static str]),
}

/// What reading stopped with.
#[derive(Debug)]
enum Stop {
    Asked(Asked),
    UnknownKey(&'static [&'static str]),
    Other(String),
}

impl fmt::Display for Stop {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Other(why) => out.write_str(why),
            stop => write!(out, "{stop:?}"),
        }
    }
}

impl std::error::Error for Stop {}

impl de::Error for Stop {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Other(message.to_string())
    }

    fn invalid_type(_: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::Asked(Asked::Form(expected.to_string()))
    }

    fn invalid_value(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::invalid_type(unexpected, expected)
    }

    fn unknown_field(_: &str, known: &'static [&'static str]) -> Self {
        Self::UnknownKey(known)
    }
}

/// A value that nothing can be read from. Notes whether a list was asked for.
#[derive(Clone, Copy)]
struct Nothing<'a> {
    several: &'a Cell<bool>,
}

impl IntoDeserializer<'_, Stop> for Nothing<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

fn asked<T>(asked: Asked) -> Result<T, Stop> {
    Err(Stop::Asked(asked))
}

impl<'de> Deserializer<'de> for Nothing<'_> {
    type Error = Stop;

    /// Text, which some types read further; those that can't tell what they expect.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_str("\0")
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_some(self)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Stop> {
        asked(Asked::Flag)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Stop> {
        asked(Asked::Number)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Stop> {
        asked(Asked::Date)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Stop> {
        asked(Asked::OneOf(words.iter().copied().collect()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        keys: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Stop> {
        asked(Asked::Table(keys))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Stop> {
        match name {
            SPANNED => visitor.visit_seq(Placed { value: self, given: 0 }),
            LIST => {
                self.several.set(true);
                visitor.visit_seq(de::value::SeqDeserializer::new(std::iter::once(self)))
            }
            _ => asked(Asked::Reference(name)),
        }
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char str string byte_buf unit unit_struct seq tuple tuple_struct
        map identifier ignored_any
    }
}

/// A value after its place, as `Spanned` asks for them.
struct Placed<'a> {
    value: Nothing<'a>,
    given: u8,
}

impl<'de> SeqAccess<'de> for Placed<'_> {
    type Error = Stop;

    fn next_element_seed<T: de::DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Stop> {
        self.given += 1;
        match self.given {
            1..=3 => seed.deserialize(0_u32.into_deserializer()).map(Some),
            _ => seed.deserialize(self.value).map(Some),
        }
    }
}

/// A table with one key.
struct Table<'a> {
    key: &'static str,
    several: &'a Cell<bool>,
}

impl<'de> Deserializer<'de> for Table<'_> {
    type Error = Stop;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_map(OneKey { table: self, read: false })
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct OneKey<'a> {
    table: Table<'a>,
    read: bool,
}

impl<'de> MapAccess<'de> for OneKey<'_> {
    type Error = Stop;

    fn next_key_seed<K: de::DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Stop> {
        // What reads any text at all is text.
        if self.read {
            return asked(Asked::Text);
        }
        seed.deserialize(StrDeserializer::<Stop>::new(self.table.key)).map(Some)
    }

    fn next_value_seed<V: de::DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Stop> {
        self.read = true;
        seed.deserialize(Nothing { several: self.table.several })
    }
}

/// The keys that a struct reads, in its own order.
fn keys_of<T: DeserializeOwned>() -> &'static [&'static str] {
    match T::deserialize(Table { key: "\0", several: &Cell::default() }).err() {
        Some(Stop::UnknownKey(keys)) => keys,
        other => panic!("an unknown key gives {other:?}"),
    }
}

/// What a struct asks of one key, and whether it takes a list.
fn asked_of<T: DeserializeOwned>(key: &'static str) -> (Asked, bool) {
    let several = Cell::default();
    match T::deserialize(Table { key, several: &several }).err() {
        Some(Stop::Asked(asked)) => (asked, several.get()),
        other => panic!("`{key}` gives {other:?}"),
    }
}

/// What a struct should ask, by the dictionary.
fn told(shape: &Shape) -> (Asked, bool) {
    let words = |words: &'static [Word]| words.iter().map(|word| word.word).collect::<BTreeSet<_>>();
    let form = |code: &str| Asked::Form(code.to_owned());
    match shape {
        Shape::Text | Shape::NewId | Shape::Protocol => (Asked::Text, false),
        Shape::Texts => (Asked::Text, true),
        Shape::Flag => (Asked::Flag, false),
        Shape::Number => (Asked::Number, false),
        Shape::Date => (Asked::Date, false),
        Shape::DateOr(_) => (form("dpia"), false),
        Shape::OneOf(all) if is_exception(all) => (form("special-category-basis"), false),
        Shape::OneOf(all) => (Asked::OneOf(words(all)), false),
        Shape::SomeOf(all) => (Asked::OneOf(words(all)), true),
        Shape::Reference(wanted) => (reference(*wanted), false),
        Shape::References(wanted) | Shape::TwoOrMore(wanted) => (reference(*wanted), true),
        Shape::Country => (form("country"), false),
        Shape::Areas => (form("area"), true),
        Shape::TlsVersion => (form("tls"), false),
        Shape::Table(keys) => {
            let names: Vec<_> = keys.iter().map(|key| key.name).collect();
            assert_eq!(names, keys_of::<Forbidden>());
            (Asked::Table(keys_of::<Forbidden>()), false)
        }
    }
}

/// Whether these are the exceptions of GDPR art. 9(2), which the model reads as text.
fn is_exception(words: &[Word]) -> bool {
    words.iter().all(|word| word.word.starts_with("9(2)"))
}

/// Rules, subjects and domains are looked up by rules, not by the loader.
fn reference(wanted: Wanted) -> Asked {
    use crate::model::Named;
    Asked::Reference(match wanted {
        Wanted::Endpoint => Endpoint::REFERENCE,
        Wanted::Kind(Kind::Party) => Party::REFERENCE,
        Wanted::Kind(Kind::Data) => Data::REFERENCE,
        Wanted::Kind(Kind::Network) => Network::REFERENCE,
        Wanted::Kind(Kind::Application) => Application::REFERENCE,
        Wanted::Kind(Kind::Processing) => Processing::REFERENCE,
        Wanted::Kind(Kind::Agreement) => Agreement::REFERENCE,
        _ => return Asked::Text,
    })
}

/// Compares the keys of one table, in the order of the struct.
fn compare<T: DeserializeOwned>(keys: &'static [Key]) {
    assert_eq!(keys.iter().map(|key| key.name).collect::<Vec<_>>(), keys_of::<T>());
    for key in keys {
        assert_eq!(told(&key.shape), asked_of::<T>(key.name), "{}", key.name);
    }
}

#[test]
fn the_keys_and_what_they_hold_are_those_that_the_model_reads() {
    for kind in Kind::ALL {
        let keys = keys(kind);
        match kind {
            Kind::Landscape => compare::<About>(keys),
            Kind::Party => compare::<Party>(keys),
            Kind::Data => compare::<Data>(keys),
            Kind::Network => compare::<Network>(keys),
            Kind::Application => compare::<Application>(keys),
            Kind::Link => compare::<Link>(keys),
            Kind::Processing => compare::<Processing>(keys),
            Kind::Agreement => compare::<Agreement>(keys),
            Kind::Norm => compare::<Norm>(keys),
            Kind::View => compare::<View>(keys),
            Kind::Policy => {
                compare::<Policy>(keys);
                let Some(Key { shape: Shape::Table(places), .. }) = key(kind, "never_reaches") else {
                    panic!("`never_reaches` is a table")
                };
                compare::<Forbidden>(places);
            }
            Kind::Acceptance => compare::<Acceptance>(keys),
            Kind::Rules => assert!(keys.is_empty(), "every key is a rule"),
        }
    }
}

#[test]
fn the_levels_of_rules_are_those_that_the_model_reads() {
    let words = LEVELS.iter().map(|level| level.word).collect();
    let Err(Stop::Asked(asked)) =
        <Setting as serde::Deserialize>::deserialize(Nothing { several: &Cell::default() })
    else {
        panic!("a setting is a word")
    };
    assert_eq!(asked, Asked::OneOf(words));
}

#[test]
fn every_exception_for_special_categories_can_be_read() {
    let Some(Key { shape: Shape::OneOf(words), .. }) = key(Kind::Processing, "special_category_basis") else {
        panic!("it takes words")
    };
    let read = |word: &Word| {
        let text = StrDeserializer::<Stop>::new(word.word);
        <SpecialCategoryBasis as serde::Deserialize>::deserialize(text).expect(word.word).0
    };
    assert_eq!(words.iter().map(read).collect::<String>(), "abcdefghij");
}

#[test]
fn a_key_is_required_where_the_loader_misses_it_in_an_empty_table() {
    for kind in Kind::ALL {
        let header = match kind.form() {
            Form::Single => format!("[{}]\n", kind.key()),
            Form::Named => format!("[{}.x]\n", kind.key()),
            Form::Element => format!("[[{}]]\n", kind.key()),
        };
        // That a policy forbids nothing is only told of one that can be read so far.
        let missed = ["", "reason = \"r\"\n"].into_iter().flat_map(|body| {
            let mut sources = Sources::default();
            sources.add("a.toml", format!("{header}{body}"));
            load(&sources).problems.into_iter().filter_map(|problem| match problem.fault {
                // An empty `table` is the file, which lacks `[landscape]`.
                Fault::MissingKey { key, table } if !table.is_empty() => Some(key),
                _ => None,
            })
        });
        let required = keys(kind).iter().filter(|key| key.required).map(|key| key.name);
        let (required, missed): (BTreeSet<_>, BTreeSet<_>) = (required.collect(), missed.collect());
        assert_eq!(required, missed, "{}", kind.key());
    }
}

/// All that the dictionary tells.
fn texts() -> Vec<(String, Text)> {
    fn of(at: &str, keys: &'static [Key], all: &mut Vec<(String, Text)>) {
        for key in keys {
            let at = format!("{at}.{}", key.name);
            match &key.shape {
                Shape::OneOf(words) | Shape::SomeOf(words) | Shape::DateOr(words) => {
                    all.extend(words.iter().map(|word| (format!("{at}={}", word.word), word.about)));
                }
                Shape::Table(keys) => of(&at, keys, all),
                _ => {}
            }
            all.push((at, key.about));
        }
    }
    let mut all: Vec<_> = LEVELS.iter().map(|word| (word.word.to_owned(), word.about)).collect();
    for kind in Kind::ALL {
        of(kind.key(), keys(kind), &mut all);
        all.push((kind.key().to_owned(), about(kind)));
    }
    all
}

#[test]
fn everything_is_told_in_both_languages_in_whole_sentences() {
    for (at, text) in texts() {
        for told in [text.en, text.nl] {
            assert!(
                told.starts_with(|first: char| first.is_uppercase()) && told.ends_with('.'),
                "{at}: {told}"
            );
            assert!(told.matches('`').count().is_multiple_of(2), "{at}: {told}");
        }
        let dutch_law = text.en.replace("UAVG", "").contains("AVG");
        assert!(!text.nl.contains("GDPR") && !dutch_law, "{at}: {text:?}");
        assert_eq!(text.en.contains("Left out"), text.nl.contains("Weggelaten"), "{at}: {text:?}");
        assert_eq!(articles(text.en), articles(text.nl), "{at}");
    }
}

/// The articles that a text names.
fn articles(text: &str) -> Vec<&str> {
    text.split("art. ").skip(1).filter_map(|rest| rest.split([' ', ';', ',']).next()).collect()
}

//! Asks a struct what it wants of each key.
//!
//! It is given a table with one key and a value that can't be read: what serde asks of that value is what the
//! key takes. The types of `model/` ask through names of their own (`SPANNED`, `LIST`, `->party`), which is why
//! no library for schemas can do this.

use std::{cell::Cell, collections::BTreeSet, fmt};

use serde::de::{
    self, DeserializeOwned, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
    value::StrDeserializer,
};

use crate::model::{LIST, SPANNED};

/// What serde asked for.
#[derive(Debug, PartialEq)]
pub enum Asked {
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
pub enum Stop {
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
pub struct Nothing<'a> {
    pub several: &'a Cell<bool>,
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
pub fn keys_of<T: DeserializeOwned>() -> &'static [&'static str] {
    match T::deserialize(Table { key: "\0", several: &Cell::default() }).err() {
        Some(Stop::UnknownKey(keys)) => keys,
        other => panic!("an unknown key gives {other:?}"),
    }
}

/// What a struct asks of one key, and whether it takes a list.
pub fn asked_of<T: DeserializeOwned>(key: &'static str) -> (Asked, bool) {
    let several = Cell::default();
    match T::deserialize(Table { key, several: &several }).err() {
        Some(Stop::Asked(asked)) => (asked, several.get()),
        other => panic!("`{key}` gives {other:?}"),
    }
}

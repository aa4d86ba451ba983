//! A serde deserializer over one parsed TOML table: it resolves references, hands out the place of every
//! value, and tells what went wrong as facts instead of as a sentence.
//!
//! Serde stops at the first error. What is wrong with a list and what the language has no key for is noted and
//! passed over on the way ([`Context::noted`]), since there may be any number of either. For the rest, `table.rs`
//! reads again without what was wrong: [`Context::dropped`] holds the places of what is passed over.

use std::cell::RefCell;

use rustc_hash::FxHashSet;
use serde::de::{
    self, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor, value::StringDeserializer,
};
use toml::de::{DeTable, DeValue};

use super::{
    misread::{Misread, MisreadKind, found},
    names::Names,
    problem::{Expected, Wanted},
    stand_in::StandIn,
};
use crate::{
    model::{
        Agreement, Application, Data, Endpoint, Kind, LIST, Named, Network, Norm, Party, Policy, Processing,
        SPANNED, View,
    },
    source::{Location, SourceId},
};

/// What the values of a table are read against.
pub struct Context<'a> {
    /// The declared ids.
    pub names: &'a Names,
    /// The file.
    pub source: SourceId,
    /// Where in the file the parsed text starts.
    pub base: usize,
    /// Places (within the parsed text) of keys and values to pass over, since they are known to be wrong.
    pub dropped: FxHashSet<usize>,
    /// What was found wrong on the way, without stopping. What is read with anything here is thrown away.
    pub noted: RefCell<Vec<Misread>>,
    /// Keys that are known to be missing: they get a stand-in, so that what else is wrong comes out.
    pub stand_in: Vec<&'static str>,
}

impl Context<'_> {
    /// A span of the parsed text as a place in the file.
    #[must_use]
    pub fn location(&self, span: &std::ops::Range<usize>) -> Location {
        // Files are shorter than 4 GiB: `Sources::add` saw to that.
        #[expect(clippy::cast_possible_truncation)]
        let at = |byte: usize| (self.base + byte) as u32;
        Location { source: self.source, start: at(span.start), end: at(span.end) }
    }
}

/// A value, its place, and what it is read against.
#[derive(Clone, Copy)]
pub struct Value<'a, 'i> {
    value: &'a DeValue<'i>,
    span: (usize, usize),
    context: &'a Context<'a>,
}

impl<'a, 'i> Value<'a, 'i> {
    /// A value of the parsed text.
    #[must_use]
    pub const fn new(
        value: &'a DeValue<'i>,
        span: &std::ops::Range<usize>,
        context: &'a Context<'a>,
    ) -> Self {
        Self { value, span: (span.start, span.end), context }
    }

    fn unexpected(&self) -> de::Unexpected<'_> {
        match self.value {
            DeValue::String(text) => de::Unexpected::Str(text),
            DeValue::Integer(_) => de::Unexpected::Signed(0),
            DeValue::Float(_) => de::Unexpected::Float(0.0),
            DeValue::Boolean(value) => de::Unexpected::Bool(*value),
            DeValue::Datetime(_) => de::Unexpected::Bytes(&[]),
            DeValue::Array(_) => de::Unexpected::Seq,
            DeValue::Table(_) => de::Unexpected::Map,
        }
    }

    fn mistyped<E: de::Error>(&self, expected: &dyn de::Expected) -> E {
        E::invalid_type(self.unexpected(), expected)
    }

    /// The id that stands here, looked up.
    fn reference<'de, V: Visitor<'de>>(&self, wanted: Wanted, visitor: V) -> Result<V::Value, Misread> {
        let DeValue::String(id) = self.value else { return Err(self.mistyped(&"id")) };
        let names = self.context.names;
        let unknown = || Misread::new(MisreadKind::Reference(wanted, id.to_string()));
        match wanted {
            Wanted::Kind(kind) => visitor.visit_u32(names.get(kind, id).ok_or_else(unknown)?),
            _ => match (names.find::<Application>(id), names.find::<Party>(id)) {
                (Some(index), _) => visitor.visit_u32(index),
                (None, Some(index)) => visitor.visit_u64(index.into()),
                (None, None) => Err(unknown()),
            },
        }
    }

    fn newtype<'de, V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Misread> {
        match (name, self.value) {
            (SPANNED, _) => {
                let (start, end) = self.span;
                let location = self.context.location(&(start..end));
                visitor.visit_seq(Pair { location, value: self, given: 0 })
            }
            (LIST, DeValue::Array(_)) => self.deserialize_seq(visitor),
            (LIST, _) => {
                visitor.visit_seq(Elements { rest: std::iter::once(self), noted: &self.context.noted })
            }
            (Endpoint::REFERENCE, _) => self.reference(Wanted::Endpoint, visitor),
            _ => match referred(name) {
                Some(kind) => self.reference(Wanted::Kind(kind), visitor),
                None => visitor.visit_newtype_struct(self),
            },
        }
    }

    fn any<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self.value {
            DeValue::String(text) => visitor.visit_str(text),
            DeValue::Boolean(value) => visitor.visit_bool(*value),
            DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
                Ok(number) => visitor.visit_i64(number),
                Err(_) => Err(self.mistyped(&visitor)),
            },
            DeValue::Datetime(datetime) if datetime.time.is_none() && datetime.offset.is_none() => {
                visitor.visit_bytes(datetime.to_string().as_bytes())
            }
            DeValue::Float(_) | DeValue::Datetime(_) => Err(self.mistyped(&visitor)),
            DeValue::Array(items) => {
                let context = self.context;
                let kept = items.iter().filter(|item| !context.dropped.contains(&item.span().start));
                visitor.visit_seq(Elements {
                    rest: kept.map(|item| Value::new(item.get_ref(), &item.span(), context)),
                    noted: &context.noted,
                })
            }
            DeValue::Table(table) => visitor.visit_map(Entries::new(table, &[], self.context)),
        }
    }
}

/// The kind that a reference of this name refers to.
fn referred(name: &str) -> Option<Kind> {
    fn of<T: Named>() -> (&'static str, Kind) {
        (T::REFERENCE, T::KIND)
    }
    let all = [
        of::<Party>(),
        of::<Data>(),
        of::<Network>(),
        of::<Application>(),
        of::<Processing>(),
        of::<Agreement>(),
        of::<Norm>(),
        of::<View>(),
        of::<Policy>(),
    ];
    all.into_iter().find(|(reference, _)| *reference == name).map(|(_, kind)| kind)
}

macro_rules! as_any {
    ($($method:ident)*) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
            self.deserialize_any(visitor)
        }
    )* };
}

impl<'de> Deserializer<'de> for Value<'_, '_> {
    type Error = Misread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        let span = self.span.0..self.span.1;
        self.any(visitor).map_err(|misread| misread.at(&span))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misread> {
        let span = self.span.0..self.span.1;
        self.newtype(name, visitor).map_err(|misread| misread.at(&span))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        let span = self.span.0..self.span.1;
        let word = if let DeValue::String(text) = self.value {
            text.to_string()
        } else {
            let words = variants.iter().map(|&word| word.to_owned()).collect();
            let expected = Expected::OneOf { words, near: None };
            let kind = MisreadKind::Invalid(expected, found(&self.unexpected()));
            return Err(Misread::new(kind).at(&span));
        };
        let word: StringDeserializer<Misread> = word.into_deserializer();
        visitor.visit_enum(word).map_err(|misread| misread.at(&span))
    }

    as_any! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16
        deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64 deserialize_char deserialize_bytes deserialize_byte_buf deserialize_unit deserialize_seq deserialize_map
        deserialize_identifier deserialize_ignored_any
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        let span = self.span.0..self.span.1;
        let read: Result<V::Value, Misread> = match self.value {
            DeValue::String(text) => visitor.visit_str(text),
            // A date above all, which goes by its bytes: serde would take those for text.
            _ => Err(self.mistyped(&visitor)),
        };
        read.map_err(|misread| misread.at(&span))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        self.deserialize_str(visitor)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misread> {
        self.deserialize_any(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misread> {
        self.deserialize_any(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Misread> {
        self.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        let span = self.span.0..self.span.1;
        // A list isn't taken for one, though serde would read it as its keys in order.
        let DeValue::Table(table) = self.value else {
            return Err(self.mistyped::<Misread>(&visitor).at(&span));
        };
        visitor.visit_map(Entries::new(table, known, self.context)).map_err(|misread| misread.at(&span))
    }
}

/// A value after its place, as `Spanned` wants them: file, start, end, value.
struct Pair<'a, 'i> {
    location: Location,
    value: Value<'a, 'i>,
    given: u8,
}

impl<'de> SeqAccess<'de> for Pair<'_, '_> {
    type Error = Misread;

    fn next_element_seed<T: de::DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Misread> {
        self.given += 1;
        let part = match self.given {
            1 => self.location.source.index(),
            2 => self.location.start,
            3 => self.location.end,
            _ => return seed.deserialize(self.value).map(Some),
        };
        seed.deserialize(part.into_deserializer()).map(Some)
    }
}

/// The elements of an array, or the one value that stands for a list. Who asks on after an error gets the next one.
struct Elements<'a, I> {
    rest: I,
    noted: &'a RefCell<Vec<Misread>>,
}

impl<'a, 'i: 'a, 'de, I: Iterator<Item = Value<'a, 'i>>> SeqAccess<'de> for Elements<'a, I> {
    type Error = Misread;

    fn next_element_seed<T: de::DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Misread> {
        let Some(value) = self.rest.next() else { return Ok(None) };
        let note = |misread: &Misread| self.noted.borrow_mut().push(misread.clone());
        seed.deserialize(value).map(Some).inspect_err(note)
    }
}

/// The keys and values of a table, but for what is dropped and for what isn't known.
pub struct Entries<'a, 'i> {
    entries: toml::map::Iter<'a, toml::Spanned<toml::de::DeString<'i>>, toml::Spanned<DeValue<'i>>>,
    /// The keys that there are; none where any will do.
    known: &'static [&'static str],
    value: Option<Value<'a, 'i>>,
    missing: std::slice::Iter<'a, &'static str>,
    context: &'a Context<'a>,
}

impl<'a, 'i> Entries<'a, 'i> {
    /// The entries of a parsed table.
    #[must_use]
    pub fn new(table: &'a DeTable<'i>, known: &'static [&'static str], context: &'a Context<'a>) -> Self {
        Self { entries: table.iter(), known, value: None, missing: [].iter(), context }
    }
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Misread;

    fn next_key_seed<K: de::DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Misread> {
        let dropped = |at: usize| self.context.dropped.contains(&at);
        for (key, value) in self.entries.by_ref() {
            if dropped(key.span().start) || dropped(value.span().start) {
                continue;
            }
            let name = key.get_ref().as_ref();
            if !self.known.is_empty() && !self.known.contains(&name) {
                let kind = MisreadKind::UnknownKey(name.to_owned(), self.known);
                self.context.noted.borrow_mut().push(Misread::new(kind).at(&key.span()));
                continue;
            }
            self.value = Some(Value::new(value.get_ref(), &value.span(), self.context));
            let name: de::value::StrDeserializer<'_, Misread> = name.into_deserializer();
            return seed.deserialize(name).map(Some).map_err(|misread| misread.at(&key.span()));
        }
        let missing = self.missing.next();
        missing.map(|&key| seed.deserialize(key.into_deserializer())).transpose()
    }

    fn next_value_seed<V: de::DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Misread> {
        match self.value.take() {
            Some(value) => seed.deserialize(value),
            None => seed.deserialize(StandIn),
        }
    }
}

/// The whole table as a deserializer.
pub struct Root<'a, 'i>(pub &'a DeTable<'i>, pub &'a Context<'a>);

impl<'de> Deserializer<'de> for Root<'_, '_> {
    type Error = Misread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        self.deserialize_struct("", &[], visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        let missing = self.1.stand_in.iter();
        visitor.visit_map(Entries { missing, ..Entries::new(self.0, known, self.1) })
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

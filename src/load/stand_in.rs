//! A value for a key that is missing, so that reading can go on and tell of the next one.
//!
//! What is read with it is thrown away.

use serde::de::{Deserializer, IntoDeserializer, Visitor, value::SeqDeserializer};

use super::misread::Misread;
use crate::model::{LIST, SPANNED};

/// Passes for a value of any type.
#[derive(Clone, Copy)]
pub struct StandIn;

impl IntoDeserializer<'_, Misread> for StandIn {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for StandIn {
    type Error = Misread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        visitor.visit_str("")
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        visitor.visit_bytes(b"1970-01-01")
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        visitor.visit_u32(0)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misread> {
        match name {
            SPANNED => visitor.visit_seq(SeqDeserializer::new([Self; 4].into_iter())),
            LIST => visitor.visit_seq(SeqDeserializer::new(std::iter::empty::<Self>())),
            _ => visitor.visit_u32(0),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        let first = variants.first().copied().unwrap_or_default();
        visitor.visit_enum(IntoDeserializer::<Misread>::into_deserializer(first))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char str string byte_buf option unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

//! The values that keys can hold beyond plain text and booleans.
//!
//! How each one writes `expecting` is what [`crate::load`] reports as expected; the rule `invalid-value`
//! words it for people.

use std::{
    fmt,
    marker::PhantomData,
    ops::{Deref, DerefMut},
};

use serde::{Deserialize, Deserializer, de};
use smallvec::SmallVec;

use crate::{
    norms::{countries::is_country, tls::TlsVersion},
    source::{Location, Spanned},
};

/// How a [`Spanned`] asks the loader's deserializer for the place beside the value.
pub const SPANNED: &str = "$spanned";
/// How a [`List`] asks for one value or several.
pub const LIST: &str = "$list";

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pair<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Pair<T> {
            type Value = Spanned<T>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("value")
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut pair: A) -> Result<Spanned<T>, A::Error> {
                let short = || de::Error::custom("a value without its place");
                let source = pair.next_element()?.ok_or_else(short)?;
                let start = pair.next_element()?.ok_or_else(short)?;
                let end = pair.next_element()?.ok_or_else(short)?;
                let value = pair.next_element()?.ok_or_else(short)?;
                Ok(Spanned { value, location: Location { source, start, end } })
            }
        }
        deserializer.deserialize_newtype_struct(SPANNED, Pair(PhantomData))
    }
}

/// One value or a list of them, each with its place. Most have one, which stands in the table itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T>(SmallVec<[Spanned<T>; 1]>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(SmallVec::new())
    }
}

impl<T> Deref for List<T> {
    type Target = [Spanned<T>];

    fn deref(&self) -> &[Spanned<T>] {
        &self.0
    }
}

impl<T> DerefMut for List<T> {
    fn deref_mut(&mut self) -> &mut [Spanned<T>] {
        &mut self.0
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a Spanned<T>;
    type IntoIter = std::slice::Iter<'a, Spanned<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T: Copy> List<T> {
    /// The values without their places.
    pub fn values(&self) -> impl Iterator<Item = T> + '_ {
        self.0.iter().map(|item| item.value)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Several<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Several<T> {
            type Value = List<T>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("list")
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<List<T>, A::Error> {
                let mut items = SmallVec::new();
                loop {
                    match seq.next_element() {
                        Ok(Some(item)) => items.push(item),
                        Ok(None) => return Ok(List(items)),
                        Err(first) => {
                            // The loader notes all that is wrong; whoever reads lists must end after an error.
                            while !matches!(seq.next_element::<Spanned<T>>(), Ok(None)) {}
                            return Err(first);
                        }
                    }
                }
            }
        }
        deserializer.deserialize_newtype_struct(LIST, Several(PhantomData))
    }
}

/// A day: a TOML local date. The loader hands dates over as bytes, so that text in quotes can't pass for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub jiff::civil::Date);

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Day;
        impl de::Visitor<'_> for Day {
            type Value = Date;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("date")
            }

            fn visit_bytes<E: de::Error>(self, text: &[u8]) -> Result<Date, E> {
                day(text).ok_or_else(|| E::invalid_type(de::Unexpected::Bytes(text), &self))
            }
        }
        deserializer.deserialize_bytes(Day)
    }
}

/// The day that these bytes spell.
fn day(text: &[u8]) -> Option<Date> {
    std::str::from_utf8(text).ok()?.parse().ok().map(Date)
}

/// Reads text and turns it into `T`, or says that `expected` was expected.
fn parsed<'de, D, T>(
    deserializer: D,
    expected: &'static str,
    parse: fn(&str) -> Option<T>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    let text = Box::<str>::deserialize(deserializer)?;
    parse(&text).ok_or_else(|| de::Error::invalid_value(de::Unexpected::Str(&text), &expected))
}

impl<'de> Deserialize<'de> for TlsVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer, "tls", Self::parse)
    }
}

/// A country: an ISO 3166-1 alpha-2 code in capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// The country with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        is_country(code).then(|| code.as_bytes().try_into().ok().map(Self)).flatten()
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer, "country", Self::parse)
    }
}

/// A country, or the European Economic Area as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// `"EEA"`: the members on the reference date.
    Eea,
    /// One country.
    Country(Country),
}

impl<'de> Deserialize<'de> for Area {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer, "area", |text| match text {
            "EEA" => Some(Self::Eea),
            code => Country::parse(code).map(Self::Country),
        })
    }
}

/// An exception to the ban on special categories: the letter `x` of GDPR art. 9(2)(x), `a` to `j`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpecialCategoryBasis(pub char);

impl<'de> Deserialize<'de> for SpecialCategoryBasis {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer, "special-category-basis", |text| {
            let letter = text.strip_prefix("9(2)(")?.strip_suffix(')')?;
            let mut letters = letter.chars();
            match (letters.next(), letters.next()) {
                (Some(letter @ 'a'..='j'), None) => Some(Self(letter)),
                _ => None,
            }
        })
    }
}

/// Whether a data protection impact assessment was made (GDPR art. 35).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dpia {
    /// On this day.
    On(Date),
    /// It was looked into, and not required.
    NotRequired,
}

impl<'de> Deserialize<'de> for Dpia {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Outcome;
        impl de::Visitor<'_> for Outcome {
            type Value = Dpia;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("dpia")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Dpia, E> {
                match text {
                    "not-required" => Ok(Dpia::NotRequired),
                    _ => Err(E::invalid_value(de::Unexpected::Str(text), &self)),
                }
            }

            fn visit_bytes<E: de::Error>(self, text: &[u8]) -> Result<Dpia, E> {
                day(text).map(Dpia::On).ok_or_else(|| E::invalid_type(de::Unexpected::Bytes(text), &self))
            }
        }
        deserializer.deserialize_any(Outcome)
    }
}

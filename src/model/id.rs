//! Things with a name: their kinds, the ids that point to them, and the lists that hold them.

use std::{
    fmt, hash,
    marker::PhantomData,
    ops::{Deref, Range},
};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Deserializer, de};

use super::{Agreement, Application, Data, Network, Norm, Party, Places, Policy, Processing, View};
use crate::source::Location;

/// What a table of the landscape language declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `[landscape]`
    Landscape,
    /// `[party.ID]`
    Party,
    /// `[data.ID]`
    Data,
    /// `[network.ID]`
    Network,
    /// `[application.ID]`
    Application,
    /// `[[link]]`
    Link,
    /// `[processing.ID]`
    Processing,
    /// `[agreement.ID]`
    Agreement,
    /// `[norm.ID]`
    Norm,
    /// `[view.ID]`
    View,
    /// `[policy.ID]`
    Policy,
    /// `[[acceptance]]`
    Acceptance,
    /// `[rules]`
    Rules,
}

impl Kind {
    /// Every kind, in the order of the language.
    pub const ALL: [Self; 13] = [
        Self::Landscape,
        Self::Party,
        Self::Data,
        Self::Network,
        Self::Application,
        Self::Link,
        Self::Processing,
        Self::Agreement,
        Self::Norm,
        Self::View,
        Self::Policy,
        Self::Acceptance,
        Self::Rules,
    ];

    /// The word that opens its table, which is also how people name it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Landscape => "landscape",
            Self::Party => "party",
            Self::Data => "data",
            Self::Network => "network",
            Self::Application => "application",
            Self::Link => "link",
            Self::Processing => "processing",
            Self::Agreement => "agreement",
            Self::Norm => "norm",
            Self::View => "view",
            Self::Policy => "policy",
            Self::Acceptance => "acceptance",
            Self::Rules => "rules",
        }
    }

    /// The kind that a table's first word names.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// How the language writes such a table.
    #[must_use]
    pub const fn form(self) -> Form {
        match self {
            Self::Landscape | Self::Rules => Form::Single,
            Self::Link | Self::Acceptance => Form::Element,
            _ => Form::Named,
        }
    }
}

/// How a kind of table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `[kind]`
    Single,
    /// `[kind.ID]`
    Named,
    /// `[[kind]]`
    Element,
}

/// A type of thing that is declared under an id and referred to by it.
pub trait Named {
    /// Which kind of table declares it.
    const KIND: Kind;
    /// How a reference to it presents itself to the loader's deserializer (`load/value.rs`).
    const REFERENCE: &'static str;
}

macro_rules! named {
    ($($type:ident $reference:literal),*) => { $(
        impl Named for $type {
            const KIND: Kind = Kind::$type;
            const REFERENCE: &'static str = $reference;
        }
    )* };
}
named!(Party "->party", Data "->data", Network "->network", Application "->application");
named!(Processing "->processing", Agreement "->agreement", Norm "->norm", View "->view", Policy "->policy");

/// A reference to a `T` that is known to exist: its place in the landscape's [`Arena`] of them.
pub struct Id<T> {
    index: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id of the thing at `index` in its arena.
    #[must_use]
    pub const fn new(index: u32) -> Self {
        Self { index, kind: PhantomData }
    }

    /// The place in the arena.
    #[must_use]
    pub const fn index(self) -> usize {
        self.index as usize
    }
}

// Written out, since derives would ask the same of `T`.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}
impl<T> hash::Hash for Id<T> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "#{}", self.index)
    }
}

impl<'de, T: Named> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Index<T>(PhantomData<T>);
        impl<T> de::Visitor<'_> for Index<T> {
            type Value = Id<T>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("id")
            }

            fn visit_u32<E>(self, index: u32) -> Result<Id<T>, E> {
                Ok(Id::new(index))
            }
        }
        deserializer.deserialize_newtype_struct(T::REFERENCE, Index(PhantomData))
    }
}

/// What a link can end at: applications and parties share one namespace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Endpoint {
    /// An application.
    Application(Id<Application>),
    /// A party.
    Party(Id<Party>),
}

impl Endpoint {
    /// How a reference to either presents itself to the loader's deserializer.
    pub const REFERENCE: &'static str = "->endpoint";

    /// The application, if it is one.
    #[must_use]
    pub const fn application(self) -> Option<Id<Application>> {
        match self {
            Self::Application(id) => Some(id),
            Self::Party(_) => None,
        }
    }
}

impl<'de> Deserialize<'de> for Endpoint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl de::Visitor<'_> for Either {
            type Value = Endpoint;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("id")
            }

            fn visit_u32<E>(self, index: u32) -> Result<Endpoint, E> {
                Ok(Endpoint::Application(Id::new(index)))
            }

            /// Parties come as 64 bits, the one thing that tells the two apart on this road.
            fn visit_u64<E: de::Error>(self, index: u64) -> Result<Endpoint, E> {
                let index = u32::try_from(index).map_err(E::custom)?;
                Ok(Endpoint::Party(Id::new(index)))
            }
        }
        deserializer.deserialize_newtype_struct(Self::REFERENCE, Either)
    }
}

/// A declared thing: its table, the id that it goes by, and where it stands.
#[derive(Clone, Debug)]
pub struct Item<T> {
    /// The id.
    pub id: Box<str>,
    /// The table's header, or what stands in its place.
    pub header: Location,
    /// What was written but couldn't be read.
    pub lost: Lost,
    /// The table's keys.
    pub table: T,
}

impl<T> Deref for Item<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.table
    }
}

/// The keys of a table that were written, but not so that they could be read. A rule that looks at one of
/// them stays silent: the mistake in the language has been told, and guessing what was meant helps nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// The whole table was unreadable.
    pub all: bool,
    /// The keys that were.
    pub keys: Vec<Box<str>>,
}

impl Lost {
    /// Whether one of `keys` was lost.
    #[must_use]
    pub fn any_of(&self, keys: &[&str]) -> bool {
        self.all || self.keys.iter().any(|lost| keys.contains(&&**lost))
    }

    /// Whether everything could be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.all && self.keys.is_empty()
    }
}

/// All things of one kind, in reading order, findable by id.
#[derive(Clone, Debug)]
pub struct Arena<T> {
    items: Vec<Item<T>>,
    names: FxHashMap<Box<str>, u32>,
}

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Self { items: Vec::new(), names: FxHashMap::default() }
    }
}

impl<T> FromIterator<Item<T>> for Arena<T> {
    /// Where an id comes twice, the first keeps it.
    fn from_iter<I: IntoIterator<Item = Item<T>>>(items: I) -> Self {
        let items: Vec<_> = items.into_iter().collect();
        let mut names = FxHashMap::default();
        for (item, index) in items.iter().zip(0..) {
            names.entry(item.id.clone()).or_insert(index);
        }
        Self { items, names }
    }
}

impl<T> Arena<T> {
    /// The things without their arena.
    #[must_use]
    pub fn into_items(self) -> Vec<Item<T>> {
        self.items
    }

    /// Puts other things in the place of those from `first` on, under the same ids.
    ///
    /// # Panics
    /// When there are fewer than that, or one has another id.
    pub fn replace(&mut self, first: usize, things: Vec<Item<T>>) {
        for (old, new) in self.items[first..].iter_mut().zip(things) {
            assert_eq!(old.id, new.id, "another id");
            *old = new;
        }
    }

    /// Does this with every place that these tell of.
    pub fn each_place(&mut self, these: Range<usize>, change: &mut impl FnMut(&mut Location))
    where
        T: Places,
    {
        self.items[these].iter_mut().for_each(|item| item.each_place(change));
    }

    /// The thing that an id refers to.
    #[must_use]
    pub fn get(&self, id: Id<T>) -> &Item<T> {
        &self.items[id.index()]
    }

    /// The id of what goes by this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Id<T>> {
        self.names.get(name).map(|&index| Id::new(index))
    }

    /// All things with their ids, in reading order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Id<T>, &Item<T>)> + DoubleEndedIterator {
        self.items.iter().enumerate().map(|(index, item)| {
            // As many as `Id` can count: the loader numbers them in 32 bits.
            #[expect(clippy::cast_possible_truncation)]
            let id = Id::new(index as u32);
            (id, item)
        })
    }

    /// All things, in reading order.
    #[must_use]
    pub fn items(&self) -> &[Item<T>] {
        &self.items
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

//! Sets of data categories: one bit each, many sets in one block of memory.

use rustc_hash::FxHashMap;

use crate::model::{Data, Id};

/// What a link can be said to carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// A category that it lists.
    Listed(Id<Data>),
    /// Personal data that it doesn't list: it only says `personal_data = true`.
    Unlisted,
    /// It says nothing of what it carries.
    Unknown,
}

impl Category {
    /// The category, where one is listed.
    #[must_use]
    pub const fn listed(self) -> Option<Id<Data>> {
        match self {
            Self::Listed(id) => Some(id),
            Self::Unlisted | Self::Unknown => None,
        }
    }

    /// Its bit among so many declared categories.
    pub(super) const fn bit(self, declared: usize) -> usize {
        match self {
            Self::Listed(id) => id.index(),
            Self::Unlisted => declared,
            Self::Unknown => declared + 1,
        }
    }

    /// The category of a bit.
    pub(super) fn of(bit: usize, declared: usize) -> Self {
        match bit.checked_sub(declared) {
            // As many as `Id` can count: the loader numbers them in 32 bits.
            #[expect(clippy::cast_possible_truncation)]
            None => Self::Listed(Id::new(bit as u32)),
            Some(0) => Self::Unlisted,
            Some(_) => Self::Unknown,
        }
    }
}

/// A set of categories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Categories {
    declared: usize,
    words: Box<[u64]>,
}

impl Categories {
    pub(super) fn new(declared: usize, words: &[u64]) -> Self {
        Self { declared, words: words.into() }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Whether this one is among them.
    #[must_use]
    pub fn contains(&self, category: Category) -> bool {
        has(&self.words, category.bit(self.declared))
    }

    /// All of them: the listed ones in reading order, then what isn't listed.
    pub fn iter(&self) -> impl Iterator<Item = Category> + '_ {
        bits(&self.words).map(|bit| Category::of(bit, self.declared))
    }

    /// The listed ones, in reading order.
    pub fn listed(&self) -> impl Iterator<Item = Id<Data>> + '_ {
        self.iter().filter_map(Category::listed)
    }

    pub(super) const fn words(&self) -> &[u64] {
        &self.words
    }

    pub(super) fn copied(&self) -> impl Iterator<Item = u64> + '_ {
        self.words.iter().copied()
    }
}

/// A set for each node or edge, by its index.
#[derive(Clone, Debug)]
pub(super) struct Table {
    width: usize,
    words: Vec<u64>,
}

impl Table {
    /// Empty sets, in as many words each as it takes.
    pub fn new(rows: usize, declared: usize) -> Self {
        // Two more than are declared: what links carry without listing it.
        let width = (declared + 2).div_ceil(64);
        Self { width, words: vec![0; rows * width] }
    }

    /// How many words a set takes.
    pub const fn width(&self) -> usize {
        self.width
    }

    pub fn row(&self, index: usize) -> &[u64] {
        &self.words[index * self.width..][..self.width]
    }

    pub fn copied(&self, index: usize) -> impl Iterator<Item = u64> + '_ {
        self.row(index).iter().copied()
    }

    pub fn row_mut(&mut self, index: usize) -> &mut [u64] {
        &mut self.words[index * self.width..][..self.width]
    }

    pub fn insert(&mut self, index: usize, bit: usize) {
        self.row_mut(index)[bit / 64] |= 1 << (bit % 64);
    }

    /// Adds these to a set; tells whether any was new.
    pub fn add(&mut self, index: usize, more: impl IntoIterator<Item = u64>) -> bool {
        let mut grown = 0;
        for (word, more) in self.row_mut(index).iter_mut().zip(more) {
            grown |= more & !*word;
            *word |= more;
        }
        grown != 0
    }
}

/// A set for each edge, of which many are the same: each different one is kept once.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    which: Vec<u32>,
    sets: Table,
}

impl Shared {
    /// The sets that `fill` makes, edge after edge, out of empty ones.
    pub fn new(edges: usize, declared: usize, mut fill: impl FnMut(usize, &mut Table)) -> Self {
        let mut seen = FxHashMap::<Box<[u64]>, u32>::default();
        let (mut one, mut sets) = (Table::new(1, declared), Table::new(0, declared));
        let mut which = Vec::with_capacity(edges);
        for edge in 0..edges {
            one.words.fill(0);
            fill(edge, &mut one);
            let number = seen.get(one.words.as_slice()).copied().unwrap_or_else(|| {
                let number = u32::try_from(seen.len()).unwrap_or(u32::MAX);
                seen.insert(one.words.as_slice().into(), number);
                sets.words.extend_from_slice(&one.words);
                number
            });
            which.push(number);
        }
        Self { which, sets }
    }

    /// The same edges, each with what becomes of its set.
    pub fn each(&self, change: impl Fn(&mut Table, usize)) -> Self {
        let mut changed = self.clone();
        let count = changed.sets.words.len() / changed.sets.width;
        (0..count).for_each(|number| change(&mut changed.sets, number));
        changed
    }

    /// Which of the different sets an edge has.
    pub fn number(&self, edge: usize) -> u32 {
        self.which[edge]
    }

    /// The set with this number.
    pub fn numbered(&self, number: u32) -> &[u64] {
        self.sets.row(number as usize)
    }

    pub fn row(&self, edge: usize) -> &[u64] {
        self.numbered(self.which[edge])
    }

    pub fn copied(&self, edge: usize) -> impl Iterator<Item = u64> + '_ {
        self.row(edge).iter().copied()
    }
}

/// Whether a set has a bit.
pub(super) const fn has(words: &[u64], bit: usize) -> bool {
    words[bit / 64] >> (bit % 64) & 1 == 1
}

/// What two sets have in common.
pub(super) fn both<'a>(one: &'a [u64], other: &'a [u64]) -> impl Iterator<Item = u64> + Clone + 'a {
    one.iter().zip(other).map(|(one, other)| one & other)
}

/// What is in the one and not in the other.
pub(super) fn without<'a>(one: &'a [u64], other: &'a [u64]) -> impl Iterator<Item = u64> + Clone + 'a {
    one.iter().zip(other).map(|(one, other)| one & !other)
}

/// The bits of a set, the lowest first.
pub(super) fn bits(words: &[u64]) -> impl Iterator<Item = usize> + '_ {
    words.iter().enumerate().flat_map(|(index, &word)| {
        let mut left = word;
        std::iter::from_fn(move || {
            let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(index * 64 + bit)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_gives_back_what_was_put_in() {
        for declared in [0, 1, 62, 63, 64, 200] {
            let mut table = Table::new(3, declared);
            let all: Vec<_> = (0..declared + 2).map(|bit| Category::of(bit, declared)).collect();
            for category in &all {
                table.insert(1, category.bit(declared));
            }
            let set = Categories::new(declared, table.row(1));
            assert_eq!(set.iter().collect::<Vec<_>>(), all);
            assert_eq!(set.listed().count(), declared);
            assert!(table.row(0).iter().chain(table.row(2)).all(|word| *word == 0));
        }
    }

    #[test]
    fn sets_that_are_the_same_are_kept_once() {
        let edges: [&[usize]; 4] = [&[3, 70], &[], &[70, 3], &[3]];
        let shared = Shared::new(edges.len(), 80, |edge, set| {
            edges[edge].iter().for_each(|bit| set.insert(0, *bit));
        });
        assert_eq!((0..4).map(|edge| shared.number(edge)).collect::<Vec<_>>(), [0, 1, 0, 2]);
        let grown = shared.each(|sets, number| sets.insert(number, 5));
        for (edge, listed) in edges.iter().enumerate() {
            let mut listed = listed.to_vec();
            listed.sort_unstable();
            assert_eq!(bits(shared.row(edge)).collect::<Vec<_>>(), listed);
            listed.push(5);
            listed.sort_unstable();
            assert_eq!(bits(grown.row(edge)).collect::<Vec<_>>(), listed);
        }
    }
}

//! Which ids are declared, as what, and where: known before any table is read, so that references may come
//! before definitions.

use rustc_hash::FxHashMap;

use super::{near::Nearest, problem::Wanted};
use crate::{
    model::{Kind, Named},
    source::Location,
};

/// A declared id.
#[derive(Clone, Debug)]
pub struct Declared {
    /// The id.
    pub id: Box<str>,
    /// Its header, or the key that stands in its place.
    pub header: Location,
}

/// All declared ids. Applications and parties share one namespace; every other kind has its own.
#[derive(Debug, Default)]
pub struct Names {
    lists: [Vec<Declared>; Kind::ALL.len()],
    maps: [FxHashMap<Box<str>, u32>; Kind::ALL.len()],
}

impl Names {
    /// Declares an id; gives its index among its kind, or where it was declared before, and as what.
    ///
    /// # Errors
    /// The kind and place of the first declaration of the same id in the same namespace.
    pub fn declare(&mut self, kind: Kind, id: &str, header: Location) -> Result<u32, (Kind, Location)> {
        for &other in namespace(&kind) {
            if let Some(first) = self.get(other, id) {
                return Err((other, self.lists[other as usize][first as usize].header));
            }
        }
        let list = &mut self.lists[kind as usize];
        let index = u32::try_from(list.len()).unwrap_or(u32::MAX);
        list.push(Declared { id: id.into(), header });
        self.maps[kind as usize].insert(id.into(), index);
        Ok(index)
    }

    /// Notes that the header of what was declared stands elsewhere now.
    pub fn relocate(&mut self, kind: Kind, id: &str, header: Location) {
        if let Some(index) = self.get(kind, id) {
            self.lists[kind as usize][index as usize].header = header;
        }
    }

    /// The index of an id among its kind.
    #[must_use]
    pub fn get(&self, kind: Kind, id: &str) -> Option<u32> {
        self.maps[kind as usize].get(id).copied()
    }

    /// The index of an id among the things of type `T`.
    #[must_use]
    pub fn find<T: Named>(&self, id: &str) -> Option<u32> {
        self.get(T::KIND, id)
    }

    /// All of a kind, in reading order.
    #[must_use]
    pub fn list(&self, kind: Kind) -> &[Declared] {
        &self.lists[kind as usize]
    }

    /// Whether every id stands for the same as in `other`, wherever it is declared.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        let ids = |list: &[Declared], other: &[Declared]| {
            list.len() == other.len() && list.iter().zip(other).all(|(one, other)| one.id == other.id)
        };
        self.lists.iter().zip(&other.lists).all(|(one, other)| ids(one, other))
    }

    /// The declared id of the wanted sort that is nearest to `id`.
    #[must_use]
    pub fn near(&self, id: &str, wanted: Wanted, nearest: &mut Nearest) -> Option<(String, Location)> {
        let kinds: &[Kind] = match &wanted {
            Wanted::Kind(kind) => std::slice::from_ref(kind),
            Wanted::Endpoint => &[Kind::Application, Kind::Party],
            Wanted::Rule | Wanted::Subject | Wanted::Domain => return None,
        };
        let all = || kinds.iter().flat_map(|&kind| self.list(kind));
        let found = nearest.find(id, all().map(|declared| &*declared.id))?;
        let declared = all().find(|declared| &*declared.id == found)?;
        Some((declared.id.to_string(), declared.header))
    }

    /// What else goes by this id.
    #[must_use]
    pub fn other(&self, id: &str) -> Option<(Kind, Location)> {
        Kind::ALL.into_iter().find_map(|kind| {
            let index = self.get(kind, id)?;
            Some((kind, self.list(kind)[index as usize].header))
        })
    }
}

/// The kinds among which an id may be used once.
fn namespace(kind: &Kind) -> &[Kind] {
    match kind {
        Kind::Application | Kind::Party => &[Kind::Application, Kind::Party],
        _ => std::slice::from_ref(kind),
    }
}

//! Reads the files of a landscape as they were at a revision in git, without a working tree or a program
//! called git.

use std::path::Path;

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use gix::{
    ObjectId,
    bstr::{BString, ByteSlice},
    object::Kind,
    objs::tree::EntryMode,
};
use rustc_hash::FxHashSet;

use super::files::{MOST_BYTES, is_toml};
use crate::{say, source::Sources, text::Lang};

/// Why there is nothing to read at a revision.
#[derive(Debug)]
pub enum HistoryError {
    /// The landscape isn't in a git repository with files.
    NoRepository(Utf8PathBuf),
    /// There is no such revision here.
    NoRevision(String),
    /// The repository can't be read.
    Unreadable(String),
    /// A link in the file system, in what was there then, that leads to nothing of the repository.
    LeadsNowhere(String),
    /// More than anyone's landscape has: [`MOST_BYTES`], or a million files. A few folders that hold one another can be any
    /// number of files.
    TooLarge,
}

/// How many files and folders of a revision are looked at, whatever they are called.
const MOST_ENTRIES: usize = 1_000_000;

impl HistoryError {
    /// What to tell, in one sentence and a hint.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::NoRepository(path) => say!(
                lang,
                en: "`{path}` isn't in the files of a git repository, so there is no earlier landscape to compare it with",
                nl: "`{path}` staat niet in de bestanden van een git-repository, dus er is geen eerder landschap om het mee te vergelijken",
            ),
            Self::NoRevision(name) => say!(
                lang,
                en: "there is no revision `{name}` here; in a build, fetch the whole history (GitHub: `fetch-depth: 0`, GitLab: `GIT_DEPTH: 0`)",
                nl: "er is hier geen revisie `{name}`; haal in een build de hele geschiedenis op (GitHub: `fetch-depth: 0`, GitLab: `GIT_DEPTH: 0`)",
            ),
            Self::LeadsNowhere(path) => say!(
                lang,
                en: "`{path}` was a link then, to something that can't be found in the repository: what it added to the landscape isn't known, so there is nothing to compare with",
                nl: "`{path}` was toen een verwijzing naar iets dat niet in de repository te vinden is: wat het aan het landschap toevoegde is niet bekend, dus er is niets om mee te vergelijken",
            ),
            Self::TooLarge => say!(
                lang,
                en: "what was there then is larger than any landscape: over 1 GiB, or over a million files; name a smaller folder",
                nl: "wat er toen stond is groter dan enig landschap: meer dan 1 GiB, of meer dan een miljoen bestanden; noem een kleinere map",
            ),
            Self::Unreadable(what) => say!(
                lang,
                en: "the git repository can't be read: {what}",
                nl: "de git-repository kan niet gelezen worden: {what}",
            ),
        }
    }
}

/// Reads a landscape as it was at a revision, by the same choice of files as today's; none, where there was
/// nothing yet. Links in the file system are followed within the repository; submodules aren't.
///
/// # Errors
/// When the landscape isn't in a repository, there is no such revision, a link leads out of it, or it is too large.
pub fn read(path: &Utf8Path, revision: &str) -> Result<Option<Sources>, HistoryError> {
    let nowhere = || HistoryError::NoRepository(path.to_owned());
    let full = path.canonicalize_utf8().map_err(|_| nowhere())?;
    let folder = if full.is_dir() { &*full } else { full.parent().unwrap_or(&full) };
    let repository = gix::discover(folder).map_err(|_| nowhere())?;
    let root = repository.workdir().ok_or_else(nowhere)?;
    let root = root.canonicalize().map_err(unreadable)?;
    let within = full.as_std_path().strip_prefix(&root).map_err(|_| nowhere())?;

    let unknown = || HistoryError::NoRevision(revision.to_owned());
    let commit = repository.rev_parse_single(revision).map_err(|_| unknown())?;
    let tree = commit.object().map_err(unreadable)?.peel_to_tree().map_err(|_| unknown())?;
    let start = if within.as_os_str().is_empty() {
        tree.id
    } else {
        match tree.lookup_entry_by_path(within).map_err(unreadable)? {
            Some(entry) => entry.object_id(),
            None => return Ok(None),
        }
    };
    let mut walk = Walk {
        repository: &repository,
        root: tree,
        files: Vec::new(),
        known: FxHashSet::default(),
        room: MOST_BYTES,
        entries: 0,
    };
    let folder = within.to_str().map(Utf8Path::new).ok_or_else(nowhere)?;
    walk.collect(start, folder)?;
    let mut files = walk.files;
    // In name order within each folder, as they are read from disk.
    files.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut sources = Sources::default();
    for (parts, bytes) in files {
        let parts: Vec<_> = parts.iter().map(|part| part.to_str_lossy()).collect();
        sources.add_bytes(path.join(parts.join("/")), &bytes);
    }
    let empty = sources.iter().len() == 0;
    Ok((!empty).then_some(sources))
}

/// A file: the names on the way to it, and what it holds.
type File = (Vec<BString>, Vec<u8>);

/// The files of a revision.
struct Walk<'repo> {
    repository: &'repo gix::Repository,
    root: gix::Tree<'repo>,
    files: Vec<File>,
    /// The folders to which links led, and the files that were read: each once, as on disk.
    known: FxHashSet<Utf8PathBuf>,
    /// How many bytes more may be read.
    room: u64,
    /// How much was looked at.
    entries: usize,
}

/// Where something stands: the names on the way to it, and its place in the repository.
#[derive(Clone)]
struct Place {
    names: Vec<BString>,
    path: Utf8PathBuf,
}

impl<'repo> Walk<'repo> {
    /// Reads one file, or all of a landscape under a folder.
    fn collect(&mut self, start: ObjectId, folder: &Utf8Path) -> Result<(), HistoryError> {
        let start = self.object(start)?;
        if start.kind == Kind::Blob {
            self.files.push((Vec::new(), start.detach().data));
            return Ok(());
        }
        let mut open = vec![(Place { names: Vec::new(), path: folder.to_owned() }, start.id)];
        while let Some((above, folder)) = open.pop() {
            let tree = self.object(folder)?.try_into_tree().map_err(unreadable)?;
            for entry in tree.iter() {
                let entry = entry.map_err(unreadable)?;
                self.entries += 1;
                if self.entries > MOST_ENTRIES {
                    return Err(HistoryError::TooLarge);
                }
                let (name, mut mode) = (entry.filename().to_owned(), entry.mode());
                if name.starts_with(b".") {
                    continue;
                }
                let mut at = above.clone();
                at.path.push(&*name.to_str_lossy());
                at.names.push(name);
                let mut id = entry.object_id();
                if mode.is_link() {
                    (id, mode) = self.followed(&mut at, id)?;
                    if mode.is_tree() && !self.known.insert(at.path.clone()) {
                        continue;
                    }
                }
                if mode.is_tree() {
                    open.push((at, id));
                } else if mode.is_blob() {
                    self.add(at, id)?;
                }
            }
        }
        Ok(())
    }

    fn add(&mut self, at: Place, file: ObjectId) -> Result<(), HistoryError> {
        let is_toml = at.names.last().is_some_and(|name| is_toml(Path::new(&*name.to_str_lossy())));
        if is_toml && self.known.insert(at.path) {
            let data = self.object(file)?.detach().data;
            self.files.push((at.names, data));
        }
        Ok(())
    }

    /// What a link leads to, which is then the place that it is at.
    fn followed(&mut self, at: &mut Place, link: ObjectId) -> Result<(ObjectId, EntryMode), HistoryError> {
        let target = self.object(link)?.detach().data;
        let folder = at.path.parent().unwrap_or(Utf8Path::new(""));
        let found = target.to_str().ok().and_then(|target| joined(folder, Utf8Path::new(target)));
        let entry = match &found {
            Some(path) => self.root.lookup_entry_by_path(path).map_err(unreadable)?,
            None => None,
        };
        // A link to a link is too much to follow here.
        let entry = entry.filter(|entry| entry.mode().is_tree() || entry.mode().is_blob());
        let (Some(path), Some(entry)) = (found, entry) else {
            return Err(HistoryError::LeadsNowhere(at.path.to_string()));
        };
        at.path = path;
        Ok((entry.object_id(), entry.mode()))
    }

    /// Reads an object, as long as there is room for it.
    fn object(&mut self, id: ObjectId) -> Result<gix::Object<'repo>, HistoryError> {
        let size = self.repository.find_header(id).map_err(unreadable)?.size();
        self.room = self.room.checked_sub(size).ok_or(HistoryError::TooLarge)?;
        self.repository.find_object(id).map_err(unreadable)
    }
}

fn unreadable(error: impl std::fmt::Display) -> HistoryError {
    HistoryError::Unreadable(error.to_string())
}

/// Where a link in a folder leads to in the repository; none where that is outside.
fn joined(folder: &Utf8Path, target: &Utf8Path) -> Option<Utf8PathBuf> {
    let mut path = folder.to_owned();
    for part in target.components() {
        match part {
            Utf8Component::Normal(name) => path.push(name),
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => {
                if !path.pop() {
                    return None;
                }
            }
            Utf8Component::RootDir | Utf8Component::Prefix(_) => return None,
        }
    }
    Some(path)
}

//! Reads the files of a landscape as they were at a revision in git, without a working tree or a program
//! called git.

use std::io;

use camino::{Utf8Path, Utf8PathBuf};
use gix::bstr::{BString, ByteSlice};

use super::files::MOST_BYTES;
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
}

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
            Self::Unreadable(what) => say!(
                lang,
                en: "the git repository can't be read: {what}",
                nl: "de git-repository kan niet gelezen worden: {what}",
            ),
        }
    }
}

/// Reads a landscape as it was at a revision, by the same choice of files as today's; none, where there was
/// nothing yet. Links in the file system and submodules aren't followed.
///
/// # Errors
/// When the landscape isn't in a repository, or there is no such revision.
pub fn read(path: &Utf8Path, revision: &str) -> Result<Option<Sources>, HistoryError> {
    let unreadable = |error: &dyn std::error::Error| HistoryError::Unreadable(error.to_string());
    let nowhere = || HistoryError::NoRepository(path.to_owned());
    let full = path.canonicalize_utf8().map_err(|_| nowhere())?;
    let folder = if full.is_dir() { &*full } else { full.parent().unwrap_or(&full) };
    let repository = gix::discover(folder).map_err(|_| nowhere())?;
    let root = repository.workdir().ok_or_else(nowhere)?;
    let root = root.canonicalize().map_err(|error| unreadable(&error))?;
    let within = full.as_std_path().strip_prefix(&root).map_err(|_| nowhere())?;

    let unknown = || HistoryError::NoRevision(revision.to_owned());
    let commit = repository.rev_parse_single(revision).map_err(|_| unknown())?;
    let tree = commit.object().map_err(|error| unreadable(&error))?.peel_to_tree().map_err(|_| unknown())?;
    let start = if within.as_os_str().is_empty() {
        repository.find_object(tree.id).map_err(|error| unreadable(&error))?
    } else {
        match tree.lookup_entry_by_path(within).map_err(|error| unreadable(&error))? {
            Some(entry) => entry.object().map_err(|error| unreadable(&error))?,
            None => return Ok(None),
        }
    };
    let mut files = Vec::new();
    collect(start, &mut files).map_err(|error| HistoryError::Unreadable(error.to_string()))?;
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

/// Reads one file, or all of a landscape under a folder.
fn collect(start: gix::Object<'_>, files: &mut Vec<File>) -> Result<(), Box<dyn std::error::Error>> {
    if start.kind == gix::object::Kind::Blob {
        files.push((Vec::new(), start.detach().data));
        return Ok(());
    }
    let mut open = vec![(Vec::new(), start.try_into_tree()?)];
    while let Some((above, tree)) = open.pop() {
        for entry in tree.iter() {
            let entry = entry?;
            let (name, mode) = (entry.filename().to_owned(), entry.mode());
            if name.starts_with(b".") {
                continue;
            }
            let path: Vec<BString> = above.iter().cloned().chain([name.clone()]).collect();
            if mode.is_tree() {
                open.push((path, entry.object()?.try_into_tree()?));
            } else if mode.is_blob() && name.ends_with(b".toml") {
                let data = entry.object()?.detach().data;
                if data.len() as u64 > MOST_BYTES {
                    return Err(io::Error::from(io::ErrorKind::FileTooLarge).into());
                }
                files.push((path, data));
            }
        }
    }
    Ok(())
}

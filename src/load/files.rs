//! Finds and reads the files of a landscape: the only part of loading that touches the disk.

use std::{
    fs::{File, Metadata},
    io::{self, Read},
    path::{Component, Path, PathBuf},
};

use camino::{Utf8Path, Utf8PathBuf};
use rustc_hash::FxHashSet;
use walkdir::{DirEntry, WalkDir};

use crate::{say, source::Sources, text::Lang};

/// Why a landscape couldn't be read from disk.
#[derive(Debug)]
pub enum ReadError {
    /// There is no such file or folder.
    NotFound(Utf8PathBuf),
    /// The folder holds no landscape.
    Empty(Utf8PathBuf),
    /// A file or folder can't be read.
    Unreadable(String, io::Error),
    /// Its name isn't UTF-8: neither findings nor git could tell which file it is.
    Nameless(String),
    /// It is no file, but a device or pipe that may never end.
    NoFile(String),
    /// It was written to each time that it was read.
    Restless(String),
    /// A link leads out of the repository, or to what is hidden in it.
    LeadsOut(String),
    /// Together the files are longer than [`MOST_BYTES`]; it was at this one.
    TooLong(String),
}

/// How long all files of a landscape may be together. The landscape of all municipalities at once stays below it; what
/// doesn't would take more memory than most machines have.
pub const MOST_BYTES: u64 = 1 << 30;

impl ReadError {
    /// What to tell, in one sentence and a hint.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::NotFound(path) => say!(
                lang,
                en: "there is no file or folder `{path}`; name the landscape, a folder or a file, after the command",
                nl: "er is geen bestand of map `{path}`; noem het landschap, een map of een bestand, na de opdracht",
            ),
            Self::Empty(path) => say!(
                lang,
                en: "`{path}` holds no landscape: not one file whose name ends in `.toml`",
                nl: "in `{path}` staat geen landschap: geen enkel bestand waarvan de naam eindigt op `.toml`",
            ),
            Self::Unreadable(path, error) => say!(
                lang,
                en: "`{path}` can't be read: {error}",
                nl: "`{path}` kan niet gelezen worden: {error}",
            ),
            Self::Nameless(path) => say!(
                lang,
                en: "the name of `{path}` is not UTF-8; give it another",
                nl: "de naam van `{path}` is geen UTF-8; geef het een andere",
            ),
            Self::NoFile(path) => say!(
                lang,
                en: "`{path}` is no ordinary file",
                nl: "`{path}` is geen gewoon bestand",
            ),
            Self::LeadsOut(path) => say!(
                lang,
                en: "`{path}` is a link that leads out of the repository, or to something hidden in it; put the file itself there",
                nl: "`{path}` is een verwijzing die uit de repository leidt, of naar iets verborgens erin; zet het bestand zelf daar neer",
            ),
            Self::Restless(path) => say!(
                lang,
                en: "`{path}` was written to while it was read, three times; try again when it is done",
                nl: "`{path}` werd tijdens het lezen beschreven, tot drie keer toe; probeer het opnieuw als dat klaar is",
            ),
            Self::TooLong(path) => say!(
                lang,
                en: "the landscape is longer than 1 GiB (at `{path}`); give it fewer files at a time",
                nl: "het landschap is langer dan 1 GiB (bij `{path}`); geef minder bestanden tegelijk",
            ),
        }
    }
}

/// Reads every `*.toml` under a folder, in name order, or one file. Hidden files and folders are skipped.
///
/// # Errors
/// When there is nothing to read, or something can't be.
pub fn read(path: &Utf8Path, working_directory: &Utf8Path) -> Result<Sources, ReadError> {
    let mut sources = Sources::default();
    let mut room = MOST_BYTES;
    for file in list(path)? {
        let shown = shown_path(&file, working_directory);
        let bytes = bytes(&file, &shown)?;
        room = room.checked_sub(bytes.len() as u64).ok_or_else(|| ReadError::TooLong(shown.clone()))?;
        sources.add_bytes(&*shown, &bytes);
    }
    Ok(sources)
}

/// Whether a file is called as those of a landscape are, in whichever case: what someone calls `LINKS.TOML` must not be
/// passed by in silence.
#[must_use]
pub fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// Whether an entry of a folder counts: hidden ones don't. The folder itself does, whatever it is called.
#[must_use]
pub fn is_visible(entry: &DirEntry) -> bool {
    entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// The files that [`read`] reads, in that order.
///
/// # Errors
/// When there are none, or a folder can't be read.
pub fn list(path: &Utf8Path) -> Result<Vec<PathBuf>, ReadError> {
    if !path.exists() {
        return Err(ReadError::NotFound(path.to_owned()));
    }
    let mut walk =
        WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter().filter_entry(is_visible);
    let mut files = Vec::new();
    let mut linked = Linked::default();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            // A link back up the tree leads to nothing that isn't read already.
            Err(error) if error.loop_ancestor().is_some() => continue,
            Err(error) => {
                let at = error.path().unwrap_or(path.as_std_path()).display().to_string();
                return Err(ReadError::Unreadable(at, error.into()));
            }
        };
        let asked_for = entry.depth() == 0;
        if entry.path_is_symlink() && !asked_for && linked.was_here(&entry) {
            walk.skip_current_dir();
            continue;
        }
        if entry.file_type().is_dir() || !(asked_for || is_toml(entry.path())) {
            continue;
        }
        if entry.path().to_str().is_none() {
            return Err(ReadError::Nameless(entry.path().display().to_string()));
        }
        // What someone names on the command line may be a pipe (`<(…)`); what merely lies in a folder may not.
        if !(asked_for || entry.file_type().is_file()) {
            return Err(ReadError::NoFile(entry.path().display().to_string()));
        }
        files.push(entry.into_path());
    }
    if files.is_empty() {
        return Err(ReadError::Empty(path.to_owned()));
    }
    if linked.any || path.is_symlink() {
        each_once(path, &mut files)?;
    }
    Ok(files)
}

/// The links that were followed in a folder.
#[derive(Default)]
struct Linked {
    any: bool,
    folders: FxHashSet<PathBuf>,
}

impl Linked {
    /// Whether this link leads to a folder to which another one led: links to links to links would never end.
    fn was_here(&mut self, link: &DirEntry) -> bool {
        self.any = true;
        link.file_type().is_dir() && link.path().canonicalize().is_ok_and(|real| !self.folders.insert(real))
    }
}

/// By whichever way it is reached first, a file is read once. In a repository none may come from elsewhere or from what
/// is hidden: whoever proposes a change could make a build show what lies there.
fn each_once(path: &Utf8Path, files: &mut Vec<PathBuf>) -> Result<(), ReadError> {
    let root = path.as_std_path().canonicalize().ok().and_then(|real| repository(&real));
    let is_inside = |real: &Path| root.as_deref().is_none_or(|root| is_shown_in(root, real));
    let mut known = FxHashSet::default();
    let mut outside = None;
    files.retain(|file| {
        let Ok(real) = file.canonicalize() else { return true };
        if outside.is_none() && !is_inside(&real) {
            outside = Some(file.display().to_string());
        }
        known.insert(real)
    });
    outside.map_or(Ok(()), |path| Err(ReadError::LeadsOut(path)))
}

/// The folder of the repository that a real path is in.
fn repository(real: &Path) -> Option<PathBuf> {
    real.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_owned)
}

/// Whether a real path is in a repository, and not hidden there.
fn is_shown_in(root: &Path, real: &Path) -> bool {
    let is_hidden = |part: Component<'_>| part.as_os_str().as_encoded_bytes().starts_with(b".");
    real.strip_prefix(root).is_ok_and(|within| !within.components().any(is_hidden))
}

/// Whether a link in a repository leads out of it, or to something hidden there; `target` needn't be there yet.
#[must_use]
pub fn leads_out(link: &Utf8Path, target: &Utf8Path) -> bool {
    let real = |path: &Utf8Path| path.parent().unwrap_or(Utf8Path::new("")).join(".").canonicalize().ok();
    let root = real(link).and_then(|folder| repository(&folder));
    let target = real(target).zip(target.file_name()).map(|(folder, name)| folder.join(name));
    root.zip(target).is_some_and(|(root, target)| !is_shown_in(&root, &target))
}

/// A file as it was at one moment: half of what an editor is writing is no landscape. `shown` is what people get to
/// see of its path.
///
/// # Errors
/// When it can't be read, never comes to rest, or is too long.
pub fn bytes(file: &Path, shown: &str) -> Result<Vec<u8>, ReadError> {
    let unreadable = |error| ReadError::Unreadable(shown.to_owned(), error);
    for _ in 0..3 {
        let file = File::open(file).map_err(unreadable)?;
        let before = file.metadata().map_err(unreadable)?;
        let mut bytes = Vec::new();
        (&file).take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        if bytes.len() as u64 > MOST_BYTES {
            return Err(ReadError::TooLong(shown.to_owned()));
        }
        let after = file.metadata().map_err(unreadable)?;
        if is_same(&before, &after) {
            return Ok(bytes);
        }
    }
    Err(ReadError::Restless(shown.to_owned()))
}

/// Whether nothing was written in between, as far as the file system tells.
fn is_same(before: &Metadata, after: &Metadata) -> bool {
    !before.is_file() || before.len() == after.len() && before.modified().ok() == after.modified().ok()
}

/// A path as findings show it: relative to the working directory, with `/` on every platform.
#[must_use]
pub fn shown_path(path: &Path, working_directory: &Utf8Path) -> String {
    let path = path.to_string_lossy();
    let path = Utf8Path::new(&*path);
    let full = working_directory.join(path);
    let relative = pathdiff::diff_utf8_paths(&full, working_directory).unwrap_or_else(|| path.to_owned());
    let parts: Vec<&str> =
        relative.components().map(|part| part.as_str()).filter(|part| *part != ".").collect();
    if relative.is_absolute() { relative.to_string() } else { parts.join("/") }
}

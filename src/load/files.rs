//! Finds and reads the files of a landscape: the only part of loading that touches the disk.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::WalkDir;

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
    /// A file is longer than places in it can be counted.
    TooLong(String),
}

impl ReadError {
    /// What to tell, in one sentence and a hint.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::NotFound(path) => say!(
                lang,
                en: "there is no file or folder `{path}`; name the landscape: `koppelkaart check FOLDER`",
                nl: "er is geen bestand of map `{path}`; noem het landschap: `koppelkaart check MAP`",
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
            Self::TooLong(path) => say!(
                lang,
                en: "`{path}` is longer than 4 GiB",
                nl: "`{path}` is langer dan 4 GiB",
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
    for file in list(path)? {
        let shown = shown_path(&file, working_directory);
        sources.add_bytes(&*shown, &bytes(&file, &shown)?);
    }
    Ok(sources)
}

/// The files that [`read`] reads, in that order.
///
/// # Errors
/// When there are none, or a folder can't be read.
pub fn list(path: &Utf8Path) -> Result<Vec<PathBuf>, ReadError> {
    if !path.exists() {
        return Err(ReadError::NotFound(path.to_owned()));
    }
    let visible = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
    };
    let walk = WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter().filter_entry(visible);
    let mut files = Vec::new();
    for entry in walk {
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
        let is_toml = entry.path().extension().is_some_and(|extension| extension == "toml");
        if !entry.file_type().is_dir() && (asked_for || is_toml) {
            files.push(entry.into_path());
        }
    }
    if files.is_empty() {
        return Err(ReadError::Empty(path.to_owned()));
    }
    Ok(files)
}

/// A file as it is on disk; `shown` is what people get to see of its path.
///
/// # Errors
/// When it can't be read, or is too long.
pub fn bytes(file: &Path, shown: &str) -> Result<Vec<u8>, ReadError> {
    let bytes = fs::read(file).map_err(|error| ReadError::Unreadable(shown.to_owned(), error))?;
    if bytes.len() > Sources::MAX_BYTES / 3 {
        return Err(ReadError::TooLong(shown.to_owned()));
    }
    Ok(bytes)
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

//! Temporary files beside what they are to become, and how runs know one another's from what a killed one left.
//!
//! In each folder that it writes to a run holds one file, by a lock, and the names of all others that it makes there
//! start with that one's name. So one file is open, however many are made.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io,
    path::Path,
    sync::{Mutex, PoisonError},
};

use camino::{Utf8Path, Utf8PathBuf};
use tempfile::{Builder, NamedTempFile, TempPath};

use super::interrupt::guarded;

/// How the names of temporary files start and end.
const NAMES: (&str, &str) = (".koppelkaart-", ".tmp");

/// The folders that a run makes temporary files in, and the file that it holds in each.
#[derive(Debug, Default)]
pub struct Holds(Mutex<BTreeMap<Utf8PathBuf, NamedTempFile>>);

impl Holds {
    /// Makes a temporary file in a folder, by `make`.
    pub fn make(&self, folder: &Utf8Path, make: impl FnMut(&Path) -> io::Result<()>) -> io::Result<TempPath> {
        let start = self.start(folder)?;
        let begin = || named(&start).make_in(folder, make).map(NamedTempFile::into_temp_path);
        guarded(begin, |path| path.to_path_buf())
    }

    /// How names of temporary files in a folder start, which is held from here on.
    fn start(&self, folder: &Utf8Path) -> io::Result<String> {
        let mut folders = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !folders.contains_key(folder) {
            tidy(folder);
            folders.insert(folder.to_owned(), held(folder)?);
        }
        let name = folders[folder].path().file_name().unwrap_or_default().to_string_lossy();
        Ok(format!("{}-", name.trim_end_matches(NAMES.1)))
    }
}

/// Makes the file that holds a folder. Until it is locked another run may take it for a leftover: so it is made anew where
/// it isn't there any more.
fn held(folder: &Utf8Path) -> io::Result<NamedTempFile> {
    for _ in 0..100 {
        let file = guarded(|| named(NAMES.0).tempfile_in(folder), |file| file.path().to_owned())?;
        // Not every disk can.
        file.as_file().lock().ok();
        if file.path().exists() {
            return Ok(file);
        }
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

/// Names that start so.
fn named(start: &str) -> Builder<'_, 'static> {
    let mut builder = Builder::new();
    builder.prefix(start).suffix(NAMES.1);
    #[cfg(unix)]
    {
        // As readable as any new file; without this, only its maker could see whether it is held.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

/// Takes away what killed runs left in a folder: temporary files that nobody holds any more.
pub fn tidy(folder: &Utf8Path) {
    let Ok(entries) = folder.read_dir_utf8() else { return };
    for entry in entries.flatten() {
        let Some(holder) = holder(entry.file_name()) else { continue };
        // A pipe may never open.
        if !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        let holder = File::open(folder.join(holder));
        // Locked until it is gone, so that whoever just made it waits, and sees that.
        if holder
            .as_ref()
            .map_or_else(|error| error.kind() == io::ErrorKind::NotFound, |it| it.try_lock().is_ok())
        {
            fs::remove_file(entry.path()).ok();
        }
    }
}

/// The name of the file by which a temporary file is held.
fn holder(name: &str) -> Option<String> {
    let middle = name.strip_prefix(NAMES.0)?.strip_suffix(NAMES.1)?;
    let run = middle.split_once('-').map_or(middle, |(run, _)| run);
    Some(format!("{}{run}{}", NAMES.0, NAMES.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Utf8Path) -> Vec<String> {
        let mut names: Vec<_> =
            folder.read_dir_utf8().unwrap().map(|it| it.unwrap().file_name().to_owned()).collect();
        names.sort();
        names
    }

    fn empty(path: &Path) -> io::Result<()> {
        File::create_new(path).map(drop)
    }

    #[test]
    fn what_a_run_makes_stays_until_it_lets_go_and_one_file_is_open_for_all() {
        let folder = tempfile::tempdir().unwrap();
        let at = Utf8Path::from_path(folder.path()).unwrap();
        let holds = Holds::default();
        let made: Vec<TempPath> = (0..5).map(|_| holds.make(at, empty).unwrap()).collect();
        tidy(at);
        assert_eq!(names(at).len(), 6, "five, and the one that holds them");
        assert!(made.iter().all(|path| path.exists()));
        drop(made);
        drop(holds);
        assert_eq!(names(at), [""; 0]);
    }

    #[test]
    fn what_a_killed_run_left_is_taken_away_in_whatever_order_it_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let at = Utf8Path::from_path(folder.path()).unwrap();
        for left in ["a1", "a1-b2", "a1-c3", "d4-e5"] {
            fs::write(at.join(format!(".koppelkaart-{left}.tmp")), "half").unwrap();
        }
        for other in [".koppelkaart-notes", "koppelkaart-a.tmp", ".koppelkaart.tmp"] {
            fs::write(at.join(other), "mine").unwrap();
        }
        let held = File::create(at.join(".koppelkaart-f6.tmp")).unwrap();
        held.try_lock().unwrap();
        fs::write(at.join(".koppelkaart-f6-g7.tmp"), "half").unwrap();
        tidy(at);
        let stay =
            [".koppelkaart-f6-g7.tmp", ".koppelkaart-f6.tmp", ".koppelkaart-notes", ".koppelkaart.tmp"];
        assert_eq!(names(at), [&stay[..], &["koppelkaart-a.tmp"]].concat());
    }
}

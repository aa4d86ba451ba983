//! Files are written whole or not at all: into a temporary file beside the target, which then takes its place.
//!
//! Several files are all made ready before the first takes its place. Whatever stops the program, each is the whole old
//! one or the whole new one; what a killed run leaves is hidden, and taken away by the next one that writes there.

use std::{
    fs::{self, File},
    io::{self, Write},
};

use camino::{Utf8Path, Utf8PathBuf};
use tempfile::{Builder, NamedTempFile, TempPath};

use super::Failure;
use crate::{say, text::Lang};

/// How the names of temporary files start and end.
const TEMPORARY: (&str, &str) = (".koppelkaart-", ".tmp");

/// What must be true of a file when a new one takes its place.
#[derive(Clone, Copy, Debug)]
pub enum Was<'a> {
    /// Nothing.
    Anything,
    /// There is none yet.
    Absent,
    /// It still holds this: nobody edited it meanwhile.
    Still(&'a [u8]),
}

/// A file to write.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Where; a link is followed to the file that it points to.
    pub path: &'a Utf8Path,
    /// All that it is to hold.
    pub content: &'a [u8],
    /// What it must be until then.
    pub was: Was<'a>,
}

impl<'a> New<'a> {
    /// A file that takes the place of whatever is there.
    pub const fn over(path: &'a Utf8Path, content: &'a [u8]) -> Self {
        Self { path, content, was: Was::Anything }
    }
}

/// Makes sure that a folder is there.
pub fn folder(path: &Utf8Path, lang: Lang) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|error| failure(path, error.into(), lang))
}

/// Writes a file whole. What was there stays until the new one is complete.
pub fn whole(path: &Utf8Path, content: &[u8], lang: Lang) -> Result<(), Failure> {
    all(&[New::over(path, content)], lang)
}

/// Writes several files, all or none.
pub fn all(files: &[New<'_>], lang: Lang) -> Result<(), Failure> {
    let told = |new: &New<'_>, trouble: Trouble| failure(new.path, trouble, lang);
    let mut ready = Vec::with_capacity(files.len());
    for new in files {
        ready.push((new, Ready::make(new).map_err(|error| told(new, error.into()))?));
    }
    let mut done: Vec<Undo> = Vec::with_capacity(files.len());
    for (new, ready) in ready {
        let undo = if files.len() > 1 { Undo::of(&ready) } else { Ok(Undo::Nothing) };
        let placed = undo.map_err(Trouble::Io).and_then(|undo| ready.place(new.was).map(|()| undo));
        match placed {
            Ok(undo) => done.push(undo),
            Err(trouble) => {
                done.into_iter().rev().for_each(Undo::undo);
                return Err(told(new, trouble));
            }
        }
    }
    Ok(())
}

/// Why a file can't be written.
enum Trouble {
    /// Someone else changed it meanwhile.
    Changed,
    /// The system refuses.
    Io(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A file that only has to take its place.
enum Ready<'a> {
    /// Beside its target.
    Beside(NamedTempFile, Utf8PathBuf),
    /// What isn't a file, such as a terminal or a pipe, can only be written to as it is.
    Into(Utf8PathBuf, &'a [u8]),
}

impl<'a> Ready<'a> {
    fn make(new: &New<'a>) -> io::Result<Self> {
        let target = followed(new.path);
        let there = match fs::metadata(&target) {
            Ok(there) => Some(there),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        match &there {
            Some(it) if it.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Some(it) if !it.is_file() => return Ok(Self::Into(target, new.content)),
            // Its folder would allow it, but whoever made it so doesn't want it changed.
            Some(it) if it.permissions().readonly() => return Err(io::ErrorKind::PermissionDenied.into()),
            _ => {}
        }
        let folder = parent(&target);
        tidy(folder);
        let mut file = temporary().tempfile_in(folder)?;
        // Held while this runs, so that no other run takes it for a leftover; not every disk can.
        file.as_file().try_lock().ok();
        file.write_all(new.content)?;
        if let Some(there) = &there {
            resemble(file.as_file(), there)?;
        }
        file.as_file().sync_all()?;
        Ok(Self::Beside(file, target))
    }

    fn place(self, was: Was<'_>) -> Result<(), Trouble> {
        let (file, target) = match self {
            Self::Beside(file, target) => (file, target),
            Self::Into(target, content) => {
                fs::OpenOptions::new().write(true).open(target)?.write_all(content)?;
                return Ok(());
            }
        };
        match was {
            Was::Anything => {}
            Was::Absent => {
                file.persist_noclobber(&target).map_err(|error| error.error)?;
                return Ok(());
            }
            Was::Still(before) if fs::read(&target)? == before => {}
            Was::Still(_) => return Err(Trouble::Changed),
        }
        file.persist(&target).map_err(|error| error.error)?;
        // So that a power cut doesn't bring the old one back; not every disk can.
        File::open(parent(&target)).and_then(|folder| folder.sync_all()).ok();
        Ok(())
    }
}

/// How to take back that a file took its place.
enum Undo {
    Nothing,
    Remove(Utf8PathBuf),
    PutBack(TempPath, Utf8PathBuf),
}

impl Undo {
    /// Keeps what is there now.
    fn of(ready: &Ready<'_>) -> io::Result<Self> {
        let Ready::Beside(_, target) = ready else { return Ok(Self::Nothing) };
        if !target.exists() {
            return Ok(Self::Remove(target.clone()));
        }
        let keep = |path: &std::path::Path| {
            fs::hard_link(target, path).or_else(|_| fs::copy(target, path).map(drop))
        };
        let kept = temporary().make_in(parent(target), keep)?;
        Ok(Self::PutBack(kept.into_temp_path(), target.clone()))
    }

    /// Puts it back, as far as that can be done.
    fn undo(self) {
        match self {
            Self::Nothing => {}
            Self::Remove(target) => drop(fs::remove_file(target)),
            Self::PutBack(kept, target) => drop(kept.persist(target)),
        }
    }
}

fn temporary() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    {
        // As readable as any new file; without this, only its maker could read it.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

/// The file that a path leads to when links are followed, also where that isn't there yet.
fn followed(path: &Utf8Path) -> Utf8PathBuf {
    let mut at = path.to_owned();
    // As far as systems follow them.
    for _ in 0..40 {
        match at.read_link_utf8() {
            Ok(next) => at = parent(&at).join(next),
            Err(_) => break,
        }
    }
    at
}

fn parent(path: &Utf8Path) -> &Utf8Path {
    path.parent().filter(|parent| !parent.as_str().is_empty()).unwrap_or(Utf8Path::new("."))
}

/// Gives a new file the owner and the permissions of the one that it replaces.
fn resemble(file: &File, there: &fs::Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        let own = file.metadata()?;
        if (own.uid(), own.gid()) != (there.uid(), there.gid()) {
            // Only the system's owner may give files away.
            fchown(file, Some(there.uid()), Some(there.gid())).ok();
        }
    }
    file.set_permissions(there.permissions())
}

/// Takes away what killed runs left in a folder: temporary files that nobody holds any more.
fn tidy(folder: &Utf8Path) {
    let Ok(entries) = folder.read_dir_utf8() else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        if name.starts_with(TEMPORARY.0)
            && name.ends_with(TEMPORARY.1)
            && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok())
        {
            fs::remove_file(entry.path()).ok();
        }
    }
}

fn failure(path: &Utf8Path, trouble: Trouble, lang: Lang) -> Failure {
    Failure(match trouble {
        Trouble::Changed => say!(
            lang,
            en: "`{path}` was changed by someone else meanwhile and is left as it is; try again",
            nl: "`{path}` is intussen door een ander gewijzigd en is zo gelaten; probeer het opnieuw",
        ),
        Trouble::Io(error) if error.kind() == io::ErrorKind::AlreadyExists => say!(
            lang,
            en: "`{path}` is there already and is left as it is",
            nl: "`{path}` bestaat al en is zo gelaten",
        ),
        Trouble::Io(error) => say!(
            lang,
            en: "`{path}` can't be written: {error}",
            nl: "`{path}` kan niet geschreven worden: {error}",
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk() -> (tempfile::TempDir, Utf8PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = Utf8Path::from_path(folder.path()).unwrap().to_owned();
        (folder, path)
    }

    fn names(folder: &Utf8Path) -> Vec<String> {
        let mut names: Vec<_> =
            folder.read_dir_utf8().unwrap().map(|it| it.unwrap().file_name().to_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let (_folder, at) = desk();
        let path = at.join("a.svg");
        whole(&path, b"old", Lang::En).unwrap();
        whole(&path, b"new", Lang::En).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(&at), ["a.svg"]);
    }

    #[test]
    fn what_cannot_be_written_is_told_with_its_path() {
        let (_folder, at) = desk();
        let Failure(reason) = whole(&at.join("missing/a.svg"), b"x", Lang::En).unwrap_err();
        assert!(reason.contains("missing/a.svg"), "{reason}");
        fs::create_dir(at.join("folder")).unwrap();
        assert!(whole(&at.join("folder"), b"x", Lang::En).is_err());
        assert_eq!(names(&at), ["folder"]);
    }

    #[test]
    fn of_several_files_all_are_written_or_none() {
        let (_folder, at) = desk();
        let (first, second, third) = (at.join("a"), at.join("b"), at.join("c"));
        fs::write(&first, "old").unwrap();
        fs::write(&third, "edited meanwhile").unwrap();
        let new = |path, was| New { path, content: b"new", was };
        let files =
            [new(&first, Was::Still(b"old")), new(&second, Was::Absent), new(&third, Was::Still(b"old"))];
        let Failure(reason) = all(&files, Lang::En).unwrap_err();
        assert!(reason.contains("changed by someone else"), "{reason}");
        assert_eq!(fs::read(&first).unwrap(), b"old");
        assert_eq!(fs::read(&third).unwrap(), b"edited meanwhile");
        assert_eq!(names(&at), ["a", "c"]);
        all(&files[..2], Lang::En).unwrap();
        assert_eq!(
            (fs::read(&first).unwrap(), fs::read(&second).unwrap()),
            (b"new".to_vec(), b"new".to_vec())
        );
        assert_eq!(names(&at), ["a", "b", "c"]);
    }

    #[test]
    fn what_must_not_be_there_yet_is_never_replaced() {
        let (_folder, at) = desk();
        let path = at.join("a");
        fs::write(&path, "mine").unwrap();
        let Failure(reason) =
            all(&[New { path: &path, content: b"new", was: Was::Absent }], Lang::Nl).unwrap_err();
        assert!(reason.contains("bestaat al"), "{reason}");
        assert_eq!(fs::read(&path).unwrap(), b"mine");
    }

    #[test]
    fn leftovers_of_a_killed_run_are_taken_away_and_files_in_use_are_not() {
        let (_folder, at) = desk();
        fs::write(at.join(".koppelkaart-a1b2c3.tmp"), "half").unwrap();
        fs::write(at.join(".koppelkaart-notes"), "mine").unwrap();
        let held = File::create(at.join(".koppelkaart-d4e5f6.tmp")).unwrap();
        held.try_lock().unwrap();
        whole(&at.join("a"), b"x", Lang::En).unwrap();
        assert_eq!(names(&at), [".koppelkaart-d4e5f6.tmp", ".koppelkaart-notes", "a"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_permissions_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let (_folder, at) = desk();
        fs::create_dir(at.join("real")).unwrap();
        fs::write(at.join("real/a"), "old").unwrap();
        fs::set_permissions(at.join("real/a"), fs::Permissions::from_mode(0o640)).unwrap();
        symlink("real/a", at.join("link")).unwrap();
        symlink("real/b", at.join("dangling")).unwrap();
        whole(&at.join("link"), b"new", Lang::En).unwrap();
        whole(&at.join("dangling"), b"new", Lang::En).unwrap();
        assert!(at.join("link").is_symlink() && at.join("dangling").is_symlink());
        assert_eq!(fs::read(at.join("real/a")).unwrap(), b"new");
        assert_eq!(fs::read(at.join("real/b")).unwrap(), b"new");
        assert_eq!(fs::metadata(at.join("real/a")).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(names(&at.join("real")), ["a", "b"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_read_only_file_is_left_alone() {
        use std::os::unix::fs::PermissionsExt;
        let (_folder, at) = desk();
        let path = at.join("a");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        assert!(whole(&path, b"new", Lang::En).is_err());
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(&at), ["a"]);
    }
}

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

use super::{Failure, interrupt::guarded};
use crate::{load::files, say, text::Lang};

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

/// Writes a file whole. What was there stays until the new one is complete. Nothing that is written so is TOML: by that
/// name it would take the place of a part of a landscape, or become one.
pub fn whole(path: &Utf8Path, content: &[u8], lang: Lang) -> Result<(), Failure> {
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml")) {
        return Err(Failure(say!(
            lang,
            en: "`{path}` is called as a file of a landscape is; give what is written another name",
            nl: "`{path}` heet zoals een bestand van een landschap; geef wat geschreven wordt een andere naam",
        )));
    }
    all(&[New::over(path, content)], lang)
}

/// Writes several files, all or none.
pub fn all(files: &[New<'_>], lang: Lang) -> Result<(), Failure> {
    let told = |new: &New<'_>, trouble: Trouble| failure(new.path, trouble, lang);
    let mut ready = Vec::with_capacity(files.len());
    for new in files {
        ready.push((new, Ready::make(new).map_err(|trouble| told(new, trouble))?));
    }
    let mut done: Vec<Undo> = Vec::with_capacity(files.len());
    for (new, ready) in ready {
        let undo = if files.len() > 1 { Undo::of(&ready) } else { Ok(Undo::Nothing) };
        let placed = undo.map_err(Trouble::Io).and_then(|undo| ready.place(new.was).map(|()| undo));
        match placed {
            Ok(undo) => done.push(undo),
            Err(trouble) => {
                let undone = done.into_iter().zip(files).rev();
                let left: Vec<_> = undone.filter_map(|(undo, new)| undo.undo(new.content)).collect();
                let Failure(reason) = told(new, trouble);
                return Err(Failure(reason + &left_alone(&left, lang)));
            }
        }
    }
    Ok(())
}

/// Why a file can't be written.
#[derive(Debug)]
enum Trouble {
    /// Someone else changed it meanwhile.
    Changed,
    /// It is a link out of the repository: whoever proposes a change could make a build write there.
    LeadsOut,
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
    fn make(new: &New<'a>) -> Result<Self, Trouble> {
        let target = followed(new.path);
        if new.path.is_symlink() && files::leads_out(new.path, &target) {
            return Err(Trouble::LeadsOut);
        }
        let there = match fs::metadata(&target) {
            Ok(there) => Some(there),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        match &there {
            Some(it) if it.is_dir() => return Err(io::Error::from(io::ErrorKind::IsADirectory).into()),
            Some(it) if !it.is_file() => return Ok(Self::Into(target, new.content)),
            // Its folder would allow it, but whoever made it so doesn't want it changed.
            Some(it) if it.permissions().readonly() => {
                return Err(io::Error::from(io::ErrorKind::PermissionDenied).into());
            }
            _ => {}
        }
        let folder = parent(&target);
        tidy(folder);
        let mut file = held(|| {
            let file = guarded(|| temporary().tempfile_in(folder), |file| file.path().to_owned())?;
            // Not every disk can.
            file.as_file().lock().ok();
            let is_there = file.path().exists();
            Ok((file, is_there))
        })?;
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
    PutBack(Kept, Utf8PathBuf),
}

/// What a file was, and its lock.
struct Kept(TempPath, #[expect(dead_code, reason = "it is held")] Option<File>);

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
        let kept = held(|| {
            let make = || temporary().make_in(parent(target), keep).map(NamedTempFile::into_temp_path);
            let kept = guarded(make, |kept| kept.to_path_buf())?;
            // Elsewhere a lock keeps the file itself from being read, and it may be what is there now.
            let lock = if cfg!(unix) { File::open(&kept).ok() } else { None };
            if let Some(file) = &lock {
                file.lock().ok();
            }
            let is_there = kept.exists();
            Ok((Kept(kept, lock), is_there))
        })?;
        Ok(Self::PutBack(kept, target.clone()))
    }

    /// Puts it back where it still holds what was `written`; gives the path where someone edited that meanwhile, or where
    /// it can't be done.
    fn undo(self, written: &[u8]) -> Option<Utf8PathBuf> {
        let (Self::Remove(target) | Self::PutBack(_, target)) = &self else { return None };
        let target = target.clone();
        if fs::read(&target).ok()? != written {
            return Some(target);
        }
        let done = match self {
            Self::Nothing => Ok(()),
            Self::Remove(target) => fs::remove_file(target),
            Self::PutBack(Kept(kept, _), target) => kept.persist(target).map_err(|error| error.error),
        };
        done.err().map(|_| target)
    }
}

/// A temporary file that is held while this runs. Another run may take it for a leftover until then: so it is made anew
/// where it isn't there any more.
fn held<T>(attempt: impl Fn() -> io::Result<(T, bool)>) -> io::Result<T> {
    for _ in 0..100 {
        let (made, is_there) = attempt()?;
        if is_there {
            return Ok(made);
        }
    }
    Err(io::ErrorKind::ResourceBusy.into())
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
        let is_ours = name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1);
        // A pipe may never open.
        if !is_ours || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        // Locked until it is gone, so that whoever just made it waits, and sees that.
        if let Ok(file) = File::open(entry.path())
            && file.try_lock().is_ok()
        {
            fs::remove_file(entry.path()).ok();
        }
    }
}

/// Which files were written and couldn't be taken back.
fn left_alone(left: &[Utf8PathBuf], lang: Lang) -> String {
    if left.is_empty() {
        return String::new();
    }
    let left: Vec<String> = left.iter().map(|path| format!("`{path}`")).collect();
    let left = left.join(", ");
    say!(
        lang,
        en: "; already written, edited since, and left as it is now: {left}",
        nl: "; al geschreven, daarna bewerkt, en gelaten zoals het nu is: {left}",
    )
}

fn failure(path: &Utf8Path, trouble: Trouble, lang: Lang) -> Failure {
    Failure(match trouble {
        Trouble::Changed => say!(
            lang,
            en: "`{path}` was changed by someone else meanwhile and is left as it is; try again",
            nl: "`{path}` is intussen door een ander gewijzigd en is zo gelaten; probeer het opnieuw",
        ),
        Trouble::LeadsOut => say!(
            lang,
            en: "`{path}` is a link that leads out of the repository, or to something hidden in it; nothing was written there",
            nl: "`{path}` is een verwijzing die uit de repository leidt, of naar iets verborgens erin; daar is niets geschreven",
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
#[path = "write_tests.rs"]
mod tests;

//! Files are written whole or not at all: into a temporary file beside the target, which then takes its place.
//!
//! Several files are all made ready before the first takes its place. Whatever stops the program, each is the whole old
//! one or the whole new one; what a killed run leaves is hidden, and taken away by the next one that writes there.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

use camino::{Utf8Path, Utf8PathBuf};
use sha2::{Digest, Sha256};
use tempfile::TempPath;

use super::{Failure, interrupt::guarded, temporary::Holds};
use crate::{load::files, say, text::Lang};

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

/// Makes sure that a folder is there, as long as anything is in it once this is let go.
pub fn folder(path: &Utf8Path, lang: Lang) -> Result<Folder, Failure> {
    let missing = path.ancestors().take_while(|path| !path.as_str().is_empty() && !path.exists());
    let missing: Vec<&Utf8Path> = missing.collect();
    let mut folder = Folder(Vec::new());
    if leads_out(path) {
        return Err(failure(path, Trouble::LeadsOut, lang));
    }
    for new in missing.into_iter().rev() {
        match guarded(|| fs::create_dir(new), |()| new.into()) {
            Ok(()) => folder.0.insert(0, new.to_owned()),
            // Another run may have been first.
            Err(_) if new.is_dir() => {}
            Err(error) => return Err(failure(path, error.into(), lang)),
        }
    }
    if path.as_str().is_empty() || path.is_dir() {
        return Ok(folder);
    }
    Err(failure(path, io::Error::from(io::ErrorKind::NotADirectory).into(), lang))
}

/// Folders that weren't there, the innermost first. What fails leaves none of them behind.
#[derive(Debug)]
pub struct Folder(Vec<Utf8PathBuf>);

impl Drop for Folder {
    fn drop(&mut self) {
        // The system takes away no folder with anything in it.
        self.0.iter().take_while(|path| fs::remove_dir(path).is_ok()).for_each(drop);
    }
}

/// Writes a file whole. What was there stays until the new one is complete. Nothing that is written so is TOML: by that
/// name it would take the place of a part of a landscape, or become one.
pub fn whole(path: &Utf8Path, content: &[u8], lang: Lang) -> Result<(), Failure> {
    if files::is_toml(path.as_std_path()) {
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
    let holds = Holds::default();
    let ready = files.iter().map(|new| ready(new.path, new.content, new.was, &holds, lang));
    place(ready.collect::<Result<_, _>>()?, lang)
}

/// Makes a file ready to take its place, so that its content needn't be kept.
pub fn ready<'a>(
    path: &Utf8Path,
    content: &[u8],
    was: Was<'a>,
    holds: &'a Holds,
    lang: Lang,
) -> Result<Ready<'a>, Failure> {
    Ready::make(path, content, was, holds).map_err(|trouble| failure(path, trouble, lang))
}

/// Has files take their places, all or none.
pub fn place(files: Vec<Ready<'_>>, lang: Lang) -> Result<(), Failure> {
    let several = files.len() > 1;
    let mut done: Vec<Undo> = Vec::with_capacity(files.len());
    for file in files {
        let path = file.path.clone();
        let undo = if several { Undo::of(&file) } else { Ok(Undo::Nothing) };
        let placed = undo.map_err(Trouble::Io).and_then(|undo| file.place().map(|()| undo));
        match placed {
            Ok(undo) => done.push(undo),
            Err(trouble) => {
                let left: Vec<_> = done.into_iter().rev().filter_map(Undo::undo).collect();
                let Failure(reason) = failure(&path, trouble, lang);
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
#[derive(Debug)]
pub struct Ready<'a> {
    /// Where, as it was asked for.
    path: Utf8PathBuf,
    /// Where links lead to.
    target: Utf8PathBuf,
    was: Was<'a>,
    content: Content,
    /// What is made beside the target is held by this.
    holds: &'a Holds,
}

/// What a file is to hold.
#[derive(Debug)]
enum Content {
    /// It stands beside its target; and its hash.
    Beside(TempPath, Hash),
    /// What isn't a file, such as a terminal or a pipe, can only be written to as it is.
    Into(Vec<u8>),
}

/// By which the content of a file is known again.
type Hash = [u8; 32];

fn hash(content: &[u8]) -> Hash {
    Sha256::digest(content).into()
}

impl<'a> Ready<'a> {
    fn make(path: &Utf8Path, bytes: &[u8], was: Was<'a>, holds: &'a Holds) -> Result<Self, Trouble> {
        let target = followed(path);
        if leads_out(path) {
            return Err(Trouble::LeadsOut);
        }
        let there = match fs::metadata(&target) {
            Ok(there) => Some(there),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        let ready = |content| Ok(Self { path: path.to_owned(), target: target.clone(), was, content, holds });
        match &there {
            Some(it) if it.is_dir() => return Err(io::Error::from(io::ErrorKind::IsADirectory).into()),
            Some(it) if !it.is_file() => return ready(Content::Into(bytes.to_owned())),
            // Its folder would allow it, but whoever made it so doesn't want it changed.
            Some(it) if it.permissions().readonly() => {
                return Err(io::Error::from(io::ErrorKind::PermissionDenied).into());
            }
            _ => {}
        }
        // As readable as any new file.
        let made = holds.make(parent(&target), |path| File::create_new(path).map(drop))?;
        let mut file = File::options().write(true).open(&made)?;
        file.write_all(bytes)?;
        if let Some(there) = &there {
            resemble(&file, there)?;
        }
        file.sync_all()?;
        ready(Content::Beside(made, hash(bytes)))
    }

    fn place(self) -> Result<(), Trouble> {
        let target = self.target;
        let file = match self.content {
            Content::Beside(file, _) => file,
            Content::Into(content) => {
                fs::OpenOptions::new().write(true).open(target)?.write_all(&content)?;
                return Ok(());
            }
        };
        match self.was {
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

/// How to take back that a file took its place, where it still holds what was written then.
#[derive(Debug)]
enum Undo {
    Nothing,
    Remove(Utf8PathBuf, Hash),
    PutBack(TempPath, Utf8PathBuf, Hash),
}

impl Undo {
    /// Keeps what is there now.
    fn of(ready: &Ready<'_>) -> io::Result<Self> {
        let Content::Beside(_, written) = ready.content else { return Ok(Self::Nothing) };
        let target = &ready.target;
        if !target.exists() {
            return Ok(Self::Remove(target.clone(), written));
        }
        let keep = |path: &Path| fs::hard_link(target, path).or_else(|_| fs::copy(target, path).map(drop));
        let kept = ready.holds.make(parent(target), keep)?;
        Ok(Self::PutBack(kept, target.clone(), written))
    }

    /// Puts it back; gives the path where someone edited it meanwhile, or where it can't be done.
    fn undo(self) -> Option<Utf8PathBuf> {
        let (Self::Remove(target, written) | Self::PutBack(_, target, written)) = &self else { return None };
        let target = target.clone();
        if hash(&fs::read(&target).ok()?) != *written {
            return Some(target);
        }
        let done = match self {
            Self::Nothing => Ok(()),
            Self::Remove(target, _) => fs::remove_file(target),
            Self::PutBack(kept, target, _) => kept.persist(target).map_err(|error| error.error),
        };
        done.err().map(|_| target)
    }
}

/// Whether a path, or a folder on the way to it, is a link that leads out of its repository.
fn leads_out(path: &Utf8Path) -> bool {
    path.ancestors().filter(|it| it.is_symlink()).any(|link| files::leads_out(link, &followed(link)))
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

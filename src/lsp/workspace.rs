//! Which landscapes an editor has open, and which of them a file belongs to.

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

use super::{
    document::{Change, Document},
    position::Encoding,
    project::{Judged, Open, Project},
    vast::is_vast,
};
use crate::{analysis::Options, load::files::ReadError};

/// The landscapes of an editor.
#[derive(Debug, Default)]
pub struct Workspace {
    projects: Vec<Project>,
    open: Open,
    /// The editor opened no folder: each file brings its own landscape.
    loose: bool,
    /// Folders that are too large to look for a landscape in; their files do the same.
    vast: Vec<Utf8PathBuf>,
}

impl Workspace {
    /// The landscapes in these folders: at the asked paths within the first, else in each its `landscape`, else
    /// the folder itself where it looks like one.
    #[must_use]
    pub fn new(folders: &[Utf8PathBuf], asked: &[String]) -> Self {
        let mut workspace = Self { loose: folders.is_empty() && asked.is_empty(), ..Self::default() };
        let base = folders.first().cloned().unwrap_or_default();
        for path in asked {
            let root = base.join(path);
            workspace.projects.push(Project::new(tidy(&root), base.clone(), false));
        }
        for folder in folders.iter().filter(|_| asked.is_empty()) {
            workspace.add(folder);
        }
        workspace
    }

    /// Takes in a folder; where nobody says what in it is a landscape and it is too large to look, no more than the files
    /// that will be opened.
    pub fn add(&mut self, folder: &Utf8Path) {
        let usual = folder.join("landscape");
        let guessed = !usual.is_dir();
        self.loose = false;
        if guessed && is_vast(folder) {
            self.vast.push(folder.to_owned());
            return;
        }
        let root = if guessed { folder.to_owned() } else { usual };
        self.projects.push(Project::new(root, folder.to_owned(), guessed));
    }

    /// Lets go of a folder.
    pub fn remove(&mut self, folder: &Utf8Path) {
        let was_vast = self.vast_above(folder).is_some_and(|vast| vast == folder);
        self.vast.retain(|vast| vast != folder);
        self.projects
            .retain(|project| project.base() != folder && !(was_vast && project.base().starts_with(folder)));
    }

    /// The folders that are too large to look for a landscape in.
    pub fn vast(&self) -> &[Utf8PathBuf] {
        &self.vast
    }

    /// The one of those that a file is in.
    pub fn vast_above(&self, path: &Utf8Path) -> Option<&Utf8PathBuf> {
        self.vast.iter().find(|folder| path.starts_with(folder))
    }

    /// Reads all files anew; gives what couldn't be read.
    pub fn read(&mut self) -> Vec<ReadError> {
        self.projects.iter_mut().filter_map(|project| project.read().err()).collect()
    }

    /// Reads anew what changed on disk at these paths.
    pub fn reread(&mut self, paths: &[Utf8PathBuf]) -> Vec<ReadError> {
        let concerned = |project: &&mut Project| paths.iter().any(|path| project.concerns(path));
        self.projects.iter_mut().filter(concerned).filter_map(|project| project.read().err()).collect()
    }

    /// A file was opened; gives what couldn't be read.
    pub fn open(&mut self, path: Utf8PathBuf, document: Document) -> Option<ReadError> {
        let mut failed = None;
        let by_itself = self.loose || self.vast_above(&path).is_some();
        if by_itself && !self.projects.iter().any(|project| project.holds(&path)) {
            let mut project = Project::new(own_landscape(&path), folder(&path), true);
            failed = project.read().err();
            self.projects.push(project);
        }
        self.outdate(&path);
        self.open.insert(path, document);
        failed
    }

    /// A file that is open was changed; false where it isn't.
    pub fn change(
        &mut self,
        path: &Utf8Path,
        version: i32,
        changes: Vec<Change>,
        encoding: Encoding,
    ) -> bool {
        let Some(document) = self.open.get_mut(path) else { return false };
        document.change(changes, encoding);
        document.version = version;
        self.projects
            .iter_mut()
            .filter(|project| project.holds(path))
            .for_each(|project| project.edited(path));
        true
    }

    /// A file was closed: what is on disk counts again.
    pub fn close(&mut self, path: &Utf8Path) {
        self.open.remove(path);
        self.outdate(path);
    }

    /// The landscape that a file belongs to, judged as it is now.
    pub fn judged(&mut self, path: &Utf8Path, options: &Options) -> Option<&Judged> {
        let project = self.projects.iter_mut().find(|project| project.holds(path))?;
        project.judge(&self.open, options)
    }

    /// All landscapes, judged as they are now.
    pub fn all(&mut self, options: &Options) -> impl Iterator<Item = &Judged> {
        self.projects.iter_mut().filter_map(|project| project.judge(&self.open, options))
    }

    /// Forgets what was judged, of all landscapes.
    pub fn forget(&mut self) {
        self.projects.iter_mut().for_each(Project::outdate);
    }

    fn outdate(&mut self, path: &Utf8Path) {
        self.projects.iter_mut().filter(|project| project.holds(path)).for_each(Project::outdate);
    }
}

/// A path without `.` and `..` in it, as editors write theirs.
fn tidy(path: &Utf8Path) -> Utf8PathBuf {
    let mut tidy = Utf8PathBuf::new();
    for part in path.components() {
        match part {
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => {
                tidy.pop();
            }
            part => tidy.push(part),
        }
    }
    tidy
}

/// The landscape of a file that was opened without a folder: the nearest folder of that name, else the file.
fn own_landscape(path: &Utf8Path) -> Utf8PathBuf {
    let mut folders = path.ancestors().skip(1);
    folders.find(|folder| folder.file_name() == Some("landscape")).unwrap_or(path).to_owned()
}

fn folder(path: &Utf8Path) -> Utf8PathBuf {
    path.parent().unwrap_or(path).to_owned()
}

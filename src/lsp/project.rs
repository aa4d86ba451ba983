//! A landscape as an editor has it: what is on disk, and over it what is open; judged when someone asks.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use camino::{Utf8Path, Utf8PathBuf};

use super::{
    document::Document,
    outline::Outline,
    position::{Encoding, Lines, Place},
    spots::{Spot, spots},
};
use crate::{
    analysis::{Analysis, Options, judge, judge_again},
    load::{
        Loaded,
        cut::cut_hard,
        files::{self, ReadError},
        memory::{self, Memory},
    },
    model::Kind,
    source::{Location, SourceId, Sources},
};

/// The files that are open in the editor, by path.
pub type Open = BTreeMap<Utf8PathBuf, Document>;

/// A landscape as an editor has it.
#[derive(Debug)]
pub struct Project {
    /// The folder or file that is the landscape.
    root: Utf8PathBuf,
    /// What paths are shown relative to.
    base: Utf8PathBuf,
    /// Nobody said that this is a landscape: it is one only if it looks like one.
    guessed: bool,
    disk: BTreeMap<Utf8PathBuf, Vec<u8>>,
    judged: Option<Judged>,
    /// The open files whose text changed since.
    edited: BTreeSet<Utf8PathBuf>,
}

/// A landscape that was judged, with what is needed to tell an editor where.
#[derive(Debug)]
pub struct Judged {
    /// The texts that were judged.
    pub sources: Sources,
    /// The judgement.
    pub analysis: Analysis,
    memory: Memory,
    files: Vec<File>,
}

/// What is to be known of a file beyond its text.
#[derive(Debug, Default)]
struct File {
    path: Utf8PathBuf,
    /// How the editor calls it, and which of its texts it is, where it is open.
    open: Option<(String, i32)>,
    lines: OnceLock<Lines>,
    outline: OnceLock<Outline>,
    spots: OnceLock<Vec<Spot>>,
}

impl Project {
    /// A landscape at `root`, of which nothing was read yet.
    #[must_use]
    pub fn new(root: Utf8PathBuf, base: Utf8PathBuf, guessed: bool) -> Self {
        Self { root, base, guessed, disk: BTreeMap::new(), judged: None, edited: BTreeSet::new() }
    }

    /// The folder that it was opened with.
    #[must_use]
    pub fn base(&self) -> &Utf8Path {
        &self.base
    }

    /// Whether a file is part of the landscape, as `check` would read it.
    #[must_use]
    pub fn holds(&self, path: &Utf8Path) -> bool {
        let Ok(within) = path.strip_prefix(&self.root) else { return false };
        let visible = within.components().all(|part| !part.as_str().starts_with('.'));
        path == self.root || visible && files::is_toml(path.as_std_path())
    }

    /// Whether a change at a path can change which files there are.
    #[must_use]
    pub fn concerns(&self, path: &Utf8Path) -> bool {
        path.starts_with(&self.root) || self.root.starts_with(path)
    }

    /// Reads all files anew.
    ///
    /// # Errors
    /// When something can't be read; the landscape is then as it was. That there is nothing is no error.
    pub fn read(&mut self) -> Result<(), ReadError> {
        let list = match files::list(&self.root) {
            Ok(list) => list,
            Err(ReadError::NotFound(_) | ReadError::Empty(_)) => Vec::new(),
            Err(error) => return Err(error),
        };
        let mut disk = BTreeMap::new();
        for file in list {
            let bytes = files::bytes(&file, &files::shown_path(&file, &self.base))?;
            if let Ok(path) = Utf8PathBuf::from_path_buf(file) {
                disk.insert(path, bytes);
            }
        }
        self.disk = disk;
        self.outdate();
        Ok(())
    }

    /// Forgets the judgement, since something changed.
    pub fn outdate(&mut self) {
        self.judged = None;
    }

    /// Notes that the text of an open file changed.
    pub fn edited(&mut self, path: &Utf8Path) {
        self.edited.insert(path.to_owned());
    }

    /// The judgement of what is on disk and open now; none where this is no landscape.
    pub fn judge(&mut self, open: &Open, options: &Options) -> Option<&Judged> {
        let edited = std::mem::take(&mut self.edited);
        // It is taken out meanwhile, so that what goes wrong leaves nothing half done.
        let judged = match self.judged.take() {
            Some(judged) if edited.is_empty() => judged,
            Some(judged) => judged.again(&edited, open, options),
            None => {
                let (sources, files) = self.gather(open);
                Judged::new(sources, files, options)
            }
        };
        self.judged = Some(judged);
        let guessed = self.guessed;
        self.judged
            .as_ref()
            .filter(|judged| !judged.files.is_empty() && (!guessed || judged.looks_like_one()))
    }

    /// All files, in the order in which `check` reads them: by path, part by part.
    fn gather(&self, open: &Open) -> (Sources, Vec<File>) {
        let mut paths: Vec<&Utf8PathBuf> = self.disk.keys().collect();
        paths.extend(open.keys().filter(|path| self.holds(path)));
        paths.sort_unstable();
        paths.dedup();
        let (mut sources, mut files) = (Sources::default(), Vec::new());
        for path in paths {
            let shown = files::shown_path(path.as_std_path(), &self.base);
            match (open.get(path), self.disk.get(path)) {
                (Some(document), _) => sources.add(shown, &*document.text),
                (None, Some(bytes)) => sources.add_bytes(shown, bytes),
                (None, None) => continue,
            };
            files.push(File::new(path.clone(), open.get(path)));
        }
        (sources, files)
    }
}

impl File {
    fn new(path: Utf8PathBuf, open: Option<&Document>) -> Self {
        let open = open.map(|document| (document.uri.clone(), document.version));
        Self { path, open, ..Self::default() }
    }
}

impl Judged {
    fn new(sources: Sources, files: Vec<File>, options: &Options) -> Self {
        let (loaded, memory) = memory::load(&sources);
        Self { sources, analysis: judge(loaded, options), memory, files }
    }

    /// The same after edits of open files: reads no more than those, where that is enough.
    fn again(self, edited: &BTreeSet<Utf8PathBuf>, open: &Open, options: &Options) -> Self {
        let Self { mut sources, analysis, mut memory, mut files } = self;
        let ids: Vec<SourceId> = sources.iter().map(|(id, _)| id).collect();
        let mut changed = Vec::new();
        for (file, id) in files.iter_mut().zip(ids) {
            if let Some(document) = open.get(&file.path).filter(|_| edited.contains(&file.path)) {
                let before = sources.replace(id, &*document.text);
                *file = File::new(file.path.clone(), Some(document));
                changed.push((id, before));
            }
        }
        let (mut landscape, kept) = analysis.into_kept();
        let (mut problems, mut touched) = (Vec::new(), None);
        for (id, before) in &changed {
            let Some((loaded, changed)) = memory::reload(&sources, &mut memory, landscape, (*id, before))
            else {
                return Self::new(sources, files, options);
            };
            (landscape, problems, touched) = (loaded.landscape, loaded.problems, changed);
        }
        let touched = touched.filter(|_| changed.len() == 1);
        let analysis = judge_again(kept, touched, Loaded { landscape, problems }, options);
        Self { sources, analysis, memory, files }
    }

    /// Whether some table is one that hardly anything but a landscape has. Cut hard, since one table that stands far
    /// from its parent keeps a file in one piece.
    fn looks_like_one(&self) -> bool {
        let typical = |text: &str| {
            let named = |kind: &str| Kind::from_key(kind);
            cut_hard(text).iter().filter_map(|chunk| chunk.header.as_ref()).any(|header| {
                matches!(
                    (named(&text[header.kind.clone()]), &header.id, header.element),
                    (Some(Kind::Landscape), None, false)
                        | (Some(Kind::Application | Kind::Party), Some(_), false)
                        | (Some(Kind::Link), None, true)
                )
            })
        };
        self.sources.iter().any(|(_, file)| typical(file.text()))
    }

    /// The file at a path.
    #[must_use]
    pub fn find(&self, path: &Utf8Path) -> Option<SourceId> {
        let index = self.files.binary_search_by(|file| (*file.path).cmp(path)).ok()?;
        self.sources.iter().nth(index).map(|(id, _)| id)
    }

    /// Where a file is.
    #[must_use]
    pub fn path(&self, source: SourceId) -> &Utf8Path {
        &self.file(source).path
    }

    /// Which of the editor's texts of a file was judged; none where it isn't open.
    #[must_use]
    pub fn version(&self, source: SourceId) -> Option<i32> {
        self.file(source).open.as_ref().map(|(_, version)| *version)
    }

    /// How the editor calls a file; none where it isn't open.
    #[must_use]
    pub fn called(&self, source: SourceId) -> Option<&str> {
        self.file(source).open.as_ref().map(|(uri, _)| &**uri)
    }

    /// The outline of a file.
    #[must_use]
    pub fn outline(&self, source: SourceId) -> &Outline {
        self.file(source).outline.get_or_init(|| Outline::new(self.sources.get(source).text()))
    }

    /// The words of a file that the language knows.
    #[must_use]
    pub fn spots(&self, source: SourceId) -> &[Spot] {
        self.file(source).spots.get_or_init(|| spots(self.outline(source)))
    }

    /// The start and end of a location, as the editor counts.
    #[must_use]
    pub fn places(&self, location: Location, encoding: Encoding) -> (Place, Place) {
        let text = self.sources.get(location.source).text();
        let place = |byte: u32| self.lines(location.source).place(text, byte as usize, encoding);
        (place(location.start), place(location.end))
    }

    /// The byte of a place in a file.
    #[must_use]
    pub fn byte(&self, source: SourceId, place: Place, encoding: Encoding) -> usize {
        self.lines(source).byte(self.sources.get(source).text(), place, encoding)
    }

    fn lines(&self, source: SourceId) -> &Lines {
        self.file(source).lines.get_or_init(|| Lines::new(self.sources.get(source).text()))
    }

    fn file(&self, source: SourceId) -> &File {
        &self.files[source.index() as usize]
    }
}

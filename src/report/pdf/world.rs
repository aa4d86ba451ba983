//! All that the typesetter can see: the template, its data, the pictures and one typeface.

use rustc_hash::FxHashMap;
use typst::{
    Feature, Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use super::{error::PdfError, marks};
use crate::view::{BOLD, REGULAR};

const TEMPLATE: &str = include_str!("attachment.typ");

/// The files of one document, none of them on disk.
pub struct Files {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    files: FxHashMap<FileId, Bytes>,
}

impl Files {
    /// The data of a document, and its pictures as SVG.
    pub fn new(data: String, pictures: Vec<String>) -> Result<Self, PdfError> {
        let mut files = FxHashMap::default();
        files.insert(id("data.json")?, Bytes::from_string(data));
        for (at, picture) in pictures.into_iter().enumerate() {
            files.insert(id(&super::pictures::file(at))?, Bytes::from_string(picture));
        }
        for (name, svg) in marks::files() {
            files.insert(id(&name)?, Bytes::from_string(svg));
        }
        let fonts: Vec<Font> =
            [REGULAR, BOLD].into_iter().flat_map(|font| Font::iter(Bytes::new(font))).collect();
        // Heads of rows: not yet in the library by default.
        let features = [Feature::A11yExtras].into_iter().collect();
        Ok(Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            template: Source::new(id("attachment.typ")?, TEMPLATE.to_owned()),
            files,
        })
    }
}

fn id(name: &str) -> Result<FileId, PdfError> {
    let path = VirtualPath::new(name).map_err(|error| PdfError::Data(error.to_string()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Files {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// The reference date stands in the attachment; the day on which it is printed doesn't matter.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

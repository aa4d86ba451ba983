//! What a screen reader takes from a PDF: its properties, its bookmarks and the tree of what is on its pages.

use std::collections::BTreeSet;

use hayro_syntax::{
    Pdf,
    object::{Array, Dict, MaybeRef, Name, Object, Stream, String as Text},
};

/// A PDF that was read.
pub struct Read {
    language: String,
    title: String,
    marked: bool,
    shows_title: bool,
    metadata: String,
    bookmarks: Vec<String>,
    keys: BTreeSet<String>,
    document: Element,
}

/// A part of a document: `H1`, `Table`, `Figure`.
#[derive(Default)]
pub struct Element {
    kind: String,
    alternative: String,
    scope: String,
    inside: Vec<Element>,
}

impl Read {
    pub fn of(bytes: Vec<u8>) -> Self {
        let pdf = Pdf::new(bytes).expect("a PDF that can be read");
        let root: Dict = pdf.xref().get(pdf.xref().root_id()).expect("a catalogue");
        let flag = |of: &str, name: &str| root.get::<Dict>(of).and_then(|it| it.get(name)).unwrap_or(false);
        let tree: Dict = root.get("StructTreeRoot").expect("a tree of tags");
        let metadata =
            root.get::<Stream>("Metadata").expect("metadata").decoded().expect("metadata").into_owned();
        let mut bookmarks = Vec::new();
        if let Some(outlines) = root.get("Outlines") {
            collect(&outlines, &mut bookmarks);
        }
        let mut keys = BTreeSet::new();
        pdf.objects().into_iter().for_each(|object| keys_of(object, &mut keys));
        Self {
            language: text(&root, "Lang"),
            title: text_of(&pdf.metadata().title.clone().unwrap_or_default()),
            marked: flag("MarkInfo", "Marked"),
            shows_title: flag("ViewerPreferences", "DisplayDocTitle"),
            metadata: String::from_utf8(metadata).expect("XML"),
            bookmarks,
            keys,
            document: Element { inside: inside(&tree), ..Element::default() },
        }
    }

    pub fn language(&self) -> &str {
        &self.language
    }

    pub fn title(&self) -> &str {
        &self.title
    }

    pub fn is_marked(&self) -> bool {
        self.marked
    }

    pub fn shows_its_title(&self) -> bool {
        self.shows_title
    }

    pub fn metadata(&self) -> &str {
        &self.metadata
    }

    /// Every heading in the list beside the pages, in reading order.
    pub fn bookmarks(&self) -> Vec<String> {
        self.bookmarks.clone()
    }

    /// What in it opens, fetches, sends, runs or carries along something, by the keys that do so anywhere in the file (ISO
    /// 32000-1, 12.6 and 7.11).
    pub fn does(&self) -> Vec<&str> {
        // That all are looked at shows in one that is always there, deep in the file.
        assert!(self.keys.contains("StructParents"), "{:?}", self.keys);
        const ACTS: [&str; 14] = [
            "A",
            "AA",
            "AcroForm",
            "EF",
            "EmbeddedFiles",
            "FS",
            "JS",
            "JavaScript",
            "Launch",
            "OpenAction",
            "Rendition",
            "RichMedia",
            "URI",
            "XFA",
        ];
        ACTS.into_iter().filter(|key| self.keys.contains(*key)).collect()
    }

    /// Every element of a kind, in reading order.
    pub fn all<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Element> {
        self.document.all(kind)
    }

    /// The kinds of all elements, in reading order.
    pub fn kinds(&self) -> Vec<&str> {
        self.document.every().into_iter().map(|element| element.kind.as_str()).collect()
    }
}

impl Element {
    pub fn all<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Self> {
        self.every().into_iter().filter(move |element| element.kind == kind)
    }

    pub fn alternative(&self) -> String {
        self.alternative.clone()
    }

    /// Of a head in a table: `Row` or `Column`.
    pub fn scope(&self) -> &str {
        &self.scope
    }

    fn every(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.inside.iter().flat_map(Self::every)).collect()
    }

    fn of(dict: &Dict) -> Self {
        let attributes = each(dict, "A");
        let scope = attributes.iter().find_map(|it| it.get::<Name>("Scope"));
        Self {
            kind: dict.get::<Name>("S").map(|name| text_of(&name)).unwrap_or_default(),
            alternative: text(dict, "Alt"),
            scope: scope.map(|name| text_of(&name)).unwrap_or_default(),
            inside: inside(dict),
        }
    }
}

/// The elements inside another; what isn't an element is a piece of a page.
fn inside(dict: &Dict) -> Vec<Element> {
    each(dict, "K").iter().filter(|it| it.contains_key("S")).map(Element::of).collect()
}

/// The dictionaries under a key that has one of them, or several.
fn each<'a>(dict: &Dict<'a>, key: &str) -> Vec<Dict<'a>> {
    match dict.get::<Object>(key) {
        Some(Object::Dict(one)) => vec![one],
        Some(Object::Array(several)) => dicts(&several),
        _ => Vec::new(),
    }
}

/// Every key of every dictionary in an object, but of those it refers to. `A` of an element of the tree is how it looks.
fn keys_of(object: Object, keys: &mut BTreeSet<String>) {
    let dict = match object {
        Object::Dict(dict) => dict,
        Object::Stream(stream) => stream.dict().clone(),
        Object::Array(array) => return array.raw_iter().for_each(|it| keys_within(it, keys)),
        _ => return,
    };
    let is_element = dict.get::<Name>("Type").is_some_and(|kind| text_of(&kind) == "StructElem");
    for (key, value) in dict.entries() {
        let key = text_of(&key);
        if !(is_element && key == "A") {
            keys.insert(key);
        }
        keys_within(value, keys);
    }
}

fn keys_within(value: MaybeRef<Object>, keys: &mut BTreeSet<String>) {
    if let MaybeRef::NotRef(object) = value {
        keys_of(object, keys);
    }
}

fn dicts<'a>(array: &Array<'a>) -> Vec<Dict<'a>> {
    array.iter::<Object>().filter_map(Object::into_dict).collect()
}

/// The titles of bookmarks below one, with what is below them.
fn collect(parent: &Dict, titles: &mut Vec<String>) {
    let mut next: Option<Dict> = parent.get("First");
    while let Some(bookmark) = next {
        titles.push(text(&bookmark, "Title"));
        collect(&bookmark, titles);
        next = bookmark.get("Next");
    }
}

fn text(dict: &Dict, key: &str) -> String {
    dict.get::<Text>(key).map(|text| text_of(text.as_bytes())).unwrap_or_default()
}

/// Text of a PDF: UTF-16 behind a byte order mark, or else plain letters. Without the places where words may be broken.
fn text_of(bytes: &[u8]) -> String {
    let text = match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(wide) => {
            let units: Vec<u16> =
                wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).expect("UTF-16")
        }
        None => String::from_utf8(bytes.to_vec()).expect("ASCII"),
    };
    text.replace('\u{200B}', "")
}

//! A small face on `quick-xml`: elements with attributes, where no text can break out of its place.

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

/// XML in the making.
pub struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
}

impl Xml {
    /// An empty document.
    #[must_use]
    pub fn new() -> Self {
        Self { writer: Writer::new(Vec::new()), open: Vec::new() }
    }

    /// Begins an element; [`Xml::close`] ends it.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.write(Event::Start(tag(name, attributes)));
        self.open.push(name);
    }

    /// Ends the element that was begun last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.write(Event::End(BytesEnd::new(name)));
        }
    }

    /// An element without content.
    pub fn leaf(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.write(Event::Empty(tag(name, attributes)));
    }

    /// An element with nothing but text.
    pub fn text(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.write(Event::Text(BytesText::new(text)));
        self.close();
    }

    /// A line break between elements, so that a diff of two pictures can be read.
    pub fn line(&mut self) {
        self.write(Event::Text(BytesText::from_escaped("\n")));
    }

    /// Puts a part that was made apart behind what there is; in it everything is closed.
    pub fn append(&mut self, part: Self) {
        self.writer.get_mut().extend(part.finish().as_bytes());
    }

    /// The document, with everything closed.
    #[must_use]
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        let bytes = self.writer.into_inner();
        String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }

    /// Writing to memory cannot fail.
    fn write(&mut self, event: Event<'_>) {
        let _ = self.writer.write_event(event);
    }
}

/// The begin of an element, with room for its attributes at once.
fn tag(name: &str, attributes: &[(&str, &str)]) -> BytesStart<'static> {
    let room = attributes.iter().map(|(key, value)| key.len() + value.len() + 4).sum::<usize>();
    let mut content = String::with_capacity(name.len() + room);
    content.push_str(name);
    BytesStart::from_content(content, name.len()).with_attributes(attributes.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_in_its_place() {
        let mut xml = Xml::new();
        xml.open("g", &[("aria-label", "\"><script>&")]);
        xml.text("title", &[], "</title><script>'&amp;");
        let xml = xml.finish();
        let read = roxmltree::Document::parse(&xml).unwrap();
        let group = read.root_element();
        assert_eq!(group.attribute("aria-label"), Some("\"><script>&"));
        assert_eq!(group.first_element_child().unwrap().text(), Some("</title><script>'&amp;"));
        assert_eq!(read.descendants().filter(roxmltree::Node::is_element).count(), 2);
    }
}

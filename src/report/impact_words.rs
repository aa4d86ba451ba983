//! How the answers of `impact` name things: ends and links with their ids and places, counts, categories.

use crate::{
    graph::Size,
    model::{Data, Endpoint, Id, Landscape, Lifecycle, Link},
    say,
    source::{Location, Sources},
    text::{Lang, Text, number, on_one_line, shown},
};

/// The landscape, with the files that it was read from, and a language to tell of it.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub landscape: &'a Landscape,
    pub sources: &'a Sources,
    pub lang: Lang,
}

impl Words<'_> {
    /// Its file and line.
    pub fn place(&self, location: Location) -> String {
        let (start, _) = self.sources.positions(location);
        format!("{}:{}", on_one_line(self.sources.get(location.source).path()), start.line)
    }

    /// Where an end of a link is declared.
    pub fn header(&self, end: Endpoint) -> Location {
        match end {
            Endpoint::Application(id) => self.landscape.applications.get(id).header,
            Endpoint::Party(id) => self.landscape.parties.get(id).header,
        }
    }

    /// What an end of a link is called.
    pub fn name(&self, end: Endpoint) -> String {
        shown(self.landscape.endpoint_name(end)).into_owned()
    }

    /// The same with its id.
    pub fn end(&self, end: Endpoint) -> String {
        format!("{} ({})", self.name(end), shown(self.landscape.endpoint_id(end)))
    }

    /// A link by its id.
    pub fn link_id(&self, link: Id<Link>) -> String {
        shown(&self.landscape.links.get(link).id).into_owned()
    }

    /// A link: its id, both ends, what it carries each way, and its place.
    pub fn link(&self, id: Id<Link>) -> String {
        let (link, lang) = (self.landscape.links.get(id), self.lang);
        let [from, to] = link.ends().map(|end| self.name(end));
        let mut told = format!("{}: {from} → {to}", self.link_id(id));
        let sent = self.categories(link.data.values());
        let unlisted = match link.personal_data.as_ref().map(|it| it.value) {
            Some(true) => {
                Text { en: "personal data that isn't listed", nl: "persoonsgegevens die niet genoemd zijn" }
            }
            Some(false) => Text { en: "no personal data", nl: "geen persoonsgegevens" },
            None => Text { en: "not known what", nl: "niet bekend wat" },
        };
        if !sent.is_empty() {
            told.extend(["; ", &sent]);
        } else if link.returns.is_empty() {
            told.extend(["; ", unlisted.to(lang)]);
        }
        if !link.returns.is_empty() {
            let back = self.categories(link.returns.values());
            told += &say!(lang, en: "; in answer {back}", nl: "; als antwoord {back}");
        }
        if link.lifecycle.as_ref().is_some_and(|it| it.value == Lifecycle::Planned) {
            told += Text { en: "; planned", nl: "; gepland" }.to(lang);
        }
        format!("{told} [{}]", self.place(link.header))
    }

    /// Categories by name, in a row.
    pub fn categories(&self, categories: impl Iterator<Item = Id<Data>>) -> String {
        let names = categories.map(|id| shown(&self.landscape.data.get(id).name.value));
        names.collect::<Vec<_>>().join(", ")
    }

    /// So many of something.
    pub fn count(&self, count: usize, one: Text, many: Text) -> String {
        let word = if count == 1 { one } else { many };
        format!("{} {}", number(count, self.lang), word.to(self.lang))
    }

    /// So many links.
    pub fn links(&self, count: usize) -> String {
        self.count(count, Text { en: "link", nl: "koppeling" }, Text { en: "links", nl: "koppelingen" })
    }

    /// So many applications and parties; only the applications where there is no party, and the other way round.
    pub fn size(&self, size: Size) -> String {
        let applications = self.count(
            size.applications,
            Text { en: "application", nl: "applicatie" },
            Text { en: "applications", nl: "applicaties" },
        );
        let parties = self.count(
            size.parties,
            Text { en: "party", nl: "partij" },
            Text { en: "parties", nl: "partijen" },
        );
        match size {
            Size { parties: 0, .. } => applications,
            Size { applications: 0, .. } => parties,
            _ => say!(self.lang, en: "{applications} and {parties}", nl: "{applications} en {parties}"),
        }
    }
}

/// Lines of text under headings.
pub struct Page {
    pub width: usize,
    pub text: String,
}

impl Page {
    /// A heading with how many stand below it.
    pub fn heading(&mut self, heading: &str, lang: Lang, count: usize) {
        self.text.extend(["\n", heading, " (", &number(count, lang), ")\n"]);
    }

    /// A paragraph.
    pub fn line(&mut self, line: &str) {
        self.text += &(super::wrap::wrap("", line, self.width) + "\n");
    }

    /// One of a list.
    pub fn item(&mut self, item: &str) {
        self.text += &(super::wrap::wrap("- ", item, self.width) + "\n");
    }
}

//! On which applications the most depends, the worst first.

use std::io;

use super::impact_words::{Page, Words};
use crate::{
    follow::weak_spots::WeakSpots,
    graph::{Origin, SingleSource, Size, SoleCarrier},
    model::{Application, Endpoint, Id, Landscape},
    say,
    source::Sources,
    text::{Lang, Text, shown},
};

/// Prints the answer, in lines of at most `width` columns.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(
    spots: &WeakSpots,
    landscape: &Landscape,
    sources: &Sources,
    lang: Lang,
    width: usize,
    out: &mut impl io::Write,
) -> io::Result<()> {
    let words = Words { landscape, sources, lang };
    let mut told = Told { spots, words, page: Page { width, text: String::new() } };
    told.verdict();
    told.carriers();
    told.cut_points();
    told.sources();
    told.unlisted();
    out.write_all(told.page.text.as_bytes())
}

struct Told<'a> {
    spots: &'a WeakSpots,
    words: Words<'a>,
    page: Page,
}

impl Told<'_> {
    fn heading(&mut self, heading: Text, count: usize) {
        self.page.heading(heading.to(self.words.lang), self.words.lang, count);
    }

    fn application(&self, id: Id<Application>) -> (String, String) {
        let end = Endpoint::Application(id);
        (self.words.end(end), self.words.place(self.words.header(end)))
    }

    fn verdict(&mut self) {
        let (spots, words, lang) = (self.spots, self.words, self.words.lang);
        let size = |applications| words.size(Size { applications, parties: 0 });
        let mut told = Vec::new();
        if spots.carriers.is_empty() {
            told.push(say!(
                lang,
                en: "No application is the only one to bring others data, as far as links list it.",
                nl: "Geen applicatie brengt als enige gegevens bij anderen, voor zover koppelingen ze noemen.",
            ));
        } else {
            let (count, one) = (size(spots.carriers.len()), spots.carriers.len() == 1);
            let (en, nl) = if one { ("brings", "brengt") } else { ("bring", "brengen") };
            told.push(say!(
                lang,
                en: "{count} {en} others data that comes in no other way.",
                nl: "{count} {nl} gegevens bij anderen die niet langs een andere weg komen.",
            ));
        }
        if !spots.cut_points.is_empty() {
            let (count, one) = (size(spots.cut_points.len()), spots.cut_points.len() == 1);
            let (en, nl) = if one { ("ties", "verbindt") } else { ("tie", "verbinden") };
            told.push(say!(
                lang,
                en: "{count} {en} to the rest what comes apart without it.",
                nl: "{count} {nl} met de rest wat er zonder los van komt te staan.",
            ));
        }
        if !spots.unlisted.is_empty() {
            let links = words.links(spots.unlisted.len());
            told.push(say!(
                lang,
                en: "More may depend on them: the data of {links} isn't listed.",
                nl: "Er kan meer van afhangen: van {links} is niet vastgelegd welke gegevens erover gaan.",
            ));
        }
        self.page.line(&told.join(" "));
    }

    fn carriers(&mut self) {
        if self.spots.carriers.is_empty() {
            return;
        }
        let heading = Text {
            en: "The only one to bring data: who loses what without it",
            nl: "Brengt als enige gegevens: wie zonder die applicatie wat verliest",
        };
        self.heading(heading, self.spots.carriers.len());
        for carrier in &self.spots.carriers {
            let words = self.words;
            let category = |it: &SoleCarrier| {
                let data = shown(&words.landscape.data.get(it.category).name);
                format!("{data}: {}", words.size(it.starved))
            };
            let told: Vec<_> = carrier.categories.iter().map(category).collect();
            let (name, place) = self.application(carrier.application);
            self.page.item(&format!("{name}; {} [{place}]", told.join("; ")));
        }
    }

    fn cut_points(&mut self) {
        if self.spots.cut_points.is_empty() {
            return;
        }
        let heading = Text {
            en: "Holds the landscape together: what comes apart from the rest without it",
            nl: "Houdt het landschap bijeen: wat zonder die applicatie los van de rest komt",
        };
        self.heading(heading, self.spots.cut_points.len());
        for point in &self.spots.cut_points {
            let (name, place) = self.application(point.application);
            let mut told = self.words.size(point.cut_off);
            // In two: the rest, and what comes apart from it.
            if point.parts > 2 {
                let parts = point.parts - 1;
                told += &say!(self.words.lang, en: ", in {parts} parts", nl: ", in {parts} delen");
            }
            self.page.item(&format!("{name}: {told} [{place}]"));
        }
    }

    fn sources(&mut self) {
        if self.spots.sources.is_empty() {
            return;
        }
        let heading = Text {
            en: "Data with one source: who depends on it",
            nl: "Gegevens met één bron: wie ervan afhangt",
        };
        self.heading(heading, self.spots.sources.len());
        for source in &self.spots.sources {
            let told = self.source(source);
            self.page.item(&told);
        }
    }

    fn source(&self, source: &SingleSource) -> String {
        let (words, lang) = (self.words, self.words.lang);
        let data = shown(&words.landscape.data.get(source.category).name);
        let (name, size) = (words.end(source.source), words.size(source.dependents));
        let doubt = match source.origin {
            Origin::Declared | Origin::Party => "",
            Origin::Unlisted | Origin::Unsaid => Text {
                en: "; nothing says where it has this from",
                nl: "; nergens staat waar die het vandaan heeft",
            }
            .to(lang),
        };
        let place = words.place(words.header(source.source));
        say!(lang, en: "{data}: {name}, for {size}{doubt} [{place}]", nl: "{data}: {name}, voor {size}{doubt} [{place}]")
    }

    fn unlisted(&mut self) {
        if self.spots.unlisted.is_empty() {
            return;
        }
        let heading = Text {
            en: "Links that don't list their data",
            nl: "Koppelingen waarvan de gegevens niet genoemd zijn",
        };
        self.heading(heading, self.spots.unlisted.len());
        for link in &self.spots.unlisted {
            self.page.item(&self.words.link(*link));
        }
    }
}

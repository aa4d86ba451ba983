//! What breaks when an application is switched off, for who is about to do so: the verdict first.

use std::{collections::BTreeMap, io};

use super::impact_words::{Page, Words};
use crate::{
    follow::impact::{Fate, Impact, Supply},
    graph::Size,
    model::{Data, Endpoint, Id, Landscape},
    say,
    source::Sources,
    text::{Lang, Text, shown},
};

/// Prints the answer, in lines of at most `width` columns.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(
    impact: &Impact,
    landscape: &Landscape,
    sources: &Sources,
    lang: Lang,
    width: usize,
    out: &mut impl io::Write,
) -> io::Result<()> {
    let words = Words { landscape, sources, lang };
    let mut told = Told { impact, words, page: Page { width, text: String::new() } };
    told.verdict();
    told.lost();
    told.unknown();
    told.unlisted();
    told.cut_off();
    told.activities();
    told.links();
    told.stays();
    out.write_all(told.page.text.as_bytes())
}

struct Told<'a> {
    impact: &'a Impact,
    words: Words<'a>,
    page: Page,
}

const fn is_lost(supply: &Supply) -> bool {
    matches!(supply.fate, Fate::Lost { .. })
}

const fn is_unknown(supply: &Supply) -> bool {
    matches!(supply.fate, Fate::Unknown)
}

/// It would come from a party, of which nobody declares what it has.
fn is_from_party(supply: &Supply) -> bool {
    matches!(supply.fate, Fate::Stays { source: Endpoint::Party(_), over: Some(_) })
}

impl<'a> Told<'a> {
    /// The supplies of which this is true, by who gets them.
    fn by_end(&self, of: impl Fn(&Supply) -> bool) -> BTreeMap<Endpoint, Vec<&'a Supply>> {
        let mut ends = BTreeMap::<Endpoint, Vec<_>>::new();
        for supply in self.impact.data.iter().filter(|supply| of(supply)) {
            ends.entry(supply.end).or_default().push(supply);
        }
        ends
    }

    fn heading(&mut self, heading: Text, count: usize) {
        self.page.heading(heading.to(self.words.lang), self.words.lang, count);
    }

    fn verdict(&mut self) {
        let (words, lang) = (self.words, self.words.lang);
        let off = Endpoint::Application(self.impact.application);
        let (name, place) = (words.end(off), words.place(words.header(off)));
        let count = self.impact.links.len();
        if count == 0 {
            self.page.line(&say!(
                lang,
                en: "As far as recorded, nothing breaks when {name} is switched off: no link begins or ends there [{place}]. Whether anyone uses it, the landscape doesn't tell.",
                nl: "Voor zover vastgelegd breekt er niets als {name} uitgaat: er begint of eindigt geen koppeling [{place}]. Of iemand de applicatie gebruikt, zegt het landschap niet.",
            ));
            return;
        }
        let (links, falls) = (words.links(count), if count == 1 { "valt" } else { "vallen" });
        let mut told = vec![say!(
            lang,
            en: "When {name} is switched off, {links} no longer work [{place}].",
            nl: "Als {name} uitgaat, {falls} {links} weg [{place}].",
        )];
        told.extend(self.losses());
        told.extend(self.left_alone());
        told.extend(self.stopped());
        self.page.line(&told.join(" "));
    }

    /// Who loses data, and of whom that isn't known.
    fn losses(&self) -> Vec<String> {
        let (words, lang, mut told) = (self.words, self.words.lang, Vec::new());
        let size = |of: fn(&Supply) -> bool| Size::of(self.by_end(of).keys());
        let (lost, unknown) = (size(is_lost), size(is_unknown));
        if !lost.is_empty() {
            let one = lost.applications + lost.parties == 1;
            let (en, nl) = if one { ("loses", "verliest") } else { ("lose", "verliezen") };
            let who = words.size(lost);
            told.push(say!(
                lang,
                en: "{who} {en} data that comes in no other way.",
                nl: "{who} {nl} gegevens die niet langs een andere weg komen.",
            ));
        }
        if !unknown.is_empty() {
            let who = words.size(unknown);
            told.push(say!(
                lang,
                en: "Of {who} it is not known whether all data still comes.",
                nl: "Van {who} is niet bekend of alle gegevens nog komen.",
            ));
        }
        if !self.impact.unlisted.is_empty() {
            let links = words.links(self.impact.unlisted.len());
            told.push(say!(
                lang,
                en: "More may be lost: the data of {links} isn't listed.",
                nl: "Er kan meer wegvallen: van {links} is niet vastgelegd welke gegevens erover gaan.",
            ));
        }
        let from_party = Size::of(self.by_end(|supply| supply.direct && is_from_party(supply)).keys());
        if !from_party.is_empty() {
            let who = words.size(from_party);
            told.push(say!(
                lang,
                en: "For {who}, a party outside would have to take over: check whether it can.",
                nl: "Voor {who} zou een partij van buiten het moeten overnemen: ga na of die dat kan.",
            ));
        }
        if !told.is_empty() {
            return told;
        }
        let told = if self.impact.data.is_empty() {
            Text { en: "Nobody gets data from it.", nl: "Niemand krijgt er gegevens van." }
        } else {
            Text {
                en: "All that it sends also reaches the others from another source, along another way.",
                nl: "Alles wat zij verstuurt, krijgen de anderen ook van een andere bron, langs een andere weg.",
            }
        };
        vec![told.to(lang).to_owned()]
    }

    fn left_alone(&self) -> Option<String> {
        let (words, lang) = (self.words, self.words.lang);
        let cut_off = Size::of(self.impact.cut_off.iter().flatten());
        let who = words.size(cut_off);
        let one = cut_off.applications + cut_off.parties == 1;
        let (come, komen) = if one { ("comes", "komt") } else { ("come", "komen") };
        (!cut_off.is_empty()).then(
            || say!(lang, en: "{who} {come} apart from the rest.", nl: "{who} {komen} los van de rest."),
        )
    }

    fn stopped(&self) -> Option<String> {
        let stopped = self.impact.activities.iter().filter(|it| it.lost == it.links).count();
        let count = self.words.count(
            stopped,
            Text {
                en: "processing activity loses all of its links.",
                nl: "verwerkingsactiviteit verliest alle koppelingen.",
            },
            Text {
                en: "processing activities lose all of their links.",
                nl: "verwerkingsactiviteiten verliezen alle koppelingen.",
            },
        );
        (stopped > 0).then_some(count)
    }

    fn lost(&mut self) {
        let ends = self.by_end(is_lost);
        if ends.is_empty() {
            return;
        }
        let heading = Text { en: "Who loses data", nl: "Wie gegevens verliest" };
        self.heading(heading, ends.len());
        for (end, supplies) in ends {
            let (words, lang) = (self.words, self.words.lang);
            let some = |of: &dyn Fn(&Supply) -> bool| {
                let these: Vec<_> =
                    supplies.iter().filter(|it| of(it)).map(|it| it.category).collect::<Vec<Id<Data>>>();
                (!these.is_empty()).then(|| words.categories(these.into_iter()))
            };
            let direct = some(&|it| it.direct)
                .map(|data| say!(lang, en: "{data} (from it directly)", nl: "{data} (rechtstreeks)"));
            let behind = some(&|it| !it.direct)
                .map(|data| say!(lang, en: "{data} (by way of others)", nl: "{data} (via anderen)"));
            let unsourced = some(&|it| matches!(it.fate, Fate::Lost { sourced: false })).map(|data| {
                say!(
                    lang,
                    en: "where this comes from isn't known now either: {data}",
                    nl: "waarvan ook nu niet bekend is waar het vandaan komt: {data}",
                )
            });
            let told: Vec<_> = direct.into_iter().chain(behind).chain(unsourced).collect();
            let (name, place) = (words.end(end), words.place(words.header(end)));
            self.page.item(&format!("{name}: {} [{place}]", told.join("; ")));
        }
    }

    fn unknown(&mut self) {
        let ends = self.by_end(is_unknown);
        if ends.is_empty() {
            return;
        }
        let heading = Text {
            en: "Not known: it still comes from others, but nothing says where those have it from",
            nl: "Niet bekend: het komt nog van anderen, maar nergens staat waar die het vandaan hebben",
        };
        self.heading(heading, ends.len());
        for (end, supplies) in ends {
            let data = self.words.categories(supplies.iter().map(|it| it.category));
            let (name, place) = (self.words.end(end), self.words.place(self.words.header(end)));
            self.page.item(&format!("{name}: {data} [{place}]"));
        }
    }

    fn unlisted(&mut self) {
        if self.impact.unlisted.is_empty() {
            return;
        }
        let heading = Text {
            en: "Links over which more may be lost: they don't list their data",
            nl: "Koppelingen waarlangs meer kan wegvallen: hun gegevens zijn niet genoemd",
        };
        self.heading(heading, self.impact.unlisted.len());
        for link in &self.impact.unlisted {
            self.page.item(&self.words.link(*link));
        }
    }

    fn cut_off(&mut self) {
        if self.impact.cut_off.is_empty() {
            return;
        }
        let heading = Text { en: "Apart from the rest", nl: "Los van de rest" };
        self.heading(heading, self.impact.cut_off.len());
        for part in &self.impact.cut_off {
            let names: Vec<_> = part.iter().map(|end| self.words.end(*end)).collect();
            self.page.item(&names.join(", "));
        }
    }

    fn activities(&mut self) {
        if self.impact.activities.is_empty() {
            return;
        }
        let heading = Text {
            en: "Processing activities that lose links",
            nl: "Verwerkingsactiviteiten die koppelingen verliezen",
        };
        self.heading(heading, self.impact.activities.len());
        let (words, lang) = (self.words, self.words.lang);
        for activity in &self.impact.activities {
            let item = words.landscape.processing.get(activity.processing);
            let (name, place) = (shown(&item.name), words.place(item.header));
            let (lost, all) = (activity.lost, words.links(activity.links));
            let told = if activity.lost == activity.links {
                say!(lang, en: "all of its {all}", nl: "alles ({all})")
            } else {
                say!(lang, en: "{lost} of {all}", nl: "{lost} van de {all}")
            };
            self.page.item(&format!("{name} ({}): {told} [{place}]", shown(&item.id)));
        }
        let without = &self.impact.without_activity;
        if !without.is_empty() {
            let ids: Vec<_> = without.iter().map(|link| words.link_id(*link)).collect();
            let (links, ids) = (words.links(without.len()), ids.join(", "));
            self.page.line(&say!(
                lang,
                en: "Of {links} it isn't recorded for which activity: {ids}.",
                nl: "Van {links} is niet vastgelegd voor welke activiteit: {ids}.",
            ));
        }
    }

    fn links(&mut self) {
        if self.impact.links.is_empty() {
            return;
        }
        self.heading(Text { en: "Links", nl: "Koppelingen" }, self.impact.links.len());
        for link in &self.impact.links {
            self.page.item(&self.words.link(*link));
        }
    }

    /// Who gets something from the application itself, and could still have it from elsewhere.
    fn stays(&mut self) {
        let ends = self.by_end(|supply| supply.direct && matches!(supply.fate, Fate::Stays { .. }));
        if ends.is_empty() {
            return;
        }
        let heading = Text { en: "What also comes from elsewhere", nl: "Wat ook nog van elders komt" };
        self.heading(heading, ends.len());
        let (words, lang) = (self.words, self.words.lang);
        let doubtful = ends.values().flatten().any(|supply| is_from_party(supply));
        for (end, supplies) in ends {
            let mut ways = BTreeMap::<_, Vec<_>>::new();
            for supply in supplies {
                let Fate::Stays { source, over } = supply.fate else { continue };
                ways.entry((over, source)).or_default().push(supply.category);
            }
            let ways = ways.into_iter().map(|((over, source), data)| {
                let (data, source) = (words.categories(data.into_iter()), words.name(source));
                match over.map(|link| words.link_id(link)) {
                    None if end.application().is_none() => {
                        say!(lang, en: "{data}: also sends this itself", nl: "{data}: stuurt dit zelf ook")
                    }
                    None => say!(lang, en: "{data}: originates there", nl: "{data}: ontstaat daar zelf"),
                    Some(link) => say!(
                        lang,
                        en: "{data}: from {source}, in over {link}",
                        nl: "{data}: van {source}, binnen over {link}",
                    ),
                }
            });
            let ways: Vec<_> = ways.collect();
            self.page.item(&format!("{}: {}", words.end(end), ways.join("; ")));
        }
        let caution = Text {
            en: "Nobody declares what a party has: it counts as a source of all that it sends. Whether it has the same people's data in time, this landscape doesn't tell.",
            nl: "Van een partij is niet vastgelegd wat zij heeft: zij geldt als bron van alles wat zij stuurt. Of zij op tijd de gegevens van dezelfde mensen heeft, zegt dit landschap niet.",
        };
        if doubtful {
            self.page.line(caution.to(lang));
        }
    }
}

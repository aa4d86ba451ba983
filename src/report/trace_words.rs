//! What there is to say of a trace: the same sentences at a terminal and in the picture.

use std::{borrow::Cow, collections::BTreeMap};

use crate::{
    analysis::{Analysis, Security},
    follow::trace::{Start, Trace},
    graph::{Hop, Origin},
    model::{Endpoint, Id, Lifecycle, Link},
    say,
    sentence::{APPLICATIONS, LINKS, PARTIES, counted},
    text::{Lang, Text, number, shown},
};

/// How many links or names are told of what can't be known.
pub const NAMED: usize = 10;

/// A trace, and the landscape that it goes through.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub analysis: &'a Analysis,
    pub trace: &'a Trace,
}

impl<'a> Words<'a> {
    pub const fn lang(&self) -> Lang {
        self.analysis.lang
    }

    /// What people call the category.
    pub fn data(&self) -> Cow<'a, str> {
        shown(&self.analysis.landscape.data.get(self.trace.asked.data).table.name.value)
    }

    /// What people call an application or party.
    pub fn name(&self, end: Endpoint) -> Cow<'a, str> {
        shown(self.analysis.landscape.endpoint_name(end))
    }

    pub fn security(&self, link: Id<Link>) -> Security {
        self.analysis.links[link.index()].security
    }

    /// Where it comes, or whether there is a way, in one sentence.
    pub fn headline(&self) -> String {
        match (self.trace.asked.to, self.trace.asked.from) {
            (Some(to), from) => self.way_headline(to, from),
            (None, Some(from)) => self.onward(from),
            (None, None) => self.everywhere(),
        }
    }

    fn everywhere(&self) -> String {
        let (lang, data) = (self.lang(), self.data());
        let places = [Text { en: "in", nl: "in" }, Text { en: "with", nl: "bij" }];
        match self.who(places, |_| true) {
            None => say!(
                lang,
                en: "Nobody has {data}: no link carries it, and no application is its source.",
                nl: "Niemand heeft {data}: geen koppeling draagt het en geen applicatie is er de bron van.",
            ),
            Some(who) => say!(lang, en: "{data} is found {who}.", nl: "{data} komt voor {who}."),
        }
    }

    fn onward(&self, from: Endpoint) -> String {
        let (lang, data, start) = (self.lang(), self.data(), self.name(from));
        let places = [Text { en: "into", nl: "in" }, Text { en: "to", nl: "bij" }];
        match self.who(places, |end| end != from) {
            None => say!(
                lang,
                en: "{data} goes nowhere from {start}: no link that is said to carry it starts there.",
                nl: "{data} gaat vanuit {start} nergens heen: daar begint geen koppeling waarvan vastligt dat die het draagt.",
            ),
            Some(who) => say!(
                lang,
                en: "From {start}, {data} comes {who}.",
                nl: "Vanuit {start} komt {data} {who}.",
            ),
        }
    }

    /// In how many applications it is and with how many parties, after these words; none: nobody has it.
    fn who(&self, [inside, with]: [Text; 2], counts: impl Fn(Endpoint) -> bool) -> Option<String> {
        let lang = self.lang();
        let ends = || self.trace.places.iter().map(|place| place.end).filter(|end| counts(*end));
        let applications = ends().filter(|end| end.application().is_some()).count();
        let parties = ends().count() - applications;
        let told = [(applications, inside, APPLICATIONS), (parties, with, PARTIES)].into_iter();
        let told = told
            .filter(|(count, ..)| *count > 0)
            .map(|(count, place, noun)| format!("{} {}", place.to(lang), counted(count, noun, lang)));
        let told: Vec<String> = told.collect();
        (!told.is_empty()).then(|| told.join(Text { en: " and ", nl: " en " }.to(lang)))
    }

    fn way_headline(&self, to: Endpoint, from: Option<Endpoint>) -> String {
        let (lang, data, end) = (self.lang(), self.data(), self.name(to));
        let Some(way) = &self.trace.way else {
            return match from.map(|from| self.name(from)) {
                Some(start) => say!(
                    lang,
                    en: "No way is recorded on which {data} goes from {start} to {end}.",
                    nl: "Er is geen weg vastgelegd waarlangs {data} van {start} naar {end} gaat.",
                ),
                None => say!(
                    lang,
                    en: "{data} doesn't come to {end}: no link is said to bring it there.",
                    nl: "{data} komt niet bij {end}: van geen koppeling ligt vast dat die het daar brengt.",
                ),
            };
        };
        let Some(first) = way.first() else {
            return say!(
                lang,
                en: "{data} starts at {end} itself.",
                nl: "{data} begint bij {end} zelf.",
            );
        };
        let start = self.name(first.from);
        let steps = number(way.len(), lang);
        match way.len() {
            1 => say!(
                lang,
                en: "{data} goes from {start} to {end} in one step.",
                nl: "{data} gaat in één stap van {start} naar {end}.",
            ),
            _ => say!(
                lang,
                en: "{data} goes from {start} to {end} in {steps} steps.",
                nl: "{data} gaat in {steps} stappen van {start} naar {end}.",
            ),
        }
    }

    /// How these links are secured, in one sentence; nothing where there are none.
    pub fn shares(&self, hops: &[Hop]) -> Option<String> {
        let (lang, shares) = (self.lang(), self.listed(hops));
        let links = counted(self.states(hops).iter().map(|(_, count)| count).sum(), LINKS, lang);
        (!hops.is_empty()).then(
            || say!(lang, en: "That is over {links}: {shares}.", nl: "Dat gaat over {links}: {shares}."),
        )
    }

    fn listed(&self, hops: &[Hop]) -> String {
        let told = self.states(hops).into_iter().map(|(state, count)| share(state, count, self.lang()));
        told.collect::<Vec<_>>().join(", ")
    }

    /// The worst state of these; none where there are none.
    pub fn worst(&self, hops: &[Hop]) -> Option<Security> {
        hops.iter().map(|hop| self.security(hop.link)).max()
    }

    /// How many links are in which state, the calmest first. Over a link may go two steps.
    fn states(&self, hops: &[Hop]) -> Vec<(Security, usize)> {
        let links: BTreeMap<Id<Link>, Security> =
            hops.iter().map(|hop| (hop.link, self.security(hop.link))).collect();
        let mut counts: BTreeMap<Security, usize> = BTreeMap::new();
        for state in links.into_values() {
            *counts.entry(state).or_default() += 1;
        }
        counts.into_iter().collect()
    }

    /// The steps that aren't surely secured, in reading order: a way must not hide what goes beside it.
    pub fn unsecured(&self, hops: &[Hop]) -> Vec<Hop> {
        hops.iter().copied().filter(|hop| self.security(hop.link) >= Security::Unknown).collect()
    }

    /// What else brings it directly to where it was asked: the shortest way may not be the one that matters.
    pub fn beside(&self, way: &[Hop]) -> Vec<Hop> {
        let Some(last) = way.last() else { return Vec::new() };
        let beside = |hop: &&Hop| hop.to == last.to && *hop != last;
        self.trace.steps.iter().filter(beside).copied().collect()
    }

    /// The same in a sentence, with how those links are secured.
    pub fn told_beside(&self, way: &[Hop]) -> Option<String> {
        let (lang, beside) = (self.lang(), self.beside(way));
        let links = counted(beside.len(), LINKS, lang);
        let shares = self.listed(&beside);
        (!beside.is_empty()).then(|| {
            say!(
                lang,
                en: "Besides, it comes there directly over {links}: {shares}.",
                nl: "Daarnaast komt het er rechtstreeks over {links}: {shares}.",
            )
        })
    }

    /// Over how many links it may go too, since they don't say which data they carry, and who may have it for that.
    pub fn possible(&self) -> String {
        let (lang, possible) = (self.lang(), &self.trace.possible);
        let mut links: Vec<Id<Link>> = possible.steps.iter().map(|hop| hop.link).collect();
        links.dedup();
        let (links, data) = (counted(links.len(), LINKS, lang), self.data());
        let mut told = say!(
            lang,
            en: "Can't be known: of {links} it isn't recorded which data they carry; {data} may go over them too.",
            nl: "Niet te weten: van {links} is niet vastgelegd welke gegevens erover gaan; {data} kan daarbij zijn.",
        );
        let ends: Vec<_> = possible.ends.iter().map(|end| self.name(*end)).collect();
        if !ends.is_empty() {
            let (names, more) = (ends[..ends.len().min(NAMED)].join(", "), ends.len().saturating_sub(NAMED));
            told += &say!(lang, en: " Then it may come to these too: {names}", nl: " Dan komt het misschien ook bij: {names}");
            if more > 0 {
                let more = number(more, lang);
                told += &say!(lang, en: ", and {more} more", nl: " en nog {more} andere");
            }
            told.push('.');
        }
        told
    }

    /// How a way can start here.
    pub fn origin(&self, start: Start) -> &'static str {
        let text = match start.origin {
            None => Text { en: "start of the question", nl: "begin van de vraag" },
            Some(Origin::Declared) => Text { en: "source", nl: "bron" },
            Some(Origin::Party) => Text { en: "party that sends it", nl: "partij die het stuurt" },
            Some(Origin::Unlisted) => Text {
                en: "may have got it over a link that doesn't say what it carries",
                nl: "kan het hebben van een koppeling die niet zegt wat ze draagt",
            },
            Some(Origin::Unsaid) => Text {
                en: "sends it, and nothing says how it came there",
                nl: "stuurt het, en nergens staat hoe het daar komt",
            },
        };
        text.to(self.lang())
    }

    /// What must be said of a step besides its ends: that it is an answer, that the link is not in use yet.
    pub fn manner(&self, hop: Hop) -> String {
        let link = self.analysis.landscape.links.get(hop.link);
        let planned = link.lifecycle.as_ref().is_some_and(|it| it.value == Lifecycle::Planned);
        let told = [
            (hop.answer, Text { en: "in answer", nl: "als antwoord" }),
            (planned, Text { en: "planned", nl: "gepland" }),
        ];
        let told = told.into_iter().filter(|(is, _)| *is).map(|(_, text)| text.to(self.lang()));
        let told: Vec<&str> = told.collect();
        if told.is_empty() { String::new() } else { format!(" ({})", told.join(", ")) }
    }
}

/// How many links are in a state.
fn share(state: Security, count: usize, lang: Lang) -> String {
    let n = number(count, lang);
    match state {
        Security::NoPersonalData => {
            say!(lang, en: "{n} without personal data", nl: "{n} zonder persoonsgegevens")
        }
        Security::Secured => say!(lang, en: "{n} secured", nl: "{n} beveiligd"),
        Security::Attention => say!(
            lang,
            en: "{n} secured with a point of attention",
            nl: "{n} beveiligd met een aandachtspunt",
        ),
        Security::Unknown => say!(lang, en: "of {n} it isn't known", nl: "van {n} is het niet bekend"),
        Security::NotCredible => {
            say!(lang, en: "of {n} the claim isn't true", nl: "van {n} klopt de opgave niet")
        }
        Security::NotSecured => say!(lang, en: "{n} not secured", nl: "{n} niet beveiligd"),
    }
}

//! Where data comes, and what a breach means: the answers of the commands, on the page and in its drawing.

use maud::{Markup, html};
use rustc_hash::FxHashSet;

use super::{ask::Ask, live::Now, page::Shown, version::Version, words};
use crate::{
    follow::{
        breach::{self, Breach},
        trace::{Asked, Trace, named_at, trace},
    },
    graph::Hop,
    load::near::Nearest,
    model::{Endpoint, Id, Landscape, Link},
    report::{breach as told, standing::place, trace_picture, trace_words::Words},
    say,
    text::{Lang, shown},
    view::{self, Engine},
};

/// An answer.
pub enum Answer {
    /// Where a category comes.
    Trace(Box<Trace>),
    /// What a breach means.
    Breach(Box<Breach>),
}

/// What an answer is about, to stand out in the drawing.
#[derive(Default)]
pub struct Touched {
    /// The links.
    pub links: FxHashSet<Id<Link>>,
    /// The applications and parties.
    pub ends: FxHashSet<Endpoint>,
}

/// The answer to what is asked, or why there is none. None: nothing is asked.
pub fn answer(version: &Version, ask: &Ask) -> Option<Result<Answer, String>> {
    let analysis = &version.analysis;
    let (landscape, lang) = (&analysis.landscape, analysis.lang);
    if ask.trace.is_empty() && ask.breach.is_empty() {
        return None;
    }
    if !version.is_whole() {
        return Some(Err(say!(
            lang,
            en: "Not everything in the files can be read now. Half a landscape would leave things out, so this isn't answered.",
            nl: "Niet alles in de bestanden is nu te lezen. Een half landschap laat dingen weg, dus hierop komt geen antwoord.",
        )));
    }
    if !ask.trace.is_empty() {
        let asked = asked(landscape, ask, lang);
        return Some(asked.map(|asked| Answer::Trace(Box::new(trace(&version.graph, asked)))));
    }
    let application = landscape.applications.find(&ask.breach);
    let known = landscape.applications.items().iter().map(|it| &*it.id);
    let application = application.ok_or_else(|| unknown(&ask.breach, known, lang));
    Some(application.map(|id| Answer::Breach(Box::new(breach::breach(analysis, id)))))
}

fn asked(landscape: &Landscape, ask: &Ask, lang: Lang) -> Result<Asked, String> {
    let data = landscape.data.find(&ask.trace);
    let data =
        data.ok_or_else(|| unknown(&ask.trace, landscape.data.items().iter().map(|it| &*it.id), lang))?;
    let end = |id: &str| match id.trim() {
        "" => Ok(None),
        id => {
            let application = landscape.applications.find(id).map(Endpoint::Application);
            let end = application.or_else(|| landscape.parties.find(id).map(Endpoint::Party));
            let applications = landscape.applications.items().iter().map(|it| &*it.id);
            let known = applications.chain(landscape.parties.items().iter().map(|it| &*it.id));
            end.map(Some).ok_or_else(|| unknown(id, known, lang))
        }
    };
    Ok(Asked { data, from: end(&ask.from)?, to: end(&ask.to)? })
}

fn unknown<'a>(id: &str, known: impl Iterator<Item = &'a str>, lang: Lang) -> String {
    let near = Nearest::default().find(id, known);
    let id = shown(id);
    match near {
        Some(near) => {
            say!(lang, en: "There is no `{id}`; did you mean `{near}`?", nl: "Er is geen `{id}`; bedoelt u `{near}`?")
        }
        None => say!(lang, en: "There is no `{id}`.", nl: "Er is geen `{id}`."),
    }
}

impl Answer {
    /// What it is about.
    pub fn touched(&self) -> Touched {
        let mut touched = Touched::default();
        let mut along = |hop: &Hop| {
            touched.links.insert(hop.link);
            touched.ends.extend([hop.from, hop.to]);
        };
        match self {
            Self::Trace(trace) if trace.asked.to.is_some() => {
                trace.shortest().iter().for_each(&mut along);
                touched.ends.extend(trace.asked.from.into_iter().chain(trace.asked.to));
            }
            Self::Trace(trace) => {
                trace.steps.iter().for_each(&mut along);
                touched.ends.extend(trace.places.iter().map(|place| place.end));
            }
            Self::Breach(breach) => {
                let passages = breach.downstream.iter().chain(breach.upstream.iter().filter(|it| it.direct));
                passages.for_each(|passage| along(&passage.hop));
                touched.ends.insert(Endpoint::Application(breach.application));
            }
        }
        touched
    }

    /// The answer in words.
    pub fn markup(&self, shown: &Shown<'_>) -> Markup {
        let analysis = &shown.version.analysis;
        html! {
            @match self {
                Self::Trace(trace) => (tell(shown, trace)),
                Self::Breach(breach) => (told::html(&told::Told { analysis, breach, moment: None })),
            }
            p { a href=(shown.ask.address("/answer.svg")) target="_blank" rel="noopener" { (words::AS_PICTURE.to(shown.lang)) } }
        }
    }
}

/// Where a category comes, step by step.
fn tell(shown: &Shown<'_>, trace: &Trace) -> Markup {
    let (analysis, lang) = (&shown.version.analysis, shown.lang);
    let words = Words { analysis, trace };
    let one = trace.asked.to.is_some();
    let shortest = trace.shortest();
    let beside = if one { words.beside(&shortest) } else { Vec::new() };
    let unsecured = if one { Vec::new() } else { words.unsecured(&trace.steps) };
    html! {
        h2 #answer tabindex="-1" { (words.headline()) }
        @if let Some(shares) = words.shares(if one { &shortest } else { &trace.steps }) { p { (shares) } }
        @if one {
            ol.way { @for hop in &shortest { li { (step(shown, &words, *hop)) } } }
        } @else {
            ul.tree {
                @for branch in trace.tree() {
                    li class={ "deep-" (branch.steps.min(8)) } {
                        @match branch.last {
                            Some(hop) => (step(shown, &words, hop)),
                            None => {
                                b { (shown.end(branch.end)) }
                                @if let Some(start) = trace.starts.iter().find(|it| it.end == branch.end) { ": " (words.origin(*start)) }
                            }
                        }
                    }
                }
            }
        }
        @if !beside.is_empty() {
            @if let Some(told) = words.told_beside(&shortest) { p { (told) } }
            ul.neighbours { @for hop in beside { li { (shown.link(hop.link)) } } }
        }
        @if !unsecured.is_empty() {
            h3 { (say!(lang, en: "Not secured, or not known", nl: "Niet beveiligd of niet bekend")) }
            ul.neighbours { @for hop in unsecured { li { (shown.link(hop.link)) } } }
        }
        @if let Some(way) = &trace.possible.way {
            p { (say!(lang, en: "It may come there on this way, over links that don't say which data they carry:", nl: "Het kan er wel komen langs deze weg, over koppelingen die niet zeggen welke gegevens ze dragen:")) }
            ol.way { @for hop in way { li { (step(shown, &words, *hop)) } } }
        } @else if !trace.possible.steps.is_empty() && trace.way.is_none() {
            p { (words.possible()) }
        }
    }
}

/// A step: to whom, over which link, how secured, and where it is written.
fn step(shown: &Shown<'_>, words: &Words<'_>, hop: Hop) -> Markup {
    let at = named_at(&shown.version.analysis.landscape, hop, words.trace.asked.data);
    html! {
        (shown.end(hop.from)) " → " (shown.end(hop.to)) (words.manner(hop)) " " (shown.chip(hop.link)) " "
        code.soft { (place(at, &shown.version.sources)) }
    }
}

/// The answer as a picture by itself, or why there is none.
pub fn picture(now: &Now, ask: &Ask) -> Result<String, String> {
    let nothing = || say!(now.lang, en: "nothing was asked", nl: "er is niets gevraagd");
    let version = now.version.as_ref().map_err(Clone::clone)?;
    let analysis = &version.analysis;
    let drawing = match answer(version, ask).ok_or_else(nothing)?? {
        Answer::Trace(trace) => trace_picture::drawing(analysis, &version.graph, &trace),
        Answer::Breach(breach) => {
            let told = told::Told { analysis, breach: &breach, moment: None };
            told::picture(&told, &version.graph)
        }
    };
    let picture = view::svg(&drawing, Engine::Embedded).map_err(|error| error.message(now.lang))?;
    Ok(picture.svg)
}

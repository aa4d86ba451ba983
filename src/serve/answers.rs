//! Where data comes, and what a breach means: the answers of the commands, on the page and in its drawing.

use std::sync::Arc;

use maud::{Markup, html};
use rustc_hash::FxHashSet;

use super::{
    ask::Ask,
    live::Now,
    page::{self, Shown},
    version::Version,
    words,
};
use crate::{
    analysis::Analysis,
    follow::{
        breach::{self, Breach, Moment},
        meant::meant,
        trace::{Asked, Trace, named_at, trace},
    },
    graph::Hop,
    model::{Application, Endpoint, Id, Landscape, Link},
    report::{
        breach::{self as told, Told},
        standing::place,
        trace_picture,
        trace_words::Words,
    },
    say,
    text::{Lang, shown},
    view::{self, Engine},
};

/// An answer.
pub enum Answer {
    /// Where a category comes.
    Trace(Box<Trace>),
    /// What a breach means.
    Breach(Box<Breached>),
}

/// A breach, and since when it is known.
pub struct Breached {
    breach: Breach,
    moment: Option<Moment>,
    /// The landscape as of that day; none: as the page has it.
    analysis: Option<Arc<Analysis>>,
}

impl Breached {
    /// What to tell of it.
    fn told<'a>(&'a self, version: &'a Version) -> Told<'a> {
        let analysis = self.analysis.as_deref().unwrap_or(&version.analysis);
        Told { analysis, breach: &self.breach, moment: self.moment.as_ref(), on_page: true }
    }
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
    let known = landscape.applications.items().iter().map(|it| (&*it.id, &**it.name));
    let application = application.ok_or_else(|| unknown(&ask.breach, known, lang));
    Some(application.and_then(|id| breached(version, id, ask)).map(|it| Answer::Breach(Box::new(it))))
}

/// What the breach of an application means, as of the day on which it became known.
fn breached(version: &Version, application: Id<Application>, ask: &Ask) -> Result<Breached, String> {
    let lang = version.analysis.lang;
    let (day, time) = (ask.at.trim(), ask.time.trim());
    let text = if time.is_empty() { day.to_owned() } else { format!("{day}T{time}") };
    let moment = if text.is_empty() { None } else { Moment::parse(&text) };
    if moment.is_none() && !text.is_empty() {
        return Err(say!(
            lang,
            en: "Since when isn't clear: give the day, and the time where it is known.",
            nl: "Sinds wanneer is niet duidelijk: geef de dag, en het tijdstip als dat bekend is.",
        ));
    }
    let day = moment.as_ref().map(Moment::date).filter(|day| *day != version.analysis.date);
    let analysis = day.map(|day| version.judged_on(day));
    let breach = breach::breach(analysis.as_deref().unwrap_or(&version.analysis), application);
    Ok(Breached { breach, moment, analysis })
}

/// The form that asks when a breach became known.
pub fn since_when(ask: &Ask, lang: Lang) -> Markup {
    html! {
        form #moment method="get" action="/" aria-labelledby="since-when" {
            (page::kept(ask, &["at", "time"]))
            p #since-when { (words::SINCE_WHEN.to(lang)) }
            label { span { (words::DAY.to(lang)) } input type="date" name="at" value=(ask.at); }
            label { span { (words::TIME.to(lang)) } input type="time" name="time" value=(ask.time); }
            button { (words::WORK_OUT.to(lang)) }
        }
    }
}

fn asked(landscape: &Landscape, ask: &Ask, lang: Lang) -> Result<Asked, String> {
    let data = landscape.data.find(&ask.trace);
    let data = data.ok_or_else(|| {
        unknown(&ask.trace, landscape.data.items().iter().map(|it| (&*it.id, &**it.name)), lang)
    })?;
    let end = |id: &str| match id.trim() {
        "" => Ok(None),
        id => {
            let application = landscape.applications.find(id).map(Endpoint::Application);
            let end = application.or_else(|| landscape.parties.find(id).map(Endpoint::Party));
            let applications = landscape.applications.items().iter().map(|it| (&*it.id, &**it.name));
            let known = applications.chain(landscape.parties.items().iter().map(|it| (&*it.id, &**it.name)));
            end.map(Some).ok_or_else(|| unknown(id, known, lang))
        }
    };
    Ok(Asked { data, from: end(&ask.from)?, to: end(&ask.to)? })
}

fn unknown<'a>(id: &str, known: impl Iterator<Item = (&'a str, &'a str)>, lang: Lang) -> String {
    let near = meant(id, &known.collect::<Vec<_>>());
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
            Self::Breach(breached) => {
                let breach = &breached.breach;
                let passages = breach.downstream.iter().chain(breach.upstream.iter().filter(|it| it.direct));
                passages.for_each(|passage| along(&passage.hop));
                touched.ends.insert(Endpoint::Application(breach.application));
            }
        }
        touched
    }

    /// The answer in words.
    pub fn markup(&self, shown: &Shown<'_>) -> Markup {
        html! {
            @match self {
                Self::Trace(trace) => (tell(shown, trace)),
                Self::Breach(breached) => (told::html(&breached.told(shown.version), &since_when(shown.ask, shown.lang))),
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
pub fn picture(now: &Now, ask: &Ask, engine: Engine) -> Result<String, String> {
    let nothing = || say!(now.lang, en: "nothing was asked", nl: "er is niets gevraagd");
    let version = now.version.as_ref().map_err(Clone::clone)?;
    let analysis = &version.analysis;
    let drawing = match answer(version, ask).ok_or_else(nothing)?? {
        Answer::Trace(trace) => trace_picture::drawing(analysis, &version.graph, &trace),
        Answer::Breach(breached) => told::picture(&breached.told(version), &version.graph),
    };
    let picture = view::svg(&drawing, engine).map_err(|error| error.message(now.lang))?;
    Ok(picture.svg)
}

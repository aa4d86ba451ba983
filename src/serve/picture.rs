//! The drawing of a view, in which everything can be chosen, and what matches stands out.

use std::sync::Arc;

use maud::{Markup, PreEscaped, html};

use super::{
    answers::Touched,
    ask::Ask,
    choice,
    easel::{Drawn, Missing, Seen},
    filter::Matches,
    live::Now,
    words,
};
use crate::{
    attachment::words as council,
    model::{Endpoint, Id, Link},
    say,
    text::{capitalised, number, on_one_line},
    view::{Hook, Hooks, svg},
};

/// What stands out in a drawing.
pub struct Marked<'a> {
    /// What matches, where something is searched for.
    pub matches: Option<&'a Matches>,
    /// What an answer is about, where something is asked.
    pub touched: Option<&'a Touched>,
}

/// The drawing with its buttons, of the last version that could be drawn.
pub fn section(now: &Now, seen: Option<&Seen>, ask: &Ask, marked: &Marked<'_>) -> Markup {
    let lang = now.lang;
    let missing = seen.and_then(|seen| seen.missing.as_ref());
    html! {
        section #drawing aria-labelledby="drawing-heading" {
            @match seen.and_then(|seen| seen.drawn.as_ref()) {
                Some(drawn) => (figure(now, drawn, missing, ask, marked)),
                None => {
                    h2 #drawing-heading { (words::DRAWING.to(lang)) }
                    @match missing {
                        Some(Missing::Making) => p.making { (words::MAKING.to(lang)) },
                        Some(Missing::Failed(reason)) => p { (capitalised(reason)) "." },
                        None if now.whole.is_some() => p { (council::NO_PICTURE.to(lang)) },
                        None => p { (words::NO_DRAWING.to(lang)) },
                    }
                }
            }
        }
    }
}

fn figure(now: &Now, drawn: &Drawn, missing: Option<&Missing>, ask: &Ask, marked: &Marked<'_>) -> Markup {
    let (lang, drawing) = (now.lang, &drawn.readable.drawing);
    let view = drawn.version.plan(&ask.view).map_or("", |plan| &plan.name);
    html! {
        div.head {
            h2 #drawing-heading { (on_one_line(&drawing.title)) }
            div.zooming role="group" aria-label=(words::DRAWING.to(lang)) {
                button type="button" data-zoom="in" aria-label=(words::LARGER.to(lang)) title=(words::LARGER.to(lang)) { "+" }
                button type="button" data-zoom="out" aria-label=(words::SMALLER.to(lang)) title=(words::SMALLER.to(lang)) { "−" }
                button type="button" data-zoom="all" { (words::WHOLE.to(lang)) }
            }
        }
        @if let Some(stale) = stale(now, drawn, missing) { p.stale .making[matches!(missing, Some(Missing::Making))] { (stale) } }
        // Reached by keyboard, to move in it.
        div.canvas data-view=(view) tabindex="0" role="group" aria-labelledby="drawing-heading" {
            (PreEscaped(svg::live(drawing, &drawn.layout, &drawn.chips, &hooks(drawn, ask, marked))))
        }
        p.soft {
            @if let Some(note) = drawn.layout.how.note() { (capitalised(note.to(lang))) ". " }
            (drawing.verdict) " "
            @if drawn.readable.summed_up { (say!(lang, en: "Too large to show every application, and so drawn by domain. ", nl: "Te groot om elke applicatie te laten zien, en daarom per domein getekend. ")) }
            (outside(drawn, marked, now))
        }
        p.soft.keys { (words::KEYS.to(lang)) }
    }
}

/// How old the drawing is, and why; none: it is of now.
fn stale(now: &Now, drawn: &Drawn, missing: Option<&Missing>) -> Option<String> {
    let (lang, at) = (now.lang, &drawn.version.at);
    Some(match (&now.version, missing) {
        (Ok(version), None) if Arc::ptr_eq(version, &drawn.version) => return None,
        (_, Some(Missing::Making)) => say!(
            lang,
            en: "Drawing of {at}: a new one is being made. All else on this page is of now.",
            nl: "Tekening van {at}: een nieuwe wordt gemaakt. De rest van deze pagina is van nu.",
        ),
        (_, Some(Missing::Failed(reason))) => say!(
            lang,
            en: "Drawing of {at}, since there is no newer one: {reason}. All else on this page is of now.",
            nl: "Tekening van {at}, want een nieuwere is er niet: {reason}. De rest van deze pagina is van nu.",
        ),
        (Ok(_), None) => say!(
            lang,
            en: "Drawing of {at}: not everything in the files can be read now. The findings below are of now.",
            nl: "Tekening van {at}: niet alles in de bestanden is nu te lezen. De bevindingen hieronder zijn van nu.",
        ),
        (Err(reason), None) => say!(
            lang,
            en: "Drawing of {at}: the landscape can't be read now ({reason}).",
            nl: "Tekening van {at}: het landschap is nu niet te lezen ({reason}).",
        ),
    })
}

/// How much of an answer isn't in this view.
fn outside(drawn: &Drawn, marked: &Marked<'_>, now: &Now) -> String {
    let Some(touched) = marked.touched else { return String::new() };
    let inside: std::collections::HashSet<Id<Link>> =
        drawn.readable.behind.arrows.iter().flatten().copied().collect();
    let left = touched.links.iter().filter(|link| !inside.contains(link)).count();
    let told = number(left, now.lang);
    match left {
        0 => String::new(),
        _ => say!(
            now.lang,
            en: "Of the answer, this view leaves {told} links out; another view may have them.",
            nl: "Van het antwoord vallen {told} koppelingen buiten deze weergave; een andere heeft ze misschien wel.",
        ),
    }
}

/// Where everything leads, and how it stands out.
fn hooks(drawn: &Drawn, ask: &Ask, marked: &Marked<'_>) -> Hooks {
    let landscape = &drawn.version.analysis.landscape;
    let behind = &drawn.readable.behind;
    let hook = |id: String, class| Hook { href: ask.select(&id), chosen: ask.select == id, class, id };
    let node = |at: usize, ends: &Vec<Endpoint>| {
        let is = |all: &dyn Fn(&Endpoint) -> bool| ends.iter().any(all);
        let class = class(
            marked.matches.map(|it| is(&|end| it.ends.contains(end))),
            marked.touched.map(|it| is(&|end| it.ends.contains(end))),
        );
        hook(choice::of_node(landscape, drawn, at), class)
    };
    let arrow = |at: usize, links: &Vec<Id<Link>>| {
        let is = |all: &dyn Fn(&Id<Link>) -> bool| links.iter().any(all);
        let class = class(
            marked.matches.map(|it| is(&|link| it.links.contains(link))),
            marked.touched.map(|it| is(&|link| it.links.contains(link))),
        );
        hook(choice::of_arrow(landscape, drawn, at), class)
    };
    Hooks {
        nodes: behind.nodes.iter().enumerate().map(|(at, ends)| node(at, ends)).collect(),
        arrows: behind.arrows.iter().enumerate().map(|(at, links)| arrow(at, links)).collect(),
    }
}

/// How the style sheet calls what matches, and what an answer is about.
const fn class(matches: Option<bool>, touched: Option<bool>) -> &'static str {
    match (matches, touched) {
        (Some(false), _) | (_, Some(false)) => "faded",
        (_, Some(true)) => "touched",
        _ => "",
    }
}

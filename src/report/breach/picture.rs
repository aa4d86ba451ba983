//! The breach as a picture: the landscape in which the application, where its data goes and who sends to it stand out.
//! Words under the names and the order of the numbers tell which is which, not colour.

use std::collections::{BTreeMap, BTreeSet};

use super::Told;
use crate::{
    analysis::Tally,
    follow::breach::Passage,
    graph::{FlowGraph, Hop},
    model::Endpoint,
    say,
    sentence::{self, LINKS, counted},
    text::{Text, capitalised, number, shown},
    view::{
        Drawing,
        highlight::{Highlighted, highlighted},
    },
};

/// With more applications and parties than this standing out, only those that are linked directly do.
const MOST: usize = 60;

/// Draws up the picture.
#[must_use]
pub fn picture(told: &Told<'_>, graph: &FlowGraph) -> Drawing {
    let (lang, breach) = (told.lang(), told.breach);
    let end = Endpoint::Application(breach.application);
    let ends: BTreeSet<_> = breach.downstream.iter().map(|it| it.hop.to).collect();
    let whole = ends.len() <= MOST;
    // Those that leave here come first, then those further on; within each, as they are written.
    let mut out: Vec<&Passage> = breach.downstream.iter().filter(|it| whole || it.direct).collect();
    out.sort_by_key(|it| !it.direct);
    let back = breach.upstream.iter().filter(|it| it.direct);
    let hops: Vec<Hop> = out.iter().copied().chain(back).map(|it| it.hop).collect();
    let name = shown(&told.application().name);
    let wanted = Highlighted {
        title: say!(lang, en: "Breach of {name}", nl: "Datalek in {name}"),
        verdict: verdict(told, out.len(), &hops, whole),
        meaning: say!(lang, en: "what the breach touches", nl: "wat het datalek raakt"),
        hops,
        nodes: BTreeSet::from([end]),
        focus: Some(end),
        notes: notes(told),
    };
    highlighted(told.analysis, graph, &wanted)
}

/// Which numbers are what, and how secured those links are.
fn verdict(told: &Told<'_>, out: usize, hops: &[Hop], whole: bool) -> String {
    let (lang, all) = (told.lang(), hops.len());
    let links: BTreeSet<_> = hops.iter().map(|hop| hop.link).collect();
    // The sign beside the verdict is about security: the verdict says so, or it would be about the breach.
    let tally = Tally::of(links.into_iter().map(|link| told.analysis.links[link.index()]));
    let range = |from: usize, to: usize| match to.saturating_sub(from) {
        0 => number(to, lang),
        _ => format!("{}–{}", number(from, lang), number(to, lang)),
    };
    let sent = (out > 0).then(|| {
        let numbers = range(1, out);
        say!(lang, en: "where its personal data goes: {numbers}", nl: "waar de persoonsgegevens heen gaan: {numbers}")
    });
    let received = (all > out).then(|| {
        let numbers = range(out + 1, all);
        say!(lang, en: "where they come from directly: {numbers}", nl: "waar zij rechtstreeks vandaan komen: {numbers}")
    });
    let parts: Vec<_> = sent.into_iter().chain(received).collect();
    let mut verdict = if parts.is_empty() {
        say!(lang, en: "No personal data goes from or to it", nl: "Er gaan geen persoonsgegevens heen of vandaan")
    } else {
        capitalised(&parts.join("; "))
    };
    verdict.push('.');
    if all > 0 {
        verdict = format!("{verdict} {}", sentence::security(&tally, lang));
    }
    if !whole {
        let further = told.breach.downstream.iter().filter(|it| !it.direct).map(|it| it.hop.link);
        let further = counted(further.collect::<BTreeSet<_>>().len(), LINKS, lang);
        verdict += &say!(lang, en: " Further on it runs over {further}, which aren't highlighted.", nl: " Verderop lopen zij over {further}, die niet zijn uitgelicht.");
    }
    verdict
}

/// What each application or party has to do with it, in words.
fn notes(told: &Told<'_>) -> BTreeMap<Endpoint, String> {
    const BREACHED: Text = Text { en: "BREACHED", nl: "HIER IS HET LEK" };
    let lang = told.lang();
    let places = |passages: &[Passage], end: fn(&Passage) -> Endpoint, direct: bool| -> BTreeSet<Endpoint> {
        passages.iter().filter(|it| it.direct || !direct).map(end).collect()
    };
    let breach = told.breach;
    let [near_out, far_out] =
        [true, false].map(|direct| places(&breach.downstream, |passage| passage.hop.to, direct));
    let [near_in, far_in] =
        [true, false].map(|direct| places(&breach.upstream, |passage| passage.hop.from, direct));
    let mut notes = BTreeMap::new();
    for end in far_out.iter().chain(&far_in) {
        let gets = match (near_out.contains(end), far_out.contains(end)) {
            (true, _) => Some(Text { en: "receives", nl: "ontvangt" }),
            (false, true) => Some(Text { en: "receives indirectly", nl: "ontvangt indirect" }),
            (false, false) => None,
        };
        let sends = match (near_in.contains(end), far_in.contains(end)) {
            (true, _) => Some(Text { en: "sends", nl: "levert" }),
            (false, true) => Some(Text { en: "sends indirectly", nl: "levert indirect" }),
            (false, false) => None,
        };
        let words: Vec<_> = [gets, sends].into_iter().flatten().map(|word| word.to(lang)).collect();
        notes.insert(*end, words.join(", "));
    }
    notes.insert(Endpoint::Application(breach.application), BREACHED.to(lang).to_owned());
    notes
}

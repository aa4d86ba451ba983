//! What was found: a list of all that matches, and each in full.

use maud::{Markup, html};

use super::{ask::Ask, filter::Matches, page::Shown, quote, words};
use crate::{
    analysis::Security,
    finding::Finding,
    report::{
        page::marks,
        standing::{Standing, remark, worst_first},
    },
    say,
    text::{number, on_one_line},
};

/// The most that are listed at once.
const MOST: usize = 100;

/// The list, the worst first.
pub fn list(shown: &Shown<'_>, matches: &Matches) -> Markup {
    let (analysis, lang) = (&shown.version.analysis, shown.lang);
    let all = worst_first(analysis).into_iter().filter(|(at, _)| matches.findings.contains(at));
    let all: Vec<&Finding> = all.map(|(_, finding)| finding).collect();
    let (count, of) = (number(all.len(), lang), number(analysis.findings.len(), lang));
    let first = number(MOST, lang);
    html! {
        p.soft {
            (say!(lang, en: "{count} of {of} shown", nl: "{count} van {of} getoond"))
            @if all.len() > MOST { (say!(lang, en: "; the first {first} are listed: search or filter for the others", nl: "; de eerste {first} staan hieronder: zoek of filter voor de andere")) }
        }
        ul.findings { @for finding in all.into_iter().take(MOST) { li { (folded(shown, finding)) } } }
    }
}

/// Those about one thing, in full.
pub fn about(shown: &Shown<'_>, subject: &str) -> Markup {
    let lang = shown.lang;
    let analysis = &shown.version.analysis;
    let all = worst_first(analysis).into_iter().map(|(_, finding)| finding);
    let all: Vec<&Finding> = all.filter(|finding| finding.subject == subject).collect();
    html! {
        h3 { (words::FINDINGS.to(lang)) " (" (number(all.len(), lang)) ")" }
        @if all.is_empty() { p.soft { (words::NO_FINDINGS.to(lang)) } }
        ul.findings { @for finding in all { li { p { (weight(finding, shown)) " " (on_one_line(&finding.message)) } (details(shown, finding)) } } }
    }
}

/// One that opens when it is wanted.
fn folded(shown: &Shown<'_>, finding: &Finding) -> Markup {
    let id = shown.subject(&finding.subject);
    html! {
        details data-key={ (finding.rule.id) " " (finding.subject) " " (finding.message) } {
            summary { (weight(finding, shown)) " " (on_one_line(&finding.message)) }
            (details(shown, finding))
            @if let Some(id) = id {
                p { a href=(Ask::select(shown.ask, &id)) { (say!(shown.lang, en: "Show in the drawing", nl: "Toon in de tekening")) } }
            }
        }
    }
}

/// How it weighs: symbol and word.
fn weight(finding: &Finding, shown: &Shown<'_>) -> Markup {
    let (state, word) = match Standing::of(finding) {
        Standing::Fails => (Security::NotSecured, words::DENY),
        Standing::Warns | Standing::Known => (Security::Attention, words::WARN),
        Standing::Accepted => (Security::NoPersonalData, words::ACCEPTED),
    };
    let word = word.to(shown.lang);
    html! { span class={ "mark is-" (super::style::class(state)) } { (marks::disc(state)) " " (word) } }
}

/// How to mend it, on which articles it rests, and where it is written.
fn details(shown: &Shown<'_>, finding: &Finding) -> Markup {
    let (lang, sources) = (shown.lang, &shown.version.sources);
    let remark = remark(finding, &shown.version.analysis.acceptances(), lang);
    html! {
        @if let Some(remark) = remark { p { (remark) } }
        p { (marks::labelled(words::MEND.to(lang), &html! { (finding.mend(lang)) })) }
        p.soft {
            @if !finding.basis.is_empty() { (words::BASIS.to(lang)) " " (finding.basis.join("; ")) " · " }
            code { (finding.rule.id) }
        }
        (quote::lines(sources, finding.primary.location, lang))
        @for related in finding.related.iter().take(5) {
            p.soft { code { (crate::report::standing::place(related.location, sources)) } " " (on_one_line(&related.message)) }
        }
    }
}

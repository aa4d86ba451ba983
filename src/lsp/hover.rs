//! What an editor tells of the word under the cursor, in Markdown.

use super::{
    names::{Target, at, spot, targets},
    project::Judged,
    spots::{Spot, What},
};
use crate::{
    dictionary::{self, Shape},
    finding::{Finding, Level},
    model::{Endpoint, Kind},
    norms::protocols::{Encryption, protocol},
    report::{
        inert::{code, inert, line},
        rules::explain,
    },
    rules, say,
    source::{Location, SourceId},
    text::{Lang, Text, capitalised, number},
    view::theme,
};

/// More links or findings than this are counted, not told.
const MOST: usize = 12;

/// What is to be told of the word at a byte, and where that word stands.
#[must_use]
pub fn hover(judged: &Judged, source: SourceId, byte: usize) -> Option<(Location, String)> {
    let lang = judged.analysis.lang;
    let spot = spot(judged, source, byte)?;
    let told = match &spot.what {
        What::Kind(kind) => format!("**{}**\n\n{}", kind.key(), dictionary::about(*kind).to(lang)),
        What::Key(key) => of_key(key, lang),
        What::Text(key, text) => of_text(key, text, lang)?,
        _ => of_targets(judged, spot)?,
    };
    Some((at(source, spot), told))
}

/// A key: what it means, whether it must be there, and the words that it takes.
fn of_key(key: &dictionary::Key, lang: Lang) -> String {
    let required = Text { en: " (must be there)", nl: " (moet er staan)" };
    let required = if key.required { required.to(lang) } else { "" };
    let mut told = format!("**{}**{required}\n\n{}", key.name, key.about.to(lang));
    if let Shape::OneOf(words) | Shape::SomeOf(words) | Shape::DateOr(words) = &key.shape {
        told += "\n";
        told.extend(words.iter().map(|word| format!("\n- `{}`: {}", word.word, word.about.to(lang))));
    }
    told
}

/// A text that names nothing declared: a word that its key takes, or a protocol.
fn of_text(key: &dictionary::Key, text: &str, lang: Lang) -> Option<String> {
    match &key.shape {
        Shape::OneOf(words) | Shape::SomeOf(words) | Shape::DateOr(words) => {
            let word = words.iter().find(|word| word.word == text)?;
            Some(format!("`{}`: {}", word.word, word.about.to(lang)))
        }
        Shape::Protocol => {
            let Some(known) = protocol(text) else {
                let text = code(text);
                return Some(say!(
                    lang,
                    en: "{text} isn't known here, and explains nothing.",
                    nl: "{text} is hier niet bekend, en verklaart niets.",
                ));
            };
            Some(format!("**{}**: {}  \n{}", known.name, encrypts(known.encryption).to(lang), known.source))
        }
        _ => None,
    }
}

/// Whether a protocol encrypts, in a few words.
pub const fn encrypts(encryption: Encryption) -> Text {
    match encryption {
        Encryption::Always => Text { en: "always encrypts", nl: "versleutelt altijd" },
        Encryption::Never => Text { en: "doesn't encrypt", nl: "versleutelt niet" },
        Encryption::WithTls => {
            Text { en: "encrypts with `tls` given", nl: "versleutelt als `tls` gegeven is" }
        }
    }
}

fn of_targets(judged: &Judged, spot: &Spot) -> Option<String> {
    let told =
        targets(judged, spot).iter().filter_map(|target| of_target(judged, target)).collect::<Vec<_>>();
    (!told.is_empty()).then(|| told.join("\n\n---\n\n"))
}

fn of_target(judged: &Judged, target: &Target) -> Option<String> {
    let lang = judged.analysis.lang;
    match target {
        Target::Rule(id) => rules::find(id).map(|rule| explain(rule, lang, 3)),
        Target::Domain(name) => {
            let applications = judged.analysis.landscape.applications.items();
            let within = |domain: &str| domain == name;
            let count =
                applications.iter().filter(|it| it.domain.as_ref().is_some_and(|it| within(it))).count();
            let (name, count) = (inert(name), number(count, lang));
            Some(say!(
                lang,
                en: "**{name}**: domain; applications: {count}",
                nl: "**{name}**: domein; applicaties: {count}",
            ))
        }
        Target::Thing(kind, id) => of_thing(judged, *kind, id),
    }
}

/// A declared thing: its name, what it is, its links and what was found of it.
fn of_thing(judged: &Judged, kind: Kind, id: &str) -> Option<String> {
    let analysis = &judged.analysis;
    let (lang, landscape) = (analysis.lang, &analysis.landscape);
    let thing = super::things::find(landscape, kind, id)?;
    let mut told = format!("**{}** · {} {}", inert(&thing.name), kind.key(), code(id));
    if let Some(about) = &thing.about {
        told.extend(["\n\n", &line(about)]);
    }
    told.extend(thing.facts.iter().map(|(key, value)| format!("\n- `{key}`: {}", inert(value))));
    let end = match kind {
        Kind::Application => landscape.applications.find(id).map(Endpoint::Application),
        Kind::Party => landscape.parties.find(id).map(Endpoint::Party),
        _ => None,
    };
    let links: Vec<_> = match (kind, end) {
        (Kind::Link, _) => landscape.links.iter().filter(|(_, link)| *link.id == *id).collect(),
        (_, Some(end)) => landscape.links.iter().filter(|(_, link)| link.ends().contains(&end)).collect(),
        _ => Vec::new(),
    };
    if !links.is_empty() {
        let count = number(links.len(), lang);
        told += &say!(lang, en: "\n\nLinks: {count}\n", nl: "\n\nKoppelingen: {count}\n");
    }
    told.extend(links.iter().take(MOST).map(|(id, link)| {
        let look = theme::look(analysis.links[id.index()].security);
        let [from, to] = link.ends().map(|end| line(landscape.endpoint_name(end)));
        format!("\n- {from} → {to}: {}", look.meaning.to(lang))
    }));
    told += &rest(links.len(), lang);
    Some(told + &findings(judged, id, lang))
}

/// What was found of a subject.
fn findings(judged: &Judged, id: &str, lang: Lang) -> String {
    let found: Vec<&Finding> = judged.analysis.findings.iter().filter(|it| it.subject == id).collect();
    if found.is_empty() {
        return String::new();
    }
    let count = number(found.len(), lang);
    let mut told = say!(lang, en: "\n\nFindings: {count}\n", nl: "\n\nBevindingen: {count}\n");
    told.extend(found.iter().take(MOST).map(|finding| {
        let weight = match finding.level {
            _ if finding.accepted => Text { en: "accepted", nl: "geaccepteerd" },
            Level::Deny => Text { en: "fails", nl: "voldoet niet" },
            Level::Warn => Text { en: "asks attention", nl: "vraagt aandacht" },
        };
        let (weight, message) = (capitalised(weight.to(lang)), inert(&finding.message));
        format!("\n- {weight}: {message} ({})", code(finding.rule.id))
    }));
    told + &rest(found.len(), lang)
}

/// How many weren't told.
fn rest(count: usize, lang: Lang) -> String {
    match count.checked_sub(MOST).filter(|more| *more > 0) {
        None => String::new(),
        Some(more) => {
            let more = number(more, lang);
            say!(lang, en: "\n- and {more} more", nl: "\n- en nog {more}")
        }
    }
}

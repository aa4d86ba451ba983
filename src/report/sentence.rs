//! What was proved and what wasn't, in sentences with counts that add up. Terminal, picture and page all say
//! the same.

use crate::{
    analysis::{Analysis, NEWER_VERSION, Summary},
    finding::Group,
    say,
    text::{self, Lang, number},
};

/// The sentence of the whole landscape: whether only secured lines run between applications.
#[must_use]
pub fn verdict(analysis: &Analysis) -> String {
    let (summary, lang) = (&analysis.summary, analysis.lang);
    let n = |count| number(count, lang);
    let (all, secured) = (n(summary.personal_links), n(summary.secured_personal_links));
    let unsecured = summary.unsecured_personal_links;
    let unproven = summary.unproven_personal_links();
    let counts = {
        let (unsecured, unproven_text) = (n(unsecured), n(unproven));
        match (summary.unsecured_personal_links, unproven) {
            (_, 0) => {
                say!(lang, en: "{secured} of {all} are, {unsecured} not", nl: "{secured} van de {all} wel, {unsecured} niet")
            }
            (0, _) => say!(
                lang,
                en: "{secured} of {all} are, of {unproven_text} it isn't known",
                nl: "{secured} van de {all} wel, van {unproven_text} is het niet bekend",
            ),
            _ => say!(
                lang,
                en: "{secured} of {all} are, {unsecured} not, of {unproven_text} it isn't known",
                nl: "{secured} van de {all} wel, {unsecured} niet, van {unproven_text} is het niet bekend",
            ),
        }
    };
    if analysis.is_incomplete() {
        say!(
            lang,
            en: "Not every part of the landscape could be read, so what follows is not the whole.",
            nl: "Niet alles van het landschap was te lezen, dus wat volgt is niet het geheel.",
        )
    } else if summary.links == 0 {
        say!(lang, en: "There are no links in this landscape.", nl: "Er zijn geen koppelingen in dit landschap.")
    } else if unsecured > 0 {
        say!(
            lang,
            en: "Not all links with personal data are secured: {counts}.",
            nl: "Niet alle koppelingen met persoonsgegevens zijn beveiligd: {counts}.",
        )
    } else if unproven > 0 {
        say!(
            lang,
            en: "Whether all links with personal data are secured isn't known: {counts}.",
            nl: "Of alle koppelingen met persoonsgegevens beveiligd zijn, is niet bekend: {counts}.",
        )
    } else if summary.unknown_links > 0 {
        say!(
            lang,
            en: "Whether all links with personal data are secured isn't known: not every link says what it carries.",
            nl: "Of alle koppelingen met persoonsgegevens beveiligd zijn, is niet bekend: niet elke koppeling zegt wat erover gaat.",
        )
    } else if summary.personal_links == 0 {
        say!(lang, en: "No link carries personal data.", nl: "Over geen enkele koppeling gaan persoonsgegevens.")
    } else {
        say!(lang, en: "All {all} links with personal data are secured.", nl: "Alle {all} koppelingen met persoonsgegevens zijn beveiligd.")
    }
}

/// How many links there are, how many carry personal data, and for how many someone is responsible.
#[must_use]
pub fn counts(summary: &Summary, lang: Lang) -> String {
    let n = |count| number(count, lang);
    let (applications, links) = (n(summary.applications), n(summary.links));
    let (personal, controlled) = (n(summary.personal_links), n(summary.controlled_personal_links));
    let mut sentence = say!(
        lang,
        en: "{applications} applications and {links} links; {personal} links carry personal data, and for {controlled} of those it is laid down who is responsible.",
        nl: "{applications} applicaties en {links} koppelingen; over {personal} koppelingen gaan persoonsgegevens, en voor {controlled} daarvan is vastgelegd wie verantwoordelijk is.",
    );
    if summary.attention_personal_links > 0 {
        let (secured, attention) = (n(summary.secured_personal_links), n(summary.attention_personal_links));
        sentence += &say!(
            lang,
            en: " Of the {secured} secured links, {attention} ask for attention.",
            nl: " Van de {secured} beveiligde koppelingen vragen er {attention} aandacht.",
        );
    }
    if summary.unknown_links > 0 {
        let unknown = n(summary.unknown_links);
        sentence += &say!(
            lang,
            en: " Of {unknown} it isn't known what they carry.",
            nl: " Van {unknown} is niet bekend wat erover gaat.",
        );
    }
    sentence
}

/// What could not be assessed, one line for each thing that is wanting.
#[must_use]
pub fn not_assessed(analysis: &Analysis) -> Vec<String> {
    let lang = analysis.lang;
    let mut needs: Vec<(&str, Vec<&str>)> = Vec::new();
    for missing in &analysis.not_assessed {
        match needs.iter_mut().find(|(need, _)| *need == missing.needs) {
            Some((_, rules)) => rules.push(missing.rule),
            None => needs.push((missing.needs, vec![missing.rule])),
        }
    }
    needs
        .into_iter()
        .map(|(need, rules)| {
            let count = number(rules.len(), lang);
            let rules = rules.join(", ");
            if need == NEWER_VERSION {
                say!(
                    lang,
                    en: "{count} rules that this version doesn't judge by yet",
                    nl: "{count} regels waarop deze versie nog niet beoordeelt",
                )
            } else {
                say!(
                    lang,
                    en: "{rules}: nothing in this landscape uses `{need}`",
                    nl: "{rules}: `{need}` komt nergens in dit landschap voor",
                )
            }
        })
        .collect()
}

/// How many findings there are, by weight.
#[must_use]
pub fn findings(analysis: &Analysis) -> String {
    let (summary, lang) = (&analysis.summary, analysis.lang);
    let n = |count| number(count, lang);
    let (deny, warn, accepted) = (n(summary.deny), n(summary.warn), n(summary.accepted));
    let errors = if summary.deny == 1 {
        say!(lang, en: "1 error", nl: "1 fout")
    } else {
        say!(lang, en: "{deny} errors", nl: "{deny} fouten")
    };
    let warnings = if summary.warn == 1 {
        say!(lang, en: "1 warning", nl: "1 waarschuwing")
    } else {
        say!(lang, en: "{warn} warnings", nl: "{warn} waarschuwingen")
    };
    say!(lang, en: "{errors}, {warnings}, {accepted} accepted", nl: "{errors}, {warnings}, {accepted} geaccepteerd")
}

/// The landscape's name and the day as of which it was judged.
#[must_use]
pub fn heading(analysis: &Analysis) -> String {
    let name = text::shown(analysis.landscape.name());
    let (lang, day) = (analysis.lang, text::date(analysis.date, analysis.lang));
    let name = if name.is_empty() { say!(lang, en: "Landscape", nl: "Landschap") } else { name.into_owned() };
    say!(lang, en: "{name}, as of {day}", nl: "{name}, peildatum {day}")
}

/// Whether the verdict is good news, bad news, or neither.
#[must_use]
pub fn mood(analysis: &Analysis) -> Mood {
    let summary = &analysis.summary;
    if analysis.findings.iter().any(|finding| finding.rule.group == Group::Language) {
        Mood::Unknown
    } else if summary.unsecured_personal_links > 0 {
        Mood::Bad
    } else if summary.unproven_personal_links() + summary.unknown_links > 0 {
        Mood::Unknown
    } else {
        Mood::Good
    }
}

/// What sort of news a verdict is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Everything is secured.
    Good,
    /// Nobody can say.
    Unknown,
    /// Something is not.
    Bad,
}

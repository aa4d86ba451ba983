//! What was proved and what wasn't, in sentences with counts that add up. Terminal, picture and page all say
//! the same.

use crate::{
    analysis::{Analysis, NEWER_VERSION, Summary, Tally},
    say,
    text::{self, Lang, Text, number},
};

/// The sentence of the whole landscape: whether only secured lines run between applications.
#[must_use]
pub fn verdict(analysis: &Analysis) -> String {
    if analysis.is_incomplete() {
        return say!(
            analysis.lang,
            en: "Not everything in the files could be read, so nothing can be said of the whole.",
            nl: "Niet alles in de bestanden was te lezen, dus over het geheel is niets te zeggen.",
        );
    }
    security(&analysis.summary.tally, analysis.lang)
}

/// Whether all links with personal data are secured, among those that were counted.
#[must_use]
pub fn security(tally: &Tally, lang: Lang) -> String {
    let all = number(tally.personal, lang);
    let counts = shares(tally, lang);
    if tally.links == 0 {
        say!(lang, en: "There are no links here.", nl: "Er zijn hier geen koppelingen.")
    } else if tally.unsecured > 0 {
        say!(
            lang,
            en: "Not all links with personal data are secured: {counts}.",
            nl: "Niet alle koppelingen met persoonsgegevens zijn beveiligd: {counts}.",
        )
    } else if tally.unproven > 0 {
        say!(
            lang,
            en: "Whether all links with personal data are secured isn't known: {counts}.",
            nl: "Of alle koppelingen met persoonsgegevens beveiligd zijn, is niet bekend: {counts}.",
        )
    } else if tally.unknown_content > 0 {
        say!(
            lang,
            en: "Whether all links with personal data are secured isn't known: not every link says what it carries.",
            nl: "Of alle koppelingen met persoonsgegevens beveiligd zijn, is niet bekend: niet elke koppeling zegt wat erover gaat.",
        )
    } else if tally.personal == 0 {
        say!(lang, en: "No link carries personal data.", nl: "Over geen enkele koppeling gaan persoonsgegevens.")
    } else if tally.personal == 1 {
        say!(lang, en: "The one link with personal data is secured.", nl: "De enige koppeling met persoonsgegevens is beveiligd.")
    } else {
        say!(
            lang,
            en: "All {all} links with personal data are secured.",
            nl: "Alle {all} koppelingen met persoonsgegevens zijn beveiligd.",
        )
    }
}

/// "64 of 82 are, 7 not, of 11 it isn't known": counts that add up.
fn shares(tally: &Tally, lang: Lang) -> String {
    let n = |count| number(count, lang);
    let (all, secured) = (n(tally.personal), n(tally.secured));
    let mut counts = say!(lang, en: "{secured} of {all} are", nl: "{secured} van de {all} wel");
    if tally.unsecured > 0 {
        let unsecured = n(tally.unsecured);
        counts += &say!(lang, en: ", {unsecured} not", nl: ", {unsecured} niet");
    }
    if tally.unproven > 0 {
        let unproven = n(tally.unproven);
        counts +=
            &say!(lang, en: ", of {unproven} it isn't known", nl: ", van {unproven} is het niet bekend");
    }
    counts
}

/// How many links there are, how many carry personal data, and for how many someone is responsible.
#[must_use]
pub fn counts(summary: &Summary, lang: Lang) -> String {
    let n = |count| number(count, lang);
    let tally = &summary.tally;
    let applications = counted(summary.applications, APPLICATIONS, lang);
    let links = counted(tally.links, LINKS, lang);
    let (personal, controlled) = (n(tally.personal), n(tally.controlled));
    let mut sentence = say!(
        lang,
        en: "{applications} and {links}; {personal} with personal data, and for {controlled} of those it is laid down who is responsible.",
        nl: "{applications} en {links}; {personal} met persoonsgegevens, en voor {controlled} daarvan is vastgelegd wie verantwoordelijk is.",
    );
    if tally.attention > 0 {
        let (secured, attention) = (n(tally.secured), n(tally.attention));
        sentence += &say!(
            lang,
            en: " Of the {secured} secured links, {attention} ask for attention.",
            nl: " Van de {secured} beveiligde koppelingen vragen er {attention} aandacht.",
        );
    }
    if tally.unknown_content > 0 {
        let unknown = n(tally.unknown_content);
        sentence += &say!(
            lang,
            en: " Of {unknown} it isn't known what they carry.",
            nl: " Van {unknown} is niet bekend wat erover gaat.",
        );
    }
    sentence
}

/// One and several of a thing.
pub type Noun = [Text; 2];
/// Applications.
pub const APPLICATIONS: Noun =
    [Text { en: "application", nl: "applicatie" }, Text { en: "applications", nl: "applicaties" }];
/// Links.
pub const LINKS: Noun = [Text { en: "link", nl: "koppeling" }, Text { en: "links", nl: "koppelingen" }];
/// Parties.
pub const PARTIES: Noun = [Text { en: "party", nl: "partij" }, Text { en: "parties", nl: "partijen" }];

/// A number of things: `1 koppeling`, `1.200 koppelingen`.
#[must_use]
pub fn counted(count: usize, noun: Noun, lang: Lang) -> String {
    let word = noun[usize::from(count != 1)].to(lang);
    format!("{} {word}", number(count, lang))
}

/// What could not be assessed: one line for each thing that is wanting, with the rules that need it.
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
    let line = |(need, rules): (&str, Vec<&str>)| {
        let rules = rules.join(", ");
        if need == NEWER_VERSION {
            say!(lang, en: "this version doesn't know yet: {rules}", nl: "deze versie kent nog niet: {rules}")
        } else {
            say!(lang, en: "nothing says `{need}`: {rules}", nl: "nergens staat `{need}`: {rules}")
        }
    };
    needs.into_iter().map(line).collect()
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
    if analysis.is_incomplete() { Mood::Unknown } else { mood_of(&analysis.summary.tally) }
}

/// The same of the links that were counted.
#[must_use]
pub const fn mood_of(tally: &Tally) -> Mood {
    if tally.unsecured > 0 {
        Mood::Bad
    } else if tally.unproven + tally.unknown_content > 0 {
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

//! What was proved and what wasn't, in sentences with counts that add up. Terminal, picture and page all say
//! the same.

use crate::{
    analysis::{Analysis, Summary, Tally, debt::Before},
    say,
    text::{self, Lang, Text, number},
};

/// The sentence of the whole landscape: whether only secured lines run between applications.
#[must_use]
pub fn verdict(analysis: &Analysis) -> String {
    let (tally, lang) = (&analysis.summary.tally, analysis.lang);
    if !analysis.is_incomplete() {
        return security(tally, lang);
    }
    // What was found to be wrong stays wrong, whatever else couldn't be read.
    if tally.unsecured > 0 {
        let unsecured = number(tally.unsecured, lang);
        return say!(
            lang,
            en: "Not all links with personal data are secured: at least {unsecured} not. Not everything could be read.",
            nl: "Niet alle koppelingen met persoonsgegevens zijn beveiligd: ten minste {unsecured} niet. Niet alles was te lezen.",
        );
    }
    say!(
        lang,
        en: "Not everything in the files could be read, so nothing can be said of the whole.",
        nl: "Niet alles in de bestanden was te lezen, dus over het geheel is niets te zeggen.",
    )
}

/// Whether all links with personal data are secured, among those that were counted.
#[must_use]
pub fn security(tally: &Tally, lang: Lang) -> String {
    let (all, attention) = (number(tally.personal, lang), number(tally.attention, lang));
    let shares = shares(tally, lang);
    let mut sentence = if tally.links == 0 {
        say!(lang, en: "There are no links here.", nl: "Er zijn hier geen koppelingen.")
    } else if tally.unsecured > 0 {
        say!(
            lang,
            en: "Not all links with personal data are secured: {shares}.",
            nl: "Niet alle koppelingen met persoonsgegevens zijn beveiligd: {shares}.",
        )
    } else if tally.unproven > 0 {
        say!(
            lang,
            en: "Whether all links with personal data are secured isn't known: {shares}.",
            nl: "Of alle koppelingen met persoonsgegevens beveiligd zijn, is niet bekend: {shares}.",
        )
    } else if tally.personal == 0 && tally.unknown_content > 0 {
        say!(
            lang,
            en: "Whether links carry personal data isn't known.",
            nl: "Of er persoonsgegevens over koppelingen gaan, is niet bekend.",
        )
    } else if tally.personal == 0 {
        say!(lang, en: "No link carries personal data.", nl: "Over geen enkele koppeling gaan persoonsgegevens.")
    } else if tally.attention > 0 {
        say!(
            lang,
            en: "All links with personal data are secured, but {attention} of {all} need attention.",
            nl: "Alle koppelingen met persoonsgegevens zijn beveiligd, maar {attention} van de {all} met een aandachtspunt.",
        )
    } else if tally.personal == 1 {
        say!(lang, en: "The one link with personal data is secured.", nl: "De enige koppeling met persoonsgegevens is beveiligd.")
    } else {
        say!(
            lang,
            en: "All {all} links with personal data are secured.",
            nl: "Alle {all} koppelingen met persoonsgegevens zijn beveiligd.",
        )
    };
    if tally.unknown_content > 0 {
        let links = counted(tally.unknown_content, LINKS, lang);
        sentence += &say!(
            lang,
            en: " Of {links} it isn't known what they carry.",
            nl: " Van {links} is niet bekend wat erover gaat.",
        );
    }
    sentence
}

/// "12 of 82 are, 52 with a point of attention, 7 not, of 11 it isn't known": counts that add up.
fn shares(tally: &Tally, lang: Lang) -> String {
    let n = |count| number(count, lang);
    let (all, good) = (n(tally.personal), n(tally.secured - tally.attention));
    let mut shares = say!(lang, en: "{good} of {all} are", nl: "{good} van de {all} wel");
    if tally.attention > 0 {
        let attention = n(tally.attention);
        shares += &say!(
            lang,
            en: ", {attention} with a point of attention",
            nl: ", {attention} met een aandachtspunt",
        );
    }
    if tally.unsecured > 0 {
        let unsecured = n(tally.unsecured);
        shares += &say!(lang, en: ", {unsecured} not", nl: ", {unsecured} niet");
    }
    if tally.unproven > 0 {
        let unproven = n(tally.unproven);
        shares +=
            &say!(lang, en: ", of {unproven} it isn't known", nl: ", van {unproven} is het niet bekend");
    }
    shares
}

/// How many links there are, how many carry personal data, and for how many someone is responsible.
#[must_use]
pub fn counts(summary: &Summary, lang: Lang) -> String {
    let n = |count| number(count, lang);
    let tally = &summary.tally;
    let applications = counted(summary.applications, APPLICATIONS, lang);
    let links = counted(tally.links, LINKS, lang);
    let (personal, controlled) = (n(tally.personal), n(tally.controlled));
    say!(
        lang,
        en: "{applications} and {links}; {personal} with personal data, and for {controlled} of those it is laid down who is responsible.",
        nl: "{applications} en {links}; {personal} met persoonsgegevens, en voor {controlled} daarvan is vastgelegd wie verantwoordelijk is.",
    )
}

/// For how many links with personal data someone is responsible.
#[must_use]
pub fn responsible(tally: &Tally, lang: Lang) -> String {
    let (personal, controlled) = (number(tally.personal, lang), number(tally.controlled, lang));
    if tally.personal == 0 {
        return String::new();
    }
    say!(
        lang,
        en: "For {controlled} of the {personal} it is laid down who is responsible for the data (controller).",
        nl: "Voor {controlled} van de {personal} is vastgelegd wie verantwoordelijk is voor de gegevens (verwerkingsverantwoordelijke).",
    )
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

/// Views.
pub const VIEWS: Noun = [Text { en: "view", nl: "weergave" }, Text { en: "views", nl: "weergaven" }];

/// Findings.
pub const FINDINGS: Noun =
    [Text { en: "finding", nl: "bevinding" }, Text { en: "findings", nl: "bevindingen" }];

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
        say!(lang, en: "nothing says `{need}`: {rules}", nl: "nergens staat `{need}`: {rules}")
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
    let mut all = say!(lang, en: "{errors}, {warnings}, {accepted} accepted", nl: "{errors}, {warnings}, {accepted} geaccepteerd");
    if analysis.comparison.is_some() {
        let known = n(summary.known);
        all += &say!(lang, en: ", {known} known from before", nl: ", {known} al bekend");
    }
    all
}

/// How the judgement compares with an earlier one, if that was asked: what is new, and what is gone.
#[must_use]
pub fn comparison(analysis: &Analysis) -> Option<String> {
    let (comparison, lang) = (analysis.comparison.as_ref()?, analysis.lang);
    let name = text::shown(comparison.before.name());
    let mut sentence = match &comparison.before {
        Before::Baseline(_) => {
            say!(lang, en: "Compared with the baseline `{name}`: ", nl: "Vergeleken met de nulmeting `{name}`: ")
        }
        Before::Revision { absent: false, .. } => {
            say!(lang, en: "Compared with revision `{name}`: ", nl: "Vergeleken met revisie `{name}`: ")
        }
        Before::Revision { absent: true, .. } => say!(
            lang,
            en: "At revision `{name}` there was no landscape here yet: ",
            nl: "Bij revisie `{name}` was hier nog geen landschap: ",
        ),
    };
    let new = number(comparison.new, lang);
    sentence += &match comparison.new {
        0 => say!(lang, en: "nothing new", nl: "niets nieuws"),
        1 => say!(lang, en: "1 new finding", nl: "1 nieuwe bevinding"),
        _ => say!(lang, en: "{new} new findings", nl: "{new} nieuwe bevindingen"),
    };
    let gone = number(comparison.gone.len(), lang);
    match comparison.gone.len() {
        0 => {}
        1 => sentence += &say!(lang, en: ", 1 no longer found", nl: ", 1 komt niet meer voor"),
        _ => sentence += &say!(lang, en: ", {gone} no longer found", nl: ", {gone} komen niet meer voor"),
    }
    sentence.push('.');
    match &comparison.before {
        Before::Revision { incomplete: true, .. } => {
            sentence += &say!(
                lang,
                en: " Not all of that revision could be read; what that hid counts as new.",
                nl: " Niet alles van die revisie was te lezen; wat daardoor verborgen bleef, telt als nieuw.",
            );
        }
        Before::Baseline(_) if !comparison.gone.is_empty() => {
            sentence += &say!(
                lang,
                en: " Write it again with `--write-baseline`, so that what is gone can't come back unseen.",
                nl: " Schrijf haar opnieuw met `--write-baseline`, zodat wat weg is niet ongezien terugkomt.",
            );
        }
        _ => {}
    }
    Some(sentence)
}

/// Whether the check passed, and how many findings there are.
#[must_use]
pub fn outcome(analysis: &Analysis) -> String {
    let findings = findings(analysis);
    if analysis.fails() {
        say!(analysis.lang, en: "Check failed: {findings}.", nl: "Controle niet geslaagd: {findings}.")
    } else {
        say!(analysis.lang, en: "Check passed: {findings}.", nl: "Controle geslaagd: {findings}.")
    }
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
    let mood = mood_of(&analysis.summary.tally);
    if analysis.is_incomplete() && mood != Mood::Bad { Mood::Unknown } else { mood }
}

impl Mood {
    /// A sign to put before the verdict.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Good => "✓",
            Self::Attention => "!",
            Self::Unknown => "?",
            Self::Bad => "✗",
        }
    }
}

/// The same of the links that were counted.
#[must_use]
pub const fn mood_of(tally: &Tally) -> Mood {
    if tally.unsecured > 0 {
        Mood::Bad
    } else if tally.unproven + tally.unknown_content > 0 {
        Mood::Unknown
    } else if tally.attention > 0 {
        Mood::Attention
    } else {
        Mood::Good
    }
}

/// What sort of news a verdict is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Everything is secured.
    Good,
    /// Everything is, and something asks for attention.
    Attention,
    /// Nobody can say.
    Unknown,
    /// Something is not.
    Bad,
}

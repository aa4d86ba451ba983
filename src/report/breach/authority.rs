//! Whether the supervisory authority must be told, by when, and what weighs in that.

use super::{Point, Told, words};
use crate::{
    follow::breach::{Duty, Moment, Weight, deadline},
    norms::laws::{AVG, WBP},
    say,
    text::{self, Text},
};

/// How many categories of a class are named.
const FEW: usize = 5;

/// Whether the authority must be told, and by when.
pub fn report(told: &Told<'_>) -> Point {
    let lang = told.lang();
    if told.breach.stakes.is_empty() {
        let check = say!(lang, en: "Make sure", nl: "Nagaan");
        return Point::todo(
            check,
            say!(
                lang,
                en: "as far as is declared, no personal data comes here, and then no breach of personal data is to be reported. Check whether that is so",
                nl: "voor zover opgegeven komen hier geen persoonsgegevens, en dan is er geen datalek te melden. Controleer of dat klopt",
            ),
        );
    }
    let by = by(told);
    let (label, text) = match told.duty() {
        Duty::Avg => {
            let article = AVG.at("33(1)").label(lang);
            let label = say!(lang, en: "Report to the supervisory authority (in the Netherlands the AP), at the latest {by}", nl: "Melden bij de Autoriteit Persoonsgegevens (AP), uiterlijk {by}");
            let text = say!(
                lang,
                en: "without undue delay, unless the breach is unlikely to result in a risk to people ({article})",
                nl: "zonder onredelijke vertraging, tenzij het niet waarschijnlijk is dat de inbreuk een risico voor mensen inhoudt ({article})",
            );
            (label, text)
        }
        Duty::Wbp => {
            let article = WBP.at("34a(1)").label(lang);
            let label = say!(lang, en: "Report to the Dutch DPA (AP) at once, if possible at the latest {by}", nl: "Melden bij de Autoriteit Persoonsgegevens (AP), onverwijld en zo mogelijk uiterlijk {by}");
            let text = say!(
                lang,
                en: "if the breach has serious adverse consequences for the protection of personal data, or a considerable chance of them ({article}; the hours are from the AP's policy rules)",
                nl: "als de inbreuk ernstige nadelige gevolgen heeft voor de bescherming van persoonsgegevens, of een aanzienlijke kans daarop ({article}; de uren staan in de beleidsregels van de AP)",
            );
            (label, text)
        }
        Duty::None => {
            let label = say!(lang, en: "Report to the Dutch DPA", nl: "Melden bij de toezichthouder");
            let day = text::date(told.analysis.date, lang);
            let text = say!(
                lang,
                en: "on {day} no general law asked for it yet; Wbp art. 34a came on 1 January 2016",
                nl: "op {day} vroeg nog geen algemene wet dit; Wbp art. 34a kwam op 1 januari 2016",
            );
            return Point::know(label, text);
        }
    };
    Point::todo(label, text).with(only_unknown(told)).with(counted(told)).with(weighs(told))
}

/// The deadline, or how long after becoming aware.
fn by(told: &Told<'_>) -> String {
    let lang = told.lang();
    told.moment.and_then(deadline).map_or_else(
        || say!(lang, en: "72 hours after the controller became aware", nl: "72 uur nadat de verwerkingsverantwoordelijke ervan wist"),
        |deadline| words::time(&deadline, lang),
    )
}

/// How the 72 hours are counted.
fn counted(told: &Told<'_>) -> Vec<String> {
    let lang = told.lang();
    let mut notes = vec![match told.moment {
        None if told.on_page => say!(
            lang,
            en: "write down when that was; filled in above, it gives the deadline",
            nl: "noteer wanneer dat was; vul het hierboven in, en hier staat de termijn",
        ),
        None => say!(
            lang,
            en: "write down when that was; `--at` works out the deadline",
            nl: "noteer wanneer dat was; met `--at` rekent u het tijdstip uit",
        ),
        Some(Moment::Day(day)) => {
            let day = text::date(*day, lang);
            let how = say!(lang, en: " (`--at` day and time)", nl: " (`--at` dag en tijd)");
            let how = if told.on_page { "" } else { &*how };
            say!(
                lang,
                en: "72 hours from the start of {day}, since only the day is given; with the time{how} it may be later",
                nl: "72 uur vanaf het begin van {day}, want alleen de dag is gegeven; met het tijdstip erbij{how} kan het later zijn",
            )
        }
        Some(Moment::Time(time)) => {
            let from = words::time(time, lang);
            say!(lang, en: "72 hours from {from}, Dutch time", nl: "72 uur vanaf {from}, Nederlandse tijd")
        }
    }];
    match told.duty() {
        Duty::Avg => {
            notes[0] += &say!(
                lang,
                en: "; weekends and holidays count (Regulation 1182/71 art. 3(3))",
                nl: "; weekend en feestdagen tellen mee (Verordening 1182/71 art. 3(3))",
            );
            let phases = AVG.at("33(4)").label(lang);
            notes.push(say!(
                lang,
                en: "not everything known yet? Report in phases ({phases}); later than 72 hours? Give the reasons",
                nl: "nog niet alles bekend? Meld in stappen ({phases}); later dan 72 uur? Geef de redenen",
            ));
        }
        Duty::Wbp => {
            notes[0] +=
                &say!(lang, en: "; weekends and holidays count", nl: "; weekend en feestdagen tellen mee");
        }
        Duty::None => {}
    }
    notes
}

/// That it isn't known whether there is personal data at all.
fn only_unknown(told: &Told<'_>) -> Option<String> {
    let lang = told.lang();
    (!told.breach.is_personal()).then(|| {
        say!(
            lang,
            en: "whether there is personal data in it, nothing says: first find that out",
            nl: "of er persoonsgegevens in zitten, staat nergens: zoek dat eerst uit",
        )
    })
}

/// What raises the risk, and the source that says so.
fn weighs(told: &Told<'_>) -> Option<String> {
    let lang = told.lang();
    let names = |weights: &[Weight]| {
        let stakes = told.breach.stakes.iter().filter(|stake| weights.contains(&stake.weight));
        words::few(stakes.map(|stake| super::stakes::name(told, stake)), FEW, lang)
    };
    let sources: &[(&[Weight], Text)] = match told.duty() {
        Duty::Wbp => &[(
            &[Weight::SpecialCategory, Weight::Criminal, Weight::NationalId],
            Text {
                en: "sensitive by the AP's policy rules, par. 4.2.1",
                nl: "van gevoelige aard volgens de beleidsregels van de AP, par. 4.2.1",
            },
        )],
        _ => &[
            (
                &[Weight::SpecialCategory],
                Text { en: "GDPR art. 9, recital 75", nl: "AVG art. 9, overweging 75" },
            ),
            (&[Weight::Criminal], Text { en: "GDPR art. 10, recital 75", nl: "AVG art. 10, overweging 75" }),
            (
                &[Weight::NationalId],
                Text {
                    en: "identity theft or fraud, GDPR recital 75",
                    nl: "identiteitsdiefstal of -fraude, AVG overweging 75",
                },
            ),
        ],
    };
    let all = sources.iter().map(|(weights, source)| (names(weights), source.to(lang)));
    let all = all.filter(|(names, _)| !names.is_empty()).map(|(names, source)| format!("{names} ({source})"));
    let all = all.collect::<Vec<_>>().join("; ");
    if !all.is_empty() {
        return Some(say!(lang, en: "this raises the risk: {all}", nl: "dit verhoogt het risico: {all}"));
    }
    told.breach.is_personal().then(|| {
        say!(
            lang,
            en: "nothing of a class that raises the risk is declared; that doesn't mean that there is none",
            nl: "er is niets opgegeven van een soort die het risico verhoogt; dat wil niet zeggen dat er geen risico is",
        )
    })
}

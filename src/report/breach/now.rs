//! What to do now: report, call, inform, record.

use super::{Point, Section, Told, words};
use crate::{
    follow::breach::{Duty, Moment, NamedBy, Processor, Weight, deadline},
    model::{Id, Party},
    norms::laws::{AVG, WBP},
    say,
    text::{self, Text, shown, shown_up_to},
};

/// The longest contact that is shown, in characters.
const LONGEST: usize = 200;
/// How many categories of a class are named.
const FEW: usize = 5;

pub fn section(told: &Told<'_>) -> Section {
    let title = Text { en: "Now", nl: "Nu doen" };
    let mut points = vec![report(told)];
    points.extend(controllers(told));
    points.extend(processors(told));
    if !told.breach.stakes.is_empty() && told.duty() != Duty::None {
        points.push(people(told));
        points.push(record(told));
    }
    points.extend(logging(told));
    Section { title, points }
}

/// Whether the authority must be told, and by when.
fn report(told: &Told<'_>) -> Point {
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
        None => say!(
            lang,
            en: "write down when that was; `--at` works out the deadline",
            nl: "noteer wanneer dat was; met `--at` rekent u het tijdstip uit",
        ),
        Some(Moment::Day(day)) => {
            let day = text::date(*day, lang);
            say!(
                lang,
                en: "72 hours from the start of {day}, since only the day is given; with the time (`--at` day and time) it may be later",
                nl: "72 uur vanaf het begin van {day}, want alleen de dag is gegeven; met het tijdstip erbij (`--at` dag en tijd) kan het later zijn",
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

/// Who answers for it: those must know, and report.
fn controllers(told: &Told<'_>) -> Vec<Point> {
    let (lang, responsible) = (told.lang(), &told.breach.responsible);
    let label = say!(lang, en: "Call the controller", nl: "Bel de verwerkingsverantwoordelijke");
    let owner = told.application().owner.as_ref().map(|owner| {
        let owner = shown(owner);
        say!(lang, en: "inside the organisation {owner} answers for the application", nl: "binnen de organisatie gaat {owner} over de applicatie")
    });
    if responsible.named_by == NamedBy::Nothing {
        let text = say!(
            lang,
            en: "nobody is declared: find out first who it is, since it is the controller that must report",
            nl: "niemand is opgegeven: zoek eerst uit wie dat is, want die moet melden",
        );
        return vec![Point::todo(label, text).with(owner)];
    }
    let by_links = (responsible.named_by == NamedBy::Links).then(|| {
        say!(
            lang,
            en: "named by links; of the application itself nothing says whose data it is, so find out which of these it is",
            nl: "genoemd bij koppelingen; bij de applicatie zelf staat niet van wie de gegevens zijn, dus zoek uit wie het is",
        )
    });
    let several = (responsible.named_by == NamedBy::Application && responsible.controllers.len() > 1).then(|| {
        say!(
            lang,
            en: "they answer for it together: agree who reports; their arrangement says who does (GDPR art. 26)",
            nl: "zij zijn samen verantwoordelijk: spreek af wie meldt; hun onderlinge regeling hoort dat te zeggen (AVG art. 26)",
        )
    }).filter(|_| told.duty() == Duty::Avg);
    let who = responsible.controllers.iter().map(|id| who(told, *id));
    let text = words::few(who, 6, lang);
    vec![Point::todo(label, text).with(by_links).with(several).with(owner)]
}

/// A party and how to reach it.
fn who(told: &Told<'_>, id: Id<Party>) -> String {
    let (lang, party) = (told.lang(), told.analysis.landscape.parties.get(id));
    let said = |text: &Option<crate::source::Spanned<Box<str>>>| {
        text.as_ref().filter(|it| !it.trim().is_empty()).map(|it| shown_up_to(it, LONGEST).into_owned())
    };
    let contact = said(&party.contact)
        .unwrap_or_else(|| say!(lang, en: "no contact declared", nl: "geen contact opgegeven"));
    let dpo = said(&party.dpo).map(|dpo| say!(lang, en: ", data protection officer {dpo}", nl: ", FG {dpo}"));
    format!("{} ({contact}{})", told.party(id), dpo.unwrap_or_default())
}

/// Who must tell the controller.
fn processors(told: &Told<'_>) -> Vec<Point> {
    let (lang, responsible) = (told.lang(), &told.breach.responsible);
    let mut points: Vec<_> = responsible.processors.iter().map(|it| processor(told, it)).collect();
    if responsible.operator.is_none() {
        let label =
            say!(lang, en: "Find out who runs the application", nl: "Zoek uit wie de applicatie beheert");
        let article = tells(told);
        points.push(Point::todo(label, say!(
            lang,
            en: "that isn't declared; if it isn't the controller, it must tell the controller{article}",
            nl: "dat is niet opgegeven; is het niet de verwerkingsverantwoordelijke, dan moet de beheerder die inlichten{article}",
        )));
    }
    points
}

/// How soon a processor tells, and the article that says so.
fn tells(told: &Told<'_>) -> String {
    let lang = told.lang();
    match told.duty() {
        Duty::Avg => {
            let article = AVG.at("33(2)").label(lang);
            say!(lang, en: " without undue delay ({article})", nl: " zonder onredelijke vertraging ({article})")
        }
        Duty::Wbp => {
            let article = WBP.at("14").label(lang);
            say!(lang, en: ", as their contract must ensure ({article})", nl: ", waarvoor hun overeenkomst moet zorgen ({article})")
        }
        Duty::None => String::new(),
    }
}

fn processor(told: &Told<'_>, processor: &Processor) -> Point {
    let (lang, who, tells) = (told.lang(), who(told, processor.party), tells(told));
    let label = if processor.runs {
        say!(lang, en: "Call who runs the application", nl: "Bel de beheerder")
    } else {
        say!(lang, en: "Call who has a processor agreement for a link", nl: "Bel wie een verwerkersovereenkomst heeft voor een koppeling")
    };
    let text = say!(
        lang,
        en: "{who} must tell the controller{tells}",
        nl: "{who} moet de verwerkingsverantwoordelijke inlichten{tells}",
    );
    let all = &told.analysis.landscape.agreements;
    let names = processor.agreements.iter().map(|id| all.get(*id)).map(|agreement| {
        let name = shown(agreement.name.as_ref().map_or(&*agreement.id, |name| &name.value)).into_owned();
        match &agreement.document {
            Some(document) => format!("{name}, {}", shown(document)),
            None => name,
        }
    });
    let names = words::few(names, 3, lang);
    let note = if names.is_empty() {
        say!(
            lang,
            en: "no processor agreement in force is declared",
            nl: "er is geen geldende verwerkersovereenkomst opgegeven",
        )
    } else {
        say!(lang, en: "processor agreement: {names}", nl: "verwerkersovereenkomst: {names}")
    };
    Point::todo(label, text).with([note])
}

/// Whether the people must be told.
fn people(told: &Told<'_>) -> Point {
    let lang = told.lang();
    let label = say!(lang, en: "Tell the people concerned", nl: "Betrokkenen inlichten");
    let text = if told.duty() == Duty::Avg {
        let [high, unreadable] = ["34(1)", "34(3)(a)"].map(|article| AVG.at(article).label(lang));
        say!(
            lang,
            en: "without undue delay, if the breach is likely to result in a high risk to them ({high}); not if the data was unreadable to whoever got it, by encryption for one ({unreadable})",
            nl: "onverwijld, als de inbreuk waarschijnlijk een hoog risico voor hen inhoudt ({high}); niet als de gegevens onleesbaar waren voor wie erbij kon, bijvoorbeeld door versleuteling ({unreadable})",
        )
    } else {
        let [adverse, unreadable] = ["34a(2)", "34a"].map(|article| WBP.at(article).label(lang));
        say!(
            lang,
            en: "at once, if the breach is likely to have adverse consequences for their privacy ({adverse}); not if the data was unreadable to whoever got it, by encryption for one ({unreadable})",
            nl: "onverwijld, als de inbreuk waarschijnlijk ongunstige gevolgen heeft voor hun persoonlijke levenssfeer ({adverse}); niet als de gegevens onleesbaar waren voor wie erbij kon, bijvoorbeeld door versleuteling ({unreadable})",
        )
    };
    Point::todo(label, text)
}

/// What must be written down.
fn record(told: &Told<'_>) -> Point {
    let lang = told.lang();
    let label = say!(lang, en: "Record it", nl: "Vastleggen");
    let text = if told.duty() == Duty::Avg {
        let article = AVG.at("33(5)").label(lang);
        say!(
            lang,
            en: "the facts, the effects and what was done, also if it isn't reported ({article})",
            nl: "de feiten, de gevolgen en wat eraan gedaan is, ook als u niet meldt ({article})",
        )
    } else {
        let article = WBP.at("34a").label(lang);
        say!(
            lang,
            en: "keep an overview of every breach that had to be reported: the facts, and the words in which people were told ({article})",
            nl: "houd een overzicht bij van iedere inbreuk die gemeld moest worden: de feiten, en de tekst aan de betrokkenen ({article})",
        )
    };
    Point::todo(label, text)
}

/// What can show later which data was consulted.
fn logging(told: &Told<'_>) -> Option<Point> {
    let lang = told.lang();
    let records = told.application().access_logging.as_ref().is_some_and(|it| it.value);
    records.then(|| {
        Point::todo(
            say!(lang, en: "Keep the log", nl: "Logging veiligstellen"),
            say!(
                lang,
                en: "the application records who consulted what, by its declaration; without that log nobody can tell afterwards",
                nl: "de applicatie legt volgens opgave vast wie wat inziet; zonder die logging is dat achteraf niet te zeggen",
            ),
        )
    })
}

//! What to do now: report, call, inform, record. What to report to the authority, `authority` tells.

use super::{Point, Section, Told, authority, words};
use crate::{
    follow::breach::{Duty, NamedBy, Processor},
    model::{Id, Party},
    norms::laws::{AVG, WBP},
    say,
    text::{Text, is_blank, shown, shown_up_to},
};

/// The longest contact that is shown, in characters.
const LONGEST: usize = 200;

pub fn section(told: &Told<'_>) -> Section {
    let title = Text { en: "Now", nl: "Nu doen" };
    let mut points = vec![authority::report(told)];
    points.extend(controllers(told));
    points.extend(processors(told));
    if !told.breach.stakes.is_empty() && told.duty() != Duty::None {
        points.push(people(told));
        points.push(record(told));
    }
    points.extend(logging(told));
    Section { title, points }
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
    let by_links = (responsible.named_by == NamedBy::Links).then(|| match &*responsible.controllers {
        [_] => say!(
            lang,
            en: "named by links; of the application itself nothing says whose data it is, so make sure",
            nl: "genoemd bij koppelingen; bij de applicatie zelf staat niet van wie de gegevens zijn, dus ga het na",
        ),
        _ => say!(
            lang,
            en: "named by links; of the application itself nothing says whose data it is, so find out which of these it is",
            nl: "genoemd bij koppelingen; bij de applicatie zelf staat niet van wie de gegevens zijn, dus zoek uit wie van hen het is",
        ),
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
        text.as_ref().filter(|it| !is_blank(it)).map(|it| shown_up_to(it, LONGEST).into_owned())
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

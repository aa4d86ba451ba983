//! What can't be known from a landscape, and what this one leaves out.

use super::{Point, Section, Told, words};
use crate::{
    follow::breach::{Stake, Weight},
    model::{Id, Link, Processing},
    say,
    sentence::{LINKS, counted},
    text::{Text, shown},
};

/// How many links or activities are named.
const FEW: usize = 6;

pub fn section(told: &Told<'_>) -> Section {
    let title = Text { en: "What the landscape doesn't say", nl: "Wat het landschap niet zegt" };
    let mut points = vec![never(told)];
    points.extend(logging(told));
    points.extend(content(told));
    points.extend(subjects(told));
    Section { title, points }
}

/// What no landscape says.
fn never(told: &Told<'_>) -> Point {
    let lang = told.lang();
    Point::know(
        say!(lang, en: "Of the breach itself", nl: "Over het lek zelf"),
        say!(
            lang,
            en: "whether data was really seen, copied, changed or lost; of how many people; whether it was stored encrypted, and there is a backup",
            nl: "of gegevens echt zijn ingezien, gekopieerd, gewijzigd of verloren; van hoeveel mensen; of zij versleuteld waren opgeslagen, en of er een reservekopie is",
        ),
    )
}

fn logging(told: &Told<'_>) -> Option<Point> {
    let lang = told.lang();
    let label = say!(lang, en: "Who consulted what", nl: "Wie wat inzag");
    let text = match told.application().access_logging.as_ref().map(|it| it.value) {
        Some(true) => return None,
        Some(false) => {
            say!(lang, en: "the application doesn't record it", nl: "de applicatie legt dat niet vast")
        }
        None => {
            say!(lang, en: "whether the application records it, isn't declared", nl: "of de applicatie dat vastlegt, is niet opgegeven")
        }
    };
    Some(Point::know(label, text))
}

/// Links that don't list what they carry.
fn content(told: &Told<'_>) -> Vec<Point> {
    let lang = told.lang();
    let stakes = told.breach.stakes.iter();
    let vague = stakes.filter(|stake| matches!(stake.weight, Weight::Unlisted | Weight::Unknown));
    let point = |stake: &Stake| {
        let hops = stake.received.iter().chain(&stake.sent);
        let links = links(told, hops.map(|hop| hop.link));
        let label = match stake.weight {
            Weight::Unlisted => say!(lang, en: "Which personal data", nl: "Welke persoonsgegevens"),
            _ => say!(lang, en: "What data", nl: "Welke gegevens"),
        };
        Point::know(label, say!(lang, en: "not declared for {links}", nl: "niet opgegeven bij {links}"))
    };
    vague.map(point).collect()
}

fn subjects(told: &Told<'_>) -> Vec<Point> {
    let (lang, subjects) = (told.lang(), &told.breach.subjects);
    let label = || say!(lang, en: "About whom", nl: "Over wie");
    let mut points = Vec::new();
    if !subjects.silent.is_empty() {
        let name =
            |id: &Id<Processing>| shown(&told.analysis.landscape.processing.get(*id).name).into_owned();
        let names = words::few(subjects.silent.iter().map(name), FEW, lang);
        points.push(Point::know(
            label(),
            say!(lang, en: "no group of people is declared for {names}", nl: "geen groep betrokkenen opgegeven bij {names}"),
        ));
    }
    if !subjects.unserved.is_empty() {
        let links = links(told, subjects.unserved.iter().copied());
        points.push(Point::know(
            label(),
            say!(
                lang,
                en: "not to be known of {links} without a processing activity",
                nl: "niet na te gaan bij {links} zonder verwerkingsactiviteit",
            ),
        ));
    }
    points
}

/// Links by their ids, each once, and how many there are.
fn links(told: &Told<'_>, ids: impl Iterator<Item = Id<Link>>) -> String {
    let mut ids: Vec<_> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    let count = counted(ids.len(), LINKS, told.lang());
    let names = words::few(ids.into_iter().map(|id| told.link(id)), FEW, told.lang());
    format!("{count} ({names})")
}

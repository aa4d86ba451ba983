//! What was in the application, how it came there, and whom it is about.

use super::{Point, Section, Told, words};
use crate::{
    follow::breach::{Stake, Weight},
    graph::Category,
    model::Endpoint,
    say,
    text::{Text, number, shown},
};

/// How many places are named for each category.
const FEW: usize = 4;

/// How many categories are told; the weightiest come first.
const MOST: usize = 20;

pub fn section(told: &Told<'_>) -> Section {
    let stakes = &told.breach.stakes;
    let mut points: Vec<_> = stakes.iter().take(MOST).map(|stake| point(told, stake)).collect();
    points.extend(more(told));
    points.extend(subjects(told));
    Section { title: Text { en: "What is at stake", nl: "Wat er op het spel staat" }, points }
}

/// What people call a category.
pub fn name(told: &Told<'_>, stake: &Stake) -> String {
    let lang = told.lang();
    match stake.category {
        Category::Listed(id) => shown(&told.analysis.landscape.data.get(id).name).into_owned(),
        Category::Unlisted => {
            say!(lang, en: "Personal data that isn't listed", nl: "Persoonsgegevens die niet zijn benoemd")
        }
        Category::Unknown => {
            say!(lang, en: "Data of which nothing is said", nl: "Gegevens waarvan niets is gezegd")
        }
    }
}

const fn weight(weight: Weight) -> Text {
    match weight {
        Weight::SpecialCategory => Text { en: "special category", nl: "bijzondere categorie" },
        Weight::Criminal => Text { en: "criminal data", nl: "strafrechtelijk" },
        Weight::NationalId => {
            Text { en: "national identification number", nl: "nationaal identificatienummer" }
        }
        Weight::Personal => Text { en: "personal data", nl: "persoonsgegevens" },
        Weight::Unlisted => Text { en: "may be of any class", nl: "kan van elke soort zijn" },
        Weight::Unknown => Text { en: "may be personal data", nl: "kunnen persoonsgegevens zijn" },
    }
}

fn point(told: &Told<'_>, stake: &Stake) -> Point {
    let (lang, class) = (told.lang(), weight(stake.weight).to(told.lang()));
    let names =
        |ends: &mut dyn Iterator<Item = Endpoint>| words::few(ends.map(|end| told.end(end)), FEW, lang);
    let from = names(&mut stake.received.iter().map(|hop| hop.from));
    let to = names(&mut stake.sent.iter().map(|hop| hop.to));
    let how = match (stake.source, from.is_empty()) {
        (true, true) => say!(lang, en: "originates here", nl: "ontstaat hier"),
        (true, false) => {
            say!(lang, en: "originates here, and comes from {from}", nl: "ontstaat hier, en komt van {from}")
        }
        (false, false) => say!(lang, en: "comes from {from}", nl: "komt van {from}"),
        (false, true) => say!(
            lang,
            en: "goes from here to {to}; how it came here, nothing says",
            nl: "gaat van hier naar {to}; hoe het hier kwam, staat nergens",
        ),
    };
    Point::know(name(told, stake), format!("{class}; {how}"))
}

/// How many categories aren't told.
fn more(told: &Told<'_>) -> Option<Point> {
    let (lang, rest) = (told.lang(), told.breach.stakes.get(MOST..)?);
    let count = number(rest.len(), lang);
    let names = words::few(rest.iter().map(|stake| name(told, stake)), FEW, lang);
    let label = say!(lang, en: "And {count} more", nl: "En nog {count}");
    (!rest.is_empty()).then(|| Point::know(label, names))
}

/// Whom it is about, as far as activities say.
fn subjects(told: &Told<'_>) -> Option<Point> {
    let (lang, subjects) = (told.lang(), &told.breach.subjects);
    if told.breach.stakes.is_empty() {
        return None;
    }
    let label = say!(lang, en: "About whom", nl: "Over wie");
    let groups = words::few(subjects.groups.iter().map(|(group, _)| shown(group).into_owned()), 12, lang);
    let partly = !subjects.silent.is_empty() || !subjects.unserved.is_empty();
    Some(Point::know(
        label,
        match (groups.is_empty(), partly) {
            (true, _) => {
                say!(lang, en: "no group of people is declared", nl: "er is geen groep betrokkenen opgegeven")
            }
            (false, false) => groups,
            (false, true) => say!(
                lang,
                en: "{groups}; perhaps others, see the last part",
                nl: "{groups}; misschien ook anderen, zie het laatste deel",
            ),
        },
    ))
}

//! The register of a controller (GDPR art. 30(1)): a row for each processing activity, and one for each link with
//! personal data that serves none.

use super::{
    Column, Register, Row, Section,
    cell::{Cell, Line, name, written},
    data::Categories,
    lawfulness, measures, notes,
    parties::{contact, dpo, names, representative},
    recipients,
    scope::{Own, Scope, by_activity},
    transfers,
};
use crate::{
    model::{DataClass, Id, Item, Landscape, Party, Processing},
    norms::laws::AVG,
    rules::{Facts, LinkFacts, activity::about_people, agreements::Agreements},
    say,
    text::{self, Lang, Text, number},
};

/// What a row is made from.
struct Subject<'a> {
    activity: Option<&'a Item<Processing>>,
    scope: Scope<'a>,
    categories: Categories,
}

impl Subject<'_> {
    /// A cell of the activity; where there is none, it is missing.
    fn of(&self, cell: impl Fn(&Processing, Lang) -> Cell) -> Cell {
        let lang = self.scope.facts.lang;
        self.activity.map_or_else(|| Cell::missing(lang, ""), |activity| cell(activity, lang))
    }

    fn controllers(&self) -> &[Id<Party>] {
        &self.scope.controllers
    }
}

/// A column, and how its cells are made.
type Maker = (Column, fn(&Subject<'_>) -> Cell);

/// Every column.
static COLUMNS: &[Maker] = &[
    (
        Column::asked(Text { en: "Controllers", nl: "Verwerkingsverantwoordelijken" }, AVG.at("30(1)(a)")),
        controllers,
    ),
    (Column::asked(Text { en: "Contact", nl: "Contactgegevens" }, AVG.at("30(1)(a)")), |it| {
        contact(it.scope.facts, it.controllers())
    }),
    (Column::asked(Text { en: "Representative", nl: "Vertegenwoordiger" }, AVG.at("30(1)(a)")), |it| {
        representative(it.scope.facts, it.controllers())
    }),
    (
        Column::asked(
            Text { en: "Data protection officer", nl: "Functionaris gegevensbescherming" },
            AVG.at("30(1)(a)"),
        ),
        |it| dpo(it.scope.facts, it.controllers()),
    ),
    (Column::asked(Text { en: "Purposes", nl: "Doeleinden" }, AVG.at("30(1)(b)")), |it| {
        it.of(|activity, lang| Cell::text(lang, activity.purpose.as_ref().map(|it| &*it.value)))
    }),
    (
        Column::asked(
            Text { en: "Categories of data subjects", nl: "Categorieën van betrokkenen" },
            AVG.at("30(1)(c)"),
        ),
        |it| {
            it.of(|activity, lang| {
                let subjects = activity.subjects.iter().filter_map(|subject| written(subject));
                Cell::new(lang, subjects.map(Line::said))
            })
        },
    ),
    (
        Column::asked(
            Text { en: "Categories of personal data", nl: "Categorieën van persoonsgegevens" },
            AVG.at("30(1)(c)"),
        ),
        |it| it.categories.cell(&it.scope),
    ),
    (
        Column::asked(
            Text { en: "Categories of recipients", nl: "Categorieën van ontvangers" },
            AVG.at("30(1)(d)"),
        ),
        |it| recipients::recipients(&it.scope),
    ),
    (
        Column::asked(
            Text { en: "Transfers outside the EEA", nl: "Doorgiften buiten de EER" },
            AVG.at("30(1)(e)"),
        ),
        |it| transfers::transfers(&it.scope),
    ),
    (Column::asked(Text { en: "Retention", nl: "Bewaartermijnen" }, AVG.at("30(1)(f)")), |it| {
        it.of(|activity, lang| Cell::text(lang, activity.retention.as_ref().map(|it| &*it.value)))
    }),
    (
        Column::asked(Text { en: "Security measures", nl: "Beveiligingsmaatregelen" }, AVG.at("30(1)(g)")),
        |it| measures::measures(&it.scope),
    ),
    (Column::also(Text { en: "Legal basis", nl: "Grondslag" }), |it| it.of(lawfulness::basis)),
    (Column::also(Text { en: "Law", nl: "Wet" }), |it| it.of(lawfulness::law)),
    (
        Column::also(Text { en: "Exception for special categories", nl: "Uitzondering bijzondere gegevens" }),
        |it| {
            let needed = it.categories.have(DataClass::SpecialCategory);
            it.of(|activity, lang| lawfulness::exception(activity, needed, lang))
        },
    ),
    (
        Column::also(Text {
            en: "Law for the national identification number",
            nl: "Wet voor het nationaal identificatienummer",
        }),
        |it| {
            let needed = it.categories.have(DataClass::NationalId);
            it.of(|activity, lang| lawfulness::special_law(activity.national_id_law.as_ref(), needed, lang))
        },
    ),
    (Column::also(Text { en: "Law for criminal data", nl: "Wet voor strafrechtelijke gegevens" }), |it| {
        let needed = it.categories.have(DataClass::Criminal);
        it.of(|activity, lang| lawfulness::special_law(activity.criminal_data_law.as_ref(), needed, lang))
    }),
    (Column::also(Text { en: "Closed list of recipients", nl: "Gesloten lijst van ontvangers" }), |it| {
        it.of(|activity, _| lawfulness::closed_list(it.scope.facts, activity))
    }),
    (Column::also(Text { en: "Impact assessment", nl: "DPIA" }), |it| {
        it.of(|activity, _| lawfulness::dpia(it.scope.facts, activity))
    }),
    (Column::also(Text { en: "Applications", nl: "Applicaties" }), |it| {
        let applications = it.scope.applications();
        let names = applications.into_iter().map(|id| Line::said(it.scope.application(id)));
        Cell::new(it.scope.facts.lang, names)
    }),
    (Column::also(Text { en: "Links", nl: "Koppelingen" }), |it| {
        let ids = it.scope.links.iter().filter_map(|link| written(&link.link.id));
        let ids: Vec<_> = ids.collect();
        Cell::text(it.scope.facts.lang, Some(&ids.join(", ")))
    }),
];

/// Makes the register of a landscape as of a day; nothing where it has no processing activity and no link with
/// personal data.
#[must_use]
pub fn register(landscape: &Landscape, date: jiff::civil::Date, lang: Lang) -> Option<Register> {
    let facts = Facts::new(landscape, &[], date, lang);
    let agreements = Agreements::new(&facts);
    let sections = [of_activities(&facts, &agreements), of_links(&facts, &agreements)];
    let sections: Vec<_> = sections.into_iter().filter(|section| !section.rows.is_empty()).collect();
    if sections.is_empty() {
        return None;
    }
    let mut notes = notes(date, lang);
    notes.extend(left_out(&facts));
    let name = written(landscape.name());
    let title =
        say!(lang, en: "Register of processing activities", nl: "Register van verwerkingsactiviteiten");
    let on = text::date(date, lang);
    let title = [Some(title), name, Some(say!(lang, en: "as of {on}", nl: "peildatum {on}"))];
    Some(Register {
        title: title.into_iter().flatten().collect::<Vec<_>>().join(", "),
        date,
        lang,
        notes,
        subject: Column::also(Text { en: "Processing activity", nl: "Verwerkingsactiviteit" }),
        columns: COLUMNS.iter().map(|(column, _)| *column).collect(),
        sections,
    })
}

/// A row for each activity that is or may be about people.
fn of_activities(facts: &Facts<'_>, agreements: &Agreements<'_>) -> Section {
    let mut links = by_activity(facts);
    let row = |activity: &Item<Processing>| {
        let id = facts.landscape.processing.find(&activity.id)?;
        let links = std::mem::take(&mut links[id.index()]);
        let mut controllers: Vec<_> = activity.controller.values().collect();
        if controllers.is_empty() {
            controllers = links.iter().flat_map(|link| link.controllers()).copied().collect();
        }
        controllers.sort_unstable();
        controllers.dedup();
        let scope = Scope { facts, agreements, links, controllers, own: Own::Controllers(Some(id)) };
        let name = name(&activity.name, &activity.id);
        Some(of_subject(&activity.id, name, Some(activity), scope))
    };
    let title = Text { en: "Processing activities", nl: "Verwerkingsactiviteiten" };
    Section { title: title.to(facts.lang), rows: about_people(facts).filter_map(row).collect() }
}

/// A row for each link that serves no activity, and has personal data or may have.
fn of_links(facts: &Facts<'_>, agreements: &Agreements<'_>) -> Section {
    let serves_none = |link: &&LinkFacts<'_>| link.link.processing.is_empty();
    let may_be_personal = |link: &&LinkFacts<'_>| link.personal || link.unknown_content();
    let rows = facts.links.iter().filter(serves_none).filter(may_be_personal).map(|link| {
        let controllers = link.controllers().to_vec();
        let scope = Scope { facts, agreements, links: vec![link], controllers, own: Own::Controllers(None) };
        let [from, to] = link
            .link
            .ends()
            .map(|end| name(facts.landscape.endpoint_name(end), facts.landscape.endpoint_id(end)));
        of_subject(&link.link.id, format!("{from} → {to}"), None, scope)
    });
    let title =
        Text { en: "Links without a processing activity", nl: "Koppelingen zonder verwerkingsactiviteit" };
    Section { title: title.to(facts.lang), rows: rows.collect() }
}

fn of_subject(id: &str, name: String, activity: Option<&Item<Processing>>, scope: Scope<'_>) -> Row {
    let categories = Categories::new(&scope);
    let subject = Subject { activity, scope, categories };
    let id = written(id).unwrap_or_default();
    Row { id, name, cells: COLUMNS.iter().map(|(_, make)| make(&subject)).collect() }
}

/// Who is responsible: by the activity's own word, or else by that of its links.
fn controllers(subject: &Subject<'_>) -> Cell {
    let facts = subject.scope.facts;
    let lang = facts.lang;
    let parties = subject.controllers();
    let own = subject.activity.is_none_or(|activity| !activity.controller.is_empty());
    let mut lines = names(facts, parties);
    if !own && !parties.is_empty() {
        let by = lines.iter().map(|line| &*line.text).collect::<Vec<_>>().join(", ");
        return Cell::missing(
            lang,
            &say!(lang, en: "links of this activity name {by}", nl: "koppelingen van deze activiteit noemen {by}"),
        );
    }
    if parties.len() > 1 {
        lines.push(Line::said(say!(lang, en: "jointly responsible", nl: "gezamenlijk verantwoordelijk")));
    }
    Cell::new(lang, lines)
}

/// Tells how many activities are about no people, and so not in the register.
fn left_out(facts: &Facts<'_>) -> Option<String> {
    let count = facts.landscape.processing.len() - about_people(facts).count();
    let (lang, n) = (facts.lang, number(count, facts.lang));
    match count {
        0 => None,
        1 => Some(say!(
            lang,
            en: "1 activity without personal data is left out.",
            nl: "1 activiteit zonder persoonsgegevens staat er niet in.",
        )),
        _ => Some(say!(
            lang,
            en: "{n} activities without personal data are left out.",
            nl: "{n} activiteiten zonder persoonsgegevens staan er niet in.",
        )),
    }
}

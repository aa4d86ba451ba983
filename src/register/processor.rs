//! The register of a processor (GDPR art. 30(2)): a row for each controller on whose behalf it works.

use std::collections::BTreeMap;

use super::{
    Column, Register, Row, Section,
    cell::{Cell, Line, name},
    data::Categories,
    measures, notes,
    parties::{contact, dpo, names, representative},
    scope::{Own, Scope, party_name},
    transfers,
};
use crate::{
    model::{Agreement, AgreementKind, Application, Id, Item, Landscape, Party, Processing},
    norms::laws::AVG,
    rules::{
        Facts, LinkFacts,
        agreements::{Agreements, has_expired, is_signed},
        holders::{Holder, holders},
    },
    say,
    text::{self, Lang, Text},
};

/// What shows that a party works for one controller; or, where the landscape doesn't say for whom, for somebody.
#[derive(Default)]
struct Work<'a> {
    applications: Vec<Id<Application>>,
    links: Vec<&'a LinkFacts<'a>>,
    agreements: Vec<&'a Item<Agreement>>,
}

/// What a row is made from.
struct Subject<'a> {
    processor: Id<Party>,
    work: Work<'a>,
    scope: Scope<'a>,
}

impl Subject<'_> {
    /// The processor and its controllers.
    fn both(&self) -> Vec<Id<Party>> {
        std::iter::once(self.processor).chain(self.scope.controllers.iter().copied()).collect()
    }

    const fn lang(&self) -> Lang {
        self.scope.facts.lang
    }
}

/// A column, and how its cells are made.
type Maker = (Column, fn(&Subject<'_>) -> Cell);

/// Every column.
static COLUMNS: &[Maker] = &[
    (Column::asked(Text { en: "Processor", nl: "Verwerker" }, AVG.at("30(2)(a)")), |it| {
        Cell::new(it.lang(), names(it.scope.facts, &[it.processor]))
    }),
    (
        Column::asked(
            Text { en: "Contact of the processor", nl: "Contactgegevens verwerker" },
            AVG.at("30(2)(a)"),
        ),
        |it| contact(it.scope.facts, &[it.processor]),
    ),
    (
        Column::asked(
            Text { en: "Contact of the controller", nl: "Contactgegevens verantwoordelijke" },
            AVG.at("30(2)(a)"),
        ),
        |it| contact(it.scope.facts, &it.scope.controllers),
    ),
    (Column::asked(Text { en: "Representatives", nl: "Vertegenwoordigers" }, AVG.at("30(2)(a)")), |it| {
        representative(it.scope.facts, &it.both())
    }),
    (
        Column::asked(
            Text { en: "Data protection officers", nl: "Functionarissen gegevensbescherming" },
            AVG.at("30(2)(a)"),
        ),
        |it| dpo(it.scope.facts, &it.both()),
    ),
    (
        Column::asked(
            Text { en: "Categories of processing", nl: "Categorieën van verwerkingen" },
            AVG.at("30(2)(b)"),
        ),
        processing,
    ),
    (
        Column::asked(
            Text { en: "Transfers outside the EEA", nl: "Doorgiften buiten de EER" },
            AVG.at("30(2)(c)"),
        ),
        |it| transfers::transfers(&it.scope),
    ),
    (
        Column::asked(Text { en: "Security measures", nl: "Beveiligingsmaatregelen" }, AVG.at("30(2)(d)")),
        |it| measures::measures(&it.scope),
    ),
    (
        Column::also(Text { en: "Categories of personal data", nl: "Categorieën van persoonsgegevens" }),
        |it| Categories::new(&it.scope).cell(&it.scope),
    ),
    (Column::also(Text { en: "Applications", nl: "Applicaties" }), |it| {
        let names = it.work.applications.iter().map(|id| Line::said(it.scope.application(*id)));
        Cell::new(it.lang(), names)
    }),
    (Column::also(Text { en: "Processor agreement", nl: "Verwerkersovereenkomst" }), |it| {
        Cell::new(
            it.lang(),
            it.work.agreements.iter().map(|agreement| Line::said(term(agreement, it.lang()))),
        )
    }),
];

/// Makes the register of what a party does for others as of a day; nothing where nothing shows that it does.
#[must_use]
pub fn of_processor(
    landscape: &Landscape,
    processor: Id<Party>,
    date: jiff::civil::Date,
    lang: Lang,
) -> Option<Register> {
    let facts = Facts::new(landscape, &[], date, lang);
    let agreements = Agreements::new(&facts);
    let holders: Vec<_> = holders(&facts).collect();
    let work = work(&facts, &holders, processor);
    let row = |(controller, work)| of_controller(&facts, &agreements, processor, controller, work);
    let rows: Vec<_> = work.into_iter().map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let (who, on) = (party_name(&facts, processor), text::date(date, lang));
    Some(Register {
        title: say!(
            lang,
            en: "Register of processing by {who} on behalf of others, as of {on}",
            nl: "Register van verwerkingen door {who} voor anderen, peildatum {on}",
        ),
        date,
        lang,
        notes: notes(date, lang),
        subject: Column::asked(
            Text { en: "Controller", nl: "Verwerkingsverantwoordelijke" },
            AVG.at("30(2)(a)"),
        ),
        columns: COLUMNS.iter().map(|(column, _)| *column).collect(),
        sections: vec![Section {
            title: Text { en: "Controllers", nl: "Verwerkingsverantwoordelijken" }.to(lang),
            rows,
        }],
    })
}

fn of_controller<'a>(
    facts: &'a Facts<'a>,
    agreements: &'a Agreements<'a>,
    processor: Id<Party>,
    controller: Option<Id<Party>>,
    mut work: Work<'a>,
) -> Row {
    let mut links = std::mem::take(&mut work.links);
    links.sort_unstable_by_key(|link| link.id);
    links.dedup_by_key(|link| link.id);
    work.applications.sort_unstable();
    work.applications.dedup();
    let (id, name) = match controller {
        Some(id) => (facts.landscape.parties.get(id).id.to_string(), party_name(facts, id)),
        None => (String::new(), Line::gap(facts.lang, "").text),
    };
    let controllers = controller.into_iter().collect();
    let scope = Scope { facts, agreements, links, controllers, own: Own::RunBy(processor) };
    let subject = Subject { processor, work, scope };
    Row { id, name, cells: COLUMNS.iter().map(|(_, make)| make(&subject)).collect() }
}

/// What a party does, by controller: the applications with personal data that it runs for others, and the processor
/// agreements that name it. Last what it runs for nobody knows whom.
fn work<'a>(
    facts: &'a Facts<'a>,
    holders: &[Holder<'a>],
    processor: Id<Party>,
) -> Vec<(Option<Id<Party>>, Work<'a>)> {
    let mut known = BTreeMap::<Id<Party>, Work<'a>>::new();
    let mut unknown = Work::default();
    let run =
        |holder: &&Holder<'a>| holder.application.operator.as_ref().is_some_and(|it| it.value == processor);
    for holder in holders.iter().filter(run) {
        let Some(id) = facts.landscape.applications.find(&holder.application.id) else { continue };
        let own: Vec<_> = holder.application.controller.values().collect();
        let mut add = |owners: &[Id<Party>], link: Option<&'a LinkFacts<'a>>| {
            // For what it is responsible for itself, it is no processor.
            if owners.contains(&processor) {
                return;
            }
            let to = |work: &mut Work<'a>| {
                work.applications.push(id);
                work.links.extend(link);
            };
            for owner in owners {
                to(known.entry(*owner).or_default());
            }
            if owners.is_empty() {
                to(&mut unknown);
            }
        };
        if holder.links().next().is_none() {
            add(&own, None);
        }
        for link in holder.links() {
            if own.is_empty() {
                add(link.controllers(), Some(link));
            } else {
                add(&own, Some(link));
            }
        }
    }
    let runs = !known.is_empty() || !unknown.applications.is_empty();
    for (controller, agreement) in agreed(facts, processor, runs) {
        known.entry(controller).or_default().agreements.push(agreement);
    }
    let known = known.into_iter().map(|(controller, work)| (Some(controller), work));
    let unknown = (!unknown.applications.is_empty()).then_some((None, unknown));
    known.chain(unknown).collect()
}

/// The processor agreements in force that name a party, with each other party in them for whom it would then work.
/// An agreement doesn't say who is who: the other one is responsible for something, and this one either runs an
/// application for others or is responsible for nothing.
fn agreed<'a>(
    facts: &'a Facts<'a>,
    processor: Id<Party>,
    runs: bool,
) -> Vec<(Id<Party>, &'a Item<Agreement>)> {
    let landscape = facts.landscape;
    let mut responsible = vec![false; landscape.parties.len()];
    let of_applications = landscape.applications.items().iter().flat_map(|it| it.controller.values());
    let of_links = facts.links.iter().flat_map(|it| it.link.controller.values());
    let of_activities = landscape.processing.items().iter().flat_map(|it| it.controller.values());
    for party in of_applications.chain(of_links).chain(of_activities) {
        responsible[party.index()] = true;
    }
    if responsible[processor.index()] && !runs {
        return Vec::new();
    }
    let ours = landscape.agreements.items().iter().filter(|agreement| {
        agreement.kind.value == AgreementKind::Processor
            && agreement.parties.values().any(|party| party == processor)
            && is_signed(agreement, facts)
            && !has_expired(agreement, facts)
    });
    let others = ours.flat_map(|agreement| {
        let others = agreement.parties.values().filter(|party| *party != processor);
        others.map(move |other| (other, agreement))
    });
    others.filter(|(other, _)| responsible[other.index()]).collect()
}

/// The activities that the processor's applications serve and its agreements cover, a line each; and the links that
/// don't say what they are for.
fn processing(subject: &Subject<'_>) -> Cell {
    let (facts, lang) = (subject.scope.facts, subject.lang());
    let mut all = BTreeMap::<Id<Processing>, bool>::new();
    for link in &subject.scope.links {
        for id in link.link.processing.values() {
            all.insert(id, true);
        }
    }
    for id in subject.work.agreements.iter().flat_map(|agreement| agreement.covers.values()) {
        all.entry(id).or_insert(false);
    }
    let line = |(id, shown): (Id<Processing>, bool)| {
        let activity = facts.landscape.processing.get(id);
        let name = name(&activity.name, &activity.id);
        let only = say!(lang, en: " (by agreement only)", nl: " (alleen volgens overeenkomst)");
        Line::said(if shown { name } else { name + &only })
    };
    let unserved = subject.scope.links.iter().filter(|link| link.link.processing.is_empty());
    let unserved = unserved.map(|link| Line::gap(lang, &facts.the_link(link.link)));
    Cell::new(lang, all.into_iter().map(line).chain(unserved))
}

/// An agreement by name, with its days.
fn term(agreement: &Item<Agreement>, lang: Lang) -> String {
    let name = name(agreement.name.as_ref().map_or("", |name| &name.value), &agreement.id);
    let signed = agreement.signed.as_ref().map(|day| {
        let day = text::date(day.value.0, lang);
        say!(lang, en: "signed {day}", nl: "getekend {day}")
    });
    let expires = agreement.expires.as_ref().map(|day| {
        let day = text::date(day.value.0, lang);
        say!(lang, en: "until {day}", nl: "tot en met {day}")
    });
    let days: Vec<_> = signed.into_iter().chain(expires).collect();
    if days.is_empty() { name } else { format!("{name} ({})", days.join("; ")) }
}

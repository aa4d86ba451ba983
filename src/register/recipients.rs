//! Who gets the data of a row (GDPR art. 30(1)(d)): the ends of its links, and who runs or answers for them.

use std::collections::BTreeMap;

use super::{
    cell::{Cell, Line},
    parties,
    scope::Scope,
};
use crate::{
    model::{Application, Endpoint, Id, Party},
    norms::{names, places::in_eea},
    rules::LinkFacts,
    say,
};

/// What makes a party a recipient, besides that a link ends at it.
#[derive(Default)]
struct Role {
    runs: Vec<Id<Application>>,
    answers_for: Vec<Id<Application>>,
}

/// Everyone who gets the data but the controllers themselves and the people whom it is about, a line each, by
/// the order in which parties are declared.
pub fn recipients(scope: &Scope<'_>) -> Cell {
    let lang = scope.facts.lang;
    if scope.links.is_empty() {
        return Cell::missing(lang, &no_links(scope));
    }
    let mut found = Found::default();
    for link in &scope.links {
        found.read(scope, link);
    }
    let (without, roles) = (sorted(found.without_operator), found.roles);
    let mut lines: Vec<_> = roles.iter().map(|(id, role)| Line::said(line(scope, *id, role))).collect();
    if !without.is_empty() {
        let names = scope.application_names(&without);
        lines.push(Line::gap(lang, &say!(lang, en: "who runs {names}", nl: "wie beheert: {names}")));
    }
    if lines.is_empty() { Cell::none(lang) } else { Cell::new(lang, lines) }
}

/// Why nothing can be said of receivers and measures.
pub fn no_links(scope: &Scope<'_>) -> String {
    say!(
        scope.facts.lang,
        en: "there is no link with personal data for this",
        nl: "er is geen koppeling met persoonsgegevens hiervoor",
    )
}

#[derive(Default)]
struct Found {
    roles: BTreeMap<Id<Party>, Role>,
    without_operator: Vec<Id<Application>>,
}

impl Found {
    /// Who gets data by one link.
    fn read(&mut self, scope: &Scope<'_>, link: &LinkFacts<'_>) {
        for id in link.link.ends().into_iter().filter_map(Endpoint::application) {
            if scope.is_own(link, id) {
                self.operator(scope, link, id);
            }
        }
        for end in scope.receivers(link) {
            match end {
                Endpoint::Party(id) if scope.controllers.contains(&id) => {}
                Endpoint::Party(id) => {
                    self.roles.entry(id).or_default();
                }
                Endpoint::Application(id) if !scope.is_own(link, id) => {
                    let application = scope.facts.landscape.applications.get(id);
                    // Who answers for a link doesn't answer for the whole application.
                    let whole = !application.controller.is_empty();
                    for owner in Scope::owners(link, application) {
                        let role = self.roles.entry(owner).or_default();
                        role.answers_for.extend(whole.then_some(id));
                    }
                }
                Endpoint::Application(_) => {}
            }
        }
    }

    /// Who runs one of the row's own applications has the data too, unless that is who answers for it.
    fn operator(&mut self, scope: &Scope<'_>, link: &LinkFacts<'_>, id: Id<Application>) {
        let application = scope.facts.landscape.applications.get(id);
        let Some(operator) = &application.operator else {
            return self.without_operator.push(id);
        };
        let operator = operator.value;
        if !scope.controllers.contains(&operator) && !Scope::owners(link, application).contains(&operator) {
            self.roles.entry(operator).or_default().runs.push(id);
        }
    }
}

/// A recipient: its name, what sort it is, where it is if outside the EEA, and what it has to do with the data.
fn line(scope: &Scope<'_>, id: Id<Party>, role: &Role) -> String {
    let lang = scope.facts.lang;
    let party = scope.facts.landscape.parties.get(id);
    let mut notes: Vec<String> =
        parties::kind(party).map(|kind| kind.to(lang).to_owned()).into_iter().collect();
    let country = party.country.as_ref().map(|country| country.value.code().to_owned());
    notes.extend(country.filter(|code| !in_eea(code, scope.facts.date)).map(|code| {
        let country = names::name(&code).map_or("", |name| name.to(lang));
        let country = format!("{country} {code}");
        let country = country.trim();
        say!(lang, en: "outside the EEA: {country}", nl: "buiten de EER: {country}")
    }));
    if !role.runs.is_empty() {
        let names = scope.application_names(&sorted(role.runs.clone()));
        notes.push(say!(lang, en: "runs {names}", nl: "beheert {names}"));
        let agreements = scope.processor_agreements(id, &scope.controllers).join(", ");
        if !agreements.is_empty() {
            notes.push(say!(lang, en: "processor by {agreements}", nl: "verwerker volgens {agreements}"));
        }
    }
    if !role.answers_for.is_empty() {
        let names = scope.application_names(&sorted(role.answers_for.clone()));
        notes.push(say!(lang, en: "responsible for {names}", nl: "verantwoordelijk voor {names}"));
    }
    let name = scope.party(id);
    if notes.is_empty() { name } else { format!("{name} ({})", notes.join("; ")) }
}

fn sorted(mut ids: Vec<Id<Application>>) -> Vec<Id<Application>> {
    ids.sort_unstable();
    ids.dedup();
    ids
}

//! Who answers for a breached application, and who must tell those.

use crate::{
    model::{Agreement, AgreementKind, Application, Id, Item, Party},
    rules::{
        Facts, LinkFacts,
        agreements::{Agreements, has_expired, is_signed},
    },
};

/// Who answers for the data in an application, and who works for those.
#[derive(Clone, Debug)]
pub struct Responsible {
    /// The controllers (GDPR art. 4(7)), in reading order.
    pub controllers: Vec<Id<Party>>,
    /// What names them.
    pub named_by: NamedBy,
    /// Who runs the application; none: that isn't known.
    pub operator: Option<Id<Party>>,
    /// Who must tell the controllers of a breach (GDPR art. 33(2)): whoever runs it and isn't one of them, then the
    /// other parties to processor agreements that its links fall under.
    pub processors: Vec<Processor>,
}

/// What names the controllers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedBy {
    /// The application itself.
    Application,
    /// It doesn't; its links with personal data do, or the activities that these serve. One of those may only be who
    /// sends something there.
    Links,
    /// Nothing does.
    Nothing,
}

/// A party that processes the data for the controllers, or may.
#[derive(Clone, Debug)]
pub struct Processor {
    /// The party.
    pub party: Id<Party>,
    /// It runs the application.
    pub runs: bool,
    /// The processor agreements with a controller that are in force, in reading order.
    pub agreements: Vec<Id<Agreement>>,
}

/// Looks up who answers for an application: its own controllers, else those of its links, as rules do.
pub fn responsible(facts: &Facts<'_>, id: Id<Application>, links: &[&LinkFacts<'_>]) -> Responsible {
    let application = facts.landscape.applications.get(id);
    let mut controllers: Vec<_> = application.controller.values().collect();
    let own = !controllers.is_empty();
    if !own {
        controllers = links.iter().flat_map(|link| link.controllers()).copied().collect();
    }
    controllers.sort_unstable();
    controllers.dedup();
    let named_by = match (own, controllers.is_empty()) {
        (true, _) => NamedBy::Application,
        (false, false) => NamedBy::Links,
        (false, true) => NamedBy::Nothing,
    };
    let operator = application.operator.as_ref().map(|operator| operator.value);
    let processors = processors(facts, &controllers, operator, links);
    Responsible { controllers, named_by, operator, processors }
}

fn processors(
    facts: &Facts<'_>,
    controllers: &[Id<Party>],
    operator: Option<Id<Party>>,
    links: &[&LinkFacts<'_>],
) -> Vec<Processor> {
    let runs = operator.filter(|operator| !controllers.contains(operator));
    let agreements = Agreements::new(facts);
    let mut processors: Vec<_> = runs
        .into_iter()
        .map(|party| {
            let between = controllers.iter().flat_map(|controller| agreements.between(*controller, party));
            let in_force = between.filter(|agreement| is_in_force(facts, agreement));
            let mut agreements: Vec<_> =
                in_force.filter_map(|it| facts.landscape.agreements.find(&it.id)).collect();
            agreements.sort_unstable();
            agreements.dedup();
            Processor { party, runs: true, agreements }
        })
        .collect();
    let mut named: Vec<_> = links.iter().flat_map(|link| link.link.agreement.values()).collect();
    named.sort_unstable();
    named.dedup();
    for id in named {
        let agreement = facts.landscape.agreements.get(id);
        let parties = || agreement.parties.values();
        if !is_in_force(facts, agreement) || !parties().any(|party| controllers.contains(&party)) {
            continue;
        }
        for party in parties().filter(|party| !controllers.contains(party)) {
            match processors.iter_mut().find(|known| known.party == party) {
                Some(known) if known.agreements.contains(&id) => {}
                Some(known) => known.agreements.push(id),
                None => processors.push(Processor { party, runs: false, agreements: vec![id] }),
            }
        }
    }
    processors
}

fn is_in_force(facts: &Facts<'_>, agreement: &Item<Agreement>) -> bool {
    agreement.kind.value == AgreementKind::Processor
        && is_signed(agreement, facts)
        && !has_expired(agreement, facts)
}

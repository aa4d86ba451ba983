//! What a row of a register is about: links, the applications that hold its data, and the ends that receive it.

use crate::{
    model::{AgreementKind, Application, Data, Endpoint, Id, Party, Processing},
    register::cell::name,
    rules::{
        Facts, LinkFacts,
        activity::names,
        agreements::{Agreements, has_expired, is_signed},
        categories,
        receivers::{is_people, receivers},
    },
};

/// What a row is about.
pub struct Scope<'a> {
    /// What is known of the landscape.
    pub facts: &'a Facts<'a>,
    /// Its agreements.
    pub agreements: &'a Agreements<'a>,
    /// The links with the row's personal data, or of which nobody can say whether they have any.
    pub links: Vec<&'a LinkFacts<'a>>,
    /// Who is responsible for the data; none where nobody is named.
    pub controllers: Vec<Id<Party>>,
    /// Whose applications are the row's own.
    pub own: Own,
}

/// Which applications hold the data of a row for its controllers.
#[derive(Clone, Copy)]
pub enum Own {
    /// Those of the controllers, for this activity if it is one.
    Controllers(Option<Id<Processing>>),
    /// Those that a processor runs.
    RunBy(Id<Party>),
}

impl<'a> Scope<'a> {
    /// The activity, where the row is one.
    pub const fn activity(&self) -> Option<Id<Processing>> {
        match self.own {
            Own::Controllers(activity) => activity,
            Own::RunBy(_) => None,
        }
    }

    /// Whether a category on one of the links is personal data of this row: that of a link which serves several
    /// activities is of those that name it, or of all where none does.
    pub fn has(&self, link: &LinkFacts<'_>, category: Id<Data>) -> bool {
        self.facts.landscape.data.get(category).class.is_personal()
            && self.activity().is_none_or(|activity| is_of(self.facts, link, activity, category))
    }

    /// Who is responsible for what an application holds: its own controllers, else those of the link.
    pub fn owners(link: &LinkFacts<'_>, application: &Application) -> Vec<Id<Party>> {
        let own: Vec<_> = application.controller.values().collect();
        if own.is_empty() { link.controllers().to_vec() } else { own }
    }

    /// Whether an end of a link is an application that holds the data for the row's controllers. Where nobody
    /// says for whom, it may be.
    pub fn is_own(&self, link: &LinkFacts<'_>, id: Id<Application>) -> bool {
        let application = self.facts.landscape.applications.get(id);
        match self.own {
            Own::RunBy(party) => application.operator.as_ref().is_some_and(|it| it.value == party),
            Own::Controllers(_) => {
                let owners = Self::owners(link, application);
                owners.is_empty()
                    || self.controllers.is_empty()
                    || owners.iter().any(|owner| self.controllers.contains(owner))
            }
        }
    }

    /// The row's own applications, in reading order.
    pub fn applications(&self) -> Vec<Id<Application>> {
        let ends = |link: &&'a LinkFacts<'a>| {
            let link = *link;
            let applications = link.link.ends().into_iter().filter_map(Endpoint::application);
            applications.filter(|id| self.is_own(link, *id)).collect::<Vec<_>>()
        };
        let mut all: Vec<_> = self.links.iter().flat_map(ends).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The ends to which a link brings the row's data, but for the people whom it is about. Where nobody can say
    /// what the link carries, it may be this.
    pub fn receivers(&self, link: &LinkFacts<'_>) -> Vec<Endpoint> {
        let ends: Vec<_> = if link.personal {
            let its = receivers(self.facts, link).filter(|receiver| {
                let mut categories = receiver.categories().peekable();
                categories.peek().is_none() || categories.any(|it| self.has(link, it))
            });
            its.map(|receiver| receiver.end).collect()
        } else {
            vec![link.link.to.value]
        };
        ends.into_iter().filter(|end| !is_people(self.facts, *end)).collect()
    }

    /// The processor agreements in force between a party and one of these, by name.
    pub fn processor_agreements(&self, party: Id<Party>, with: &[Id<Party>]) -> Vec<String> {
        let all = with.iter().flat_map(|other| self.agreements.between(*other, party));
        let in_force = all.filter(|agreement| {
            let about = self.activity().is_none_or(|activity| {
                agreement.covers.is_empty() || agreement.covers.values().any(|it| it == activity)
            });
            about
                && agreement.kind.value == AgreementKind::Processor
                && is_signed(agreement, self.facts)
                && !has_expired(agreement, self.facts)
        });
        let mut names: Vec<_> =
            in_force.map(|it| name(it.name.as_ref().map_or("", |name| &name.value), &it.id)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// What people call a party, in full.
    pub fn party(&self, id: Id<Party>) -> String {
        party_name(self.facts, id)
    }

    /// What people call an application, in full.
    pub fn application(&self, id: Id<Application>) -> String {
        let application = self.facts.landscape.applications.get(id);
        name(&application.name, &application.id)
    }

    /// Applications in a row.
    pub fn application_names(&self, ids: &[Id<Application>]) -> String {
        ids.iter().map(|id| self.application(*id)).collect::<Vec<_>>().join(", ")
    }
}

/// What people call a party, in full.
pub fn party_name(facts: &Facts<'_>, id: Id<Party>) -> String {
    let party = facts.landscape.parties.get(id);
    name(&party.name, &party.id)
}

/// The links that each activity is served by, in reading order: those with its personal data, and those of which
/// nobody can say what they carry.
pub fn by_activity<'a>(facts: &'a Facts<'a>) -> Vec<Vec<&'a LinkFacts<'a>>> {
    let mut all = vec![Vec::new(); facts.landscape.processing.len()];
    let is_personal = |id: &Id<Data>| facts.landscape.data.get(*id).class.is_personal();
    for link in &facts.links {
        let personal: Vec<_> = categories(link.link).filter(is_personal).collect();
        for &activity in link.served() {
            let its = if personal.is_empty() {
                link.personal || link.unknown_content()
            } else {
                personal.iter().any(|category| is_of(facts, link, activity, *category))
            };
            if its {
                all[activity.index()].push(link);
            }
        }
    }
    all
}

/// Whether a category on a link is of an activity that the link serves.
fn is_of(facts: &Facts<'_>, link: &LinkFacts<'_>, activity: Id<Processing>, category: Id<Data>) -> bool {
    let activities = &facts.landscape.processing;
    let named = |id| names(activities.get(id), category);
    named(activity) || !link.link.processing.values().any(named)
}

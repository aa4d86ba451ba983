//! The applications that hold personal data.

use super::{Facts, LinkFacts};
use crate::{
    finding::Label,
    model::{Application, Endpoint, Item, Lifecycle},
    say,
    source::{Location, Spanned},
    text::shown,
};

/// An application that holds personal data, and how that is known.
pub struct Holder<'a> {
    /// The application.
    pub application: &'a Item<Application>,
    facts: &'a Facts<'a>,
    end: Endpoint,
    /// Where it says that personal data originates there.
    source: Option<Location>,
}

/// The applications at which a personal link starts or ends, or where personal data originates, in reading
/// order. One that is out of use holds nothing; that links still end there is told by `retired-application`.
pub fn holders<'a>(facts: &'a Facts<'a>) -> impl Iterator<Item = Holder<'a>> {
    let in_use = facts.landscape.applications.iter();
    let in_use = in_use.filter(|(_, application)| application.lifecycle() != Lifecycle::Retired);
    in_use.filter_map(|(id, application)| {
        let personal = |it: &&Spanned<_>| facts.landscape.data.get(it.value).class.is_personal();
        let source = application.source_of.iter().find(personal).map(|it| it.location);
        let holder = Holder { application, source, facts, end: Endpoint::Application(id) };
        let holds = source.is_some() || holder.links().next().is_some();
        holds.then_some(holder)
    })
}

impl<'a> Holder<'a> {
    /// The links with personal data that start or end there, in reading order.
    pub fn links(&self) -> impl Iterator<Item = &'a LinkFacts<'a>> + use<'a> {
        self.facts.at(self.end).filter(|link| link.personal)
    }

    /// What people call it, as a sentence can hold it.
    #[must_use]
    pub fn name(&self) -> std::borrow::Cow<'_, str> {
        shown(&self.application.name)
    }

    /// One place that shows that it holds personal data.
    #[must_use]
    pub fn proof(&self, facts: &Facts<'_>) -> Option<Label> {
        match self.links().next() {
            Some(link) => {
                let message =
                    say!(facts.lang, en: "this link has personal data", nl: "deze koppeling bevat persoonsgegevens");
                Some(Label { location: link.link.header, message })
            }
            None => self.source.map(|location| {
                let message =
                    say!(facts.lang, en: "personal data comes from here", nl: "hier ontstaan persoonsgegevens");
                Label { location, message }
            }),
        }
    }
}

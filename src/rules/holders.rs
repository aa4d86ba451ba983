//! The applications that hold personal data.

use super::{Facts, LinkFacts};
use crate::{
    finding::Label,
    model::{Application, Item, Lifecycle},
    say,
    source::Location,
    text::shown,
};

/// An application that holds personal data, and how that is known.
pub struct Holder<'a> {
    /// The application.
    pub application: &'a Item<Application>,
    /// The links with personal data that start or end there, in reading order.
    pub links: Vec<&'a LinkFacts<'a>>,
    /// Where it says that personal data originates there.
    source: Option<Location>,
}

/// The applications at which a personal link starts or ends, or where personal data originates, in reading
/// order. One that is out of use holds nothing; that links still end there is told by `retired-application`.
pub fn holders<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = Holder<'a>> {
    let mut links: Vec<Vec<&LinkFacts<'_>>> = vec![Vec::new(); facts.landscape.applications.len()];
    for link in facts.personal_links() {
        let [from, to] = link.link.ends();
        let ends = [Some(from), Some(to).filter(|to| *to != from)];
        for application in ends.into_iter().flatten().filter_map(crate::model::Endpoint::application) {
            links[application.index()].push(link);
        }
    }
    let in_use = |application: &Application| application.lifecycle() != Lifecycle::Retired;
    facts.landscape.applications.items().iter().zip(links).filter_map(move |(application, links)| {
        let personal =
            |it: &&crate::source::Spanned<_>| facts.landscape.data.get(it.value).class.is_personal();
        let source = application.source_of.iter().find(personal).map(|it| it.location);
        let holds = in_use(application) && (source.is_some() || !links.is_empty());
        holds.then_some(Holder { application, links, source })
    })
}

impl Holder<'_> {
    /// What people call it, as a sentence can hold it.
    #[must_use]
    pub fn name(&self) -> std::borrow::Cow<'_, str> {
        shown(&self.application.name)
    }

    /// One place that shows that it holds personal data.
    #[must_use]
    pub fn proof(&self, facts: &Facts<'_>) -> Option<Label> {
        match self.links.first() {
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

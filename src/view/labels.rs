//! What links are called and what is said of them, the same in every picture and table.

use rustc_hash::FxHashMap;

use crate::{
    analysis::{Analysis, Security},
    finding::Group,
    model::{Id, Link},
    rules::categories,
    say,
    text::{capitalised, shown},
};

/// The words beside links.
pub struct Labels<'a> {
    analysis: &'a Analysis,
    reasons: FxHashMap<&'a str, Vec<&'static str>>,
    /// Links go by their own ids, since all have short ones.
    own: bool,
    order: FxHashMap<Id<Link>, usize>,
}

impl<'a> Labels<'a> {
    /// Prepares what there is to say.
    #[must_use]
    pub fn of(analysis: &'a Analysis) -> Self {
        let current = || analysis.landscape.current_links();
        let short = |link: &Link| link.id.as_ref().is_some_and(|id| id.len() <= 6);
        let order = current().zip(1..).map(|((id, _), number)| (id, number)).collect();
        let own = current().all(|(_, link)| short(link));
        Self { analysis, reasons: reasons(analysis), own, order }
    }

    /// What a link is called: by its own id where all have short ones, else by a number that is the same everywhere.
    #[must_use]
    pub fn number(&self, id: Id<Link>) -> String {
        if self.own {
            shown(&self.analysis.landscape.links.get(id).id).into_owned()
        } else {
            self.order.get(&id).map_or_else(String::new, usize::to_string)
        }
    }

    /// What the rules on security say of a link, briefly and each thing once; what fails comes first.
    #[must_use]
    pub fn reasons(&self, id: Id<Link>) -> &[&'static str] {
        let id = &self.analysis.landscape.links.get(id).id;
        self.reasons.get(&**id).map_or(&[], Vec::as_slice)
    }

    /// The same as a sentence without a full stop; empty where there is nothing to tell.
    #[must_use]
    pub fn why(&self, id: Id<Link>) -> String {
        capitalised(&self.reasons(id).join("; "))
    }

    /// The categories that links carry, each once; what comes back is said to.
    #[must_use]
    pub fn carries(&self, links: &[Id<Link>]) -> String {
        let landscape = &self.analysis.landscape;
        let lang = self.analysis.lang;
        let verdicts = || links.iter().map(|id| self.analysis.links[id.index()]);
        let mut names: Vec<&str> = Vec::new();
        for id in links {
            for category in categories(landscape.links.get(*id)) {
                let name = &*landscape.data.get(category).name.value;
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        if names.is_empty() {
            return if verdicts().any(|link| link.personal) {
                say!(lang, en: "personal data", nl: "persoonsgegevens")
            } else if verdicts().all(|link| link.security == Security::NoPersonalData) {
                say!(lang, en: "no personal data", nl: "geen persoonsgegevens")
            } else {
                // The reason beside it says that it isn't known.
                String::new()
            };
        }
        let names: Vec<_> = names.into_iter().map(shown).collect();
        names.join(", ")
    }
}

/// What the rules on security say of each link, by its id.
fn reasons(analysis: &Analysis) -> FxHashMap<&str, Vec<&'static str>> {
    let mut reasons: FxHashMap<&str, Vec<&'static str>> = FxHashMap::default();
    let found = || analysis.findings.iter().filter(|finding| finding.rule.group == Group::Security);
    for finding in found().filter(|it| it.fails()).chain(found().filter(|it| !it.fails())) {
        let brief = finding.brief.to(analysis.lang);
        let told = reasons.entry(&finding.subject).or_default();
        if !told.contains(&brief) {
            told.push(brief);
        }
    }
    reasons
}

//! Which links, applications, parties and findings match what was searched for.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{ask::Ask, version::Version};
use crate::{
    analysis::Security,
    finding::Finding,
    model::{Data, DataClass, Endpoint, Id, Landscape, Link},
    report::page::bar,
    rules::categories,
    view::theme,
};

/// What must be so of what matches.
pub struct Filter<'a> {
    words: Vec<String>,
    category: Option<Id<Data>>,
    class: Option<DataClass>,
    domain: Option<&'a str>,
    status: Option<Status>,
}

/// What a link can be asked for by its state.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// How it is secured.
    Security(Security),
    /// Something was found about it that nobody answers for.
    Found,
}

/// What matches in one version.
pub struct Matches {
    /// The links that do.
    pub links: FxHashSet<Id<Link>>,
    /// The applications and parties.
    pub ends: FxHashSet<Endpoint>,
    /// The findings, by their place in the analysis.
    pub findings: FxHashSet<usize>,
    /// Links that don't say which data they carry, where that was asked: they may match too.
    pub unlisted: usize,
}

/// Every class, in the order of the language.
pub const CLASSES: [DataClass; 5] = [
    DataClass::NonPersonal,
    DataClass::Personal,
    DataClass::SpecialCategory,
    DataClass::Criminal,
    DataClass::NationalId,
];

impl Status {
    /// Every one, with its name in an address.
    pub fn all() -> impl Iterator<Item = (&'static str, Self)> {
        let found = std::iter::once(("found", Self::Found));
        found.chain(theme::JUDGED.into_iter().map(|it| (bar::name(it), Self::Security(it))))
    }
}

impl<'a> Filter<'a> {
    /// What is asked. What the landscape doesn't have filters nothing.
    pub fn of(ask: &'a Ask, landscape: &Landscape) -> Self {
        Self {
            words: ask.q.to_lowercase().split_whitespace().map(str::to_owned).collect(),
            category: landscape.data.find(&ask.category),
            class: CLASSES.into_iter().find(|class| class.key() == ask.class),
            domain: Some(&*ask.domain).filter(|domain| !domain.is_empty()),
            status: Status::all().find(|(name, _)| *name == ask.status).map(|(_, status)| status),
        }
    }

    /// Only words and domains say something of an application without links.
    const fn is_of_links(&self) -> bool {
        self.category.is_some() || self.class.is_some() || self.status.is_some()
    }

    /// What matches.
    pub fn matches(&self, version: &Version) -> Matches {
        let analysis = &version.analysis;
        let landscape = &analysis.landscape;
        let mut found: Found<'_> = FxHashMap::default();
        for (at, finding) in analysis.findings.iter().enumerate() {
            found.entry(&finding.subject).or_default().push((at, finding));
        }
        let mut matches = Matches {
            links: FxHashSet::default(),
            ends: FxHashSet::default(),
            findings: FxHashSet::default(),
            unlisted: 0,
        };
        for (id, link) in landscape.current_links() {
            let about = about(&found, &link.id);
            if !self.status(analysis.links[id.index()].security, about)
                || !link.ends().iter().any(|end| self.domain(landscape, *end))
                || !self.says(&[&link_text(landscape, link), &findings_text(about)])
            {
                continue;
            }
            if categories(link).next().is_none() && (self.category.is_some() || self.class.is_some()) {
                matches.unlisted +=
                    usize::from(analysis.links[id.index()].security != Security::NoPersonalData);
            } else if self.carries(landscape, link) {
                matches.links.insert(id);
                matches.ends.extend(link.ends());
                matches.findings.extend(about.iter().map(|(at, _)| *at));
            }
        }
        if !self.is_of_links() {
            self.alone(landscape, &found, &mut matches);
        }
        matches
    }

    /// Adds what matches by its own words, whatever its links are.
    fn alone(&self, landscape: &Landscape, found: &Found<'_>, matches: &mut Matches) {
        let applications = landscape.applications.iter().map(|(id, _)| Endpoint::Application(id));
        let parties = landscape.parties.iter().map(|(id, _)| Endpoint::Party(id));
        for end in applications.chain(parties) {
            let about = about(found, landscape.endpoint_id(end));
            if self.domain(landscape, end) && self.says(&[&end_text(landscape, end), &findings_text(about)]) {
                matches.ends.insert(end);
                matches.findings.extend(about.iter().map(|(at, _)| *at));
            }
        }
        // What is about something else, or about a file.
        if self.domain.is_none() {
            let found = found.values().flatten();
            let said = found.filter(|(_, finding)| self.says(&[&finding_text(finding)]));
            matches.findings.extend(said.map(|(at, _)| *at));
        }
    }

    /// Whether every word is in one of these texts.
    fn says(&self, texts: &[&str]) -> bool {
        self.words.iter().all(|word| texts.iter().any(|text| text.contains(word.as_str())))
    }

    fn domain(&self, landscape: &Landscape, end: Endpoint) -> bool {
        self.domain.is_none_or(|wanted| {
            let domain = end.application().and_then(|id| landscape.applications.get(id).domain.as_ref());
            domain.is_some_and(|domain| &*domain.value == wanted)
        })
    }

    fn carries(&self, landscape: &Landscape, link: &Link) -> bool {
        let is_class =
            |id: Id<Data>| self.class.is_none_or(|class| landscape.data.get(id).class.value == class);
        let is_it = |id: Id<Data>| self.category.is_none_or(|category| id == category) && is_class(id);
        (self.category.is_none() && self.class.is_none()) || categories(link).any(is_it)
    }

    fn status(&self, security: Security, about: &[(usize, &Finding)]) -> bool {
        match self.status {
            None => true,
            Some(Status::Security(wanted)) => wanted == security,
            Some(Status::Found) => about.iter().any(|(_, finding)| !finding.accepted),
        }
    }
}

/// The findings about each subject, with their places in the analysis.
type Found<'a> = FxHashMap<&'a str, Vec<(usize, &'a Finding)>>;

fn about<'b, 'a>(found: &'b Found<'a>, subject: &str) -> &'b [(usize, &'a Finding)] {
    found.get(subject).map_or(&[], Vec::as_slice)
}

/// What can be searched for in a link.
fn link_text(landscape: &Landscape, link: &crate::model::Item<Link>) -> String {
    let mut text = vec![link.id.to_string()];
    for end in link.ends() {
        text.extend([landscape.endpoint_id(end).to_owned(), landscape.endpoint_name(end).to_owned()]);
    }
    let own = [&link.description, &link.protocol, &link.standard, &link.frequency];
    text.extend(own.into_iter().flatten().map(|it| it.value.to_string()));
    let data = categories(link).map(|id| landscape.data.get(id));
    text.extend(data.flat_map(|data| [data.id.to_string(), data.name.value.to_string()]));
    text.join("\n").to_lowercase()
}

/// The same in an application or party.
fn end_text(landscape: &Landscape, end: Endpoint) -> String {
    let mut text = vec![landscape.endpoint_id(end).to_owned(), landscape.endpoint_name(end).to_owned()];
    if let Some(application) = end.application().map(|id| landscape.applications.get(id)) {
        let own = [&application.description, &application.domain, &application.owner, &application.component];
        text.extend(own.into_iter().flatten().map(|it| it.value.to_string()));
    }
    text.join("\n").to_lowercase()
}

fn finding_text(finding: &Finding) -> String {
    format!("{}\n{}\n{}", finding.rule.id, finding.subject, finding.message).to_lowercase()
}

fn findings_text(found: &[(usize, &Finding)]) -> String {
    found.iter().map(|(_, finding)| finding_text(finding)).collect::<Vec<_>>().join("\n")
}

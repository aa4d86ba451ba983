//! The arrows of a drawing: one for each link, or one for each pair, with the words beside them.

use std::{cmp::Reverse, collections::BTreeMap};

use rustc_hash::FxHashMap;

use super::{
    compose::Places,
    drawing::{Arrow, LinkState},
    scope::Scope,
    theme,
};
use crate::{
    analysis::{Analysis, LinkVerdict},
    finding::Group,
    model::{Id, Link},
    rules::categories,
    say,
    text::{self, capitalised, shown},
};

/// Makes arrows between nodes that have their places.
pub struct Arrows<'a> {
    analysis: &'a Analysis,
    places: &'a Places,
    reasons: FxHashMap<&'a str, Vec<&'static str>>,
}

/// Links between the same two nodes.
struct Pair {
    from: usize,
    to: usize,
    links: Vec<Id<Link>>,
}

/// What the rules on security say of each link, briefly and each thing once; what fails comes first.
pub fn reasons(analysis: &Analysis) -> FxHashMap<&str, Vec<&'static str>> {
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

impl<'a> Arrows<'a> {
    /// Prepares what there is to say of links.
    #[must_use]
    pub fn new(analysis: &'a Analysis, places: &'a Places) -> Self {
        Self { analysis, places, reasons: reasons(analysis) }
    }

    /// An arrow for each link.
    pub fn each(&self, scope: &Scope) -> Vec<Arrow> {
        let landscape = &self.analysis.landscape;
        let numbers = Numbers::of(self.analysis);
        let arrow = |id: &Id<Link>| {
            let link = landscape.links.get(*id);
            let verdict = self.analysis.links[id.index()];
            let [from, to] = link.ends().map(|end| self.places[&end]);
            Arrow {
                from,
                to,
                number: numbers.label(*id, &link.id),
                count: 1,
                state: verdict.security,
                no_controller: verdict.personal && !verdict.controlled,
                carries: self.carries(&[*id]),
                why: sentence_of(self.reasons.get(&*link.id).map_or(&[], Vec::as_slice)),
            }
        };
        scope.links.iter().map(arrow).collect()
    }

    /// An arrow for each pair of nodes, with a count and the worst state.
    pub fn merged(&self, scope: &Scope) -> Vec<Arrow> {
        let landscape = &self.analysis.landscape;
        let mut pairs: Vec<Pair> = Vec::new();
        let mut known: FxHashMap<(usize, usize), usize> = FxHashMap::default();
        for id in &scope.links {
            let [from, to] = landscape.links.get(*id).ends().map(|end| self.places[&end]);
            let index = *known.entry((from, to)).or_insert_with(|| {
                pairs.push(Pair { from, to, links: Vec::new() });
                pairs.len() - 1
            });
            pairs[index].links.push(*id);
        }
        let arrow = |(number, pair): (usize, &Pair)| Arrow {
            from: pair.from,
            to: pair.to,
            number: number.to_string(),
            count: pair.links.len(),
            state: self.verdicts(&pair.links).map(|it| it.security).max().unwrap_or(LinkState::Unknown),
            no_controller: self.verdicts(&pair.links).any(|it| it.personal && !it.controlled),
            carries: self.carries(&pair.links),
            why: self.shares(&pair.links),
        };
        (1..).zip(&pairs).map(arrow).collect()
    }

    fn verdicts<'b>(&'b self, links: &'b [Id<Link>]) -> impl Iterator<Item = LinkVerdict> + 'b {
        links.iter().map(|id| self.analysis.links[id.index()])
    }

    /// The categories that links carry, each once; what comes back is said to.
    fn carries(&self, links: &[Id<Link>]) -> String {
        let landscape = &self.analysis.landscape;
        let lang = self.analysis.lang;
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
            return if self.verdicts(links).any(|link| link.personal) {
                say!(lang, en: "personal data", nl: "persoonsgegevens")
            } else if self.verdicts(links).all(|link| link.security == LinkState::NoPersonalData) {
                say!(lang, en: "no personal data", nl: "geen persoonsgegevens")
            } else {
                // The reason beside it says that it isn't known.
                String::new()
            };
        }
        let names: Vec<_> = names.into_iter().map(shown).collect();
        names.join(", ")
    }

    /// How many of several links are in which state, the worst first.
    fn shares(&self, links: &[Id<Link>]) -> String {
        if let [only] = links {
            let id = &self.analysis.landscape.links.get(*only).id;
            return sentence_of(self.reasons.get(&**id).map_or(&[], Vec::as_slice));
        }
        let mut counts: BTreeMap<Reverse<LinkState>, usize> = BTreeMap::new();
        for id in links {
            *counts.entry(Reverse(self.analysis.links[id.index()].security)).or_default() += 1;
        }
        let lang = self.analysis.lang;
        let share = |(state, count): (&Reverse<LinkState>, &usize)| {
            let word = theme::look(state.0).word.to(lang);
            format!("{} {word}", text::number(*count, lang))
        };
        counts.iter().map(share).collect::<Vec<_>>().join(", ")
    }
}

/// What links are called in pictures: by their own ids where all have short ones, else by a number that is the
/// same in every picture.
struct Numbers {
    own: bool,
    order: FxHashMap<Id<Link>, usize>,
}

impl Numbers {
    fn of(analysis: &Analysis) -> Self {
        let current = || analysis.landscape.current_links();
        let short = |link: &Link| link.id.as_ref().is_some_and(|id| id.len() <= 6);
        let order = current().zip(1..).map(|((id, _), number)| (id, number)).collect();
        Self { own: current().all(|(_, link)| short(link)), order }
    }

    fn label(&self, id: Id<Link>, name: &str) -> String {
        if self.own {
            name.to_owned()
        } else {
            self.order.get(&id).map_or_else(String::new, usize::to_string)
        }
    }
}

/// Some phrases as a sentence without a full stop.
fn sentence_of(phrases: &[&str]) -> String {
    capitalised(&phrases.join("; "))
}

//! What is in a picture: which links, and which applications and parties.
//!
//! A link matches a list of domains or applications when each of its ends that is an application does; a list
//! of parties when each end that is a party does; a list of data when it carries some of it, either way.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::plan::Subject;
use crate::{
    graph::FlowGraph,
    model::{Application, Endpoint, Id, Landscape, Link, View},
    rules::categories,
};

/// What is in a picture, in reading order: applications before parties.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The links.
    pub links: BTreeSet<Id<Link>>,
    /// The applications and parties.
    pub nodes: BTreeSet<Endpoint>,
}

/// Chooses what a picture shows.
#[must_use]
pub fn scope(landscape: &Landscape, graph: &FlowGraph, subject: &Subject) -> Scope {
    match subject {
        Subject::Declared(id) => {
            let view = landscape.views.get(*id);
            let steps = view.neighbours.as_ref().map_or(0, |steps| steps.value);
            chosen(landscape, graph, &Filter::of(view), steps)
        }
        Subject::Overview | Subject::Everything => chosen(landscape, graph, &Filter::default(), 0),
        Subject::Domain(domain) => {
            let filter =
                Filter { domains: Some(FxHashSet::from_iter([domain.as_str()])), ..Filter::default() };
            chosen(landscape, graph, &filter, 1)
        }
        Subject::Part(part) => {
            let applications = Some(part.applications.iter().copied().collect());
            chosen(landscape, graph, &Filter { applications, ..Filter::default() }, 1)
        }
    }
}

/// The lists of a view; none: anything matches.
#[derive(Default)]
struct Filter<'a> {
    domains: Option<FxHashSet<&'a str>>,
    applications: Option<FxHashSet<Id<Application>>>,
    data: Option<FxHashSet<Id<crate::model::Data>>>,
    parties: Option<FxHashSet<Id<crate::model::Party>>>,
}

impl<'a> Filter<'a> {
    fn of(view: &'a View) -> Self {
        fn given<T: std::hash::Hash + Eq>(mut list: impl Iterator<Item = T>) -> Option<FxHashSet<T>> {
            let first = list.next()?;
            Some(std::iter::once(first).chain(list).collect())
        }
        Self {
            domains: given(view.domains.iter().map(|domain| &*domain.value)),
            applications: given(view.applications.values()),
            data: given(view.data.values()),
            parties: given(view.parties.values()),
        }
    }

    fn application(&self, landscape: &Landscape, id: Id<Application>) -> bool {
        let domain = landscape.applications.get(id).domain.as_ref().map(|domain| &*domain.value);
        self.domains.as_ref().is_none_or(|domains| domain.is_some_and(|domain| domains.contains(domain)))
            && self.applications.as_ref().is_none_or(|applications| applications.contains(&id))
    }

    /// Whether applications are chosen, so that a link between two parties is none of ours.
    const fn names_applications(&self) -> bool {
        self.domains.is_some() || self.applications.is_some()
    }

    fn link(&self, landscape: &Landscape, link: &Link) -> bool {
        let [from, to] = link.ends();
        let ends = [from, to];
        let fits = ends.into_iter().all(|end| match end {
            Endpoint::Application(id) => self.application(landscape, id),
            Endpoint::Party(id) => self.parties.as_ref().is_none_or(|parties| parties.contains(&id)),
        });
        let has = |wanted: fn(&Endpoint) -> bool| ends.iter().any(wanted);
        fits && (!self.names_applications() || has(|end| matches!(end, Endpoint::Application(_))))
            && (self.parties.is_none() || has(|end| matches!(end, Endpoint::Party(_))))
            && self.carries(link)
    }

    fn carries(&self, link: &Link) -> bool {
        self.data.as_ref().is_none_or(|data| categories(link).any(|category| data.contains(&category)))
    }
}

fn chosen(landscape: &Landscape, graph: &FlowGraph, filter: &Filter<'_>, steps: u32) -> Scope {
    let matching = landscape.current_links().filter(|(_, link)| filter.link(landscape, link));
    let mut links: BTreeSet<Id<Link>> = matching.map(|(id, _)| id).collect();
    let mut nodes: BTreeSet<Endpoint> = links.iter().flat_map(|id| landscape.links.get(*id).ends()).collect();
    // Where neither data nor parties are asked for, an application without links belongs to the picture too.
    if filter.data.is_none() && filter.parties.is_none() {
        let all = landscape.applications.iter().map(|(id, _)| id);
        nodes.extend(all.filter(|id| filter.application(landscape, *id)).map(Endpoint::Application));
    }
    nodes.extend(filter.parties.iter().flatten().map(|id| Endpoint::Party(*id)));

    if steps > 0 {
        // Parties that came along with a link are its end, not a place to go on from.
        let asked = |end: &Endpoint| match end {
            Endpoint::Application(_) => true,
            Endpoint::Party(_) => filter.parties.is_some() || !filter.names_applications(),
        };
        let core = nodes.iter().copied().filter(asked).collect();
        let follow = |id| filter.carries(landscape.links.get(id));
        links.extend(graph.around(&core, steps, follow));
        nodes.extend(links.iter().flat_map(|id| landscape.links.get(*id).ends()));
    }
    Scope { links, nodes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load::load, source::Sources};

    const LANDSCAPE: &str = r#"
[application.csam]
name = "Csam"
domain = "sociaal"
[application.isam]
name = "Isam"
domain = "sociaal"
[application.alleen]
name = "Alleen"
domain = "sociaal"
[application.brp]
name = "BRP"
domain = "burger"
[party.svb]
name = "SVB"
[data.bsn]
name = "BSN"
class = "national-id"
[[link]]
from = "csam"
to = "isam"
[[link]]
from = "brp"
to = "csam"
data = "bsn"
[[link]]
from = "csam"
to = "svb"
[[link]]
from = "svb"
to = "brp"
lifecycle = "retired"
"#;

    /// The links and nodes of a view, by id.
    fn shown(view: &str) -> (Vec<String>, Vec<String>) {
        let mut sources = Sources::default();
        sources.add("a.toml", format!("{LANDSCAPE}\n[view.it]\n{view}\n"));
        let landscape = load(&sources).landscape;
        let id = landscape.views.find("it").unwrap();
        let scope = scope(&landscape, &FlowGraph::new(&landscape), &Subject::Declared(id));
        (
            scope.links.iter().map(|id| landscape.links.get(*id).id.to_string()).collect(),
            scope.nodes.iter().map(|end| landscape.endpoint_id(*end).to_owned()).collect(),
        )
    }

    #[test]
    fn a_view_without_lists_shows_everything_that_is_in_use() {
        let (links, nodes) = shown("");
        assert_eq!(links, ["csam->isam", "brp->csam", "csam->svb"]);
        assert_eq!(nodes, ["csam", "isam", "alleen", "brp", "svb"]);
    }

    #[test]
    fn a_domain_shows_its_own_links_and_its_outsiders() {
        let (links, nodes) = shown("domains = ['sociaal']");
        assert_eq!(links, ["csam->isam", "csam->svb"]);
        assert_eq!(nodes, ["csam", "isam", "alleen", "svb"]);
    }

    #[test]
    fn neighbours_are_one_link_further() {
        let (links, nodes) = shown("applications = ['isam']\nneighbours = 1");
        assert_eq!((links, nodes), (vec!["csam->isam".to_owned()], vec!["csam".into(), "isam".into()]));
        assert_eq!(shown("applications = ['isam']\nneighbours = 2").0.len(), 3);
    }

    #[test]
    fn what_carries_a_category_and_nothing_else() {
        let (links, nodes) = shown("data = ['bsn']");
        assert_eq!((links, nodes), (vec!["brp->csam".to_owned()], vec!["csam".into(), "brp".into()]));
    }

    #[test]
    fn a_party_with_whom_it_exchanges_data() {
        let (links, nodes) = shown("parties = ['svb']");
        assert_eq!((links, nodes), (vec!["csam->svb".to_owned()], vec!["csam".into(), "svb".into()]));
    }
}

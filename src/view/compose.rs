//! From a judged landscape to a [`Drawing`]: cards, rooms, arrows, and the words beside them.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{
    arrows::Arrows,
    drawing::{Direction, Drawing, LinkState, Node, Room, Shape},
    overview,
    plan::{Part, Plan, Subject, manner},
    scope::{Scope, scope},
};
use crate::{
    analysis::{Analysis, Tally},
    graph::FlowGraph,
    model::{Application, Endpoint, GroupBy, Id, Lifecycle, Link, ViewDirection, ViewLinks},
    say,
    sentence::{self, APPLICATIONS, LINKS, PARTIES, counted},
    text::{self, Text, shown},
};

/// Draws up what a picture shows.
#[must_use]
pub fn compose(analysis: &Analysis, graph: &FlowGraph, plan: &Plan) -> Drawing {
    sketch(analysis, graph, &plan.subject, Nodes::of(&plan.subject)).drawing
}

/// What a picture for readers on paper shows: where that is more than `most` applications and parties, its domains
/// and kinds of parties.
#[must_use]
pub fn readable(analysis: &Analysis, graph: &FlowGraph, plan: &Plan, most: usize) -> Readable {
    let nodes = scope(&analysis.landscape, graph, &plan.subject).nodes.len();
    let summed_up = nodes > most && plan.subject != Subject::Overview;
    let shown = if summed_up { Nodes::Domains } else { Nodes::of(&plan.subject) };
    let Sketch { mut drawing, merged, behind } = sketch(analysis, graph, &plan.subject, shown);
    if summed_up {
        let (lang, count) = (analysis.lang, text::number(nodes, analysis.lang));
        drawing.subtitle += &say!(
            lang,
            en: " · summed up by domain: all {count} applications and parties can't be read on paper",
            nl: " · samengevat per domein: alle {count} applicaties en partijen zijn op papier niet te lezen",
        );
    }
    Readable { drawing, merged, summed_up, behind }
}

/// Domains and kinds of parties without any name of one, and how much runs between them, but not how it is secured.
#[must_use]
pub fn by_domain(analysis: &Analysis, graph: &FlowGraph, subject: &Subject) -> Drawing {
    let Sketch { mut drawing, .. } = sketch(analysis, graph, subject, Nodes::Nameless);
    for arrow in &mut drawing.arrows {
        arrow.no_controller = false;
        arrow.why.clear();
        if arrow.state != LinkState::NoPersonalData {
            arrow.state = LinkState::Undisclosed;
        }
    }
    drawing
}

/// A picture that can be read on paper.
#[derive(Clone, Debug)]
pub struct Readable {
    /// What is drawn.
    pub drawing: Drawing,
    /// Where links of a pair are drawn as one: what the arrow of each is called.
    pub merged: FxHashMap<Id<Link>, String>,
    /// It shows less than was asked.
    pub summed_up: bool,
    /// What stands behind what is drawn.
    pub behind: Behind,
}

/// What the nodes and arrows of a drawing stand for, in its order.
#[derive(Clone, Debug, Default)]
pub struct Behind {
    /// The applications and parties of each node.
    pub nodes: Vec<Vec<Endpoint>>,
    /// The links of each arrow.
    pub arrows: Vec<Vec<Id<Link>>>,
}

/// A drawing, and where links are drawn as one, what the arrow of each is called.
struct Sketch {
    drawing: Drawing,
    merged: FxHashMap<Id<Link>, String>,
    behind: Behind,
}

/// What the nodes of a picture are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nodes {
    /// Each application and party.
    Each,
    /// Domains and kinds of parties; a party that is the only one of its kind by its own name.
    Domains,
    /// The same, and none by its own name.
    Nameless,
}

impl Nodes {
    fn of(subject: &Subject) -> Self {
        if *subject == Subject::Overview { Self::Domains } else { Self::Each }
    }
}

fn sketch(analysis: &Analysis, graph: &FlowGraph, subject: &Subject, shown: Nodes) -> Sketch {
    let scope = scope(&analysis.landscape, graph, subject);
    let composer = Composer { analysis, graph };
    let (group_by, links, direction) = match subject {
        Subject::Declared(id) => manner(analysis.landscape.views.get(*id)),
        _ => (GroupBy::Domain, ViewLinks::Each, ViewDirection::Right),
    };
    let (rooms, nodes, places) = if shown == Nodes::Each {
        composer.nodes(&scope, group_by)
    } else {
        let (nodes, places) = overview::nodes(analysis, &scope, shown == Nodes::Domains);
        (Vec::new(), nodes, places)
    };
    let drawn = Arrows::new(analysis, &places);
    let (mut arrows, merged, links) = if shown != Nodes::Each || links == ViewLinks::Merged {
        (drawn.merged(&scope), drawn.numbers(&scope).collect(), drawn.links(&scope))
    } else {
        let each = scope.links.iter().map(|id| vec![*id]);
        (drawn.each(&scope), FxHashMap::default(), each.collect())
    };
    let mut behind = Behind { nodes: vec![Vec::new(); nodes.len()], arrows: links };
    for end in &scope.nodes {
        behind.nodes[places[end]].push(*end);
    }
    if shown == Nodes::Domains {
        // Between whole domains nearly everything runs; saying what would bury how.
        for arrow in &mut arrows {
            arrow.carries.clear();
        }
    }
    let direction = match direction {
        ViewDirection::Right => Direction::Right,
        ViewDirection::Down => Direction::Down,
    };
    let drawing = Drawing {
        lang: analysis.lang,
        title: composer.title(subject),
        subtitle: composer.subtitle(),
        verdict: composer.verdict(&scope),
        description: composer.description(&scope),
        direction,
        rooms,
        nodes,
        arrows,
        highlight: None,
    };
    Sketch { drawing, merged, behind }
}

pub(super) struct Composer<'a> {
    pub analysis: &'a Analysis,
    pub graph: &'a FlowGraph,
}

/// Where each application or party stands among the nodes of a drawing.
pub type Places = FxHashMap<Endpoint, usize>;

impl Composer<'_> {
    /// A card for each application and a block for each party, in their rooms.
    pub fn nodes(&self, scope: &Scope, group_by: GroupBy) -> (Vec<Room>, Vec<Node>, Places) {
        let mut rooms: BTreeMap<String, Vec<Endpoint>> = BTreeMap::new();
        for end in &scope.nodes {
            if let Some(label) = end.application().and_then(|id| self.room(id, group_by)) {
                rooms.entry(label).or_default().push(*end);
            }
        }
        let homes: FxHashMap<Endpoint, usize> = rooms
            .values()
            .enumerate()
            .flat_map(|(index, ends)| ends.iter().map(move |end| (*end, index)))
            .collect();
        let nodes = scope.nodes.iter().map(|end| Node { room: homes.get(end).copied(), ..self.node(*end) });
        let places = scope.nodes.iter().enumerate().map(|(index, end)| (*end, index)).collect();
        (rooms.into_keys().map(|label| Room { label }).collect(), nodes.collect(), places)
    }

    /// The room of an application, if it has one.
    fn room(&self, id: Id<Application>, group_by: GroupBy) -> Option<String> {
        let landscape = &self.analysis.landscape;
        let application = landscape.applications.get(id);
        match group_by {
            GroupBy::Domain => application.domain.as_ref().map(|domain| domain.to_string()),
            GroupBy::Controller => {
                let names = application.controller.values().map(|id| &*landscape.parties.get(id).name.value);
                let names: Vec<&str> = names.collect();
                (!names.is_empty()).then(|| names.join(" + "))
            }
            GroupBy::Operator => {
                application.operator.as_ref().map(|it| landscape.parties.get(it.value).name.to_string())
            }
            GroupBy::Network => {
                application.network.as_ref().map(|it| landscape.networks.get(it.value).name.to_string())
            }
            GroupBy::None => None,
        }
    }

    fn node(&self, end: Endpoint) -> Node {
        let landscape = &self.analysis.landscape;
        let label = landscape.endpoint_name(end).to_owned();
        let Endpoint::Application(id) = end else {
            return Node { label, note: String::new(), shape: Shape::Party, room: None };
        };
        let application = landscape.applications.get(id);
        let lifecycle = lifecycle(application.lifecycle());
        let shape = if lifecycle.is_some() { Shape::FadedApplication } else { Shape::Application };
        let lifecycle = lifecycle.map(|it| it.to(self.analysis.lang).to_owned());
        let what = application.description.as_ref().map(|description| description.to_string());
        let note: Vec<String> = what.into_iter().chain(lifecycle).collect();
        Node { label, note: note.join(" · "), shape, room: None }
    }

    fn title(&self, subject: &Subject) -> String {
        let lang = self.analysis.lang;
        match subject {
            Subject::Declared(id) => {
                let view = self.analysis.landscape.views.get(*id);
                view.title.as_ref().map_or_else(|| view.id.to_string(), |title| title.to_string())
            }
            Subject::Overview => {
                say!(lang, en: "Domains and the outside world", nl: "Domeinen en de buitenwereld")
            }
            Subject::Everything => {
                say!(lang, en: "All applications and links", nl: "Alle applicaties en koppelingen")
            }
            Subject::Domain(domain) => domain.clone(),
            Subject::Part(Part { domain, applications, number, of }) => {
                let name = |id: &Id<Application>| &*self.analysis.landscape.applications.get(*id).name.value;
                let first = applications.first().map_or("", name);
                say!(
                    lang,
                    en: "{domain} ({number} of {of}), with {first}",
                    nl: "{domain} ({number} van {of}), met {first}",
                )
            }
        }
    }

    /// The line under the title: landscape, day, norms.
    pub fn subtitle(&self) -> String {
        let lang = self.analysis.lang;
        let (name, day) = (shown(self.analysis.landscape.name()), text::date(self.analysis.date, lang));
        say!(
            lang,
            en: "{name} · as of {day} · judged by the norms of that day",
            nl: "{name} · peildatum {day} · beoordeeld naar de normen van die dag",
        )
    }

    fn verdict(&self, scope: &Scope) -> String {
        let lang = self.analysis.lang;
        let sentence = sentence::security(&self.tally(scope), lang);
        if scope.links.len() == self.analysis.summary.tally.links {
            return sentence;
        }
        let mut rest = sentence.chars();
        let first: String = rest.next().into_iter().flat_map(char::to_lowercase).collect();
        let rest = rest.as_str();
        say!(lang, en: "In this picture: {first}{rest}", nl: "In deze tekening: {first}{rest}")
    }

    fn tally(&self, scope: &Scope) -> Tally {
        Tally::of(scope.links.iter().map(|id| self.analysis.links[id.index()]))
    }

    /// What is in the picture, for who hears it read aloud after the verdict.
    fn description(&self, scope: &Scope) -> String {
        let lang = self.analysis.lang;
        let applications = scope.nodes.iter().filter(|end| end.application().is_some()).count();
        let (parties, lonely) = (
            counted(scope.nodes.len() - applications, PARTIES, lang),
            scope.nodes.iter().filter(|end| !self.graph.is_linked(**end)).count(),
        );
        let applications = counted(applications, APPLICATIONS, lang);
        let links = counted(scope.links.len(), LINKS, lang);
        let mut text = say!(
            lang,
            en: "{applications} and {parties}, with {links} between them.",
            nl: "{applications} en {parties}, met {links} ertussen.",
        );
        if lonely > 0 {
            let lonely = text::number(lonely, lang);
            text += &say!(lang, en: " Without any link: {lonely}.", nl: " Zonder enige koppeling: {lonely}.");
        }
        text + &say!(
            lang,
            en: " Every link is listed below the picture, by its number.",
            nl: " Elke koppeling staat onder de tekening, bij haar nummer.",
        )
    }
}

/// What to say of an application that isn't simply in use.
const fn lifecycle(lifecycle: Lifecycle) -> Option<Text> {
    match lifecycle {
        Lifecycle::Active => None,
        Lifecycle::Planned => Some(Text { en: "planned", nl: "gepland" }),
        Lifecycle::PhasingOut => Some(Text { en: "being phased out", nl: "wordt uitgefaseerd" }),
        Lifecycle::Retired => Some(Text { en: "out of use", nl: "buiten gebruik" }),
    }
}

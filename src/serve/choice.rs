//! What can be chosen in a picture, a table or an answer, and how an address names it: by id, so that it is still
//! chosen after the landscape changed.

use super::{easel::Drawn, version::Version};
use crate::model::{Endpoint, Id, Landscape, Link};

/// Something that was chosen, as it is in one version.
pub enum Choice<'a> {
    /// An application or party.
    End(Endpoint),
    /// A link.
    Link(Id<Link>),
    /// Several that are drawn as one card, which is called this.
    Crowd(&'a str, &'a [Endpoint]),
    /// Several that are drawn as one arrow.
    Bundle(&'a [Id<Link>]),
}

/// How an address names an application or party.
pub fn of_end(landscape: &Landscape, end: Endpoint) -> String {
    let id = landscape.endpoint_id(end);
    match end {
        Endpoint::Application(_) => format!("application:{id}"),
        Endpoint::Party(_) => format!("party:{id}"),
    }
}

/// How an address names a link.
pub fn of_link(landscape: &Landscape, link: Id<Link>) -> String {
    format!("link:{}", landscape.links.get(link).id)
}

/// How an address names a card: what stands on it, or where that is several, the card itself.
pub fn of_node(landscape: &Landscape, drawn: &Drawn, node: usize) -> String {
    match &drawn.readable.behind.nodes[node][..] {
        [only] => of_end(landscape, *only),
        _ => format!("group:{}", drawn.readable.drawing.nodes[node].label),
    }
}

/// How an address names an arrow: its link, or where that is several, the arrow itself, by its ends.
pub fn of_arrow(landscape: &Landscape, drawn: &Drawn, arrow: usize) -> String {
    if let [only] = drawn.readable.behind.arrows[arrow][..] {
        return of_link(landscape, only);
    }
    let arrow = &drawn.readable.drawing.arrows[arrow];
    let [from, to] = [arrow.from, arrow.to].map(|node| of_node(landscape, drawn, node));
    format!("links:{from}>{to}")
}

/// What an address names; none where there is no such thing (any more).
pub fn find<'a>(version: &'a Version, drawn: Option<&'a Drawn>, id: &str) -> Option<Choice<'a>> {
    let landscape = &version.analysis.landscape;
    let (kind, name) = id.split_once(':')?;
    match kind {
        "application" => landscape.applications.find(name).map(|id| Choice::End(Endpoint::Application(id))),
        "party" => landscape.parties.find(name).map(|id| Choice::End(Endpoint::Party(id))),
        "link" => landscape.links.find(name).map(Choice::Link),
        "group" => {
            let drawn = drawn?;
            let nodes = &drawn.readable.drawing.nodes;
            let at = nodes.iter().position(|node| node.label == name)?;
            Some(Choice::Crowd(&nodes[at].label, &drawn.readable.behind.nodes[at]))
        }
        "links" => {
            let drawn = drawn?;
            let mut arrows = 0..drawn.readable.drawing.arrows.len();
            let at = arrows.find(|arrow| of_arrow(landscape, drawn, *arrow) == id)?;
            Some(Choice::Bundle(&drawn.readable.behind.arrows[at]))
        }
        _ => None,
    }
}

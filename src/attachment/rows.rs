//! Every link in words: the pictures for who can't see them.

use rustc_hash::FxHashMap;

use super::LinkRow;
use crate::{
    analysis::Analysis,
    model::{Id, Item, Landscape, Link},
    rules::controllers,
    text::shown,
    view::labels::Labels,
};

/// The current links, each with its row, in reading order.
pub fn rows(
    analysis: &Analysis,
    labels: &Labels<'_>,
    merged: Option<&FxHashMap<Id<Link>, String>>,
) -> Vec<(Id<Link>, LinkRow)> {
    let landscape = &analysis.landscape;
    let row = |(id, link): (Id<Link>, &Item<Link>)| {
        let verdict = analysis.links[id.index()];
        let [from, to] = link.ends().map(|end| shown(landscape.endpoint_name(end)).into_owned());
        let row = LinkRow {
            number: labels.number(id),
            arrow: merged.and_then(|merged| merged.get(&id)).cloned(),
            from,
            to,
            data: labels.carries(&[id]),
            protocol: protocol(link),
            state: verdict.security,
            why: labels.why(id),
            controller: controller(landscape, link, verdict.personal),
        };
        (id, row)
    };
    landscape.current_links().map(row).collect()
}

/// The protocol as it is declared, with its version of TLS.
fn protocol(link: &Link) -> Option<String> {
    let protocol = link.protocol.as_ref().map(|it| shown(&it.value).into_owned());
    let tls = link.tls.as_ref().map(|it| it.value.label().to_owned());
    let both: Vec<String> = protocol.into_iter().chain(tls).collect();
    (!both.is_empty()).then(|| both.join(", "))
}

/// Who is responsible; not asked where no personal data goes over the link.
fn controller(landscape: &Landscape, link: &Link, personal: bool) -> Option<String> {
    let names: Vec<_> =
        controllers(landscape, link).into_iter().map(|id| shown(&landscape.parties.get(id).name)).collect();
    (!names.is_empty() || !personal).then(|| names.join(", "))
}

//! What falls short: link by link with who mends it and by when, and by kind what asks for attention.

use std::cmp::Reverse;

use super::{Exception, LinkRow, Point};
use crate::{
    analysis::{Acceptances, Analysis, Security},
    finding::{Finding, Group},
    model::{Endpoint, Id, Link, Norm},
    say,
    text::{self, Lang, capitalised, on_one_line},
    view::{labels::Labels, theme},
};

/// The links with personal data, or of which it isn't known what they carry, that aren't shown to be secured or that
/// nobody is responsible for. The worst first, else in reading order.
pub fn exceptions(analysis: &Analysis, rows: &[(Id<Link>, LinkRow)]) -> Vec<Exception> {
    let mending = Mending { analysis, acceptances: analysis.acceptances() };
    let falls_short = |id: &Id<Link>| {
        let link = analysis.links[id.index()];
        link.security >= Security::Unknown || (link.personal && !link.controlled)
    };
    let mut all: Vec<Exception> = rows
        .iter()
        .filter(|(id, _)| falls_short(id))
        .map(|(id, row)| {
            let verdict = analysis.links[id.index()];
            let no_controller = verdict.personal && !verdict.controlled;
            let unsigned = no_controller.then(|| theme::NO_CONTROLLER_MEANING.to(analysis.lang).to_owned());
            let why: Vec<String> =
                [row.why.clone()].into_iter().filter(|why| !why.is_empty()).chain(unsigned).collect();
            let Promise { action, owner, due } = mending.of(*id);
            Exception {
                number: row.number.clone(),
                from: row.from.clone(),
                to: row.to.clone(),
                data: row.data.clone(),
                state: verdict.security,
                no_controller,
                why: capitalised(&why.join("; ")),
                action,
                owner,
                due,
            }
        })
        .collect();
    all.sort_by_key(|exception| Reverse(exception.state));
    all
}

/// What the rules on security say of links that are secured all the same, each thing with its links; what is said
/// of most links first.
pub fn points(analysis: &Analysis, labels: &Labels<'_>, rows: &[(Id<Link>, LinkRow)]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for (id, row) in rows.iter().filter(|(id, _)| analysis.links[id.index()].security == Security::Attention)
    {
        for reason in labels.reasons(*id) {
            let what = capitalised(reason);
            let links = vec![row.number.clone()];
            match points.iter_mut().find(|point| point.what == what) {
                Some(point) => point.links.extend(links),
                None => points.push(Point { what, links }),
            }
        }
    }
    points.sort_by_key(|point| Reverse(point.links.len()));
    points
}

/// What was promised: what, by whom, by when, as far as the landscape says so.
#[derive(Default)]
struct Promise {
    action: Option<String>,
    owner: Option<String>,
    due: Option<String>,
}

/// Who mends what, by when, as far as the landscape says so.
struct Mending<'a> {
    analysis: &'a Analysis,
    acceptances: Acceptances<'a>,
}

impl Mending<'_> {
    /// Whoever accepted a finding of the link; else whoever is to bring the norm in order that it breaks; else
    /// whoever answers for the application that sends, or the one that receives. A day only where one was promised.
    fn of(&self, id: Id<Link>) -> Promise {
        let (landscape, lang) = (&self.analysis.landscape, self.analysis.lang);
        let link = landscape.links.get(id);
        let findings = || self.analysis.findings.iter().filter(|it| *it.subject == *link.id && counts(it));
        if let Some(acceptance) = findings().find_map(|finding| self.acceptances.of(finding)) {
            let until = text::date(acceptance.until.value.0, lang);
            return Promise {
                action: Some(said(&acceptance.reason)),
                owner: Some(said(&acceptance.by)),
                due: Some(accepted(&until, lang)),
            };
        }
        let norms = || findings().flat_map(|finding| self.norms(finding));
        let promised = norms().find(|norm| norm.due.is_some()).or_else(|| norms().next());
        let due = promised.and_then(|norm| norm.due.as_ref()).map(|due| text::date(due.value.0, lang));
        let ends = link.ends().into_iter().filter_map(Endpoint::application);
        let mut owners = ends.filter_map(|id| landscape.applications.get(id).owner.as_ref());
        let owner = promised.and_then(|norm| norm.owner.as_ref()).or_else(|| owners.next());
        let action = promised.and_then(|norm| norm.action.as_ref()).map(|action| said(action));
        Promise { action, owner: owner.map(|owner| said(owner)), due }
    }

    /// The norms with an owner that a finding colours.
    fn norms(&self, finding: &Finding) -> impl Iterator<Item = &Norm> {
        let rule = finding.rule.id;
        let norms = self.analysis.landscape.norms.items().iter().map(|norm| &**norm);
        norms.filter(move |norm| norm.owner.is_some() && norm.rules.iter().any(|it| *it.value == *rule))
    }
}

fn said(text: &str) -> String {
    on_one_line(text).into_owned()
}

/// Whether a finding has to do with the line being secured, or with someone being responsible for it.
fn counts(finding: &Finding) -> bool {
    finding.rule.group == Group::Security || finding.rule.id == "no-controller"
}

fn accepted(until: &str, lang: Lang) -> String {
    say!(lang, en: "accepted until {until}", nl: "geaccepteerd tot en met {until}")
}

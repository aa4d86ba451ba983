//! From a judged landscape and its pictures to an attachment.

use super::{Attachment, Share, exceptions, gaps, lights, rows};
use crate::{
    analysis::Analysis,
    graph::FlowGraph,
    model::Audience,
    norms::{holds, laws::LAWS, tls::RATINGS},
    say, sentence,
    text::{self, on_one_line},
    view::{Plan, Readable, labels::Labels, readable, theme},
};

/// The most applications and parties that a picture shows one by one: more can't be read on paper.
pub const MOST: usize = 60;

/// Makes the attachment of a landscape that could be read whole, with these pictures.
#[must_use]
pub fn compose(analysis: &Analysis, graph: &FlowGraph, plans: &[Plan]) -> Attachment {
    let lang = analysis.lang;
    let pictures = plans.iter().map(|plan| (plan, readable(analysis, graph, plan, MOST)));
    // A view of nothing is no picture.
    let pictures: Vec<(&Plan, Readable)> = pictures.filter(|(_, it)| !it.drawing.nodes.is_empty()).collect();
    let labels = Labels::of(analysis);
    let rows = rows::rows(analysis, &labels, pictures.first().map(|(_, picture)| &picture.merged));
    let tally = &analysis.summary.tally;
    Attachment {
        lang,
        audience: Audience::Internal,
        title: title(analysis),
        subtitle: subtitle(analysis),
        mood: sentence::mood(analysis),
        verdict: sentence::verdict(analysis),
        responsible: sentence::responsible(tally, lang),
        shares: shares(analysis),
        summed_up: pictures
            .iter()
            .filter(|(_, it)| it.summed_up)
            .map(|(plan, _)| plan.name.clone())
            .collect(),
        pictures: pictures.into_iter().map(|(_, picture)| picture.drawing).collect(),
        exceptions: exceptions::exceptions(analysis, &rows),
        points: exceptions::points(analysis, &labels, &rows),
        norms: lights::norms(analysis),
        links: rows.into_iter().map(|(_, row)| row).collect(),
        pairs: Vec::new(),
        trend: None,
        withheld: None,
        not_assessed: gaps::gaps(analysis),
        judged_by: judged_by(analysis),
    }
}

fn title(analysis: &Analysis) -> String {
    let name = on_one_line(analysis.landscape.name()).into_owned();
    if name.is_empty() {
        return say!(analysis.lang, en: "Applications and links", nl: "Applicaties en koppelingen");
    }
    say!(analysis.lang, en: "Applications and links: {name}", nl: "Applicaties en koppelingen: {name}")
}

fn subtitle(analysis: &Analysis) -> String {
    let day = text::date(analysis.date, analysis.lang);
    say!(
        analysis.lang,
        en: "Attachment for the council · as of {day} · judged by the norms of that day",
        nl: "Bijlage voor de raad · peildatum {day} · beoordeeld naar de normen van die dag",
    )
}

fn shares(analysis: &Analysis) -> Vec<Share> {
    let current = || analysis.links.iter().filter(|link| link.current);
    let count = |state| current().filter(|link| link.security == state).count();
    let shares = theme::JUDGED.into_iter().map(|state| Share { state, count: count(state) });
    shares.filter(|share| share.count > 0).collect()
}

/// The laws, baselines and guidelines of the reference date.
fn judged_by(analysis: &Analysis) -> Vec<String> {
    let (date, lang) = (analysis.date, analysis.lang);
    let laws = LAWS.iter().filter(|law| holds(law.from, law.until, date));
    let mut all: Vec<String> =
        laws.map(|law| format!("{} ({})", law.title.to(lang), law.name.to(lang))).collect();
    let guideline = RATINGS.iter().find(|row| holds(row.from, row.until, date));
    all.extend(guideline.map(|row| row.guideline.to_owned()));
    all
}

//! What changed since an earlier report: per norm and per link what was mended, is new or worsened.

use std::collections::BTreeMap;

use super::mask::Mask;
use crate::{
    analysis::{Analysis, Security, Tally},
    model::{Id, Item, Link, Norm, Status},
    say,
    sentence::{LINKS, counted},
    text::{self, Lang, Text, on_one_line, shown},
    view::labels::Labels,
};

/// How the landscape compares with an earlier one. Each was judged as of its own day, by the norms of that day: this
/// is what was reported then beside what is reported now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// With what it is compared, and what of the difference may come from norms that changed.
    pub since: String,
    /// How many links were secured then and are now.
    pub secured: String,
    /// How many links were mended, are new, worsened and are gone.
    pub counts: Vec<(Change, usize)>,
    /// The links that aren't as they were, in the order of [`Change`]. None in the version for everyone.
    pub links: Vec<LinkChange>,
    /// The norms that aren't as they were.
    pub norms: Vec<NormChange>,
}

/// What became of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It is worse than it was.
    Worsened,
    /// It wasn't there.
    New,
    /// It is better than it was.
    Mended,
    /// It is there no more.
    Gone,
}

impl Change {
    /// All of them, what asks for attention first.
    pub const ALL: [Self; 4] = [Self::Worsened, Self::New, Self::Mended, Self::Gone];

    /// In a word.
    #[must_use]
    pub const fn word(self) -> Text {
        match self {
            Self::Worsened => Text { en: "worsened", nl: "verslechterd" },
            Self::New => Text { en: "new", nl: "nieuw" },
            Self::Mended => Text { en: "mended", nl: "verbeterd" },
            Self::Gone => Text { en: "gone", nl: "vervallen" },
        }
    }
}

/// A link that isn't as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkChange {
    /// What became of it.
    pub change: Change,
    /// What it is called now; none where it is gone.
    pub number: Option<String>,
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Its security then.
    pub before: Option<Security>,
    /// Its security now.
    pub now: Option<Security>,
}

/// A norm that isn't as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NormChange {
    /// The statement.
    pub text: String,
    /// Its colour then; none: it wasn't there.
    pub before: Option<Status>,
    /// Its colour now; none: it is there no more.
    pub now: Option<Status>,
}

/// Compares with what an earlier landscape was judged to be.
#[must_use]
pub fn trend(before: &Analysis, now: &Analysis) -> Trend {
    let links = links(before, now);
    let count = |change| links.iter().filter(|link| link.change == change).count();
    Trend {
        since: since(before, now),
        secured: secured(&before.summary.tally, &now.summary.tally, now.lang),
        counts: Change::ALL.into_iter().map(|change| (change, count(change))).collect(),
        norms: norms(before, now),
        links,
    }
}

impl Trend {
    /// The version for everyone: counts and norms.
    #[must_use]
    pub(super) fn public(&self, mask: &Mask) -> Self {
        let norm = |norm: &NormChange| NormChange { text: mask.cover(&norm.text), ..norm.clone() };
        Self { links: Vec::new(), norms: self.norms.iter().map(norm).collect(), ..self.clone() }
    }
}

fn since(before: &Analysis, now: &Analysis) -> String {
    let (lang, then) = (now.lang, text::date(before.date, now.lang));
    if before.date == now.date {
        return say!(lang, en: "Compared with the previous report, as of the same day.", nl: "Vergeleken met het vorige rapport, met dezelfde peildatum.");
    }
    say!(
        lang,
        en: "Compared with the report as of {then}, judged by the norms of that day. What changed may come from the links or from stricter norms.",
        nl: "Vergeleken met het rapport met peildatum {then}, beoordeeld naar de normen van die dag. Een verschil kan komen door de koppelingen of door strengere normen.",
    )
}

fn secured(before: &Tally, now: &Tally, lang: Lang) -> String {
    let n = |count| text::number(count, lang);
    let good = |tally: &Tally| n(tally.secured - tally.attention);
    let (was, were, is, are) = (good(before), n(before.personal), good(now), n(now.personal));
    say!(
        lang,
        en: "Secured without remark: then {was} of {were} links with personal data, now {is} of {are}.",
        nl: "Zonder opmerking beveiligd: toen {was} van de {were} koppelingen met persoonsgegevens, nu {is} van de {are}.",
    )
}

fn links(before: &Analysis, now: &Analysis) -> Vec<LinkChange> {
    let [then_by_id, now_by_id] = [before, now].map(by_id);
    let labels = Labels::of(now);
    let security = |analysis: &Analysis, id: Id<Link>| analysis.links[id.index()].security;
    let told = |analysis: &Analysis, id: Id<Link>| {
        let ends = analysis.landscape.links.get(id).ends();
        ends.map(|end| shown(analysis.landscape.endpoint_name(end)).into_owned())
    };
    let mut changes = Vec::new();
    for (name, id) in &now_by_id {
        let then = then_by_id.get(name).map(|id| security(before, *id));
        let state = security(now, *id);
        let change = match then {
            None => Change::New,
            Some(then) if then < state => Change::Worsened,
            Some(then) if then > state => Change::Mended,
            Some(_) => continue,
        };
        let [from, to] = told(now, *id);
        changes.push(LinkChange {
            change,
            number: Some(labels.number(*id)),
            from,
            to,
            before: then,
            now: Some(state),
        });
    }
    for (_, id) in then_by_id.iter().filter(|(name, _)| !now_by_id.contains_key(*name)) {
        let [from, to] = told(before, *id);
        let then = Some(security(before, *id));
        changes.push(LinkChange { change: Change::Gone, number: None, from, to, before: then, now: None });
    }
    changes.sort_by_key(|change| change.change);
    changes
}

/// The links that carry data, by their ids.
fn by_id(analysis: &Analysis) -> BTreeMap<&str, Id<Link>> {
    analysis.landscape.current_links().map(|(id, link)| (&*link.id, id)).collect()
}

fn norms(before: &Analysis, now: &Analysis) -> Vec<NormChange> {
    let colours = |analysis: &Analysis| -> BTreeMap<String, Status> {
        analysis.norms.iter().map(|norm| (norm.id.to_string(), norm.status)).collect()
    };
    let (then, today) = (colours(before), colours(now));
    let said = |norm: &Item<Norm>| on_one_line(&norm.text).into_owned();
    let still = now.landscape.norms.items().iter().map(|norm| {
        let id = norm.id.to_string();
        NormChange { text: said(norm), before: then.get(&id).copied(), now: today.get(&id).copied() }
    });
    let gone = before.landscape.norms.items().iter().filter(|norm| !today.contains_key(&norm.id.to_string()));
    let gone = gone.map(|norm| NormChange {
        text: said(norm),
        before: then.get(&norm.id.to_string()).copied(),
        now: None,
    });
    still.chain(gone).filter(|norm| norm.before != norm.now).collect()
}

/// What changed, in one sentence: nothing, or how many of each.
#[must_use]
pub fn summary(trend: &Trend, lang: Lang) -> String {
    let some = trend.counts.iter().filter(|(_, count)| *count > 0);
    let told: Vec<String> = some
        .map(|(change, count)| format!("{} {}", counted(*count, LINKS, lang), change.word().to(lang)))
        .collect();
    if told.is_empty() {
        return say!(lang, en: "Nothing changed at the links.", nl: "Aan de koppelingen is niets veranderd.");
    }
    let told = told.join(", ");
    say!(lang, en: "Since the previous report: {told}.", nl: "Sinds het vorige rapport: {told}.")
}

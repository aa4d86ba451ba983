//! Making all mends that are certain at once, and looking whether that did what it should.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Mend, applied, mends};
use crate::{
    analysis::{Analysis, Options, analyze},
    finding::{Finding, Group},
    load::cut::cut,
    source::{Location, SourceId, Sources},
};

/// A landscape with mends made.
#[derive(Debug)]
pub struct Step {
    /// Its judgement.
    pub analysis: Analysis,
    /// The new text of each file that changed.
    pub texts: BTreeMap<SourceId, String>,
    /// What was made: where it stood, of which rule, and the title of the mend.
    pub made: Vec<(Location, &'static str, String)>,
}

/// A finding with the mend that is certain for it.
type Candidate<'a> = (&'a Finding, Mend);

/// Makes the mends that are certain; none where there is nothing to make. A mend that doesn't take its finding away,
/// or breaks the language elsewhere, isn't made.
#[must_use]
pub fn step(analysis: &Analysis, sources: &Sources, options: &Options) -> Option<Step> {
    let known = analysis.findings.iter().filter(|it| it.repairs.iter().any(|repair| repair.certain));
    let certain = known.filter_map(|finding| {
        let mend = mends(analysis, sources, finding).into_iter().next()?;
        mend.certain.then_some((finding, mend))
    });
    let candidates: Vec<Candidate<'_>> = certain.collect();
    let all: Vec<&Candidate<'_>> = candidates.iter().collect();
    let tried = attempt(analysis, sources, options, &all);
    tried.or_else(|| one_by_one(analysis, sources, options, &candidates))
}

/// How many mends are tried one by one at most, since each costs a judgement of the whole landscape.
const TRIED: usize = 50;

/// Makes as many as can be made together.
fn one_by_one(
    analysis: &Analysis,
    sources: &Sources,
    options: &Options,
    candidates: &[Candidate<'_>],
) -> Option<Step> {
    let mut chosen: Vec<&Candidate<'_>> = Vec::new();
    let mut best = None;
    for candidate in candidates.iter().take(TRIED) {
        chosen.push(candidate);
        match attempt(analysis, sources, options, &chosen) {
            Some(step) => best = Some(step),
            None => {
                chosen.pop();
            }
        }
    }
    best
}

/// Makes these together, if they can be and each finding is gone for it.
fn attempt(
    analysis: &Analysis,
    sources: &Sources,
    options: &Options,
    chosen: &[&Candidate<'_>],
) -> Option<Step> {
    if chosen.is_empty() {
        return None;
    }
    let texts: BTreeMap<_, _> =
        applied(sources, chosen.iter().map(|(_, mend)| mend)).ok()?.into_iter().collect();
    let now = sources.with(&texts);
    let after = analyze(&now, options);
    let made =
        chosen.iter().map(|(finding, mend)| (finding.primary.location, finding.rule.id, mend.title.clone()));
    let mended: Vec<&Finding> = chosen.iter().map(|(finding, _)| *finding).collect();
    let better = is_better((analysis, sources), (&after, &now), &mended);
    better.then(|| Step { analysis: after, texts, made: made.collect() })
}

/// Whether what was mended is gone, and nothing is broken that wasn't, but in the tables that were mended. What a rule
/// finds where nothing could be read before was there all along.
fn is_better(
    (before, sources): (&Analysis, &Sources),
    (after, now): (&Analysis, &Sources),
    mended: &[&Finding],
) -> bool {
    let key = |it: &Finding, sources: &Sources| {
        (it.rule.id, it.subject.clone(), it.message.clone(), sources.text(it.primary.location).to_owned())
    };
    let known: FxHashSet<_> = before.findings.iter().map(|it| key(it, sources)).collect();
    let left: FxHashSet<_> = after.findings.iter().map(|it| key(it, now)).collect();
    let mut tables = Tables::of(sources);
    let mended_tables: FxHashSet<_> = mended.iter().map(|it| tables.at(it.primary.location)).collect();
    let mut tables = Tables::of(now);
    let broken = after.findings.iter().filter(|it| it.rule.group == Group::Language);
    let mut new = broken.filter(|it| !known.contains(&key(it, now)));
    let gone = known.iter().filter(|key| !left.contains(*key)).count();
    let told: FxHashSet<_> = mended.iter().map(|it| key(it, sources)).collect();
    gone >= told.len() && new.all(|it| mended_tables.contains(&tables.at(it.primary.location)))
}

/// Which table of its file a place is in. Mends that are certain take none out that breaks the language.
struct Tables<'a> {
    sources: &'a Sources,
    starts: FxHashMap<SourceId, Vec<usize>>,
}

impl<'a> Tables<'a> {
    fn of(sources: &'a Sources) -> Self {
        Self { sources, starts: FxHashMap::default() }
    }

    fn at(&mut self, location: Location) -> (SourceId, usize) {
        let cut = |source| cut(self.sources.get(source).text()).iter().map(|it| it.range.start).collect();
        let starts = self.starts.entry(location.source).or_insert_with_key(|source| cut(*source));
        (location.source, starts.partition_point(|start| *start <= location.start as usize))
    }
}

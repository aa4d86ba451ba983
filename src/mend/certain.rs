//! Making all mends that are certain at once, and looking whether that did what it should.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::{Mend, applied, mends};
use crate::{
    analysis::{Analysis, Options, analyze},
    finding::{Finding, Group},
    load::pieces::Pieces,
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

/// What came of mending until nothing certain was left.
#[derive(Debug)]
pub struct Mended {
    /// The judgement of the mended landscape.
    pub analysis: Analysis,
    /// The new text of each file that changed.
    pub texts: BTreeMap<SourceId, String>,
    /// What was made, in order.
    pub made: Vec<Made>,
}

/// A mend that was made.
#[derive(Debug)]
pub struct Made {
    /// The file that it was made in.
    pub path: String,
    /// The line that it stood on then, from 1.
    pub line: usize,
    /// The rule that found it.
    pub rule: &'static str,
    /// The title of the mend.
    pub title: String,
}

/// How often it looks again at most: a mend may bring to light what another can mend.
const ROUNDS: usize = 10;

/// Mends what is certain, and judges again after each step, until nothing certain is left; none where there is nothing
/// to make. `only`: what is found in this file, else in all.
#[must_use]
pub fn mended(
    analysis: &Analysis,
    sources: &Sources,
    options: &Options,
    only: Option<SourceId>,
) -> Option<Mended> {
    let mut done: Option<(Mended, Sources)> = None;
    for _ in 0..ROUNDS {
        let (analysis, now) =
            done.as_ref().map_or((analysis, sources), |(mended, now)| (&mended.analysis, now));
        let Some(step) = step(analysis, now, options, only) else { break };
        let new = step.made.into_iter().map(|(location, rule, title)| Made {
            path: now.get(location.source).path().to_owned(),
            line: now.positions(location).0.line,
            rule,
            title,
        });
        let new: Vec<Made> = new.collect();
        let (mut texts, mut made) =
            done.take().map_or_else(Default::default, |(mended, _)| (mended.texts, mended.made));
        texts.extend(step.texts);
        made.extend(new);
        let now = sources.with(&texts);
        done = Some((Mended { analysis: step.analysis, texts, made }, now));
    }
    done.map(|(mended, _)| mended)
}

/// A finding with the mend that is certain for it.
type Candidate<'a> = (&'a Finding, Mend);

/// Makes the mends that are certain; none where there is nothing to make. A mend that doesn't take its finding away,
/// or breaks the language elsewhere, isn't made. `only`: what is found in this file, else in all.
#[must_use]
pub fn step(
    analysis: &Analysis,
    sources: &Sources,
    options: &Options,
    only: Option<SourceId>,
) -> Option<Step> {
    let pieces = Pieces::of(sources);
    let candidates: Vec<Candidate<'_>> = candidates(analysis, &pieces, only).collect();
    let all: Vec<&Candidate<'_>> = candidates.iter().collect();
    let tried = attempt(analysis, sources, options, &all);
    tried.or_else(|| one_by_one(analysis, sources, options, &candidates))
}

/// Whether there is a mend that is certain for something in a file. Whether it does what it should is only known once it
/// is tried.
#[must_use]
pub fn is_offered(analysis: &Analysis, sources: &Sources, source: SourceId) -> bool {
    candidates(analysis, &Pieces::of(sources), Some(source)).next().is_some()
}

fn candidates<'a>(
    analysis: &'a Analysis,
    pieces: &'a Pieces<'_>,
    only: Option<SourceId>,
) -> impl Iterator<Item = Candidate<'a>> {
    let wanted =
        move |finding: &&Finding| only.is_none_or(|source| finding.primary.location.source == source);
    let known = analysis.findings.iter().filter(|it| it.repairs.iter().any(|repair| repair.certain));
    known.filter(wanted).filter_map(|finding| {
        let mend = mends(analysis, pieces, finding).into_iter().next()?;
        mend.certain.then_some((finding, mend))
    })
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
    // Which table of its file a place is in. Mends that are certain take none out that breaks the language.
    let number = |pieces: &Pieces<'_>, at: Location| (at.source, pieces.number(at.source, at.start as usize));
    let pieces = Pieces::of(sources);
    let mended_tables: FxHashSet<_> = mended.iter().map(|it| number(&pieces, it.primary.location)).collect();
    let pieces = Pieces::of(now);
    let broken = after.findings.iter().filter(|it| it.rule.group == Group::Language);
    let mut new = broken.filter(|it| !known.contains(&key(it, now)));
    let gone = known.iter().filter(|key| !left.contains(*key)).count();
    let told: FxHashSet<_> = mended.iter().map(|it| key(it, sources)).collect();
    gone >= told.len() && new.all(|it| mended_tables.contains(&number(&pieces, it.primary.location)))
}

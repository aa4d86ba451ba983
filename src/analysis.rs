//! The whole judgement: from sources to findings, counts and colours. Pure: no files, no clock, no process.
//!
//! Command line, editors, pages and tests all come through [`analyze`].

mod acceptance;
pub mod debt;
pub mod fingerprint;
mod settings;
mod statements;
mod summary;

use jiff::civil::Date;

pub use self::{
    acceptance::Acceptances,
    settings::{LevelError, Levels},
    statements::{Because, Statement},
    summary::{LinkVerdict, Security, Summary, Tally},
};
use crate::{
    finding::{Finding, Group, RuleInfo},
    load::{Loaded, load, memory::Changed},
    model::{Landscape, Setting},
    rules::{self, Before, Facts, Judged},
    source::Sources,
    text::Lang,
};

/// How to judge.
#[derive(Clone, Debug)]
pub struct Options {
    /// The reference date, where it isn't the landscape's.
    pub date: Option<Date>,
    /// The reference date where the landscape has none either.
    pub today: Date,
    /// The language, where it isn't the landscape's.
    pub lang: Option<Lang>,
    /// Levels of rules that go before those of the landscape.
    pub levels: Levels,
}

/// A rule that could not be assessed, and what for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAssessed {
    /// The rule.
    pub rule: &'static str,
    /// What the landscape would have to use.
    pub needs: &'static str,
}

/// A landscape and the judgement of it.
#[derive(Debug)]
pub struct Analysis {
    /// What was judged.
    pub landscape: Landscape,
    /// As of when.
    pub date: Date,
    /// In which language.
    pub lang: Lang,
    /// What was found, in reading order.
    pub findings: Vec<Finding>,
    /// What is to be said of each link, by its place in the landscape.
    pub links: Vec<LinkVerdict>,
    /// The counts.
    pub summary: Summary,
    /// The colour of each norm, in reading order.
    pub norms: Vec<Statement>,
    /// The rules that could not be assessed, in the order of the rules.
    pub not_assessed: Vec<NotAssessed>,
    /// The rules that could have been assessed, and were set to `allow`, in the order of the rules.
    pub allowed: Vec<&'static str>,
    /// How it compares with an earlier judgement, if that was asked.
    pub comparison: Option<debt::Comparison>,
    levels: Levels,
    before: Before,
}

/// What of a judgement may still be true after an edit.
#[derive(Debug)]
pub struct Kept {
    date: Date,
    lang: Lang,
    levels: Levels,
    not_assessed: Vec<NotAssessed>,
    findings: Vec<Finding>,
    before: Before,
}

impl Analysis {
    /// Who answers for the findings that are accepted.
    #[must_use]
    pub fn acceptances(&self) -> Acceptances<'_> {
        Acceptances::new(&self.landscape, self.date)
    }

    /// The landscape, to be read again after an edit, and what [`judge_again`] can then make use of.
    #[must_use]
    pub fn into_kept(self) -> (Landscape, Kept) {
        let Self { landscape, date, lang, levels, not_assessed, mut findings, before, .. } = self;
        for finding in &mut findings {
            finding.known = false;
        }
        (landscape, Kept { date, lang, levels, not_assessed, findings, before })
    }

    /// Whether something was found that fails the check.
    #[must_use]
    pub const fn fails(&self) -> bool {
        self.summary.deny > 0
    }

    /// Whether some table couldn't be read, so that the landscape is not the whole of what was written.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.findings.iter().any(|finding| finding.rule.group == Group::Language)
    }
}

/// Reads and judges a landscape.
#[must_use]
pub fn analyze(sources: &Sources, options: &Options) -> Analysis {
    judge(load(sources), options)
}

/// Judges a landscape that was read.
#[must_use]
pub fn judge(loaded: Loaded, options: &Options) -> Analysis {
    judge_after(None, loaded, options)
}

/// Judges a landscape that was read again after an edit. What comes of it is what [`judge`] gives; of the judgement
/// before, it makes use of what the edit can't have changed.
#[must_use]
pub fn judge_again(before: Kept, changed: Option<Changed>, loaded: Loaded, options: &Options) -> Analysis {
    judge_after(changed.map(|changed| (before, changed)), loaded, options)
}

fn judge_after(before: Option<(Kept, Changed)>, loaded: Loaded, options: &Options) -> Analysis {
    let Loaded { landscape, mut problems } = loaded;
    let about = landscape.about.as_ref();
    let own_date = about.and_then(|about| about.date.as_ref()).map(|date| date.value.0);
    let own_lang = about.and_then(|about| about.language.as_ref()).map(|lang| lang.value);
    let date = options.date.or(own_date).unwrap_or(options.today);
    let lang = options.lang.or(own_lang).unwrap_or_default();

    settings::check(&landscape, &mut problems);
    problems.sort_by_key(|problem| problem.location);
    let levels = options.levels.over(&landscape);
    let same = |kept: &Kept| (kept.date, kept.lang, &kept.levels) == (date, lang, &levels);
    let (facts, before) = match before.filter(|(kept, _)| same(kept)) {
        None => (Facts::new(&landscape, &problems, date, lang), None),
        Some((kept, changed)) => {
            let facts = Facts::again(&landscape, &problems, (date, lang), kept.before, &changed);
            (facts, Some((kept.not_assessed, kept.findings, changed)))
        }
    };
    let not_assessed = not_assessed(&facts);
    let setting = |rule: &RuleInfo| levels.get(rule.id);
    let mut findings = match before.filter(|(before, ..)| *before == not_assessed) {
        None => rules::run(&facts, setting),
        Some((_, findings, changed)) => rules::run_again(&facts, setting, findings, &changed),
    };
    acceptance::apply(&landscape, date, &mut findings);
    judge_the_judgement(&facts, &levels, &not_assessed, &mut findings);

    let links = summary::verdicts(&facts, &findings);
    let summary = Summary::new(&landscape, &links, &findings);
    let norms = statements::judge(&facts, &findings, &not_assessed, &levels);
    let allowed = allowed(&levels, &not_assessed);
    let before = facts.into_before();
    Analysis {
        landscape,
        date,
        lang,
        findings,
        links,
        summary,
        norms,
        not_assessed,
        allowed,
        comparison: None,
        levels,
        before,
    }
}

/// The rules that were set to `allow`, but for those that lack what they need anyway.
fn allowed(levels: &Levels, not_assessed: &[NotAssessed]) -> Vec<&'static str> {
    let known = rules::ALL.iter().map(|rule| rule.info.id);
    let lacking = |id: &str| not_assessed.iter().any(|missing| missing.rule == id);
    known.filter(|id| levels.get(id) == Some(Setting::Allow) && !lacking(id)).collect()
}

/// Runs the rules on what the others found, who accepted it and what colour it makes the norms. Each is run
/// once and sees what those before it found; what it finds can be accepted, and colours norms, like anything.
fn judge_the_judgement(
    facts: &Facts<'_>,
    levels: &Levels,
    not_assessed: &[NotAssessed],
    findings: &mut Vec<Finding>,
) {
    for late in rules::LATE {
        let norms = statements::judge(facts, findings, not_assessed, levels);
        let colors: Vec<_> = norms.iter().map(|norm| norm.status).collect();
        let by = |rule: &str| !statements::is_unjudged(rule, not_assessed, levels);
        let judged = Judged { findings, colors: &colors, by: &by };
        let mut found = late.run(facts, &judged, levels.get(late.rule.info.id));
        acceptance::apply(facts.landscape, facts.date, &mut found);
        findings.append(&mut found);
    }
    rules::sort(findings);
}

/// The rules that lack what they need.
fn not_assessed(facts: &Facts<'_>) -> Vec<NotAssessed> {
    let lacking = rules::ALL.iter().filter(|rule| !rule.is_assessed(facts));
    let lacking = lacking.filter_map(|rule| {
        let need = rule.info.needs?;
        Some(NotAssessed { rule: rule.info.id, needs: need.name })
    });
    lacking.collect()
}

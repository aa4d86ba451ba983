//! Accepted risks: findings that someone answers for until a date.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::{
    finding::{Finding, Group},
    model::{Acceptance, Item, Landscape},
};

/// The acceptances that hold on a date, by what they are of.
pub struct Acceptances<'a> {
    by_finding: FxHashMap<(&'a str, &'a str), &'a Item<Acceptance>>,
}

impl<'a> Acceptances<'a> {
    /// Those of a landscape. Where a finding is accepted twice, the one that lasts longest counts.
    #[must_use]
    pub fn new(landscape: &'a Landscape, date: Date) -> Self {
        let mut by_finding: FxHashMap<_, &Item<Acceptance>> = FxHashMap::default();
        let hold = |it: &&Item<Acceptance>| it.lost.is_empty() && date <= it.until.value.0;
        for acceptance in landscape.acceptances.iter().filter(hold) {
            let kept =
                by_finding.entry((&*acceptance.rule.value, &*acceptance.subject.value)).or_insert(acceptance);
            if kept.until.value.0 < acceptance.until.value.0 {
                *kept = acceptance;
            }
        }
        Self { by_finding }
    }

    /// The acceptance of a finding, if it is accepted. What breaks the language can't be.
    #[must_use]
    pub fn of(&self, finding: &Finding) -> Option<&'a Item<Acceptance>> {
        if finding.rule.group == Group::Language {
            return None;
        }
        self.by_finding.get(&(finding.rule.id, &*finding.subject)).copied()
    }
}

/// Marks the findings that are accepted on this date.
pub fn apply(landscape: &Landscape, date: Date, findings: &mut [Finding]) {
    let acceptances = Acceptances::new(landscape, date);
    for finding in findings {
        finding.accepted = acceptances.of(finding).is_some();
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::{
        analysis::{Levels, Options, analyze},
        source::Sources,
    };

    #[test]
    fn where_a_finding_is_accepted_twice_the_one_that_lasts_longest_counts() {
        let link = "[application.a]\nname = 'A'\n[[link]]\nid = 'l'\nfrom = 'a'\nto = 'a'\n";
        let accepted = [("kort", "2026-12-01"), ("lang", "2027-06-01"), ("oud", "2026-01-01")].map(|(by, until)| {
            format!(
                "[[acceptance]]\nrule = 'self-link'\nsubject = 'l'\nreason = 'r'\nby = '{by}'\nuntil = {until}\n"
            )
        });
        let text = format!("[landscape]\nname = 'X'\n{link}{}", accepted.concat());
        let mut sources = Sources::default();
        sources.add("a.toml", text);
        let options = Options { date: None, today: date(2026, 11, 1), lang: None, levels: Levels::default() };
        let analysis = analyze(&sources, &options);
        let accepted: Vec<_> = analysis.findings.iter().filter(|it| it.accepted).collect();
        let [finding] = accepted[..] else { panic!("{accepted:?}") };
        assert_eq!(&*analysis.acceptances().of(finding).expect("it is accepted").by.value, "lang");
    }
}

//! A large landscape, made up: every fault that was planted is found, and nothing else.

#[path = "../benches/synthetic/mod.rs"]
mod synthetic;

use std::collections::BTreeSet;

use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    source::Sources,
};
use synthetic::{Planted, Synthetic};

fn judge(made: &Synthetic) -> Analysis {
    let mut sources = Sources::default();
    for (name, text) in &made.files {
        sources.add(name, text.as_str());
    }
    let today = jiff::civil::date(2026, 11, 1);
    analyze(&sources, &Options { date: None, today, lang: None, levels: Levels::default() })
}

fn found(analysis: &Analysis) -> Vec<Planted> {
    let found = analysis.findings.iter();
    let mut found: Vec<_> =
        found.map(|it| Planted { rule: it.rule.id, subject: it.subject.clone() }).collect();
    found.sort_unstable();
    found
}

#[test]
fn a_clean_landscape_has_no_findings() {
    let made = synthetic::landscape(300, 900, 0);
    let analysis = judge(&made);
    assert_eq!(found(&analysis), made.faults);
    assert_eq!((analysis.summary.applications, analysis.landscape.links.len()), (300, 900));
    let lacking: Vec<_> = analysis.not_assessed.iter().map(|it| it.needs).collect();
    assert!(lacking.iter().all(|needs| *needs == koppelkaart::analysis::NEWER_VERSION), "{lacking:?}");
}

#[test]
fn exactly_what_was_planted_is_found() {
    for (applications, links, fault_every) in [(300, 900, 10), (700, 1400, 3), (25, 100, 2)] {
        let made = synthetic::landscape(applications, links, fault_every);
        assert!(made.faults.len() > links / fault_every / 5, "{}", made.faults.len());
        assert_eq!(found(&judge(&made)), made.faults);
    }
}

/// All that there were when this was written, but those on the language itself and on where data flows.
const PLANTED_RULES: usize = 46;

#[test]
fn every_group_of_rules_on_links_and_papers_has_its_faults() {
    let made = synthetic::landscape(300, 900, 10);
    let planted: BTreeSet<_> = made.faults.iter().map(|it| it.rule).collect();
    assert!(planted.len() >= PLANTED_RULES, "{planted:?}");
}

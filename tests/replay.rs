//! The example landscape judged as of 2017 and as of today: nothing in it changed, the norms did.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    finding::{Finding, Level},
    load::files,
    model::Status,
    norms::tls::TlsVersion,
    text::Lang,
};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The day of the claim to the council, under the Wbp, the BIG and the NCSC guidelines of 2014.
const THEN: Date = date(2017, 12, 31);
/// Under the AVG, the BIO2 and the NCSC guidelines of 2025-05.
const NOW: Date = date(2026, 11, 1);
/// The last day of the Wbp.
const LAST_OF_WBP: Date = date(2018, 5, 24);
/// The first day of the AVG.
const FIRST_OF_AVG: Date = date(2018, 5, 25);

/// The example as of a day, with `more` in a file beside it.
fn with(more: &str, day: Date) -> Analysis {
    let mut sources =
        files::read(format!("{ROOT}/landscape").as_str().into(), ROOT.into()).expect("it can be read");
    sources.add("landscape/more.toml", more);
    let options = Options { date: Some(day), today: day, lang: Some(Lang::Nl), levels: Levels::default() };
    analyze(&sources, &options)
}

fn on(day: Date) -> Analysis {
    with("", day)
}

fn of<'a>(analysis: &'a Analysis, rule: &str) -> Vec<&'a Finding> {
    analysis.findings.iter().filter(|finding| finding.rule.id == rule).collect()
}

fn subjects(findings: &[&Finding]) -> BTreeSet<String> {
    findings.iter().map(|finding| finding.subject.clone()).collect()
}

/// TLS 1.0 was «Voldoende» in 2014, «Uit te faseren» from 23 April 2019, «Onvoldoende» from 2025-05.
#[test]
fn the_same_links_over_tls_1_0_were_fine_then_and_fail_now() {
    let analysis = on(NOW);
    let old: BTreeSet<String> = analysis
        .landscape
        .links
        .items()
        .iter()
        .filter(|link| link.tls.as_ref().is_some_and(|tls| tls.value == TlsVersion::Tls10))
        .map(|link| link.id.to_string())
        .collect();
    let rows: BTreeSet<&str> = old.iter().filter_map(|id| id.get(..3)).collect();
    assert_eq!(rows, BTreeSet::from(["L05", "L41", "L63"]), "the rows of the source with TLS 1.0");

    for (day, level) in [
        (THEN, None),
        (date(2019, 4, 22), None),
        (date(2019, 4, 23), Some(Level::Warn)),
        (date(2025, 4, 30), Some(Level::Warn)),
        (date(2025, 5, 1), Some(Level::Deny)),
        (NOW, Some(Level::Deny)),
    ] {
        let analysis = on(day);
        let found = of(&analysis, "outdated-tls");
        let expected = if level.is_some() { old.clone() } else { BTreeSet::new() };
        assert_eq!(subjects(&found), expected, "{day}");
        assert!(found.iter().all(|finding| Some(finding.level) == level), "{day}");
    }
}

#[test]
fn a_line_that_fell_behind_no_longer_counts_as_secured() {
    let (then, now) = (on(THEN).summary.tally, on(NOW).summary.tally);
    assert_eq!((then.links, then.personal), (now.links, now.personal), "nothing in the landscape changed");
    assert_eq!(then.secured - now.secured, 5, "the five links over TLS 1.0");
    assert_eq!(now.unsecured - then.unsecured, 5);
}

/// AVG art. 99(2): applicable from 25 May 2018, when the Wbp went. BIG until 2020, BIO2 from 23 September 2025.
#[test]
fn findings_rest_on_the_laws_of_the_day() {
    for (day, cited, never) in [
        (THEN, vec!["Wbp"], vec!["AVG", "UAVG", "BIO", "BIO2", "Cbw"]),
        (LAST_OF_WBP, vec!["Wbp"], vec!["AVG", "UAVG", "BIO", "BIO2", "Cbw"]),
        (FIRST_OF_AVG, vec!["AVG", "UAVG"], vec!["Wbp", "BIO", "BIO2", "Cbw"]),
        (NOW, vec!["AVG", "UAVG", "BIO2"], vec!["Wbp", "BIG", "BIO"]),
    ] {
        let analysis = on(day);
        let basis = analysis.findings.iter().flat_map(|finding| &finding.basis);
        let laws: BTreeSet<&str> = basis.filter_map(|article| article.split(' ').next()).collect();
        assert!(cited.iter().all(|law| laws.contains(law)), "{day}: {laws:?}");
        assert!(never.iter().all(|law| !laws.contains(law)), "{day}: {laws:?}");
    }
}

/// The sentences and the advice on one finding must not ask in 2017 for what came in 2018.
#[test]
fn what_is_said_of_2017_names_no_later_law() {
    let analysis = on(THEN);
    for finding in &analysis.findings {
        let said = [Some(&finding.message), finding.advice.as_ref(), Some(&finding.primary.message)];
        for text in said.into_iter().flatten() {
            let later = ["AVG", "UAVG", "BIO", "Cbw", "Cyberbeveiligingswet"];
            let words: Vec<&str> = text.split(|it: char| !it.is_alphanumeric()).collect();
            assert!(!later.iter().any(|law| words.contains(law)), "{}: {text}", finding.rule.id);
        }
    }
}

/// AVG 9(2) has the exceptions today; the Wbp had them in 17 to 23.
#[test]
fn the_ban_on_special_categories_has_its_exceptions_in_the_law_of_the_day() {
    for (day, wanted, other) in
        [(LAST_OF_WBP, "Wbp art. 17–23", "AVG"), (FIRST_OF_AVG, "AVG art. 9(2)", "Wbp")]
    {
        let analysis = on(day);
        let found = of(&analysis, "special-category-without-exception");
        assert!(!found.is_empty(), "health data runs over the example, and no exception is declared");
        for finding in found {
            assert!(
                finding.message.contains(wanted) && !finding.message.contains(other),
                "{}",
                finding.message
            );
        }
    }
}

/// AVG 35, 26, 28(3)(a)–(h) and the last sentence of 6(1) have no counterpart in the Wbp.
#[test]
fn what_only_the_gdpr_asks_is_not_asked_before_it() {
    let more = r#"
[processing.samen]
name = "Samen"
purpose = "Proef"
controller = ["college", "svb"]
legal_basis = "legitimate-interests"
retention = "1 jaar"

[agreement.half]
kind = "processor"
parties = ["college", "pinkroccade"]
covers = "samen"
clauses = ["a"]

[[link]]
id = "proef"
from = "csam"
to = "isam"
data = "naw"
secure = true
protocol = "sftp"
processing = "samen"
"#;
    for rule in [
        "missing-dpia",
        "missing-joint-arrangement",
        "incomplete-processor-agreement",
        "legitimate-interests-by-authority",
    ] {
        assert!(of(&with(more, LAST_OF_WBP), rule).is_empty(), "{rule}");
        assert!(!of(&with(more, FIRST_OF_AVG), rule).is_empty(), "{rule}");
    }
}

/// AVG 6(3) asks for a law behind a public task; before it, not naming one broke none.
#[test]
fn a_public_task_without_its_law_weighs_more_since_the_gdpr() {
    let level = |day| {
        let analysis = on(day);
        let levels: BTreeSet<Level> =
            of(&analysis, "basis-without-law").iter().map(|finding| finding.level).collect();
        levels.into_iter().collect::<Vec<_>>()
    };
    assert_eq!(level(THEN), [Level::Warn]);
    assert_eq!(level(NOW), [Level::Deny]);
}

/// The United Kingdom: in the EEA until 31 December 2020, then bridged, adequate from 28 June 2021, until 27
/// December 2031. Brazil: adequate from 26 January 2026. India: never.
#[test]
fn where_data_may_go_depends_on_the_day() {
    let more = ["GB", "BR", "IN"].map(|country| {
        let id = country.to_lowercase();
        format!(
            "[application.{id}]\nname = \"{country}\"\ncountry = \"{country}\"\n\n\
             [[link]]\nid = \"naar-{id}\"\nfrom = \"csam\"\nto = \"{id}\"\ndata = \"naw\"\nsecure = true\n\
             protocol = \"sftp\"\ncontroller = \"college\"\nprocessing = \"wmo\"\n\n"
        )
    });
    let more = more.concat();
    let outside = |day| subjects(&of(&with(&more, day), "transfer-outside-eea"));
    let expected =
        |countries: &[&str]| countries.iter().map(|id| format!("naar-{id}")).collect::<BTreeSet<_>>();
    assert_eq!(outside(THEN), expected(&["br", "in"]));
    assert_eq!(outside(date(2021, 1, 1)), expected(&["br", "in"]), "the bridge of the trade agreement");
    assert_eq!(outside(NOW), expected(&["in"]));
    assert_eq!(outside(date(2031, 12, 28)), expected(&["gb", "in"]), "unless it is renewed again");
}

/// Norms of the overview: what was promised "before the end of 2017" or for May 2018 wasn't late on the day of the
/// claim, and is now; judgements of 2017 are too old to rely on.
#[test]
fn promises_and_judgements_of_2017_do_not_last() {
    let (then, now) = (on(THEN), on(NOW));
    for rule in ["overdue-action", "stale-judgement"] {
        assert!(of(&then, rule).is_empty(), "{rule}");
    }
    let ids = |wanted: fn(&koppelkaart::model::Norm) -> bool| -> BTreeSet<String> {
        let norms = now.landscape.norms.items().iter();
        norms.filter(|norm| wanted(norm)).map(|norm| norm.id.to_string()).collect()
    };
    assert_eq!(subjects(&of(&now, "overdue-action")), ids(|norm| norm.due.is_some()));
    assert_eq!(subjects(&of(&now, "stale-judgement")), ids(|norm| norm.status.is_some()));
}

/// The thirteen statements: none is green while lines are unsecured, promises are open and questions unanswered.
#[test]
fn the_overview_is_no_greener_than_the_landscape() {
    for day in [THEN, NOW] {
        let analysis = on(day);
        let ids: Vec<&str> = analysis.norms.iter().map(|norm| &*norm.id).collect();
        let wanted: Vec<String> = (1..=13).map(|number| number.to_string()).collect();
        assert_eq!(ids, wanted);
        assert!(analysis.norms.iter().all(|norm| norm.status != Status::Green));
        let color = |id: &str| analysis.norms.iter().find(|norm| &*norm.id == id).map(|norm| norm.status);
        assert_eq!(color("12"), Some(Status::Red), "the letter said: only secured lines");
        for computed in ["2", "5", "10", "11", "12", "13"] {
            let norm = analysis.norms.iter().find(|norm| &*norm.id == computed);
            assert!(norm.is_some_and(|norm| norm.computed.is_some()), "{computed}");
        }
    }
}

/// Everything that people judged says that the judgement is part of the reconstruction, and on what it rests.
#[test]
fn judgements_by_hand_say_that_they_are_reconstructed() {
    let analysis = on(THEN);
    for norm in analysis.landscape.norms.items() {
        let explained = norm.explanation.as_ref().is_some_and(|it| it.contains("reconstructie"));
        assert!(explained, "{}", norm.id);
        if norm.status.is_some() {
            assert!(norm.judged.as_ref().is_some_and(|day| day.value.0 < THEN), "{}", norm.id);
            assert!(!norm.evidence.is_empty() && norm.by.is_some(), "{}", norm.id);
        }
    }
}

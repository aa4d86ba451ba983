//! Every example of every rule, judged by all rules: it fires where a caret stands, and only there.

use std::fmt::Write;

use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    finding::{Example, Group},
    model::Status,
    rules::{self, ALL},
    source::Sources,
    text::{Lang, Text},
};

const SHARED: &str = include_str!("../src/rules/example.toml");

fn judge(example: &Example, lang: Lang) -> (Sources, Analysis) {
    let mut sources = Sources::default();
    sources.add("shared.toml", SHARED);
    sources.add("example.toml", example.toml);
    let date = example.date.map(|date| date.parse().expect("a date"));
    let options =
        Options { date, today: jiff::civil::date(2026, 11, 1), lang: Some(lang), levels: Levels::default() };
    let analysis = analyze(&sources, &options);
    (sources, analysis)
}

/// Line and columns of every caret comment: `#    ^^^` points at the last line above that has none.
fn carets(toml: &str) -> Vec<(usize, usize, usize)> {
    let mut line_above = 0;
    let mut found = Vec::new();
    for (number, line) in (1..).zip(toml.lines()) {
        let pointing = line.strip_prefix('#').map(str::trim).filter(|rest| !rest.is_empty());
        if pointing.is_some_and(|rest| rest.bytes().all(|byte| byte == b'^')) {
            let start = line.chars().position(|it| it == '^').expect("a caret") + 1;
            found.push((line_above, start, start + line.matches('^').count()));
        } else {
            line_above = number;
        }
    }
    found.sort_unstable();
    found
}

#[test]
fn findings_come_in_reading_order_and_at_one_place_in_the_order_of_the_rules() {
    let (_, analysis) = judge(&Example::new(NOTHING, UNSORTED), Lang::En);
    let rank = |id| ALL.iter().position(|rule| rule.info.id == id);
    let found: Vec<_> = analysis.findings.iter().map(|it| (it.primary.location, rank(it.rule.id))).collect();
    assert!(found.is_sorted(), "{found:?}");
    assert!(found.windows(2).any(|pair| pair[0].0 == pair[1].0), "two point at one place: {found:?}");
    let ranks: Vec<_> = found.iter().map(|(_, rank)| rank).collect();
    assert!(!ranks.is_sorted(), "reading order is another than that of the rules: {found:?}");
}

const NOTHING: Text = Text { en: "", nl: "" };

/// The last rule that speaks here is about the first table, and the activity has nothing of what several ask.
const UNSORTED: &str = r#"
[application.los]
name = "Los"

[[link]]
from = "csam"
to = "ggk"
data = "naw"
secure = true
protocol = "https"
processing = "leeg"

[processing.leeg]
name = "Leeg"
"#;

#[test]
fn each_rule_fires_where_its_examples_say_and_nowhere_else() {
    let mut wrong = String::new();
    for rule in ALL {
        for example in rule.info.examples {
            let (sources, analysis) = judge(example, Lang::En);
            let mut fired: Vec<_> = analysis
                .findings
                .iter()
                .filter(|finding| finding.rule.id == rule.info.id)
                .map(|finding| {
                    let (start, end) = sources.positions(finding.primary.location);
                    // A place without width is shown as one caret.
                    (start.line, start.column, end.column.max(start.column + 1))
                })
                .collect();
            fired.sort_unstable();
            let expected = carets(example.toml);
            if fired != expected {
                writeln!(
                    wrong,
                    "{} ({}): expected {expected:?}, fired {fired:?}",
                    rule.info.id, example.shows.en
                )
                .unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn each_rule_has_an_example_that_fires_and_one_that_must_not() {
    for rule in ALL {
        let firing = rule.info.examples.iter().filter(|example| !carets(example.toml).is_empty()).count();
        assert!(firing > 0, "{} has no example that fires", rule.info.id);
        assert!(firing < rule.info.examples.len(), "{} has no example that stays silent", rule.info.id);
    }
}

/// What other rules say of each example, so that a rule that fires too much is seen.
#[test]
fn cross_fire() {
    let mut hits = String::new();
    for rule in ALL {
        for example in rule.info.examples {
            let (_, analysis) = judge(example, Lang::En);
            let others: Vec<_> =
                analysis.findings.iter().map(|it| it.rule.id).filter(|id| *id != rule.info.id).collect();
            writeln!(
                hits,
                "{}: {}: {}",
                rule.info.id,
                example.shows.en,
                if others.is_empty() { "nothing else".to_owned() } else { others.join(", ") }
            )
            .unwrap();
        }
    }
    insta::assert_snapshot!(hits);
}

#[test]
fn both_languages_find_the_same_and_say_it_in_their_own_words() {
    for rule in ALL {
        for example in rule.info.examples {
            let ((_, nl), (_, en)) = (judge(example, Lang::Nl), judge(example, Lang::En));
            assert_eq!(nl.findings.len(), en.findings.len());
            for (nl, en) in nl.findings.iter().zip(&en.findings) {
                assert_eq!((nl.rule.id, nl.primary.location), (en.rule.id, en.primary.location));
                assert_ne!(nl.message, en.message, "{}", nl.rule.id);
                assert_ne!(nl.mend(Lang::Nl), en.mend(Lang::En), "{}", nl.rule.id);
            }
        }
    }
}

#[test]
fn the_shared_landscape_of_the_examples_is_quiet() {
    let (_, analysis) = judge(&Example::new(ALL[0].info.title, ""), Lang::En);
    assert_eq!(analysis.findings.iter().map(|finding| &finding.message).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn a_rule_stands_in_the_file_that_is_named_after_it() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules");
    for rule in ALL {
        let file = format!("{folder}/{}.rs", rule.info.id.replace('-', "_"));
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert!(text.contains(&format!("id: \"{}\"", rule.info.id)), "{file}");
        assert!(rules::find(rule.info.id).is_some());
    }
}

#[test]
fn no_two_rules_share_an_id() {
    let mut ids: Vec<_> = ALL.iter().map(|rule| rule.info.id).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn every_rule_is_explained_in_both_languages() {
    for rule in ALL {
        let info = &rule.info;
        for text in [info.title, info.why, info.mend, info.fine] {
            assert!(!text.en.is_empty() && !text.nl.is_empty(), "{}", info.id);
            assert_ne!(text.en, text.nl, "{}", info.id);
        }
        assert!(info.group == Group::Language || !info.basis.is_empty(), "{} rests on nothing", info.id);
    }
}

/// A landscape of which a norm names the rules on the judgement itself.
const ON_ITSELF: &str = r#"
[norm.1]
text = "Er is privacybeleid"
status = "amber"
judged = 2026-06-01
evidence = "beleid.pdf"
due = 2026-10-01

[norm.2]
text = "Wat is toegezegd gebeurt, en wat is geaccepteerd klopt"
rules = ["overdue-action", "unused-acceptance"]
due = 2026-10-01

[[acceptance]]
rule = "self-link"
subject = "over-vpn"
reason = "Klopt"
by = "CISO"
until = 2026-12-31
"#;

#[test]
fn rules_on_the_judgement_colour_norms_and_can_be_accepted() {
    let judged = |more: &str| {
        let toml = format!("{ON_ITSELF}{more}");
        let mut sources = Sources::default();
        sources.add("shared.toml", SHARED);
        sources.add("example.toml", &toml);
        let options = Options {
            date: None,
            today: jiff::civil::date(2026, 11, 1),
            lang: Some(Lang::En),
            levels: Levels::default(),
        };
        let analysis = analyze(&sources, &options);
        let found: Vec<_> = analysis
            .findings
            .iter()
            .map(|it| format!("{} {}{}", it.rule.id, it.subject, if it.accepted { " accepted" } else { "" }))
            .collect();
        (found.join(", "), analysis.norms.iter().map(|norm| norm.status).collect::<Vec<_>>())
    };
    let amber = vec![Status::Amber, Status::Amber];
    assert_eq!(judged(""), ("overdue-action 1, unused-acceptance over-vpn".to_owned(), amber.clone()));
    let accept = |rule: &str, subject: &str| {
        format!(
            "[[acceptance]]\nrule = \"{rule}\"\nsubject = \"{subject}\"\nreason = \"r\"\nby = \"b\"\nuntil = 2026-12-31\n"
        )
    };
    let both = accept("overdue-action", "1") + &accept("unused-acceptance", "over-vpn");
    assert_eq!(
        judged(&both),
        ("overdue-action 1 accepted, unused-acceptance over-vpn accepted".to_owned(), amber)
    );
}

#[test]
fn a_norm_is_not_green_while_something_cannot_be_read() {
    let example = |toml| judge(&Example::new(ALL[0].info.title, toml), Lang::En).1.norms[0].status;
    let norm = "[norm.1]\ntext = \"Elke lijn gaat ergens heen\"\nrules = [\"self-link\"]\n";
    let broken = "[norm.1]\ntext = \"Elke lijn gaat ergens heen\"\nrules = [\"self-link\"]\n[[link]]\nfrom = \"csam\"\nto = \"gkk\"\n";
    assert_eq!(example(norm), Status::Green);
    assert_eq!(example(broken), Status::NotAssessed);
}

//! What every example of every rule makes people read: the message in both languages, and in English all that
//! stands beside it. Rules are tested for where they fire by `rules.rs`; this holds what they say.

use std::fmt::Write;

use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    finding::Example,
    norms::laws::in_force,
    rules::ALL,
    source::{Location, Sources},
    text::Lang,
};

fn judge(example: &Example, lang: Lang) -> (Sources, Analysis) {
    let mut sources = Sources::default();
    sources.add("shared.toml", include_str!("../src/rules/example.toml"));
    sources.add("example.toml", example.toml);
    let date = example.date.map(|date| date.parse().expect("a date"));
    let today = jiff::civil::date(2026, 11, 1);
    let analysis = analyze(&sources, &Options { date, today, lang: Some(lang), levels: Levels::default() });
    (sources, analysis)
}

/// The line of a place, as the example shows it.
fn line(sources: &Sources, location: Location) -> String {
    let number = sources.positions(location).0.line;
    let text = sources.get(location.source).text().lines().nth(number - 1).unwrap_or_default();
    format!("{number} `{}`", text.trim())
}

#[test]
fn what_each_example_makes_a_rule_say() {
    let mut said = String::new();
    for rule in ALL {
        for example in rule.info.examples {
            let ((sources, en), (_, nl)) = (judge(example, Lang::En), judge(example, Lang::Nl));
            let date = en.date;
            let pairs = en.findings.iter().zip(&nl.findings).filter(|(it, _)| it.rule.id == rule.info.id);
            let usual = rule.info.basis.iter().filter(|it| in_force(**it, date));
            let usual: Vec<_> = usual.map(|it| it.label(Lang::En)).collect();
            for (number, (en, nl)) in pairs.enumerate() {
                if number == 0 {
                    writeln!(said, "# {}: {}", rule.info.id, example.shows.en).unwrap();
                }
                writeln!(said, "{:?} {}: {}\n  nl: {}", en.level, en.subject, en.message, nl.message)
                    .unwrap();
                writeln!(said, "  at {}: {}", line(&sources, en.primary.location), en.primary.message)
                    .unwrap();
                for label in &en.related {
                    writeln!(said, "  and {}: {}", line(&sources, label.location), label.message).unwrap();
                }
                if let Some(advice) = &en.advice {
                    writeln!(said, "  mend: {advice}").unwrap();
                }
                if en.basis != usual {
                    writeln!(said, "  rests on {}", en.basis.join(", ")).unwrap();
                }
            }
        }
    }
    insta::assert_snapshot!(said);
}

//! A value of the wrong type, or one that the key doesn't allow.

use jiff::civil::Date;

use super::{Check, Facts, Findings, Rule, words};
use crate::{
    finding::{Change, Example, Group, Level, Repair, RuleInfo},
    load::{
        meant::meant,
        near::is_slip,
        problem::{Expected, Fault, Found},
    },
    say,
    source::Location,
    text::{Lang, Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "invalid-value",
        group: Group::Language,
        level: Level::Deny,
        needs: None,
        title: Text {
            en: "a value that the key doesn't allow",
            nl: "een waarde die de sleutel niet toelaat",
        },
        brief: Text { en: "invalid value", nl: "ongeldige waarde" },
        why: Text {
            en: "A value that can't be understood says nothing, and what says nothing counts as not known.",
            nl: "Een waarde die niet te begrijpen is, zegt niets; en wat niets zegt, geldt als niet bekend.",
        },
        mend: Text {
            en: "Write one of the values that the key allows, in the form that it asks for.",
            nl: "Schrijf een van de waarden die de sleutel toelaat, in de vorm die hij vraagt.",
        },
        fine: Text { en: "Never.", nl: "Nooit." },
        basis: &[],
        looks_at: &[],
        examples: &[
            Example::new(
                Text { en: "a word that isn't in the list", nl: "een woord dat niet in de lijst staat" },
                r#"
  [party.inwoner]
  name = "Inwoner"
  kind = "data-subjects"
#        ^^^^^^^^^^^^^^^
"#,
            ),
            Example::new(
                Text { en: "a Dutch word for it", nl: "een Nederlands woord ervoor" },
                r#"
  [data.inkomen]
  name = "Inkomen"
  class = "bijzonder"
#         ^^^^^^^^^^^
"#,
            ),
            Example::new(
                Text { en: "a date in quotes", nl: "een datum tussen aanhalingstekens" },
                r#"
  [application.zaken]
  name = "Zaaksysteem"
  end_of_support = "2027-01-01"
#                  ^^^^^^^^^^^^
"#,
            ),
            Example::new(
                Text {
                    en: "a single table where there may be several",
                    nl: "een losse tabel waar er meer kunnen zijn",
                },
                r#"
  [link]
#  ^^^^
  from = "csam"
  to = "ggk"
"#,
            ),
            Example::new(
                Text {
                    en: "a number where an id belongs, and one party where two do",
                    nl: "een getal waar een id hoort, en één partij waar er twee horen",
                },
                r#"
  [agreement.convenant]
  kind = "exchange"
  parties = "college"
#           ^^^^^^^^^

  [[link]]
  from = 3
#        ^
  to = "ggk"
"#,
            ),
            Example::new(
                Text { en: "several tables where there is one", nl: "meer tabellen waar er één is" },
                r#"
  [[rules]]
#   ^^^^^
  no-owner = "allow"
"#,
            ),
            Example::new(
                Text { en: "one id where a list may stand", nl: "één id waar een lijst mag staan" },
                r#"
  [application.zaken]
  name = "Zaaksysteem"
  source_of = "naw"
  end_of_support = 2027-01-01
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    let lang = facts.lang;
    for problem in facts.problems {
        let Fault::InvalidValue { key, expected, found } = &problem.fault else { continue };
        let repair = repair(problem.location, key, expected, found);
        let (key, wanted, label) =
            (shown(key), wanted(key, expected, lang), did_you_mean(expected, found, lang));
        let found = match found {
            Found::Text(text) => words::none(&format!("\"{}\"", shown(text)), lang),
            // A date is no date only where a time stands with it.
            Found::Type("date") if *expected == Expected::Form("date".to_owned()) => {
                say!(lang, en: "not a date with a time", nl: "geen datum met een tijd")
            }
            Found::Type(name) => words::none(words::toml_type(name).to(lang), lang),
        };
        let message = say!(
            lang,
            en: "`{key}` is {found} but {wanted}",
            nl: "`{key}` is {found} maar {wanted}",
        );
        out.problem(problem, label, message).repairs.extend(repair);
    }
}

/// What to write there, where it comes to mind: certain where the author wrote as much in another form.
fn repair(at: Location, key: &str, expected: &Expected, found: &Found) -> Option<Repair> {
    let write = |text: String, certain| Repair { change: Change::Write(at, text), certain };
    match (expected, found) {
        (Expected::OneOf { near: Some(near), .. }, Found::Text(text)) => {
            Some(write(format!("\"{near}\""), is_slip(text, near)))
        }
        // A header in single brackets becomes one in double brackets.
        (Expected::Form(code), Found::Type("table")) if code == "element" => {
            let header = Location { start: at.start.saturating_sub(1), end: at.end + 1, ..at };
            Some(Repair { change: Change::Write(header, format!("[[{key}]]")), certain: true })
        }
        (Expected::Form(code), Found::Text(text)) if code == "date" => {
            text.parse::<Date>().ok().map(|day| write(day.to_string(), true))
        }
        (Expected::Form(code), Found::Text(text)) => {
            instead(code, text).map(|meant| write(meant.to_owned(), is_slip(text, meant)))
        }
        _ => None,
    }
}

/// Asks whether another value was meant, where one comes to mind.
fn did_you_mean(expected: &Expected, found: &Found, lang: Lang) -> String {
    let near = match (expected, found) {
        (Expected::OneOf { near: Some(near), .. }, _) => format!("\"{near}\""),
        (Expected::Form(code), Found::Text(text)) => match instead(code, text) {
            Some(near) => format!("`{near}`"),
            None => return String::new(),
        },
        _ => return String::new(),
    };
    say!(lang, en: "did you mean {near}?", nl: "bedoelt u {near}?")
}

/// What somebody meant who wrote this text for a value of another form, as TOML.
fn instead(code: &str, text: &str) -> Option<&'static str> {
    match code {
        "a boolean" => meant(text, ["true", "false"]),
        "dpia" => meant(text, ["not-required"]).map(|_| "\"not-required\""),
        _ => None,
    }
}

/// What the key takes, in words.
fn wanted(key: &str, expected: &Expected, lang: Lang) -> String {
    match expected {
        Expected::Form(code) => {
            let (form, key) = (words::form(code).to(lang), shown(key));
            match code.as_str() {
                "named-table" => format!("{form}: `[{key}.ID]`"),
                "single-table" => format!("{form}: `[{key}]`"),
                "element" => format!("{form}: `[[{key}]]`"),
                _ => form.to_owned(),
            }
        }
        Expected::OneOf { words, .. } => {
            let words: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
            let words = words.join(", ");
            say!(lang, en: "one of {words}", nl: "een van {words}")
        }
    }
}

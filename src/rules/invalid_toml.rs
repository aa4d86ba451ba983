//! A file, or a table in it, that isn't TOML.

use super::{Check, Facts, Findings, Rule, toml_words};
use crate::{
    finding::{Change, Example, Group, Level, RuleInfo},
    load::problem::Fault,
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "invalid-toml",
        group: Group::Language,
        level: Level::Deny,
        needs: None,
        title: Text { en: "not valid TOML", nl: "geen geldige TOML" },
        brief: Text { en: "not valid TOML", nl: "geen geldige TOML" },
        why: Text {
            en: "What can't be read can't be judged: whatever this table was meant to say counts as not known.",
            nl: "Wat niet te lezen is, is niet te beoordelen: wat deze tabel had moeten zeggen, geldt als niet bekend.",
        },
        mend: Text {
            en: "Correct the text at this place. Every table stands by itself: the others were read.",
            nl: "Verbeter de tekst op deze plaats. Elke tabel staat op zichzelf: de andere zijn gewoon gelezen.",
        },
        fine: Text { en: "Never.", nl: "Nooit." },
        basis: &[],
        looks_at: &[],
        examples: &[
            Example::new(
                Text { en: "a key without `=`", nl: "een sleutel zonder `=`" },
                r#"
  [party.inwoner]
  name "Inwoner"
#      ^
"#,
            ),
            Example::new(
                Text {
                    en: "text without its closing quotes",
                    nl: "tekst zonder aanhalingsteken aan het eind",
                },
                r#"
  [party.inwoner]
  name = "Inwoner
#                ^
  [party.raad]
  name = "Gemeenteraad"
"#,
            ),
            Example::new(
                Text { en: "yes and no, and curly quotes", nl: "ja en nee, en gekrulde aanhalingstekens" },
                r#"
  [application.zaken]
  name = "Zaaksysteem"
  access_logging = ja
#                  ^^

  [application.post]
  name = “Postregistratie”
#        ^^^^^^^^^^^^^^^^^
"#,
            ),
            Example::new(
                Text { en: "another way to write the same", nl: "een andere schrijfwijze van hetzelfde" },
                r#"
  [party]
  inwoner = { name = "Inwoner" }
  raad.name = """Gemeenteraad"""
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    for problem in facts.problems {
        let (message, label) = match &problem.fault {
            Fault::Toml { why, written } => {
                let why = toml_words::told(why, written, facts.lang);
                (
                    say!(facts.lang, en: "this is not valid TOML: {why}", nl: "dit is geen geldige TOML: {why}"),
                    why,
                )
            }
            Fault::Encoding { utf16: true } => (
                say!(
                    facts.lang,
                    en: "this file is UTF-16, and TOML is UTF-8: save it anew as UTF-8",
                    nl: "dit bestand is UTF-16 en TOML is UTF-8: sla het opnieuw op als UTF-8",
                ),
                String::new(),
            ),
            Fault::Encoding { utf16: false } => (
                say!(
                    facts.lang,
                    en: "this file is not UTF-8 from here on: save it anew as UTF-8",
                    nl: "dit bestand is vanaf hier geen UTF-8: sla het opnieuw op als UTF-8",
                ),
                say!(facts.lang, en: "not UTF-8", nl: "geen UTF-8"),
            ),
            _ => continue,
        };
        let finding = out.problem(problem, label, message);
        if let Fault::Toml { written, .. } = &problem.fault {
            if let Some(straight) = toml_words::straight(written) {
                finding.repair(Change::Write(problem.location, straight));
            } else if let Some(meant) = toml_words::yes_or_no(written) {
                finding.propose(Change::Write(problem.location, meant.to_owned()));
            }
        }
    }
}

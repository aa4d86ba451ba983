//! A key or table that the language doesn't have.

use super::{Check, Facts, Findings, Rule};
use crate::{
    finding::{Change, Example, Group, Level, Repair, RuleInfo},
    load::{near::is_slip, problem::Fault},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "unknown-key",
        group: Group::Language,
        level: Level::Deny,
        needs: None,
        title: Text { en: "a key that the language doesn't have", nl: "een sleutel die de taal niet kent" },
        brief: Text { en: "unknown key", nl: "onbekende sleutel" },
        why: Text {
            en: "A misspelt key would otherwise be silently left out, and with it what it says.",
            nl: "Een verkeerd gespelde sleutel zou anders stilzwijgend wegvallen, en daarmee wat hij zegt.",
        },
        mend: Text {
            en: "Correct the spelling, or take the key out; a remark can go in `description` or after `#`.",
            nl: "Verbeter de spelling of haal de sleutel weg; een opmerking kan in `description` of achter `#`.",
        },
        fine: Text { en: "Never.", nl: "Nooit." },
        basis: &[],
        looks_at: &[],
        examples: &[
            Example::new(
                Text { en: "a slip of the pen", nl: "een verschrijving" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  personal_data = true
  secure = true
  protocl = "https"
# ^^^^^^^
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "a table that doesn't exist", nl: "een tabel die niet bestaat" },
                r#"
  [aplication.zaken]
#  ^^^^^^^^^^
  name = "Zaaksysteem"

  [[link]]
  from = "csam"
  to = "zaken"
  personal_data = false
"#,
            ),
            Example::new(
                Text { en: "a remark of one's own", nl: "een eigen opmerking" },
                r#"
  [application.zaken]
  name = "Zaaksysteem"  # wordt in 2027 vervangen
  description = "Wordt in 2027 vervangen"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    for problem in facts.problems {
        let Fault::UnknownKey { key, table, near } = &problem.fault else { continue };
        let (key, table) = (shown(key), shown(table));
        let message = if table.is_empty() {
            say!(facts.lang, en: "the language has no table `{key}`", nl: "de taal kent geen tabel `{key}`")
        } else {
            say!(facts.lang, en: "`{table}` has no key `{key}`", nl: "`{table}` kent geen sleutel `{key}`")
        };
        let label = match near {
            Some(near) => say!(facts.lang, en: "did you mean `{near}`?", nl: "bedoelt u `{near}`?"),
            None => say!(facts.lang, en: "not known here", nl: "hier niet bekend"),
        };
        let finding = out.problem(problem, label, message);
        if let Fault::UnknownKey { key, near: Some(near), .. } = &problem.fault {
            let change = Change::Write(problem.location, near.clone());
            finding.repairs.push(Repair { change, certain: is_slip(key, near) });
        }
    }
}

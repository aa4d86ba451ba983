//! A key that must be there and isn't.

use super::{Check, Facts, Findings, Rule};
use crate::{
    finding::{Change, Example, Group, Level, RuleInfo},
    load::problem::Fault,
    model::Kind,
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "missing-key",
        group: Group::Language,
        level: Level::Deny,
        needs: None,
        title: Text { en: "a key that must be there", nl: "een sleutel die er moet staan" },
        brief: Text { en: "a key is missing", nl: "een sleutel ontbreekt" },
        why: Text {
            en: "Without it nobody can tell what is meant: a link needs two ends, a party a name.",
            nl: "Zonder die sleutel is niet te zeggen wat bedoeld is: een koppeling heeft twee einden, een partij een naam.",
        },
        mend: Text { en: "Add the key to the table.", nl: "Voeg de sleutel toe aan de tabel." },
        fine: Text { en: "Never.", nl: "Nooit." },
        basis: &[],
        looks_at: &[],
        examples: &[
            Example::new(
                Text { en: "a category without its class", nl: "een categorie zonder klasse" },
                r#"
  [data.inkomen]
# ^^^^^^^^^^^^^^
  name = "Inkomen"
"#,
            ),
            Example::new(
                Text {
                    en: "a link without ends: two findings",
                    nl: "een koppeling zonder einden: twee bevindingen",
                },
                r"
  [[link]]
# ^^^^^^^^
# ^^^^^^^^
  secure = true
",
            ),
            Example::new(
                Text { en: "only what must be there", nl: "alleen wat er moet staan" },
                r#"
  [data.inkomen]
  name = "Inkomen"
  class = "personal"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    for problem in facts.problems {
        let Fault::MissingKey { key, table } = &problem.fault else { continue };
        let table = shown(table);
        let message = if table.is_empty() {
            say!(
                facts.lang,
                en: "the landscape has no table `[{key}]` with its `name`",
                nl: "het landschap heeft geen tabel `[{key}]` met een `name`",
            )
        } else {
            say!(facts.lang, en: "`{table}` has no `{key}`", nl: "`{table}` heeft geen `{key}`")
        };
        let what = if table.is_empty() { format!("[{key}]") } else { (*key).to_owned() };
        let label = say!(facts.lang, en: "add `{what}`", nl: "voeg `{what}` toe");
        let whole = table.is_empty();
        let finding = out.problem(problem, label, message);
        finding.propose(if whole {
            Change::Declare(Kind::Landscape, String::new())
        } else {
            Change::AddKey(key, problem.location, problem.subject.clone())
        });
    }
}

//! An id with other characters than the language allows.

use super::{Check, Facts, Findings, Rule};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    load::problem::Fault,
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "invalid-id",
        group: Group::Language,
        level: Level::Deny,
        needs: None,
        title: Text { en: "an id that isn't one", nl: "een id die er geen is" },
        brief: Text { en: "invalid id", nl: "ongeldige id" },
        why: Text {
            en: "Ids end up in file names, web addresses and other programs; plain ones are safe everywhere.",
            nl: "Id's komen in bestandsnamen, webadressen en andere programma's terecht; gewone zijn overal veilig.",
        },
        mend: Text {
            en: "Use letters a to z, digits, `-` and `_`, starting with a letter or digit; what people read goes in `name`.",
            nl: "Gebruik letters a tot z, cijfers, `-` en `_`, met vooraan een letter of cijfer; wat mensen lezen hoort in `name`.",
        },
        fine: Text { en: "Never.", nl: "Nooit." },
        basis: &[],
        looks_at: &[],
        examples: &[
            Example::new(
                Text { en: "a name in the place of an id", nl: "een naam op de plaats van een id" },
                r#"
  [application."Financiën & Co"]
#              ^^^^^^^^^^^^^^^^
  name = "Financiën & Co"
"#,
            ),
            Example::new(
                Text { en: "an id and a name", nl: "een id en een naam" },
                r#"
  [application.financien-en-co]
  name = "Financiën & Co"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    for problem in facts.problems {
        let Fault::InvalidId { id } = &problem.fault else { continue };
        let id = shown(id);
        let message = say!(facts.lang, en: "\"{id}\" can't be an id", nl: "\"{id}\" kan geen id zijn");
        let label = say!(facts.lang, en: "letters, digits, - and _", nl: "letters, cijfers, - en _");
        out.problem(problem, label, message);
    }
}

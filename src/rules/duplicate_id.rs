//! An id that was given twice.

use super::{Check, Facts, Findings, Rule, words};
use crate::{
    finding::{Example, Group, Label, Level, RuleInfo},
    load::problem::Fault,
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "duplicate-id",
        group: Group::Language,
        level: Level::Deny,
        needs: None,
        title: Text { en: "an id that was given twice", nl: "een id die twee keer is gegeven" },
        brief: Text { en: "id given twice", nl: "id twee keer gegeven" },
        why: Text {
            en: "Two things under one id make every reference to it ambiguous; only the first is judged.",
            nl: "Twee dingen met één id maken elke verwijzing dubbelzinnig; alleen het eerste wordt beoordeeld.",
        },
        mend: Text {
            en: "Rename one of the two, or take it out. Applications and parties share one namespace.",
            nl: "Hernoem een van beide of haal die weg. Applicaties en partijen delen één naamruimte.",
        },
        fine: Text { en: "Never.", nl: "Nooit." },
        basis: &[],
        looks_at: &[],
        examples: &[
            Example::new(
                Text { en: "a party and an application", nl: "een partij en een applicatie" },
                r#"
  [application.college]
#              ^^^^^^^
  name = "Besluitvorming"
"#,
            ),
            Example::new(
                Text {
                    en: "a network may share its id with an application",
                    nl: "een netwerk mag de id van een applicatie delen",
                },
                r#"
  [network.csam]
  name = "Netwerk van Csam"
  controlled = true
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    let lang = facts.lang;
    for problem in facts.problems {
        let Fault::DuplicateId { id, kind, first } = &problem.fault else { continue };
        let (id, kind) = (shown(id), words::kind(*kind).to(lang));
        let message = say!(lang, en: "the id `{id}` is taken by {kind}", nl: "de id `{id}` is al in gebruik voor {kind}");
        let label = say!(lang, en: "given again here", nl: "hier opnieuw gegeven");
        let finding = out.problem(problem, label, message);
        finding.related.push(Label {
            location: *first,
            message: say!(lang, en: "first given here", nl: "hier voor het eerst gegeven"),
        });
    }
}

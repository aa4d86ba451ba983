//! A norm that is not green, past the day on which it should have been.
//!
//! Runs after the rules on the landscape, since it looks at the colours that those make. What it finds can
//! colour a norm that names this very rule; it never makes one overdue.

use super::{Check, Facts, Findings, Judged, Rule, later};
use crate::{
    finding::{Example, Group, Label, Level, RuleInfo},
    model::Status,
    norms::laws::{AVG, WBP},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "overdue-action",
        group: Group::Accountability,
        level: Level::Warn,
        needs: None,
        title: Text {
            en: "a norm that isn't green, past the day on which it should have been",
            nl: "een norm die niet groen is, na de dag waarop dat had gemoeten",
        },
        brief: Text { en: "overdue", nl: "te laat" },
        why: Text {
            en: "The council was promised that it would be done by then. It isn't, and nobody has said so.",
            nl: "De raad is toegezegd dat het dan klaar zou zijn. Dat is het niet, en dat is nog nergens gezegd.",
        },
        mend: Text {
            en: "Do what was promised, or write a new `due` with the `explanation` of why it takes longer.",
            nl: "Doe wat is toegezegd, of leg een nieuwe `due` vast met in `explanation` waarom het langer duurt.",
        },
        fine: Text {
            en: "Never for long. A norm that nobody could assess isn't green either. What only this rule or `unused-acceptance` makes of a norm doesn't count for being overdue.",
            nl: "Nooit voor lang. Ook een norm die niet beoordeeld kon worden, is niet groen. Wat alleen deze regel of `unused-acceptance` van een norm maakt, telt niet mee voor te laat zijn.",
        },
        basis: &[AVG.at("5(2)"), AVG.at("24"), WBP.at("15")],
        looks_at: &["due", "rules", "status"],
        examples: &[
            Example::new(
                Text {
                    en: "judged, computed, and not assessed, and due yesterday",
                    nl: "beoordeeld, berekend en niet beoordeeld, en gisteren klaar had moeten zijn",
                },
                r#"
  [norm.1]
  text = "Er is privacybeleid"
  status = "amber"
  judged = 2026-06-01
  evidence = "beleid.pdf"
  action = "Vaststellen"
  due = 2026-10-31
#       ^^^^^^^^^^

  [norm.2]
  text = "Elke lijn gaat ergens heen"
  rules = ["self-link"]
  due = 2026-10-31
#       ^^^^^^^^^^

  [norm.3]
  text = "Elke applicatie heeft een eigenaar"
  rules = ["no-owner"]
  due = 2026-10-31
#       ^^^^^^^^^^

  [[link]]
  from = "csam"
  to = "csam"
  data = "wegen"
"#,
            ),
            Example::new(
                Text { en: "due today, and green", nl: "vandaag klaar, en groen" },
                r#"
  [norm.1]
  text = "Er is privacybeleid"
  status = "amber"
  judged = 2026-06-01
  evidence = "beleid.pdf"
  due = 2026-11-01

  [norm.2]
  text = "Elke lijn gaat ergens heen"
  rules = ["self-link"]
  due = 2020-01-01
"#,
            ),
            Example::new(
                Text { en: "a norm is not overdue by itself", nl: "een norm is niet te laat door zichzelf" },
                r#"
  [norm.1]
  text = "Wat is toegezegd, gebeurt op tijd"
  rules = ["overdue-action"]
  due = 2026-10-01
"#,
            ),
        ],
    },
    check: Check::Landscape(later),
};

/// Looks which norms are late.
pub fn check(facts: &Facts<'_>, judged: &Judged<'_>, out: &mut Findings) {
    for (item, color) in facts.landscape.norms.items().iter().zip(judged.colors) {
        let Some(due) = item.due.as_ref().filter(|due| due.value.0 < facts.date) else { continue };
        let color = match color {
            Status::Green => continue,
            Status::NotAssessed => Text { en: "not assessed", nl: "niet beoordeeld" },
            Status::Amber => Text { en: "amber", nl: "oranje" },
            Status::Red => Text { en: "red", nl: "rood" },
        };
        let (id, color, day) = (shown(&item.id), color.to(facts.lang), due.value);
        let message = say!(
            facts.lang,
            en: "Norm {id} should have been green by {day}, but is {color}",
            nl: "Norm {id} had uiterlijk {day} groen moeten zijn, maar is {color}",
        );
        let label = say!(facts.lang, en: "past", nl: "voorbij");
        let Some(finding) = out.tell((&item.id, &item.lost), due.location, label, message) else { continue };
        if let Some(action) = &item.action {
            let message = say!(facts.lang, en: "what would be done", nl: "wat er zou gebeuren");
            finding.related.push(Label { location: action.location, message });
        }
    }
}

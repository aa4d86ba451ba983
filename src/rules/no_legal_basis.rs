//! A processing activity without a legal basis.

use super::{
    Check, Facts, Findings, Rule,
    activity::{about_people, the_activity},
    needs,
};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    norms::laws::{AVG, WBP},
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "no-legal-basis",
        group: Group::Lawfulness,
        level: Level::Deny,
        needs: Some(needs::PROCESSING),
        title: Text {
            en: "a processing activity without a legal basis",
            nl: "een verwerkingsactiviteit zonder grondslag",
        },
        brief: Text { en: "no legal basis", nl: "geen grondslag vastgelegd" },
        why: Text {
            en: "Using personal data is only allowed on one of six bases. Without one it is unlawful, however well the lines are secured.",
            nl: "Persoonsgegevens gebruiken mag alleen op een van zes grondslagen. Zonder grondslag is het onrechtmatig, hoe goed de lijnen ook beveiligd zijn.",
        },
        mend: Text {
            en: "Choose the `legal_basis` with your data protection officer; for a task of the municipality it is mostly `public-task` or `legal-obligation`, with the `law`.",
            nl: "Kies de `legal_basis` met uw functionaris gegevensbescherming; bij een taak van de gemeente is het meestal `public-task` of `legal-obligation`, met de `law`.",
        },
        fine: Text {
            en: "Never. A law alone is no basis yet: say in what way it is one.",
            nl: "Nooit. Een wet alleen is nog geen grondslag: zeg op welke manier zij dat is.",
        },
        basis: &[AVG.at("5(1)(a)"), AVG.at("6(1)"), WBP.at("8")],
        looks_at: &["legal_basis", "data"],
        examples: &[
            Example::new(
                Text { en: "left out", nl: "ontbreekt" },
                r#"
  [processing.wmo]
# ^^^^^^^^^^^^^^^^
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  retention = "15 jaar"
"#,
            ),
            Example::new(
                Text { en: "a law is no basis yet", nl: "een wet is nog geen grondslag" },
                r#"
  [processing.wmo]
# ^^^^^^^^^^^^^^^^
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  law = "Wmo 2015"
  retention = "15 jaar"
"#,
            ),
            Example::new(
                Text { en: "written down", nl: "vastgelegd" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
"#,
            ),
            Example::new(
                Text { en: "nothing personal in it", nl: "er zit niets persoonlijks in" },
                r#"
  [processing.wegbeheer]
  name = "Wegbeheer"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "wegen"
  processing = "wegbeheer"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    for activity in about_people(facts).filter(|activity| activity.legal_basis.is_none()) {
        let the_activity = the_activity(facts.lang, activity);
        let message = say!(
            facts.lang,
            en: "{the_activity} names no legal basis",
            nl: "{the_activity} noemt geen grondslag",
        );
        let label = say!(facts.lang, en: "`legal_basis` is left out", nl: "`legal_basis` ontbreekt");
        out.tell((&activity.id, &activity.lost), activity.header, label, message);
    }
}

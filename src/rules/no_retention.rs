//! A processing activity that does not say how long its data is kept.

use super::{
    Check, Facts, Findings, Rule,
    activity::{about_people, gap, the_activity},
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
        id: "no-retention",
        group: Group::Lawfulness,
        level: Level::Warn,
        needs: Some(needs::PROCESSING),
        title: Text {
            en: "personal data without a retention period",
            nl: "persoonsgegevens zonder bewaartermijn",
        },
        brief: Text { en: "no retention period", nl: "geen bewaartermijn" },
        why: Text {
            en: "Personal data is kept no longer than its purpose needs. Where nobody wrote down how long that is, it stays for ever, in every application that it was copied to.",
            nl: "Persoonsgegevens worden niet langer bewaard dan voor het doel nodig is. Waar niemand vastlegde hoelang dat is, blijven ze altijd staan, in elke applicatie waarheen ze gekopieerd zijn.",
        },
        mend: Text {
            en: "Write in `retention` how long and counted from when, and the law or selection list that says so.",
            nl: "Leg in `retention` vast hoelang en vanaf welk moment, en welke wet of selectielijst dat bepaalt.",
        },
        fine: Text {
            en: "When no number of years can be given: write the criterion that decides it.",
            nl: "Als er geen aantal jaren te noemen is: leg dan vast waar de termijn van afhangt.",
        },
        basis: &[AVG.at("5(1)(e)"), AVG.at("30(1)"), WBP.at("10(1)")],
        looks_at: &["retention", "data"],
        examples: &[
            Example::new(
                Text { en: "left out", nl: "ontbreekt" },
                r#"
  [processing.wmo]
# ^^^^^^^^^^^^^^^^
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
"#,
            ),
            Example::new(
                Text { en: "nothing in it", nl: "er staat niets in" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = ""
#             ^^
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
    for activity in about_people(facts) {
        let gap = gap(facts.lang, "retention", activity.retention.as_ref(), activity.header);
        let Some((location, label)) = gap else { continue };
        let the_activity = the_activity(facts.lang, activity);
        let message = say!(facts.lang, en: "{the_activity} names no retention period", nl: "{the_activity} noemt geen bewaartermijn");
        out.tell((&activity.id, &activity.lost), location, label, message);
    }
}

//! A processing activity without a purpose.

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
        id: "no-purpose",
        group: Group::Lawfulness,
        level: Level::Deny,
        needs: Some(needs::PROCESSING),
        title: Text {
            en: "a processing activity without a purpose",
            nl: "een verwerkingsactiviteit zonder doel",
        },
        brief: Text { en: "no purpose", nl: "geen doel vastgelegd" },
        why: Text {
            en: "Personal data is collected for a purpose, told beforehand. Without one, nothing can be too much, kept too long or used for something else: every other test leans on it.",
            nl: "Persoonsgegevens worden verzameld voor een vooraf omschreven doel. Zonder doel is niet te zeggen of iets te veel is, te lang bewaard wordt of voor iets anders gebruikt wordt: elke andere toets leunt erop.",
        },
        mend: Text {
            en: "Write in `purpose` what the data is for, so precisely that someone else can tell what falls outside it.",
            nl: "Leg in `purpose` vast waar de gegevens voor zijn, zo precies dat een ander kan zeggen wat erbuiten valt.",
        },
        fine: Text {
            en: "Never. It stands in your record of processing: copy it from there.",
            nl: "Nooit. Het staat in uw verwerkingsregister: neem het daaruit over.",
        },
        basis: &[AVG.at("5(1)(b)"), AVG.at("30(1)"), WBP.at("7")],
        looks_at: &["purpose", "data"],
        examples: &[
            Example::new(
                Text { en: "left out", nl: "ontbreekt" },
                r#"
  [processing.wmo]
# ^^^^^^^^^^^^^^^^
  name = "Wmo"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
"#,
            ),
            Example::new(
                Text { en: "nothing in it", nl: "er staat niets in" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = ""
#           ^^
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
"#,
            ),
            Example::new(
                Text {
                    en: "no link serves it, but the data that it names is personal",
                    nl: "geen koppeling dient ervoor, maar de gegevens die zij noemt zijn persoonsgegevens",
                },
                r#"
  [processing.wmo]
# ^^^^^^^^^^^^^^^^
  name = "Wmo"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  data = ["wegen", "naw"]
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
    for activity in about_people(facts) {
        let gap = gap(facts.lang, "purpose", activity.purpose.as_ref(), activity.header);
        let Some((location, label)) = gap else { continue };
        let the_activity = the_activity(facts.lang, activity);
        let message =
            say!(facts.lang, en: "{the_activity} names no purpose", nl: "{the_activity} noemt geen doel");
        out.tell((&activity.id, &activity.lost), location, label, message);
    }
}

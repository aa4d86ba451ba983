//! Special categories of data without an exception to the ban on them.

use super::{Check, Facts, Findings, Rule, activity::the_activity, carried::uncovered, needs};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::DataClass,
    norms::laws::{AVG, Article, WBP, in_force},
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "special-category-without-exception",
        group: Group::Lawfulness,
        level: Level::Deny,
        needs: Some(needs::PROCESSING),
        title: Text {
            en: "special categories of data without an exception",
            nl: "bijzondere persoonsgegevens zonder uitzondering",
        },
        brief: Text {
            en: "special category without an exception",
            nl: "bijzondere gegevens zonder uitzondering",
        },
        why: Text {
            en: "Data on health, religion, origin and the like may not be used, unless the law makes an exception. A legal basis alone is not enough.",
            nl: "Gegevens over gezondheid, godsdienst, afkomst en dergelijke mogen niet gebruikt worden, tenzij de wet een uitzondering maakt. Een grondslag alleen is niet genoeg.",
        },
        mend: Text {
            en: "Write in `special_category_basis` which exception applies, by its letter in GDPR art. 9(2), such as `9(2)(h)` for care; on a date before the GDPR, the letter that matches the exception in the Wbp. Or keep the data off these links.",
            nl: "Leg in `special_category_basis` vast welke uitzondering geldt, met de letter uit AVG art. 9(2), zoals `9(2)(h)` voor zorg; op een peildatum van vóór de AVG de letter die past bij de uitzondering in de Wbp. Of houd de gegevens van deze koppelingen af.",
        },
        fine: Text {
            en: "Never. When the data is only passed on for another activity: name that one on the link, with its `data`.",
            nl: "Nooit. Worden de gegevens alleen doorgegeven voor een andere activiteit: noem die dan bij de koppeling, met haar `data`.",
        },
        basis: &[AVG.at("9(1)"), WBP.at("16")],
        looks_at: &["special_category_basis", "data"],
        examples: &[
            Example::new(
                Text { en: "the activity needs it", nl: "de activiteit heeft het nodig" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = ["naw", "gezondheid"]
#                ^^^^^^^^^^^^
  dpia = "not-required"
"#,
            ),
            Example::new(
                Text {
                    en: "on a link that serves the activity",
                    nl: "op een koppeling die de activiteit dient",
                },
                r#"
  [processing.wmo]
# ^^^^^^^^^^^^^^^^
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  dpia = "not-required"

  [[link]]
  from = "csam"
  to = "ggk"
  data = ["naw", "gezondheid"]
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text { en: "what comes back counts too", nl: "wat terugkomt telt ook" },
                r#"
  [processing.wmo]
# ^^^^^^^^^^^^^^^^
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  dpia = "not-required"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  returns = "gezondheid"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text {
                    en: "a link for two activities: of the one that names the data",
                    nl: "een koppeling voor twee activiteiten: van die ene die het gegeven noemt",
                },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = ["naw", "gezondheid"]
  special_category_basis = "9(2)(h)"
  dpia = "not-required"

  [processing.jeugd]
  name = "Jeugd"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "gezondheid"
  secure = true
  protocol = "sftp"
  processing = ["jeugd", "wmo"]
"#,
            ),
            Example::new(
                Text {
                    en: "a link for two activities that name no data, and neither has an exception: told once",
                    nl: "een koppeling voor twee activiteiten die geen gegevens noemen, en geen heeft een uitzondering: eenmaal gezegd",
                },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  dpia = "not-required"

  [processing.jeugd]
# ^^^^^^^^^^^^^^^^^^
  name = "Jeugd"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  dpia = "not-required"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "gezondheid"
  secure = true
  protocol = "sftp"
  processing = ["jeugd", "wmo"]
"#,
            ),
            Example::new(
                Text { en: "with an exception", nl: "met een uitzondering" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = ["naw", "gezondheid"]
  special_category_basis = "9(2)(h)"
  dpia = "not-required"
"#,
            ),
            Example::new(
                Text {
                    en: "a national number is no special category",
                    nl: "een BSN is geen bijzonder persoonsgegeven",
                },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "bsn"
  national_id_law = "Wmo 2015 art. 5.2.9"
"#,
            ),
            Example::new(
                Text { en: "the link is no longer in use", nl: "de koppeling is niet meer in gebruik" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"

  [[link]]
  from = "csam"
  to = "ggk"
  data = ["naw", "gezondheid"]
  secure = true
  protocol = "sftp"
  processing = "wmo"
  lifecycle = "retired"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

/// Where the exceptions stand, of every period.
const EXCEPTIONS: [Article; 2] = [AVG.at("9(2)"), WBP.at("17–23")];

fn check(facts: &Facts<'_>, out: &mut Findings) {
    let in_force = EXCEPTIONS.into_iter().find(|article| in_force(*article, facts.date));
    let where_to = in_force.map_or(String::new(), |article| format!(" ({})", article.label(facts.lang)));
    for carried in uncovered(
        facts,
        |class| class == DataClass::SpecialCategory,
        |activity| {
            activity.special_category_basis.is_some() || activity.lost.any_of(&["special_category_basis"])
        },
    ) {
        let names = carried.names(facts);
        let the_activity = the_activity(facts.lang, carried.activity);
        let message = say!(
            facts.lang,
            en: "{the_activity} uses special categories of data ({names}), and names no exception to the ban on that{where_to}",
            nl: "{the_activity} gebruikt bijzondere persoonsgegevens ({names}), en noemt geen uitzondering op het verbod daarop{where_to}",
        );
        let gap = carried.gap(facts, "special_category_basis", None);
        carried.tell(facts, out, gap, message);
    }
}

//! Criminal data that no law is named for.

use super::{Check, Facts, Findings, Rule, activity::the_activity, carried::uncovered, needs};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::DataClass,
    norms::laws::{AVG, UAVG, WBP},
    say,
    text::{Text, is_blank},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "criminal-data-without-law",
        group: Group::Lawfulness,
        level: Level::Deny,
        needs: Some(needs::PROCESSING),
        title: Text {
            en: "criminal data without the law that allows it",
            nl: "strafrechtelijke gegevens zonder de wet die ze toestaat",
        },
        brief: Text { en: "criminal data without a law", nl: "strafrechtelijke gegevens zonder wet" },
        why: Text {
            en: "Data on convictions and offences may only be used where a law allows it. Unless that is named, nobody can check it, and the start is that it is forbidden.",
            nl: "Gegevens over veroordelingen en strafbare feiten mogen alleen gebruikt worden waar een wet dat toestaat. Wordt die niet genoemd, dan kan niemand het nagaan, en het uitgangspunt is: verboden.",
        },
        mend: Text {
            en: "Write in `criminal_data_law` which article allows it, or keep the data off these links.",
            nl: "Leg in `criminal_data_law` vast welk artikel het toestaat, of houd de gegevens van deze koppelingen af.",
        },
        fine: Text {
            en: "Never. When the data is only passed on for another activity: name that one on the link, with its `data`.",
            nl: "Nooit. Worden de gegevens alleen doorgegeven voor een andere activiteit: noem die dan bij de koppeling, met haar `data`.",
        },
        basis: &[AVG.at("10"), UAVG.at("31–33"), WBP.at("16"), WBP.at("22")],
        looks_at: &["criminal_data_law", "data"],
        examples: &[
            Example::new(
                Text { en: "the activity needs it", nl: "de activiteit heeft het nodig" },
                r#"
  [data.straf]
  name = "Strafblad"
  class = "criminal"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = ["naw", "straf"]
#                ^^^^^^^
  dpia = "not-required"
"#,
            ),
            Example::new(
                Text {
                    en: "on a link that serves the activity",
                    nl: "op een koppeling die de activiteit dient",
                },
                r#"
  [data.straf]
  name = "Strafblad"
  class = "criminal"

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
  data = ["naw", "straf"]
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text { en: "nothing in it", nl: "er staat niets in" },
                r#"
  [data.straf]
  name = "Strafblad"
  class = "criminal"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "straf"
  criminal_data_law = " "
#                     ^^^
  dpia = "not-required"
"#,
            ),
            Example::new(
                Text {
                    en: "a link for two activities: of the one that names the data",
                    nl: "een koppeling voor twee activiteiten: van die ene die het gegeven noemt",
                },
                r#"
  [data.straf]
  name = "Strafblad"
  class = "criminal"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = ["naw", "straf"]
  criminal_data_law = "UAVG art. 32"
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
  data = "straf"
  secure = true
  protocol = "sftp"
  processing = ["jeugd", "wmo"]
"#,
            ),
            Example::new(
                Text {
                    en: "a link for two activities that name no data, and one has the law",
                    nl: "een koppeling voor twee activiteiten die geen gegevens noemen, en een heeft de wet",
                },
                r#"
  [data.straf]
  name = "Strafblad"
  class = "criminal"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  criminal_data_law = "UAVG art. 32"
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
  data = "straf"
  secure = true
  protocol = "sftp"
  processing = ["jeugd", "wmo"]
"#,
            ),
            Example::new(
                Text {
                    en: "a link for two activities that name no data, and neither has the law: told once",
                    nl: "een koppeling voor twee activiteiten die geen gegevens noemen, en geen heeft de wet: eenmaal gezegd",
                },
                r#"
  [data.straf]
  name = "Strafblad"
  class = "criminal"

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
  data = "straf"
  secure = true
  protocol = "sftp"
  processing = ["jeugd", "wmo"]
"#,
            ),
            Example::new(
                Text { en: "with the law", nl: "met de wet" },
                r#"
  [data.straf]
  name = "Strafblad"
  class = "criminal"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = ["naw", "straf"]
  criminal_data_law = "UAVG art. 32"
  dpia = "not-required"
"#,
            ),
            Example::new(
                Text { en: "no such data", nl: "geen zulke gegevens" },
                r#"
  [data.straf]
  name = "Strafblad"
  class = "criminal"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "naw"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    for carried in uncovered(
        facts,
        |class| class == DataClass::Criminal,
        |activity| {
            activity.lost.any_of(&["criminal_data_law"])
                || activity.criminal_data_law.as_ref().is_some_and(|law| !is_blank(law))
        },
    ) {
        let names = carried.names(facts);
        let the_activity = the_activity(facts.lang, carried.activity);
        let message = say!(facts.lang, en: "{the_activity} uses criminal data ({names}), and names no law that allows it", nl: "{the_activity} gebruikt strafrechtelijke gegevens ({names}), en noemt geen wet die dat toestaat");
        let gap = carried.gap(facts, "criminal_data_law", carried.activity.criminal_data_law.as_ref());
        carried.tell(facts, out, gap, message);
    }
}

//! A national number that no law is named for.

use super::{Check, Facts, Findings, Rule, activity::the_activity, carried::uncovered, needs};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::DataClass,
    norms::laws::{UAVG, WBP},
    say,
    text::{Text, is_blank},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "national-id-without-law",
        group: Group::Lawfulness,
        level: Level::Deny,
        needs: Some(needs::PROCESSING),
        title: Text {
            en: "a national number without the law that allows it",
            nl: "een BSN zonder de wet die het toestaat",
        },
        brief: Text { en: "national number without a law", nl: "BSN zonder wet" },
        why: Text {
            en: "A number such as the BSN joins everything that is known of someone. It may be used only to carry out the law that prescribes it, or for purposes that a law names.",
            nl: "Een nummer als het BSN verbindt alles wat over iemand bekend is. Het mag alleen gebruikt worden om de wet uit te voeren die het voorschrijft, of voor doelen die een wet noemt.",
        },
        mend: Text {
            en: "Write in `national_id_law` which article prescribes the number for this activity, or keep it off these links.",
            nl: "Leg in `national_id_law` vast welk artikel het nummer voor deze activiteit voorschrijft, of houd het van deze koppelingen af.",
        },
        fine: Text {
            en: "Never: consent doesn't replace it. A public authority mostly finds it in Wabb art. 10 and in the law of its task.",
            nl: "Nooit: toestemming vervangt haar niet. Een overheid vindt haar meestal in Wabb art. 10 en in de wet van haar taak.",
        },
        basis: &[UAVG.at("46"), WBP.at("24(1)")],
        looks_at: &["national_id_law", "data"],
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
  data = ["naw", "bsn"]
#                ^^^^^
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
  data = ["naw", "bsn"]
  secure = true
  protocol = "sftp"
  processing = "wmo"
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
  retention = "15 jaar"
  data = "bsn"
  national_id_law = " "
#                   ^^^
  dpia = "not-required"
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
  data = ["naw", "bsn"]
  national_id_law = "Wmo 2015 art. 5.2.9"
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
  data = "bsn"
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
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  national_id_law = "Wmo 2015 art. 5.2.9"
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
  data = "bsn"
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
  data = "bsn"
  secure = true
  protocol = "sftp"
  processing = ["jeugd", "wmo"]
"#,
            ),
            Example::new(
                Text { en: "with the law", nl: "met de wet" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = ["naw", "bsn"]
  national_id_law = "Wmo 2015 art. 5.2.9"
  dpia = "not-required"
"#,
            ),
            Example::new(
                Text { en: "no such data", nl: "geen zulke gegevens" },
                r#"
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
        |class| class == DataClass::NationalId,
        |activity| {
            activity.lost.any_of(&["national_id_law"])
                || activity.national_id_law.as_ref().is_some_and(|law| !is_blank(law))
        },
    ) {
        let names = carried.names(facts);
        let the_activity = the_activity(facts.lang, carried.activity);
        let message = say!(facts.lang, en: "{the_activity} uses a national number ({names}), and names no law that allows it", nl: "{the_activity} gebruikt een nationaal nummer ({names}), en noemt geen wet die dat toestaat");
        let gap = carried.gap(facts, "national_id_law", carried.activity.national_id_law.as_ref());
        carried.tell(facts, out, gap, message);
    }
}

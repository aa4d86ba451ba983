//! A link with personal data that serves no processing activity.

use super::{Check, Facts, Findings, LinkFacts, Rule, needs};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    norms::laws::{AVG, WBP},
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "no-processing",
        group: Group::Lawfulness,
        level: Level::Warn,
        needs: Some(needs::PROCESSING),
        title: Text {
            en: "personal data without a processing activity",
            nl: "persoonsgegevens zonder verwerkingsactiviteit",
        },
        brief: Text { en: "serves no processing activity", nl: "dient geen verwerkingsactiviteit" },
        why: Text {
            en: "Everything done with personal data is to be written down: since the GDPR in the record of processing, before it in a notification. A link that serves no activity has no purpose, no legal basis and no retention period that anyone can check.",
            nl: "Alles wat u met persoonsgegevens doet, hoort beschreven te zijn: sinds de AVG in het verwerkingsregister, daarvoor in een melding. Van een koppeling zonder verwerkingsactiviteit kan niemand doel, grondslag en bewaartermijn nagaan.",
        },
        mend: Text {
            en: "Write in `processing` which activity the link serves. Is there none? Then ask whether the link may be there.",
            nl: "Leg in `processing` vast voor welke verwerkingsactiviteit de koppeling dient. Is er geen? Vraag dan of de koppeling er mag zijn.",
        },
        fine: Text {
            en: "Never, for personal data. While the activities are still being written down, accept it with a date.",
            nl: "Nooit, bij persoonsgegevens. Worden de activiteiten nog beschreven, accepteer het dan tot een datum.",
        },
        basis: &[AVG.at("5(1)(b)"), AVG.at("30(1)"), WBP.at("7"), WBP.at("27–28")],
        looks_at: &["processing", "data", "returns", "personal_data", "lifecycle"],
        examples: &[
            Example::new(
                Text {
                    en: "one link serves an activity, the other doesn't",
                    nl: "de ene koppeling dient een activiteit, de andere niet",
                },
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
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"

  [[link]]
# ^^^^^^^^
  from = "ggk"
  to = "csam"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "what comes back counts too", nl: "wat terugkomt telt ook" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"

  [[link]]
# ^^^^^^^^
  from = "csam"
  to = "ggk"
  data = "wegen"
  returns = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "every link serves an activity", nl: "elke koppeling dient een activiteit" },
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
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text { en: "no personal data", nl: "geen persoonsgegevens" },
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
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"

  [[link]]
  from = "ggk"
  to = "csam"
  data = "wegen"
"#,
            ),
            Example::new(
                Text { en: "no longer in use", nl: "niet meer in gebruik" },
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
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"

  [[link]]
  from = "ggk"
  to = "csam"
  data = "naw"
  secure = true
  protocol = "sftp"
  lifecycle = "retired"
"#,
            ),
            Example::new(
                Text {
                    en: "no activity anywhere: not assessed",
                    nl: "nergens een activiteit: niet beoordeeld",
                },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
        ],
    },
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    if !link.personal || !link.link.processing.is_empty() {
        return;
    }
    let the_link = facts.the_link(link.link);
    let message = say!(
        facts.lang,
        en: "{the_link} carries personal data, and it isn't known for which processing activity",
        nl: "{the_link} bevat persoonsgegevens, en voor welke verwerkingsactiviteit is niet bekend",
    );
    let label = say!(facts.lang, en: "`processing` is left out", nl: "`processing` ontbreekt");
    out.link(link, link.link.header, label, message);
}

//! An application with personal data that does not record who consulted it.

use super::{Check, Facts, Findings, Rule, measures::Measure, needs};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    norms::laws::{AVG, BIO2, WBP},
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "no-access-logging",
        group: Group::Accountability,
        level: Level::Warn,
        needs: Some(needs::ACCESS_LOGGING),
        title: Text {
            en: "an application with personal data that doesn't record who consulted it",
            nl: "een applicatie met persoonsgegevens die niet vastlegt wie ze raadpleegt",
        },
        brief: Text { en: "access not recorded", nl: "raadplegen niet vastgelegd" },
        why: Text {
            en: "Without a record of who consulted which data, when and why, nobody notices that someone looks where they have no business, nor can it be shown afterwards.",
            nl: "Zonder vastlegging van wie wanneer en waarom welke gegevens raadpleegt, valt niet op dat iemand kijkt waar die niets te zoeken heeft, en is het achteraf niet aan te tonen.",
        },
        mend: Text {
            en: "Turn it on, see to it that someone looks at it, and write `access_logging = true`.",
            nl: "Zet het aan, zorg dat iemand ernaar kijkt, en leg `access_logging = true` vast.",
        },
        fine: Text {
            en: "When nobody can consult the data there, as in a message broker that only passes it on: what it passes on is then recorded at both ends.",
            nl: "Als niemand de gegevens daar kan inzien, zoals in een berichtenmakelaar die ze alleen doorgeeft: dan leggen beide einden het vast.",
        },
        basis: &[AVG.at("32(1)"), AVG.at("5(2)"), WBP.at("13"), BIO2.at("8.15")],
        looks_at: &["access_logging", "source_of", "lifecycle"],
        examples: &[
            Example::new(
                Text { en: "it says no, and it doesn't say", nl: "er staat nee, en er staat niets" },
                r#"
  [application.zaken]
  name = "Zaaksysteem"
  access_logging = false
#                  ^^^^^

  [application.dms]
# ^^^^^^^^^^^^^^^^^
  name = "Documenten"

  [[link]]
  from = "zaken"
  to = "dms"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "personal data originates there", nl: "er ontstaan persoonsgegevens" },
                r#"
  [application.zaken]
# ^^^^^^^^^^^^^^^^^^^
  name = "Zaaksysteem"
  source_of = ["wegen", "naw"]

  [application.dms]
  name = "Documenten"
  source_of = "naw"
  access_logging = true

  [[link]]
  from = "zaken"
  to = "dms"
  data = "wegen"
"#,
            ),
            Example::new(
                Text {
                    en: "it does, and holds no personal data, and is out of use",
                    nl: "het gebeurt, er zijn geen persoonsgegevens, en buiten gebruik",
                },
                r#"
  [application.zaken]
  name = "Zaaksysteem"
  access_logging = true

  [application.kaart]
  name = "Wegenkaart"
  access_logging = false

  [application.oud]
  name = "Oud zaaksysteem"
  lifecycle = "retired"
  source_of = "naw"

  [[link]]
  from = "zaken"
  to = "college"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "zaken"
  to = "kaart"
  data = "wegen"
"#,
            ),
            Example::new(
                Text { en: "nobody says it: not assessed", nl: "niemand zegt het: niet beoordeeld" },
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
    check: Check::Landscape(check),
};

const RECORDING: Measure = Measure {
    key: "access_logging",
    given: |application| application.access_logging.as_ref(),
    no: Text {
        en: "doesn't record who consulted it, when and why",
        nl: "legt niet vast wie ze wanneer en waarom raadpleegt",
    },
    label: Text { en: "not recorded", nl: "niet vastgelegd" },
    unknown: Text {
        en: "it isn't known whether it records who consulted it, when and why",
        nl: "het is niet bekend of wordt vastgelegd wie ze wanneer en waarom raadpleegt",
    },
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    RECORDING.demand(facts, out);
}

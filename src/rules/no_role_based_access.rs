//! An application with personal data that shows people more than their role needs.

use super::{Check, Facts, Findings, Rule, measures::Measure, needs};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    norms::laws::{AVG, BIO2, WBP},
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "no-role-based-access",
        group: Group::Accountability,
        level: Level::Warn,
        needs: Some(needs::ROLE_BASED_ACCESS),
        title: Text {
            en: "an application with personal data without roles",
            nl: "een applicatie met persoonsgegevens zonder rollen",
        },
        brief: Text { en: "no roles", nl: "geen rollen" },
        why: Text {
            en: "Without roles everyone who may log in sees everything, also of people whom they have nothing to do with.",
            nl: "Zonder rollen ziet iedereen die mag inloggen alles, ook van mensen met wie die niets te maken heeft.",
        },
        mend: Text {
            en: "Set up roles that show what the work needs, and write `role_based_access = true`.",
            nl: "Richt rollen in die tonen wat voor het werk nodig is, en leg `role_based_access = true` vast.",
        },
        fine: Text {
            en: "When everyone who can log in needs all of it for the same work: then there is one role, and that counts.",
            nl: "Als iedereen die kan inloggen alles nodig heeft voor hetzelfde werk: dan is er één rol, en dat telt.",
        },
        basis: &[AVG.at("5(1)(f)"), AVG.at("32(1)"), WBP.at("13"), BIO2.at("5.15"), BIO2.at("5.18")],
        looks_at: &["role_based_access", "source_of", "lifecycle"],
        examples: &[
            Example::new(
                Text { en: "it says no, and it doesn't say", nl: "er staat nee, en er staat niets" },
                r#"
  [application.zaken]
  name = "Zaaksysteem"
  role_based_access = false
#                     ^^^^^

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
  role_based_access = true

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
  role_based_access = true

  [application.kaart]
  name = "Wegenkaart"
  role_based_access = false

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

const ROLES: Measure = Measure {
    key: "role_based_access",
    given: |application| application.role_based_access.as_ref(),
    no: Text {
        en: "shows people more than their role needs",
        nl: "toont mensen meer dan hun rol nodig heeft",
    },
    label: Text { en: "no roles", nl: "geen rollen" },
    unknown: Text {
        en: "it isn't known whether it shows people only what their role needs",
        nl: "het is niet bekend of mensen alleen zien wat hun rol nodig heeft",
    },
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    ROLES.demand(facts, out);
}

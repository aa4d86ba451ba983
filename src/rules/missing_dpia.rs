//! Special categories of data or criminal data without an impact assessment.

use super::{Check, Facts, Findings, Rule, activity::the_activity, carried::uncovered, needs};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::{DataClass, Dpia, Processing},
    norms::laws::{AVG, Article, in_force},
    say,
    text::Text,
};

/// The duty to assess.
const ASSESS: Article = AVG.at("35(1)");

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "missing-dpia",
        group: Group::Lawfulness,
        level: Level::Warn,
        needs: Some(needs::PROCESSING),
        title: Text {
            en: "sensitive data without an impact assessment",
            nl: "gevoelige gegevens zonder effectbeoordeling (DPIA)",
        },
        brief: Text { en: "no impact assessment", nl: "geen DPIA" },
        why: Text {
            en: "Whoever uses health data or criminal data on a large scale first works out what can go wrong for people, and what to do about it: the data protection impact assessment.",
            nl: "Wie op grote schaal gezondheidsgegevens of strafrechtelijke gegevens gebruikt, gaat eerst na wat er voor mensen mis kan gaan en wat daaraan te doen is: de gegevensbeschermingseffectbeoordeling (DPIA).",
        },
        mend: Text {
            en: "Write the date of the assessment in `dpia`; or, when your data protection officer agrees that none is needed, `not-required`.",
            nl: "Leg in `dpia` de datum van de beoordeling vast; of, als uw functionaris gegevensbescherming vindt dat er geen nodig is, `not-required`.",
        },
        fine: Text {
            en: "When it is not on a large scale (35(3)(b)), or the legislator already made the assessment (35(10)): write `not-required`. Before 25 May 2018 no law asked for one, and this rule is silent.",
            nl: "Als het niet grootschalig is (35 lid 3 onder b), of de wetgever de beoordeling al heeft gemaakt (35 lid 10): schrijf `not-required`. Vóór 25 mei 2018 vroeg geen wet erom, en zwijgt deze regel.",
        },
        basis: &[ASSESS, AVG.at("35(3)(b)")],
        looks_at: &["dpia", "data"],
        examples: &[
            Example::new(
                Text { en: "health data", nl: "gezondheid" },
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
  special_category_basis = "9(2)(h)"
"#,
            ),
            Example::new(
                Text { en: "criminal data on a link", nl: "strafrechtelijke gegevens op een koppeling" },
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
  criminal_data_law = "UAVG art. 32"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "straf"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text { en: "only planned", nl: "alleen nog gepland" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "gezondheid"
  special_category_basis = "9(2)(h)"
  dpia = 2026-11-02
#        ^^^^^^^^^^
"#,
            ),
            Example::new(
                Text { en: "done", nl: "gedaan" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "gezondheid"
  special_category_basis = "9(2)(h)"
  dpia = 2026-11-01
"#,
            ),
            Example::new(
                Text { en: "looked into, and not required", nl: "nagegaan, en niet nodig" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "gezondheid"
  special_category_basis = "9(2)(h)"
  dpia = "not-required"
"#,
            ),
            Example::new(
                Text { en: "a national number doesn't ask for one", nl: "een BSN vraagt er niet om" },
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
                Text { en: "before the GDPR", nl: "vóór de AVG" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "gezondheid"
  special_category_basis = "9(2)(h)"
"#,
            )
            .on("2018-05-24"),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    // The Wbp has no counterpart.
    if !in_force(ASSESS, facts.date) {
        return;
    }
    let planned = |activity: &Processing| {
        let dpia = activity.dpia.as_ref()?;
        matches!(dpia.value, Dpia::On(day) if day.0 > facts.date).then_some(dpia.location)
    };
    let asks = |class| matches!(class, DataClass::SpecialCategory | DataClass::Criminal);
    for carried in uncovered(facts, asks, |activity| {
        activity.lost.any_of(&["dpia"]) || activity.dpia.is_some() && planned(activity).is_none()
    }) {
        let names = carried.names(facts);
        let the_activity = the_activity(facts.lang, carried.activity);
        let (place, message) = match planned(carried.activity) {
            Some(location) => (
                (location, say!(facts.lang, en: "after the reference date", nl: "na de peildatum")),
                say!(
                    facts.lang,
                    en: "{the_activity} uses sensitive data ({names}), and its impact wasn't assessed yet on the reference date",
                    nl: "{the_activity} gebruikt gevoelige gegevens ({names}), en op de peildatum was er nog geen DPIA",
                ),
            ),
            None => (
                carried.gap(facts, "dpia", None),
                say!(
                    facts.lang,
                    en: "{the_activity} uses sensitive data ({names}), and nothing shows that its impact was assessed",
                    nl: "{the_activity} gebruikt gevoelige gegevens ({names}), en van een DPIA is niets bekend",
                ),
            ),
        };
        carried.tell(facts, out, place, message);
    }
}

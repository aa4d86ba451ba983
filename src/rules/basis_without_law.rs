//! A legal obligation or public task that no law is named for.

use super::{
    Check, Facts, Findings, Rule,
    activity::{about_people, the_activity},
    needs,
};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::LegalBasis,
    norms::laws::{AVG, Article, in_force},
    say,
    text::{Text, is_blank},
};

/// The law has to lay down the obligation or the task.
const LAID_DOWN: Article = AVG.at("6(3)");

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "basis-without-law",
        group: Group::Lawfulness,
        level: Level::Deny,
        needs: Some(needs::PROCESSING),
        title: Text {
            en: "a legal obligation or public task without the law",
            nl: "een wettelijke verplichting of publieke taak zonder de wet",
        },
        brief: Text { en: "no law behind the basis", nl: "geen wet bij de grondslag" },
        why: Text {
            en: "A legal obligation and a public task exist because a law lays them down. Unless it is named, nobody can check whether it goes as far as this activity does.",
            nl: "Een wettelijke verplichting en een publieke taak bestaan doordat een wet ze vastlegt. Wordt die niet genoemd, dan kan niemand nagaan of zij zo ver reikt als deze verwerking.",
        },
        mend: Text {
            en: "Write in `law` which article lays down the obligation or the task.",
            nl: "Leg in `law` vast welk artikel de verplichting of taak vastlegt.",
        },
        fine: Text {
            en: "Never, under the GDPR. Before 25 May 2018 no article asked for it in so many words: it is then told as a warning, without an article.",
            nl: "Nooit, onder de AVG. Vóór 25 mei 2018 vroeg geen artikel er met zoveel woorden om: het is dan een waarschuwing, zonder artikel.",
        },
        basis: &[LAID_DOWN],
        looks_at: &["legal_basis", "law", "data"],
        examples: &[
            Example::new(
                Text { en: "a public task", nl: "een publieke taak" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
#               ^^^^^^^^^^^^^
  retention = "15 jaar"
"#,
            ),
            Example::new(
                Text {
                    en: "a legal obligation, and nothing in `law`",
                    nl: "een wettelijke verplichting, en niets in `law`",
                },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "legal-obligation"
#               ^^^^^^^^^^^^^^^^^^
  law = [""]
  retention = "15 jaar"
"#,
            ),
            Example::new(
                Text { en: "before the GDPR: a warning", nl: "vóór de AVG: een waarschuwing" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
#               ^^^^^^^^^^^^^
  retention = "15 jaar"
"#,
            )
            .on("2018-05-24"),
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
"#,
            ),
            Example::new(
                Text { en: "consent needs no law", nl: "toestemming heeft geen wet nodig" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "consent"
  retention = "15 jaar"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    // The Wbp has no such article, so that not naming a law broke none; the claim couldn't be checked even so.
    let level = out.level(if in_force(LAID_DOWN, facts.date) { Level::Deny } else { Level::Warn });
    for activity in about_people(facts).filter(|activity| activity.law.iter().all(|law| is_blank(law))) {
        let Some(basis) = &activity.legal_basis else { continue };
        let the_activity = the_activity(facts.lang, activity);
        let message = match basis.value {
            LegalBasis::LegalObligation => say!(
                facts.lang,
                en: "{the_activity} rests on a legal obligation, and names no law",
                nl: "{the_activity} berust op een wettelijke verplichting, en noemt geen wet",
            ),
            LegalBasis::PublicTask => say!(
                facts.lang,
                en: "{the_activity} rests on a public task, and names no law",
                nl: "{the_activity} berust op een publieke taak, en noemt geen wet",
            ),
            _ => continue,
        };
        let label = match activity.law.first() {
            None => say!(facts.lang, en: "`law` is left out", nl: "`law` ontbreekt"),
            Some(_) => say!(facts.lang, en: "`law` is empty", nl: "`law` is leeg"),
        };
        let subject = (&*activity.id, &activity.lost);
        if let Some(finding) = out.tell(subject, basis.location, label, message) {
            finding.level = level;
        }
    }
}

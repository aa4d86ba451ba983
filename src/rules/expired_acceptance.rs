//! An acceptance past its last day.

use super::{Check, Facts, Findings, Rule};
use crate::{
    finding::{Change, Example, Group, Level, RuleInfo},
    norms::laws::{AVG, WBP},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "expired-acceptance",
        group: Group::Accountability,
        level: Level::Deny,
        needs: None,
        title: Text { en: "an acceptance past its last day", nl: "een acceptatie die verlopen is" },
        brief: Text { en: "acceptance has ended", nl: "acceptatie is verlopen" },
        why: Text {
            en: "A risk is accepted until a day, so that someone looks again. That day is over: what was accepted counts again.",
            nl: "Een risico wordt tot een dag geaccepteerd, zodat er opnieuw naar wordt gekeken. Die dag is voorbij: wat geaccepteerd was, telt weer mee.",
        },
        mend: Text {
            en: "Mend what was accepted and remove the acceptance; or have it decided again, and write the new `until`, by whom and why.",
            nl: "Verhelp wat geaccepteerd was en haal de acceptatie weg; of laat er opnieuw over beslissen, en leg de nieuwe `until` vast, met wie en waarom.",
        },
        fine: Text {
            en: "Never: without a new decision nobody answers for it.",
            nl: "Nooit: zonder nieuw besluit staat er niemand voor in.",
        },
        basis: &[AVG.at("5(2)"), AVG.at("24"), WBP.at("15")],
        looks_at: &["until"],
        examples: &[
            Example::new(
                Text { en: "yesterday was the last day", nl: "gisteren was de laatste dag" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = false
  controller = "college"

  [[acceptance]]
  rule = "unsecured-link"
  subject = "csam->ggk"
  reason = "Wordt vervangen"
  by = "CISO"
  until = 2026-10-31
#         ^^^^^^^^^^
"#,
            ),
            Example::new(
                Text { en: "today is the last day", nl: "vandaag is de laatste dag" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = false
  controller = "college"

  [[acceptance]]
  rule = "unsecured-link"
  subject = "csam->ggk"
  reason = "Wordt vervangen"
  by = "CISO"
  until = 2026-11-01
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    for item in facts.landscape.acceptances.iter().filter(|it| it.until.value.0 < facts.date) {
        let (rule, subject, day) = (shown(&item.rule), shown(&item.subject), item.until.value);
        let message = say!(
            facts.lang,
            en: "The acceptance of {rule} for {subject} ended on {day}",
            nl: "De acceptatie van {rule} voor {subject} is geëindigd op {day}",
        );
        let label = say!(facts.lang, en: "the last day", nl: "de laatste dag");
        let found = out.tell((&item.subject, &item.lost), item.until.location, label, message);
        if let Some(finding) = found {
            finding.propose(Change::TakeOutTable(item.header));
        }
    }
}

//! An application with personal data that its supplier no longer supports.

use super::{Check, Facts, Findings, Rule, holders::holders, needs};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    norms::laws::{AVG, WBP},
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "unsupported-application",
        group: Group::Accountability,
        level: Level::Warn,
        needs: Some(needs::END_OF_SUPPORT),
        title: Text {
            en: "personal data in an application that is no longer supported",
            nl: "persoonsgegevens in een applicatie die niet meer wordt ondersteund",
        },
        brief: Text { en: "no longer supported", nl: "niet meer ondersteund" },
        why: Text {
            en: "Holes that are found after the end of support are not mended, and those who look for them know that.",
            nl: "Lekken die na het einde van de ondersteuning worden gevonden, worden niet meer gedicht, en wie ernaar zoekt weet dat.",
        },
        mend: Text {
            en: "Move to a supported version or another application; until then keep it away from other networks. Was support extended? Write the new `end_of_support`.",
            nl: "Ga over op een versie of applicatie die wel wordt ondersteund; scherm haar tot die tijd af van andere netwerken. Is de ondersteuning verlengd? Leg de nieuwe `end_of_support` vast.",
        },
        fine: Text {
            en: "When someone else supports it by contract: write until when. Where `end_of_support` is left out nothing is told, since most suppliers name no day.",
            nl: "Als een ander haar volgens contract ondersteunt: leg vast tot wanneer. Waar `end_of_support` ontbreekt wordt niets gemeld, omdat de meeste leveranciers geen dag noemen.",
        },
        basis: &[AVG.at("32(1)"), WBP.at("13")],
        looks_at: &["end_of_support", "source_of", "lifecycle"],
        examples: &[
            Example::new(
                Text { en: "since yesterday", nl: "sinds gisteren" },
                r#"
  [application.zaken]
  name = "Zaaksysteem"
  end_of_support = 2026-10-31
#                  ^^^^^^^^^^

  [[link]]
  from = "zaken"
  to = "college"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "today is the last day", nl: "vandaag is de laatste dag" },
                r#"
  [application.zaken]
  name = "Zaaksysteem"
  end_of_support = 2026-11-01

  [[link]]
  from = "zaken"
  to = "college"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "without personal data", nl: "zonder persoonsgegevens" },
                r#"
  [application.kaart]
  name = "Wegenkaart"
  end_of_support = 2020-01-01

  [[link]]
  from = "kaart"
  to = "college"
  data = "wegen"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    for holder in holders(facts) {
        let item = holder.application;
        let Some(end) = item.end_of_support.as_ref().filter(|end| end.value.0 < facts.date) else { continue };
        let (name, day) = (holder.name(), end.value);
        let message = say!(
            facts.lang,
            en: "{name} holds personal data, and its support ended on {day}",
            nl: "{name} bevat persoonsgegevens, en de ondersteuning eindigde op {day}",
        );
        let label = say!(facts.lang, en: "the last day of support", nl: "de laatste dag met ondersteuning");
        let Some(finding) = out.tell((&item.id, &item.lost), end.location, label, message) else { continue };
        finding.related.extend(holder.proof(facts));
    }
}

//! An application with personal data that doesn't say who runs it.

use super::{Check, Facts, Findings, Rule, holders::holders, needs, phrases};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    norms::laws::{AVG, WBP},
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "unknown-operator",
        group: Group::Responsibility,
        level: Level::Warn,
        needs: Some(needs::OPERATOR),
        title: Text {
            en: "an application with personal data, and nobody knows who runs it",
            nl: "een applicatie met persoonsgegevens waarvan niet bekend is wie haar beheert",
        },
        brief: Text { en: "operator not known", nl: "niet bekend wie het beheert" },
        why: Text {
            en: "Whoever runs it can reach the data. As long as that isn't known, nobody can tell whether a processor agreement is needed.",
            nl: "Wie de applicatie beheert, kan bij de gegevens. Zolang dat niet bekend is, valt niet te zeggen of er een verwerkersovereenkomst nodig is.",
        },
        mend: Text {
            en: "Write in `operator` who runs it: your own organisation, a supplier or a partner.",
            nl: "Leg in `operator` vast wie haar beheert: uw eigen organisatie, een leverancier of een partner.",
        },
        fine: Text {
            en: "While nobody has looked yet: that is just what this tells.",
            nl: "Zolang niemand heeft gekeken: precies dat staat hier.",
        },
        basis: &[AVG.at("28(3)"), AVG.at("5(2)"), WBP.at("14(2)")],
        looks_at: &["operator", "lifecycle"],
        examples: &[
            Example::new(
                Text {
                    en: "one application says it, the other doesn't",
                    nl: "de ene applicatie zegt het, de andere niet",
                },
                r#"
  [application.zaken]
  name = "Zaaksysteem"
  operator = "college"

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
                Text { en: "no personal data comes there", nl: "er komen geen persoonsgegevens" },
                r#"
  [application.zaken]
  name = "Zaaksysteem"
  operator = "college"

  [application.kaart]
  name = "Wegenkaart"

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

fn check(facts: &Facts<'_>, out: &mut Findings) {
    for holder in holders(facts) {
        let item = holder.application;
        if item.operator.is_some() {
            continue;
        }
        let links: Vec<_> = holder.links().collect();
        if links.is_empty() {
            continue;
        }
        let (name, count) = (holder.name(), phrases::links(facts.lang, links.len()));
        let message = say!(
            facts.lang,
            en: "{name} has {count} with personal data, but it isn't known who runs it",
            nl: "{name} heeft {count} met persoonsgegevens, maar wie de applicatie beheert, is niet bekend",
        );
        let label = say!(facts.lang, en: "`operator` is left out", nl: "`operator` ontbreekt");
        let Some(finding) = out.tell((&item.id, &item.lost), item.header, label, message) else { continue };
        phrases::show_links(facts, finding, &links);
    }
}

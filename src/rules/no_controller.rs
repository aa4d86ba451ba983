//! A link with personal data that nobody is responsible for.

use super::{Check, Facts, Findings, LinkFacts, Rule};
use crate::{
    finding::{Example, Group, Label, Level, RuleInfo},
    norms::laws::{AVG, WBP},
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "no-controller",
        group: Group::Responsibility,
        level: Level::Deny,
        needs: None,
        title: Text {
            en: "a link with personal data that nobody is responsible for",
            nl: "een koppeling met persoonsgegevens waarvoor niemand verantwoordelijk is",
        },
        brief: Text { en: "nobody is responsible", nl: "niemand is verantwoordelijk" },
        why: Text {
            en: "Someone decides why and how personal data is used, and answers for it: the controller (verwerkingsverantwoordelijke). Without one, nobody mends a fault or tells a data subject.",
            nl: "Iemand bepaalt waarvoor en hoe persoonsgegevens gebruikt worden, en staat daarvoor in: de verwerkingsverantwoordelijke. Zonder die herstelt niemand een fout en licht niemand de betrokkene in.",
        },
        mend: Text {
            en: "Write the `controller` of the link, or the `processing` that it serves and the controller of that.",
            nl: "Leg de `controller` van de koppeling vast, of de `processing` waarvoor zij dient met de verantwoordelijke daarvan.",
        },
        fine: Text {
            en: "Never, for personal data. There is no default for a whole landscape: responsibility is not left over.",
            nl: "Nooit, bij persoonsgegevens. Er is geen standaard voor een heel landschap: verantwoordelijkheid blijft niet over.",
        },
        basis: &[AVG.at("4(7)"), AVG.at("5(2)"), AVG.at("24"), WBP.at("1(d)")],
        looks_at: &["controller", "processing", "data", "returns", "personal_data", "lifecycle"],
        examples: &[
            Example::new(
                Text { en: "nobody is named", nl: "niemand is genoemd" },
                r#"
  [[link]]
# ^^^^^^^^
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
"#,
            ),
            Example::new(
                Text {
                    en: "an activity without a controller",
                    nl: "een activiteit zonder verantwoordelijke",
                },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
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
#              ^^^^^
"#,
            ),
            Example::new(
                Text { en: "the controller of the activity", nl: "de verantwoordelijke van de activiteit" },
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
  [[link]]
  from = "csam"
  to = "ggk"
  data = "wegen"
"#,
            ),
        ],
    },
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    if !link.personal || !link.controllers().is_empty() {
        return;
    }
    let the_link = facts.the_link(link.link);
    let message = say!(
        facts.lang,
        en: "{the_link} carries personal data, and nobody is responsible for it",
        nl: "{the_link} bevat persoonsgegevens, en niemand is ervoor verantwoordelijk",
    );
    let label = match link.link.processing.first() {
        Some(_) => {
            say!(facts.lang, en: "has no controller either", nl: "heeft ook geen verantwoordelijke")
        }
        None => say!(facts.lang, en: "`controller` is left out", nl: "`controller` ontbreekt"),
    };
    let location = link.link.processing.first().map_or(link.link.header, |activity| activity.location);
    let Some(finding) = out.link(link, location, label, message) else { return };
    for activity in &*link.link.processing {
        let declared = facts.landscape.processing.get(activity.value);
        let message = say!(facts.lang, en: "no `controller` here", nl: "hier geen `controller`");
        finding.related.push(Label { location: declared.header, message });
    }
}

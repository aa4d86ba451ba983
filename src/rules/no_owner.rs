//! An application with personal data that nobody answers for.

use super::{Check, Facts, Findings, Rule, holders::holders, needs};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    norms::laws::{AVG, WBP},
    say,
    text::{Text, is_blank},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "no-owner",
        group: Group::Accountability,
        level: Level::Warn,
        needs: Some(needs::OWNER),
        title: Text {
            en: "an application with personal data that nobody answers for",
            nl: "een applicatie met persoonsgegevens waar niemand voor instaat",
        },
        brief: Text { en: "no owner", nl: "geen eigenaar" },
        why: Text {
            en: "Somebody decides who gets access, when it is updated and when it goes. Without an owner that is left lying.",
            nl: "Iemand beslist wie toegang krijgt, wanneer zij wordt bijgewerkt en wanneer zij weggaat. Zonder eigenaar blijft dat liggen.",
        },
        mend: Text {
            en: "Write in `owner` the role or department that answers for it. A role stays, a name leaves.",
            nl: "Leg in `owner` de rol of afdeling vast die ervoor instaat. Een rol blijft, een naam vertrekt.",
        },
        fine: Text {
            en: "When someone else's organisation answers for it, such as a chain facility: write that organisation.",
            nl: "Als een andere organisatie ervoor instaat, zoals bij een ketenvoorziening: leg die organisatie vast.",
        },
        basis: &[AVG.at("5(2)"), AVG.at("24"), WBP.at("15")],
        looks_at: &["owner", "source_of", "lifecycle"],
        examples: &[
            Example::new(
                Text {
                    en: "one application has an owner, the other doesn't",
                    nl: "de ene applicatie heeft een eigenaar, de andere niet",
                },
                r#"
  [application.zaken]
  name = "Zaaksysteem"
  owner = "Publiekszaken"

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
                Text { en: "an empty text is no owner", nl: "een lege tekst is geen eigenaar" },
                r#"
  [application.zaken]
  name = "Zaaksysteem"
  owner = " "
#         ^^^
  source_of = "naw"

  [[link]]
  from = "zaken"
  to = "college"
  data = "wegen"
"#,
            ),
            Example::new(
                Text { en: "no personal data", nl: "geen persoonsgegevens" },
                r#"
  [application.zaken]
  name = "Zaaksysteem"
  owner = "Publiekszaken"

  [application.kaart]
  name = "Wegenkaart"

  [[link]]
  from = "zaken"
  to = "kaart"
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
        let (location, label) = match &item.owner {
            None => (item.header, say!(facts.lang, en: "`owner` is left out", nl: "`owner` ontbreekt")),
            Some(owner) if is_blank(owner) => (owner.location, say!(facts.lang, en: "nobody", nl: "niemand")),
            Some(_) => continue,
        };
        let name = holder.name();
        let message = say!(
            facts.lang,
            en: "{name} holds personal data, but has no owner",
            nl: "{name} bevat persoonsgegevens, maar heeft geen eigenaar",
        );
        let Some(finding) = out.tell((&item.id, &item.lost), location, label, message) else { continue };
        finding.related.extend(holder.proof(facts));
    }
}

//! A norm that people judged too long ago, or without saying when or on what.

use jiff::ToSpan;

use super::{Check, Facts, Findings, Rule};
use crate::{
    finding::{Example, Group, Label, Level, RuleInfo},
    norms::laws::{AVG, WBP},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "stale-judgement",
        group: Group::Accountability,
        level: Level::Warn,
        needs: None,
        title: Text {
            en: "a norm judged over a year ago, or without a date or evidence",
            nl: "een norm die meer dan een jaar geleden is beoordeeld, of zonder datum of bewijs",
        },
        brief: Text { en: "judgement can't be relied on", nl: "oordeel te oud of niet na te gaan" },
        why: Text {
            en: "The council reads a colour as of today. A judgement that nobody can place or check is an opinion.",
            nl: "De raad leest een kleur als die van vandaag. Een oordeel dat niemand kan dateren of nagaan, is een mening.",
        },
        mend: Text {
            en: "Judge it again, and write the day in `judged` and what was seen in `evidence`.",
            nl: "Beoordeel de norm opnieuw, en leg de dag vast in `judged` en wat er is gezien in `evidence`.",
        },
        fine: Text {
            en: "Where rules compute the colour and nobody judged by hand, nothing is told: that is judged anew every time.",
            nl: "Waar regels de kleur berekenen en niemand met de hand heeft beoordeeld, wordt niets gemeld: dat wordt elke keer opnieuw beoordeeld.",
        },
        basis: &[AVG.at("5(2)"), AVG.at("24"), WBP.at("15")],
        looks_at: &["status", "judged", "evidence"],
        examples: &[
            Example::new(
                Text {
                    en: "over a year ago, after the reference date, and never",
                    nl: "meer dan een jaar geleden, na de peildatum, en nooit",
                },
                r#"
  [norm.1]
  text = "Er is privacybeleid"
  status = "green"
  judged = 2025-10-31
#          ^^^^^^^^^^
  evidence = "beleid.pdf"

  [norm.2]
  text = "Er is een gedragscode"
  status = "green"
  judged = 2026-11-02
#          ^^^^^^^^^^
  evidence = "code.pdf"

  [norm.3]
  text = "Medewerkers zijn zich bewust"
  status = "amber"
#          ^^^^^^^
"#,
            ),
            Example::new(
                Text {
                    en: "over a year ago and without evidence, and with evidence of an unknown day",
                    nl: "meer dan een jaar geleden en zonder bewijs, en met bewijs van een onbekende dag",
                },
                r#"
  [norm.1]
  text = "Er is privacybeleid"
  status = "green"
  judged = 2025-10-31
#          ^^^^^^^^^^

  [norm.2]
  text = "Medewerkers kennen het beleid"
  status = "amber"
#          ^^^^^^^
  evidence = "beleid.pdf"
"#,
            ),
            Example::new(
                Text { en: "without evidence", nl: "zonder bewijs" },
                r#"
  [norm.1]
  text = "Er is privacybeleid"
  status = "green"
#          ^^^^^^^
  judged = 2026-06-01
"#,
            ),
            Example::new(
                Text {
                    en: "just within a year, and computed by rules",
                    nl: "nog net binnen een jaar, en berekend uit regels",
                },
                r#"
  [norm.1]
  text = "Er is privacybeleid"
  status = "green"
  judged = 2025-11-01
  evidence = "beleid.pdf"

  [norm.12]
  text = "Berichten zijn beveiligd"
  rules = ["unsecured-link"]
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    let year_ago = facts.date.saturating_sub(1.year());
    for item in facts.landscape.norms.items() {
        let Some(status) = &item.status else { continue };
        let (id, proven) = (shown(&item.id), !item.evidence.is_empty());
        let (location, message, label) = match &item.judged {
            None if proven => (
                status.location,
                say!(facts.lang, en: "Norm {id} was judged, but it isn't known when", nl: "Norm {id} is beoordeeld, maar wanneer is niet bekend"),
                say!(facts.lang, en: "`judged` is left out", nl: "`judged` ontbreekt"),
            ),
            None => (
                status.location,
                say!(
                    facts.lang,
                    en: "Norm {id} was judged, but it isn't known when, nor on what evidence",
                    nl: "Norm {id} is beoordeeld, maar wanneer en op grond waarvan is niet bekend",
                ),
                say!(facts.lang, en: "`judged` and `evidence` are left out", nl: "`judged` en `evidence` ontbreken"),
            ),
            Some(day) if day.value.0 > facts.date => (
                day.location,
                say!(facts.lang, en: "Norm {id} wasn't judged yet on the reference date", nl: "Norm {id} was op de peildatum nog niet beoordeeld"),
                say!(facts.lang, en: "after the reference date", nl: "na de peildatum"),
            ),
            Some(day) if day.value.0 < year_ago => (
                day.location,
                say!(facts.lang, en: "Norm {id} was last judged over 12 months ago", nl: "Norm {id} is meer dan 12 maanden geleden voor het laatst beoordeeld"),
                say!(facts.lang, en: "over 12 months ago", nl: "meer dan 12 maanden geleden"),
            ),
            Some(_) if proven => continue,
            Some(_) => (
                status.location,
                say!(facts.lang, en: "Norm {id} was judged, but it isn't known on what evidence", nl: "Norm {id} is beoordeeld, maar op grond waarvan is niet bekend"),
                say!(facts.lang, en: "`evidence` is left out", nl: "`evidence` ontbreekt"),
            ),
        };
        let Some(finding) = out.tell((&item.id, &item.lost), location, label, message) else { continue };
        if !proven && location != status.location {
            let message = say!(facts.lang, en: "`evidence` is left out too", nl: "`evidence` ontbreekt ook");
            finding.related.push(Label { location: status.location, message });
        }
    }
}

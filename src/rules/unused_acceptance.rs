//! An acceptance of something that wasn't found.
//!
//! Runs after all other rules, since it looks at what they found. It stays silent where nothing can be
//! concluded from that: where the rule couldn't be assessed or is allowed away, where part of the landscape
//! couldn't be read, and where the acceptance is of this rule itself.

use rustc_hash::FxHashSet;

use super::{Check, Facts, Findings, Judged, Rule, find, later};
use crate::{
    finding::{Change, Example, Group, Level, Repair, RuleInfo},
    norms::laws::{AVG, WBP},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "unused-acceptance",
        group: Group::Accountability,
        level: Level::Warn,
        needs: None,
        title: Text {
            en: "an acceptance of something that wasn't found",
            nl: "een acceptatie van iets wat niet is gevonden",
        },
        brief: Text { en: "accepts nothing", nl: "accepteert niets" },
        why: Text {
            en: "What was accepted has been mended, or the acceptance names another thing than was meant. Left behind, it hides the next problem of this kind.",
            nl: "Wat geaccepteerd was is verholpen, of de acceptatie noemt iets anders dan bedoeld. Blijft zij staan, dan verbergt zij het volgende probleem van deze soort.",
        },
        mend: Text {
            en: "Remove the acceptance, or correct its `rule` or `subject` to those of the finding that was meant.",
            nl: "Haal de acceptatie weg, of verbeter `rule` of `subject` in die van de bevinding die bedoeld was.",
        },
        fine: Text {
            en: "When it was found on another reference date: keep it while you still judge by that date. Of a rule that couldn't be assessed or is allowed away nothing is told, nor of an acceptance that has expired.",
            nl: "Als het op een andere peildatum wel werd gevonden: bewaar haar zolang u op die datum beoordeelt. Van een regel die niet beoordeeld kon worden of op `allow` staat wordt niets gemeld, en van een verlopen acceptatie ook niet.",
        },
        basis: &[AVG.at("5(2)"), AVG.at("24"), WBP.at("15")],
        looks_at: &["rule", "subject", "until"],
        examples: &[
            Example::new(
                Text { en: "it has been mended", nl: "het is verholpen" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[acceptance]]
  rule = "unsecured-link"
  subject = "csam->ggk"
#           ^^^^^^^^^^^
  reason = "Wordt vervangen"
  by = "CISO"
  until = 2026-12-31
"#,
            ),
            Example::new(
                Text {
                    en: "what breaks the language can't be accepted",
                    nl: "wat de taal breekt, is niet te accepteren",
                },
                r#"
  [[acceptance]]
  rule = "unknown-key"
#        ^^^^^^^^^^^^^
  subject = "csam"
  reason = "Eigen sleutel"
  by = "CISO"
  until = 2026-12-31
"#,
            ),
            Example::new(
                Text { en: "it accepts what was found", nl: "zij accepteert wat er is gevonden" },
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
  until = 2026-12-31
"#,
            ),
            Example::new(
                Text {
                    en: "the rule isn't judged by: not assessed, or allowed",
                    nl: "de regel is niet beoordeeld: er was niets voor vastgelegd, of hij staat op allow",
                },
                r#"
  [[acceptance]]
  rule = "no-owner"
  subject = "csam"
  reason = "Wordt gezocht"
  by = "CISO"
  until = 2026-12-31

  [[acceptance]]
  rule = "self-link"
  subject = "csam"
  reason = "Klopt"
  by = "CISO"
  until = 2026-12-31

  [rules]
  self-link = "allow"
"#,
            ),
            Example::new(
                Text {
                    en: "the acceptance of an overdue norm, and of this rule itself",
                    nl: "de acceptatie van een norm die te laat is, en van deze regel zelf",
                },
                r#"
  [norm.12]
  text = "Berichten zijn beveiligd"
  status = "amber"
  judged = 2026-06-01
  evidence = "audit.pdf"
  due = 2026-10-01

  [[acceptance]]
  rule = "overdue-action"
  subject = "12"
  reason = "Uitgesteld"
  by = "CISO"
  until = 2026-12-31

  [[acceptance]]
  rule = "unused-acceptance"
  subject = "csam"
  reason = "Mag blijven staan"
  by = "CISO"
  until = 2026-12-31
"#,
            ),
        ],
    },
    check: Check::Landscape(later),
};

/// Looks which acceptances accept nothing.
pub fn check(facts: &Facts<'_>, judged: &Judged<'_>, out: &mut Findings) {
    if !facts.is_whole() || facts.landscape.acceptances.is_empty() {
        return;
    }
    let found: FxHashSet<(&str, &str)> =
        judged.findings.iter().map(|finding| (finding.rule.id, &*finding.subject)).collect();
    for item in facts.landscape.acceptances.iter().filter(|it| it.until.value.0 >= facts.date) {
        let Some(rule) = find(&item.rule) else { continue };
        let used = found.contains(&(rule.id, &item.subject));
        if used || rule.id == RULE.info.id || !(judged.by)(rule.id) {
            continue;
        }
        let (id, subject) = (rule.id, shown(&item.subject));
        let (location, message, label) = if rule.group == Group::Language {
            (
                item.rule.location,
                say!(
                    facts.lang,
                    en: "The acceptance of {id} for {subject} accepts nothing: what breaks the language can't be accepted",
                    nl: "De acceptatie van {id} voor {subject} accepteert niets: wat de taal breekt, is niet te accepteren",
                ),
                say!(facts.lang, en: "can't be accepted", nl: "niet te accepteren"),
            )
        } else {
            (
                item.subject.location,
                say!(
                    facts.lang,
                    en: "The acceptance of {id} for {subject} accepts nothing: it wasn't found there",
                    nl: "De acceptatie van {id} voor {subject} accepteert niets: het is daar niet gevonden",
                ),
                say!(facts.lang, en: "not found here", nl: "hier niet gevonden"),
            )
        };
        if let Some(finding) = out.tell((&item.subject, &item.lost), location, label, message) {
            // On another date it may accept something; what breaks the language never can be.
            let certain = rule.group == Group::Language;
            finding.repairs.push(Repair { change: Change::TakeOutTable(item.header), certain });
        }
    }
}

//! A reference to something that isn't there.

use super::{Check, Facts, Findings, Rule, words};
use crate::{
    finding::{Change, Example, Finding, Group, Label, Level, Repair, RuleInfo},
    load::{
        is_id,
        near::is_slip,
        problem::{Fault, Problem, Wanted},
    },
    model::{Kind, Landscape},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "unknown-reference",
        group: Group::Language,
        level: Level::Deny,
        needs: None,
        title: Text { en: "a reference to nothing", nl: "een verwijzing naar niets" },
        brief: Text { en: "reference to nothing", nl: "verwijzing naar niets" },
        why: Text {
            en: "What is declared nowhere can't be drawn or followed, let alone judged.",
            nl: "Wat nergens is vastgelegd, is niet te tekenen of te volgen, laat staan te beoordelen.",
        },
        mend: Text {
            en: "Correct the id, or declare what it refers to; in which file doesn't matter.",
            nl: "Verbeter de id, of leg vast waarnaar hij verwijst; in welk bestand maakt niet uit.",
        },
        fine: Text { en: "Never.", nl: "Nooit." },
        basis: &[],
        looks_at: &[],
        examples: &[
            Example::new(
                Text { en: "a slip of the pen", nl: "een verschrijving" },
                r#"
  [[link]]
  from = "cssam"
#        ^^^^^^^
  to = "ggk"
  personal_data = false
"#,
            ),
            Example::new(
                Text {
                    en: "an application where a party belongs",
                    nl: "een applicatie waar een partij hoort",
                },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "wegen"
  controller = "csam"
#              ^^^^^^
"#,
            ),
            Example::new(
                Text { en: "one of a list", nl: "een uit een lijst" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = ["naw", "bnw"]
#                ^^^^^
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "an acceptance of nothing", nl: "een acceptatie van niets" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = false
  controller = "college"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "bsn"
  secure = false
  controller = "college"

  [[acceptance]]
  rule = "unsecured-link"
  subject = "csam->ggk#2"
  reason = "Wordt vervangen"
  by = "CISO"
  until = 2026-12-31

  [[acceptance]]
  rule = "unsecured-link"
  subject = "csam->ggk#3"
#           ^^^^^^^^^^^^^
  reason = "Wordt vervangen"
  by = "CISO"
  until = 2026-12-31
"#,
            ),
            Example::new(
                Text { en: "a definition further on", nl: "een definitie verderop" },
                r#"
  [application.zaken]
  name = "Zaaksysteem"
  operator = "beheerder"

  [party.beheerder]
  name = "Beheerder"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    let lang = facts.lang;
    for problem in facts.problems {
        let Fault::UnknownReference { id, wanted, near, other } = &problem.fault else { continue };
        let id = shown(id);
        let what = words::wanted(*wanted).to(lang);
        let none = words::none(what, lang);
        let (message, label) = match (other, near) {
            (Some((kind, _)), _) if *wanted != Wanted::Rule => {
                let kind = words::kind(*kind).to(lang);
                (
                    say!(lang, en: "`{id}` is {kind}, not {what}", nl: "`{id}` is {kind}, {none}"),
                    say!(lang, en: "not {what}", nl: "{none}"),
                )
            }
            (_, Some((near, _))) => (
                say!(lang, en: "`{id}` is not {what} of this landscape", nl: "`{id}` is {none} van dit landschap"),
                say!(lang, en: "did you mean `{near}`?", nl: "bedoelt u `{near}`?"),
            ),
            _ => (
                say!(lang, en: "`{id}` is not {what} of this landscape", nl: "`{id}` is {none} van dit landschap"),
                say!(lang, en: "declared nowhere", nl: "nergens vastgelegd"),
            ),
        };
        let declared = other.as_ref().map(|(_, location)| *location).or(near.as_ref().map(|(_, at)| *at));
        let finding = out.problem(problem, label, message);
        if let Some(location) = declared.filter(|location| *location != problem.location) {
            let message = match near {
                Some((near, _)) => say!(lang, en: "`{near}` is declared here", nl: "`{near}` staat hier"),
                None => say!(lang, en: "`{id}` is declared here", nl: "`{id}` staat hier"),
            };
            finding.related.push(Label { location, message });
        }
        if other.is_none() {
            let near = near.as_ref().map(|(near, _)| &**near);
            mend(facts.landscape, problem, *wanted, near, finding);
        }
    }
}

/// Offers to write what was probably meant, and to declare what was written.
fn mend(landscape: &Landscape, problem: &Problem, wanted: Wanted, near: Option<&str>, finding: &mut Finding) {
    let Fault::UnknownReference { id, .. } = &problem.fault else { return };
    if let Some(near) = near {
        let slips = landscape.subjects().filter(|(other, kind, _)| wanted.takes(*kind) && is_slip(id, other));
        let certain = is_slip(id, near) && slips.count() < 2;
        let change = Change::Write(problem.location, toml::Value::from(near).to_string());
        finding.repairs.push(Repair { change, certain });
    }
    let kinds = Kind::ALL.into_iter().filter(|kind| wanted.takes(*kind) && wanted != Wanted::Subject);
    for kind in kinds.filter(|_| is_id(id)) {
        finding.propose(Change::Declare(kind, id.clone()));
    }
}

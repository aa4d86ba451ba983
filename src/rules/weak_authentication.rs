//! A link with data that the law protects more, and ends that don't surely know each other.

use std::borrow::Cow;

use super::{Facts, Findings, LinkFacts, Rule, categories, needs};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::Authentication,
    norms::laws::{AVG, BIO2, WBP},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "weak-authentication",
        group: Group::Security,
        level: Level::Warn,
        needs: Some(needs::AUTHENTICATION),
        title: Text {
            en: "sensitive data between ends that don't surely know each other",
            nl: "gevoelige gegevens tussen einden die elkaar niet zeker kennen",
        },
        brief: Text { en: "weak or unknown authentication", nl: "zwakke of onbekende authenticatie" },
        why: Text {
            en: "Encryption helps little when nobody knows who is at the other end. Health data, criminal data and national numbers ask for two factors, or certificates on both ends.",
            nl: "Versleuteling helpt weinig als niet vaststaat wie er aan de andere kant zit. Gezondheid, strafrecht en BSN vragen om twee factoren, of certificaten aan beide kanten.",
        },
        mend: Text {
            en: "Use mutual TLS between systems and two factors for people, and write it in `authentication`.",
            nl: "Gebruik wederzijdse TLS tussen systemen en twee factoren voor mensen, en leg dat vast in `authentication`.",
        },
        fine: Text {
            en: "When the line lies within the controlled area: name its `network`, and say there that it is `controlled`.",
            nl: "Als de lijn binnen het gecontroleerde gebied ligt: noem het `network`, en leg daar `controlled` vast.",
        },
        basis: &[AVG.at("32(1)"), WBP.at("13"), BIO2.at("5.17")],
        looks_at: &["authentication", "network", "data", "returns", "lifecycle"],
        examples: &[
            Example::new(
                Text { en: "a password is less", nl: "een wachtwoord is minder" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = ["naw", "gezondheid"]
  secure = true
  protocol = "sftp"
  authentication = "password"
#                  ^^^^^^^^^^
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "left out counts as less", nl: "wat ontbreekt telt als minder" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  authentication = "token"
  controller = "college"

  [[link]]
# ^^^^^^^^
  from = "ggk"
  to = "csam"
  data = "bsn"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "certificates on both ends", nl: "certificaten aan beide kanten" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "bsn"
  secure = true
  protocol = "sftp"
  authentication = "mutual-tls"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "within the controlled area", nl: "binnen het gecontroleerde gebied" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "bsn"
  secure = true
  protocol = "sftp"
  authentication = "password"
  network = "intern"
  controller = "college"
"#,
            ),
        ],
    },
    check,
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    for link in facts.links.iter().filter(|link| link.sensitive) {
        let given = link.link.authentication.as_ref();
        let strong = given.is_some_and(|it| it.value >= Authentication::TwoFactor);
        let controlled = link.network.is_some_and(|network| network.is_controlled());
        if strong || controlled {
            continue;
        }
        let names: Vec<_> = sensitive_names(facts, link);
        let (the_link, names) = (facts.the_link(link.link), names.join(", "));
        let (location, message, label, brief) = match given {
            Some(given) => (
                given.location,
                say!(
                    facts.lang,
                    en: "{the_link} carries {names}, with less than two factors or mutual TLS",
                    nl: "{the_link} bevat {names}, met minder dan twee factoren of wederzijdse TLS",
                ),
                say!(facts.lang, en: "not enough for this data", nl: "niet genoeg voor deze gegevens"),
                Text { en: "weak authentication", nl: "zwakke authenticatie" },
            ),
            None => (
                link.link.header,
                say!(
                    facts.lang,
                    en: "{the_link} carries {names}, and how its ends know each other isn't known",
                    nl: "{the_link} bevat {names}, en hoe de einden elkaar kennen is niet bekend",
                ),
                say!(facts.lang, en: "`authentication` is left out", nl: "`authentication` ontbreekt"),
                Text { en: "authentication not known", nl: "authenticatie niet bekend" },
            ),
        };
        if let Some(finding) = out.link(link, location, label, message) {
            finding.brief = brief;
        }
    }
}

/// The names of the categories on a link that the law protects more, each once.
fn sensitive_names<'a>(facts: &'a Facts<'_>, link: &LinkFacts<'_>) -> Vec<Cow<'a, str>> {
    let mut ids: Vec<_> = categories(link.link).collect();
    ids.sort_unstable();
    ids.dedup();
    let declared = ids.into_iter().map(|id| facts.landscape.data.get(id));
    declared.filter(|data| data.class.is_sensitive()).map(|data| shown(&data.name)).collect()
}

//! A link with data that the law protects more, and ends that don't surely know each other.

use std::borrow::Cow;

use super::{Check, Facts, Findings, LinkFacts, Rule, categories, needs, phrases};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::Authentication,
    norms::{
        laws::{AVG, BIO2, WBP},
        protocols::Protocol,
    },
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
            en: "Let systems know each other by certificates or keys at both ends, and people by two factors; write `mutual-tls` or `two-factor` in `authentication`.",
            nl: "Laat systemen elkaar kennen door certificaten of sleutels aan beide kanten, en mensen door twee factoren; leg `mutual-tls` of `two-factor` vast in `authentication`.",
        },
        fine: Text {
            en: "When the line lies within the controlled area: name its `network`, and say there that it is `controlled`. What goes on paper, by post or on a stick has no ends that log in: nothing is told of it.",
            nl: "Als de lijn binnen het gecontroleerde gebied ligt: noem het `network`, en leg daar `controlled` vast. Wat op papier, per post of op een stick gaat, heeft geen einden die inloggen: daarvan wordt niets gemeld.",
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
                Text {
                    en: "on paper and on a stick there is nothing to log in to",
                    nl: "op papier en op een stick valt er niets in te loggen",
                },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "gezondheid"
  secure = true
  protocol = "usb"
  controller = "college"

  [[link]]
  from = "ggk"
  to = "csam"
  data = "bsn"
  secure = false
  protocol = "paper"
  authentication = "none"
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
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    if !link.is_sensitive() {
        return;
    }
    let given = link.link.authentication.as_ref();
    let strong = given.is_some_and(|it| it.value >= Authentication::TwoFactor);
    let controlled = link.network.is_some_and(|network| network.is_controlled());
    // A protocol that couldn't be read may be one of those.
    let carried = link.protocol.is_some_and(Protocol::is_carried) || link.link.lost.any_of(&["protocol"]);
    if strong || controlled || carried {
        return;
    }
    let names = phrases::and(facts.lang, &sensitive_names(facts, link));
    let the_link = facts.the_link(link.link);
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
                en: "{the_link} carries {names}, but how its ends know each other isn't known",
                nl: "{the_link} bevat {names}, maar hoe de einden elkaar kennen is niet bekend",
            ),
            say!(facts.lang, en: "`authentication` is left out", nl: "`authentication` ontbreekt"),
            Text { en: "authentication not known", nl: "authenticatie niet bekend" },
        ),
    };
    if let Some(finding) = out.link(link, location, label, message) {
        finding.brief = brief;
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

//! A link that is marked secure without anything to show how.

use super::{Facts, Findings, Rule, facts::Assurance};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    norms::laws::{AVG, BIO2, WBP},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "unexplained-security",
        group: Group::Security,
        level: Level::Warn,
        needs: None,
        title: Text {
            en: "marked secure, with nothing to show how",
            nl: "als beveiligd opgegeven, zonder te laten zien hoe",
        },
        brief: Text { en: "not known how it is secured", nl: "niet bekend hoe het beveiligd is" },
        why: Text {
            en: "A mark alone is a claim. Without a protocol or network that encrypts, nobody can check the sentence \"this line is secured\".",
            nl: "Een opgave alleen is een bewering. Zonder protocol of netwerk dat versleutelt, kan niemand de zin \"deze lijn is beveiligd\" nagaan.",
        },
        mend: Text {
            en: "Write the `protocol` (and `tls`) of the line, or the `network` that protects it.",
            nl: "Noem het `protocol` (en `tls`) van de lijn, of het `network` dat hem beschermt.",
        },
        fine: Text {
            en: "When the protocol is of one's own making and encrypts: name the `tls` under it, or accept it with `[[acceptance]]`.",
            nl: "Als het een eigen protocol is dat versleutelt: noem de `tls` eronder, of accepteer het met `[[acceptance]]`.",
        },
        basis: &[
            AVG.at("5(1)(f)"),
            AVG.at("32(1)"),
            WBP.at("13"),
            BIO2.at("8.21.04"),
            BIO2.at("8.24"),
            AVG.at("5(2)"),
        ],
        looks_at: &[
            "secure",
            "protocol",
            "tls",
            "authentication",
            "network",
            "data",
            "returns",
            "personal_data",
            "lifecycle",
        ],
        examples: &[
            Example::new(
                Text { en: "nothing shows how", nl: "niets laat zien hoe" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
#          ^^^^
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "a protocol that nobody knows", nl: "een protocol dat niemand kent" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "GBA-berichten"
#            ^^^^^^^^^^^^^^^
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "TLS says enough", nl: "TLS zegt genoeg" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "eigen protocol"
  tls = "1.3"
  controller = "college"
"#,
            ),
        ],
    },
    check,
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    for link in facts.personal_links().filter(|link| link.assurance == Assurance::Unexplained) {
        let the_link = facts.the_link(link.link);
        let (location, message, label) = match &link.link.protocol {
            Some(protocol) => {
                let name = shown(protocol);
                (
                    protocol.location,
                    say!(
                        facts.lang,
                        en: "{the_link} is marked secure, but whether \"{name}\" encrypts isn't known",
                        nl: "{the_link} is als beveiligd opgegeven, maar of \"{name}\" versleutelt is niet bekend",
                    ),
                    say!(facts.lang, en: "not a protocol that is known here", nl: "geen protocol dat hier bekend is"),
                )
            }
            None => (
                link.mark(),
                say!(
                    facts.lang,
                    en: "{the_link} is marked secure, and nothing shows how",
                    nl: "{the_link} is als beveiligd opgegeven, en niets laat zien hoe",
                ),
                say!(facts.lang, en: "by which protocol, over which network?", nl: "met welk protocol, over welk netwerk?"),
            ),
        };
        out.link(link, location, label, message);
    }
}

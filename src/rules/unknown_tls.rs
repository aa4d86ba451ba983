//! A link over TLS that doesn't say which version.

use super::{Check, Facts, Findings, LinkFacts, Rule, needs};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    norms::{
        laws::{AVG, BIO2, WBP},
        protocols::Encryption,
    },
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "unknown-tls",
        group: Group::Security,
        level: Level::Warn,
        needs: Some(needs::TLS),
        title: Text {
            en: "a link over TLS that doesn't say which version",
            nl: "een koppeling over TLS die niet zegt welke versie",
        },
        brief: Text { en: "version of TLS not known", nl: "TLS-versie niet bekend" },
        why: Text {
            en: "Whether TLS protects depends on its version. Elsewhere this landscape says which; here it isn't known, and unknown is never green.",
            nl: "Of TLS beschermt, hangt af van de versie. Elders staat in dit landschap welke; hier is het niet bekend, en onbekend is nooit groen.",
        },
        mend: Text {
            en: "Look up which version both ends agree on, and write it in `tls`. Of an address on the internet, internet.nl shows it; otherwise ask whoever runs the receiving end.",
            nl: "Zoek op welke versie beide einden afspreken, en leg die vast in `tls`. Van een adres op internet laat internet.nl het zien; vraag het anders aan wie het ontvangende einde beheert.",
        },
        fine: Text {
            en: "While nobody has looked yet: that is just what this tells.",
            nl: "Zolang niemand heeft gekeken: precies dat staat hier.",
        },
        basis: &[AVG.at("32(1)"), WBP.at("13"), BIO2.at("8.24")],
        looks_at: &["protocol", "tls", "authentication", "data", "returns", "personal_data", "lifecycle"],
        examples: &[
            Example::new(
                Text {
                    en: "one link says it, the other doesn't",
                    nl: "de ene koppeling zegt het, de andere niet",
                },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "https"
  tls = "1.3"
  controller = "college"

  [[link]]
  from = "ggk"
  to = "csam"
  data = "naw"
  secure = true
  protocol = "https"
#            ^^^^^^^
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "a protocol that doesn't run on TLS", nl: "een protocol dat niet over TLS loopt" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "https"
  tls = "1.3"
  controller = "college"

  [[link]]
  from = "ggk"
  to = "csam"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
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
  protocol = "https"
  controller = "college"
"#,
            ),
        ],
    },
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    if !link.personal || link.link.tls.is_some() {
        return;
    }
    let (Some(written), Some(protocol)) = (&link.link.protocol, link.protocol) else { return };
    let on_mutual_tls = protocol.encryption == Encryption::WithTls && link.with_tls();
    if !(protocol.over_tls || on_mutual_tls) {
        return;
    }
    let the_link = facts.the_link(link.link);
    let message = say!(
        facts.lang,
        en: "{the_link} runs over TLS, but it isn't known which version",
        nl: "{the_link} loopt over TLS, maar welke versie is niet bekend",
    );
    let label = say!(facts.lang, en: "`tls` is left out", nl: "`tls` ontbreekt");
    out.link(link, written.location, label, message);
}

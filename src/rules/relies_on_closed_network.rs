//! A link that is marked secure, and leans on a closed network alone.

use super::{Check, Facts, Findings, LinkFacts, Rule, link_facts::Assurance};
use crate::{
    finding::{Example, Group, Label, Level, RuleInfo},
    norms::{
        laws::{AVG, BIO2, WBP},
        protocols::Encryption,
    },
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "relies-on-closed-network",
        group: Group::Security,
        level: Level::Warn,
        needs: None,
        title: Text {
            en: "security rests on a closed network alone",
            nl: "de beveiliging rust alleen op een gesloten netwerk",
        },
        brief: Text {
            en: "closed network only, not encrypted",
            nl: "alleen gesloten netwerk, niet versleuteld",
        },
        why: Text {
            en: "Nothing encrypts the data itself. Over wires within the controlled area that may be; but whoever is inside, by right or by break-in, reads along.",
            nl: "De gegevens zelf zijn niet versleuteld. Over bedrading binnen het gecontroleerde gebied mag dat; maar wie binnen is, met recht of na een inbraak, leest mee.",
        },
        mend: Text {
            en: "Encrypt the line too: `https` for `http`, `sftp` for `ftp` or a shared folder, TLS under a database connection.",
            nl: "Versleutel ook de lijn: `https` voor `http`, `sftp` voor `ftp` of een gedeelde map, TLS onder een databaseverbinding.",
        },
        fine: Text {
            en: "When it is a wired connection within the controlled area and the risk of someone inside is weighed: accept it with `[[acceptance]]`.",
            nl: "Als het een bedrade verbinding binnen het gecontroleerde gebied is en het risico van iemand binnen is gewogen: leg dat vast met `[[acceptance]]`.",
        },
        basis: &[AVG.at("5(1)(f)"), AVG.at("32(1)"), WBP.at("13"), BIO2.at("8.21.04"), BIO2.at("8.24")],
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
                Text {
                    en: "plain text over the internal network",
                    nl: "onversleuteld over het interne netwerk",
                },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "smb"
#            ^^^^^
  network = "intern"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "the network that both ends share", nl: "het netwerk dat beide einden delen" },
                r#"
  [application.een]
  name = "Een"
  network = "intern"

  [application.twee]
  name = "Twee"
  network = "intern"

  [[link]]
  from = "een"
  to = "twee"
  data = "naw"
  secure = true
  protocol = "http"
#            ^^^^^^
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "nobody knows whether it encrypts", nl: "niemand weet of het versleutelt" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  network = "intern"
#           ^^^^^^^^
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "encrypted as well", nl: "ook versleuteld" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  network = "intern"
  controller = "college"
"#,
            ),
        ],
    },
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    if !link.personal || link.assurance != Assurance::ClosedNetwork {
        return;
    }
    let Some(network) = link.network else { return };
    let (the_link, name) = (facts.the_link(link.link), shown(&network.name));
    let (why, label) = why(facts, link);
    let message = say!(
        facts.lang,
        en: "{the_link} is only as secure as the closed network {name}: {why}",
        nl: "{the_link} is niet veiliger dan het gesloten netwerk {name}: {why}",
    );
    let own = (&link.link.protocol, &link.link.network);
    let location = match own {
        (Some(protocol), _) => protocol.location,
        (None, Some(network)) => network.location,
        (None, None) => link.mark(),
    };
    if let Some(finding) = out.link(link, location, label, message) {
        if link.protocol.is_none() {
            finding.brief = Text {
                en: "closed network only, encryption not known",
                nl: "alleen gesloten netwerk, versleuteling niet bekend",
            };
            finding.advice = Some(say!(
                facts.lang,
                en: "Does the line encrypt already? Then write its `protocol` (and `tls`). Otherwise encrypt it.",
                nl: "Versleutelt de lijn al? Noem dan haar `protocol` (en `tls`). Versleutel haar anders.",
            ));
        }
        let message = say!(facts.lang, en: "controlled, but not known to encrypt", nl: "beheerst, maar niet bekend als versleuteld");
        finding.related.push(Label { location: network.header, message });
    }
}

/// Why the line itself doesn't protect, and the same in a few words.
fn why(facts: &Facts<'_>, link: &LinkFacts<'_>) -> (String, String) {
    let written = link.link.protocol.as_ref().map_or("".into(), |written| shown(written));
    match link.protocol.map(|protocol| protocol.encryption) {
        Some(Encryption::WithTls) => (
            say!(
                facts.lang,
                en: "{written} only encrypts over TLS, and no `tls` is given",
                nl: "{written} versleutelt alleen over TLS, en `tls` ontbreekt",
            ),
            say!(facts.lang, en: "encrypts only over TLS", nl: "versleutelt alleen over TLS"),
        ),
        Some(_) => (
            say!(facts.lang, en: "{written} doesn't encrypt it", nl: "{written} versleutelt niet"),
            say!(facts.lang, en: "doesn't encrypt", nl: "versleutelt niet"),
        ),
        None => (
            say!(facts.lang, en: "nothing says that it is encrypted", nl: "nergens staat dat de lijn versleuteld is"),
            say!(facts.lang, en: "not known to encrypt", nl: "niet bekend dat dit versleutelt"),
        ),
    }
}

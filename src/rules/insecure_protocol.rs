//! A link that is marked secure over a protocol that doesn't encrypt.

use std::borrow::Cow;

use super::{Check, Facts, Findings, LinkFacts, Rule, link_facts::Assurance};
use crate::{
    finding::{Example, Group, Label, Level, RuleInfo},
    norms::{
        laws::{AVG, BIO2, WBP},
        protocols::{Encryption, Protocol},
    },
    say,
    text::{Lang, Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "insecure-protocol",
        group: Group::Security,
        level: Level::Deny,
        needs: None,
        title: Text {
            en: "marked secure over a protocol that doesn't encrypt",
            nl: "als beveiligd opgegeven, maar het protocol versleutelt niet",
        },
        brief: Text { en: "protocol doesn't encrypt", nl: "protocol versleutelt niet" },
        why: Text {
            en: "The mark isn't true: whoever can listen in on the line reads along. This is the sentence to the council that can't be kept up.",
            nl: "De opgave klopt niet: wie op de lijn kan meeluisteren, leest mee. Dit is de zin aan de raad die geen stand houdt.",
        },
        mend: Text {
            en: "Move to the encrypted counterpart (`https` for `http`, `sftp` for `ftp`), name the `tls` that is under it, or run it over an encrypted `network`. Can't it be mended yet? Write `secure = false`: then at least the mark is true, and the link counts as not secured.",
            nl: "Ga over op de versleutelde tegenhanger (`https` voor `http`, `sftp` voor `ftp`), noem de `tls` die eronder zit, of laat het over een versleuteld `network` lopen. Kan dat nog niet? Schrijf dan `secure = false`: de opgave klopt dan tenminste, en de koppeling telt als niet beveiligd.",
        },
        fine: Text {
            en: "When the network under it encrypts, such as a VPN: name it with `network`, and say there that it is `encrypted`.",
            nl: "Als het netwerk eronder versleutelt, zoals een VPN: noem het met `network` en leg daar `encrypted` vast.",
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
                Text { en: "never encrypts", nl: "versleutelt nooit" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "FTP"
#            ^^^^^
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "encrypts only with TLS, and none is given",
                    nl: "versleutelt alleen met TLS, en die is niet genoemd",
                },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "odbc"
#            ^^^^^^
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "over a network of which nothing is known",
                    nl: "over een netwerk waarvan niets bekend is",
                },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "http"
#            ^^^^^^
  network = "elders"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "with TLS under it", nl: "met TLS eronder" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "odbc"
  tls = "1.3"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "over an encrypted network", nl: "over een versleuteld netwerk" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "http"
  network = "vpn"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "mutual TLS is TLS", nl: "wederzijdse TLS is TLS" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "soap"
  authentication = "mutual-tls"
  controller = "college"
"#,
            ),
        ],
    },
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    if !link.personal || link.assurance != Assurance::Plain {
        return;
    }
    let (Some(written), Some(protocol)) = (&link.link.protocol, link.protocol) else { return };
    let (the_link, name) = (facts.the_link(link.link), called(protocol, written, facts.lang));
    let never = protocol.encryption == Encryption::Never;
    let (message, label) = if never {
        (
            say!(
                facts.lang,
                en: "{the_link} is marked secure, but {name} doesn't encrypt",
                nl: "{the_link} is als beveiligd opgegeven, maar {name} versleutelt niet",
            ),
            say!(facts.lang, en: "doesn't encrypt", nl: "versleutelt niet"),
        )
    } else {
        (
            say!(
                facts.lang,
                en: "{the_link} is marked secure, but {name} only encrypts over TLS, and no `tls` is given",
                nl: "{the_link} is als beveiligd opgegeven, maar {name} versleutelt alleen over TLS, en `tls` ontbreekt",
            ),
            say!(facts.lang, en: "encrypts only over TLS", nl: "versleutelt alleen over TLS"),
        )
    };
    let Some(finding) = out.link(link, written.location, label, message) else { return };
    finding.advice = advice(protocol.name).map(|advice| advice.to(facts.lang).to_owned());
    if let Some(mark) = &link.link.secure {
        let message = say!(facts.lang, en: "marked secure here", nl: "hier als beveiligd opgegeven");
        finding.related.push(Label { location: mark.location, message });
    }
    if let Some(network) = link.network {
        let message = say!(
            facts.lang,
            en: "this network is not known to encrypt, nor to be controlled",
            nl: "van dit netwerk is niet bekend dat het versleutelt of beheerst is",
        );
        finding.related.push(Label { location: network.header, message });
    }
    if let (true, Some(tls)) = (never, &link.link.tls) {
        let message = say!(
            facts.lang,
            en: "with TLS under it, it goes by another name: `https` for `http`, `ftps` for `ftp`",
            nl: "met TLS eronder heet het anders: `https` voor `http`, `ftps` voor `ftp`",
        );
        finding.related.push(Label { location: tls.location, message });
    }
}

/// What a sentence calls a protocol: what is written, unless it is no protocol at all.
fn called<'a>(protocol: &Protocol, written: &'a str, lang: Lang) -> Cow<'a, str> {
    let word = match protocol.name {
        "paper" => Text { en: "paper", nl: "papier" },
        "post" => Text { en: "a letter by post", nl: "een brief per post" },
        "usb" => Text { en: "a USB stick", nl: "een usb-stick" },
        _ => return shown(written),
    };
    word.to(lang).into()
}

/// What to do about ways that have no encrypted counterpart of the same name.
fn advice(protocol: &str) -> Option<Text> {
    match protocol {
        "e-mail" | "smtp" => Some(Text {
            en: "Use secured e-mail (`secure-mail`), or a portal that people log in to.",
            nl: "Gebruik beveiligde e-mail (`secure-mail`), of een portaal waarop mensen inloggen.",
        }),
        "smb" | "cifs" | "nfs" => Some(Text {
            en: "Bring the files over with `sftp`, or let the share run over an encrypted `network`.",
            nl: "Breng de bestanden over met `sftp`, of laat de map over een versleuteld `network` lopen.",
        }),
        "usb" => Some(Text {
            en: "Send it over an encrypted line. Must it be a stick? Encrypt that, and accept this with `[[acceptance]]`.",
            nl: "Stuur het langs een versleutelde lijn. Moet het op een stick? Versleutel die, en accepteer dit met `[[acceptance]]`.",
        }),
        "paper" | "post" | "fax" => Some(Text {
            en: "Send it over an encrypted line, such as `secure-mail`. Must it be on paper? Accept that risk with `[[acceptance]]`.",
            nl: "Stuur het langs een versleutelde lijn, zoals `secure-mail`. Moet het op papier? Accepteer dat risico dan met `[[acceptance]]`.",
        }),
        _ => None,
    }
}

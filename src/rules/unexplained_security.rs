//! A link that is marked secure without anything to show how.

use super::{Check, Facts, Findings, LinkFacts, Rule, link_facts::Assurance};
use crate::{
    finding::{Example, Group, Label, Level, RuleInfo},
    model::{Item, Network},
    norms::{
        laws::{AVG, BIO2, WBP},
        protocols::one_slip_from,
    },
    say,
    source::{Location, Spanned},
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
                Text { en: "a network of which nothing is said", nl: "een netwerk waarvan niets is gezegd" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  network = "elders"
#           ^^^^^^^^
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "a slip of the pen", nl: "een verschrijving" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "htps"
#            ^^^^^^
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
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    if !link.personal || link.assurance != Assurance::Unexplained {
        return;
    }
    let told = match (&link.link.protocol, link.network) {
        (Some(protocol), _) => unknown_protocol(facts, link, protocol),
        (None, Some(network)) => silent_network(facts, link, network),
        (None, None) => nothing(facts, link),
    };
    let Some(finding) = out.link(link, told.location, told.label, told.message) else { return };
    finding.advice = told.advice;
    if let Some(network) = link.network {
        let message = say!(
            facts.lang,
            en: "say here whether it encrypts or is controlled",
            nl: "leg hier vast of het versleutelt of beheerst is",
        );
        finding.related.push(Label { location: network.header, message });
    }
}

/// What there is to tell of a link.
struct Told {
    location: Location,
    label: String,
    message: String,
    advice: Option<String>,
}

/// A protocol is named, and it isn't one that says whether it encrypts.
fn unknown_protocol(facts: &Facts<'_>, link: &LinkFacts<'_>, protocol: &Spanned<Box<str>>) -> Told {
    let (the_link, name) = (facts.the_link(link.link), shown(protocol));
    let near: Vec<_> = one_slip_from(protocol).into_iter().map(|near| format!("`{near}`")).collect();
    let label = if near.is_empty() {
        say!(facts.lang, en: "not a protocol that is known here", nl: "geen protocol dat hier bekend is")
    } else {
        let or = say!(facts.lang, en: " or ", nl: " of ");
        let near = near.join(&or);
        say!(facts.lang, en: "not known here; did you mean {near}?", nl: "hier niet bekend; bedoelt u {near}?")
    };
    Told {
        location: protocol.location,
        label,
        message: say!(
            facts.lang,
            en: "{the_link} is marked secure, but whether \"{name}\" encrypts isn't known",
            nl: "{the_link} is als beveiligd opgegeven, maar of \"{name}\" versleutelt is niet bekend",
        ),
        advice: None,
    }
}

/// No protocol is named; a network is, and nothing is said of it.
fn silent_network(facts: &Facts<'_>, link: &LinkFacts<'_>, network: &Item<Network>) -> Told {
    let (the_link, name) = (facts.the_link(link.link), shown(&network.name));
    Told {
        location: link.link.network.as_ref().map_or_else(|| link.mark(), |network| network.location),
        label: say!(facts.lang, en: "this alone doesn't show how", nl: "dit alleen laat niet zien hoe"),
        message: say!(
            facts.lang,
            en: "{the_link} is marked secure, but nothing says that network {name} encrypts or is controlled",
            nl: "{the_link} is als beveiligd opgegeven, maar nergens staat dat netwerk {name} versleutelt of beheerst is",
        ),
        advice: Some(say!(
            facts.lang,
            en: "Write at the network whether it is `encrypted` or `controlled`; or write the `protocol` of the line.",
            nl: "Leg bij het netwerk vast of het `encrypted` of `controlled` is; of noem het `protocol` van de lijn.",
        )),
    }
}

/// Nothing is named at all.
fn nothing(facts: &Facts<'_>, link: &LinkFacts<'_>) -> Told {
    let the_link = facts.the_link(link.link);
    Told {
        location: link.mark(),
        label: say!(facts.lang, en: "by which protocol, over which network?", nl: "met welk protocol, over welk netwerk?"),
        message: say!(
            facts.lang,
            en: "{the_link} is marked secure, and nothing shows how",
            nl: "{the_link} is als beveiligd opgegeven, en niets laat zien hoe",
        ),
        advice: None,
    }
}

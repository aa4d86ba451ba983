//! Personal data that leaves the EEA with nothing to protect it.

use super::{
    Facts, Findings, LinkFacts, Rule,
    agreements::Agreements,
    few, needs,
    receivers::{Receiver, is_people, receivers},
    whereabouts::country,
};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::{Agreement, Endpoint, Id, Item, Party, PartyKind, Safeguard},
    norms::{
        laws::{AVG, WBP},
        places::{Adequacy, adequacy, in_eea},
    },
    say,
    source::Location,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "transfer-outside-eea",
        group: Group::Lawfulness,
        level: Level::Deny,
        needs: Some(needs::COUNTRY),
        title: Text {
            en: "personal data outside the EEA with nothing to protect it",
            nl: "persoonsgegevens buiten de EER zonder bescherming",
        },
        brief: Text { en: "leaves the EEA without protection", nl: "gaat zonder waarborg de EER uit" },
        why: Text {
            en: "Outside the European Economic Area European law doesn't protect the data. It may go there only where the European Commission found the protection adequate, or under a safeguard that the parties agreed on.",
            nl: "Buiten de Europese Economische Ruimte beschermt de Europese wet de gegevens niet. Ze mogen daarheen alleen als de Europese Commissie de bescherming passend vond, of met een waarborg die partijen afspraken.",
        },
        mend: Text {
            en: "Keep the data inside the EEA; or agree on standard contractual clauses, and declare that as an agreement with a `safeguard` that names the receiving party.",
            nl: "Houd de gegevens binnen de EER; of spreek standaardcontractbepalingen af, en leg dat vast als overeenkomst met een `safeguard` die de ontvangende partij noemt.",
        },
        fine: Text {
            en: "When a derogation for a specific situation applies (GDPR art. 49): accept it, with that as the reason. People who get their own data abroad are no transfer.",
            nl: "Als een afwijking voor een specifieke situatie geldt (AVG art. 49): accepteer het, met die reden. Mensen die in het buitenland hun eigen gegevens krijgen, zijn geen doorgifte.",
        },
        basis: &[AVG.at("44–49"), WBP.at("76–77")],
        looks_at: &["from", "to", "data", "returns", "personal_data", "agreement", "processing", "lifecycle"],
        examples: &[
            Example::new(
                Text { en: "to a party, and no safeguard", nl: "naar een partij, en geen waarborg" },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [[link]]
  from = "csam"
  to = "wolk"
#      ^^^^^^
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "to an application that such a party runs",
                    nl: "naar een applicatie die zo'n partij beheert",
                },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [application.opslag]
  name = "Opslag"
  operator = "wolk"

  [agreement.verwerker]
  kind = "processor"
  parties = ["college", "wolk"]
  signed = 2025-01-01

  [[link]]
  from = "csam"
  to = "opslag"
#      ^^^^^^^^
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "an answer goes there", nl: "een antwoord gaat daarheen" },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [[link]]
  from = "wolk"
#        ^^^^^^
  to = "csam"
  data = "wegen"
  returns = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "the safeguard has expired", nl: "de waarborg is verlopen" },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [agreement.waarborg]
  kind = "exchange"
  parties = ["college", "wolk"]
  signed = 2024-01-01
  expires = 2026-10-31
  safeguard = "standard-contractual-clauses"

  [[link]]
  from = "csam"
  to = "wolk"
#      ^^^^^^
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "the safeguard is signed tomorrow", nl: "de waarborg wordt morgen getekend" },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [agreement.waarborg]
  kind = "processor"
  parties = ["college", "wolk"]
  safeguard = "standard-contractual-clauses"
  signed = 2026-11-02

  [[link]]
  from = "csam"
  to = "wolk"
#      ^^^^^^
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "the safeguard covers another activity",
                    nl: "de waarborg gaat over een andere activiteit",
                },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [processing.wmo]
  name = "Wmo"
  controller = "college"
  purpose = "Ondersteuning"
  legal_basis = "public-task"
  law = "Wmo 2015 art. 5.1.1"
  data = "naw"
  retention = "15 jaar"

  [processing.jeugd]
  name = "Jeugd"
  controller = "college"
  purpose = "Ondersteuning"
  legal_basis = "public-task"
  law = "Jeugdwet art. 7.4.0"
  data = "naw"
  retention = "15 jaar"

  [agreement.waarborg]
  kind = "processor"
  parties = ["college", "wolk"]
  safeguard = "standard-contractual-clauses"
  covers = "jeugd"

  [[link]]
  from = "csam"
  to = "wolk"
#      ^^^^^^
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text { en: "the safeguard names someone else", nl: "de waarborg noemt een ander" },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [party.ander]
  name = "Ander"

  [agreement.waarborg]
  kind = "exchange"
  parties = ["college", "ander"]
  signed = 2024-01-01
  safeguard = "standard-contractual-clauses"

  [[link]]
  from = "csam"
  to = "wolk"
#      ^^^^^^
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "a certificate without an adequacy decision",
                    nl: "een certificaat zonder adequaatheidsbesluit",
                },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [agreement.waarborg]
  kind = "exchange"
  parties = ["college", "wolk"]
  signed = 2020-01-01
  safeguard = "dpf-certified"

  [[link]]
  from = "csam"
  to = "wolk"
#      ^^^^^^
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            )
            .on("2021-03-01"),
            Example::new(
                Text {
                    en: "the United Kingdom, when its decision has ended",
                    nl: "het Verenigd Koninkrijk, als het besluit is afgelopen",
                },
                r#"
  [party.wolk]
  name = "Wolk Ltd"
  country = "GB"

  [[link]]
  from = "csam"
  to = "wolk"
#      ^^^^^^
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            )
            .on("2031-12-28"),
            Example::new(
                Text {
                    en: "a decision for companies only, and this isn't known to be one",
                    nl: "een besluit voor bedrijven, en dat dit er een is, is niet bekend",
                },
                r#"
  [party.wolk]
  name = "Wolk"
  kind = "government"
  country = "JP"

  [[link]]
  from = "csam"
  to = "wolk"
#      ^^^^^^
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "a decision for companies only, and this is one",
                    nl: "een besluit voor bedrijven, en dit is er een",
                },
                r#"
  [party.wolk]
  name = "Wolk"
  kind = "supplier"
  country = "JP"

  [[link]]
  from = "csam"
  to = "wolk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "standard contractual clauses", nl: "standaardcontractbepalingen" },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [agreement.waarborg]
  kind = "exchange"
  parties = ["college", "wolk"]
  signed = 2024-01-01
  expires = 2027-02-01
  safeguard = "standard-contractual-clauses"

  [[link]]
  from = "csam"
  to = "wolk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "a certificate under the decision", nl: "een certificaat onder het besluit" },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [application.opslag]
  name = "Opslag"
  operator = "wolk"

  [agreement.waarborg]
  kind = "processor"
  parties = ["college", "wolk"]
  signed = 2024-01-01
  safeguard = "dpf-certified"

  [[link]]
  from = "csam"
  to = "opslag"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "the United Kingdom, in the EEA", nl: "het Verenigd Koninkrijk, in de EER" },
                r#"
  [party.wolk]
  name = "Wolk Ltd"
  country = "GB"

  [[link]]
  from = "csam"
  to = "wolk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            )
            .on("2020-12-31"),
            Example::new(
                Text {
                    en: "the United Kingdom, before its decision",
                    nl: "het Verenigd Koninkrijk, vóór het besluit",
                },
                r#"
  [party.wolk]
  name = "Wolk Ltd"
  country = "GB"

  [[link]]
  from = "csam"
  to = "wolk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            )
            .on("2021-06-27"),
            Example::new(
                Text {
                    en: "the United Kingdom, with its decision",
                    nl: "het Verenigd Koninkrijk, met het besluit",
                },
                r#"
  [party.wolk]
  name = "Wolk Ltd"
  country = "GB"

  [[link]]
  from = "csam"
  to = "wolk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "the data itself stays in the EEA", nl: "de gegevens zelf blijven in de EER" },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [application.opslag]
  name = "Opslag"
  operator = "wolk"
  country = "NL"

  [agreement.verwerker]
  kind = "processor"
  parties = ["college", "wolk"]
  signed = 2025-01-01

  [[link]]
  from = "csam"
  to = "opslag"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "data from abroad comes in", nl: "gegevens uit het buitenland komen binnen" },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [party.thuiszorg]
  name = "Thuiszorg"
  country = "NL"

  [[link]]
  from = "wolk"
  to = "thuiszorg"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "a safeguard on its first and last day",
                    nl: "een waarborg op haar eerste en laatste dag",
                },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [agreement.waarborg]
  kind = "processor"
  parties = ["college", "wolk"]
  safeguard = "standard-contractual-clauses"
  signed = 2026-11-01
  expires = 2026-11-01

  [[link]]
  from = "csam"
  to = "wolk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "the safeguard covers one of its activities",
                    nl: "de waarborg gaat over een van de activiteiten",
                },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [processing.wmo]
  name = "Wmo"
  controller = "college"
  purpose = "Ondersteuning"
  legal_basis = "public-task"
  law = "Wmo 2015 art. 5.1.1"
  data = "naw"
  retention = "15 jaar"

  [processing.jeugd]
  name = "Jeugd"
  controller = "college"
  purpose = "Ondersteuning"
  legal_basis = "public-task"
  law = "Jeugdwet art. 7.4.0"
  data = "naw"
  retention = "15 jaar"

  [agreement.waarborg]
  kind = "processor"
  parties = ["college", "wolk"]
  safeguard = "standard-contractual-clauses"
  covers = "wmo"

  [[link]]
  from = "csam"
  to = "wolk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
  processing = ["jeugd", "wmo"]
"#,
            ),
            Example::new(
                Text {
                    en: "the safeguard covers an activity, and for which one the link runs isn't known",
                    nl: "de waarborg gaat over een activiteit, en waarvoor de koppeling dient is niet bekend",
                },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [processing.wmo]
  name = "Wmo"
  controller = "college"
  purpose = "Ondersteuning"
  legal_basis = "public-task"
  law = "Wmo 2015 art. 5.1.1"
  data = "naw"
  retention = "15 jaar"

  [agreement.waarborg]
  kind = "processor"
  parties = ["college", "wolk"]
  safeguard = "standard-contractual-clauses"
  covers = "wmo"

  [[link]]
  from = "csam"
  to = "wolk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "the people themselves", nl: "de mensen zelf" },
                r#"
  [party.inwoner]
  name = "Inwoner"
  kind = "data-subject"
  country = "US"

  [[link]]
  from = "csam"
  to = "inwoner"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "nothing personal", nl: "niets persoonlijks" },
                r#"
  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [[link]]
  from = "csam"
  to = "wolk"
  data = "wegen"
"#,
            ),
        ],
    },
    check,
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    let agreements = Agreements::new(facts);
    for link in facts.personal_links() {
        for receiver in receivers(facts, link) {
            let Some(country) = country(facts, receiver.end).filter(|_| !is_people(facts, receiver.end))
            else {
                continue;
            };
            let code = country.value.code();
            if in_eea(code, facts.date) {
                continue;
            }
            let decision = adequacy(code, facts.date);
            let parties = parties(facts, receiver.end);
            if decision.is_some_and(|decision| includes(facts, decision, &parties)) {
                continue;
            }
            let transfer = Transfer {
                link,
                decision,
                agreements: agreements.about(&parties, link.link.agreement.values()),
            };
            if !transfer.weighed(facts).any(|(_, weight)| weight == Weight::Protects) {
                transfer.tell(facts, out, &receiver, code, country.location);
            }
        }
    }
}

/// The parties that receive what an end does: the party itself; who runs the application, and who is
/// responsible for it.
fn parties(facts: &Facts<'_>, end: Endpoint) -> Vec<Id<Party>> {
    match end {
        Endpoint::Party(id) => vec![id],
        Endpoint::Application(id) => {
            let application = facts.landscape.applications.get(id);
            application.operator.iter().map(|it| it.value).chain(application.controller.values()).collect()
        }
    }
}

/// Whether an adequacy decision includes these receivers by itself. Those on Canada and Japan are about
/// companies, and a supplier is one; others with a scope ask for a certificate.
fn includes(facts: &Facts<'_>, decision: &Adequacy, parties: &[Id<Party>]) -> bool {
    let is_supplier = |party: &Id<Party>| {
        let kind = &facts.landscape.parties.get(*party).kind;
        kind.as_ref().is_some_and(|kind| kind.value == PartyKind::Supplier)
    };
    decision.scope.is_none()
        || matches!(decision.country, "CA" | "JP") && parties.first().is_some_and(is_supplier)
}

/// Personal data that goes to a third country.
struct Transfer<'a> {
    link: &'a LinkFacts<'a>,
    decision: Option<&'static Adequacy>,
    /// Those that may be about it: with a receiver, or named by the link.
    agreements: Vec<Id<Agreement>>,
}

/// What an agreement with a safeguard means for a transfer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Protects,
    Expired,
    NotYetSigned,
    Elsewhere,
    NoDecision,
}

impl Transfer<'_> {
    /// Its agreements with a safeguard, and what each means for it.
    fn weighed<'a>(&'a self, facts: &'a Facts<'_>) -> impl Iterator<Item = (&'a Item<Agreement>, Weight)> {
        let agreements = self.agreements.iter().map(|id| facts.landscape.agreements.get(*id));
        agreements.filter_map(|agreement| Some((agreement, self.weigh(facts, agreement)?)))
    }

    /// What an agreement means for this transfer; nothing where it has no safeguard.
    fn weigh(&self, facts: &Facts<'_>, agreement: &Item<Agreement>) -> Option<Weight> {
        // What couldn't be read has been told; it may be the safeguard.
        if agreement.lost.any_of(&["safeguard", "signed", "expires", "covers"]) {
            return Some(Weight::Protects);
        }
        let safeguard = agreement.safeguard.as_ref()?.value;
        let about = |id| agreement.covers.values().any(|covered| covered == id);
        let elsewhere = !agreement.covers.is_empty()
            && !self.link.link.processing.is_empty()
            && !self.link.link.processing.values().any(about);
        Some(if agreement.expires.as_ref().is_some_and(|day| day.value.0 < facts.date) {
            Weight::Expired
        } else if agreement.signed.as_ref().is_some_and(|day| day.value.0 > facts.date) {
            Weight::NotYetSigned
        } else if elsewhere {
            Weight::Elsewhere
        } else if safeguard == Safeguard::DpfCertified && self.decision.is_none_or(|it| it.country != "US") {
            Weight::NoDecision
        } else {
            Weight::Protects
        })
    }

    fn tell(
        &self,
        facts: &Facts<'_>,
        out: &mut Findings,
        receiver: &Receiver,
        code: &str,
        country: Location,
    ) {
        let the_link = facts.the_link(self.link.link);
        let who = shown(facts.landscape.endpoint_name(receiver.end));
        let message = match self.decision.and_then(|decision| decision.scope) {
            Some(scope) => {
                let scope = scope.to(facts.lang);
                say!(
                    facts.lang,
                    en: "{the_link} brings personal data to {who} in {code}, and the adequacy decision covers {scope}: nothing shows that this is one",
                    nl: "{the_link} brengt persoonsgegevens naar {who} in {code}, en het adequaatheidsbesluit dekt {scope}: nergens blijkt dat deze ontvanger daarbij hoort",
                )
            }
            None => say!(
                facts.lang,
                en: "{the_link} brings personal data to {who} in {code}, outside the EEA, without an adequacy decision or a safeguard",
                nl: "{the_link} brengt persoonsgegevens naar {who} in {code}, buiten de EER, zonder adequaatheidsbesluit of waarborg",
            ),
        };
        let label = say!(facts.lang, en: "outside the EEA", nl: "buiten de EER");
        let Some(finding) = out.link(self.link, receiver.location, label, message) else { return };
        let end = facts.landscape.endpoint_id(receiver.end);
        finding.identity.detail = vec![end.to_owned(), code.to_owned()];
        let here = say!(facts.lang, en: "the country", nl: "het land");
        let flawed = self.weighed(facts).filter_map(|(agreement, weight)| {
            let location = agreement.safeguard.as_ref()?.location;
            let message = match weight {
                Weight::Protects => return None,
                Weight::Expired => say!(facts.lang, en: "this has expired", nl: "deze is verlopen"),
                Weight::NotYetSigned => {
                    say!(facts.lang, en: "this wasn't signed yet", nl: "deze was nog niet getekend")
                }
                Weight::Elsewhere => {
                    say!(facts.lang, en: "this covers other activities", nl: "deze gaat over andere activiteiten")
                }
                Weight::NoDecision => say!(
                    facts.lang,
                    en: "this counts only under an adequacy decision on the United States",
                    nl: "dit telt alleen onder een adequaatheidsbesluit over de Verenigde Staten",
                ),
            };
            Some((location, message))
        });
        few::places(finding, facts.lang, std::iter::once((country, here)).chain(flawed));
    }
}

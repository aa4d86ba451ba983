//! Personal data that leaves the EEA with nothing to protect it.

use super::{
    Check, Facts, Findings, LinkFacts, Rule,
    agreements::Agreements,
    few, needs,
    receivers::{Receiver, is_people, receivers},
    safeguards::{Transfer, Weight},
    whereabouts::country,
};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::Country,
    norms::laws::{AVG, WBP},
    say,
    source::Spanned,
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
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    let agreements = Agreements::new(facts);
    if !link.personal {
        return;
    }
    for receiver in receivers(facts, link) {
        let Some(country) = country(facts, receiver.end).filter(|_| !is_people(facts, receiver.end)) else {
            continue;
        };
        let transfer = Transfer::new(facts, &agreements, link, receiver.end, country.value);
        let Some(transfer) = transfer else { continue };
        if !transfer.is_adequate(facts) && transfer.safeguard(facts).is_none() {
            tell(facts, out, &transfer, &receiver, country);
        }
    }
}

fn tell(
    facts: &Facts<'_>,
    out: &mut Findings,
    transfer: &Transfer<'_>,
    receiver: &Receiver<'_>,
    country: &Spanned<Country>,
) {
    let code = country.value.code();
    let the_link = facts.the_link(transfer.link.link);
    let who = shown(facts.landscape.endpoint_name(receiver.end));
    let message = match transfer.decision.and_then(|decision| decision.scope) {
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
    let Some(finding) = out.link(transfer.link, receiver.location, label, message) else { return };
    let end = facts.landscape.endpoint_id(receiver.end);
    finding.identity.detail = vec![end.to_owned(), code.to_owned()];
    let here = say!(facts.lang, en: "the country", nl: "het land");
    let flawed = transfer.weighed(facts).filter_map(|(agreement, weight)| {
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
    few::places(finding, facts.lang, std::iter::once((country.location, here)).chain(flawed));
}

//! Someone who gets personal data, and nothing says in which country.

use std::collections::BTreeMap;

use super::{
    Check, Facts, Findings, Rule, few, needs,
    receivers::{is_people, receivers},
    whereabouts::country,
};
use crate::{
    finding::{Example, Group, Level, Part, RuleInfo},
    model::{Application, Endpoint, Id, Link},
    norms::laws::{AVG, WBP},
    say,
    source::Location,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "unknown-location",
        group: Group::Lawfulness,
        level: Level::Warn,
        needs: Some(needs::COUNTRY),
        title: Text {
            en: "personal data goes to a place that isn't known",
            nl: "persoonsgegevens gaan naar een plek die niet bekend is",
        },
        brief: Text { en: "location not known", nl: "plaats niet bekend" },
        why: Text {
            en: "Whether the data stays in the European Economic Area decides whether it may go there at all. Elsewhere this landscape says where; here it isn't known, and unknown is never green.",
            nl: "Of de gegevens in de Europese Economische Ruimte blijven, bepaalt of ze er wel heen mogen. Elders staat in dit landschap waar; hier is het niet bekend, en onbekend is nooit groen.",
        },
        mend: Text {
            en: "Write the `country` of the party; of an application only where its data is elsewhere than with who runs it.",
            nl: "Leg de `country` van de partij vast; van een applicatie alleen als haar gegevens ergens anders staan dan bij wie haar beheert.",
        },
        fine: Text {
            en: "For people who get their own data: say that the party is of the kind `data-subject`, and it is left alone. What is published to everyone has no country: accept it.",
            nl: "Bij mensen die hun eigen gegevens krijgen: geef de partij de soort `data-subject`, en zij blijft buiten beschouwing. Wat voor iedereen gepubliceerd wordt, heeft geen land: accepteer het.",
        },
        basis: &[AVG.at("30(1)"), AVG.at("44–49"), WBP.at("76–77")],
        looks_at: &["country", "operator", "kind"],
        examples: &[
            Example::new(
                Text { en: "a party, however many links", nl: "een partij, hoeveel koppelingen ook" },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  country = "NL"

  [party.krant]
# ^^^^^^^^^^^^^
  name = "Krant"

  [application.opslag]
  name = "Opslag"
  country = "DE"

  [[link]]
  from = "thuiszorg"
  to = "krant"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "opslag"
  to = "krant"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "csam"
  to = "thuiszorg"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "an application of which nobody is known to run it",
                    nl: "een applicatie waarvan niet bekend is wie haar beheert",
                },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  country = "NL"

  [application.opslag]
# ^^^^^^^^^^^^^^^^^^^^
  name = "Opslag"

  [[link]]
  from = "thuiszorg"
  to = "opslag"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "two applications, told once of who runs them",
                    nl: "twee applicaties, eenmaal gezegd van wie ze beheert",
                },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  country = "NL"

  [party.krant]
# ^^^^^^^^^^^^^
  name = "Krant"

  [application.opslag]
  name = "Opslag"
  operator = "krant"

  [application.archief]
  name = "Archief"
  operator = "krant"

  [agreement.verwerker]
  kind = "processor"
  parties = ["college", "krant"]
  signed = 2025-01-01

  [[link]]
  from = "thuiszorg"
  to = "opslag"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "thuiszorg"
  to = "archief"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "what comes back counts too", nl: "wat terugkomt telt ook" },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  country = "NL"

  [party.krant]
# ^^^^^^^^^^^^^
  name = "Krant"

  [[link]]
  from = "krant"
  to = "thuiszorg"
  data = "naw"
  returns = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "an application where its operator is",
                    nl: "een applicatie waar haar beheerder is",
                },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  country = "NL"

  [application.opslag]
  name = "Opslag"
  operator = "thuiszorg"

  [agreement.verwerker]
  kind = "processor"
  parties = ["college", "thuiszorg"]
  signed = 2025-01-01

  [[link]]
  from = "thuiszorg"
  to = "opslag"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "only sends", nl: "verstuurt alleen" },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  country = "NL"

  [[link]]
  from = "csam"
  to = "thuiszorg"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "the people themselves", nl: "de mensen zelf" },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  country = "NL"

  [party.inwoner]
  name = "Inwoner"
  kind = "data-subject"

  [[link]]
  from = "thuiszorg"
  to = "inwoner"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "no country anywhere: not assessed", nl: "nergens een land: niet beoordeeld" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    for (end, told) in unplaced(facts) {
        let name = shown(facts.landscape.endpoint_name(end));
        let message = match (told.direct, &*told.applications) {
            (true, _) | (_, []) => say!(
                facts.lang,
                en: "Personal data goes to {name}, and nothing says in which country that is",
                nl: "Er gaan persoonsgegevens naar {name}, en nergens staat in welk land dat is",
            ),
            (false, [_]) => say!(
                facts.lang,
                en: "Personal data goes to an application that {name} runs, and nothing says in which country",
                nl: "Er gaan persoonsgegevens naar een applicatie die {name} beheert, en nergens staat in welk land",
            ),
            (false, several) => {
                let count = several.len();
                say!(
                    facts.lang,
                    en: "Personal data goes to {count} applications that {name} runs, and nothing says in which country",
                    nl: "Er gaan persoonsgegevens naar {count} applicaties die {name} beheert, en nergens staat in welk land",
                )
            }
        };
        let label = say!(facts.lang, en: "`country` is left out", nl: "`country` ontbreekt");
        let (subject, header) = match end {
            Endpoint::Application(id) => {
                let application = facts.landscape.applications.get(id);
                ((&*application.id, &application.lost), application.header)
            }
            Endpoint::Party(id) => {
                let party = facts.landscape.parties.get(id);
                ((&*party.id, &party.lost), party.header)
            }
        };
        let Some(finding) = out.tell(subject, header, label, message) else { continue };
        if end.application().is_some() {
            finding.advice = Some(say!(
                facts.lang,
                en: "Write who runs it in `operator`, with the `country` of that party; or the `country` of the application itself, where its data is elsewhere.",
                nl: "Leg in `operator` vast wie haar beheert, met de `country` van die partij; of de `country` van de applicatie zelf, als haar gegevens ergens anders staan.",
            ));
        }
        let run = told.applications.iter().filter_map(|id| {
            let application = facts.landscape.applications.get(*id);
            let name = shown(&application.name);
            let message = say!(facts.lang, en: "runs {name}", nl: "beheert {name}");
            Some((application.operator.as_ref()?.location, message))
        });
        few::places(finding, facts.lang, run);
        let brings = say!(facts.lang, en: "personal data goes there", nl: "er gaan persoonsgegevens heen");
        let run = told.applications.iter().map(|id| Part::End(Endpoint::Application(*id)));
        finding.identity.parts = told.links.iter().map(|(id, _)| Part::Link(*id)).chain(run).collect();
        let places = told.links.into_iter().map(|(_, location)| (location, brings.clone()));
        few::places(finding, facts.lang, places);
    }
}

/// What there is to tell of one whose country isn't known.
#[derive(Default)]
struct Told {
    /// Some link ends at it.
    direct: bool,
    /// The applications that it runs and that links end at.
    applications: Vec<Id<Application>>,
    /// Where links name it.
    links: Vec<(Id<Link>, Location)>,
}

/// Those whose country isn't known and to whom personal data goes. Of an application it is told of who runs
/// it, since that one's country would do, for all that it runs.
fn unplaced(facts: &Facts<'_>) -> BTreeMap<Endpoint, Told> {
    let mut all = BTreeMap::<Endpoint, Told>::new();
    for link in facts.personal_links() {
        for receiver in receivers(facts, link) {
            if country(facts, receiver.end).is_some() || is_people(facts, receiver.end) {
                continue;
            }
            let run = receiver.end.application().and_then(|id| {
                let application = facts.landscape.applications.get(id);
                // Where the application's own country couldn't be read, who runs it isn't to blame.
                let operator =
                    application.operator.as_ref().filter(|_| !application.lost.any_of(&["country"]));
                Some((id, operator?.value))
            });
            let told =
                all.entry(run.map_or(receiver.end, |(_, operator)| Endpoint::Party(operator))).or_default();
            match run {
                None => {
                    told.direct = true;
                    told.links.push((link.id, receiver.location));
                }
                Some((id, _)) if !told.applications.contains(&id) => told.applications.push(id),
                Some(_) => {}
            }
        }
    }
    all
}

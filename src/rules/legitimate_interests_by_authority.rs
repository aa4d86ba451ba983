//! A public authority that rests on legitimate interests.

use super::{Check, Facts, Findings, Rule, activity::the_activity, few, needs};
use crate::{
    finding::{Example, Group, Label, Level, RuleInfo},
    model::{Id, Item, LegalBasis, Party, PartyKind, Processing},
    norms::laws::{AVG, Article, in_force},
    say,
    source::{Location, Spanned},
    text::{Text, shown},
};

/// Its last sentence.
const NOT_FOR_AUTHORITIES: Article = AVG.at("6(1)");

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "legitimate-interests-by-authority",
        group: Group::Lawfulness,
        level: Level::Deny,
        needs: Some(needs::PROCESSING),
        title: Text {
            en: "a public authority that rests on legitimate interests",
            nl: "een overheid die op een gerechtvaardigd belang steunt",
        },
        brief: Text {
            en: "an authority can't rest on legitimate interests",
            nl: "gerechtvaardigd belang kan niet bij een overheid",
        },
        why: Text {
            en: "For its tasks an authority needs a law; it can't weigh its own interest against that of its residents. The GDPR says so in the last sentence of article 6(1).",
            nl: "Voor haar taken heeft een overheid een wet nodig; zij kan niet zelf haar belang afwegen tegen dat van inwoners. Dat staat in de laatste zin van AVG artikel 6 lid 1.",
        },
        mend: Text {
            en: "Find the law that gives the task: `public-task` or `legal-obligation`, with the `law`. Is there none? Then it may not be done.",
            nl: "Zoek de wet die de taak geeft: `public-task` of `legal-obligation`, met de `law`. Is die er niet? Dan mag het niet.",
        },
        fine: Text {
            en: "When it is no task of the authority but what any organisation does, such as securing its own building or network: accept it, with the weighing of interests as the reason. Before 25 May 2018 no law forbade it, and this rule is silent.",
            nl: "Als het geen overheidstaak is maar iets wat elke organisatie doet, zoals het eigen gebouw of netwerk beveiligen: accepteer het, met de belangenafweging als reden. Vóór 25 mei 2018 verbood geen wet het, en zwijgt deze regel.",
        },
        basis: &[NOT_FOR_AUTHORITIES],
        looks_at: &["legal_basis", "controller"],
        examples: &[
            Example::new(
                Text { en: "a municipality", nl: "een gemeente" },
                r#"
  [party.gemeente]
  name = "Gemeente"
  kind = "municipality"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "gemeente"
  legal_basis = "legitimate-interests"
#               ^^^^^^^^^^^^^^^^^^^^^^
  retention = "15 jaar"
"#,
            ),
            Example::new(
                Text { en: "together with a shop", nl: "samen met een winkel" },
                r#"
  [party.gemeente]
  name = "Gemeente"
  kind = "municipality"

  [party.winkel]
  name = "Fietsenwinkel"
  kind = "other"

  [agreement.samen]
  kind = "joint-controllers"
  parties = ["gemeente", "winkel"]
  signed = 2025-01-01

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = ["winkel", "gemeente"]
  legal_basis = "legitimate-interests"
#               ^^^^^^^^^^^^^^^^^^^^^^
  retention = "15 jaar"
"#,
            ),
            Example::new(
                Text {
                    en: "the controller of the only link that it serves",
                    nl: "de verantwoordelijke van de koppeling waarvoor zij dient",
                },
                r#"
  [party.gemeente]
  name = "Gemeente"
  kind = "municipality"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  legal_basis = "legitimate-interests"
#               ^^^^^^^^^^^^^^^^^^^^^^
  retention = "15 jaar"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "gemeente"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text { en: "someone else", nl: "een ander" },
                r#"
  [party.gemeente]
  name = "Gemeente"
  kind = "municipality"

  [party.winkel]
  name = "Fietsenwinkel"
  kind = "other"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "winkel"
  legal_basis = "legitimate-interests"
  retention = "15 jaar"
"#,
            ),
            Example::new(
                Text { en: "another basis", nl: "een andere grondslag" },
                r#"
  [party.gemeente]
  name = "Gemeente"
  kind = "municipality"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "gemeente"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
"#,
            ),
            Example::new(
                Text { en: "before the GDPR", nl: "vóór de AVG" },
                r#"
  [party.gemeente]
  name = "Gemeente"
  kind = "municipality"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "gemeente"
  legal_basis = "legitimate-interests"
  retention = "15 jaar"
"#,
            )
            .on("2018-05-24"),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    // Wbp 8(f) was open to authorities too.
    if !in_force(NOT_FOR_AUTHORITIES, facts.date) {
        return;
    }
    for (id, activity) in facts.landscape.processing.iter() {
        let Some(basis) = &activity.legal_basis else { continue };
        if basis.value != LegalBasis::LegitimateInterests {
            continue;
        }
        let authorities = authorities(facts, id, activity);
        if authorities.is_empty() {
            continue;
        }
        let the_activity = the_activity(facts.lang, activity);
        let names = few::names(facts.lang, authorities.iter().map(|(party, ..)| shown(&party.name)));
        let message = say!(
            facts.lang,
            en: "{the_activity} rests on legitimate interests, which an authority such as {names} can't for its tasks",
            nl: "{the_activity} steunt op een gerechtvaardigd belang, en dat kan een overheid als {names} voor haar taken niet",
        );
        let label = say!(facts.lang, en: "not for an authority", nl: "niet voor een overheid");
        let subject = (&*activity.id, &activity.lost);
        let Some(finding) = out.tell(subject, basis.location, label, message) else { continue };
        if let Some((_, kind, responsible)) = authorities.first() {
            let message = say!(facts.lang, en: "responsible", nl: "verantwoordelijk");
            finding.related.push(Label { location: *responsible, message });
            let message = say!(facts.lang, en: "an authority", nl: "een overheid");
            finding.related.push(Label { location: kind.location, message });
        }
    }
}

type Authority<'a> = (&'a Item<Party>, &'a Spanned<PartyKind>, Location);

/// The authorities that are responsible for an activity, by what says that they are one, and where they are
/// named: its own controllers, or those of the links that serve it alone.
fn authorities<'a>(facts: &Facts<'a>, id: Id<Processing>, activity: &Processing) -> Vec<Authority<'a>> {
    let mut responsible: Vec<&Spanned<Id<Party>>> = activity.controller.iter().collect();
    if responsible.is_empty() {
        let alone = facts.links.iter().filter(|link| link.link.processing.values().eq([id]));
        responsible = alone.flat_map(|link| &link.link.controller).collect();
    }
    let mut found: Vec<Authority<'_>> = Vec::new();
    for named in responsible {
        let party = facts.landscape.parties.get(named.value);
        let Some(kind) = &party.table.kind else { continue };
        if kind.value.is_authority() && found.iter().all(|(other, ..)| other.id != party.id) {
            found.push((party, kind, named.location));
        }
    }
    found
}

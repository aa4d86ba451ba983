//! Personal data between two controllers, without a law or an agreement.

use rustc_hash::FxHashMap;

use super::{
    Check, Facts, Findings, LinkFacts, Rule,
    agreements::Agreements,
    needs, paste, phrases,
    responsible::{self, Parties},
};
use crate::{
    finding::{Example, Group, Level, Part, RuleInfo},
    model::{AgreementKind, Endpoint, Id, Party, PartyKind},
    norms::laws::{AVG, WBP},
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "missing-exchange-agreement",
        group: Group::Responsibility,
        level: Level::Warn,
        needs: Some(needs::AGREEMENT),
        title: Text {
            en: "personal data between two controllers, without a law or an agreement",
            nl: "persoonsgegevens tussen twee verantwoordelijken, zonder wet of overeenkomst",
        },
        brief: Text { en: "no law or agreement", nl: "geen wet of overeenkomst" },
        why: Text {
            en: "What may the other do with the data, for how long, and who tells the data subject? A law says it, or the two agree on it.",
            nl: "Wat mag de ander met de gegevens, hoe lang, en wie vertelt het de betrokkene? Dat staat in een wet, of de twee spreken het af.",
        },
        mend: Text {
            en: "Name the `law` of the processing activity that the link serves, or declare the `[agreement.*]` between both.",
            nl: "Noem de `law` van de verwerkingsactiviteit waarvoor de koppeling dient, of leg de `[agreement.*]` tussen beide vast.",
        },
        fine: Text {
            en: "When it goes once, at the request of the data subject. Any agreement that names a controller of both ends is enough, and so is one that the link names itself; an end that is a party counts when it is a public authority or a care provider. Told once for the same two, with the first link as subject.",
            nl: "Als het eenmalig gaat, op verzoek van de betrokkene. Elke overeenkomst die van beide einden een verantwoordelijke noemt is genoeg, en ook een die de koppeling zelf noemt; een einde dat een partij is telt mee als die overheid of zorgaanbieder is. Voor dezelfde twee wordt het één keer gemeld, bij de eerste koppeling.",
        },
        basis: &[AVG.at("5(2)"), AVG.at("24"), WBP.at("15")],
        looks_at: &["agreement", "processing", "data", "returns", "personal_data", "lifecycle"],
        examples: &[
            Example::new(
                Text {
                    en: "two links between the same two: one finding",
                    nl: "twee koppelingen tussen dezelfde twee: één bevinding",
                },
                r#"
  [party.buur]
  name = "Buurgemeente"

  [party.svb]
  name = "SVB"

  [application.hier]
  name = "Onze zaken"
  controller = "college"

  [application.daar]
  name = "Hun zaken"
  controller = "buur"

  [agreement.convenant]
  kind = "exchange"
  parties = ["buur", "svb"]

  [[link]]
# ^^^^^^^^
  from = "hier"
  to = "daar"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "daar"
  to = "hier"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "buur"

  [[link]]
  from = "daar"
  to = "svb"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "buur"
"#,
            ),
            Example::new(
                Text { en: "a care provider outside", nl: "een zorgaanbieder buiten" },
                r#"
  [party.aanbieder]
  name = "Aanbieder"
  kind = "care-provider"

  [party.svb]
  name = "SVB"
  kind = "government"

  [application.hier]
  name = "Onze zaken"
  controller = "college"

  [agreement.convenant]
  kind = "exchange"
  parties = ["college", "svb"]

  [[link]]
# ^^^^^^^^
  from = "hier"
  to = "aanbieder"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "hier"
  to = "svb"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "by law, and under an agreement of many",
                    nl: "op grond van een wet, en onder een overeenkomst van velen",
                },
                r#"
  [party.aanbieder]
  name = "Aanbieder"
  kind = "care-provider"

  [party.svb]
  name = "SVB"
  kind = "government"

  [party.regio]
  name = "Regio"

  [application.hier]
  name = "Onze zaken"
  controller = "college"

  [processing.pgb]
  name = "Pgb"
  controller = "college"
  purpose = "Uitbetalen"
  legal_basis = "public-task"
  law = "Wmo 2015 art. 2.6.2"
  data = "naw"
  retention = "7 jaar"

  [agreement.regionaal]
  kind = "exchange"
  parties = ["college", "regio"]

  [[link]]
  from = "hier"
  to = "svb"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "pgb"

  [[link]]
  from = "hier"
  to = "aanbieder"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
  processing = "pgb"
  agreement = "regionaal"
"#,
            ),
            Example::new(
                Text {
                    en: "the same controller, a data subject, and nobody knows",
                    nl: "dezelfde verantwoordelijke, een betrokkene, en niet bekend",
                },
                r#"
  [party.inwoner]
  name = "Inwoner"
  kind = "data-subject"

  [party.svb]
  name = "SVB"
  kind = "government"

  [application.hier]
  name = "Onze zaken"
  controller = "college"

  [application.ook]
  name = "Ook van ons"
  controller = ["svb", "college"]

  [agreement.convenant]
  kind = "exchange"
  parties = ["svb", "inwoner"]

  [[link]]
  from = "hier"
  to = "ook"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "hier"
  to = "inwoner"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "hier"
  to = "csam"
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

/// The controllers of both ends of a link, in an order that doesn't depend on its direction.
type Pair = [Parties; 2];

fn check(facts: &Facts<'_>, out: &mut Findings) {
    let agreements = Agreements::new(facts);
    if agreements.unreadable {
        return;
    }
    let mut pairs: Vec<(Pair, Vec<&LinkFacts<'_>>)> = Vec::new();
    let mut by: FxHashMap<Pair, usize> = FxHashMap::default();
    for link in facts.personal_links() {
        let unread = link.link.lost.any_of(RULE.info.looks_at);
        if unread || !link.link.agreement.is_empty() || may_have_law(facts, link) {
            continue;
        }
        let Some(pair) = pair(facts, link) else { continue };
        let agreed = |one: &Id<Party>| pair[1].iter().any(|other| agreements.any(None, *one, *other));
        if pair[0].iter().any(|one| pair[1].contains(one) || agreed(one)) {
            continue;
        }
        let at = *by.entry(pair.clone()).or_insert_with(|| {
            pairs.push((pair, Vec::new()));
            pairs.len() - 1
        });
        pairs[at].1.push(link);
    }
    for (pair, links) in pairs {
        let [first, more @ ..] = &*links else { continue };
        let group = pair.iter().flatten().map(|id| facts.landscape.parties.get(*id).id.to_string()).collect();
        let advice = match (&*pair[0], &*pair[1]) {
            ([one], [other]) => Some(advice(facts, *one, *other)),
            _ => None,
        };
        let [one, other] = pair;
        let (one, other) = (phrases::parties(facts, &one), phrases::parties(facts, &other));
        let count = phrases::links(facts.lang, links.len());
        let message = say!(
            facts.lang,
            en: "Personal data goes between {one} and {other} over {count}, without a law or an agreement between both",
            nl: "Tussen {one} en {other} gaan persoonsgegevens over {count}, zonder wet of overeenkomst tussen beide",
        );
        let label = say!(facts.lang, en: "no law, no agreement", nl: "geen wet, geen overeenkomst");
        let Some(finding) = out.link(first, first.link.header, label, message) else { continue };
        finding.advice = advice;
        finding.identity.group = group;
        finding.identity.parts.push(Part::Link(first.id));
        phrases::show_links(facts, finding, more);
    }
}

/// What to do where there is one controller at either end.
fn advice(facts: &Facts<'_>, one: Id<Party>, other: Id<Party>) -> String {
    let sentence = say!(
        facts.lang,
        en: "Name the `law` of the processing activity that is served; or make an agreement and declare it, as `processor` where one works for the other",
        nl: "Noem de `law` van de verwerkingsactiviteit; of sluit een overeenkomst en leg haar vast, als `processor` wanneer de een voor de ander werkt",
    );
    paste::below(&sentence, paste::agreement(facts, AgreementKind::Exchange, &[one, other]))
}

/// Whether a law stands behind some activity that the link serves, or what says so couldn't be read.
fn may_have_law(facts: &Facts<'_>, link: &LinkFacts<'_>) -> bool {
    let mut activities = link.link.processing.values().map(|id| facts.landscape.processing.get(id));
    activities.any(|activity| !activity.law.is_empty() || activity.lost.any_of(&["law"]))
}

/// The controllers of both ends, where both are known.
fn pair(facts: &Facts<'_>, link: &LinkFacts<'_>) -> Option<Pair> {
    let known = |end: Endpoint| responsible::at_end(facts, end).filter(|_| decides_for_itself(facts, end));
    let [from, to] = link.link.ends();
    let mut pair = [known(from)?, known(to)?];
    pair.sort_unstable();
    Some(pair)
}

/// Whether an end is known to be a controller in its own right: every application is somebody's, but a party may
/// be a data subject, or a supplier that works for another.
fn decides_for_itself(facts: &Facts<'_>, end: Endpoint) -> bool {
    let Endpoint::Party(party) = end else { return true };
    let kind = facts.landscape.parties.get(party).kind.as_ref().map(|kind| kind.value);
    matches!(kind, Some(PartyKind::Municipality | PartyKind::Government | PartyKind::CareProvider))
}

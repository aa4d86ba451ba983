//! Personal data that an application passes on for another purpose than it got it for.

use super::{Check, Facts, Findings, LinkFacts, Rule, few, needs, paths, received::Received};
use crate::{
    finding::{Example, Group, Label, Level, Part, RuleInfo},
    graph::Hop,
    model::{Application, Data, Endpoint, Id, Processing},
    norms::laws::{AVG, WBP},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "purpose-drift",
        group: Group::Flow,
        level: Level::Warn,
        needs: Some(needs::PROCESSING),
        title: Text {
            en: "personal data that is passed on for another purpose",
            nl: "persoonsgegevens die voor een ander doel verdergaan",
        },
        brief: Text { en: "another purpose", nl: "ander doel" },
        why: Text {
            en: "Personal data is collected for a purpose, and isn't used for one that can't be squared with it. Step by step, each by itself reasonable, data can end up where nobody ever meant it to go.",
            nl: "Persoonsgegevens worden voor een doel verzameld en niet gebruikt voor een doel dat daar niet mee te verenigen is. Stap voor stap, elk op zich redelijk, kunnen gegevens belanden waar niemand ze ooit voor bedoelde.",
        },
        mend: Text {
            en: "Is the new purpose compatible with the old one, or does a law prescribe it (GDPR art. 6(4))? Then name the one activity under `compatible_with` of the other. Does the link serve the old purpose too? Then name that activity on it. Else stop the data.",
            nl: "Is het nieuwe doel verenigbaar met het oude, of schrijft een wet het voor (AVG art. 6(4))? Noem dan de ene activiteit bij `compatible_with` van de andere. Dient de koppeling ook het oude doel? Noem dan ook die activiteit erbij. Laat anders de gegevens daar stoppen.",
        },
        fine: Text {
            en: "When the people concerned consented to the new purpose: accept it, and say so. What an application originates itself has no earlier purpose; and where a link that brings the data serves no activity, or doesn't list what it brings, nothing is concluded: other rules tell of that.",
            nl: "Als de betrokkenen toestemming gaven voor het nieuwe doel: accepteer het en zeg dat erbij. Wat in een applicatie zelf ontstaat, heeft geen eerder doel; en waar een koppeling die de gegevens brengt voor geen activiteit dient, of niet noemt wat zij brengt, wordt niets besloten: daarover gaan andere regels.",
        },
        basis: &[AVG.at("5(1)(b)"), AVG.at("6(4)"), WBP.at("9(1)")],
        looks_at: &["from", "to", "data", "returns", "processing", "lifecycle"],
        examples: &[
            Example::new(
                Text {
                    en: "got for care, passed on for parking",
                    nl: "gekregen voor zorg, door voor parkeren",
                },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"

  [processing.parkeren]
  name = "Parkeren"
  purpose = "Parkeerbelasting"
  controller = "college"
  legal_basis = "public-task"
  law = "Gemeentewet"
  retention = "7 jaar"

  [application.parkeren]
  name = "Parkeren"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"

  [[link]]
  from = "ggk"
  to = "parkeren"
  data = ["wegen", "naw"]
#                  ^^^^^
  secure = true
  protocol = "sftp"
  processing = "parkeren"
"#,
            ),
            Example::new(
                Text { en: "given away in answer", nl: "weggegeven als antwoord" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"

  [processing.parkeren]
  name = "Parkeren"
  purpose = "Parkeerbelasting"
  controller = "college"
  legal_basis = "public-task"
  law = "Gemeentewet"
  retention = "7 jaar"

  [application.parkeren]
  name = "Parkeren"

  [[link]]
  from = "ggk"
  to = "csam"
  data = "wegen"
  returns = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"

  [[link]]
  from = "parkeren"
  to = "ggk"
  data = "wegen"
  returns = ["naw"]
#            ^^^^^
  secure = true
  protocol = "sftp"
  processing = "parkeren"
"#,
            ),
            Example::new(
                Text { en: "compatible, and the same after all", nl: "verenigbaar, en toch hetzelfde" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"

  [processing.toezicht]
  name = "Toezicht"
  purpose = "Toezicht op ondersteuning"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "7 jaar"
  compatible_with = "wmo"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"

  [[link]]
  from = "ggk"
  to = "csam"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "toezicht"
"#,
            ),
            Example::new(
                Text { en: "its own source", nl: "zelf de bron" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"

  [processing.parkeren]
  name = "Parkeren"
  purpose = "Parkeerbelasting"
  controller = "college"
  legal_basis = "public-task"
  law = "Gemeentewet"
  retention = "7 jaar"

  [application.brp]
  name = "Burgerzaken"
  source_of = "naw"

  [[link]]
  from = "college"
  to = "brp"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"

  [[link]]
  from = "brp"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "parkeren"
"#,
            ),
            Example::new(
                Text { en: "nobody says what it was got for", nl: "niemand zegt waarvoor het gekregen is" },
                r#"
  [processing.parkeren]
  name = "Parkeren"
  purpose = "Parkeerbelasting"
  controller = "college"
  legal_basis = "public-task"
  law = "Gemeentewet"
  retention = "7 jaar"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "ggk"
  to = "csam"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "parkeren"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    let compatible = compatible(facts);
    for (id, application) in facts.landscape.applications.iter() {
        let end = Endpoint::Application(id);
        let outgoing = facts.flow().outgoing(end);
        if outgoing.is_empty() || application.lost.any_of(&["source_of"]) {
            continue;
        }
        let Some(mut received) = Received::new(facts, end) else { continue };
        for hop in outgoing {
            let Some(link) = facts.link(hop.link) else { continue };
            let served = link.served();
            // Of a link that serves nothing, `no-processing` tells.
            if served.is_empty() || served.iter().any(|id| received.common.contains(id)) {
                continue;
            }
            let drifts = |category: &Id<Data>| {
                is_passed_on(facts, application, *category)
                    && received.of(*category).is_some_and(|got| is_drift(&compatible, got, served))
            };
            let listed = if hop.answer { &link.link.returns } else { &link.link.data };
            let mut categories: Vec<_> = listed.values().filter(drifts).collect();
            categories.sort_unstable();
            categories.dedup();
            tell(facts, out, (link, hop), &categories, &mut received);
        }
    }
}

/// Whether a category is personal, and not the application's own.
fn is_passed_on(facts: &Facts<'_>, application: &Application, category: Id<Data>) -> bool {
    let data = facts.landscape.data.get(category);
    let personal = data.class.is_personal() && !data.lost.any_of(&["class"]);
    personal && application.source_of.values().all(|own| own != category)
}

/// By activity: those that it is compatible with, whichever of the two says so. None: what it says couldn't be read.
fn compatible(facts: &Facts<'_>) -> Vec<Option<Vec<Id<Processing>>>> {
    let activities = &facts.landscape.processing;
    let mut compatible: Vec<_> = activities.items().iter().map(|_| Some(Vec::new())).collect();
    for (id, activity) in activities.iter() {
        for other in activity.compatible_with.values() {
            for (one, other) in [(id, other), (other, id)] {
                compatible[one.index()].iter_mut().for_each(|with| with.push(other));
            }
        }
    }
    for (id, _) in activities.iter().filter(|(_, activity)| activity.lost.any_of(&["compatible_with"])) {
        compatible[id.index()] = None;
    }
    compatible
}

/// Whether none of the activities that a link serves is one, or compatible with one, under which the data came.
fn is_drift(
    compatible: &[Option<Vec<Id<Processing>>>],
    got: &[(Id<Processing>, Hop)],
    serves: &[Id<Processing>],
) -> bool {
    let came = |id: &Id<Processing>| got.binary_search_by_key(id, |(activity, _)| *activity).is_ok();
    let unreadable = |id: &Id<Processing>| compatible[id.index()].is_none();
    let may_be = |id: &Id<Processing>| {
        came(id) || compatible[id.index()].as_ref().is_none_or(|with| with.iter().any(came))
    };
    !serves.iter().any(may_be) && !got.iter().any(|(id, _)| unreadable(id))
}

fn tell(
    facts: &Facts<'_>,
    out: &mut Findings,
    (link, hop): (&LinkFacts<'_>, Hop),
    categories: &[Id<Data>],
    received: &mut Received<'_>,
) {
    if categories.is_empty() {
        return;
    }
    let mut got: Vec<(Id<Processing>, Hop, Id<Data>)> = Vec::new();
    for category in categories {
        let came = received.of(*category).into_iter().flatten();
        got.extend(came.map(|(activity, hop)| (*activity, *hop, *category)));
    }
    got.sort_by_key(|(activity, hop, _)| (*activity, *hop));
    got.dedup_by_key(|(activity, ..)| *activity);
    let activity = |id: Id<Processing>| shown(&facts.landscape.processing.get(id).table.name.value);
    let what = few::names(
        facts.lang,
        categories.iter().map(|id| shown(&facts.landscape.data.get(*id).table.name.value)),
    );
    let came_for = few::names(facts.lang, got.iter().map(|(id, ..)| activity(*id)));
    let goes_for = few::names(facts.lang, link.served().iter().copied().map(activity));
    let (the_link, sender) = (facts.the_link(link.link), shown(facts.landscape.endpoint_name(hop.from)));
    let message = say!(
        facts.lang,
        en: "{the_link} passes on {what} for {goes_for}; {sender} received that for {came_for}",
        nl: "{the_link} geeft {what} door voor {goes_for}; {sender} kreeg dat voor {came_for}",
    );
    let label = say!(facts.lang, en: "received for another purpose", nl: "voor een ander doel gekregen");
    let location = paths::place(facts, &hop, categories);
    let Some(finding) = out.link(link, location, label, message) else { return };
    finding.identity.detail = vec![facts.landscape.endpoint_id(hop.from).to_owned()];
    finding.identity.parts = categories.iter().map(|id| Part::Data(*id)).collect();
    let came = got.iter().map(|(id, hop, category)| {
        let (step, name) = (paths::step(facts, hop), activity(*id));
        let message =
            say!(facts.lang, en: "received: {step}, for {name}", nl: "gekregen: {step}, voor {name}");
        (paths::place(facts, hop, &[*category]), message)
    });
    few::places(finding, facts.lang, came);
    let goes = link.link.processing.first().map(|served| {
        let (step, name) = (paths::step(facts, &hop), goes_for);
        let message =
            say!(facts.lang, en: "passed on: {step}, for {name}", nl: "doorgegeven: {step}, voor {name}");
        Label { location: served.location, message }
    });
    finding.related.extend(goes);
}

//! Data that goes to someone whom a closed list of recipients leaves out.

use super::{
    Check, Facts, Findings, LinkFacts, Rule,
    activity::names,
    agreements::Agreements,
    few, needs, paste, phrases,
    receivers::{Receiver, is_people, receivers},
    responsible,
};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::{Agreement, AgreementKind, Endpoint, Id, Item, List, Party, PartyKind, Processing},
    norms::laws::{AVG, WBP},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "recipient-not-allowed",
        group: Group::Lawfulness,
        level: Level::Deny,
        needs: Some(needs::PROCESSING),
        title: Text {
            en: "a recipient that the law leaves out",
            nl: "een ontvanger die de wet niet toelaat",
        },
        brief: Text { en: "recipient not allowed", nl: "ontvanger niet toegestaan" },
        why: Text {
            en: "Some laws name everyone who may receive the data, such as Wmo 2015 art. 5.2.1(2). Whoever isn't on that list may not receive it, whatever has been agreed.",
            nl: "Sommige wetten noemen ieder die de gegevens mag krijgen, zoals Wmo 2015 art. 5.2.1 lid 2. Wie niet op die lijst staat, mag ze niet krijgen, wat er ook is afgesproken.",
        },
        mend: Text {
            en: "Stop the link. Is the recipient on the list of the law after all? Add it to `recipients_only`. Does it only process for someone on the list? Declare the processor agreement between them.",
            nl: "Stop de koppeling. Staat de ontvanger toch op de lijst van de wet? Zet hem dan bij `recipients_only`. Verwerkt hij alleen voor iemand op de lijst? Leg dan hun verwerkersovereenkomst vast.",
        },
        fine: Text {
            en: "When the law opens the list for one case, such as consent (Wmo 2015 art. 5.2.5): serve that with an activity of its own. Staff of the controller are no recipient: a party that stands for them belongs in `recipients_only`.",
            nl: "Als de wet de lijst voor een geval opent, zoals bij toestemming (Wmo 2015 art. 5.2.5): geef dat geval een eigen activiteit. Medewerkers van de verantwoordelijke zijn geen ontvanger: een partij die voor hen staat, hoort in `recipients_only`.",
        },
        basis: &[AVG.at("5(1)(a)"), AVG.at("6(1)"), WBP.at("8")],
        looks_at: &[
            "from",
            "to",
            "data",
            "returns",
            "personal_data",
            "processing",
            "controller",
            "lifecycle",
        ],
        examples: &[
            Example::new(
                Text { en: "a party outside the list", nl: "een partij buiten de lijst" },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.krant]
  name = "Krant"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"

  [[link]]
  from = "csam"
  to = "krant"
#      ^^^^^^^
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text {
                    en: "an application of someone outside the list",
                    nl: "een applicatie van iemand buiten de lijst",
                },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.krant]
  name = "Krant"

  [application.archief]
  name = "Archief"
  controller = "krant"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"

  [[link]]
  from = "csam"
  to = "archief"
#      ^^^^^^^^^
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text { en: "in answer", nl: "in antwoord" },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.krant]
  name = "Krant"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"

  [[link]]
  from = "krant"
#        ^^^^^^^
  to = "csam"
  data = "wegen"
  returns = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text {
                    en: "a processor, but not for this activity",
                    nl: "een verwerker, maar niet voor deze activiteit",
                },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.krant]
  name = "Krant"

  [agreement.verwerker]
  kind = "processor"
  parties = ["college", "krant"]
  signed = 2025-01-01
  covers = "jeugd"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"

  [processing.jeugd]
  name = "Jeugd"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"

  [[link]]
  from = "csam"
  to = "krant"
#      ^^^^^^^
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text {
                    en: "one of several controllers is enough",
                    nl: "een van meer verantwoordelijken is genoeg",
                },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.krant]
  name = "Krant"

  [application.portaal]
  name = "Portaal"
  controller = ["krant", "thuiszorg"]

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"

  [[link]]
  from = "csam"
  to = "portaal"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text { en: "on the list", nl: "op de lijst" },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.krant]
  name = "Krant"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"

  [[link]]
  from = "csam"
  to = "thuiszorg"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text { en: "to the controller itself", nl: "naar de verantwoordelijke zelf" },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.krant]
  name = "Krant"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"

  [[link]]
  from = "thuiszorg"
  to = "college"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text {
                    en: "an application of which the controller isn't known",
                    nl: "een applicatie waarvan de verantwoordelijke niet bekend is",
                },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.krant]
  name = "Krant"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text {
                    en: "whoever processes for the controller is no recipient of its own",
                    nl: "wie voor de verantwoordelijke verwerkt, is geen eigen ontvanger",
                },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.krant]
  name = "Krant"

  [agreement.verwerker]
  kind = "processor"
  parties = ["college", "krant"]
  signed = 2025-01-01

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"

  [[link]]
  from = "csam"
  to = "krant"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text {
                    en: "whoever forwards for someone on the list",
                    nl: "wie doorstuurt voor iemand op de lijst",
                },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.krant]
  name = "Krant"

  [agreement.verwerker]
  kind = "processor"
  parties = ["krant", "thuiszorg"]
  signed = 2025-01-01

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"

  [[link]]
  from = "csam"
  to = "krant"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text {
                    en: "whoever passes it on, and nothing says for whom",
                    nl: "wie het doorgeeft, en nergens staat voor wie",
                },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.schakelpunt]
  name = "Schakelpunt"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"

  [[link]]
  from = "csam"
  to = "schakelpunt"
#      ^^^^^^^^^^^^^
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"

  [[link]]
  from = "schakelpunt"
  to = "thuiszorg"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "thuiszorg"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text { en: "the people themselves", nl: "de mensen zelf" },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.krant]
  name = "Krant"

  [party.inwoner]
  name = "Inwoner"
  kind = "data-subject"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"

  [[link]]
  from = "csam"
  to = "inwoner"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text {
                    en: "the data is of another activity that the link serves",
                    nl: "de gegevens zijn van een andere activiteit waarvoor de koppeling dient",
                },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.krant]
  name = "Krant"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"
  data = "bsn"
  national_id_law = "Wmo 2015 art. 5.2.9"

  [processing.gids]
  name = "Gids"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "naw"

  [[link]]
  from = "csam"
  to = "krant"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = ["wmo", "gids"]
"#,
            ),
            Example::new(
                Text {
                    en: "another activity doesn't open the list",
                    nl: "een andere activiteit opent de lijst niet",
                },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.krant]
  name = "Krant"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"

  [processing.gids]
  name = "Gids"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"

  [[link]]
  from = "csam"
  to = "krant"
#      ^^^^^^^
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = ["gids", "wmo"]
"#,
            ),
            Example::new(
                Text { en: "nothing personal", nl: "niets persoonlijks" },
                r#"
  [party.thuiszorg]
  name = "Thuiszorg"
  kind = "care-provider"

  [party.krant]
  name = "Krant"

  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  recipients_only = "thuiszorg"

  [[link]]
  from = "csam"
  to = "krant"
  data = "wegen"
  processing = "wmo"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    let agreements = Agreements::new(facts);
    for link in facts.personal_links() {
        let served = link.served();
        for receiver in receivers(facts, link) {
            let closed = |id: &Id<Processing>| {
                is_closed_to(facts, &agreements, link, served, *id, &receiver)
                    .then(|| facts.landscape.processing.get(*id))
            };
            let against: Vec<_> = served.iter().filter_map(closed).collect();
            if !against.is_empty() {
                tell(facts, out, link, &receiver, &against);
            }
        }
    }
}

/// Whether the data that a receiver gets is, as far as known, of an activity with a closed list that leaves
/// the receiver out. Every activity with such a list is judged by itself: that the link serves another one
/// too doesn't open the list. What another one names, and this one doesn't, is not of this one.
fn is_closed_to(
    facts: &Facts<'_>,
    agreements: &Agreements<'_>,
    link: &LinkFacts<'_>,
    served: &[Id<Processing>],
    id: Id<Processing>,
    receiver: &Receiver<'_>,
) -> bool {
    let activities = &facts.landscape.processing;
    let activity = activities.get(id);
    let Some(list) = &activity.recipients_only else { return false };
    if activity.lost.any_of(&["recipients_only", "controller"]) {
        return false;
    }
    let is_its = |category: &_| {
        let named = |id: &Id<Processing>| names(activities.get(*id), *category);
        named(&id) || !served.iter().any(named)
    };
    let mut categories = receiver.categories().peekable();
    if categories.peek().is_some() && !categories.any(|category| is_its(&category)) {
        return false;
    }
    let allowed = allowed(activity, list, link);
    let may_receive = |party: Id<Party>| {
        allowed.contains(&party)
            || is_people(facts, Endpoint::Party(party))
            || is_processor(facts, agreements, id, party, &allowed)
    };
    !match receiver.end {
        Endpoint::Party(party) => may_receive(party),
        Endpoint::Application(application) => {
            let application = facts.landscape.applications.get(application);
            let unknown = application.controller.is_empty() || application.lost.any_of(&["controller"]);
            unknown || application.controller.values().any(may_receive)
        }
    }
}

/// Who may receive the data of an activity with a closed list: those on it, and the controllers.
fn allowed(activity: &Processing, list: &List<Id<Party>>, link: &LinkFacts<'_>) -> Vec<Id<Party>> {
    let mut allowed: Vec<_> = list.values().chain(activity.controller.values()).collect();
    if activity.controller.is_empty() {
        allowed.extend(link.link.controller.values());
    }
    allowed
}

/// Whether a party gets the data only to process it for one who may have it (GDPR art. 28): a processor
/// agreement names both. A supplier may also process for such a processor. Whether an agreement is still
/// valid says nothing of the role; other rules tell of that.
fn is_processor(
    facts: &Facts<'_>,
    agreements: &Agreements<'_>,
    activity: Id<Processing>,
    party: Id<Party>,
    allowed: &[Id<Party>],
) -> bool {
    let counts = |agreement: &&Item<Agreement>| {
        let about = agreement.covers.is_empty() || agreement.covers.values().any(|id| id == activity);
        about && agreement.kind.value == AgreementKind::Processor
            || agreement.lost.any_of(&["kind", "covers"])
    };
    let partners = |party| {
        let with = agreements.of(party).map(|id| facts.landscape.agreements.get(id)).filter(counts);
        with.flat_map(|agreement| agreement.parties.values()).filter(move |other| *other != party)
    };
    let is_supplier = |party| {
        let kind = &facts.landscape.parties.get(party).kind;
        kind.as_ref().is_some_and(|kind| kind.value == PartyKind::Supplier)
    };
    partners(party).any(|other| {
        allowed.contains(&other)
            || is_supplier(party) && partners(other).any(|third| allowed.contains(&third))
    })
}

fn tell(
    facts: &Facts<'_>,
    out: &mut Findings,
    link: &LinkFacts<'_>,
    receiver: &Receiver<'_>,
    against: &[&Item<Processing>],
) {
    let landscape = facts.landscape;
    let the_link = facts.the_link(link.link);
    let who = shown(landscape.endpoint_name(receiver.end));
    let of = few::names(facts.lang, against.iter().map(|activity| shown(&activity.name)));
    let message = say!(
        facts.lang,
        en: "{the_link} brings data of {of} to {who}, outside the closed list of recipients",
        nl: "{the_link} brengt gegevens van {of} naar {who}, buiten de gesloten lijst van ontvangers",
    );
    let label = say!(facts.lang, en: "not on the list", nl: "niet op de lijst");
    let Some(finding) = out.link(link, receiver.location, label, message) else { return };
    finding.advice = passing_on(facts, link, receiver, against);
    finding.identity.detail = vec![landscape.endpoint_id(receiver.end).to_owned()];
    finding.identity.detail.extend(against.iter().map(|activity| activity.id.to_string()));
    let party_names = |list: &[_]| {
        let name =
            |party: &crate::source::Spanned<Id<Party>>| shown(&landscape.parties.get(party.value).name);
        few::names(facts.lang, list.iter().map(name))
    };
    if let Endpoint::Application(application) = receiver.end {
        let controller = &landscape.applications.get(application).controller;
        let names = party_names(controller);
        let message =
            say!(facts.lang, en: "{names} is responsible here", nl: "{names} is hier verantwoordelijk");
        few::places(finding, facts.lang, controller.first().map(|first| (first.location, message)));
    }
    let lists = against.iter().map(|activity| {
        let list = activity.recipients_only.as_deref().unwrap_or_default();
        let names = party_names(list);
        match list.first() {
            Some(first) => (
                first.location,
                say!(facts.lang, en: "the only recipients: {names}", nl: "de enige ontvangers: {names}"),
            ),
            None => {
                (activity.header, say!(facts.lang, en: "no recipient at all", nl: "geen enkele ontvanger"))
            }
        }
    });
    few::places(finding, facts.lang, lists);
}

/// What to do where the receiver passes the data on, and so may only be on its way to one who may have it.
fn passing_on(
    facts: &Facts<'_>,
    link: &LinkFacts<'_>,
    receiver: &Receiver<'_>,
    against: &[&Item<Processing>],
) -> Option<String> {
    let [activity] = against else { return None };
    let [hub] = responsible::at_end(facts, receiver.end)?[..] else { return None };
    let allowed = allowed(activity, activity.recipients_only.as_ref()?, link);
    let serves = |link: &LinkFacts<'_>| {
        let mut served = link.link.processing.values();
        served.any(|id| facts.landscape.processing.get(id).id == activity.id)
    };
    let around = facts.at(receiver.end).filter(|link| link.personal && serves(link));
    let around: Vec<_> = around.map(|link| link.link.ends()).collect();
    if !around.iter().any(|[from, _]| *from == receiver.end) {
        return None;
    }
    let others = around.into_iter().flatten().filter(|end| *end != receiver.end);
    let mut whose: Vec<_> = others.filter_map(|end| responsible::at_end(facts, end)).flatten().collect();
    whose.retain(|party| allowed.contains(party));
    whose.sort_unstable();
    whose.dedup();
    let [first, ..] = whose[..] else { return None };
    let (name, whom) = (phrases::parties(facts, &[hub]), phrases::any_party(facts, &whose));
    let sentence = say!(
        facts.lang,
        en: "{name} passes the data on. Not on behalf of someone who may have it? Then stop the link. If {name} works for {whom}, declare their processor agreement",
        nl: "{name} geeft de gegevens door. Niet in opdracht van wie ze mag krijgen? Stop dan de koppeling. Werkt {name} voor {whom}, leg dan hun verwerkersovereenkomst vast",
    );
    let one = whose.len() == 1;
    let agreement = one.then(|| paste::agreement(facts, AgreementKind::Processor, &[first, hub])).flatten();
    Some(paste::below(&sentence, agreement))
}

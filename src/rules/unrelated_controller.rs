//! A link whose controllers have nothing to do with either end.

use super::{Check, Facts, Findings, LinkFacts, Rule, agreements::Agreements, needs, phrases, responsible};
use crate::{
    finding::{Example, Group, Label, Level, RuleInfo},
    model::{Endpoint, Id, Party},
    norms::laws::{AVG, WBP},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "unrelated-controller",
        group: Group::Responsibility,
        level: Level::Warn,
        needs: Some(needs::CONTROLLER_OR_OPERATOR),
        title: Text {
            en: "a link whose controller has nothing to do with either end",
            nl: "een koppeling waarvan de verantwoordelijke met geen van beide einden iets te maken heeft",
        },
        brief: Text { en: "controller unrelated to both ends", nl: "verantwoordelijke hoort bij geen einde" },
        why: Text {
            en: "Responsible is who decides why and how the data is used. Someone who holds neither end can hardly do that: often the wrong party was filled in.",
            nl: "Verantwoordelijk is wie bepaalt waarvoor en hoe de gegevens gebruikt worden. Wie geen van beide einden in handen heeft, kan dat moeilijk: vaak is de verkeerde partij ingevuld.",
        },
        mend: Text {
            en: "Correct the `controller` of the link, or of the application at an end. Does an end work for this controller? Write the `[agreement.*]` between them.",
            nl: "Verbeter de `controller` van de koppeling, of van de applicatie aan een einde. Werkt een einde voor deze verantwoordelijke? Leg dan de `[agreement.*]` tussen beide vast.",
        },
        fine: Text {
            en: "When both ends carry the data for someone else, as a message hub does. With an agreement between the controller and that end, or where the controller runs it, nothing is told; nor where nobody is named as responsible for an end, since that is not known.",
            nl: "Als beide einden de gegevens voor een ander vervoeren, zoals een berichtenknooppunt. Met een overeenkomst tussen de verantwoordelijke en dat einde, of waar de verantwoordelijke het zelf beheert, wordt niets gemeld; ook niet waar aan een einde niemand als verantwoordelijke is genoemd, want dan is het niet bekend.",
        },
        basis: &[AVG.at("4(7)"), AVG.at("24"), WBP.at("1(d)")],
        looks_at: &["controller", "processing", "data", "returns", "personal_data", "lifecycle"],
        examples: &[
            Example::new(
                Text {
                    en: "someone else's application on both ends",
                    nl: "aan beide einden de applicatie van een ander",
                },
                r#"
  [party.svb]
  name = "SVB"

  [application.pgb]
  name = "Pgb-portaal"
  controller = "svb"

  [[link]]
  from = "pgb"
  to = "svb"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
#              ^^^^^^^^^
"#,
            ),
            Example::new(
                Text { en: "by way of the activity", nl: "via de activiteit" },
                r#"
  [party.svb]
  name = "SVB"

  [party.cak]
  name = "CAK"

  [application.pgb]
  name = "Pgb-portaal"
  controller = "svb"

  [processing.wmo]
  name = "Wmo"
  controller = "college"
  purpose = "Ondersteuning"
  legal_basis = "public-task"
  law = "Wmo 2015 art. 5.1.1"
  data = "naw"
  retention = "15 jaar"

  [[link]]
  from = "pgb"
  to = "cak"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "wmo"
#              ^^^^^
"#,
            ),
            Example::new(
                Text { en: "responsible for one end", nl: "verantwoordelijk voor één einde" },
                r#"
  [party.svb]
  name = "SVB"

  [application.wmo]
  name = "Wmo-applicatie"
  controller = "college"

  [[link]]
  from = "wmo"
  to = "svb"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "svb"
  to = "wmo"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "svb"
"#,
            ),
            Example::new(
                Text {
                    en: "nobody is named at one end: not known",
                    nl: "aan één einde is niemand genoemd: niet bekend",
                },
                r#"
  [party.svb]
  name = "SVB"

  [application.pgb]
  name = "Pgb-portaal"
  controller = "svb"

  [[link]]
  from = "pgb"
  to = "csam"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "an end that works for the controller",
                    nl: "een einde dat voor de verantwoordelijke werkt",
                },
                r#"
  [party.knooppunt]
  name = "Berichtenknooppunt"

  [party.aanbieder]
  name = "Aanbieder"

  [application.wmo]
  name = "Wmo-applicatie"
  controller = "college"

  [agreement.knooppunt]
  kind = "processor"
  parties = ["college", "knooppunt"]

  [[link]]
  from = "knooppunt"
  to = "aanbieder"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "knooppunt"
  to = "wmo"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
        ],
    },
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    let (controllers, agreements) = (link.controllers(), Agreements::new(facts));
    if !link.personal || controllers.is_empty() || agreements.unreadable {
        return;
    }
    let related = link.ends.iter().any(|end| is_related(facts, &agreements, *end, controllers));
    if related || !responsible::can_read_activities(facts, link.link, &["controller"]) {
        return;
    }
    let (the_link, names) = (facts.the_link(link.link), phrases::parties(facts, controllers));
    let message = say!(
        facts.lang,
        en: "{the_link} is the responsibility of {names}, who is responsible for neither end",
        nl: "{the_link} valt onder de verantwoordelijkheid van {names}, maar die is voor geen van beide einden verantwoordelijk",
    );
    let label = say!(facts.lang, en: "responsible for neither end", nl: "voor geen van beide einden verantwoordelijk");
    let own = link.link.controller.first().map(|it| it.location);
    let location = own.or_else(|| link.link.processing.first().map(|it| it.location));
    let Some(finding) = out.link(link, location.unwrap_or(link.link.header), label, message) else {
        return;
    };
    for application in link.ends.into_iter().filter_map(Endpoint::application) {
        let application = facts.landscape.applications.get(application);
        let ids: Vec<_> = application.controller.values().collect();
        let (name, whose) = (shown(&application.name), phrases::parties(facts, &ids));
        let message = say!(facts.lang, en: "{name} is that of {whose}", nl: "{name} is van {whose}");
        let location = application.controller.first().map_or(application.header, |it| it.location);
        finding.related.push(Label { location, message });
    }
}

/// Whether one of these controllers has, or may have, to do with an end: is it, answers for it, runs it, or has
/// an agreement with it.
fn is_related(
    facts: &Facts<'_>,
    agreements: &Agreements<'_>,
    end: Endpoint,
    controllers: &[Id<Party>],
) -> bool {
    let Some(there) = responsible::at_end(facts, end) else { return true };
    let application = end.application().map(|id| facts.landscape.applications.get(id));
    let runs = application.and_then(|it| it.operator.as_ref()).map(|it| it.value);
    controllers.iter().any(|controller| {
        let agreed = || there.iter().any(|party| agreements.any(None, *controller, *party));
        there.contains(controller) || runs == Some(*controller) || agreed()
    })
}

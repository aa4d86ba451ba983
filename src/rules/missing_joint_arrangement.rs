//! Controllers that are responsible together, and arranged nothing between them.

use rustc_hash::FxHashMap;

use super::{Check, Facts, Findings, Rule, agreements::Agreements, paste, phrases};
use crate::{
    finding::{Example, Group, Label, Level, Part, RuleInfo},
    model::{AgreementKind, Id, List, Lost, Party},
    norms::laws::{AVG, in_force},
    say,
    source::Location,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "missing-joint-arrangement",
        group: Group::Responsibility,
        level: Level::Deny,
        needs: None,
        title: Text {
            en: "joint controllers without an arrangement between them",
            nl: "gezamenlijk verantwoordelijken zonder onderlinge regeling",
        },
        brief: Text { en: "no joint arrangement", nl: "geen onderlinge regeling" },
        why: Text {
            en: "Who answers a data subject? Who reports a breach? Where two are responsible together, each thinks that the other does. That is why the law asks for an arrangement.",
            nl: "Wie antwoordt een betrokkene? Wie meldt een datalek? Waar twee samen verantwoordelijk zijn, denkt elk dat de ander het doet. Daarom vraagt de wet om een regeling.",
        },
        mend: Text {
            en: "Write the arrangement as `[agreement.*]` of kind `joint-controllers` with all of them as `parties`. Does a law make them joint controllers? Name it as `law` of the processing activity.",
            nl: "Leg de regeling vast als `[agreement.*]` van soort `joint-controllers` met alle verantwoordelijken als `parties`. Maakt een wet hen samen verantwoordelijk? Noem die als `law` van de verwerkingsactiviteit.",
        },
        fine: Text {
            en: "When each is responsible for its own part only: then name just the one whose part the link is. With a `law` on the activity nothing is told, since the law may have arranged it; whether it did is for people to read. Told once for the same controllers.",
            nl: "Als elk alleen voor zijn eigen deel verantwoordelijk is: noem dan alleen degene wiens deel de koppeling is. Met een `law` bij de activiteit wordt niets gemeld, omdat de wet het geregeld kan hebben; of dat zo is, moeten mensen lezen. Voor dezelfde verantwoordelijken wordt het één keer gemeld.",
        },
        basis: &[AVG.at("26")],
        looks_at: &["controller", "processing", "law", "data", "returns", "personal_data", "lifecycle"],
        examples: &[
            Example::new(
                Text {
                    en: "two links of the same two controllers: one finding",
                    nl: "twee koppelingen van dezelfde twee verantwoordelijken: één bevinding",
                },
                r#"
  [party.uwv]
  name = "UWV"

  [[link]]
  from = "csam"
  to = "uwv"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = ["uwv", "college"]
#               ^^^^^^^^^^^^^^^^

  [[link]]
  from = "uwv"
  to = "csam"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = ["college", "uwv"]
"#,
            ),
            Example::new(
                Text {
                    en: "an activity, and a link that serves it: one finding",
                    nl: "een activiteit, en een koppeling die ervoor dient: één bevinding",
                },
                r#"
  [party.uwv]
  name = "UWV"

  [processing.plein]
  name = "Werkplein"
  controller = ["uwv", "college"]
#               ^^^^^^^^^^^^^^^^
  purpose = "Bemiddeling"
  legal_basis = "consent"
  data = "naw"
  retention = "2 jaar"

  [[link]]
  from = "csam"
  to = "uwv"
  data = "naw"
  secure = true
  protocol = "sftp"
  processing = "plein"
"#,
            ),
            Example::new(
                Text {
                    en: "of three, only two have arranged it",
                    nl: "van drie hebben er maar twee het geregeld",
                },
                r#"
  [party.uwv]
  name = "UWV"

  [party.svb]
  name = "SVB"

  [agreement.regeling]
  kind = "joint-controllers"
  parties = ["uwv", "college"]

  [[link]]
  from = "csam"
  to = "uwv"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = ["uwv", "college", "svb"]
#               ^^^^^^^^^^^^^^^^^^^^^^^
"#,
            ),
            Example::new(
                Text { en: "arranged", nl: "geregeld" },
                r#"
  [party.uwv]
  name = "UWV"

  [agreement.regeling]
  kind = "joint-controllers"
  parties = ["uwv", "college"]

  [[link]]
  from = "csam"
  to = "uwv"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = ["uwv", "college"]
"#,
            ),
            Example::new(
                Text { en: "made so by law", nl: "bij wet geregeld" },
                r#"
  [party.uwv]
  name = "UWV"

  [processing.suwinet]
  name = "Suwinet"
  controller = ["uwv", "college"]
  purpose = "Werk en inkomen"
  legal_basis = "public-task"
  law = "Wet SUWI art. 62 lid 3"
  data = "naw"
  retention = "2 jaar"

  [[link]]
  from = "csam"
  to = "uwv"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = ["uwv", "college"]
  processing = "suwinet"
"#,
            ),
            Example::new(
                Text { en: "before the AVG", nl: "vóór de AVG" },
                r#"
  [party.uwv]
  name = "UWV"

  [[link]]
  from = "csam"
  to = "uwv"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = ["uwv", "college"]
"#,
            )
            .on("2018-05-24"),
        ],
    },
    check: Check::Landscape(check),
};

/// Where the same controllers are responsible together.
struct Joint<'a> {
    subject: (&'a str, &'a Lost),
    name: String,
    location: Location,
    also: Vec<Label>,
    count: usize,
    parts: Vec<Part>,
}

fn check(facts: &Facts<'_>, out: &mut Findings) {
    let agreements = Agreements::new(facts);
    if agreements.unreadable || !in_force(AVG.at("26"), facts.date) {
        return;
    }
    let mut joint: Vec<Joint<'_>> = Vec::new();
    let mut by: FxHashMap<Vec<Id<Party>>, usize> = FxHashMap::default();
    for (subject, name, controllers, part) in together(facts) {
        let (Some(first), Some(last)) = (controllers.first(), controllers.last()) else { continue };
        let mut parties: Vec<_> = controllers.values().collect();
        parties.sort_unstable();
        parties.dedup();
        if parties.len() < 2 || subject.1.any_of(RULE.info.looks_at) || arranged(&agreements, &parties) {
            continue;
        }
        let location = Location { end: last.location.end, ..first.location };
        if let Some(&known) = by.get(&parties) {
            joint[known].count += 1;
            joint[known].parts.push(part);
            if joint[known].also.len() < 3 {
                joint[known].also.push(Label { location, message: name });
            }
        } else {
            by.insert(parties, joint.len());
            joint.push(Joint { subject, name, location, also: Vec::new(), count: 0, parts: vec![part] });
        }
    }
    let mut sets: Vec<_> = by.into_iter().collect();
    sets.sort_unstable_by_key(|(_, at)| *at);
    for ((parties, _), joint) in sets.into_iter().zip(joint) {
        let (who, name, count) = (phrases::parties(facts, &parties), joint.name, joint.count);
        let more = match count {
            0 => String::new(),
            _ => say!(facts.lang, en: ", and {count} more", nl: ", en nog {count}"),
        };
        let message = say!(
            facts.lang,
            en: "{who} are responsible together ({name}{more}), but have no arrangement between them",
            nl: "{who} zijn samen verantwoordelijk ({name}{more}), maar hebben geen onderlinge regeling",
        );
        let label = say!(facts.lang, en: "responsible together", nl: "samen verantwoordelijk");
        let Some(finding) = out.tell(joint.subject, joint.location, label, message) else { continue };
        let sentence = say!(
            facts.lang,
            en: "Does a law make them joint controllers? Name it as `law` of the processing activity. Otherwise make the arrangement and declare it",
            nl: "Maakt een wet hen samen verantwoordelijk? Noem die als `law` van de verwerkingsactiviteit. Tref anders de regeling en leg haar vast",
        );
        let arrangement = paste::agreement(facts, AgreementKind::JointControllers, &parties);
        finding.advice = Some(paste::below(&sentence, arrangement));
        finding.related = joint.also;
        finding.identity.group =
            parties.iter().map(|id| facts.landscape.parties.get(*id).id.to_string()).collect();
        finding.identity.parts = joint.parts;
    }
}

/// Who is said to be responsible together, where no law may have made them so: first the activities, then the
/// links by themselves.
fn together<'a>(
    facts: &'a Facts<'_>,
) -> impl Iterator<Item = ((&'a str, &'a Lost), String, &'a List<Id<Party>>, Part)> {
    let lawless = facts.landscape.processing.iter().filter(|(_, it)| it.law.is_empty());
    let activities = lawless.map(|(id, it)| {
        let name = shown(&it.name);
        let name = say!(facts.lang, en: "processing activity {name}", nl: "verwerkingsactiviteit {name}");
        ((&*it.id, &it.lost), name, &it.controller, Part::Processing(id))
    });
    let lawful = |link: &crate::model::Link| {
        link.processing.values().map(|id| facts.landscape.processing.get(id)).any(|activity| {
            // What couldn't be read may be the law.
            !activity.law.is_empty() || activity.lost.any_of(&["law"])
        })
    };
    let links = facts.personal_links().filter(move |it| !lawful(it.link)).map(|it| {
        let name = facts.link_name(it.link);
        let name = say!(facts.lang, en: "link {name}", nl: "koppeling {name}");
        ((&*it.link.id, &it.link.lost), name, &it.link.controller, Part::Link(it.id))
    });
    activities.chain(links)
}

/// Whether every two of them have an arrangement, be it one for all or several.
fn arranged(agreements: &Agreements<'_>, parties: &[Id<Party>]) -> bool {
    let pair = |one, other| agreements.any(Some(AgreementKind::JointControllers), one, other);
    parties.iter().enumerate().all(|(at, one)| parties[..at].iter().all(|other| pair(*one, *other)))
}

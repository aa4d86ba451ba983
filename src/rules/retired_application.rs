//! An application that is out of use, and still has links.

use super::{Check, Facts, Findings, Rule, phrases};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::{Endpoint, Lifecycle},
    norms::laws::{AVG, WBP},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "retired-application",
        group: Group::Accountability,
        level: Level::Deny,
        needs: None,
        title: Text {
            en: "an application that is out of use, and still has links",
            nl: "een applicatie die buiten gebruik is en nog koppelingen heeft",
        },
        brief: Text { en: "out of use, still linked", nl: "buiten gebruik, nog gekoppeld" },
        why: Text {
            en: "One of the two isn't true. Either data still goes to a system that nobody looks after, or the picture is out of date.",
            nl: "Een van de twee klopt niet. Of er gaan nog gegevens naar een systeem waar niemand naar omkijkt, of de kaart loopt achter.",
        },
        mend: Text {
            en: "Are the links gone too? Write `lifecycle = \"retired\"` there. Are they still running? Then the application is still in use: `phasing-out`.",
            nl: "Zijn de koppelingen ook weg? Leg daar `lifecycle = \"retired\"` vast. Lopen ze nog? Dan is de applicatie nog in gebruik: `phasing-out`.",
        },
        fine: Text {
            en: "Never for long. Links that are retired themselves are no problem; a planned link to an application that is out of use is.",
            nl: "Nooit voor lang. Koppelingen die zelf buiten gebruik zijn, geven niets; een geplande koppeling met een applicatie die buiten gebruik is wel.",
        },
        basis: &[AVG.at("5(2)"), AVG.at("32(1)"), WBP.at("13")],
        looks_at: &["lifecycle"],
        examples: &[
            Example::new(
                Text {
                    en: "two links that still run: one finding",
                    nl: "twee koppelingen die nog lopen: één bevinding",
                },
                r#"
  [application.oud]
  name = "Oud zaaksysteem"
  lifecycle = "retired"
#             ^^^^^^^^^

  [[link]]
  from = "csam"
  to = "oud"
  data = "wegen"

  [[link]]
  from = "oud"
  to = "ggk"
  data = "wegen"
"#,
            ),
            Example::new(
                Text { en: "links that are out of use too", nl: "koppelingen die ook buiten gebruik zijn" },
                r#"
  [application.oud]
  name = "Oud zaaksysteem"
  lifecycle = "retired"

  [[link]]
  from = "csam"
  to = "oud"
  data = "naw"
  lifecycle = "retired"
"#,
            ),
            Example::new(
                Text { en: "not for long, but still in use", nl: "niet lang meer, maar nog in gebruik" },
                r#"
  [application.oud]
  name = "Oud zaaksysteem"
  lifecycle = "phasing-out"

  [[link]]
  from = "csam"
  to = "oud"
  data = "wegen"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    let all = facts.landscape.applications.iter();
    for (id, item) in all.filter(|(_, application)| application.lifecycle() == Lifecycle::Retired) {
        // A link whose `lifecycle` couldn't be read may be retired itself.
        let links = facts.at(Endpoint::Application(id)).filter(|it| !it.link.lost.any_of(&["lifecycle"]));
        let links: Vec<_> = links.collect();
        if links.is_empty() {
            continue;
        }
        let (name, count) = (shown(&item.name), phrases::links(facts.lang, links.len()));
        let location = item.lifecycle.as_ref().map_or(item.header, |it| it.location);
        let message = say!(
            facts.lang,
            en: "{name} is out of use, but still has {count}",
            nl: "{name} is buiten gebruik, maar heeft nog {count}",
        );
        let label = say!(facts.lang, en: "out of use", nl: "buiten gebruik");
        let Some(finding) = out.tell((&item.id, &item.lost), location, label, message) else { continue };
        phrases::show_links(facts, finding, &links);
    }
}

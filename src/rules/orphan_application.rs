//! An application in use that nothing goes to or comes from.

use super::{Check, Facts, Findings, Rule};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::{Endpoint, Lifecycle},
    norms::laws::{AVG, WBP},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "orphan-application",
        group: Group::Accountability,
        level: Level::Warn,
        needs: None,
        title: Text {
            en: "an application in use without links",
            nl: "een applicatie in gebruik zonder koppelingen",
        },
        brief: Text { en: "no links", nl: "geen koppelingen" },
        why: Text {
            en: "Data gets into it somehow. A line that isn't on the map isn't judged: it may well be a file that someone carries over.",
            nl: "Op een of andere manier komen er gegevens in. Een lijn die niet op de kaart staat, wordt niet beoordeeld: het kan best een bestand zijn dat iemand overzet.",
        },
        mend: Text {
            en: "Ask its users where the data comes from and goes to, and declare those links. Is it no longer in use? Write `lifecycle = \"retired\"`.",
            nl: "Vraag de gebruikers waar de gegevens vandaan komen en heen gaan, en leg die koppelingen vast. Is zij niet meer in gebruik? Leg `lifecycle = \"retired\"` vast.",
        },
        fine: Text {
            en: "When everything in it is typed in and read on screen: accept it. Applications that are planned, phasing out or retired are not told (there the links come last or go first), nor is anything as long as something in the landscape couldn't be read.",
            nl: "Als alles erin wordt getypt en op het scherm gelezen: accepteer het. Applicaties die gepland, uitgefaseerd of buiten gebruik zijn worden niet gemeld (daar komen koppelingen het laatst of gaan ze het eerst), en niets wordt gemeld zolang iets in het landschap niet te lezen is.",
        },
        basis: &[AVG.at("5(2)"), AVG.at("24"), WBP.at("15")],
        looks_at: &["lifecycle"],
        examples: &[
            Example::new(
                Text {
                    en: "no link, or only one that is retired",
                    nl: "geen koppeling, of alleen een die buiten gebruik is",
                },
                r#"
  [application.schijf]
# ^^^^^^^^^^^^^^^^^^^^
  name = "Schijf van het wijkteam"

  [application.mail]
# ^^^^^^^^^^^^^^^^^^
  name = "Mail"

  [[link]]
  from = "mail"
  to = "csam"
  data = "naw"
  lifecycle = "retired"
"#,
            ),
            Example::new(
                Text {
                    en: "planned, on its way out, and retired",
                    nl: "gepland, op weg naar buiten, en buiten gebruik",
                },
                r#"
  [application.nieuw]
  name = "Nieuw zaaksysteem"
  lifecycle = "planned"

  [application.huidig]
  name = "Huidig zaaksysteem"
  lifecycle = "phasing-out"

  [application.oud]
  name = "Oud zaaksysteem"
  lifecycle = "retired"
"#,
            ),
            Example::new(
                Text { en: "a planned link counts", nl: "een geplande koppeling telt" },
                r#"
  [application.nieuw]
  name = "Nieuw zaaksysteem"

  [[link]]
  from = "nieuw"
  to = "college"
  data = "wegen"
  lifecycle = "planned"
"#,
            ),
            Example::new(
                Text { en: "its link can't be read", nl: "de koppeling is niet te lezen" },
                r#"
  [application.zaken]
  name = "Zaaksysteem"

  [[link]]
  from = "zaken"
  to = "gkk"
  data = "wegen"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    // The link that seems to be missing may be the one that couldn't be read.
    if !facts.is_whole() {
        return;
    }
    let mut linked = vec![false; facts.landscape.applications.len()];
    let ends = facts.links.iter().flat_map(|link| link.link.ends());
    for application in ends.filter_map(Endpoint::application) {
        linked[application.index()] = true;
    }
    for (item, linked) in facts.landscape.applications.items().iter().zip(linked) {
        if linked || item.lifecycle() != Lifecycle::Active {
            continue;
        }
        let name = shown(&item.name);
        let message = say!(
            facts.lang,
            en: "{name} is in use, but no link starts or ends there",
            nl: "{name} is in gebruik, maar er begint of eindigt geen enkele koppeling",
        );
        let label = say!(facts.lang, en: "no link", nl: "geen koppeling");
        out.tell((&item.id, &item.lost), item.header, label, message);
    }
}

//! A link that carries more than its processing activities need.

use super::{Check, Facts, Findings, LinkFacts, Rule, activity::names, few, needs};
use crate::{
    finding::{Example, Group, Label, Level, RuleInfo},
    model::{Data, Id, Item, Processing},
    norms::laws::{AVG, WBP},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "excess-data",
        group: Group::Lawfulness,
        level: Level::Warn,
        needs: Some(needs::PROCESSING),
        title: Text {
            en: "more personal data than the activity needs",
            nl: "meer persoonsgegevens dan de verwerking nodig heeft",
        },
        brief: Text { en: "more data than needed", nl: "meer gegevens dan nodig" },
        why: Text {
            en: "What isn't needed isn't sent: no more personal data than the purpose asks for. What travels along ends up in more places than anyone keeps watch over.",
            nl: "Wat niet nodig is, gaat niet mee: niet meer persoonsgegevens dan het doel vraagt. Wat meelift, belandt op meer plekken dan iemand in het oog houdt.",
        },
        mend: Text {
            en: "Leave the category out of the message. Does the activity need it after all? Then add it to its `data`, or name on the link the activity that needs it.",
            nl: "Laat de categorie uit het bericht weg. Heeft de activiteit haar wel nodig? Zet haar dan bij de `data` van die activiteit, of noem bij de koppeling de activiteit die haar nodig heeft.",
        },
        fine: Text {
            en: "When the standard of the message fixes what is in it and the receiver doesn't keep the rest: accept it, and say so.",
            nl: "Als de berichtstandaard vastlegt wat erin zit en de ontvanger de rest niet bewaart: accepteer het en zeg dat erbij.",
        },
        basis: &[AVG.at("5(1)(c)"), WBP.at("11(1)")],
        looks_at: &["data", "returns", "processing", "lifecycle"],
        examples: &[
            Example::new(
                Text { en: "nobody names the BSN", nl: "niemand noemt het BSN" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "naw"
  national_id_law = "Wmo 2015 art. 5.2.9"

  [[link]]
  from = "csam"
  to = "ggk"
  data = ["naw", "bsn"]
#                ^^^^^
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
            Example::new(
                Text { en: "what comes back, and two activities", nl: "wat terugkomt, en twee activiteiten" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "naw"

  [processing.jeugd]
  name = "Jeugd"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "bsn"
  national_id_law = "Jeugdwet art. 7.2.1"
  special_category_basis = "9(2)(h)"
  dpia = "not-required"

  [[link]]
  from = "csam"
  to = "ggk"
  data = ["bsn", "naw"]
  returns = ["gezondheid"]
#            ^^^^^^^^^^^^
  secure = true
  protocol = "sftp"
  processing = ["wmo", "jeugd"]
"#,
            ),
            Example::new(
                Text { en: "the one names this, the other that", nl: "de ene noemt dit, de andere dat" },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "naw"

  [processing.jeugd]
  name = "Jeugd"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "bsn"
  national_id_law = "Jeugdwet art. 7.2.1"

  [[link]]
  from = "csam"
  to = "ggk"
  data = ["bsn", "naw"]
  secure = true
  protocol = "sftp"
  processing = ["wmo", "jeugd"]
"#,
            ),
            Example::new(
                Text {
                    en: "an activity that names nothing may need it",
                    nl: "een activiteit die niets noemt, kan het nodig hebben",
                },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "naw"

  [processing.jeugd]
  name = "Jeugd"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  national_id_law = "Jeugdwet art. 7.2.1"

  [[link]]
  from = "csam"
  to = "ggk"
  data = ["bsn", "naw"]
  secure = true
  protocol = "sftp"
  processing = ["wmo", "jeugd"]
"#,
            ),
            Example::new(
                Text {
                    en: "what isn't personal is never too much",
                    nl: "wat niet persoonlijk is, is nooit te veel",
                },
                r#"
  [processing.wmo]
  name = "Wmo"
  purpose = "Ondersteuning thuis"
  controller = "college"
  legal_basis = "public-task"
  law = "Wmo 2015"
  retention = "15 jaar"
  data = "naw"

  [[link]]
  from = "csam"
  to = "ggk"
  data = ["naw", "wegen"]
  secure = true
  protocol = "sftp"
  processing = "wmo"
"#,
            ),
        ],
    },
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    let landscape = facts.landscape;
    if link.served().is_empty() || link.lists_personal == [false; 2] {
        return;
    }
    let served: Vec<_> = link.served().iter().map(|id| landscape.processing.get(*id)).collect();
    // Of an activity that names nothing it isn't known what it needs, so that nothing can be too much.
    let unanswerable =
        |activity: &&Item<Processing>| activity.data.is_empty() || activity.lost.any_of(&["data"]);
    if served.iter().any(unanswerable) {
        return;
    }
    let is_excess = |id: Id<Data>| {
        let data = landscape.data.get(id);
        let personal = data.class.is_personal() && !data.lost.any_of(&["class"]);
        personal && !served.iter().any(|activity| names(activity, id))
    };
    let listed = link.link.data.iter().chain(&link.link.returns);
    let excess: Vec<_> = listed.filter(|category| is_excess(category.value)).collect();
    let Some(first) = excess.first() else { return };
    let mut ids: Vec<_> = excess.iter().map(|category| category.value).collect();
    ids.sort_unstable();
    ids.dedup();
    let what = few::names(facts.lang, ids.iter().map(|id| shown(&landscape.data.get(*id).name)));
    let who = few::names(facts.lang, served.iter().map(|activity| shown(&activity.name)));
    let the_link = facts.the_link(link.link);
    let message = say!(
        facts.lang,
        en: "{the_link} carries {what}, and no activity that it serves says to need that ({who})",
        nl: "{the_link} bevat {what}, en geen activiteit waarvoor zij dient noemt dat nodig te hebben ({who})",
    );
    let label = say!(facts.lang, en: "not needed", nl: "niet nodig");
    let Some(finding) = out.link(link, first.location, label, message) else { return };
    for other in excess.iter().skip(1).take(3) {
        let message = say!(facts.lang, en: "not needed either", nl: "ook niet nodig");
        finding.related.push(Label { location: other.location, message });
    }
    let needed = served.iter().filter_map(|activity| {
        let named = activity.data.values().map(|id| shown(&landscape.data.get(id).name));
        let (name, named) = (shown(&activity.name), few::names(facts.lang, named));
        let message = say!(facts.lang, en: "{name} needs {named}", nl: "{name} heeft nodig: {named}");
        Some((activity.data.first()?.location, message))
    });
    few::places(finding, facts.lang, needed);
}

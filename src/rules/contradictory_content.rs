//! A link whose own word disagrees with the classes of what it lists.

use super::{Check, Facts, Findings, LinkFacts, Rule};
use crate::{
    finding::{Change, Example, Group, Label, Level, Repair, RuleInfo},
    norms::laws::AVG,
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "contradictory-content",
        group: Group::Security,
        level: Level::Deny,
        needs: None,
        title: Text {
            en: "a link that contradicts itself about personal data",
            nl: "een koppeling die zichzelf tegenspreekt over persoonsgegevens",
        },
        brief: Text {
            en: "contradicts itself about personal data",
            nl: "spreekt zichzelf tegen over persoonsgegevens",
        },
        why: Text {
            en: "One of the two is wrong, and the wrong one may be what keeps a line from being secured.",
            nl: "Een van beide klopt niet, en dat kan net zijn waardoor een lijn onbeveiligd blijft.",
        },
        mend: Text {
            en: "Take out `personal_data` where categories are listed; or correct the category, or its class.",
            nl: "Haal `personal_data` weg waar categorieën genoemd zijn; of verbeter de categorie, of de klasse ervan.",
        },
        fine: Text {
            en: "Never: the classes of the categories decide.",
            nl: "Nooit: de klassen van de categorieën geven de doorslag.",
        },
        basis: &[AVG.at("5(2)"), AVG.at("30(1)")],
        looks_at: &["data", "returns", "personal_data", "lifecycle"],
        examples: &[
            Example::new(
                Text { en: "personal data denied", nl: "persoonsgegevens ontkend" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  personal_data = false
#                 ^^^^^
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "personal data claimed", nl: "persoonsgegevens beweerd" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "wegen"
  personal_data = true
#                 ^^^^
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "said twice, and the same", nl: "twee keer gezegd, en hetzelfde" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = ["naw", "wegen"]
  personal_data = true
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
    if !link.lists_any() {
        return;
    }
    let Some(claim) = &link.link.personal_data else { return };
    let mut telling = link.link.data.iter().chain(&*link.link.returns);
    let class = |id| facts.landscape.data.get(id).class.value;
    let personal = telling.clone().find(|category| class(category.value).is_personal());
    if personal.is_some() == claim.value {
        return;
    }
    let the_link = facts.the_link(link.link);
    let message = if claim.value {
        say!(
            facts.lang,
            en: "{the_link} is said to carry personal data, but lists only data that isn't",
            nl: "{the_link} zou persoonsgegevens bevatten, maar noemt alleen gegevens die dat niet zijn",
        )
    } else {
        say!(
            facts.lang,
            en: "{the_link} is said to carry no personal data, but lists data that is",
            nl: "{the_link} zou geen persoonsgegevens bevatten, maar noemt gegevens die dat wel zijn",
        )
    };
    let label = say!(facts.lang, en: "says otherwise than `data`", nl: "zegt iets anders dan `data`");
    let Some(finding) = out.link(link, claim.location, label, message) else { return };
    // Without a false denial the link is judged as strictly as its categories ask; without a claim it no longer is.
    let change = Change::TakeOutKey("personal_data", claim.location);
    finding.repairs.push(Repair { change, certain: !claim.value });
    if let Some(category) = personal.or_else(|| telling.next()) {
        let declared = facts.landscape.data.get(category.value);
        let name = shown(&declared.name);
        let message = if claim.value {
            say!(facts.lang, en: "{name} is not personal data", nl: "{name} is geen persoonsgegeven")
        } else {
            say!(facts.lang, en: "{name} is personal data", nl: "{name} is een persoonsgegeven")
        };
        finding.related.push(Label { location: category.location, message: message.clone() });
        finding.related.push(Label { location: declared.class.location, message });
    }
}

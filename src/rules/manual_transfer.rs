//! Personal data that a person carries over by hand.

use super::{Check, Facts, Findings, LinkFacts, Rule};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::Mode,
    norms::laws::{AVG, BIO2, WBP},
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "manual-transfer",
        group: Group::Security,
        level: Level::Warn,
        needs: None,
        title: Text {
            en: "personal data that is carried over by hand",
            nl: "persoonsgegevens die met de hand worden overgebracht",
        },
        brief: Text { en: "carried over by hand", nl: "met de hand overgebracht" },
        why: Text {
            en: "Exports on a stick or a shared folder get lost, linger and reach the wrong person. Most data breaches are mistakes of people.",
            nl: "Een uitdraai op een stick of gedeelde map raakt kwijt, blijft slingeren en komt bij de verkeerde terecht. De meeste datalekken zijn vergissingen van mensen.",
        },
        mend: Text {
            en: "Replace it by an automatic link; until then, send it over an encrypted way that leaves no copies behind.",
            nl: "Vervang het door een automatische koppeling; stuur het tot dan langs een versleutelde weg die geen kopieën achterlaat.",
        },
        fine: Text {
            en: "When it happens rarely and the steps are laid down: accept it with `[[acceptance]]`.",
            nl: "Als het zelden gebeurt en de stappen vastliggen: accepteer het met `[[acceptance]]`.",
        },
        basis: &[AVG.at("5(1)(f)"), AVG.at("32(1)"), WBP.at("13"), BIO2.at("5.14")],
        looks_at: &["mode", "data", "returns", "personal_data", "lifecycle"],
        examples: &[
            Example::new(
                Text { en: "by hand", nl: "met de hand" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "secure-mail"
  mode = "manual"
#        ^^^^^^^^
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "by hand, but nothing about people", nl: "met de hand, maar niets over mensen" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "wegen"
  mode = "manual"
"#,
            ),
            Example::new(
                Text { en: "by machine", nl: "door machines" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  mode = "automatic"
  controller = "college"
"#,
            ),
        ],
    },
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    if !link.personal {
        return;
    }
    let Some(mode) = link.link.mode.as_ref().filter(|mode| mode.value == Mode::Manual) else { return };
    let the_link = facts.the_link(link.link);
    let message = say!(
        facts.lang,
        en: "{the_link} is carried over by hand",
        nl: "{the_link} wordt met de hand overgebracht",
    );
    let label = say!(facts.lang, en: "by hand", nl: "met de hand");
    out.link(link, mode.location, label, message);
}

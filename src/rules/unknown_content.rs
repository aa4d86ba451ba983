//! A link of which nobody can say whether personal data goes over it.

use super::{Check, Facts, Findings, LinkFacts, Rule};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    norms::laws::AVG,
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "unknown-content",
        group: Group::Security,
        level: Level::Deny,
        needs: None,
        title: Text {
            en: "a link that doesn't say what it carries",
            nl: "een koppeling die niet zegt wat erover gaat",
        },
        brief: Text { en: "content not known", nl: "niet bekend wat erover gaat" },
        why: Text {
            en: "As long as nobody says what goes over it, nobody can say whether it needs to be secured, or who must be responsible.",
            nl: "Zolang niemand zegt wat erover gaat, kan niemand zeggen of de lijn beveiligd moet zijn, en wie verantwoordelijk is.",
        },
        mend: Text {
            en: "List the categories with `data`, or say at least `personal_data = true` or `false`.",
            nl: "Noem de categorieën met `data`, of leg ten minste vast: `personal_data = true` of `false`.",
        },
        fine: Text {
            en: "When it is known to carry no personal data: then say so.",
            nl: "Als vaststaat dat er geen persoonsgegevens over gaan: leg dat dan vast.",
        },
        basis: &[AVG.at("5(2)"), AVG.at("30(1)")],
        looks_at: &["data", "returns", "personal_data", "lifecycle"],
        examples: &[
            Example::new(
                Text { en: "nothing is said", nl: "er staat niets" },
                r#"
  [[link]]
# ^^^^^^^^
  from = "csam"
  to = "ggk"
  secure = true
"#,
            ),
            Example::new(
                Text { en: "an empty list says nothing", nl: "een lege lijst zegt niets" },
                r#"
  [[link]]
# ^^^^^^^^
  from = "csam"
  to = "ggk"
  data = []
"#,
            ),
            Example::new(
                Text { en: "the least that must be said", nl: "het minste wat er moet staan" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  personal_data = false
"#,
            ),
            Example::new(
                Text {
                    en: "a question whose answer is known",
                    nl: "een vraag waarvan het antwoord bekend is",
                },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  returns = "naw"
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
    if !link.unknown_content() {
        return;
    }
    let the_link = facts.the_link(link.link);
    let message = say!(
        facts.lang,
        en: "{the_link} doesn't say what it carries, so nobody knows whether it must be secured",
        nl: "{the_link} zegt niet wat erover gaat, dus niemand weet of de lijn beveiligd moet zijn",
    );
    let label =
        say!(facts.lang, en: "no `data` and no `personal_data`", nl: "geen `data` en geen `personal_data`");
    out.link(link, link.link.header, label, message);
}

//! TODO: what is wrong, in a few words.

use super::{Check, Facts, Findings, LinkFacts, Rule};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    norms::laws::AVG,
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "TEMPLATE",
        group: Group::Security,
        level: Level::Warn,
        // What the landscape must use before this can be assessed, out of `needs`: `Some(needs::TLS)`.
        needs: None,
        title: Text {
            en: "TODO: a link with personal data that …",
            nl: "TODO: een koppeling met persoonsgegevens die …",
        },
        brief: Text {
            en: "TODO: the same in two or three words",
            nl: "TODO: hetzelfde in twee of drie woorden",
        },
        why: Text { en: "TODO: why it matters.", nl: "TODO: waarom het ertoe doet." },
        mend: Text {
            en: "TODO: what to do, and what to write in which `key`.",
            nl: "TODO: wat te doen, en wat vast te leggen in welke `key`.",
        },
        fine: Text { en: "TODO: when it is no problem.", nl: "TODO: wanneer het geen probleem is." },
        // TODO: the articles that it rests on, of every period.
        basis: &[AVG.at("32(1)")],
        // TODO: the keys of a link that it judges by.
        looks_at: &["data", "returns", "personal_data", "lifecycle"],
        examples: &[
            Example::new(
                Text { en: "TODO: what is wrong here", nl: "TODO: wat hier mis is" },
                r#"
  [[link]]
# ^^^^^^^^
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "TODO: why this is fine", nl: "TODO: waarom dit goed is" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "wegen"
"#,
            ),
        ],
    },
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    if !link.personal || !is_wrong(link) {
        return;
    }
    let the_link = facts.the_link(link.link);
    let message = say!(
        facts.lang,
        en: "{the_link} carries personal data, but TODO",
        nl: "{the_link} bevat persoonsgegevens, maar TODO",
    );
    let label = say!(facts.lang, en: "TODO: what to see here", nl: "TODO: wat hier te zien is");
    out.link(link, link.link.header, label, message);
}

/// TODO: when it is.
fn is_wrong(_: &LinkFacts<'_>) -> bool {
    false
}

//! A link from something to itself.

use super::{Check, Facts, Findings, LinkFacts, Rule};
use crate::{
    finding::{Example, Group, Label, Level, RuleInfo},
    norms::laws::{AVG, WBP},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "self-link",
        group: Group::Accountability,
        level: Level::Warn,
        needs: None,
        title: Text { en: "a link from something to itself", nl: "een koppeling van iets met zichzelf" },
        brief: Text { en: "goes to itself", nl: "gaat naar zichzelf" },
        why: Text {
            en: "What stays within an application is no link. Usually one of the ends is a slip of the pen, and then a real line is missing from the map.",
            nl: "Wat binnen een applicatie blijft, is geen koppeling. Meestal is een van de einden een verschrijving, en dan ontbreekt er een echte lijn op de kaart.",
        },
        mend: Text {
            en: "Correct `from` or `to`. Are they two parts of one application? Declare both as an application.",
            nl: "Verbeter `from` of `to`. Zijn het twee onderdelen van één applicatie? Leg ze dan elk als applicatie vast.",
        },
        fine: Text {
            en: "When several organisations stand under one party, such as the care providers among each other: accept it, or declare them apart.",
            nl: "Als onder één partij meer organisaties vallen, zoals zorgaanbieders onderling: accepteer het, of leg ze apart vast.",
        },
        basis: &[AVG.at("5(2)"), AVG.at("24"), WBP.at("15")],
        looks_at: &["from", "to", "lifecycle"],
        examples: &[
            Example::new(
                Text { en: "from and to are the same", nl: "van en naar zijn hetzelfde" },
                r#"
  [[link]]
  from = "csam"
  to = "csam"
#      ^^^^^^
  data = "wegen"
"#,
            ),
            Example::new(
                Text {
                    en: "there and back, and no longer in use",
                    nl: "heen en terug, en niet meer in gebruik",
                },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "wegen"

  [[link]]
  from = "ggk"
  to = "csam"
  data = "wegen"

  [[link]]
  from = "csam"
  to = "csam"
  data = "wegen"
  lifecycle = "retired"
"#,
            ),
        ],
    },
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    if link.ends[0] != link.ends[1] {
        return;
    }
    let id = shown(&link.link.id);
    let name = shown(facts.landscape.endpoint_name(link.link.to.value));
    let message = say!(
        facts.lang,
        en: "Link {id} goes from {name} to itself",
        nl: "Koppeling {id} gaat van {name} naar zichzelf",
    );
    let label = say!(facts.lang, en: "the same as `from`", nl: "hetzelfde als `from`");
    let Some(finding) = out.link(link, link.link.to.location, label, message) else { return };
    let message = say!(facts.lang, en: "from here", nl: "van hier");
    finding.related.push(Label { location: link.link.from.location, message });
}

//! A link with personal data that nobody claims is secured.

use super::{Check, Facts, Findings, LinkFacts, Rule, link_facts::Assurance};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    norms::laws::{AVG, BIO2, WBP},
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "unsecured-link",
        group: Group::Security,
        level: Level::Deny,
        needs: None,
        title: Text {
            en: "a link with personal data that isn't marked secure",
            nl: "een koppeling met persoonsgegevens die niet als beveiligd is opgegeven",
        },
        brief: Text { en: "not marked secure", nl: "niet als beveiligd opgegeven" },
        why: Text {
            en: "Personal data must be protected on its way. A mark that is left out counts as not known, and what isn't known can't be called secured.",
            nl: "Persoonsgegevens moeten onderweg beschermd zijn. Een opgave die ontbreekt, geldt als niet bekend; en wat niet bekend is, mag niet beveiligd heten.",
        },
        mend: Text {
            en: "Secure the line, then write `secure = true` with the `protocol` (and `tls`) that shows how. Is it secured already? Then say so.",
            nl: "Beveilig de lijn en schrijf dan `secure = true`, met het `protocol` (en `tls`) dat laat zien hoe. Is hij al beveiligd? Leg dat dan vast.",
        },
        fine: Text {
            en: "When no personal data goes over it: say so with `personal_data = false`, or with `data` of class `non-personal`.",
            nl: "Als er geen persoonsgegevens over gaan: leg dat vast met `personal_data = false`, of met `data` van klasse `non-personal`.",
        },
        basis: &[AVG.at("5(1)(f)"), AVG.at("32(1)"), WBP.at("13"), BIO2.at("8.21.04"), BIO2.at("8.24")],
        looks_at: &["secure", "data", "returns", "personal_data", "lifecycle"],
        examples: &[
            Example::new(
                Text { en: "the mark is left out", nl: "de opgave ontbreekt" },
                r#"
  [[link]]
# ^^^^^^^^
  from = "csam"
  to = "ggk"
  data = "naw"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "two alike, and one with an id of its own",
                    nl: "twee dezelfde, en een met een eigen id",
                },
                r#"
  [[link]]
# ^^^^^^^^
  from = "csam"
  to = "ggk"
  data = "naw"
  controller = "college"

  [[link]]
# ^^^^^^^^
  from = "csam"
  to = "ggk"
  data = "naw"
  controller = "college"

  [[link]]
# ^^^^^^^^
  id = "kopie"
  from = "csam"
  to = "ggk"
  data = "naw"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "the author says that it isn't", nl: "de opsteller zegt van niet" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  personal_data = true
  secure = false
#          ^^^^^
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "what comes back counts too", nl: "wat terugkomt telt ook" },
                r#"
  [[link]]
# ^^^^^^^^
  from = "csam"
  to = "ggk"
  data = "wegen"
  returns = "naw"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "no personal data", nl: "geen persoonsgegevens" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "wegen"
"#,
            ),
            Example::new(
                Text { en: "secured", nl: "beveiligd" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "no longer in use", nl: "niet meer in gebruik" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  lifecycle = "retired"
"#,
            ),
        ],
    },
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    if !link.personal || link.marked() {
        return;
    }
    let the_link = facts.the_link(link.link);
    let (message, label, brief) = match link.assurance {
        Assurance::Denied => (
            say!(
                facts.lang,
                en: "{the_link} carries personal data and is not secured",
                nl: "{the_link} bevat persoonsgegevens en is niet beveiligd",
            ),
            say!(facts.lang, en: "declared not to be secured", nl: "opgegeven als niet beveiligd"),
            Text { en: "declared not to be secured", nl: "opgegeven als niet beveiligd" },
        ),
        _ => (
            say!(
                facts.lang,
                en: "{the_link} carries personal data, and nothing says that it is secured",
                nl: "{the_link} bevat persoonsgegevens, en nergens staat dat de lijn beveiligd is",
            ),
            say!(facts.lang, en: "`secure` is left out", nl: "`secure` ontbreekt"),
            Text { en: "not said to be secured", nl: "niet opgegeven of het beveiligd is" },
        ),
    };
    if let Some(finding) = out.link(link, link.mark(), label, message) {
        finding.brief = brief;
    }
}

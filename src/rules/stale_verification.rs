//! A link whose mark was never checked, or too long ago.

use jiff::ToSpan;

use super::{Check, Facts, Findings, LinkFacts, Rule, needs};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::Date,
    norms::laws::{AVG, WBP},
    say,
    source::Spanned,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "stale-verification",
        group: Group::Security,
        level: Level::Warn,
        needs: Some(needs::VERIFIED),
        title: Text {
            en: "a mark that nobody checked in the last 12 months",
            nl: "een opgave die het laatste jaar niet is nagegaan",
        },
        brief: Text { en: "not checked this year", nl: "laatste jaar niet nagegaan" },
        why: Text {
            en: "Certificates lapse, settings change. The law asks to test regularly whether measures still work (art. 32(1)(d)).",
            nl: "Certificaten verlopen, instellingen veranderen. De wet vraagt om op gezette tijden te testen of maatregelen nog werken (art. 32, lid 1, onder d).",
        },
        mend: Text {
            en: "Check the line, and write the day in `verified` and what was seen in `evidence`.",
            nl: "Ga de lijn na, en leg de dag vast in `verified` en wat er is gezien in `evidence`.",
        },
        fine: Text {
            en: "When the line was checked otherwise and the report names the day: write that day.",
            nl: "Als de lijn anders is nagegaan en het verslag de dag noemt: leg die dag vast.",
        },
        basis: &[AVG.at("32(1)(d)"), AVG.at("5(2)"), WBP.at("13")],
        looks_at: &["secure", "verified", "data", "returns", "personal_data", "lifecycle"],
        examples: &[
            Example::new(
                Text {
                    en: "checked over a year ago, and never",
                    nl: "meer dan een jaar geleden nagegaan, en nooit",
                },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  verified = 2025-10-31
#            ^^^^^^^^^^
  controller = "college"

  [[link]]
  from = "ggk"
  to = "csam"
  data = "naw"
  secure = true
#          ^^^^
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "only after the reference date", nl: "pas na de peildatum" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  verified = 2026-11-02
#            ^^^^^^^^^^
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "just within a year", nl: "nog net binnen een jaar" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "sftp"
  verified = 2025-11-01
  evidence = "testverslag-2025.pdf"
  controller = "college"
"#,
            ),
        ],
    },
    check: Check::Link(check),
};

fn check(facts: &Facts<'_>, link: &LinkFacts<'_>, out: &mut Findings) {
    let year_ago = facts.date.saturating_sub(1.year());
    let fresh = |day: &Spanned<Date>| (year_ago..=facts.date).contains(&day.value.0);
    let checked = |link: &LinkFacts<'_>| link.link.verified.as_ref().is_some_and(fresh);
    if !link.personal || !link.marked() || checked(link) {
        return;
    }
    let the_link = facts.the_link(link.link);
    let (location, message, label) = match &link.link.verified {
        None => (
            link.mark(),
            say!(
                facts.lang,
                en: "{the_link} is marked secure, but nobody has checked that",
                nl: "{the_link} is als beveiligd opgegeven, maar niemand heeft dat nagegaan",
            ),
            say!(facts.lang, en: "`verified` is left out", nl: "`verified` ontbreekt"),
        ),
        Some(day) if day.value.0 > facts.date => (
            day.location,
            say!(
                facts.lang,
                en: "{the_link} is marked secure, but wasn't checked yet on the reference date",
                nl: "{the_link} is als beveiligd opgegeven, maar was op de peildatum nog niet nagegaan",
            ),
            say!(facts.lang, en: "after the reference date", nl: "na de peildatum"),
        ),
        Some(day) => (
            day.location,
            say!(
                facts.lang,
                en: "{the_link} is marked secure, but was last checked over 12 months ago",
                nl: "{the_link} is als beveiligd opgegeven, maar voor het laatst nagegaan meer dan 12 maanden geleden",
            ),
            say!(facts.lang, en: "over 12 months ago", nl: "meer dan 12 maanden geleden"),
        ),
    };
    out.link(link, location, label, message);
}

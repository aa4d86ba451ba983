//! A version of TLS that the guidelines of the day no longer allow.

use super::{Check, Facts, Findings, LinkFacts, Rule};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    norms::{
        laws::{AVG, BIO2, WBP},
        tls::Rating,
    },
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "outdated-tls",
        group: Group::Security,
        level: Level::Deny,
        needs: None,
        title: Text {
            en: "a version of TLS that is no longer good enough",
            nl: "een versie van TLS die niet meer voldoet",
        },
        brief: Text { en: "outdated version of TLS", nl: "verouderde TLS-versie" },
        why: Text {
            en: "Old versions have known holes. What is good enough depends on the day: TLS 1.0 was sufficient in 2014, had to be phased out from 2019, and is insufficient from 2025.",
            nl: "Oude versies hebben bekende gaten. Wat goed genoeg is, hangt af van de dag: TLS 1.0 was voldoende in 2014, moest uitgefaseerd worden vanaf 2019 en is onvoldoende vanaf 2025.",
        },
        mend: Text {
            en: "Have both ends speak TLS 1.2 or, better, 1.3, and write that in `tls`.",
            nl: "Laat beide einden TLS 1.2 of liever 1.3 spreken, en leg dat vast in `tls`.",
        },
        fine: Text {
            en: "While a version is to be phased out and the date of its replacement is set: accept it with `[[acceptance]]` until then.",
            nl: "Zolang een versie nog uit te faseren is en de datum van vervanging vaststaat: accepteer dat tot dan met `[[acceptance]]`.",
        },
        basis: &[AVG.at("32(1)"), WBP.at("13"), BIO2.at("8.24")],
        looks_at: &["tls", "data", "returns", "personal_data", "lifecycle"],
        examples: &[
            Example::new(
                Text { en: "insufficient: deny", nl: "onvoldoende: deny" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "https"
  tls = "1.0"
#       ^^^^^
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "to be phased out on that day: warn", nl: "die dag uit te faseren: warn" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "https"
  tls = "1.1"
#       ^^^^^
  controller = "college"
"#,
            )
            .on("2020-06-01"),
            Example::new(
                Text { en: "still sufficient on that day", nl: "die dag nog voldoende" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "https"
  tls = "1.0"
  controller = "college"
"#,
            )
            .on("2017-12-31"),
            Example::new(
                Text { en: "good enough", nl: "goed genoeg" },
                r#"
  [[link]]
  from = "csam"
  to = "ggk"
  data = "naw"
  secure = true
  protocol = "https"
  tls = "1.2"
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
    let (Some(written), Some(rated)) = (&link.link.tls, link.tls) else { return };
    let level = match rated.rating {
        Rating::Insufficient => Level::Deny,
        Rating::PhaseOut => Level::Warn,
        Rating::Good | Rating::Sufficient => return,
    };
    let the_link = facts.the_link(link.link);
    let (version, guideline) = (rated.version.label(), rated.guideline);
    let rating = rated.rating.label().to(facts.lang);
    let message = say!(
        facts.lang,
        en: "{the_link} uses {version}, which {guideline} rates as \"{rating}\"",
        nl: "{the_link} gebruikt {version}, en dat is volgens {guideline} \"{rating}\"",
    );
    let level = out.level(level);
    if let Some(finding) = out.link(link, written.location, rating.to_owned(), message) {
        finding.level = level;
        finding.basis.push(guideline.to_owned());
    }
}

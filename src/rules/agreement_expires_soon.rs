//! An agreement that expires soon, with none to take its place.

use jiff::ToSpan;

use super::{
    Check, Facts, Findings, Rule,
    agreements::{self, basis, has_expired, successor, word},
    needs,
};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    say,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "agreement-expires-soon",
        group: Group::Responsibility,
        level: Level::Warn,
        needs: Some(needs::EXPIRES),
        title: Text {
            en: "an agreement that expires within 90 days",
            nl: "een overeenkomst die binnen 90 dagen verloopt",
        },
        brief: Text { en: "agreement expires soon", nl: "overeenkomst verloopt binnenkort" },
        why: Text {
            en: "A new agreement takes time: talks, lawyers, signatures. Whoever starts after the last day has a gap.",
            nl: "Een nieuwe overeenkomst kost tijd: overleg, juristen, handtekeningen. Wie pas na de laatste dag begint, heeft een gat.",
        },
        mend: Text {
            en: "Extend it and write the new `expires`, or declare the agreement that takes its place.",
            nl: "Verleng haar en leg de nieuwe `expires` vast, of leg de overeenkomst vast die ervoor in de plaats komt.",
        },
        fine: Text {
            en: "When the cooperation ends on that day, and the links with it.",
            nl: "Als de samenwerking op die dag eindigt, en de koppelingen daarmee.",
        },
        basis: agreements::BASIS,
        looks_at: &["expires", "signed", "kind", "parties", "covers"],
        examples: &[
            Example::new(
                Text { en: "today is its last day", nl: "vandaag is de laatste dag" },
                r#"
  [party.svb]
  name = "SVB"

  [agreement.convenant]
  kind = "exchange"
  parties = ["college", "svb"]
  expires = 2026-11-01
#           ^^^^^^^^^^

  [[link]]
  from = "csam"
  to = "svb"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "in 90 days", nl: "over 90 dagen" },
                r#"
  [party.svb]
  name = "SVB"

  [agreement.convenant]
  kind = "exchange"
  parties = ["college", "svb"]
  expires = 2027-01-30
#           ^^^^^^^^^^

  [[link]]
  from = "csam"
  to = "svb"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "in 91 days", nl: "over 91 dagen" },
                r#"
  [party.svb]
  name = "SVB"

  [agreement.convenant]
  kind = "exchange"
  parties = ["college", "svb"]
  expires = 2027-01-31

  [[link]]
  from = "csam"
  to = "svb"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "the next one has been signed", nl: "de volgende is al getekend" },
                r#"
  [party.svb]
  name = "SVB"

  [agreement.oud]
  kind = "exchange"
  parties = ["college", "svb"]
  expires = 2026-12-31

  [agreement.nieuw]
  kind = "exchange"
  parties = ["college", "svb"]
  signed = 2026-10-15
  expires = 2030-12-31

  [[link]]
  from = "csam"
  to = "svb"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    let soon = facts.date.saturating_add(90.days());
    let references = facts.references();
    for (id, item) in facts.landscape.agreements.iter() {
        let Some(expires) = &item.expires else { continue };
        let ends = expires.value.0 <= soon && !has_expired(item, facts) && successor(facts, id).is_none();
        if !ends || !references.agreement(facts, id) {
            continue;
        }
        let (name, kind, day) =
            (agreements::name(facts, item), word(item.kind.value).to(facts.lang), expires.value);
        let message = say!(
            facts.lang,
            en: "The {kind} {name} expires on {day}, and none takes its place",
            nl: "Overeenkomst {name}, een {kind}, verloopt op {day}, en er staat geen opvolger klaar",
        );
        let label = say!(facts.lang, en: "within 90 days", nl: "binnen 90 dagen");
        let Some(finding) = out.tell((&item.id, &item.lost), expires.location, label, message) else {
            continue;
        };
        finding.basis = basis(facts, item.kind.value);
    }
}

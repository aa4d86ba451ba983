//! An agreement that has expired, and none came in its place.

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
        id: "expired-agreement",
        group: Group::Responsibility,
        level: Level::Deny,
        needs: Some(needs::EXPIRES),
        title: Text { en: "an agreement that has expired", nl: "een overeenkomst die verlopen is" },
        brief: Text { en: "agreement has expired", nl: "overeenkomst is verlopen" },
        why: Text {
            en: "What was agreed about the data no longer binds anyone, while the data still flows.",
            nl: "Wat over de gegevens is afgesproken, bindt niemand meer, terwijl de gegevens nog stromen.",
        },
        mend: Text {
            en: "Extend it and write the new `expires`, or declare the agreement that takes its place. Has the cooperation ended? Remove it.",
            nl: "Verleng haar en leg de nieuwe `expires` vast, of leg de overeenkomst vast die ervoor in de plaats komt. Is de samenwerking beëindigd? Haal haar dan weg.",
        },
        fine: Text {
            en: "When it was extended tacitly: write until when. An agreement that nothing in the landscape falls under is told as `unused-declaration` alone; one that a later agreement replaced, of the same kind between the same parties, is not told.",
            nl: "Als zij stilzwijgend is verlengd: leg vast tot wanneer. Een overeenkomst waar niets in het landschap onder valt, wordt alleen als `unused-declaration` gemeld; een die door een latere is vervangen, van dezelfde soort en tussen dezelfde partijen, wordt niet gemeld.",
        },
        basis: agreements::BASIS,
        looks_at: &["expires", "signed", "kind", "parties", "covers"],
        examples: &[
            Example::new(
                Text { en: "its last day was yesterday", nl: "de laatste dag was gisteren" },
                r#"
  [party.leverancier]
  name = "Leverancier"

  [application.zaken]
  name = "Zaaksysteem"
  operator = "leverancier"
  controller = "college"

  [agreement.verwerker]
  kind = "processor"
  parties = ["college", "leverancier"]
  expires = 2026-10-31
#           ^^^^^^^^^^

  [[link]]
  from = "zaken"
  to = "college"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "replaced by one of another kind: that doesn't count",
                    nl: "vervangen door een andere soort: dat telt niet",
                },
                r#"
  [party.svb]
  name = "SVB"

  [agreement.oud]
  kind = "exchange"
  parties = ["college", "svb"]
  expires = 2025-12-31
#           ^^^^^^^^^^

  [agreement.nieuw]
  kind = "joint-controllers"
  parties = ["college", "svb"]
  expires = 2028-12-31

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
                Text {
                    en: "two that have expired: the last one tells",
                    nl: "twee die verlopen zijn: de laatste zegt het",
                },
                r#"
  [party.svb]
  name = "SVB"

  [agreement.eerste]
  kind = "exchange"
  parties = ["college", "svb"]
  expires = 2022-12-31

  [agreement.tweede]
  kind = "exchange"
  parties = ["college", "svb"]
  expires = 2025-12-31
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
                Text {
                    en: "two that ended on the same day: told once",
                    nl: "twee die op dezelfde dag eindigden: één melding",
                },
                r#"
  [party.svb]
  name = "SVB"

  [agreement.eerste]
  kind = "exchange"
  parties = ["college", "svb"]
  expires = 2025-12-31
#           ^^^^^^^^^^

  [agreement.tweede]
  kind = "exchange"
  parties = ["college", "svb"]
  expires = 2025-12-31

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
                Text {
                    en: "replaced, but not for all that it covered",
                    nl: "vervangen, maar niet voor alles waar zij over ging",
                },
                r#"
  [party.svb]
  name = "SVB"

  [processing.wmo]
  name = "Wmo"
  controller = "college"
  purpose = "Ondersteuning"
  legal_basis = "public-task"
  law = "Wmo 2015 art. 5.1.1"
  data = "naw"
  retention = "15 jaar"

  [processing.jeugd]
  name = "Jeugd"
  controller = "college"
  purpose = "Ondersteuning"
  legal_basis = "public-task"
  law = "Jeugdwet art. 7.4.0"
  data = "naw"
  retention = "15 jaar"

  [agreement.oud]
  kind = "exchange"
  parties = ["college", "svb"]
  covers = ["wmo", "jeugd"]
  expires = 2025-12-31
#           ^^^^^^^^^^

  [agreement.nieuw]
  kind = "exchange"
  parties = ["college", "svb"]
  covers = "wmo"
  expires = 2028-12-31

  [[link]]
  from = "csam"
  to = "svb"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
  processing = ["wmo", "jeugd"]
"#,
            ),
            Example::new(
                Text {
                    en: "replaced: one covers the same, the other doesn't say what",
                    nl: "vervangen: de een gaat over hetzelfde, de ander zegt niet waarover",
                },
                r#"
  [party.svb]
  name = "SVB"

  [processing.wmo]
  name = "Wmo"
  controller = "college"
  purpose = "Ondersteuning"
  legal_basis = "public-task"
  law = "Wmo 2015 art. 5.1.1"
  data = "naw"
  retention = "15 jaar"

  [processing.jeugd]
  name = "Jeugd"
  controller = "college"
  purpose = "Ondersteuning"
  legal_basis = "public-task"
  law = "Jeugdwet art. 7.4.0"
  data = "naw"
  retention = "15 jaar"

  [agreement.oude-wmo]
  kind = "exchange"
  parties = ["college", "svb"]
  covers = "wmo"
  expires = 2025-12-31

  [agreement.nieuwe-wmo]
  kind = "exchange"
  parties = ["college", "svb"]
  covers = "wmo"
  expires = 2028-12-31

  [agreement.oude-jeugd]
  kind = "joint-controllers"
  parties = ["college", "svb"]
  covers = "jeugd"
  expires = 2025-12-31

  [agreement.nieuwe-jeugd]
  kind = "joint-controllers"
  parties = ["college", "svb"]
  expires = 2028-12-31

  [[link]]
  from = "csam"
  to = "svb"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
  processing = ["wmo", "jeugd"]
"#,
            ),
            Example::new(
                Text {
                    en: "replaced, by one with more parties",
                    nl: "vervangen, door een met meer partijen",
                },
                r#"
  [party.svb]
  name = "SVB"

  [party.cak]
  name = "CAK"

  [agreement.oud]
  kind = "exchange"
  parties = ["college", "svb"]
  expires = 2025-12-31

  [agreement.nieuw]
  kind = "exchange"
  parties = ["svb", "cak", "college"]
  signed = 2025-12-31
  expires = 2028-12-31

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
                Text { en: "it holds on its last day", nl: "op de laatste dag geldt zij nog" },
                r#"
  [party.svb]
  name = "SVB"

  [agreement.convenant]
  kind = "exchange"
  parties = ["college", "svb"]
  expires = 2026-10-31

  [[link]]
  from = "csam"
  to = "svb"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            )
            .on("2026-10-31"),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    let references = facts.references();
    for (id, item) in facts.landscape.agreements.iter() {
        let Some(expires) = &item.expires else { continue };
        let gone = has_expired(item, facts) && successor(facts, id).is_none();
        if !gone || !references.agreement(facts, id) {
            continue;
        }
        let (name, kind, day) =
            (agreements::name(facts, item), word(item.kind.value).to(facts.lang), expires.value);
        let message = say!(
            facts.lang,
            en: "The {kind} {name} expired on {day}",
            nl: "Overeenkomst {name}, een {kind}, is verlopen op {day}",
        );
        let label = say!(facts.lang, en: "expired", nl: "verlopen");
        let Some(finding) = out.tell((&item.id, &item.lost), expires.location, label, message) else {
            continue;
        };
        finding.basis = basis(facts, item.kind.value);
    }
}

//! Something that was declared, and that nothing refers to.

use super::{Check, Facts, Findings, Rule, agreements};
use crate::{
    finding::{Change, Example, Group, Level, RuleInfo},
    model::{Item, Kind, Named},
    norms::laws::{AVG, WBP},
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "unused-declaration",
        group: Group::Accountability,
        level: Level::Warn,
        needs: None,
        title: Text { en: "a declaration that nothing refers to", nl: "iets waar niets naar verwijst" },
        brief: Text { en: "nothing refers to it", nl: "niets verwijst ernaar" },
        why: Text {
            en: "Either it can go, or the line that should name it is missing: then something isn't judged that should be.",
            nl: "Of het kan weg, of de lijn die het zou moeten noemen ontbreekt: dan wordt er iets niet beoordeeld wat dat wel zou moeten.",
        },
        mend: Text {
            en: "Refer to it where it belongs, in a link for instance, or remove it.",
            nl: "Verwijs ernaar waar het hoort, bijvoorbeeld in een koppeling, of haal het weg.",
        },
        fine: Text {
            en: "When it is kept ready for a line that is yet to come, or the activity runs on paper: accept it. An agreement needs no reference: it is unused only when no link names it, it covers no activity, and fewer than two of its parties do anything here; a party that only such an agreement names is not told apart. References from views, policies and retired links count. As long as something in the landscape couldn't be read, nothing is told.",
            nl: "Als het klaarstaat voor een lijn die nog komt, of de activiteit op papier loopt: accepteer het. Een overeenkomst heeft geen verwijzing nodig: zij is pas ongebruikt als geen koppeling haar noemt, zij over geen activiteit gaat, en minder dan twee van haar partijen hier iets doen; een partij die alleen in zo'n overeenkomst staat, wordt niet apart gemeld. Verwijzingen uit weergaven, beleidsregels en koppelingen die buiten gebruik zijn tellen mee. Zolang iets in het landschap niet te lezen is, wordt niets gemeld.",
        },
        basis: &[AVG.at("5(2)"), AVG.at("24"), WBP.at("15")],
        looks_at: &["kind", "parties", "covers"],
        examples: &[
            Example::new(
                Text { en: "one of each kind", nl: "een van elke soort" },
                r#"
  [party.kvk]
# ^^^^^^^^^^^
  name = "KvK"

  [data.kenteken]
# ^^^^^^^^^^^^^^^
  name = "Kenteken"
  class = "personal"

  [network.oud]
# ^^^^^^^^^^^^^
  name = "Oud netwerk"

  [processing.parkeren]
# ^^^^^^^^^^^^^^^^^^^^^
  name = "Parkeren"
  controller = "college"
  purpose = "Vergunningen"
  legal_basis = "public-task"
  law = "Gemeentewet art. 225"
  data = "naw"
  retention = "1 jaar"
"#,
            ),
            Example::new(
                Text {
                    en: "an agreement with a party that does nothing here",
                    nl: "een overeenkomst met een partij die hier niets doet",
                },
                r#"
  [party.vorige]
  name = "Vorige leverancier"

  [agreement.verwerker]
# ^^^^^^^^^^^^^^^^^^^^^
  kind = "processor"
  parties = ["college", "vorige"]
"#,
            ),
            Example::new(
                Text {
                    en: "an agreement between parties of the landscape, or about an activity of it",
                    nl: "een overeenkomst tussen partijen van het landschap, of over een activiteit ervan",
                },
                r#"
  [party.svb]
  name = "SVB"

  [party.buiten]
  name = "Buiten beeld"

  [agreement.convenant]
  kind = "exchange"
  parties = ["college", "svb"]

  [agreement.over]
  kind = "exchange"
  parties = ["college", "buiten"]
  covers = "parkeren"

  [processing.parkeren]
  name = "Parkeren"
  controller = "college"
  purpose = "Vergunningen"
  legal_basis = "public-task"
  law = "Gemeentewet art. 225"
  data = "naw"
  retention = "1 jaar"

  [[link]]
  from = "csam"
  to = "svb"
  data = "wegen"
"#,
            ),
            Example::new(
                Text {
                    en: "named by a policy, a view and a link that is out of use",
                    nl: "genoemd door een beleidsregel, een weergave en een koppeling die buiten gebruik is",
                },
                r#"
  [party.kvk]
  name = "KvK"

  [party.svb]
  name = "SVB"

  [data.kenteken]
  name = "Kenteken"
  class = "personal"

  [network.oud]
  name = "Oud netwerk"

  [policy.weg]
  data = "kenteken"
  never_reaches = { party = ["kvk"] }
  reason = "Niet nodig"

  [view.svb]
  parties = "svb"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "wegen"
  network = "oud"
  lifecycle = "retired"
"#,
            ),
            Example::new(
                Text { en: "what names it can't be read", nl: "wat het noemt is niet te lezen" },
                r#"
  [party.kvk]
  name = "KvK"

  [[link]]
  from = "csam"
  to = "kvkk"
  data = "wegen"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    // What seems to be unused may be named where something couldn't be read.
    if !facts.is_whole() {
        return;
    }
    let all = facts.landscape;
    let used = facts.references();
    for (at, item) in all.parties.items().iter().enumerate() {
        if !used.parties[at] && !used.signatories[at] {
            tell(facts, out, item, &item.name);
        }
    }
    for (item, _) in all.data.items().iter().zip(&used.data).filter(|(_, used)| !**used) {
        tell(facts, out, item, &item.name);
    }
    for (item, _) in all.networks.items().iter().zip(&used.networks).filter(|(_, used)| !**used) {
        tell(facts, out, item, &item.name);
    }
    for (item, _) in all.processing.items().iter().zip(&used.processing).filter(|(_, used)| !**used) {
        tell(facts, out, item, &item.name);
    }
    for (_, item) in all.agreements.iter().filter(|(id, _)| !used.agreement(facts, *id)) {
        let name = agreements::name(facts, item);
        let message = say!(
            facts.lang,
            en: "Nothing falls under agreement {name}: no link names it, and of its parties fewer than two do anything here",
            nl: "Onder overeenkomst {name} valt niets: geen koppeling noemt haar, en van haar partijen doen er hier minder dan twee iets",
        );
        let label = say!(facts.lang, en: "not used", nl: "niet gebruikt");
        if let Some(finding) = out.tell((&item.id, &item.lost), item.header, label, message) {
            finding.propose(Change::TakeOutTable(item.header));
        }
    }
}

/// Tells that nothing refers to a thing.
fn tell<T: Named>(facts: &Facts<'_>, out: &mut Findings, item: &Item<T>, name: &str) {
    let kind = match T::KIND {
        Kind::Party => Text { en: "Party", nl: "Partij" },
        Kind::Data => Text { en: "Category of data", nl: "Gegevenscategorie" },
        Kind::Network => Text { en: "Network", nl: "Netwerk" },
        _ => Text { en: "Processing activity", nl: "Verwerkingsactiviteit" },
    };
    let (kind, name) = (kind.to(facts.lang), shown(name));
    let message = say!(facts.lang, en: "{kind} {name} is declared, but nothing refers to it", nl: "{kind} {name} is vastgelegd, maar niets verwijst ernaar");
    let label = say!(facts.lang, en: "not used", nl: "niet gebruikt");
    if let Some(finding) = out.tell((&item.id, &item.lost), item.header, label, message) {
        finding.propose(Change::TakeOutTable(item.header));
    }
}

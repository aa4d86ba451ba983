//! A processor agreement that lacks something the law asks for.

use std::borrow::Cow;

use super::{
    Check, Facts, Findings, Rule,
    agreements::{self, has_expired},
    needs, phrases,
};
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    model::{AgreementKind, Clause},
    norms::laws::{AVG, in_force},
    say,
    source::Location,
    text::Text,
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "incomplete-processor-agreement",
        group: Group::Responsibility,
        level: Level::Warn,
        needs: Some(needs::CLAUSES),
        title: Text {
            en: "a processor agreement without all that the law asks for",
            nl: "een verwerkersovereenkomst zonder alles waar de wet om vraagt",
        },
        brief: Text { en: "processor agreement incomplete", nl: "verwerkersovereenkomst onvolledig" },
        why: Text {
            en: "Art. 28(3) names eight things that must stand in it, a to h. What doesn't stand in it, the supplier need not do.",
            nl: "Art. 28, lid 3, noemt acht dingen die erin moeten staan, a tot en met h. Wat er niet in staat, hoeft de leverancier niet te doen.",
        },
        mend: Text {
            en: "Look up which clauses stand in it and write them in `clauses`; have the others added, with the model agreement of the VNG for instance.",
            nl: "Zoek op welke bepalingen erin staan en leg die vast in `clauses`; laat de andere toevoegen, bijvoorbeeld met de modelovereenkomst van de VNG.",
        },
        fine: Text {
            en: "When the missing clause stands in another contract with the same supplier: write it here too. Agreements that have expired, and dates before the AVG applied, are not judged.",
            nl: "Als de ontbrekende bepaling in een ander contract met dezelfde leverancier staat: leg die hier ook vast. Verlopen overeenkomsten en peildata van vóór de AVG worden niet beoordeeld.",
        },
        basis: &[AVG.at("28(3)")],
        looks_at: &["clauses", "kind", "expires"],
        examples: &[
            Example::new(
                Text {
                    en: "two clauses are missing, and all of them",
                    nl: "twee bepalingen ontbreken, en allemaal",
                },
                r#"
  [party.een]
  name = "Een"

  [party.twee]
  name = "Twee"

  [agreement.zaken]
  kind = "processor"
  parties = ["college", "een"]
  clauses = ["a", "b", "c", "e", "g", "h"]
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^

  [agreement.dms]
# ^^^^^^^^^^^^^^^
  kind = "processor"
  parties = ["college", "twee"]

  [[link]]
  from = "een"
  to = "twee"
  data = "wegen"
"#,
            ),
            Example::new(
                Text {
                    en: "complete, of another kind, and expired",
                    nl: "volledig, van een andere soort, en verlopen",
                },
                r#"
  [party.een]
  name = "Een"

  [party.twee]
  name = "Twee"

  [agreement.zaken]
  kind = "processor"
  parties = ["college", "een"]
  clauses = ["a", "b", "c", "d", "e", "f", "g", "h"]

  [agreement.oud]
  kind = "processor"
  parties = ["college", "een"]
  expires = 2020-12-31

  [agreement.convenant]
  kind = "exchange"
  parties = ["college", "twee"]

  [[link]]
  from = "een"
  to = "twee"
  data = "wegen"
"#,
            ),
            Example::new(
                Text { en: "before the AVG", nl: "vóór de AVG" },
                r#"
  [party.een]
  name = "Een"

  [agreement.zaken]
  kind = "processor"
  parties = ["college", "een"]
  clauses = ["c"]

  [[link]]
  from = "een"
  to = "ggk"
  data = "wegen"
"#,
            )
            .on("2018-05-24"),
        ],
    },
    check: Check::Landscape(check),
};

/// The clauses, and what they are about.
const CLAUSES: [(Clause, Text); 8] = [
    (Clause::A, Text { en: "a (instructions)", nl: "a (instructies)" }),
    (Clause::B, Text { en: "b (confidentiality)", nl: "b (geheimhouding)" }),
    (Clause::C, Text { en: "c (security)", nl: "c (beveiliging)" }),
    (Clause::D, Text { en: "d (sub-processors)", nl: "d (subverwerkers)" }),
    (Clause::E, Text { en: "e (rights of data subjects)", nl: "e (rechten van betrokkenen)" }),
    (
        Clause::F,
        Text { en: "f (help with breaches and assessments)", nl: "f (hulp bij datalekken en DPIA's)" },
    ),
    (Clause::G, Text { en: "g (erase or return)", nl: "g (wissen of teruggeven)" }),
    (Clause::H, Text { en: "h (audits)", nl: "h (controle)" }),
];

fn check(facts: &Facts<'_>, out: &mut Findings) {
    if !in_force(AVG.at("28(3)"), facts.date) {
        return;
    }
    for item in facts.landscape.agreements.items() {
        let lacks = |clause: &Clause| !item.clauses.values().any(|it| it == *clause);
        let missing: Vec<_> = CLAUSES.iter().filter(|(clause, _)| lacks(clause)).collect();
        if item.kind.value != AgreementKind::Processor || has_expired(item, facts) || missing.is_empty() {
            continue;
        }
        let name = agreements::name(facts, item);
        let (location, message, label) = match (item.clauses.first(), item.clauses.last()) {
            (Some(first), Some(last)) => {
                let names: Vec<_> = missing.iter().map(|(_, it)| Cow::Borrowed(it.to(facts.lang))).collect();
                let names = phrases::and(facts.lang, &names);
                let missing = if missing.len() == 1 { "ontbreekt" } else { "ontbreken" };
                (
                    Location { end: last.location.end, ..first.location },
                    say!(
                        facts.lang,
                        en: "Processor agreement {name} lacks {names}",
                        nl: "In verwerkersovereenkomst {name} {missing} {names}",
                    ),
                    say!(facts.lang, en: "not a to h", nl: "niet a tot en met h"),
                )
            }
            _ => (
                item.header,
                say!(
                    facts.lang,
                    en: "It isn't known which of the clauses a to h stand in processor agreement {name}",
                    nl: "Welke van de bepalingen a tot en met h in verwerkersovereenkomst {name} staan, is niet bekend",
                ),
                say!(facts.lang, en: "`clauses` is left out", nl: "`clauses` ontbreekt"),
            ),
        };
        out.tell((&item.id, &item.lost), location, label, message);
    }
}

//! An application that someone runs for someone else, without an agreement between them.

use super::{
    Check, Facts, Findings, LinkFacts, Rule,
    agreements::{Agreements, is_signed},
    holders::holders,
    needs, paste, phrases, responsible,
};
use crate::{
    finding::{Example, Group, Label, Level, RuleInfo},
    model::{AgreementKind, Id, Party, PartyKind},
    norms::laws::{AVG, WBP},
    say,
    text::{Lang, Text},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "missing-processor-agreement",
        group: Group::Responsibility,
        level: Level::Deny,
        needs: Some(needs::OPERATOR),
        title: Text {
            en: "someone else runs an application with personal data, without a processor agreement",
            nl: "een ander beheert een applicatie met persoonsgegevens, zonder verwerkersovereenkomst",
        },
        brief: Text { en: "no processor agreement", nl: "geen verwerkersovereenkomst" },
        why: Text {
            en: "Whoever runs it can reach the data. The law asks for a contract that says what they may do with it, how they secure it and what they do after a breach.",
            nl: "Wie de applicatie beheert, kan bij de gegevens. De wet vraagt om een overeenkomst over wat diegene ermee mag, hoe die ze beveiligt en wat die doet na een datalek.",
        },
        mend: Text {
            en: "Write the agreement as `[agreement.*]` of kind `processor` with both as `parties`; or correct the `operator` or the `controller` of the application.",
            nl: "Leg de overeenkomst vast als `[agreement.*]` van soort `processor` met beide als `parties`; of verbeter de `operator` of de `controller` van de applicatie.",
        },
        fine: Text {
            en: "When the operator decides itself what the data is used for: then it is a controller, write that. An agreement with one of several controllers is enough, since they are responsible together; where the application names none, an agreement with any controller of its links is. Between two bodies of the same municipality none is needed; since a landscape doesn't say whether two municipal parties belong together, that is only warned of. Where a law or decree binds the operator instead (the GDPR says: \"or other legal act\"), declare that as the agreement, with its article as `document`. An expired agreement is told as `expired-agreement` alone.",
            nl: "Als de beheerder zelf bepaalt waarvoor de gegevens dienen: dan is die verantwoordelijke, leg dat vast. Een overeenkomst met één van meer verantwoordelijken is genoeg, want zij zijn samen verantwoordelijk; waar bij de applicatie niemand is genoemd, volstaat er een met een verantwoordelijke van haar koppelingen. Tussen twee organen van dezelfde gemeente is er geen nodig; omdat een landschap niet zegt of twee gemeentelijke partijen bij elkaar horen, is dat alleen een waarschuwing. Bindt een wet of besluit de beheerder (de AVG zegt: \"of andere rechtshandeling\"), leg dat dan als overeenkomst vast, met het artikel als `document`. Een verlopen overeenkomst wordt alleen als `expired-agreement` gemeld.",
        },
        basis: &[AVG.at("28(3)"), WBP.at("14(2)")],
        looks_at: &["operator", "controller", "lifecycle"],
        examples: &[
            Example::new(
                Text {
                    en: "two links, one agreement missing: one finding",
                    nl: "twee koppelingen, één overeenkomst die ontbreekt: één bevinding",
                },
                r#"
  [party.leverancier]
  name = "Leverancier"
  kind = "supplier"

  [application.zaken]
  name = "Zaaksysteem"
  operator = "leverancier"
#            ^^^^^^^^^^^^^
  controller = "college"

  [application.dms]
  name = "Documenten"
  operator = "college"

  [[link]]
  from = "zaken"
  to = "dms"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "dms"
  to = "zaken"
  data = "bsn"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "nobody is responsible for the application, but for the link",
                    nl: "niemand is verantwoordelijk voor de applicatie, maar wel voor de koppeling",
                },
                r#"
  [party.leverancier]
  name = "Leverancier"

  [application.zaken]
  name = "Zaaksysteem"
  operator = "leverancier"
#            ^^^^^^^^^^^^^

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
                    en: "agreements of another kind, and one that is signed later",
                    nl: "overeenkomsten van een andere soort, en een die later is getekend",
                },
                r#"
  [party.leverancier]
  name = "Leverancier"

  [application.zaken]
  name = "Zaaksysteem"
  operator = "leverancier"
#            ^^^^^^^^^^^^^
  controller = "college"

  [agreement.convenant]
  kind = "exchange"
  parties = ["college", "leverancier"]

  [agreement.nieuw-convenant]
  kind = "exchange"
  parties = ["college", "leverancier"]
  signed = 2026-12-01

  [agreement.verwerker]
  kind = "processor"
  parties = ["college", "leverancier"]
  signed = 2026-11-02

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
                    en: "with neither of two who are responsible together",
                    nl: "met geen van twee die samen verantwoordelijk zijn",
                },
                r#"
  [party.leverancier]
  name = "Leverancier"

  [party.svb]
  name = "SVB"

  [application.zaken]
  name = "Zaaksysteem"
  operator = "leverancier"
#            ^^^^^^^^^^^^^
  controller = ["college", "svb"]

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
                    en: "for what may be a body of the same municipality a warning, for another party a failure",
                    nl: "voor wat een orgaan van dezelfde gemeente kan zijn een waarschuwing, voor een andere partij een fout",
                },
                r#"
  [party.raad]
  name = "Gemeenteraad"
  kind = "municipality"

  [party.burgemeester]
  name = "Burgemeester"
  kind = "municipality"

  [application.zaken]
  name = "Zaaksysteem"
  operator = "burgemeester"
#            ^^^^^^^^^^^^^^
  controller = "raad"

  [party.svb]
  name = "SVB"

  [application.uitkeringen]
  name = "Uitkeringen"
  operator = "burgemeester"
#            ^^^^^^^^^^^^^^
  controller = "svb"

  [[link]]
  from = "uitkeringen"
  to = "svb"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "svb"

  [[link]]
  from = "zaken"
  to = "raad"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "raad"
"#,
            ),
            Example::new(
                Text { en: "an agreement that names both", nl: "een overeenkomst die beide noemt" },
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
  signed = 2026-11-01

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
                    en: "one of two controllers has an agreement",
                    nl: "een van twee verantwoordelijken heeft een overeenkomst",
                },
                r#"
  [party.leverancier]
  name = "Leverancier"

  [party.uwv]
  name = "UWV"

  [application.zaken]
  name = "Zaaksysteem"
  operator = "leverancier"
  controller = ["college", "uwv"]

  [agreement.verwerker]
  kind = "processor"
  parties = ["uwv", "leverancier"]

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
                    en: "what another sends there needs no agreement of its own",
                    nl: "wat een ander erheen stuurt, vraagt geen eigen overeenkomst",
                },
                r#"
  [party.leverancier]
  name = "Leverancier"

  [party.uwv]
  name = "UWV"

  [application.zaken]
  name = "Zaaksysteem"
  operator = "leverancier"

  [agreement.verwerker]
  kind = "processor"
  parties = ["college", "leverancier"]

  [[link]]
  from = "uwv"
  to = "zaken"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "uwv"

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
                Text { en: "expired: told as that", nl: "verlopen: als zodanig gemeld" },
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
  expires = 2025-12-31

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
                    en: "run by a controller, and without personal data",
                    nl: "beheerd door een verantwoordelijke, en zonder persoonsgegevens",
                },
                r#"
  [party.leverancier]
  name = "Leverancier"

  [application.eigen]
  name = "Eigen beheer"
  operator = "college"
  controller = "college"

  [application.kaart]
  name = "Wegenkaart"
  operator = "leverancier"
  controller = "college"

  [[link]]
  from = "eigen"
  to = "college"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "kaart"
  to = "eigen"
  data = "wegen"
"#,
            ),
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    let agreements = Agreements::new(facts);
    if agreements.unreadable {
        return;
    }
    for holder in holders(facts) {
        let Some(operator) = &holder.application.operator else { continue };
        let own: Vec<_> = holder.application.controller.values().collect();
        // One agreement shows for whom it is run.
        let agreed =
            |whose: &Id<Party>| agreements.any(Some(AgreementKind::Processor), *whose, operator.value);
        if own.contains(&operator.value) || own.iter().any(agreed) {
            continue;
        }
        let mut links: Vec<&LinkFacts<'_>> = Vec::new();
        let mut without = own.clone();
        for link in holder.links() {
            if own.is_empty() {
                let controllers = of_link(facts, link);
                // A link that nobody is responsible for is told as that.
                if controllers.is_empty() || controllers.contains(&operator.value) {
                    continue;
                }
                without.extend(controllers);
            }
            links.push(link);
        }
        // A link's controller may only be who sends something there.
        if links.is_empty() || without.iter().any(agreed) {
            continue;
        }
        without.sort_unstable();
        without.dedup();
        let municipal =
            is_municipal(facts, operator.value) && without.iter().all(|it| is_municipal(facts, *it));
        let (name, count) = (holder.name(), phrases::links(facts.lang, links.len()));
        let (runs, whose) = (phrases::parties(facts, &[operator.value]), phrases::any_party(facts, &without));
        let message = if own.is_empty() {
            say!(
                facts.lang,
                en: "{name} is run by {runs}; whose data it holds isn't declared, and there is no processor agreement with {whose} ({count} with personal data)",
                nl: "{name} wordt beheerd door {runs}; van wie de gegevens erin zijn is niet vastgelegd, en met {whose} is er geen verwerkersovereenkomst ({count} met persoonsgegevens)",
            )
        } else {
            say!(
                facts.lang,
                en: "{name} is run by {runs}, without a processor agreement with {whose} ({count} with personal data)",
                nl: "{name} wordt beheerd door {runs}, zonder verwerkersovereenkomst met {whose} ({count} met persoonsgegevens)",
            )
        };
        let label = say!(facts.lang, en: "no processor agreement", nl: "geen verwerkersovereenkomst");
        let item = holder.application;
        let level = out.level(if municipal { Level::Warn } else { Level::Deny });
        let advice = match (municipal, &*without) {
            (true, _) => Some(same_municipality(facts, out, &item.id)),
            (false, _) if own.is_empty() => Some(say!(
                facts.lang,
                en: "Write first whose data it is, in `controller` of the application; then the `[agreement.*]` of kind `processor` between that party and the operator.",
                nl: "Leg eerst vast van wie de gegevens zijn, in `controller` van de applicatie; daarna de `[agreement.*]` van soort `processor` tussen die partij en de beheerder.",
            )),
            (false, [whose]) => Some(conclude(facts, *whose, operator.value)),
            (false, _) => None,
        };
        let Some(finding) = out.tell((&item.id, &item.lost), operator.location, label, message) else {
            continue;
        };
        finding.level = level;
        finding.advice = advice;
        let all = without.iter().flat_map(|it| agreements.between(*it, operator.value));
        let later = all.filter(|it| it.kind.value == AgreementKind::Processor && !is_signed(it, facts));
        for signed in later.filter_map(|agreement| agreement.signed.as_ref()).take(1) {
            let message = say!(facts.lang, en: "signed only after the reference date", nl: "pas na de peildatum getekend");
            finding.related.push(Label { location: signed.location, message });
        }
        phrases::show_links(facts, finding, &links);
    }
}

/// What to do where one and the same municipality may be on both sides.
fn same_municipality(facts: &Facts<'_>, out: &Findings, application: &str) -> String {
    let (sentence, reason) = match facts.lang {
        Lang::En => (
            "Different municipalities? Declare their processor agreement. One and the same? Then none is needed; accept this",
            "Bodies of the same municipality",
        ),
        Lang::Nl => (
            "Verschillende gemeenten? Leg hun verwerkersovereenkomst vast. Dezelfde gemeente? Dan is er geen nodig; accepteer dit",
            "Organen van dezelfde gemeente",
        ),
    };
    paste::below(sentence, paste::acceptance(facts, out, application, reason))
}

/// What to do where it is known who should agree with whom.
fn conclude(facts: &Facts<'_>, whose: Id<Party>, operator: Id<Party>) -> String {
    let sentence = say!(
        facts.lang,
        en: "Make the agreement, if there is none, and declare it",
        nl: "Sluit de overeenkomst, als zij er niet is, en leg haar vast",
    );
    paste::below(&sentence, paste::agreement(facts, AgreementKind::Processor, &[whose, operator]))
}

/// Who is responsible for a link; nobody, where what says so couldn't be read.
fn of_link<'a>(facts: &Facts<'_>, link: &'a LinkFacts<'_>) -> &'a [Id<Party>] {
    let lost = link.link.lost.any_of(&["controller", "processing"]);
    if lost || !responsible::can_read_activities(facts, link.link, &["controller"]) {
        return &[];
    }
    link.controllers()
}

/// Whether a party is a municipality, or a body of one.
fn is_municipal(facts: &Facts<'_>, party: Id<Party>) -> bool {
    let kind = facts.landscape.parties.get(party).kind.as_ref();
    kind.is_some_and(|kind| kind.value == PartyKind::Municipality)
}

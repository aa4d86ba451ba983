//! A link with personal data that its sender has from nowhere.

use rustc_hash::FxHashMap;

use super::{Check, Facts, Findings, Rule, few, needs, paths};
use crate::{
    finding::{Example, Group, Level, Part, RuleInfo},
    graph::{Category, Unsourced},
    model::{Data, Id},
    norms::laws::{AVG, WBP},
    say,
    source::Location,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "unsourced-data",
        group: Group::Flow,
        level: Level::Warn,
        needs: Some(needs::SOURCE_OF),
        title: Text { en: "personal data that comes from nowhere", nl: "persoonsgegevens zonder herkomst" },
        brief: Text { en: "origin not known", nl: "herkomst niet bekend" },
        why: Text {
            en: "Whoever doesn't know where personal data comes from can't tell whether it is right, nor answer people who ask. And where nothing brings it, something is missing: a link that nobody wrote down, or a register that nobody counts as one.",
            nl: "Wie niet weet waar persoonsgegevens vandaan komen, kan niet nagaan of ze kloppen en mensen die het vragen geen antwoord geven. En waar niets ze brengt, ontbreekt iets: een koppeling die niemand opschreef, of een registratie die niemand als zodanig telt.",
        },
        mend: Text {
            en: "Declare the link that brings the category to the sender. Does it originate there? Then add it to the sender's `source_of`. Doesn't the link carry it after all? Then leave it out.",
            nl: "Leg de koppeling vast die de categorie bij de afzender brengt. Ontstaat zij daar? Zet haar dan bij de `source_of` van de afzender. Gaat zij toch niet over de koppeling? Laat haar dan weg.",
        },
        fine: Text {
            en: "When it comes from outside of what this landscape is about: declare who it comes from as a party. A party may originate all it sends. It is told where the data starts, not again at each link behind that; a link that brings personal data without listing it may have brought this; and nothing is told as long as something in the landscape couldn't be read.",
            nl: "Als het van buiten dit landschap komt: leg vast van welke partij. Een partij mag de bron zijn van alles wat zij stuurt. Het wordt gemeld waar de gegevens beginnen, niet nog eens bij elke koppeling daarachter; een koppeling die persoonsgegevens brengt zonder ze te noemen, kan deze gebracht hebben; en er wordt niets gemeld zolang iets in het landschap niet te lezen is.",
        },
        basis: &[AVG.at("5(2)"), AVG.at("15(1)(g)"), WBP.at("15")],
        looks_at: &["from", "to", "data", "returns", "lifecycle"],
        examples: &[
            Example::new(
                Text {
                    en: "told where it starts, not where it goes on",
                    nl: "gemeld waar het begint, niet waar het verdergaat",
                },
                r#"
  [application.brp]
  name = "Burgerzaken"
  source_of = "naw"

  [[link]]
  from = "brp"
  to = "csam"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "csam"
  to = "ggk"
  data = ["naw", "bsn"]
#                ^^^^^
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "ggk"
  to = "brp"
  data = ["bsn"]
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "in answer, from nowhere", nl: "als antwoord, zonder herkomst" },
                r#"
  [application.brp]
  name = "Burgerzaken"
  source_of = "naw"

  [[link]]
  from = "csam"
  to = "brp"
  data = "wegen"
  returns = ["naw", "gezondheid", "bsn"]
#                   ^^^^^^^^^^^^
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "round in a circle: told once", nl: "in een kring rond: één keer gemeld" },
                r#"
  [application.brp]
  name = "Burgerzaken"
  source_of = "naw"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "bsn"
#        ^^^^^
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "ggk"
  to = "csam"
  data = "bsn"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "ggk"
  to = "brp"
  data = "bsn"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "over several links from its source",
                    nl: "over enkele koppelingen van zijn bron",
                },
                r#"
  [application.brp]
  name = "Burgerzaken"
  source_of = ["naw", "bsn"]

  [[link]]
  from = "csam"
  to = "ggk"
  data = "bsn"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "csam"
  to = "brp"
  data = "wegen"
  returns = "bsn"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "from a party, and over a link that doesn't list what it brings",
                    nl: "van een partij, en over een koppeling die niet noemt wat zij brengt",
                },
                r#"
  [application.brp]
  name = "Burgerzaken"
  source_of = "naw"

  [[link]]
  from = "college"
  to = "csam"
  data = "bsn"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "csam"
  to = "ggk"
  personal_data = true
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "ggk"
  to = "brp"
  data = ["bsn", "gezondheid"]
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "nothing personal", nl: "niets persoonlijks" },
                r#"
  [application.brp]
  name = "Burgerzaken"
  source_of = "naw"

  [[link]]
  from = "csam"
  to = "brp"
  data = "wegen"
"#,
            ),
            Example::new(
                Text { en: "no source anywhere: not assessed", nl: "nergens een bron: niet beoordeeld" },
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
        ],
    },
    check: Check::Landscape(check),
};

fn check(facts: &Facts<'_>, out: &mut Findings) {
    // The source or the link that seems to be missing may be what couldn't be read.
    if !facts.is_whole() {
        return;
    }
    let personal = facts.landscape.data.iter().filter(|(_, data)| data.class.is_personal());
    let personal = facts.flow().categories(personal.map(|(id, _)| Category::Listed(id)));
    let found = facts.flow().unsourced(&personal);
    if found.is_empty() {
        return;
    }
    let sources = sources(facts);
    for unsourced in &found {
        tell(facts, out, unsourced, &sources);
    }
}

/// Where each category does originate: who says so, and where.
type Sources<'a> = FxHashMap<Id<Data>, Vec<(Location, &'a str)>>;

fn sources<'a>(facts: &Facts<'a>) -> Sources<'a> {
    let mut sources = Sources::default();
    for application in facts.landscape.applications.items() {
        for category in &application.table.source_of {
            let here = (category.location, &*application.table.name.value);
            sources.entry(category.value).or_default().push(here);
        }
    }
    sources
}

fn tell(facts: &Facts<'_>, out: &mut Findings, unsourced: &Unsourced, sources: &Sources<'_>) {
    let Unsourced { hop, categories, circle } = unsourced;
    let Some(&first) = categories.first() else { return };
    let link = facts.landscape.links.get(hop.link);
    let name = |id: &Id<Data>| shown(&facts.landscape.data.get(*id).table.name.value);
    let what = few::names(facts.lang, categories.iter().map(name));
    let (the_link, sender) = (facts.the_link(link), shown(facts.landscape.endpoint_name(hop.from)));
    let message = if circle.is_empty() {
        say!(
            facts.lang,
            en: "{the_link} carries {what}, and nothing says where {sender} has that from",
            nl: "{the_link} bevat {what}, en nergens staat hoe {sender} daaraan komt",
        )
    } else {
        say!(
            facts.lang,
            en: "{the_link} carries {what}, which only goes round in a circle: nothing says where it starts",
            nl: "{the_link} bevat {what}, en dat gaat alleen in een kring rond: nergens staat waar het begint",
        )
    };
    let label = say!(facts.lang, en: "comes from nowhere", nl: "komt nergens vandaan");
    let location = paths::place(facts, hop, categories);
    let Some(finding) = out.tell((&link.id, &link.lost), location, label, message) else { return };
    if circle.is_empty() {
        finding.identity.detail = vec![facts.landscape.endpoint_id(hop.from).to_owned()];
    } else {
        // A circle is told of at the first of its links, and has no first.
        let around = circle.iter().map(|hop| facts.landscape.endpoint_id(hop.from).to_owned());
        finding.identity.group = around.collect();
    }
    finding.identity.parts = categories.iter().map(|id| Part::Data(*id)).collect();
    paths::show(facts, finding, Category::Listed(first), circle);
    let elsewhere = categories.iter().flat_map(|id| {
        let category = name(id);
        let declared = sources.get(id).map_or(&[][..], |all| all);
        declared.iter().take(2).map(move |(location, source)| {
            let source = shown(source);
            let message = say!(
                facts.lang,
                en: "{category} originates with {source}",
                nl: "{category} ontstaat bij {source}",
            );
            (*location, message)
        })
    });
    few::places(finding, facts.lang, elsewhere);
}

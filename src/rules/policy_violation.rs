//! Data that comes where the organisation's own policy says that it never may, over whatever path.

use rayon::prelude::*;

use super::{
    Check, Facts, Findings, Rule,
    bounds::{self, Bounds, Crossed, Crossing},
    few, needs, paths, phrases,
};
use crate::{
    finding::{Example, Finding, Group, Label, Level, Part, RuleInfo},
    graph::{Categories, Category, Hop, Question},
    model::{Endpoint, Item, Policy, PolicyClass},
    norms::laws::AVG,
    say,
    text::{Text, shown},
};

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "policy-violation",
        group: Group::Flow,
        level: Level::Deny,
        needs: Some(needs::POLICY),
        title: Text {
            en: "data that comes where a policy forbids it",
            nl: "gegevens die komen waar een beleidsregel dat verbiedt",
        },
        brief: Text { en: "against policy", nl: "tegen beleid" },
        why: Text {
            en: "The organisation decided itself that this data never comes there. Every link on the way may be fine by itself; only the whole path shows that the promise isn't kept.",
            nl: "De organisatie besloot zelf dat deze gegevens daar nooit komen. Elke koppeling onderweg kan op zich in orde zijn; pas de hele weg laat zien dat de belofte niet wordt gehouden.",
        },
        mend: Text {
            en: "Break the path: leave the category out of one of its links, or end that link. Was the policy meant otherwise? Then say so in the policy, and who decided it in its `reason`.",
            nl: "Onderbreek de weg: laat de categorie uit een van de koppelingen weg, of beëindig die koppeling. Was de beleidsregel anders bedoeld? Leg dat dan in de regel vast, en in de `reason` wie dat besloot.",
        },
        fine: Text {
            en: "When the exception was decided on: accept it. At level warn it is told that nothing shows that the policy is kept: it isn't known in which country data comes, a link on the way doesn't list what it carries, or the policy names a domain that no application has.",
            nl: "Als tot de uitzondering besloten is: accepteer het. Als waarschuwing wordt gemeld dat niet blijkt dat de regel wordt nageleefd: niet bekend is in welk land gegevens komen, een koppeling onderweg noemt niet wat erover gaat, of de regel noemt een domein dat geen applicatie heeft.",
        },
        basis: &[AVG.at("24(2)")],
        looks_at: &["data", "class", "from", "never_reaches"],
        examples: &[
            Example::new(
                Text { en: "at the end of a path", nl: "aan het eind van een weg" },
                r#"
  [policy.bsn-blijft-hier]
  data = "bsn"
  never_reaches = { party = ["college", "krant"] }
#                                       ^^^^^^^
  reason = "Besluit van de raad"

  [party.krant]
  name = "Krant"

  [[link]]
  from = "csam"
  to = "ggk"
  data = ["naw", "bsn"]
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "ggk"
  to = "krant"
  data = "bsn"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "only what goes on from there", nl: "alleen wat van daar verdergaat" },
                r#"
  [policy.rapportage]
  class = "personal"
  from = "ggk"
  never_reaches = { domain = "Financiën" }
#                            ^^^^^^^^^^^
  reason = "Besluit van de raad"

  [application.boekhouding]
  name = "Boekhouding"
  domain = "Financiën"

  [[link]]
  from = "csam"
  to = "boekhouding"
  data = "bsn"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "ggk"
  to = "csam"
  data = "wegen"
  returns = "naw"
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
"#,
            ),
            Example::new(
                Text {
                    en: "the same data doesn't make the whole path",
                    nl: "geen gegeven dat de hele weg gaat",
                },
                r#"
  [policy.rapportage]
  class = "personal"
  from = "csam"
  never_reaches = { party = "krant" }
  reason = "Besluit van de raad"

  [party.krant]
  name = "Krant"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "bsn"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "ggk"
  to = "krant"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "out of the EEA, and over a network", nl: "de EER uit, en over een netwerk" },
                r#"
  [policy.in-europa]
  data = ["naw"]
  never_reaches = { country_outside = "EEA" }
#                                     ^^^^^
  reason = "Besluit van de raad"

  [policy.niet-over-elders]
  class = "special-category"
  never_reaches = { network = "elders" }
#                             ^^^^^^^^
  reason = "Besluit van de raad"

  [party.wolk]
  name = "Wolk Inc."
  country = "US"

  [agreement.waarborg]
  kind = "exchange"
  parties = ["college", "wolk"]
  signed = 2024-01-01
  safeguard = "standard-contractual-clauses"

  [[link]]
  from = "csam"
  to = "wolk"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "csam"
  to = "ggk"
  data = "gezondheid"
  network = "elders"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text { en: "inside the countries that it names", nl: "binnen de landen die de regel noemt" },
                r#"
  [policy.in-europa]
  class = "personal"
  never_reaches = { country_outside = ["EEA", "CH"] }
  reason = "Besluit van de raad"

  [party.wolk]
  name = "Wolk AG"
  country = "CH"

  [application.opslag]
  name = "Opslag"
  operator = "wolk"

  [agreement.verwerker]
  kind = "processor"
  parties = ["college", "wolk"]
  signed = 2025-01-01

  [[link]]
  from = "csam"
  to = "opslag"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "nobody knows in which country: a warning",
                    nl: "niemand weet in welk land: een waarschuwing",
                },
                r#"
  [policy.in-europa]
  class = "personal"
  never_reaches = { country_outside = "EEA" }
#                                     ^^^^^
  reason = "Besluit van de raad"

  [party.krant]
  name = "Krant"

  [[link]]
  from = "csam"
  to = "krant"
  data = "naw"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "a link that doesn't list its data: a warning",
                    nl: "een koppeling die haar gegevens niet noemt: een waarschuwing",
                },
                r#"
  [policy.geen-bsn]
  data = "bsn"
  never_reaches = { party = "krant" }
#                           ^^^^^^^
  reason = "Besluit van de raad"

  [party.krant]
  name = "Krant"

  [[link]]
  from = "csam"
  to = "krant"
  personal_data = true
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "a domain that no application has: a warning",
                    nl: "een domein dat geen applicatie heeft: een waarschuwing",
                },
                r#"
  [policy.geen-bsn]
  data = "bsn"
  never_reaches = { domain = "Financien" }
#                            ^^^^^^^^^^^
  reason = "Besluit van de raad"

  [application.boekhouding]
  name = "Boekhouding"
  domain = "Financiën"

  [[link]]
  from = "csam"
  to = "boekhouding"
  data = "bsn"
  secure = true
  protocol = "sftp"
  controller = "college"
"#,
            ),
            Example::new(
                Text {
                    en: "a link that is out of use, and data that starts there",
                    nl: "een koppeling die buiten gebruik is, en gegevens die daar beginnen",
                },
                r#"
  [policy.geen-bsn]
  data = "bsn"
  never_reaches = { party = "krant" }
  reason = "Besluit van de raad"

  [party.krant]
  name = "Krant"

  [[link]]
  from = "csam"
  to = "krant"
  data = "bsn"
  lifecycle = "retired"
  secure = true
  protocol = "sftp"
  controller = "college"

  [[link]]
  from = "krant"
  to = "ggk"
  data = "bsn"
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
    // Each asks the graph questions of its own.
    let found = facts.landscape.policies.items().par_iter().flat_map_iter(|policy| {
        let mut of_it = out.as_empty();
        judge(facts, policy, &mut of_it);
        of_it.list
    });
    let found: Vec<_> = found.collect();
    out.list.extend(found);
}

/// Judges one policy.
fn judge(facts: &Facts<'_>, policy: &Item<Policy>, out: &mut Findings) {
    let Some(bounds) = Bounds::new(facts, policy) else { return };
    let from: Vec<_> = policy.from.values().map(Endpoint::Application).collect();
    let from = (!policy.from.is_empty()).then_some(&*from);
    let categories = categories(facts, policy);
    let sure = Question { categories: &categories, from, unlisted: false };
    let crosses = |hop: Hop| bounds.crossing(hop).is_some_and(|crossing| crossing.is_sure());
    if let Some(way) = Crossings::find(facts, &bounds, sure, crosses) {
        let message = way.violation(facts, policy);
        let label = say!(facts.lang, en: "is reached", nl: "wordt bereikt");
        if let Some(finding) = out.tell((&policy.id, &policy.lost), way.crossing.location, label, message) {
            way.show(facts, finding, policy);
        }
        return;
    }
    let may_cross = |hop: Hop| bounds.crossing(hop).is_some();
    let may_be = facts.flow().categories(categories.iter().chain(unlisted(facts, policy)));
    let unsure = Question { categories: &may_be, from, unlisted: true };
    let doubt = bounds.doubtful.then(|| Crossings::find(facts, &bounds, sure, may_cross)).flatten();
    let way = doubt.or_else(|| Crossings::find(facts, &bounds, unsure, may_cross));
    tell_doubt(facts, out, policy, &bounds, way.as_ref());
}

/// The categories that a policy is about: those that it lists, and those of its class. Without either: all.
fn categories(facts: &Facts<'_>, policy: &Policy) -> Categories {
    let class = policy.class.as_ref().map(|class| class.value);
    let all = policy.data.is_empty() && class.is_none();
    let of_class = facts.landscape.data.iter();
    let of_class = of_class.filter(|(_, data)| all || class.is_some_and(|it| it.includes(data.class.value)));
    let listed = of_class.map(|(id, _)| id).chain(policy.data.values()).map(Category::Listed);
    let personal = all || class == Some(PolicyClass::Personal);
    let unlisted = personal.then_some(Category::Unlisted).into_iter().chain(all.then_some(Category::Unknown));
    facts.flow().categories(listed.chain(unlisted))
}

/// What may be among those categories, where a link doesn't list its data.
fn unlisted(facts: &Facts<'_>, policy: &Policy) -> impl Iterator<Item = Category> {
    let is_personal = |id| facts.landscape.data.get(id).class.is_personal();
    let class = policy.class.as_ref().map(|class| class.value);
    let personal =
        policy.data.values().any(is_personal) || class.is_some_and(|class| class != PolicyClass::NonPersonal);
    personal.then_some(Category::Unlisted).into_iter().chain([Category::Unknown])
}

/// How data crosses the bounds of a policy, or may.
struct Crossings {
    /// The shortest way across, and its last step.
    way: Vec<Hop>,
    last: Hop,
    crossing: Crossing,
    /// The category that goes it.
    category: Category,
    /// The places that are reached, each with the first step there.
    places: Vec<(Part, Hop)>,
    /// What reaches them.
    categories: Vec<Category>,
    /// Some of that may not run at all: a link doesn't list its data.
    unlisted: bool,
}

impl Crossings {
    /// The steps that `counts` accepts; none where there is none.
    fn find(
        facts: &Facts<'_>,
        bounds: &Bounds<'_>,
        question: Question<'_>,
        counts: impl Fn(Hop) -> bool,
    ) -> Option<Self> {
        let steps = match &bounds.few {
            Some(ends) => facts.flow().steps_into(ends, question, &counts),
            None => facts.flow().steps(question, &counts),
        };
        if steps.is_empty() {
            return None;
        }
        let (category, way) = facts.flow().shortest(question, &counts)?;
        let last = *way.last()?;
        let place = |hop: Hop| match bounds.crossing(hop).map(|crossing| crossing.into) {
            Some(Crossed::Network(_)) => Part::Link(hop.link),
            _ => Part::End(hop.to),
        };
        let mut places: Vec<_> = steps.iter().map(|(hop, _)| (place(*hop), *hop)).collect();
        places.sort_unstable();
        places.dedup_by_key(|(part, _)| *part);
        let mut categories: Vec<_> = steps.iter().flat_map(|(_, all)| all.iter()).collect();
        categories.sort_unstable();
        categories.dedup();
        let crossing = bounds.crossing(last)?;
        Some(Self { last, crossing, way, category, places, categories, unlisted: question.unlisted })
    }

    fn violation(&self, facts: &Facts<'_>, policy: &Item<Policy>) -> String {
        let (id, what) = (shown(&policy.id), paths::name(facts, self.category));
        let (links, from, to) = self.course(facts);
        let more = self.more(facts);
        match self.way.len() {
            1 => say!(
                facts.lang,
                en: "Against policy {id}, {links} brings {what} from {from} to {to}{more}",
                nl: "In strijd met beleidsregel {id} brengt {links} {what} van {from} naar {to}{more}",
            ),
            _ => say!(
                facts.lang,
                en: "Against policy {id}, {links} bring {what} from {from} to {to}{more}",
                nl: "In strijd met beleidsregel {id} brengen {links} {what} van {from} naar {to}{more}",
            ),
        }
    }

    /// Over how many links the shortest way goes, from whom to whom or onto what.
    fn course(&self, facts: &Facts<'_>) -> (String, String, String) {
        let name = |end| shown(facts.landscape.endpoint_name(end));
        let from = self.way.first().map_or_else(String::new, |first| name(first.from).into_owned());
        let to = name(self.last.to);
        let to = match self.crossing.into {
            Crossed::End | Crossed::UnknownCountry => to.into_owned(),
            Crossed::Network(network) => {
                let network = shown(&facts.landscape.networks.get(network).table.name.value);
                say!(facts.lang, en: "{to}, over {network}", nl: "{to}, over {network}")
            }
            Crossed::Country => {
                let code = bounds::country(facts, self.last).map_or("", |country| country.value.code());
                say!(facts.lang, en: "{to} in {code}", nl: "{to} in {code}")
            }
        };
        (phrases::links(facts.lang, self.way.len()), from, to)
    }

    /// How many more places there are, as the end of a sentence.
    fn more(&self, facts: &Facts<'_>) -> String {
        match self.places.len() - 1 {
            0 => String::new(),
            1 => {
                say!(facts.lang, en: "; the same goes for 1 more place", nl: "; dat geldt ook voor nog 1 plek")
            }
            more => say!(
                facts.lang,
                en: "; the same goes for {more} more places",
                nl: "; dat geldt ook voor nog {more} plekken",
            ),
        }
    }

    /// Shows the way step by step, where else data comes, and why the policy is there.
    fn show(&self, facts: &Facts<'_>, finding: &mut Finding, policy: &Item<Policy>) {
        finding.identity.parts = self.places.iter().map(|(part, _)| *part).collect();
        let listed = || self.categories.iter().filter_map(|category| category.listed());
        finding.identity.parts.extend(listed().map(Part::Data));
        let personal = listed().any(|id| facts.landscape.data.get(id).class.is_personal());
        if !personal && !self.categories.contains(&Category::Unlisted) {
            // The law on personal data says nothing of other data.
            finding.basis.clear();
        }
        paths::show(facts, finding, self.category, &self.way);
        if self.crossing.into == Crossed::Country
            && let Some(country) = bounds::country(facts, self.last)
        {
            let message = say!(facts.lang, en: "the country", nl: "het land");
            finding.related.push(Label { location: country.location, message });
        }
        let others = self.places.iter().filter(|(part, hop)| match part {
            Part::Link(link) => *link != self.last.link,
            _ => hop.to != self.last.to,
        });
        let others = others.map(|(_, hop)| {
            let step = paths::step(facts, hop);
            let message = say!(facts.lang, en: "there too: {step}", nl: "daar ook: {step}");
            (facts.landscape.links.get(hop.link).header, message)
        });
        few::places(finding, facts.lang, others);
        let reason = say!(facts.lang, en: "why the policy is there", nl: "waarom de regel er is");
        finding.related.push(Label { location: policy.reason.location, message: reason });
    }
}

/// Tells that nothing shows that a policy is kept, if something stands in the way of that.
fn tell_doubt(
    facts: &Facts<'_>,
    out: &mut Findings,
    policy: &Item<Policy>,
    bounds: &Bounds<'_>,
    way: Option<&Crossings>,
) {
    let (location, label, why) = match (way, bounds.unknown_domain) {
        (Some(way), _) => {
            let label = say!(facts.lang, en: "may be reached", nl: "wordt misschien bereikt");
            (way.crossing.location, label, way.doubt(facts))
        }
        (None, Some(domain)) => {
            let (location, domain) = (domain.location, shown(domain));
            let label = say!(facts.lang, en: "no application has this", nl: "geen applicatie heeft dit");
            let why = say!(
                facts.lang,
                en: "no application is of the domain {domain}",
                nl: "geen applicatie hoort bij het domein {domain}",
            );
            (location, label, why)
        }
        (None, None) => return,
    };
    let id = shown(&policy.id);
    let message = say!(
        facts.lang,
        en: "Nothing shows that policy {id} is kept: {why}",
        nl: "Niet blijkt dat beleidsregel {id} wordt nageleefd: {why}",
    );
    let level = out.level(Level::Warn);
    let Some(finding) = out.tell((&policy.id, &policy.lost), location, label, message) else { return };
    finding.level = level;
    finding.brief = Text { en: "perhaps against policy", nl: "misschien tegen beleid" };
    finding.identity.detail.push("doubt".to_owned());
    if let Some(way) = way {
        way.show(facts, finding, policy);
    }
}

impl Crossings {
    /// What isn't known, as the end of a sentence.
    fn doubt(&self, facts: &Facts<'_>) -> String {
        let what = paths::name(facts, self.category);
        let (links, from, to) = self.course(facts);
        let more = self.more(facts);
        match (self.unlisted, self.way.len()) {
            (false, 1) => say!(
                facts.lang,
                en: "{links} brings {what} from {from} to {to}, and nothing says in which country that is{more}",
                nl: "{links} brengt {what} van {from} naar {to}, en nergens staat in welk land dat is{more}",
            ),
            (false, _) => say!(
                facts.lang,
                en: "{links} bring {what} from {from} to {to}, and nothing says in which country that is{more}",
                nl: "{links} brengen {what} van {from} naar {to}, en nergens staat in welk land dat is{more}",
            ),
            (true, 1) => say!(
                facts.lang,
                en: "{links} may bring {what} from {from} to {to}, and doesn't list what it carries{more}",
                nl: "{links} kan {what} van {from} naar {to} brengen en noemt niet wat erover gaat{more}",
            ),
            (true, _) => say!(
                facts.lang,
                en: "{links} may bring {what} from {from} to {to}, and not all of them list what they carry{more}",
                nl: "{links} kunnen {what} van {from} naar {to} brengen en noemen niet allemaal wat erover gaat{more}",
            ),
        }
    }
}

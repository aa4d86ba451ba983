//! A municipality's landscape made of nothing but numbers: as large as is asked for, the same every time, and
//! without a single finding but those that were planted.
//!
//! Each domain has a register, where its data originates, and applications that pass it on to each other. Its
//! data stays within the law by construction; a planted fault takes one thing away from one link or activity.

use std::{
    collections::{BTreeMap, VecDeque},
    fmt::{self, Write},
};

/// A finding that must be made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Planted {
    /// The rule.
    pub rule: &'static str,
    /// The id of what it is about.
    pub subject: String,
}

/// A landscape, and what is wrong with it.
#[derive(Debug)]
pub struct Synthetic {
    /// File names and texts.
    pub files: Vec<(String, String)>,
    /// Everything that must be found in them.
    #[allow(dead_code, reason = "only the test looks at it")]
    pub faults: Vec<Planted>,
}

/// Faults that are planted in links, in turn. `no-controller` brings `no-processing` along, and `unsourced-data`
/// `excess-data`: what nobody is the source of, nobody needs.
const LINK_FAULTS: [&str; 19] = [
    "unsecured-link",
    "unknown-content",
    "contradictory-content",
    "insecure-protocol",
    "relies-on-closed-network",
    "outdated-tls",
    "unknown-tls",
    "unexplained-security",
    "stale-verification",
    "weak-authentication",
    "manual-transfer",
    "no-controller",
    "excess-data",
    "recipient-not-allowed",
    "transfer-outside-eea",
    "unknown-location",
    "unsourced-data",
    "purpose-drift",
    "policy-violation",
];

/// Faults that are planted in processing activities, in turn, with the key that is taken away or changed.
const ACTIVITY_FAULTS: [(&str, &str); 9] = [
    ("no-purpose", "purpose"),
    ("no-legal-basis", "legal_basis"),
    ("basis-without-law", "law"),
    ("legitimate-interests-by-authority", "legal_basis"),
    ("special-category-without-exception", "special_category_basis"),
    ("criminal-data-without-law", "criminal_data_law"),
    ("national-id-without-law", "national_id_law"),
    ("no-retention", "retention"),
    ("missing-dpia", "dpia"),
];

/// What domains are like; where there are more domains than these, they come back.
struct Template {
    id: &'static str,
    name: &'static str,
    controllers: &'static [&'static str],
    law: &'static str,
    /// Its own category of data, beside names and national numbers.
    own: (&'static str, &'static str, &'static str),
}

const fn template(
    id: &'static str,
    name: &'static str,
    controllers: &'static [&'static str],
    law: &'static str,
    own: (&'static str, &'static str, &'static str),
) -> Template {
    Template { id, name, controllers, law, own }
}

const SPECIAL: &str = "special-category";
const CRIMINAL: &str = "criminal";
const TEMPLATES: [Template; 12] = [
    template("wmo", "Wmo", &["college"], "Wmo 2015, art. 5.1.1", ("zorgbehoefte", "Zorgbehoefte", SPECIAL)),
    template(
        "handhaving",
        "Handhaving",
        &["burgemeester"],
        "Gemeentewet, art. 172",
        ("overtreding", "Overtredingen", CRIMINAL),
    ),
    template(
        "jeugd",
        "Jeugd",
        &["college", "regio"],
        "Jeugdwet, art. 7.4.0",
        ("jeugdhulp", "Jeugdhulp", SPECIAL),
    ),
    template(
        "burgerzaken",
        "Burgerzaken",
        &["college"],
        "Wet BRP, art. 1.4",
        ("levensloop", "Levensloop", "personal"),
    ),
    template(
        "belasting",
        "Belastingen",
        &["heffing"],
        "Gemeentewet, art. 231",
        ("aanslag", "Aanslagen", "personal"),
    ),
    template(
        "inkomen",
        "Werk en inkomen",
        &["college"],
        "Participatiewet, art. 64",
        ("inkomen", "Inkomen", "personal"),
    ),
    template(
        "leerplicht",
        "Onderwijs",
        &["college"],
        "Leerplichtwet 1969, art. 16",
        ("verzuim", "Verzuim", SPECIAL),
    ),
    template(
        "veiligheid",
        "Veiligheid",
        &["burgemeester"],
        "Wet BIBOB, art. 3",
        ("antecedent", "Antecedenten", CRIMINAL),
    ),
    template(
        "vergunning",
        "Vergunningen",
        &["college"],
        "Omgevingswet, art. 20.1",
        ("aanvraag", "Aanvragen", "personal"),
    ),
    template(
        "schuldhulp",
        "Schuldhulp",
        &["college", "regio"],
        "Wgs, art. 8a",
        ("schuld", "Schulden", "personal"),
    ),
    template(
        "personeel",
        "Personeel",
        &["college"],
        "Ambtenarenwet 2017, art. 4",
        ("verlof", "Ziekteverlof", SPECIAL),
    ),
    template(
        "parkeren",
        "Parkeren",
        &["heffing"],
        "Gemeentewet, art. 225",
        ("kenteken", "Kentekens", "personal"),
    ),
];

const PARTIES: [(&str, &str, &str); 4] = [
    ("college", "College van burgemeester en wethouders", "municipality"),
    ("burgemeester", "Burgemeester", "municipality"),
    ("heffing", "Heffingsambtenaar", "municipality"),
    ("regio", "Gemeenschappelijke regeling Sociaal Domein", "government"),
];

const PROTOCOLS: [(&str, bool); 9] = [
    ("https", true),
    ("digikoppeling-wus", true),
    ("sftp", false),
    ("rest", true),
    ("digikoppeling-ebms", true),
    ("soap", true),
    ("digikoppeling-rest", true),
    ("tds", true),
    ("ssh", false),
];

const NETWORKS: [&str; 4] = ["intern", "datacentrum", "vpn", "internet"];

/// The applications of one domain.
const DOMAIN: usize = 25;

/// Makes a landscape of so many applications and links. Of the links that don't hold a domain together, one in
/// `fault_every` has a fault, and some activities have one; 0: none has.
///
/// # Panics
/// When there are fewer than 25 applications, or too few links to reach them all.
pub fn landscape(applications: usize, links: usize, fault_every: usize) -> Synthetic {
    assert!(applications >= DOMAIN && links >= applications, "too small a landscape");
    let mut maker = Maker::new(applications, fault_every);
    maker.domains();
    for index in 0..applications {
        maker.application(index);
    }
    for extra in 0..links - maker.made_links {
        maker.extra_link(extra);
    }
    maker.finish()
}

/// A table of the language, key by key.
struct Table {
    header: String,
    keys: Vec<(&'static str, String)>,
}

impl Table {
    fn new(header: String) -> Self {
        Self { header, keys: Vec::new() }
    }

    fn named(kind: &str, id: &str, name: &str) -> Self {
        let mut table = Self::new(format!("[{kind}.{id}]"));
        table.set("name", text(name));
        table
    }

    fn set(&mut self, key: &'static str, value: impl Into<String>) -> &mut Self {
        self.unset(key);
        self.keys.push((key, value.into()));
        self
    }

    fn unset(&mut self, key: &str) -> &mut Self {
        self.keys.retain(|(other, _)| *other != key);
        self
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}", self.header)?;
        self.keys.iter().try_for_each(|(key, value)| writeln!(out, "{key} = {value}"))?;
        writeln!(out)
    }
}

fn text(value: &str) -> String {
    format!("\"{value}\"")
}

fn list<T: AsRef<str>>(values: &[T]) -> String {
    match values {
        [only] => text(only.as_ref()),
        _ => format!("[{}]", values.iter().map(|value| text(value.as_ref())).collect::<Vec<_>>().join(", ")),
    }
}

/// Numbers that look like chance, the same every time (xorshift64*).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).expect("31 bits") % limit
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

struct Maker {
    chance: Chance,
    applications: usize,
    fault_every: usize,
    made_links: usize,
    run_by_suppliers: usize,
    told_parties: usize,
    /// Which processor or other agreements each application's links fall under.
    agreements_of: Vec<Vec<String>>,
    agreements: BTreeMap<String, Table>,
    parties: BTreeMap<String, Table>,
    files: BTreeMap<String, String>,
    faults: Vec<Planted>,
}

impl Maker {
    fn new(applications: usize, fault_every: usize) -> Self {
        Self {
            chance: Chance(0x6B6F_7070_656C),
            applications,
            fault_every,
            made_links: 0,
            run_by_suppliers: 0,
            told_parties: 0,
            agreements_of: Vec::with_capacity(applications),
            agreements: BTreeMap::new(),
            parties: BTreeMap::new(),
            files: BTreeMap::new(),
            faults: Vec::new(),
        }
    }

    fn domain_count(&self) -> usize {
        self.applications / DOMAIN
    }

    fn domain_of(&self, application: usize) -> usize {
        (application / DOMAIN).min(self.domain_count() - 1)
    }

    /// An application of a domain by chance, the register excepted.
    fn member(&mut self, domain: usize) -> usize {
        domain * DOMAIN + 1 + self.chance.below(DOMAIN - 1)
    }

    fn write(&mut self, file: &str, table: &Table) {
        write!(self.files.entry(file.to_owned()).or_default(), "{table}").expect("text takes all");
    }

    fn plant(&mut self, rule: &'static str, subject: &str) {
        self.faults.push(Planted { rule, subject: subject.to_owned() });
    }

    /// What all applications share, and the processing activities: three to a domain.
    fn domains(&mut self) {
        let mut about = Table::new("[landscape]".to_owned());
        about
            .set("name", text("Gemeente Voorbeeldstad"))
            .set("date", "2026-11-01")
            .set("language", text("nl"));
        self.write("landscape.toml", about.set("owner", text("college")));

        let mut categories = vec![
            ("naw", "Naam en adres", "personal"),
            ("bsn", "Burgerservicenummer", "national-id"),
            ("contact", "Contactgegevens", "personal"),
            ("ruimte", "Openbare ruimte", "non-personal"),
        ];
        if self.fault_every > 0 {
            categories.push(("vondst", "Gevonden gegevens", "personal"));
        }
        let used = TEMPLATES.iter().take(self.domain_count());
        categories.extend(used.clone().map(|template| template.own));
        for (id, name, class) in categories {
            let mut data = Table::named("data", id, name);
            data.set("class", text(class))
                .set("description", text(&format!("{name}, zoals in het gegevenswoordenboek")));
            self.write("data.toml", &data);
        }
        for network in NETWORKS {
            let mut table = Table::named("network", network, &format!("Netwerk {network}"));
            table.set("controlled", (network != "internet").to_string());
            self.write("networks.toml", table.set("encrypted", (network == "vpn").to_string()));
        }
        for template in used.filter(|template| template.own.2 == CRIMINAL || template.id == TEMPLATES[0].id) {
            let mut policy = Table::new(format!("[policy.{}]", template.own.0));
            policy.set("data", text(template.own.0)).set("never_reaches", "{ party = [\"inwoners\"] }");
            policy.set("reason", text("Deze gegevens gaan niet naar buiten"));
            self.party("inwoners", "Inwoners", "data-subject", "NL");
            self.write("policies.toml", &policy);
        }
        let mut norm = Table::new("[norm.lijnen]".to_owned());
        norm.set("text", text("Alle lijnen met persoonsgegevens zijn beveiligd"));
        norm.set("rules", list(&LINK_FAULTS[..11]));
        self.write("norms.toml", &norm);

        let mut faults = VecDeque::from(ACTIVITY_FAULTS);
        for domain in 0..self.domain_count() {
            for number in 0..3 {
                let (id, mut activity) = self.activity(domain, number);
                // The first domains show every fault; after that, they grow rare.
                let chosen =
                    self.fault_every > 0 && (domain < TEMPLATES.len() || domain % self.fault_every == 0);
                let has = |key: &str| activity.keys.iter().any(|(other, _)| *other == key);
                let next = faults.iter().position(|(_, key)| has(key)).filter(|_| chosen && number == 1);
                if let Some((rule, key)) = next.and_then(|next| faults.remove(next)) {
                    faults.push_back((rule, key));
                    activity.unset(key);
                    if rule == "legitimate-interests-by-authority" {
                        activity.set(key, text("legitimate-interests"));
                    }
                    self.plant(rule, &id);
                }
                self.write(&format!("processing/{}.toml", template_of(domain).id), &activity);
            }
        }
    }

    fn activity(&mut self, domain: usize, number: usize) -> (String, Table) {
        let template = template_of(domain);
        let id = activity_id(domain, number);
        let what = ["Uitvoering", "Toezicht", "Verantwoording"][number];
        let mut table = Table::named("processing", &id, &format!("{what} {} {domain}", template.name));
        table
            .set("purpose", text(&format!("{what} van taken op het gebied van {}", template.name)))
            .set("controller", list(template.controllers))
            .set("legal_basis", text("public-task"))
            .set("law", list(&[template.law, "Algemene wet bestuursrecht"]))
            .set("subjects", list(&["inwoners", "medewerkers"]))
            .set("data", list(&data_of(domain)))
            .set("national_id_law", text("Wet algemene bepalingen burgerservicenummer, art. 10"))
            .set("retention", text("7 jaar na het sluiten van het dossier"));
        match template.own.2 {
            SPECIAL => table.set("special_category_basis", text("9(2)(h)")).set("dpia", "2025-03-14"),
            CRIMINAL => table.set("criminal_data_law", text("UAVG, art. 33")).set("dpia", "2025-09-01"),
            _ => &mut table,
        };
        if template.id == "wmo" && number == 2 {
            self.party("zorgaanbieder-0", "Zorgaanbieder 0", "care-provider", "NL");
            table.set("recipients_only", list(&["college", "zorgaanbieder-0"]));
        }
        (id, table)
    }

    /// Declares a party where it is first needed, so that none goes unused.
    fn party(&mut self, id: &str, name: &str, kind: &str, country: &str) {
        let table = self.parties.entry(id.to_owned()).or_insert_with(|| Table::named("party", id, name));
        table.set("kind", text(kind)).set("contact", text(&format!("privacy@{id}.example")));
        if !country.is_empty() {
            table.set("country", text(country));
        }
    }

    /// Declares an agreement where it is first needed.
    fn agreement(&mut self, id: &str, kind: &str, parties: &[&str]) -> &mut Table {
        let year = 2029 + self.agreements.len() % 5;
        self.agreements.entry(id.to_owned()).or_insert_with(|| {
            let mut table = Table::named("agreement", id, &format!("Overeenkomst {id}"));
            table.set("kind", text(kind)).set("parties", list(parties)).set("signed", "2024-01-15");
            table.set("expires", format!("{year}-12-31"));
            table.set("document", text(&format!("https://zaken.example/overeenkomsten/{id}")));
            table
        })
    }

    /// An application, and the link from one before it that brings it the data of its domain.
    fn application(&mut self, index: usize) {
        let domain = self.domain_of(index);
        let template = template_of(domain);
        let id = application_id(index);
        let sort =
            ["Zaaksysteem", "Vakapplicatie", "Portaal", "Archief", "Rapportage", "Koppelvlak"][index % 6];
        let mut table = Table::named("application", &id, &format!("{sort} {} {index}", template.name));
        table
            .set("description", text(&format!("{sort} waarmee de afdeling {} haar werk doet", template.name)))
            .set("domain", text(&format!("{} {domain}", template.name)))
            .set("owner", text(&format!("Teamleider {}", template.name)))
            .set("controller", list(template.controllers));
        let operator = self.operator(index, template);
        if operator.starts_with("leverancier") {
            table.set("supplier", text(&operator));
        }
        table
            .set("operator", text(&operator))
            .set("network", text(NETWORKS[index % NETWORKS.len()]))
            .set("access_logging", "true")
            .set("role_based_access", "true")
            .set("end_of_support", format!("{}-06-30", 2028 + index % 6))
            .set("component", text(&format!("GEMMA {sort}")));
        let register = index == domain * DOMAIN;
        if register {
            table.set("source_of", list(&[&data_of(domain)[..], &["contact", "ruimte"]].concat()));
        }
        self.write(&format!("applications/{}.toml", template.id), &table);
        if !register {
            let first = domain * DOMAIN;
            let before = first + self.chance.below(index - first);
            let mut link = self.link(before, index, &data_of(domain));
            let extra = activity_id(domain, 1 + index % 2);
            link.set("processing", list(&[activity_id(domain, 0), extra]));
            self.write_link(domain, &link);
        }
    }

    /// Who runs an application: one of four is run in house, the others by suppliers, under an agreement.
    fn operator(&mut self, index: usize, template: &Template) -> String {
        let mut agreements = Vec::new();
        if template.controllers.len() > 1 {
            let id = format!("samen-{}", template.id);
            self.agreement(&id, "joint-controllers", template.controllers);
            agreements.push(id);
        }
        let operator = if index.is_multiple_of(4) {
            template.controllers[0].to_owned()
        } else {
            let number = self.run_by_suppliers % (self.applications / 50).max(3);
            self.run_by_suppliers += 1;
            let (supplier, abroad) = (format!("leverancier-{number}"), number % 10 == 9);
            let country = if abroad { "US" } else { ["NL", "DE", "NL", "IE"][number % 4] };
            self.party(&supplier, &format!("Leverancier {number} B.V."), "supplier", country);
            for controller in template.controllers {
                let id = format!("vo-{supplier}-{controller}");
                let agreement = self.agreement(&id, "processor", &[controller, &supplier]);
                agreement.set("clauses", list(&["a", "b", "c", "d", "e", "f", "g", "h"]));
                if abroad {
                    agreement.set("safeguard", text("standard-contractual-clauses"));
                }
                agreements.push(id);
            }
            supplier
        };
        self.agreements_of.push(agreements);
        operator
    }

    /// A link between two applications that nothing is wrong with, for the activities of the receiver.
    fn link(&mut self, from: usize, to: usize, data: &[&str]) -> Table {
        let domain = self.domain_of(to);
        let template = template_of(domain);
        let mut link = Table::new("[[link]]".to_owned());
        link.set("from", text(&application_id(from))).set("to", text(&application_id(to)));
        link.set("data", list(data)).set("secure", "true");
        let (protocol, over_tls) = self.chance.of(&PROTOCOLS);
        link.set("protocol", text(protocol));
        if over_tls {
            link.set("tls", text(self.chance.of(&["1.3", "1.2"])));
        }
        link.set("authentication", text(self.chance.of(&["mutual-tls", "two-factor"])));
        if self.chance.below(2) == 0 {
            link.set("network", text(self.chance.of(&NETWORKS)));
        }
        let (month, day) = (1 + self.chance.below(9), 1 + self.chance.below(28));
        let mut agreements = self.agreements_of[from].clone();
        agreements.extend(self.agreements_of[to].iter().cloned());
        let (one, other) = (template_of(self.domain_of(from)).controllers, template.controllers);
        if one != other {
            let mut parties = [one, other].concat();
            parties.sort_unstable();
            parties.dedup();
            let id = format!("convenant-{}", parties.join("-"));
            self.agreement(&id, "exchange", &parties);
            agreements.push(id);
        }
        agreements.sort_unstable();
        agreements.dedup();
        if !agreements.is_empty() {
            link.set("agreement", list(&agreements));
        }
        link.set("verified", format!("2026-{month:02}-{day:02}"))
            .set("evidence", text(&format!("Bevinding {} van de jaarlijkse controle", self.made_links)))
            .set("controller", list(template.controllers))
            .set("processing", text(&activity_id(domain, 0)))
            .set("standard", text(self.chance.of(&["StUF-BG 3.10", "StUF-ZKN 3.10", "ZGW 1.5", "iWmo 3.2"])))
            .set("frequency", text(self.chance.of(&["dagelijks", "direct", "wekelijks"])))
            .set("description", text(&format!("Geeft door wat {} nodig heeft", template.name)));
        link
    }

    fn write_link(&mut self, domain: usize, link: &Table) {
        self.made_links += 1;
        self.write(&format!("links/{}.toml", template_of(domain).id), link);
    }

    /// A link beyond those that hold the domains together.
    fn extra_link(&mut self, extra: usize) {
        let domain = self.chance.below(self.domain_count());
        if self.fault_every > 0 && extra.is_multiple_of(self.fault_every) {
            let rule = LINK_FAULTS[extra / self.fault_every % LINK_FAULTS.len()];
            return self.faulty_link(domain, rule);
        }
        let register = domain * DOMAIN;
        let to = self.member(domain);
        let link = match self.chance.below(20) {
            // From the register of another domain.
            0..=2 if self.domain_count() > 1 => {
                let other = (domain + 1 + self.chance.below(self.domain_count() - 1)) % self.domain_count();
                self.link(other * DOMAIN, to, &["naw", "bsn"])
            }
            3 => {
                let mut link = self.link(register, to, &["ruimte"]);
                link.unset("secure").unset("tls").set("protocol", text("http")).set("mode", text("manual"));
                link
            }
            4 => {
                let mut link = self.link(register, to, &["naw"]);
                link.set("lifecycle", text("retired")).unset("secure").unset("controller");
                link
            }
            5 | 6 => self.outside_link(to),
            _ => {
                let from = register + (to - register + 1 + self.chance.below(DOMAIN - 1)) % DOMAIN;
                let all = data_of(domain);
                let skipped = self.chance.below(2);
                let mut link = self.link(from, to, &all[skipped..]);
                if self.chance.below(3) == 0 {
                    link.set("returns", list(&all[..1]));
                }
                if self.chance.below(3) == 0 {
                    link.set("id", text(&format!("k{}", self.made_links)));
                }
                link
            }
        };
        self.write_link(domain, &link);
    }

    /// A link to or from a party outside.
    fn outside_link(&mut self, application: usize) -> Table {
        let mut link = self.link(application, application, &["naw"]);
        let number = self.told_parties;
        self.told_parties += 1;
        let many = (self.applications / 40).max(3);
        let (party, name, kind) = match number % 4 {
            0 => ("inwoners".to_owned(), "Inwoners".to_owned(), "data-subject"),
            1 => {
                let id = number / 4 % many;
                (format!("rijksdienst-{id}"), format!("Rijksdienst {id}"), "government")
            }
            _ => {
                let id = number / 4 % many;
                (format!("zorgaanbieder-{id}"), format!("Zorgaanbieder {id}"), "care-provider")
            }
        };
        self.party(&party, &name, kind, "NL");
        link.set(if number.is_multiple_of(3) { "from" } else { "to" }, text(&party));
        link
    }

    /// A link with one thing wrong.
    fn faulty_link(&mut self, domain: usize, rule: &'static str) {
        let in_first = matches!(rule, "recipient-not-allowed" | "policy-violation");
        let domain = if in_first { 0 } else { domain };
        let id = format!("k{}", self.made_links);
        let to = self.member(domain);
        // What goes to the register, that has everything of its own, spreads no further.
        let back = matches!(rule, "unsourced-data" | "purpose-drift");
        let ends = if back { [to, domain * DOMAIN] } else { [domain * DOMAIN, to] };
        let mut link = self.link(ends[0], ends[1], &["naw", "bsn"]);
        link.set("id", text(&id)).set("network", text("internet")).set("authentication", text("two-factor"));
        link.set("protocol", text("https")).set("tls", text("1.3"));
        let mut subject = id.clone();
        match rule {
            "unsecured-link" => link.unset("secure"),
            "unknown-content" => link.unset("data"),
            "contradictory-content" => link.set("personal_data", "false"),
            "insecure-protocol" => link.set("protocol", text("http")).unset("tls"),
            "relies-on-closed-network" => {
                link.set("protocol", text("smb")).unset("tls").set("network", text("intern"))
            }
            "outdated-tls" => link.set("tls", text("1.0")),
            "unknown-tls" => link.unset("tls"),
            "unexplained-security" => link.set("protocol", text("huisgemaakt")).unset("tls"),
            "stale-verification" => link.set("verified", "2024-02-29"),
            "weak-authentication" => link.set("authentication", text("password")),
            "manual-transfer" => link.set("mode", text("manual")),
            "no-controller" => {
                self.plant("no-processing", &id);
                link.unset("controller").unset("processing")
            }
            "excess-data" => link.set("data", list(&["naw", "contact"])),
            "recipient-not-allowed" => {
                self.party("rijksdienst-0", "Rijksdienst 0", "government", "NL");
                link.set("to", text("rijksdienst-0")).set("processing", text(&activity_id(domain, 2)))
            }
            "transfer-outside-eea" => {
                self.party("helpdesk", "Helpdesk in Bengaluru", "other", "IN");
                link.set("to", text("helpdesk")).unset("agreement")
            }
            "unsourced-data" => {
                self.plant("excess-data", &id);
                link.set("data", list(&["naw", "vondst"]))
            }
            // The one activity that no link to this application serves.
            "purpose-drift" => link.set("processing", text(&activity_id(domain, 2 - to % 2))),
            "policy-violation" => {
                template_of(domain).own.0.clone_into(&mut subject);
                link.set("to", text("inwoners"))
                    .set("data", text(template_of(domain).own.0))
                    .unset("agreement")
            }
            _ => {
                "ergens".clone_into(&mut subject);
                self.party("ergens", "Partij zonder adres", "other", "");
                link.set("to", text("ergens"))
            }
        };
        // Of a party without a country and of a policy it is told once, however many links there are.
        let once = matches!(rule, "unknown-location" | "policy-violation");
        if !once || !self.faults.iter().any(|fault| fault.rule == rule && fault.subject == subject) {
            self.plant(rule, &subject);
        }
        self.write_link(domain, &link);
    }

    fn finish(mut self) -> Synthetic {
        let used = TEMPLATES.iter().take(self.domain_count()).flat_map(|template| template.controllers);
        let used: Vec<_> = used.collect();
        for (id, name, kind) in PARTIES {
            if id == "college" || used.contains(&&id) {
                self.party(id, name, kind, "NL");
            }
        }
        for table in std::mem::take(&mut self.parties).values() {
            self.write("parties.toml", table);
        }
        for table in std::mem::take(&mut self.agreements).values() {
            self.write("agreements.toml", table);
        }
        self.faults.sort_unstable();
        Synthetic { files: self.files.into_iter().collect(), faults: self.faults }
    }
}

fn template_of(domain: usize) -> &'static Template {
    &TEMPLATES[domain % TEMPLATES.len()]
}

fn data_of(domain: usize) -> [&'static str; 3] {
    ["naw", "bsn", template_of(domain).own.0]
}

fn application_id(index: usize) -> String {
    format!("app-{index:05}")
}

fn activity_id(domain: usize, number: usize) -> String {
    format!("{}-{domain}-{}", template_of(domain).id, ["uitvoering", "toezicht", "verantwoording"][number])
}

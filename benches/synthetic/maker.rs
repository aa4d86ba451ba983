//! A landscape in the making: what was declared so far, and what is wrong with it.

use std::{collections::BTreeMap, fmt::Write};

use super::{
    Planted, Synthetic,
    chance::Chance,
    domains::{DOMAIN, TEMPLATES},
    table::{Table, list, text},
};

/// Who is responsible in the templates: id, name and kind.
const CONTROLLERS: [(&str, &str, &str); 4] = [
    ("college", "College van burgemeester en wethouders", "municipality"),
    ("burgemeester", "Burgemeester", "municipality"),
    ("heffing", "Heffingsambtenaar", "municipality"),
    ("regio", "Gemeenschappelijke regeling Sociaal Domein", "government"),
];

/// A landscape in the making.
pub struct Maker {
    /// What looks like chance.
    pub chance: Chance,
    /// How many applications there will be.
    pub applications: usize,
    /// One in so many has a fault; 0: none.
    pub fault_every: usize,
    /// How many links there are.
    pub made_links: usize,
    /// How many applications suppliers run.
    pub run_by_suppliers: usize,
    /// How many links go outside.
    pub outside_links: usize,
    /// Which processor or other agreements each application's links fall under.
    pub agreements_of: Vec<Vec<String>>,
    /// The agreements by id.
    pub agreements: BTreeMap<String, Table>,
    parties: BTreeMap<String, Table>,
    files: BTreeMap<String, String>,
    faults: Vec<Planted>,
}

impl Maker {
    /// Nothing as yet.
    pub fn new(applications: usize, fault_every: usize) -> Self {
        Self {
            chance: Chance(0x6B6F_7070_656C),
            applications,
            fault_every,
            made_links: 0,
            run_by_suppliers: 0,
            outside_links: 0,
            agreements_of: Vec::with_capacity(applications),
            agreements: BTreeMap::new(),
            parties: BTreeMap::new(),
            files: BTreeMap::new(),
            faults: Vec::new(),
        }
    }

    /// How many domains there are.
    pub fn domain_count(&self) -> usize {
        self.applications / DOMAIN
    }

    /// The domain of an application; the last one takes what is left over.
    pub fn domain_of(&self, application: usize) -> usize {
        (application / DOMAIN).min(self.domain_count() - 1)
    }

    /// Adds a table to a file.
    pub fn write(&mut self, file: &str, table: &Table) {
        write!(self.files.entry(file.to_owned()).or_default(), "{table}").expect("text takes all");
    }

    /// Writes down what must be found.
    pub fn plant(&mut self, rule: &'static str, subject: &str) {
        self.faults.push(Planted { rule, subject: subject.to_owned() });
    }

    /// Declares a party where it is first needed, so that none goes unused.
    pub fn party(&mut self, id: &str, name: &str, kind: &str, country: &str) {
        let table = self.parties.entry(id.to_owned()).or_insert_with(|| Table::named("party", id, name));
        table.set("kind", text(kind)).set("contact", text(&format!("privacy@{id}.example")));
        if !country.is_empty() {
            table.set("country", text(country));
        }
    }

    /// Declares an agreement where it is first needed.
    pub fn agreement(&mut self, id: &str, kind: &str, parties: &[&str]) -> &mut Table {
        let year = 2029 + self.agreements.len() % 5;
        self.agreements.entry(id.to_owned()).or_insert_with(|| {
            let mut table = Table::named("agreement", id, &format!("Overeenkomst {id}"));
            table.set("kind", text(kind)).set("parties", list(parties)).set("signed", "2024-01-15");
            table.set("expires", format!("{year}-12-31"));
            table.set("document", text(&format!("https://zaken.example/overeenkomsten/{id}")));
            table
        })
    }

    /// Writes down who took part and what they agreed.
    pub fn finish(mut self) -> Synthetic {
        let used = TEMPLATES.iter().take(self.domain_count()).flat_map(|template| template.controllers);
        let used: Vec<_> = used.collect();
        for (id, name, kind) in CONTROLLERS {
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

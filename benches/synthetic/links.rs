//! Links that nothing is wrong with.

use super::{
    domains::{DOMAIN, activity_id, application_id, data_of, template_of},
    maker::Maker,
    shared::NETWORKS,
    table::{Table, list, text},
};

/// Protocols that encrypt, and whether one asks them for a version of TLS.
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

impl Maker {
    /// A link between two applications, for the activities of the receiver.
    pub fn link(&mut self, from: usize, to: usize, data: &[&str]) -> Table {
        let domain = self.domain_of(to);
        let template = template_of(domain);
        let mut link = Table::new("[[link]]");
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
        let agreements = self.agreements_between(from, to);
        if !agreements.is_empty() {
            link.set("agreement", list(&agreements));
        }
        let (month, day) = (1 + self.chance.below(9), 1 + self.chance.below(28));
        link.set("verified", format!("2026-{month:02}-{day:02}"))
            .set("evidence", text(&format!("Bevinding {} van de jaarlijkse controle", self.made_links)))
            .set("controller", list(template.controllers))
            .set("processing", text(&activity_id(domain, 0)))
            .set("standard", text(self.chance.of(&["StUF-BG 3.10", "StUF-ZKN 3.10", "ZGW 1.5", "iWmo 3.2"])))
            .set("frequency", text(self.chance.of(&["dagelijks", "direct", "wekelijks"])))
            .set("description", text(&format!("Geeft door wat {} nodig heeft", template.name)));
        link
    }

    /// What a link falls under: the agreements of both ends, and one between them where they differ.
    fn agreements_between(&mut self, from: usize, to: usize) -> Vec<String> {
        let mut agreements = self.agreements_of[from].clone();
        agreements.extend(self.agreements_of[to].iter().cloned());
        let [one, other] = [from, to].map(|end| template_of(self.domain_of(end)).controllers);
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
        agreements
    }

    /// Adds a link.
    pub fn write_link(&mut self, domain: usize, link: &Table) {
        self.made_links += 1;
        self.write(&format!("links/{}.toml", template_of(domain).id), link);
    }

    /// A link beyond those that hold the domains together.
    pub fn extra_link(&mut self, extra: usize) {
        let domain = self.chance.below(self.domain_count());
        if self.fault_every > 0 && extra.is_multiple_of(self.fault_every) {
            return self.faulty_link(domain, extra / self.fault_every);
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
            _ => self.inner_link(domain, to),
        };
        self.write_link(domain, &link);
    }

    /// An application of a domain by chance, the register excepted.
    pub fn member(&mut self, domain: usize) -> usize {
        let register = domain * DOMAIN;
        self.one_of(register, DOMAIN, register)
    }

    /// A link within a domain.
    fn inner_link(&mut self, domain: usize, to: usize) -> Table {
        let from = self.one_of(domain * DOMAIN, DOMAIN, to);
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

    /// A link to or from a party outside.
    fn outside_link(&mut self, application: usize) -> Table {
        let mut link = self.link(application, application, &["naw"]);
        let number = self.outside_links;
        self.outside_links += 1;
        let id = number / 4 % (self.applications / 40).max(3);
        let (party, name, kind) = match number % 4 {
            0 => ("inwoners".to_owned(), "Inwoners".to_owned(), "data-subject"),
            1 => (format!("rijksdienst-{id}"), format!("Rijksdienst {id}"), "government"),
            _ => (format!("zorgaanbieder-{id}"), format!("Zorgaanbieder {id}"), "care-provider"),
        };
        self.party(&party, &name, kind, "NL");
        link.set(if number.is_multiple_of(3) { "from" } else { "to" }, text(&party));
        link
    }
}

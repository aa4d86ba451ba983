//! What all applications share: the categories of data, the networks, the policies, and the norms.

use super::{
    domains::{CRIMINAL, TEMPLATES},
    faults,
    maker::Maker,
    table::{Table, list, text},
};

/// The networks that applications stand in.
pub const NETWORKS: [&str; 4] = ["intern", "datacentrum", "vpn", "internet"];

/// The categories that every domain works with: id, name and class.
const CATEGORIES: [(&str, &str, &str); 4] = [
    ("naw", "Naam en adres", "personal"),
    ("bsn", "Burgerservicenummer", "national-id"),
    ("contact", "Contactgegevens", "personal"),
    ("ruimte", "Openbare ruimte", "non-personal"),
];

impl Maker {
    /// Declares all of it.
    pub fn shared(&mut self) {
        let mut about = Table::new("[landscape]");
        about
            .set("name", text("Gemeente Voorbeeldstad"))
            .set("date", "2026-11-01")
            .set("language", text("nl"))
            .set("owner", text("college"));
        self.write("landscape.toml", &about);
        let templates = TEMPLATES.iter().take(self.domain_count());
        for (id, name, class) in CATEGORIES.into_iter().chain(templates.clone().map(|it| it.own)) {
            let description = format!("{name}, zoals in het gegevenswoordenboek");
            let mut data = Table::named("data", id, name);
            data.set("class", text(class)).set("description", text(&description));
            self.write("data.toml", &data);
        }
        for network in NETWORKS {
            let mut table = Table::named("network", network, &format!("Netwerk {network}"));
            table.set("controlled", (network != "internet").to_string());
            self.write("networks.toml", table.set("encrypted", (network == "vpn").to_string()));
        }
        for (id, _, _) in templates.map(|it| it.own).filter(|(_, _, class)| *class == CRIMINAL) {
            let mut policy = Table::new(&format!("[policy.{id}]"));
            policy.set("data", text(id)).set("never_reaches", "{ party = [\"inwoners\"] }");
            policy.set("reason", text("Strafrechtelijke gegevens gaan niet naar buiten"));
            self.party("inwoners", "Inwoners", "data-subject", "NL");
            self.write("policies.toml", &policy);
        }
        let mut norm = Table::new("[norm.lijnen]");
        norm.set("text", text("Alle lijnen met persoonsgegevens zijn beveiligd"));
        self.write("norms.toml", norm.set("rules", list(&faults::of_lines())));
    }
}

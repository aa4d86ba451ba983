//! The applications, who runs them, and the link that brings each its data.

use super::{
    domains::{DOMAIN, Template, activity_id, application_id, data_of, template_of},
    maker::Maker,
    shared::NETWORKS,
    table::{Table, list, text},
};

const SORTS: [&str; 6] = ["Zaaksysteem", "Vakapplicatie", "Portaal", "Archief", "Rapportage", "Koppelvlak"];

impl Maker {
    /// An application, and the link from one before it that brings it the data of its domain.
    pub fn application(&mut self, index: usize) {
        let (domain, id) = (self.domain_of(index), application_id(index));
        let template = template_of(domain);
        let sort = SORTS[index % SORTS.len()];
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
        let register = domain * DOMAIN;
        if index == register {
            table.set("source_of", list(&[&data_of(domain)[..], &["contact", "ruimte"]].concat()));
        }
        self.spoil_application(index, &id, &mut table);
        self.write(&format!("applications/{}.toml", template.id), &table);
        if index != register && !self.is_apart(index) {
            let before = self.one_of(register, index - register, index);
            let mut link = self.link(before, index, &data_of(domain));
            let extra = activity_id(domain, 1 + index % 2);
            link.set("processing", list(&[activity_id(domain, 0), extra]));
            self.write_link(domain, &link);
        }
    }

    /// One of so many applications from `first` on, by chance: neither `except` nor one without any link.
    pub fn one_of(&mut self, first: usize, count: usize, except: usize) -> usize {
        loop {
            let chosen = first + self.chance.below(count);
            if chosen != except && !self.is_apart(chosen) {
                return chosen;
            }
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
            self.supplier(template, &mut agreements)
        };
        self.agreements_of.push(agreements);
        operator
    }

    /// The next supplier, with an agreement with each controller; some are in the United States.
    fn supplier(&mut self, template: &Template, agreements: &mut Vec<String>) -> String {
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
    }
}

//! The processing activities: three to a domain.

use super::{
    domains::{CRIMINAL, SPECIAL, activity_id, data_of, template_of},
    faults::ActivityFaults,
    maker::Maker,
    table::{Table, list, text},
};

impl Maker {
    /// Declares all of them.
    pub fn activities(&mut self) {
        let mut faults = ActivityFaults::new();
        for domain in 0..self.domain_count() {
            for number in 0..3 {
                let (id, mut activity) = self.activity(domain, number);
                if number == 1 && self.is_faulty(domain) {
                    faults.plant(self, &id, &mut activity);
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
}

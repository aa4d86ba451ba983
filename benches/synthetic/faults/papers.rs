//! Faults in what people keep up by hand: agreements, norms, and what nothing refers to any more.

use super::super::{
    maker::Maker,
    table::{Table, text},
};

impl Maker {
    /// Plants them.
    pub fn papers(&mut self) {
        if self.fault_every > 0 {
            self.spoil_agreements();
            self.norms();
            self.leftovers();
        }
    }

    /// A norm that was judged too long ago, and one that should have been green by now.
    fn norms(&mut self) {
        let judged = |id: &str, day: &str| {
            let mut norm = Table::new(&format!("[norm.{id}]"));
            norm.set("text", text("Medewerkers zijn opgeleid")).set("status", text("amber"));
            norm.set("judged", day).set("by", text("CISO")).set("evidence", text("opleidingsplan.pdf"));
            norm
        };
        self.write("norms.toml", &judged("opleiding", "2025-10-31"));
        self.plant("stale-judgement", "opleiding");
        let mut overdue = judged("bewustwording", "2025-11-01");
        overdue.set("action", text("Iedereen volgt de cursus")).set("due", "2026-10-31");
        self.write("norms.toml", &overdue);
        self.plant("overdue-action", "bewustwording");
    }

    /// Declarations that nothing refers to, one of each kind.
    fn leftovers(&mut self) {
        let mut data = Table::named("data", "faxnummer", "Faxnummer");
        self.write("data.toml", data.set("class", text("personal")));
        self.write("networks.toml", &Table::named("network", "inbel", "Inbelnetwerk"));
        let mut activity = Table::named("processing", "vervallen", "Vervallen verwerking");
        activity
            .set("purpose", text("Uitvoering van een ingetrokken verordening"))
            .set("controller", text("college"))
            .set("legal_basis", text("consent"))
            .set("data", text("naw"))
            .set("retention", text("1 jaar"));
        self.write("processing/vervallen.toml", &activity);
        self.party("oud-leverancier", "Oud-leverancier B.V.", "supplier", "NL");
        self.party("fusiepartner", "Fusiepartner", "municipality", "NL");
        self.agreement("oud-convenant", "exchange", &["college", "fusiepartner"]);
        for subject in ["faxnummer", "inbel", "vervallen", "oud-leverancier", "oud-convenant"] {
            self.plant("unused-declaration", subject);
        }
    }
}

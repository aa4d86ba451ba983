//! Faults in links: who is responsible, what is lawful, and what was accepted.

use super::{
    super::{
        domains::{DOMAIN, activity_id, template_of},
        maker::Maker,
        table::{Table, list, text},
    },
    lines,
};

/// The rule that must find it, and what is done to a link.
pub type Fault = (&'static str, fn(&mut Maker, &mut Spoiled));

/// A link that something is wrong with.
pub struct Spoiled {
    /// Its table.
    pub link: Table,
    /// Its id.
    id: String,
    /// The id of what the finding is about, usually the same.
    subject: String,
    /// The domain that it belongs to.
    domain: usize,
}

/// Beside those in lines.
const FAULTS: [Fault; 12] = [
    // Who is responsible would also follow from the activity.
    ("no-controller", |maker, it| {
        it.link.unset("controller").unset("processing");
        maker.plant("no-processing", &it.id);
    }),
    ("unrelated-controller", |maker, it| {
        maker.party("rekenkamer", "Rekenkamer", "government", "NL");
        it.link.set("controller", text("rekenkamer"));
    }),
    ("missing-joint-arrangement", |maker, it| {
        let partner = format!("partner-{}", it.id);
        maker.party(&partner, "Partner zonder regeling", "government", "NL");
        it.link.set("controller", list(&[template_of(it.domain).controllers[0], &partner]));
        it.by_consent(maker);
    }),
    ("missing-exchange-agreement", |maker, it| {
        let practice = format!("praktijk-{}", it.id);
        maker.party(&practice, "Praktijk zonder convenant", "care-provider", "NL");
        it.link.set("to", text(&practice)).unset("agreement");
        it.by_consent(maker);
    }),
    ("no-processing", |_, it| {
        it.link.unset("processing");
    }),
    ("excess-data", |_, it| {
        it.link.set("data", list(&["naw", "contact"]));
    }),
    // Only this activity has a closed list of recipients.
    ("recipient-not-allowed", |maker, it| {
        maker.party("rijksdienst-0", "Rijksdienst 0", "government", "NL");
        it.link.set("to", text("rijksdienst-0")).set("processing", text(&activity_id(0, 2)));
    }),
    ("transfer-outside-eea", |maker, it| {
        maker.party("helpdesk", "Helpdesk in Bengaluru", "other", "IN");
        it.link.set("to", text("helpdesk")).unset("agreement");
    }),
    // Of a party it is told once, however many links go there.
    ("unknown-location", |maker, it| {
        it.subject = format!("ergens-{}", it.id);
        maker.party(&it.subject, "Partij zonder adres", "other", "");
        it.link.set("to", text(&it.subject));
    }),
    ("self-link", |_, it| {
        let to = it.link.get("to").expect("every link goes somewhere").to_owned();
        it.link.set("from", to);
    }),
    // What was accepted counts again.
    ("expired-acceptance", |maker, it| {
        it.link.set("mode", text("manual"));
        maker.plant("manual-transfer", &it.id);
        maker.accept("manual-transfer", &it.id, "2026-10-31");
    }),
    ("unused-acceptance", |maker, it| {
        maker.accept("manual-transfer", &it.id, "2026-11-01");
    }),
];

impl Maker {
    /// A link with one thing wrong: the faults take turns.
    pub fn faulty_link(&mut self, domain: usize, turn: usize) {
        let all = lines::FAULTS.iter().chain(&FAULTS);
        let (rule, spoil) = all.cycle().nth(turn % (lines::FAULTS.len() + FAULTS.len())).expect("a circle");
        let domain = if *rule == "recipient-not-allowed" { 0 } else { domain };
        let (id, to) = (format!("k{}", self.made_links), self.member(domain));
        let mut link = self.link(domain * DOMAIN, to, &["naw", "bsn"]);
        link.set("id", text(&id)).set("network", text("internet")).set("authentication", text("two-factor"));
        link.set("protocol", text("https")).set("tls", text("1.3"));
        let mut spoiled = Spoiled { link, subject: id.clone(), id, domain };
        spoil(self, &mut spoiled);
        self.plant(rule, &spoiled.subject);
        self.write_link(domain, &spoiled.link);
    }

    /// Accepts a risk until a day.
    fn accept(&mut self, rule: &str, subject: &str, until: &str) {
        let mut table = Table::new("[[acceptance]]");
        table
            .set("rule", text(rule))
            .set("subject", text(subject))
            .set("reason", text("Wordt dit jaar vervangen"));
        self.write("acceptances.toml", table.set("by", text("CISO")).set("until", until));
    }
}

impl Spoiled {
    /// Makes it serve an activity behind which there is no law, since people consent to it.
    fn by_consent(&mut self, maker: &mut Maker) {
        let id = format!("tevredenheid-{}", self.id);
        let mut activity = Table::named("processing", &id, "Onderzoek naar tevredenheid");
        activity
            .set("purpose", text("Weten wat inwoners van de dienstverlening vinden"))
            .set("controller", list(template_of(self.domain).controllers))
            .set("legal_basis", text("consent"))
            .set("subjects", text("inwoners"))
            .set("data", text("naw"))
            .set("retention", text("1 jaar"));
        maker.write("processing/tevredenheid.toml", &activity);
        self.link.set("processing", text(&id)).set("data", text("naw"));
    }
}

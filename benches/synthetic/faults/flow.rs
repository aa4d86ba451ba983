//! Faults in where data comes from and where it goes.

use super::{
    super::{
        domains::{activity_id, template_of},
        table::{Table, list, text},
    },
    links::Fault,
};

/// A category that no application is the source of; who it is told of needs it neither.
pub const UNSOURCED: (&str, &str, &str) = ("vondst", "Gevonden gegevens", "personal");

/// Those on links into a domain's register: it has everything of its own, so that nothing spreads from there.
pub const INTO_REGISTER: [Fault; 2] = [
    ("unsourced-data", |maker, it| {
        maker.plant("excess-data", &it.id);
        it.link.set("data", list(&["naw", UNSOURCED.0]));
    }),
    // The one activity that no link to the sender serves.
    ("purpose-drift", |_, it| {
        it.link.set("processing", text(&activity_id(it.domain, 2 - it.member % 2)));
    }),
];

/// The others.
pub const FAULTS: [Fault; 1] = [("policy-violation", |maker, it| {
    let (party, data) = (format!("loket-{}", it.id), template_of(it.domain).own.0);
    it.subject = format!("verbod-{}", it.id);
    maker.party(&party, "Loket", "data-subject", "NL");
    let mut policy = Table::new(&format!("[policy.{}]", it.subject));
    policy.set("data", text(data)).set("never_reaches", format!("{{ party = [\"{party}\"] }}"));
    maker.write("policies.toml", policy.set("reason", text("Deze gegevens gaan niet naar buiten")));
    it.link.set("to", text(&party)).set("data", text(data)).unset("agreement");
})];

//! Faults in the security of a line.

use super::{super::table::text, links::Fault};

/// One thing wrong with a line that is otherwise secure: `https` over TLS 1.3 on the internet, with two factors.
pub const FAULTS: [Fault; 11] = [
    ("unsecured-link", |_, it| {
        it.link.unset("secure");
    }),
    ("unknown-content", |_, it| {
        it.link.unset("data");
    }),
    ("contradictory-content", |_, it| {
        it.link.set("personal_data", "false");
    }),
    ("insecure-protocol", |_, it| {
        it.link.set("protocol", text("http")).unset("tls");
    }),
    ("relies-on-closed-network", |_, it| {
        it.link.set("protocol", text("smb")).unset("tls").set("network", text("intern"));
    }),
    ("outdated-tls", |_, it| {
        it.link.set("tls", text("1.0"));
    }),
    ("unknown-tls", |_, it| {
        it.link.unset("tls");
    }),
    ("unexplained-security", |_, it| {
        it.link.set("protocol", text("huisgemaakt")).unset("tls");
    }),
    ("stale-verification", |_, it| {
        it.link.set("verified", "2024-02-29");
    }),
    ("weak-authentication", |_, it| {
        it.link.set("authentication", text("password"));
    }),
    ("manual-transfer", |_, it| {
        it.link.set("mode", text("manual"));
    }),
];

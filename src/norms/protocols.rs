//! Which protocols encrypt what they carry: always, never, or only where TLS is put under them.
//!
//! A name is here only where the answer is plain. Left out, and thus explaining nothing: `vpn` (some only
//! separate), `rsync` (plain by itself, encrypted through SSH), `snmp`, `openvpn` (can be set not to),
//! `hl7`, `stuf` and other standards for content, and products. What may encrypt but need not (`smb`,
//! `nfs`, `smtp`) never counts as encrypted; say `smtps`, or name an encrypted network.

use std::cmp::Ordering;

/// Whether a protocol encrypts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encryption {
    /// By itself.
    Always,
    /// Not at all, or nobody can count on it.
    Never,
    /// Where TLS is put under it, which the link has to say.
    WithTls,
}

/// What is known of one protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Protocol {
    /// Its name, in small letters with hyphens.
    pub name: &'static str,
    /// Whether it encrypts.
    pub encryption: Encryption,
    /// Whether it always runs on TLS, so that one may ask which version.
    pub over_tls: bool,
    /// What defines it.
    pub source: &'static str,
}

impl Protocol {
    /// Whether it is carried by hand or by post, over no network at all: nobody logs in to a sheet of paper.
    #[must_use]
    pub fn is_carried(&self) -> bool {
        matches!(self.name, "paper" | "post" | "usb")
    }
}

/// Encrypts by itself, with TLS.
const fn on_tls(name: &'static str, source: &'static str) -> Protocol {
    Protocol { name, encryption: Encryption::Always, over_tls: true, source }
}

/// Encrypts by itself, with something else than TLS.
const fn always(name: &'static str, source: &'static str) -> Protocol {
    Protocol { name, encryption: Encryption::Always, over_tls: false, source }
}

const fn never(name: &'static str, source: &'static str) -> Protocol {
    Protocol { name, encryption: Encryption::Never, over_tls: false, source }
}

const fn with_tls(name: &'static str, source: &'static str) -> Protocol {
    Protocol { name, encryption: Encryption::WithTls, over_tls: false, source }
}

const DIGIKOPPELING: &str =
    "Digikoppeling Beveiligingsstandaarden en voorschriften 2.0.1, TLS002: two-way TLS mandatory";

/// Every known protocol, by name.
#[rustfmt::skip]
pub const PROTOCOLS: &[Protocol] = &[
    never("amqp", "OASIS AMQP 1.0; plain on port 5672"),
    on_tls("amqps", "OASIS AMQP 1.0, part 5.2; port 5671"),
    on_tls("as4", "OASIS AS4 Profile of ebMS 3.0; eDelivery AS4: TLS on the transport"),
    with_tls("caldav", "RFC 4791: runs on HTTP or HTTPS"),
    never("cifs", "MS-CIFS (SMB 1): signs at most"),
    with_tls("cmis", "OASIS CMIS 1.1: runs on HTTP or HTTPS"),
    with_tls("dicom", "DICOM PS3.15 annex B: secure transport profiles are optional"),
    on_tls("digikoppeling", DIGIKOPPELING),
    on_tls("digikoppeling-ebms", DIGIKOPPELING),
    on_tls("digikoppeling-grote-berichten", DIGIKOPPELING),
    on_tls("digikoppeling-rest", DIGIKOPPELING),
    on_tls("digikoppeling-wus", DIGIKOPPELING),
    never("dns", "RFC 1035"),
    on_tls("dns-over-https", "RFC 8484"),
    on_tls("dns-over-tls", "RFC 7858"),
    never("e-mail", "RFC 5321, RFC 5322: no hop has to encrypt"),
    with_tls("ebms", "OASIS ebMS 2.0: runs on HTTP, HTTPS or SMTP"),
    never("fax", "ITU-T T.30"),
    on_tls("fsc", "Logius, FSC Core: mutual TLS between all peers"),
    never("ftp", "RFC 959"),
    on_tls("ftps", "RFC 4217"),
    with_tls("graphql", "GraphQL over HTTP: runs on HTTP or HTTPS"),
    with_tls("grpc", "gRPC, Authentication: TLS where the channel asks for it"),
    never("http", "RFC 9110, section 4.2.1"),
    on_tls("http3", "RFC 9114: on QUIC, which includes TLS 1.3"),
    on_tls("https", "RFC 9110, section 4.2.2"),
    never("imap", "RFC 9051; plain on port 143"),
    on_tls("imaps", "RFC 8314"),
    always("ipsec", "RFC 4301, RFC 4303"),
    with_tls("jdbc", "JSR 221: an interface, the driver decides"),
    with_tls("kafka", "Apache Kafka, Security: listeners are PLAINTEXT unless SSL is set"),
    never("ldap", "RFC 4511; plain on port 389"),
    on_tls("ldaps", "LDAP over TLS, port 636"),
    with_tls("mllp", "HL7 Minimal Lower Layer Protocol: plain on TCP"),
    never("modbus", "Modbus Application Protocol 1.1b3"),
    with_tls("mongodb", "MongoDB, Configure mongod for TLS: off by default"),
    never("mqtt", "OASIS MQTT 5.0, section 5; plain on port 1883"),
    on_tls("mqtts", "OASIS MQTT 5.0, section 5; port 8883"),
    on_tls("mtls", "RFC 8446: TLS with a certificate at both ends"),
    with_tls("mysql", "MySQL Reference Manual, Using Encrypted Connections"),
    never("nfs", "RFC 7530, RFC 8881: plain unless Kerberos privacy is chosen"),
    with_tls("odata", "OASIS OData 4.01: runs on HTTP or HTTPS"),
    with_tls("odbc", "ISO/IEC 9075-3: an interface, the driver decides"),
    with_tls("oracle-net", "Oracle Net Services: TCP, or TCPS with TLS"),
    never("paper", "No protocol: can be read by who holds it"),
    never("pop3", "RFC 1939; plain on port 110"),
    on_tls("pop3s", "RFC 8314"),
    never("post", "No protocol: can be read by who opens it"),
    with_tls("postgresql", "PostgreSQL, Secure TCP/IP Connections with SSL"),
    on_tls("quic", "RFC 9001: includes TLS 1.3"),
    with_tls("rdp", "MS-RDPBCGR: Enhanced RDP Security uses TLS, Standard does not"),
    with_tls("redis", "Redis, TLS: off by default"),
    with_tls("rest", "REST API Design Rules: runs on HTTP or HTTPS"),
    never("rlogin", "RFC 1282"),
    always("scp", "OpenSSH: on SSH, RFC 4251"),
    always("secure-mail", "NTA 7516: safe ad-hoc mail"),
    always("sftp", "draft-ietf-secsh-filexfer: on SSH, RFC 4251"),
    never("smb", "MS-SMB2: plain unless encryption is switched on"),
    never("smtp", "RFC 5321; STARTTLS, RFC 3207, is opportunistic"),
    on_tls("smtps", "RFC 8314"),
    with_tls("soap", "W3C SOAP 1.2: runs on HTTP or HTTPS"),
    always("ssh", "RFC 4251"),
    never("syslog", "RFC 5426"),
    on_tls("syslog-tls", "RFC 5425"),
    with_tls("tds", "MS-TDS (SQL Server): encryption is negotiated"),
    never("telnet", "RFC 854"),
    never("tftp", "RFC 1350"),
    on_tls("tls", "RFC 8446"),
    never("usb", "No protocol: can be read by who finds it"),
    with_tls("webdav", "RFC 4918: runs on HTTP or HTTPS"),
    on_tls("webdavs", "RFC 4918 on HTTPS"),
    with_tls("wfs", "OGC 09-025: runs on HTTP or HTTPS"),
    always("wireguard", "WireGuard: Next Generation Kernel Network Tunnel, NDSS 2017"),
    with_tls("wms", "OGC 06-042: runs on HTTP or HTTPS"),
    with_tls("wmts", "OGC 07-057: runs on HTTP or HTTPS"),
    never("ws", "RFC 6455"),
    on_tls("wss", "RFC 6455"),
    with_tls("xml-rpc", "XML-RPC: runs on HTTP or HTTPS"),
];

/// Other names that people write, and the one that is meant.
#[rustfmt::skip]
const ALIASES: &[(&str, &str)] = &[
    ("digikoppeling-ebms2", "digikoppeling-ebms"),
    ("digikoppeling-rest-api", "digikoppeling-rest"),
    ("doh", "dns-over-https"),
    ("dot", "dns-over-tls"),
    ("ebms2", "ebms"),
    ("email", "e-mail"),
    ("ftpes", "ftps"),
    ("http/3", "http3"),
    ("mail", "e-mail"),
    ("mariadb", "mysql"),
    ("papier", "paper"),
    ("postgres", "postgresql"),
    ("rest-api", "rest"),
    ("samba", "smb"),
    ("sql-server", "tds"),
    ("tns", "oracle-net"),
    ("usb-stick", "usb"),
];

/// The protocol called `name`, in small letters or capitals, with spaces or underscores for hyphens:
/// `Digikoppeling WUS`. Reads about a hundred names by halving and allocates nothing.
#[must_use]
pub fn protocol(name: &str) -> Option<&'static Protocol> {
    let name = name.trim();
    let name =
        ALIASES.binary_search_by(|(alias, _)| compare(alias, name)).map_or(name, |found| ALIASES[found].1);
    let found = PROTOCOLS.binary_search_by(|known| compare(known.name, name)).ok()?;
    Some(&PROTOCOLS[found])
}

/// The other names that people write for the protocol called `name`, sorted.
pub fn aliases(name: &str) -> impl Iterator<Item = &'static str> {
    ALIASES.iter().filter(move |(_, meant)| *meant == name).map(|(alias, _)| *alias)
}

/// The known protocols that are one slip away from an unknown name of at least four letters, in the order of
/// the table: `htps`. A shorter one is mostly another protocol: `tcp` is no slip of `scp`.
#[must_use]
pub fn one_slip_from(name: &str) -> Vec<&'static str> {
    let written = name.trim().to_ascii_lowercase().replace([' ', '_'], "-");
    // A long name is no slip, and measuring it takes long.
    if !(4..=40).contains(&written.chars().count()) {
        return Vec::new();
    }
    let near = PROTOCOLS.iter().filter(|known| strsim::osa_distance(known.name, &written) == 1);
    near.map(|known| known.name).collect()
}

/// Orders a known name against what somebody wrote.
fn compare(known: &str, written: &str) -> Ordering {
    known.bytes().cmp(written.bytes().map(|byte| match byte {
        b' ' | b'_' => b'-',
        other => other.to_ascii_lowercase(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encryption(name: &str) -> Option<Encryption> {
        protocol(name).map(|protocol| protocol.encryption)
    }

    #[test]
    fn every_protocol_of_the_language_is_known() {
        let always = "https sftp scp ssh ftps smtps ldaps amqps mqtts ipsec secure-mail \
                      digikoppeling-wus digikoppeling-ebms digikoppeling-rest \
                      digikoppeling-grote-berichten as4";
        let never = "http ftp telnet smtp ldap smb nfs e-mail usb paper amqp mqtt";
        let with_tls = "soap rest odbc jdbc tds postgresql kafka grpc";
        for (names, expected) in
            [(always, Encryption::Always), (never, Encryption::Never), (with_tls, Encryption::WithTls)]
        {
            for name in names.split_whitespace() {
                assert_eq!(encryption(name), Some(expected), "{name}");
            }
        }
    }

    #[test]
    fn the_version_is_asked_of_what_always_runs_on_tls() {
        let over_tls = |name| protocol(name).is_some_and(|protocol| protocol.over_tls);
        for name in ["https", "ftps", "as4", "digikoppeling-grote-berichten", "mtls"] {
            assert!(over_tls(name), "{name}");
        }
        for name in ["sftp", "ssh", "scp", "ipsec", "secure-mail", "http", "soap"] {
            assert!(!over_tls(name), "{name}");
        }
    }

    #[test]
    fn names_are_read_as_people_write_them() {
        let name = |written| protocol(written).map(|protocol| protocol.name);
        assert_eq!(name("HTTPS"), Some("https"));
        assert_eq!(name("Digikoppeling WUS"), Some("digikoppeling-wus"));
        assert_eq!(name("digikoppeling_grote_berichten"), Some("digikoppeling-grote-berichten"));
        assert_eq!(name("Digikoppeling ebMS2"), Some("digikoppeling-ebms"));
        assert_eq!(name("email"), Some("e-mail"));
        assert_eq!(name("E-mail"), Some("e-mail"));
        assert_eq!(name("SQL Server"), Some("tds"));
        for unknown in ["", "carrier pigeon", "vpn", "rsync", "https!", "é"] {
            assert_eq!(name(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_protocol_is_not_one() {
        assert_eq!(one_slip_from("htps"), ["ftps", "https"]);
        assert_eq!(one_slip_from("Digikoppeling WUZ"), ["digikoppeling-wus"]);
        for other in ["tcp", "ssl", "sap", "hl7", "snmp", "rsync", "GBA-berichten", "", "é"] {
            assert_eq!(one_slip_from(other), [""; 0], "{other}");
        }
    }

    #[test]
    fn what_is_carried_runs_over_no_network() {
        let carried: Vec<_> =
            PROTOCOLS.iter().filter(|known| known.is_carried()).map(|known| known.name).collect();
        assert_eq!(carried, ["paper", "post", "usb"]);
    }

    #[test]
    fn both_tables_are_sorted_and_every_name_is_found() {
        assert!(PROTOCOLS.is_sorted_by(|a, b| a.name < b.name));
        assert!(ALIASES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(PROTOCOLS.iter().all(|known| protocol(known.name) == Some(known)));
        for (alias, meant) in ALIASES {
            assert_eq!(protocol(alias).map(|known| known.name), Some(*meant));
        }
    }
}

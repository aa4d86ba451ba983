//! Keys that the language doesn't have, and values that a key doesn't take.

use crate::common::{Desk, SMALLEST};

/// Tables with something of every kind, so that a key can be tried in each.
const MORE: &str = "
[data.bsn]
name = 'BSN'
class = 'national-id'
[network.net]
name = 'Net'
";

/// What of the language itself is found when this is added; its first line is line 27.
fn found(extra: &str) -> Vec<String> {
    let ran = Desk::with(format!("{SMALLEST}{MORE}\n{extra}\n")).check(&["--date", "2026-11-01"]);
    let language = ["invalid-", "unknown-key ", "missing-key ", "unknown-reference ", "duplicate-id "];
    ran.findings().into_iter().filter(|it| language.iter().any(|rule| it.starts_with(rule))).collect()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of every type at every kind of key")]
fn a_value_of_another_type_is_told_at_the_value() {
    let kinds: &[(&str, &[&str])] = &[
        (
            "[party.x]\nname = 'x'",
            &[
                "kind = 'gemeente'",
                "kind = 1",
                "country = 'Nederland'",
                "country = 'nl'",
                "country = 31",
                "contact = true",
                "dpo = ['a']",
            ],
        ),
        ("[network.x]\nname = 'x'", &["controlled = 'yes'", "encrypted = 1", "controlled = []"]),
        (
            "[application.x]\nname = 'x'",
            &[
                "description = 1",
                "domain = true",
                "owner = []",
                "supplier = 1",
                "controller = 1",
                "controller = [1]",
                "operator = ['college']",
                "country = 'XX'",
                "network = 1.5",
                "source_of = true",
                "lifecycle = 'old'",
                "end_of_support = '2026-01-01'",
                "end_of_support = 2026-01-01T00:00:00Z",
                "end_of_support = 12:00:00",
                "access_logging = 'true'",
                "role_based_access = 0",
                "component = 5",
                "url = {}",
            ],
        ),
        (
            "[[link]]\nid = 'x'\nfrom = 'csam'\nto = 'ggk'\npersonal_data = false",
            &[
                "data = 1",
                "returns = [true]",
                "secure = 'true'",
                "secure = 1",
                "protocol = 1",
                "tls = 1.2",
                "tls = '9'",
                "authentication = 'pin'",
                "network = ['net']",
                "standard = 1",
                "mode = 'fax'",
                "verified = 'gisteren'",
                "evidence = 1",
                "controller = {}",
                "processing = 1",
                "agreement = 1",
                "frequency = 1",
                "lifecycle = true",
                "description = 1",
            ],
        ),
        (
            "[processing.x]\nname = 'x'",
            &[
                "purpose = 1",
                "controller = 1",
                "legal_basis = 'law'",
                "law = 1",
                "law = 2026-01-01",
                "purpose = 2026-01-01",
                "retention = 2026-01-01T12:00:00",
                "special_category_basis = '9'",
                "national_id_law = 1",
                "subjects = 1",
                "data = 1",
                "recipients_only = 1",
                "retention = 7",
                "dpia = 'later'",
                "dpia = true",
                "compatible_with = 1",
            ],
        ),
        (
            "[policy.x]\nreason = 'x'",
            &["never_reaches = []", "never_reaches = [[], ['college']]", "never_reaches = 'college'"],
        ),
        (
            "[norm.x]\ntext = 'x'",
            &[
                "explanation = 2026-01-01",
                "rules = 1",
                "status = 'groen'",
                "judged = 'x'",
                "by = 1",
                "evidence = 1",
                "explanation = 1",
                "action = 1",
                "owner = 1",
                "due = 'morgen'",
            ],
        ),
        (
            "[view.x]",
            &[
                "title = 1",
                "domains = 1",
                "applications = 1",
                "data = 1",
                "parties = 1",
                "neighbours = -1",
                "neighbours = 'one'",
                "neighbours = 1.0",
                "group_by = 'colour'",
                "links = 'all'",
                "direction = 'up'",
                "audience = 'all'",
            ],
        ),
    ];
    for (table, keys) in kinds {
        for key in *keys {
            let line = 27 + table.lines().count();
            let found = found(&format!("{table}\n{key}"));
            let place = key.find("= ").unwrap() + 3;
            // In a list, the wrong element is pointed at.
            let inside = format!("invalid-value x {line}:{}", place + 1);
            let expected = format!("invalid-value x {line}:{place}");
            assert!(
                found == [&*expected] || key.contains('[') && found == [inside],
                "{table}\n{key}: {found:?}"
            );
        }
    }
}

#[test]
fn an_agreement_needs_two_parties_and_known_clauses() {
    let agreement = |keys: &str| found(&format!("[agreement.x]\nkind = 'processor'\n{keys}"));
    let parties = "parties = ['college', 'x']\n[party.x]\nname = 'X'";
    assert_eq!(agreement(parties), [""; 0]);
    assert_eq!(agreement("parties = ['college']"), ["invalid-value x 29:12"]);
    assert_eq!(agreement("parties = 'college'"), ["invalid-value x 29:11"]);
    assert_eq!(agreement(""), ["missing-key x 27:1"]);
    assert_eq!(agreement(&format!("clauses = ['a', 'i']\n{parties}")), ["invalid-value x 29:17"]);
    assert_eq!(agreement(&format!("safeguard = 'scc'\n{parties}")), ["invalid-value x 29:13"]);
}

#[test]
fn every_mistake_of_a_table_is_told() {
    let found = found("[application.x]\nnaam = 'x'\ndomain = 1\nsupplier = 'nobody'\nlifecyle = 'active'");
    assert_eq!(
        found,
        [
            "missing-key x 27:1",
            "unknown-key x 28:1",
            "invalid-value x 29:10",
            "unknown-reference x 30:12",
            "unknown-key x 31:1"
        ]
    );
}

#[test]
fn an_unknown_key_is_told_with_what_was_meant() {
    for (table, key, meant) in [
        ("[party.x]\nname = 'x'", "contry = 'NL'", "country"),
        ("[application.x]\nname = 'x'", "suplier = 'college'", "supplier"),
        ("[network.x]\nname = 'x'", "controled = true", "controlled"),
        ("[view.x]", "neighbors = 1", "neighbours"),
        ("[norm.x]\ntext = 'x'", "statuss = 'green'", "status"),
    ] {
        let line = 27 + table.lines().count();
        assert_eq!(found(&format!("{table}\n{key}")), [format!("unknown-key x {line}:1")], "{key}");
        let text = format!("{SMALLEST}{MORE}\n{table}\n{key}\n");
        let human = Desk::with(text).run(&["check", "--lang", "en"]).out;
        assert!(human.contains(&format!("did you mean `{meant}`?")), "{human}");
    }
}

#[test]
fn a_table_in_the_wrong_form() {
    assert_eq!(found("[link]\nfrom = 'csam'"), ["invalid-value landscape/a.toml 27:2"]);
    assert_eq!(found("[[party]]\nname = 'x'"), ["invalid-value landscape/a.toml 27:3"]);
    assert_eq!(found("[party]\nname = 'x'"), ["invalid-value name 28:1"]);
    assert_eq!(found("[[landscape]]\nname = 'x'"), ["invalid-value landscape/a.toml 27:3"]);
    assert_eq!(found("[partij.x]\nname = 'x'"), ["unknown-key landscape/a.toml 27:2"]);
}

#[test]
fn an_id_of_other_characters() {
    for id in ["\"a b\"", "\"\"", "\"-a\"", "\"café\"", "\"a.b\"", "'..'", "\"a/b\"", "_a"] {
        let found = found(&format!("[party.{id}]\nname = 'x'"));
        assert_eq!(found.len(), 1, "{id}: {found:?}");
        assert!(found[0].starts_with("invalid-id ") && found[0].ends_with(" 27:8"), "{id}: {found:?}");
    }
    let found = found("[[link]]\nid = 'a b'\nfrom = 'csam'\nto = 'ggk'\npersonal_data = false");
    assert_eq!(found, ["invalid-id a b 28:6"]);
}

#[test]
fn what_is_left_empty_says_no_more_than_what_is_left_out() {
    let policy = |places: &str| format!("[policy.x]\nreason = 'x'\nnever_reaches = {places}");
    for (text, told) in [
        (policy("{}"), "missing-key x 29:17"),
        (policy("{ party = [], country_outside = [] }"), "missing-key x 29:17"),
        ("[policy.x]\nreason = 'x'\n[policy.x.never_reaches]".to_owned(), "missing-key x 29:1"),
        ("[agreement.x]\nkind = 'processor'\nparties = []".to_owned(), "missing-key x 27:1"),
        (
            "[policy.x]\nreason = '\u{200B}\u{AD} '\nnever_reaches.party = 'college'".to_owned(),
            "missing-key x 28:10",
        ),
    ] {
        assert_eq!(found(&text), [told], "{text}");
    }
}

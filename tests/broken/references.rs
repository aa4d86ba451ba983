//! References to nothing, and ids given twice.

use crate::common::{Desk, SMALLEST};

fn found(extra: &str) -> Vec<String> {
    let ran = Desk::with(format!("{SMALLEST}\n{extra}\n")).check(&[]);
    assert_eq!(ran.code, 1, "{extra}");
    let language = ["unknown-reference", "duplicate-id"];
    ran.findings().into_iter().filter(|it| language.iter().any(|rule| it.starts_with(rule))).collect()
}

#[test]
fn a_reference_to_nothing_is_told_at_the_reference() {
    let link = "[[link]]\nid = 'x'\nfrom = 'csam'\nto = 'ggk'\npersonal_data = false\n";
    let reference = |table: &str, key: &str| {
        let (row, column) = (21 + table.lines().count(), key.find("nowhere").unwrap());
        assert_eq!(
            found(&format!("{table}{key}")),
            [format!("unknown-reference x {row}:{column}")],
            "{table}{key}"
        );
    };
    for key in ["data", "returns", "network", "controller", "processing", "agreement"] {
        reference(link, &format!("{key} = 'nowhere'"));
    }
    reference(link, "processing = ['nowhere']");
    reference(link, "controller = ['college', 'nowhere']");
    for key in ["supplier", "controller", "operator", "network", "source_of"] {
        reference("[application.x]\nname = 'x'\n", &format!("{key} = 'nowhere'"));
    }
    for key in ["controller", "data", "recipients_only", "compatible_with"] {
        reference("[processing.x]\nname = 'x'\n", &format!("{key} = 'nowhere'"));
    }
    reference("[agreement.x]\nkind = 'exchange'\n", "parties = ['college', 'nowhere']");
    reference(
        "[party.p]\nname = 'p'\n[agreement.x]\nkind = 'exchange'\nparties = ['college', 'p']\n",
        "covers = 'nowhere'",
    );
}

#[test]
fn both_ends_of_a_link_can_be_wrong() {
    let ends = found("[[link]]\nfrom = 'nowhere'\nto = 'neither'\npersonal_data = false");
    assert_eq!(ends, ["unknown-reference nowhere->neither 22:8", "unknown-reference nowhere->neither 23:6"]);
}

#[test]
fn a_reference_to_something_else_is_none() {
    assert_eq!(found("[application.x]\nname = 'x'\nsupplier = 'csam'"), ["unknown-reference x 23:12"]);
    assert_eq!(
        found(
            "[[link]]\nid = 'x'\nfrom = 'csam'\nto = 'bsn'\npersonal_data = false\n[data.bsn]\nname = 'x'\nclass = 'personal'"
        ),
        ["unknown-reference x 24:6"]
    );
}

#[test]
fn an_id_given_twice_is_told_once_and_the_first_is_judged() {
    for (header, keys) in [
        ("party.x", "name = 'x'"),
        ("data.x", "name = 'x'\nclass = 'personal'"),
        ("network.x", "name = 'x'"),
        ("application.x", "name = 'x'"),
        ("processing.x", "name = 'x'"),
        ("norm.x", "text = 'x'"),
        ("view.x", ""),
    ] {
        let table = format!("[{header}]\n{keys}\n");
        let line = 21 + table.lines().count();
        let column = 2 + header.find(".x").unwrap() + 1;
        assert_eq!(found(&table.repeat(2)), [format!("duplicate-id x {line}:{column}")], "{header}");
    }
    assert_eq!(found("[landscape]\nname = 'x'"), ["duplicate-id landscape 21:1"]);
    assert_eq!(
        found("[party.csam]\nname = 'x'"),
        ["duplicate-id csam 21:8"],
        "parties and applications share"
    );
    let link = "[[link]]\nid = 'x'\nfrom = 'csam'\nto = 'ggk'\npersonal_data = false\n";
    assert_eq!(found(&link.repeat(2)), ["duplicate-id x 27:6"]);
}

#[test]
fn three_times_is_two_too_many() {
    assert_eq!(found(&"[party.x]\nname = 'x'\n".repeat(3)).len(), 2);
}

#[test]
fn a_rule_set_twice_in_two_files() {
    let desk = Desk::new([
        ("landscape/a.toml", SMALLEST.to_owned() + "[rules]\nno-controller = 'warn'\n"),
        ("landscape/b.toml", "[rules]\nno-controller = 'allow'\n".to_owned()),
    ]);
    let ran = desk.check(&[]);
    assert_eq!((ran.code, ran.findings()), (1, vec!["duplicate-id rules 2:1".to_owned()]));
}

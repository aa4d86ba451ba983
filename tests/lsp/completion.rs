//! What may come where the cursor is: only what the language and the landscape allow there.

use serde_json::Value;

use super::{
    common::Desk,
    editor::{Editor, edited, position},
};

const LANDSCAPE: &str = r#"
[landscape]
name = "X"
language = "en"
date = 2026-11-01
[party.college]
name = "College"
[data.naw]
name = "NAW"
class = "personal"
[application.csam]
name = "Csam"
description = "Zaken"
domain = "Zorg"
[application.ggk]
name = "GGK"
operator = "ontbreekt"
[[link]]
from = "csam"
to = "ggk"
"#;

/// What is offered at the mark in what is typed after the landscape: labels, and the text with the first taken.
fn offered(typed: &str) -> (Vec<String>, Vec<Value>, String) {
    let mut editor = Editor::open(Desk::with(LANDSCAPE));
    let text = format!("{LANDSCAPE}{}", typed.replace('|', ""));
    editor.edit_as("landscape/a.toml", &text);
    let at = position(&text, LANDSCAPE.len() + typed.find('|').expect("a mark"));
    let found = editor.at("textDocument/completion", "landscape/a.toml", at).unwrap();
    let items = found.as_array().unwrap().clone();
    let labels = items.iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect();
    let taken = items.first().map_or_else(String::new, |item| edited(&text, &[item["textEdit"].clone()]));
    (labels, items, taken.trim_start_matches(LANDSCAPE).to_owned())
}

fn labels(typed: &str) -> Vec<String> {
    offered(typed).0
}

#[test]
fn ids_of_the_right_kind_also_in_half_typed_lines() {
    for (typed, ids) in [
        ("[[link]]\nfrom = |", vec!["csam", "ggk", "college"]),
        ("[[link]]\nfrom = \"|", vec!["csam", "ggk", "college"]),
        ("[[link]]\nfrom = \"c|\"\nto = 'ggk'\n", vec!["csam", "ggk", "college"]),
        ("[[link]]\nfrom = 'csam'\ndata = [|\n[party.x]\nname = 'X'\n", vec!["naw"]),
        ("[[link]]\nfrom = 'csam'\ndata = [\n  \"n|\n", vec!["naw"]),
        ("[view.v]\napplications = [\"csam\", |]\n", vec!["ggk"]),
        ("[view.v]\nparties = \"|\"\n", vec!["college"]),
        ("[policy.p]\nnever_reaches = { application = [\"csam\", \"|", vec!["ggk"]),
        ("[policy.p.never_reaches]\ndomain = \"|\"\n", vec!["Zorg"]),
        ("[application.x]\noperator = \"|\"", vec!["college"]),
    ] {
        assert_eq!(labels(typed), ids, "{typed}");
    }
    let (_, items, taken) = offered("[[link]]\nfrom = \"c|\"\n");
    assert_eq!(items[0]["detail"], "Csam");
    assert_eq!(items[0]["documentation"]["value"], "Zaken");
    assert_eq!(taken, "[[link]]\nfrom = \"csam\"\n");
    assert_eq!(offered("[[link]]\nfrom = |").2, "[[link]]\nfrom = \"csam\"");
}

#[test]
fn keys_that_are_not_there_yet_those_that_must_be_first() {
    let (found, items, taken) = offered("[data.bsn]\n|");
    assert_eq!(found[..3], ["name", "class", "description"]);
    assert_eq!(items[0]["detail"], "must be there");
    assert_eq!(taken, "[data.bsn]\nname = ");
    assert_eq!(
        labels("[data.bsn]\nname = 'BSN'\ncl|"),
        ["class", "description"],
        "half a key: no headers there"
    );
    assert_eq!(labels("[data.bsn]\ncl| = 'personal'\n")[..1], ["name"]);
    assert_eq!(offered("[data.bsn]\nx| = 'personal'\n").2, "[data.bsn]\nname = 'personal'\n");
    let within = ["application", "party", "domain", "network", "country_outside"];
    assert_eq!(labels("[policy.p]\nnever_reaches = { |"), within);
    assert_eq!(labels("[policy.p]\nnever_reaches = { party = 'college', |}\n").len(), 4);
    assert_eq!(labels("[policy.p.never_reaches]\npa|").len(), 5);
}

#[test]
fn words_values_and_rules() {
    assert_eq!(labels("[[link]]\nsecure = |"), ["true", "false"]);
    assert_eq!(labels("[[link]]\nsecure = t|"), ["true", "false"]);
    assert_eq!(labels("[[link]]\nverified = |"), ["2026-11-01"]);
    assert_eq!(labels("[party.x]\nkind = \"|\"")[..2], ["municipality", "government"]);
    assert!(labels("[[link]]\nprotocol = \"|\"").contains(&"digikoppeling-wus".to_owned()));
    assert_eq!(labels("[[link]]\ntls = \"|\"")[..2], ["1.3", "1.2"]);
    assert!(labels("[party.x]\ncountry = '|'").contains(&"NL".to_owned()));
    assert_eq!(labels("[rules]\nself-link = \"|\""), ["allow", "warn", "deny"]);
    assert!(labels("[rules]\nself|").contains(&"self-link".to_owned()));
    assert!(!labels("[rules]\nself-link = 'warn'\n|").contains(&"self-link".to_owned()));
    assert!(labels("[norm.n]\nrules = [\"|\"]").contains(&"no-owner".to_owned()));
    // Only what that rule found.
    assert_eq!(labels("[[acceptance]]\nrule = 'unknown-content'\nsubject = \"|\""), ["csam->ggk"]);
    let documented = &offered("[party.x]\nkind = \"|\"").1[0]["documentation"];
    assert_eq!(documented["kind"], "markdown");
}

#[test]
fn headers() {
    let all = labels("[|");
    assert_eq!(all.len(), 13);
    assert_eq!(all[..2], ["[landscape]", "[party.ID]"]);
    assert_eq!(offered("[|").2, "[landscape]");
    assert_eq!(offered("[pa|]\n").2, "[landscape]\n");
    let link = |typed: &str| {
        let (labels, items, _) = offered(typed);
        let at = labels.iter().position(|label| label == "[[link]]").unwrap();
        let text = format!("{LANDSCAPE}{}", typed.replace('|', ""));
        edited(&text, &[items[at]["textEdit"].clone()]).trim_start_matches(LANDSCAPE).to_owned()
    };
    for typed in ["[|", "[l|]", "[[l|", "[[l|]]", "|"] {
        assert_eq!(link(typed), "[[link]]", "{typed}");
    }
    // What something refers to and nothing declares yet.
    assert_eq!(offered("[party.|").2, "[party.ontbreekt]");
    assert_eq!(labels("[data.|]"), Vec::<String>::new());
    assert_eq!(labels("[policy.p.|]"), ["never_reaches"]);
}

#[test]
fn nothing_where_nothing_can_come() {
    for typed in [
        "[application.x]\nname = \"|\"",
        "[application.x]\nname = 'x' |",
        "# from = \"|\"",
        "[[link]]\nfrom = # |",
        "[party.x] |",
        "[unknown.x]\nkey = |",
    ] {
        assert_eq!(labels(typed), Vec::<String>::new(), "{typed}");
    }
}

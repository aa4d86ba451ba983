//! Another id, everywhere at once, and the landscape means the same.

#![allow(clippy::needless_pass_by_value, reason = "a script reads better with what is said put in as it is")]

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    common::{Desk, Ran, SMALLEST},
    editor::{Editor, edited, mark, position},
};

type Files = BTreeMap<String, String>;

/// Every kind of thing, named from everywhere that the language allows, in every way that TOML does.
const EVERYTHING: &str = r#"
[landscape]
name = "Alles"
owner = "gemeente"
date = 2026-11-01

[party."gemeente"]
name = "Gemeente"
[party]
leverancier = { name = "Leverancier", kind = "supplier" }
[data.naw]
name = "NAW"
class = "personal"
[network]
kantoor.name = "Kantoor"
kantoor.controlled = true
[application.a]
name = "A"
domain = "Zorg"
supplier = "leverancier"
controller = ["gemeente"]
operator = "leverancier"
network = "kantoor"
source_of = ["naw"]
[application.b]
name = "B"
[[link]]
from = "a"
to = "b"
data = [
    "naw", # de gegevens
]
returns = 'naw'
network = "kantoor"
controller = "gemeente"
processing = ["zorg"]
agreement = "vwo"
[[link]]
from = "a"
to = "b"
[[link]]
id = "eigen"
from = "b"
to = "leverancier"
[processing.zorg]
name = "Zorg"
controller = "gemeente"
data = ["naw"]
recipients_only = ["leverancier"]
[processing.later]
name = "Later"
compatible_with = "zorg"
[agreement.vwo]
kind = "processor"
parties = ["gemeente", "leverancier"]
covers = "zorg"
[norm.n1]
text = "Alles is veilig"
rules = ["unsecured-link"]
[view.v]
applications = ["a", "b"]
parties = ["leverancier"]
data = "naw"
[policy.p]
data = "naw"
from = ["a"]
reason = "Daarom"
[policy.p.never_reaches]
application = ["b"]
party = "leverancier"
network = ["kantoor"]
[[acceptance]]
rule = "unsecured-link"
subject = "a->b#2"
reason = "r"
by = "b"
until = 2999-01-01
[[acceptance]]
rule = "unsecured-link"
subject = "eigen"
reason = "r"
by = "b"
until = 2999-01-01
[[acceptance]]
rule = "no-owner"
subject = "b"
reason = "r"
by = "b"
until = 2999-01-01
"#;

/// Renames in an editor; gives the files after it, or why not.
fn rename(editor: &mut Editor, files: &Files, path: &str, at: Value, new: &str) -> Result<Files, Value> {
    let uri = editor.uri(path);
    let params = json!({ "textDocument": { "uri": uri }, "position": at, "newName": new });
    let answer = editor.ask("textDocument/rename", params)?;
    let mut files = files.clone();
    for (uri, edits) in answer["changes"].as_object().unwrap() {
        let (_, text) = files.iter_mut().find(|(path, _)| editor.uri(path) == *uri).unwrap();
        *text = edited(text, edits.as_array().unwrap());
    }
    Ok(files)
}

/// What `check` says of files, but for where, and with one id for another in it.
fn judged(files: &Files, new: &str, old: &str) -> Vec<String> {
    let desk = Desk::new(files.iter().map(|(path, text)| (&**path, text)));
    let ran: Ran = desk.check(&[]);
    let findings = ran.list("findings").into_iter().map(|finding| {
        let text = |key: &str| finding[key].as_str().unwrap().replace(new, old);
        let accepted = &finding["accepted"];
        format!("{} {} {} {accepted} {}", text("rule"), text("level"), text("subject"), text("message"))
    });
    let mut told: Vec<String> = findings.collect();
    told.sort();
    let json = ran.json();
    told.extend(["summary", "norms", "not_assessed"].map(|key| json[key].to_string().replace(new, old)));
    told
}

fn all_renames_keep_the_meaning(files: Files, ids: &[(&str, &str)]) {
    let before = judged(&files, "\u{0}", "\u{0}");
    let mut editor = Editor::open(Desk::new(files.iter().map(|(path, text)| (&**path, text))));
    for (path, around) in ids {
        let text = &files[*path];
        let at = text.find(&around.replace('|', "")).unwrap_or_else(|| panic!("{around}"))
            + around.find('|').unwrap();
        let old: String = {
            let is_id = |it: char| it.is_ascii_alphanumeric() || "_-".contains(it);
            let start = text[..at].rfind(|it| !is_id(it)).map_or(0, |it| it + 1);
            text[start..].chars().take_while(|it| is_id(*it)).collect()
        };
        let new = "geheel-anders-9";
        let renamed = rename(&mut editor, &files, path, position(text, at), new)
            .unwrap_or_else(|error| panic!("{around}: {error}"));
        assert_ne!(renamed, files, "{around}");
        let after = judged(&renamed, new, &old);
        assert!(!after.iter().any(|it| it.starts_with("unknown-reference")), "{around}: {after:#?}");
        assert_eq!(after, before, "{around}");
    }
}

#[test]
fn whatever_is_renamed_everything_means_the_same() {
    let files = Files::from([("landscape/a.toml".to_owned(), EVERYTHING.to_owned())]);
    let ids = [
        "party.\"geme|ente\"",
        "|leverancier = {",
        "[data.|naw]",
        "\n|kantoor.name",
        "[application.|a]",
        "[application.b|]",
        "from = \"|b\"",
        "id = \"eig|en\"",
        "[processing.zo|rg]",
        "[agreement.vw|o]",
        "[norm.n|1]",
        "[view.|v]",
        "[policy.|p]",
        "[policy.|p.never",
        "subject = \"eig|en\"",
        "subject = \"|b\"",
    ];
    all_renames_keep_the_meaning(files, &ids.map(|id| ("landscape/a.toml", id)));
}

#[test]
fn in_the_example_too() {
    let files: Files = super::example().into_iter().collect();
    let ids = [
        ("landscape/parties.toml", "[party.college|]"),
        ("landscape/data.toml", "[data.bsn|]"),
        ("landscape/applications/sociaal-domein.toml", "[application.csam|]"),
        ("landscape/links/wmo.toml", "id = \"L1|2\""),
        ("landscape/processing.toml", "[processing.wmo|]"),
    ];
    all_renames_keep_the_meaning(files, &ids);
}

#[test]
fn an_id_that_cannot_be_is_refused() {
    let text = format!(
        "{SMALLEST}[data.naw]\nname = 'N'\nclass = 'personal'\n[[acceptance]]\nrule = 'no-owner'\nsubject = 'csam->ggk'\nreason = 'r'\nby = 'b'\nuntil = 2999-01-01\n[[acceptance]]\nrule = 'no-owner'\nsubject = 'naw'\nreason = 'r'\nby = 'b'\nuntil = 2999-01-01\n"
    );
    let files = Files::from([("landscape/a.toml".to_owned(), text.clone())]);
    let mut editor = Editor::open(Desk::with(&text));
    let mut refused = |around: &str, new: &str| {
        let error = rename(&mut editor, &files, "landscape/a.toml", mark(&text, around), new).unwrap_err();
        assert_eq!(error["code"], -32803);
        error["message"].as_str().unwrap().to_owned()
    };
    for new in ["", "a b", "-a", "é", "a.b", "a\"b", "a->b"] {
        assert!(refused("[application.|csam]", new).contains("kan geen id zijn"), "{new}");
    }
    // Applications and parties share their ids.
    assert_eq!(refused("[application.|csam]", "ggk"), "`ggk` is al in gebruik");
    assert_eq!(refused("[application.|csam]", "college"), "`college` is al in gebruik");
    // An acceptance of `naw` would come to cover the application too.
    assert!(refused("[application.|csam]", "naw").contains("acceptatie"));
    assert!(refused("csam-|>ggk", "x").contains("geen eigen id"));
    assert!(refused("name = \"Cs|am\"", "x").contains("geen id"));

    let at = mark(&text, "from = \"cs|am\"");
    let prepared = editor.at("textDocument/prepareRename", "landscape/a.toml", at).unwrap();
    assert_eq!(prepared["placeholder"], "csam");
}

#[test]
fn an_editor_that_can_gets_the_version_that_the_edit_is_for() {
    let capabilities = json!({ "workspace": { "workspaceEdit": { "documentChanges": true } } });
    let mut editor = Editor::with(Desk::with(SMALLEST), &capabilities, &json!({}));
    let text = editor.edit("landscape/a.toml");
    editor.change("landscape/a.toml", 7, &text);
    let uri = editor.uri("landscape/a.toml");
    let params =
        json!({ "textDocument": { "uri": uri }, "position": mark(&text, "n.cs|am]"), "newName": "x" });
    let answer = editor.ask("textDocument/rename", params).unwrap();
    assert_eq!(answer["documentChanges"][0]["textDocument"], json!({ "uri": uri, "version": 7 }));
    let new = edited(&text, answer["documentChanges"][0]["edits"].as_array().unwrap());
    assert_eq!(new, text.replace("csam", "x"));
}

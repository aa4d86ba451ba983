//! What is found, as one types.

use serde_json::{Value, json};

use super::{
    common::{Desk, SMALLEST},
    editor::{Editor, codes, mark, slice},
};

#[test]
fn a_mistake_is_told_while_typing_and_cleared_when_mended() {
    let mut editor = Editor::open(Desk::with(SMALLEST));
    assert_eq!(editor.rules("landscape/a.toml"), Vec::<String>::new());
    let text = editor.edit("landscape/a.toml");
    let start = mark(&text, "protocol = \"|https");
    let end = mark(&text, "protocol = \"https|");
    let file = json!({ "uri": editor.uri("landscape/a.toml"), "version": 2 });
    let change = json!({ "range": { "start": start, "end": end }, "text": "ftp" });
    editor.tell("textDocument/didChange", json!({ "textDocument": file, "contentChanges": [change] }));

    let found = editor.until("landscape/a.toml", |list| !list.is_empty());
    let finding = &found[0];
    let text = text.replace("https", "ftp");
    assert_eq!(finding["code"], "insecure-protocol");
    assert_eq!(finding["severity"], 1);
    assert_eq!(finding["source"], "koppelkaart");
    assert_eq!(slice(&text, &finding["range"]), "\"ftp\"");
    let message = finding["message"].as_str().unwrap();
    assert!(
        message.starts_with("Koppeling Csam → Gemeentelijk Gegevensknooppunt is als beveiligd opgegeven"),
        "{message}"
    );
    assert!(message.contains("\n\n"), "it tells how to mend it: {message}");
    let related = &finding["relatedInformation"][0];
    assert_eq!(slice(&text, &related["location"]["range"]), "true");

    editor.change("landscape/a.toml", 3, &text.replace("ftp", "sftp"));
    editor.until("landscape/a.toml", <[_]>::is_empty);
    assert_eq!(editor.leave(), 0);
}

/// The example as it is on disk: the server tells of every file what `check` does.
#[test]
fn of_the_example_it_tells_what_check_tells() {
    let example = super::example();
    let desk = Desk::new(example.iter().map(|(path, text)| (&**path, text)));
    let checked = desk.check(&[]).list("findings");
    let mut editor = Editor::open(desk);
    let last = example.last().unwrap().0.clone();
    editor.until(&last, |_| true);

    let mut told = Vec::new();
    for (path, text) in &example {
        for finding in &editor.shown[&editor.uri(path)] {
            let level = match finding["severity"].as_i64().unwrap() {
                1 => "deny",
                2 => "warn",
                _ => "accepted",
            };
            let (line, place) =
                (finding["range"]["start"]["line"].as_i64().unwrap() + 1, slice(text, &finding["range"]));
            told.push(format!("{path}:{line} {} {level} {place}", finding["code"].as_str().unwrap()));
        }
    }
    let text = |path: &str| example.iter().find(|(it, _)| it == path).unwrap().1.as_str();
    let mut expected: Vec<String> = checked
        .iter()
        .map(|it| {
            let (file, line) = (it["file"].as_str().unwrap(), it["line"].as_i64().unwrap());
            let level = if it["accepted"] == true { "accepted" } else { it["level"].as_str().unwrap() };
            let line_text = |line: i64| text(file).lines().nth(usize::try_from(line - 1).unwrap()).unwrap();
            assert_eq!(it["end_line"], line, "the example has nothing over several lines");
            let column = |key: &str| usize::try_from(it[key].as_u64().unwrap() - 1).unwrap();
            let place: String =
                line_text(line).chars().take(column("end_column")).skip(column("column")).collect();
            format!("{file}:{line} {} {level} {place}", it["rule"].as_str().unwrap())
        })
        .collect();
    told.sort();
    expected.sort();
    assert!(!expected.is_empty());
    assert_eq!(told, expected);
}

#[test]
fn what_breaks_in_one_file_is_told_of_another_that_is_not_open() {
    let parties = "[party.college]\nname = 'College'\n";
    let rest = SMALLEST.replace("[party.college]\nname = \"College van burgemeester en wethouders\"\n", "");
    let mut editor =
        Editor::open(Desk::new([("landscape/a.toml", rest.as_str()), ("landscape/sub/b.toml", parties)]));
    editor.edit("landscape/sub/b.toml");
    editor.until("landscape/a.toml", <[_]>::is_empty);
    editor.change("landscape/sub/b.toml", 2, "[party.colege]\nname = 'College'\n");
    let found = editor.until("landscape/a.toml", |list| !list.is_empty());
    assert_eq!(codes(&found), ["unknown-reference"]);
    // Closed without saving: what is on disk counts again.
    let uri = editor.uri("landscape/sub/b.toml");
    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    editor.until("landscape/a.toml", <[_]>::is_empty);
}

#[test]
fn accepted_and_unused_things_look_their_part() {
    let landscape = format!(
        "{}\n[data.naw]\nname = 'NAW'\nclass = 'personal'\n{}",
        SMALLEST.replace("secure = true", "secure = false"),
        "[[acceptance]]\nrule = 'unsecured-link'\nsubject = 'csam->ggk'\nreason = 'Wordt vervangen'\nby = 'CISO'\nuntil = 2999-01-01\n"
    );
    let mut editor = Editor::open(Desk::with(landscape));
    let found = editor.until("landscape/a.toml", |list| list.len() > 1);
    let of = |rule: &str| found.iter().find(|it| it["code"] == rule).unwrap();
    assert_eq!(of("unsecured-link")["severity"], 3);
    assert!(of("unsecured-link")["message"].as_str().unwrap().contains("Geaccepteerd door CISO"));
    assert_eq!(of("unused-declaration")["tags"], json!([1]));
    assert_eq!(of("unused-declaration")["severity"], 2);
}

#[test]
fn files_that_come_change_and_go_on_disk_are_followed() {
    let mut editor = Editor::with(
        Desk::with(SMALLEST.replace("controller = \"college\"", "controller = \"raad\"")),
        &json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } }),
        &json!({}),
    );
    let asked = editor.wait(|message| message["method"] == "client/registerCapability");
    assert_eq!(asked["params"]["registrations"][0]["method"], "workspace/didChangeWatchedFiles");
    editor.until("landscape/a.toml", |list| codes(list).contains(&"unknown-reference".to_owned()));
    let told = |editor: &mut Editor, kind: i32| {
        let change = json!({ "uri": editor.uri("landscape/b.toml"), "type": kind });
        editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": [change] }));
    };
    editor.desk.put("landscape/b.toml", "[party.raad]\nname = 'Raad'\n");
    told(&mut editor, 1);
    editor.until("landscape/a.toml", |list| !codes(list).contains(&"unknown-reference".to_owned()));
    std::fs::remove_file(editor.desk.path("landscape/b.toml")).unwrap();
    told(&mut editor, 3);
    editor.until("landscape/a.toml", |list| codes(list).contains(&"unknown-reference".to_owned()));
}

#[test]
fn other_folders_with_toml_are_left_alone() {
    let mut editor = Editor::open(Desk::new([("Cargo.toml", "[package]\nname = 'x'\n[dependencies]\n")]));
    editor.edit("Cargo.toml");
    let hover = editor.at("textDocument/hover", "Cargo.toml", json!({ "line": 0, "character": 3 }));
    assert_eq!(hover, Ok(Value::Null));
    editor.edit_as("b.toml", "[application.x]\n");
    editor.until("b.toml", |list| codes(list).contains(&"missing-key".to_owned()));
}

#[test]
fn the_landscape_can_be_named() {
    let desk =
        Desk::new([("a/x.toml", SMALLEST), ("b/x.toml", "[application.a]\n"), ("landscape/c.toml", "x =")]);
    let mut editor = Editor::with(desk, &json!({}), &json!({ "path": ["a", "./b"], "lang": "en" }));
    let found = editor.until("b/x.toml", |_| true);
    let missing = found.iter().find(|it| it["code"] == "missing-key").unwrap();
    assert!(
        missing["message"].as_str().unwrap().starts_with("the landscape has no table `[landscape]`"),
        "{missing}"
    );
    assert!(editor.shown[&editor.uri("a/x.toml")].is_empty());
    assert!(!editor.shown.contains_key(&editor.uri("landscape/c.toml")));
}

//! What is told of the word under the cursor, and at the head of each link.

use serde_json::{Value, json};

use super::{
    common::{Desk, SMALLEST},
    editor::{Editor, mark, slice},
};

fn hover(editor: &mut Editor, text: &str, around: &str) -> String {
    let found = editor.at("textDocument/hover", "landscape/a.toml", mark(text, around)).unwrap();
    found["contents"]["value"].as_str().unwrap_or_else(|| panic!("nothing at {around}")).to_owned()
}

#[test]
fn a_word_is_explained() {
    let text =
        format!("{SMALLEST}lifecycle = \"active\"\n[rules]\nself-link = \"warn\"\n").replace("https", "ftp");
    let mut editor = Editor::open(Desk::with(&text));
    editor.edit("landscape/a.toml");
    let told = hover(&mut editor, &text, "[application.cs|am]");
    assert!(told.starts_with("**Csam** · application `csam`"), "{told}");
    assert!(told.contains("Koppelingen: 1"), "{told}");
    assert!(told.contains("Csam → Gemeentelijk Gegevensknooppunt"), "{told}");
    // A link is told with what was found of it: at the reference to one of its ends, that end.
    assert!(hover(&mut editor, &text, "from = \"cs|am\"").starts_with("**Csam**"));
    assert!(
        hover(&mut editor, &text, "controller = \"col|lege\"")
            .starts_with("**College van burgemeester en wethouders** · party")
    );
    assert!(hover(&mut editor, &text, "|secure = true").contains("AVG art. 32"));
    assert!(hover(&mut editor, &text, "\"f|tp\"").contains("versleutelt niet"));
    assert!(hover(&mut editor, &text, "\"act|ive\"").starts_with("`active`"));
    assert!(hover(&mut editor, &text, "self-|link").starts_with("### self-link"));
    assert!(hover(&mut editor, &text, "[|party").starts_with("**party**"));
    assert_eq!(
        editor.at("textDocument/hover", "landscape/a.toml", mark(&text, "name = \"Cs|am\"")),
        Ok(Value::Null)
    );
}

#[test]
fn what_was_found_is_told_with_the_thing() {
    let text = format!("{SMALLEST}id = \"L1\"\n").replace("https", "ftp");
    let mut editor = Editor::open(Desk::with(&text));
    editor.edit("landscape/a.toml");
    let told = hover(&mut editor, &text, "id = \"L|1\"");
    assert!(told.contains("Bevindingen: 1") && told.contains("`insecure-protocol`"), "{told}");
}

#[test]
fn a_name_cannot_pass_for_markup() {
    let name = "<img src=x> [klik](https://kwaad.nl) **vet** `code`";
    let text = SMALLEST.replace("name = \"Csam\"", &format!("name = '{name}'\ndescription = '{name}\n'"));
    let text = text.replace("\n'", "'");
    let mut editor = Editor::open(Desk::with(&text));
    editor.edit("landscape/a.toml");
    let told = hover(&mut editor, &text, "[application.cs|am]");
    let events = pulldown_cmark::Parser::new(&told).filter(|event| {
        use pulldown_cmark::{Event, Tag};
        matches!(
            event,
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Link { .. } | Tag::Image { .. })
        )
    });
    assert_eq!(events.collect::<Vec<_>>(), [], "{told}");
    assert_eq!(told.matches("klik").count(), 3, "as a name, a description, and at its link: {told}");
}

#[test]
fn a_link_shows_between_whom_it_runs_and_what_it_carries() {
    let more = "[[link]]\nfrom = \"ggk\"\nto = \"csam\"\n[[link]]\nfrom = \"ggk\"\nto = \"college\"\npersonal_data = false\n";
    let text = format!("{SMALLEST}{more}");
    let mut editor = Editor::open(Desk::with(&text));
    editor.edit("landscape/a.toml");
    let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let uri = editor.uri("landscape/a.toml");
    let params = json!({ "textDocument": { "uri": uri }, "range": whole });
    let hints = editor.ask("textDocument/inlayHint", params).unwrap();
    let told: Vec<_> = hints.as_array().unwrap().iter().map(|hint| hint["label"].as_str().unwrap()).collect();
    assert_eq!(
        told,
        [
            "Csam → Gemeentelijk Gegevensknooppunt · persoonsgegevens",
            "Gemeentelijk Gegevensknooppunt → Csam · inhoud niet bekend",
            "Gemeentelijk Gegevensknooppunt → College van burgemeester en wethouders · geen persoonsgegevens",
        ]
    );
    let at = &hints[0]["position"];
    assert_eq!(slice(&text, &json!({ "start": mark(&text, "|[[link]]"), "end": at })), "[[link]]");
}

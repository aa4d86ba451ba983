//! The JSON Schema of the language: what it lets through and what it stops, read as editors read it.

mod common;

use std::{fs, path::Path, sync::LazyLock};

use common::Desk;
use jsonschema::{Draft, Validator};
use koppelkaart::{
    finding::{Example, Group},
    norms::tls::TlsVersion,
    report::schema,
    rules::{self, ALL},
    text::Lang,
};
use serde_json::{Value, json};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn printed(lang: Lang) -> String {
    let mut text = Vec::new();
    schema::write(lang, &mut text).expect("memory takes all");
    String::from_utf8(text).expect("UTF-8")
}

fn schema() -> Value {
    serde_json::from_str(&printed(Lang::Nl)).expect("JSON")
}

/// The schema by the draft that it names and by the one that Taplo reads it as. Both look at dates.
static VALIDATORS: LazyLock<[Validator; 2]> = LazyLock::new(|| {
    let mut older = schema();
    older["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    [(Draft::Draft202012, schema()), (Draft::Draft7, older)].map(|(draft, schema)| {
        let options = jsonschema::options().with_draft(draft).should_validate_formats(true);
        options.build(&schema).expect("a schema")
    })
});

/// A file as an editor hands it to the schema: dates have become texts. None where it isn't TOML.
fn file(toml: &str) -> Option<Value> {
    fn plain(value: toml::Value) -> Value {
        match value {
            toml::Value::Datetime(day) => day.to_string().into(),
            toml::Value::Array(items) => items.into_iter().map(plain).collect(),
            toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, plain(value))).collect(),
            other => serde_json::to_value(other).expect("JSON has it"),
        }
    }
    Some(plain(toml::Value::Table(toml.parse().ok()?)))
}

/// What the schema has against a file, by both drafts alike.
fn against(toml: &str) -> Vec<String> {
    let file = file(toml).expect(toml);
    let told = VALIDATORS.each_ref().map(|validator| {
        let mut told: Vec<_> =
            validator.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect();
        told.sort();
        told
    });
    assert_eq!(told[0], told[1], "both drafts say the same");
    told.into_iter().next().expect("two")
}

fn examples(groups: impl Fn(Group) -> bool) -> impl Iterator<Item = (&'static str, &'static Example)> {
    let rules = ALL.iter().filter(move |rule| groups(rule.info.group));
    rules.flat_map(|rule| rule.info.examples.iter().map(|example| (rule.info.id, example)))
}

#[test]
fn it_is_a_schema_in_both_drafts_and_needs_no_other() {
    let schema = schema();
    jsonschema::draft202012::meta::validate(&schema).expect("draft 2020-12");
    jsonschema::draft7::meta::validate(&schema).expect("draft-07");
    assert!(!printed(Lang::Nl).contains("\"$ref\""), "Taplo shows no description beside one");
}

#[test]
fn each_file_of_the_example_passes_by_itself() {
    let mut count = 0;
    let mut folders = vec![Path::new(ROOT).join("landscape")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                let text = fs::read_to_string(&path).expect("it can be read");
                assert_eq!(against(&text), [""; 0], "{}", path.display());
                count += 1;
            }
        }
    }
    assert!(count > 10, "{count} files");
}

#[test]
fn the_smallest_landscape_of_the_readme_passes() {
    let readme = fs::read_to_string(format!("{ROOT}/README.md")).expect("a README").replace("\r\n", "\n");
    let after = readme.split("<!-- smallest -->\n```toml\n").nth(1).expect("it is there");
    assert_eq!(against(after.split("```").next().expect("an end")), [""; 0]);
    assert_eq!(against(common::SMALLEST), [""; 0]);
}

#[test]
fn examples_of_rules_that_are_not_about_the_language_pass() {
    for (rule, example) in examples(|group| group != Group::Language) {
        assert_eq!(against(example.toml), [""; 0], "{rule}: {}", example.shows.en);
    }
}

/// Of a mistake in the language, the schema knows what can be seen in one table; what a file has to do with
/// the others it leaves to `check`. So too a date in quotes: editors hand over every date as text.
#[test]
fn examples_of_rules_about_the_language_fail_where_one_table_shows_it() {
    let beyond = ["a date in quotes"];
    let mut stopped = 0;
    for (rule, example) in examples(|group| group == Group::Language) {
        let sees = matches!(rule, "unknown-key" | "missing-key" | "invalid-value" | "invalid-id");
        if !example.fires() {
            assert_eq!(against(example.toml), [""; 0], "{rule}: {}", example.shows.en);
        } else if sees && !beyond.contains(&example.shows.en) {
            assert_ne!(against(example.toml), [""; 0], "{rule}: {}", example.shows.en);
            stopped += 1;
        } else if let Some(file) = file(example.toml) {
            assert!(VALIDATORS[0].is_valid(&file), "{rule}: {}: no longer beyond it", example.shows.en);
        }
    }
    assert!(stopped >= 9, "{stopped}");
}

#[test]
fn mistakes_are_told_at_their_key_and_once() {
    let about = |key: &str| against(&format!("[[link]]\nfrom = \"a\"\nto = \"b\"\n{key}\n"));
    assert_eq!(about("tls = \"1.2\"\nprotocol = \"stuf\"\ndata = [\"naw\"]"), [""; 0]);
    for (key, told) in [
        ("secure = \"ja\"", "/link/0/secure: \"ja\" is not of type \"boolean\""),
        ("verified = 2026-01-01T10:00:00", "/link/0/verified: \"2026-01-01T10:00:00\" is not a \"date\""),
        ("mode = \"handmatig\"", "/link/0/mode: \"handmatig\" is not one of \"automatic\" or \"manual\""),
        ("data = [\"naw\", 3]", "/link/0/data/1: 3 is not of type \"string\""),
        ("secured = true", "/link/0: Additional properties are not allowed ('secured' was unexpected)"),
    ] {
        assert_eq!(about(key), [told]);
    }
}

#[test]
fn a_version_of_tls_passes_where_the_language_reads_it() {
    let validator = jsonschema::validator_for(&schema()["properties"]["link"]["items"]["properties"]["tls"]);
    let validator = validator.expect("a schema");
    for family in ["", "TLS", "tls", "Tls ", "TLSv", "tls-v", "SSL", "ssl_", "SSL v", "SSLv"] {
        for version in ["1.3", "1.2", "1.1", "1.0", "1.4", "1", "2", "2.0", "3", "3.0", "3.1", ""] {
            let text = format!("{family}{version}");
            assert_eq!(validator.is_valid(&json!(text)), TlsVersion::parse(&text).is_some(), "{text}");
        }
    }
}

#[test]
fn rules_are_known_by_name_and_the_language_cannot_be_allowed_away() {
    for (rules, passes) in [
        ("no-owner = \"allow\"", true),
        ("no-onwer = \"allow\"", false),
        ("unknown-key = \"deny\"", true),
        ("unknown-key = \"allow\"", false),
    ] {
        assert_eq!(against(&format!("[rules]\n{rules}\n")).is_empty(), passes, "{rules}");
    }
    assert!(rules::find("no-owner").is_some());
}

#[test]
fn the_copies_in_the_documentation_are_fresh() {
    let mut stale = Vec::new();
    for lang in Lang::ALL {
        let file = format!("docs/koppelkaart.{lang}.schema.json");
        let (path, expected) = (format!("{ROOT}/{file}"), printed(lang));
        if fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n") != expected {
            fs::write(&path, expected).expect("it can be written");
            stale.push(file);
        }
    }
    assert!(stale.is_empty(), "{stale:?} had gone stale and are written anew; look at them and commit");
}

#[test]
fn the_command_speaks_the_language_of_the_landscape_here() {
    let speaks = |desk: &Desk, arguments: &[&str]| {
        let ran = desk.run(&[&["schema"], arguments].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        ran.json()["title"].as_str().expect("a title").to_owned()
    };
    let (nl, en) = ("Koppelkaart-landschap", "Koppelkaart landscape");
    let nowhere = Desk::new([("README", "")]);
    assert_eq!(speaks(&nowhere, &[]), en, "the system speaks English in these tests");
    assert_eq!(speaks(&nowhere, &["--lang", "nl"]), nl);
    let dutch = Desk::with("[landscape]\nname = \"Sociaal domein\"\n");
    assert_eq!(speaks(&dutch, &[]), nl);
    assert_eq!(speaks(&dutch, &["--lang", "en"]), en);
    assert_eq!(speaks(&Desk::with("[landscape]\nname = \"Care\"\nlanguage = \"en\"\n"), &[]), en);
}

#[test]
fn the_command_writes_a_file_that_no_landscape_takes_for_its_own() {
    let desk = Desk::with(common::SMALLEST);
    let ran = desk.run(&["schema", "-o", "landscape/koppelkaart.schema.json"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert_eq!(desk.read("landscape/koppelkaart.schema.json"), printed(Lang::Nl));
    assert_eq!(desk.check(&[]).code, 0);
    let ran = desk.run(&["schema", "-o", "nergens/koppelkaart.schema.json", "--lang", "nl"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("nergens/koppelkaart.schema.json` kan niet geschreven worden"), "{}", ran.err);
}

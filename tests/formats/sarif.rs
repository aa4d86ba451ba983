//! SARIF, by the schema of the standard and by what GitHub makes of it.

use std::fs;

use koppelkaart::report::sarif;
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use crate::landscapes::{HOSTILE, Judged, ROOT, accepted, all, allowing, clean, example, growing, hostile};

fn log(judged: &Judged) -> Value {
    serde_json::from_str(&judged.print(sarif::write)).expect("JSON")
}

fn run(judged: &Judged) -> Value {
    log(judged)["runs"][0].take()
}

fn results(judged: &Judged) -> Vec<Value> {
    run(judged)["results"].as_array().expect("a list").clone()
}

#[test]
fn every_log_is_valid_by_the_schema_of_the_standard() {
    let schema = fs::read_to_string(format!("{ROOT}/tests/fixtures/formats/sarif-schema-2.1.0.json"));
    // A bracket too many, which readers of regular expressions don't take.
    let schema = schema.expect("it is there").replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    assert!(!validator.is_valid(&json!({ "version": "2.1.0" })), "it refuses what is no log");
    for judged in all() {
        let errors: Vec<_> = validator.iter_errors(&log(&judged)).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{}", judged.name);
    }
}

#[test]
fn each_finding_is_one_result_at_the_same_place() {
    for judged in all() {
        let mut told: Vec<_> = results(&judged).iter().map(in_short).collect();
        let mut expected: Vec<_> = judged.findings().iter().map(expected_in_short).collect();
        told.sort();
        expected.sort();
        assert_eq!(told, expected, "{}", judged.name);
    }
}

/// Level, rule, place and whether it is accepted, of a result.
fn in_short(result: &Value) -> String {
    let place = &result["locations"][0]["physicalLocation"];
    let uri = place["artifactLocation"]["uri"].as_str().expect("a path");
    assert!(uri.is_ascii() && !uri.contains([' ', '#', '[', '`', ':']), "{uri}");
    let path = percent_decode_str(uri).decode_utf8().expect("UTF-8");
    let region = &place["region"];
    let suppressed = result["suppressions"].as_array().expect("on every result").len();
    format!(
        "{} {} {path} {} {} {} {} {}",
        result["level"],
        result["ruleId"],
        region["startLine"],
        region["startColumn"],
        region["endLine"],
        region["endColumn"],
        suppressed == 1,
    )
}

fn expected_in_short(found: &Value) -> String {
    let level = if found["level"] == "deny" { "\"error\"" } else { "\"warning\"" };
    let path = found["file"].as_str().expect("a path");
    format!(
        "{level} {} {path} {} {} {} {} {}",
        found["rule"],
        found["line"],
        found["column"],
        found["end_line"],
        found["end_column"],
        found["accepted"],
    )
}

#[test]
fn a_result_points_to_its_rule_and_has_a_fingerprint_of_its_own() {
    let run = run(&example());
    let mut codes = Vec::new();
    for result in run["results"].as_array().expect("a list") {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        codes.push(result["partialFingerprints"]["koppelkaart/v1"].as_str().expect("a code").to_owned());
    }
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), run["results"].as_array().expect("a list").len());
}

#[test]
fn a_rule_carries_its_whole_explanation() {
    for rule in run(&clean())["tool"]["driver"]["rules"].as_array().expect("a list") {
        let known = koppelkaart::rules::find(rule["id"].as_str().expect("an id")).expect("it exists");
        let help = rule["help"]["markdown"].as_str().expect("Markdown");
        for part in [known.why.nl, known.mend.nl, known.fine.nl] {
            assert!(help.contains(part), "{}: {part}", known.id);
        }
        assert_eq!(help.matches("```toml").count(), known.examples.len(), "{}", known.id);
        assert_eq!(rule["properties"]["tags"][0], known.group.id());
    }
}

#[test]
fn the_message_starts_with_what_is_the_matter_and_links_the_other_places() {
    let judged = example();
    let expected: Vec<_> = judged.findings();
    for result in results(&judged) {
        let text = result["message"]["text"].as_str().expect("a text");
        let matter = |it: &&Value| text.starts_with(it["message"].as_str().expect("a text"));
        assert!(expected.iter().any(|it| matter(&it)), "{text}");
        let related = result["relatedLocations"].as_array().expect("a list");
        for (id, place) in related.iter().enumerate() {
            assert_eq!(place["id"], id);
            assert!(text.contains(&format!("]({id})")), "{text}");
        }
    }
}

/// Where the embedded links of a plain text lead, read by the grammar of the standard (3.11.6):
/// `[text](destination)`, with `\` before a bracket that is none.
fn links(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let opens = |at: &usize| characters[*at] == '[' && (*at == 0 || characters[at - 1] != '\\');
    let mut found = Vec::new();
    for start in (0..characters.len()).filter(opens) {
        let mut at = start + 1;
        while at < characters.len() && !matches!(characters[at], '[' | ']') {
            at += if characters[at] == '\\' { 2 } else { 1 };
        }
        if characters.get(at) == Some(&']') && characters.get(at + 1) == Some(&'(') {
            found.push(characters[at + 2..].iter().take_while(|it| **it != ')').collect());
        }
    }
    found
}

#[test]
fn names_make_no_links_and_no_placeholders() {
    for name in HOSTILE {
        for result in results(&hostile(name)) {
            let related = result["relatedLocations"].as_array().expect("a list");
            let mut texts = vec![&result["message"]["text"]];
            texts.extend(related.iter().map(|place| &place["message"]["text"]));
            for (index, text) in texts.into_iter().filter_map(Value::as_str).enumerate() {
                let expected = if index == 0 { related.len() } else { 0 };
                let numbers: Vec<_> = (0..expected).map(|id| id.to_string()).collect();
                assert_eq!(links(text), numbers, "{text}");
                let digit = |brace: &str| brace.starts_with(|next: char| next.is_ascii_digit());
                assert!(!text.split('{').skip(1).any(digit), "{text}");
            }
        }
    }
}

#[test]
fn an_acceptance_is_a_suppression_with_who_why_and_until() {
    let results = results(&accepted());
    let suppressions: Vec<_> = results.iter().filter_map(|it| it["suppressions"].get(0)).collect();
    let [suppression] = suppressions[..] else { panic!("{suppressions:?}") };
    assert_eq!((&suppression["kind"], &suppression["status"]), (&json!("external"), &json!("accepted")));
    assert_eq!(suppression["properties"], json!({ "by": "CISO", "until": "2027-01-31" }));
    let why = suppression["justification"].as_str().expect("a text");
    assert!(["Wordt vervangen", "CISO", "2027-01-31"].iter().all(|part| why.contains(part)), "{why}");
}

#[test]
fn what_was_there_before_is_unchanged_and_the_rest_is_new() {
    let states = |judged: &Judged| -> Vec<String> {
        let state =
            |it: &Value| format!("{} {}", it["properties"]["subject"], it["baselineState"]).replace('"', "");
        results(judged).iter().filter(|it| it["ruleId"] == "unsecured-link").map(state).collect()
    };
    assert_eq!(states(&growing()), ["ggk->csam new", "csam->ggk unchanged"]);
    assert_eq!(states(&accepted()), ["ggk->csam null", "csam->ggk null"], "no baseline, no word of it");
    let debt = accepted().since(&accepted());
    assert_eq!(states(&debt), ["ggk->csam unchanged", "csam->ggk unchanged"], "nor is what is accepted new");
}

#[test]
fn what_was_not_assessed_is_told_of() {
    for judged in [clean(), allowing()] {
        let run = run(&judged);
        let notes =
            run["invocations"][0]["toolConfigurationNotifications"].as_array().expect("a list").clone();
        let told: Vec<_> = notes.iter().map(|note| note["associatedRule"]["id"].clone()).collect();
        let missing = judged.analysis.not_assessed.iter().map(|it| it.rule);
        let expected: Vec<_> = missing.chain(judged.analysis.allowed.iter().copied()).collect();
        assert_eq!(told, expected, "{}", judged.name);
    }
    assert_eq!(allowing().analysis.allowed, ["unsecured-link"]);
}

#[test]
fn no_run_has_more_results_than_github_takes_and_the_worst_stay() {
    let mut judged = accepted();
    let [bad, accepted] = [false, true].map(|is| {
        judged.analysis.findings.iter().find(|it| it.accepted == is).expect("there is one").clone()
    });
    judged.analysis.findings = vec![accepted; 20_000];
    judged.analysis.findings.extend(vec![bad; 5_003]);
    let run = run(&judged);
    let results = run["results"].as_array().expect("a list");
    assert_eq!(results.len(), 25_000);
    assert_eq!(results.iter().filter(|it| it["suppressions"] == json!([])).count(), 5_003);
    let told = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].as_str();
    assert!(told.expect("a notification").starts_with("3 "), "{told:?}");
}

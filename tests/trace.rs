//! `koppelkaart trace`: who gets a category of data, on which way, and what can't be known.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{Desk, Ran};
use serde_json::Value;

/// BSN runs brp → makelaar → csam → magazijn → cbs, round from csam to makelaar, and back in answer to zaak. A retired
/// link would be shorter. A supplier brings it to the magazijn by hand, an inhabitant to a portal.
const TOWN: &str = r#"
[landscape]
name = "Dorp"
date = 2026-11-01

[party.college]
name = "College"
kind = "municipality"
[party.inwoner]
name = "Inwoner"
kind = "data-subject"
[party.cbs]
name = "CBS"
kind = "government"
[party.maker]
name = "Maker"
kind = "supplier"

[data.bsn]
name = "BSN"
class = "national-id"
[data.weer]
name = "Weer"
class = "non-personal"
[data.niets]
name = "Ongebruikt"
class = "personal"

[application.brp]
name = "Basisregistratie"
source_of = "bsn"
[application.makelaar]
name = "Makelaar"
[application.csam]
name = "Csam"
[application.magazijn]
name = "Magazijn"
[application.zaak]
name = "Zaaksysteem"
[application.portaal]
name = "Portaal"
[application.archief]
name = "Archief"

[[link]]
from = "brp"
to = "makelaar"
data = "bsn"
secure = true
protocol = "https"
tls = "1.3"
controller = "college"
[[link]]
from = "makelaar"
to = "csam"
data = "bsn"
secure = true
protocol = "https"
tls = "1.3"
controller = "college"
[[link]]
from = "csam"
to = "makelaar"
data = "bsn"
secure = true
protocol = "https"
tls = "1.3"
controller = "college"
[[link]]
from = "csam"
to = "magazijn"
data = "bsn"
secure = true
protocol = "ftp"
controller = "college"
[[link]]
from = "brp"
to = "magazijn"
data = "bsn"
lifecycle = "retired"
[[link]]
from = "zaak"
to = "csam"
data = "weer"
returns = "bsn"
secure = true
protocol = "https"
tls = "1.3"
[[link]]
from = "magazijn"
to = "cbs"
data = "bsn"
secure = false
controller = "cbs"
[[link]]
from = "maker"
to = "magazijn"
data = "bsn"
protocol = "usb"
secure = true
[[link]]
from = "csam"
to = "inwoner"
data = "bsn"
secure = true
protocol = "https"
tls = "1.3"
[[link]]
from = "inwoner"
to = "portaal"
data = "bsn"
secure = true
protocol = "https"
tls = "1.3"
[[link]]
from = "magazijn"
to = "archief"
personal_data = true
"#;

fn trace(desk: &Desk, arguments: &[&str]) -> Ran {
    let ran = desk.run(&[&["trace"], arguments].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    ran
}

fn json(desk: &Desk, arguments: &[&str]) -> Value {
    trace(desk, &[arguments, &["--format", "json"]].concat()).json()
}

fn id(end: &Value) -> &str {
    end["id"].as_str().unwrap()
}

fn ids(ends: &Value) -> Vec<&str> {
    ends.as_array().unwrap().iter().map(id).collect()
}

/// The step that an index points to.
fn step<'a>(steps: &'a Value, at: &Value) -> &'a Value {
    &steps[usize::try_from(at.as_u64().unwrap()).unwrap()]
}

/// The ids along the way that was asked.
fn way(answer: &Value) -> Option<Vec<&str>> {
    let way = answer["way"].as_array()?;
    let steps: Vec<&Value> = way.iter().map(|at| step(&answer["steps"], at)).collect();
    let first = steps.first().map(|step| id(&step["from"]));
    Some(first.into_iter().chain(steps.iter().map(|step| id(&step["to"]))).collect())
}

#[test]
fn each_place_is_told_with_how_far_it_is_from_the_source() {
    let answer = json(&Desk::with(TOWN), &["bsn"]);
    let far = |it: &Value| (id(it).to_owned(), it["steps"].as_u64().unwrap());
    let reached: BTreeMap<String, u64> = answer["reached"].as_array().unwrap().iter().map(far).collect();
    let expected = [
        ("brp", 0),
        ("makelaar", 1),
        ("csam", 2),
        ("magazijn", 3),
        ("zaak", 3),
        ("inwoner", 3),
        ("cbs", 4),
        // It starts with the supplier, and at the portal it comes from an inhabitant, through whom nothing runs on.
        ("maker", 0),
        ("portaal", 1),
    ];
    assert_eq!(reached, expected.map(|(id, steps)| (id.to_owned(), steps)).into());
    let origins: Vec<_> =
        answer["starts"].as_array().unwrap().iter().map(|it| (id(it), &it["origin"])).collect();
    assert_eq!(
        origins,
        [("brp", &"source".into()), ("inwoner", &"party".into()), ("maker", &"party".into())]
    );
}

#[test]
fn the_way_there_passes_no_retired_link_and_what_else_comes_there_is_told() {
    let desk = Desk::with(TOWN);
    let answer = json(&desk, &["bsn", "--to", "magazijn"]);
    assert_eq!(way(&answer).unwrap(), ["brp", "makelaar", "csam", "magazijn"]);
    let told = trace(&desk, &["bsn", "--to", "magazijn"]).out;
    let order: Vec<_> =
        ["Basisregistratie → Makelaar", "Makelaar → Csam", "Csam → Magazijn", "Maker → Magazijn"]
            .map(|step| told.find(step).unwrap_or_else(|| panic!("{step}: {told}")))
            .into();
    assert!(order.is_sorted(), "{told}");
    // In symbol and word, with the protocol and the line where the link names the category.
    let line = TOWN.lines().collect::<Vec<_>>();
    let at = line.iter().position(|line| *line == "protocol = \"ftp\"").unwrap() - 1;
    assert_eq!(line[at - 1], "data = \"bsn\"");
    for words in
        ["≠ opgave klopt niet", "· ftp", "verantwoordelijk: College", &format!("landscape/a.toml:{at}")]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn an_answer_is_a_way_too_against_the_direction_of_its_link() {
    let answer = json(&Desk::with(TOWN), &["bsn", "--to", "zaak"]);
    assert_eq!(way(&answer).unwrap(), ["brp", "makelaar", "csam", "zaak"]);
    let last = step(&answer["steps"], &answer["way"][2]);
    assert_eq!((&last["link"], &last["answer"]), (&"zaak->csam".into(), &true.into()));
    assert!(
        trace(&Desk::with(TOWN), &["bsn", "--to", "zaak"]).out.contains("Csam → Zaaksysteem (als antwoord)")
    );
}

#[test]
fn from_somewhere_only_what_runs_on_from_there() {
    let desk = Desk::with(TOWN);
    let answer = json(&desk, &["bsn", "--from", "magazijn"]);
    assert_eq!(ids(&answer["reached"]), ["magazijn", "cbs"]);
    assert_eq!(
        way(&json(&desk, &["bsn", "--from", "csam", "--to", "cbs"])).unwrap(),
        ["csam", "magazijn", "cbs"]
    );
    let told = trace(&desk, &["bsn", "--from", "portaal"]).out;
    assert!(told.contains("gaat vanuit Portaal nergens heen"), "{told}");
}

#[test]
fn that_there_is_no_way_is_an_answer_and_a_possible_one_is_told_apart() {
    let desk = Desk::with(TOWN);
    let answer = json(&desk, &["bsn", "--from", "cbs", "--to", "brp"]);
    assert_eq!((&answer["way"], &answer["possible"]["way"]), (&Value::Null, &Value::Null));
    let told = trace(&desk, &["bsn", "--from", "cbs", "--to", "brp", "--lang", "en"]).out;
    assert_eq!(
        told.lines().next(),
        Some("No way is recorded on which BSN goes from CBS to Basisregistratie.")
    );
    // The last link only says that it carries personal data.
    let answer = json(&desk, &["bsn", "--from", "csam", "--to", "archief"]);
    assert_eq!(answer["way"], Value::Null);
    let possible = answer["possible"]["way"].as_array().unwrap();
    let ends: Vec<_> = possible.iter().map(|step| id(&step["to"])).collect();
    assert_eq!(ends, ["magazijn", "archief"]);
}

#[test]
fn what_may_carry_it_too_is_told_unless_it_cannot() {
    let desk = Desk::with(TOWN);
    let possible = &json(&desk, &["bsn"])["possible"];
    assert_eq!(ids(&possible["ends"]), ["archief"]);
    let told = trace(&desk, &["bsn"]).out;
    assert!(told.contains("Niet te weten") && told.contains("Archief"), "{told}");
    // What isn't personal data can't be among personal data that isn't listed.
    assert_eq!(json(&desk, &["weer"])["possible"]["steps"], Value::Array(Vec::new()));
}

#[test]
fn every_link_that_is_not_surely_secured_is_told_also_beside_the_shortest_ways() {
    let told = trace(&Desk::with(TOWN), &["bsn"]).out;
    let (_, after) = told.split_once("Niet beveiligd of niet bekend").unwrap();
    for step in ["✗ Magazijn → CBS", "≠ Csam → Magazijn", "≠ Maker → Magazijn"] {
        assert!(after.contains(step), "{step}: {told}");
    }
    assert!(!after.contains("Basisregistratie → Makelaar"), "{told}");
    // Nobody answers for four of the nine links that carry it.
    assert!(told.contains("College (4), CBS (1)."), "{told}");
    assert!(told.contains("Voor 4 koppelingen is niemand"), "{told}");
}

#[test]
fn nobody_has_what_no_link_carries() {
    let ran = trace(&Desk::with(TOWN), &["niets"]);
    assert!(ran.out.starts_with("Niemand heeft Ongebruikt"), "{}", ran.out);
    assert!(ran.out.contains("Niet te weten"), "the link that lists nothing may carry it: {}", ran.out);
}

/// Whatever the landscape, the answer hangs together: this holds for the example too.
#[test]
fn every_place_is_one_step_beyond_the_one_that_it_comes_from() {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/landscape");
    let town = Desk::with(TOWN);
    for answer in [json(&town, &["bsn"]), json(&town, &["bsn", example]), json(&town, &["naw", example])] {
        let steps = answer["steps"].as_array().unwrap();
        let starts: BTreeSet<&str> = ids(&answer["starts"]).into_iter().collect();
        let far: BTreeMap<&str, u64> = answer["reached"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| (id(it), it["steps"].as_u64().unwrap()))
            .collect();
        assert!(far.len() > 8);
        for place in answer["reached"].as_array().unwrap() {
            if place["by"].is_null() {
                assert!(starts.contains(id(place)), "{place}");
                continue;
            }
            let last = step(&answer["steps"], &place["by"]);
            let (from, far_here) = (id(&last["from"]), place["steps"].as_u64().unwrap());
            assert_eq!(id(&last["to"]), id(place));
            assert!(far[from] + 1 == far_here || (starts.contains(from) && far_here == 1), "{place}");
        }
        // Who sends or receives it is among them.
        for end in steps.iter().flat_map(|step| [&step["from"], &step["to"]]) {
            assert!(far.contains_key(id(end)), "{end}");
        }
    }
}

#[test]
fn names_stay_names_in_a_terminal_and_in_a_picture() {
    let hostile = TOWN
        .replace("name = \"Csam\"", r#"name = "</text><script>x</script>\u001b[31m\u202Erood""#)
        .replace("protocol = \"ftp\"", r#"protocol = "ftp\u001b]0;x\u0007""#);
    let desk = Desk::with(hostile);
    for arguments in [&["bsn"][..], &["bsn", "--to", "magazijn"], &["bsn", "--format", "json"]] {
        let out = trace(&desk, arguments).out;
        assert!(!out.contains(['\u{1b}', '\u{7}', '\u{202E}']), "{out}");
    }
    let svg = trace(&desk, &["bsn", "--format", "svg"]).out;
    let document = roxmltree::Document::parse(&svg).unwrap();
    assert!(!document.descendants().any(|node| node.has_tag_name("script")));
    let unknown = desk.run(&["trace", "b\u{1b}[31m"]);
    assert!(unknown.code == 2 && !unknown.err.contains('\u{1b}'), "{unknown:?}");
}

#[test]
fn the_picture_lets_the_way_stand_out_in_order() {
    let svg = trace(&Desk::with(TOWN), &["bsn", "--to", "magazijn", "--format", "svg"]).out;
    let document = roxmltree::Document::parse(&svg).unwrap();
    let of_class = |class: &'static str| {
        document.descendants().filter(move |node| node.attribute("class") == Some(class)).collect::<Vec<_>>()
    };
    let title =
        |node: &roxmltree::Node<'_, '_>| node.first_element_child().unwrap().text().unwrap().to_owned();
    let titles: Vec<String> = of_class("arrow").iter().map(title).collect();
    assert_eq!(titles.iter().filter(|title| !title.ends_with("(niet uitgelicht)")).count(), 3, "{titles:?}");
    let rows: Vec<String> = of_class("row")
        .iter()
        .map(|row| row.descendants().filter_map(|node| node.text()).collect::<Vec<_>>().join(" "))
        .collect();
    assert!(rows.iter().zip(1..).all(|(row, number)| row.starts_with(&number.to_string())), "{rows:?}");
    assert_eq!(of_class("node").len(), 10, "the rest of the landscape is there too");
}

#[test]
fn a_file_gets_what_would_have_been_printed() {
    let desk = Desk::with(TOWN);
    for format in ["human", "json", "svg"] {
        let printed = trace(&desk, &["bsn", "--format", format]).out;
        assert_eq!(trace(&desk, &["bsn", "--format", format, "-o", "answer"]).out, "");
        assert_eq!(desk.read("answer"), printed);
    }
}

#[test]
fn an_id_that_does_not_exist_is_told_with_the_one_that_may_be_meant() {
    let desk = Desk::with(TOWN);
    for (arguments, meant) in [
        (&["trace", "bns"][..], "`bsn`"),
        (&["trace", "bsn", "--to", "magasijn"], "`magazijn`"),
        (&["trace", "bsn", "--from", "inwoners"], "`inwoner`"),
    ] {
        let ran = desk.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains(meant), "{}", ran.err);
    }
}

#[test]
fn half_a_landscape_is_not_traced() {
    let desk = Desk::with(format!("{TOWN}\n[[link]]\nfrom = \"csam\"\nto = \"nergens\"\ndata = \"bsn\"\n"));
    let ran = desk.run(&["trace", "bsn", "--format", "svg", "-o", "bsn.svg"]);
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("nergens") && !desk.path("bsn.svg").exists(), "{ran:?}");
}

#[test]
fn a_long_chain_is_told_without_lines_that_grow_with_it() {
    let application = |n| format!("[application.a{n}]\nname = 'A{n}'\n");
    let link = |n| format!("[[link]]\nfrom = 'a{}'\nto = 'a{n}'\ndata = 'bsn'\n", n - 1);
    let tables = (0..2_000).map(application).chain((1..2_000).map(link));
    let text = "[landscape]\nname = 'Keten'\n[data.bsn]\nname = 'BSN'\nclass = 'national-id'\n";
    let desk = Desk::with(tables.fold(text.to_owned(), |text, table| text + &table));
    let told = trace(&desk, &["bsn"]).out;
    assert!(told.contains(" 1.999 A1999 "), "the last is told, with how far it is");
    assert!(told.lines().all(|line| line.chars().count() < 160));
}

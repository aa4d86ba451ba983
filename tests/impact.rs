//! `koppelkaart impact`: what breaks when an application is switched off.

mod common;

use common::{Desk, SMALLEST};
use serde_json::{Value, json};

/// The register feeds a hub, which feeds two teams; one of them also gets it from the register directly, and sends
/// on over a link that lists nothing.
const HUB: &str = r#"[landscape]
name = "Wijken"
language = "en"

[party.rvig]
name = "RvIG"

[data.naw]
name = "Name and address"
class = "personal"

[data.nota]
name = "Note"
class = "personal"

[processing.brp]
name = "Register"

[processing.wmo]
name = "Support"

[application.register]
name = "Register"
source_of = "naw"

[application.hub]
name = "Hub"

[application.north]
name = "North"

[application.south]
name = "South"

[application.desk]
name = "Desk"

[[link]]
id = "in"
from = "register"
to = "hub"
data = "naw"
processing = "brp"

[[link]]
id = "north"
from = "hub"
to = "north"
data = ["naw", "nota"]
processing = ["brp", "wmo"]

[[link]]
id = "south"
from = "hub"
to = "south"
data = "naw"

[[link]]
id = "own"
from = "register"
to = "south"
data = "naw"
processing = "wmo"

[[link]]
id = "on"
from = "north"
to = "desk"
personal_data = true

[[link]]
id = "report"
from = "hub"
to = "rvig"
data = "naw"

[[link]]
id = "old"
from = "hub"
to = "desk"
data = "naw"
lifecycle = "retired"
"#;

fn ask(arguments: &[&str]) -> Value {
    let ran = Desk::with(HUB).run(&[&["impact", "--format", "json"], arguments].concat());
    assert_eq!((ran.code, &*ran.err), (0, ""));
    ran.json()
}

/// The values under a key of each element.
fn each<'a>(list: &'a Value, key: &str) -> Vec<&'a str> {
    list.as_array().unwrap().iter().map(|it| it[key].as_str().unwrap()).collect()
}

#[test]
fn links_fall_away_both_ways_and_a_retired_one_is_no_loss() {
    let answer = ask(&["hub"]);
    assert_eq!(each(&answer["links"], "id"), ["in", "north", "south", "report"]);
    assert_eq!(
        (&answer["links"][0]["file"], &answer["links"][0]["line"]),
        (&json!("landscape/a.toml"), &json!(38))
    );
    assert_eq!(answer["without_activity"], json!(["south", "report"]));
}

#[test]
fn an_activity_loses_all_or_some_of_its_links() {
    let answer = ask(&["hub"]);
    let activities = answer["activities"].as_array().unwrap();
    let told: Vec<_> = activities.iter().map(|it| (&it["id"], &it["lost"], &it["links"])).collect();
    assert_eq!(told, [(&json!("brp"), &json!(2), &json!(2)), (&json!("wmo"), &json!(1), &json!(2))]);
}

#[test]
fn who_gets_it_from_elsewhere_keeps_it_and_others_lose_it() {
    let answer = ask(&["hub"]);
    let fate = |to: &str, category: &str| {
        let rows = answer["data"].as_array().unwrap();
        rows.iter().find(|it| it["to"] == to && it["category"] == category).unwrap().clone()
    };
    assert_eq!(fate("south", "naw")["fate"], "stays");
    assert_eq!(
        (&fate("south", "naw")["source"], &fate("south", "naw")["over"]),
        (&json!("register"), &json!("own"))
    );
    assert_eq!(
        (&fate("north", "naw")["fate"], &fate("north", "naw")["sourced"]),
        (&json!("lost"), &json!(true))
    );
    // Nothing says where the hub has the note from; that it is lost is sure.
    assert_eq!(
        (&fate("north", "nota")["fate"], &fate("north", "nota")["sourced"]),
        (&json!("lost"), &json!(false))
    );
}

#[test]
fn where_nothing_is_listed_more_may_be_lost() {
    assert_eq!(ask(&["hub"])["unlisted"], json!(["on"]));
    assert_eq!(ask(&["south"])["unlisted"], json!([]), "nobody gets anything from it");
    let told = Desk::with(HUB).run(&["impact", "hub"]).out;
    assert!(told.contains("More may be lost: the data of 1 link"), "{told}");
}

#[test]
fn what_hung_on_it_comes_apart_from_the_rest() {
    let answer = ask(&["hub"]);
    let parts: Vec<_> = answer["cut_off"].as_array().unwrap().iter().map(|part| each(part, "id")).collect();
    assert_eq!(parts, [vec!["north", "desk"], vec!["rvig"]], "the largest first; what stays is as large");
}

#[test]
fn the_verdict_comes_first() {
    let told = Desk::with(HUB).run(&["impact", "hub"]);
    assert_eq!(told.code, 0);
    let verdict = told.out.split("\n\n").next().unwrap().replace('\n', " ");
    assert_eq!(
        verdict,
        "When Hub (hub) is switched off, 4 links no longer work [landscape/a.toml:26]. 1 application and 1 party \
         lose data that comes in no other way. More may be lost: the data of 1 link isn't listed. 2 \
         applications and 1 party come apart from the rest. 1 processing activity loses all of its links."
    );
}

/// A party may originate what it sends, but nobody says that it has the same.
#[test]
fn that_a_party_takes_over_is_not_taken_for_granted() {
    let landscape =
        HUB.to_owned() + "[[link]]\nid = 'help'\nfrom = 'rvig'\nto = 'north'\ndata = ['naw', 'nota']\n";
    let told = Desk::with(landscape).run(&["impact", "hub"]).out.replace('\n', " ");
    assert!(
        told.contains("For 1 application, a party outside would have to take over: check whether it can."),
        "{told}"
    );
    assert!(told.contains("Nobody declares what a party has"), "{told}");
}

#[test]
fn nothing_recorded_is_not_nothing_used() {
    let alone = SMALLEST.to_owned() + "[application.los]\nname = 'Los'\n";
    let ran = Desk::with(alone).run(&["impact", "los"]);
    assert!(
        ran.out.starts_with("Voor zover vastgelegd breekt er niets als Los (los) uitgaat"),
        "{}",
        ran.out
    );
}

#[test]
fn all_are_told_the_worst_first() {
    let answer = ask(&["--all"]);
    let carriers = answer["carriers"].as_array().unwrap();
    let told: Vec<_> = carriers.iter().map(|it| it["application"]["id"].as_str().unwrap()).collect();
    assert_eq!(told, ["register", "hub"]);
    assert_eq!(
        carriers[0]["categories"],
        json!([{"category": "naw", "starts": true, "applications": 3, "parties": 1}])
    );
    let cut = answer["cut_points"].as_array().unwrap();
    let told: Vec<_> = cut.iter().map(|it| it["application"]["id"].as_str().unwrap()).collect();
    assert_eq!(told, ["hub", "north"]);
    let sources = answer["sources"].as_array().unwrap();
    let told: Vec<_> =
        sources.iter().map(|it| (&it["category"], &it["source"]["id"], &it["origin"])).collect();
    assert_eq!(
        told,
        [
            (&json!("naw"), &json!("register"), &json!("declared")),
            (&json!("nota"), &json!("hub"), &json!("unsaid"))
        ]
    );
    assert_eq!(answer["unlisted"], json!(["on"]));
}

#[test]
fn arguments_are_read_as_they_are_meant() {
    let desk = Desk::new([("map/a.toml", HUB)]);
    assert_eq!(desk.run(&["impact", "hub", "map"]).code, 0);
    assert_eq!(desk.run(&["impact", "--all", "map"]).code, 0);
    for (arguments, told) in [
        (&["impact"][..], "which application?"),
        (&["impact", "hub", "map", "--all"], "leave out the one"),
        (&["impact", "hbu", "map"], "did you mean `hub`?"),
        (&["impact", "rvig", "map"], "`rvig` is a party"),
        (&["impact", "hub", "nergens"], "nergens"),
    ] {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains(told) && ran.out.is_empty(), "{ran:?}");
    }
}

#[test]
fn half_a_landscape_is_refused() {
    let broken = HUB.replace("from = \"hub\"\nto = \"south\"", "from = \"hubb\"\nto = \"south\"");
    for arguments in [&["impact", "hub"][..], &["impact", "--all", "--format", "json"]] {
        let ran = Desk::with(&broken).run(arguments);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("couldn't be read"), "{}", ran.err);
        assert!(ran.out.contains("unknown-reference"), "{}", ran.out);
    }
}

#[test]
fn a_name_cannot_break_out() {
    let evil = HUB.replace("\"Hub\"", "\"Hub\\u001b[31m\\nAll is well\\u202E\"");
    for arguments in [&["impact", "hub"][..], &["impact", "hub", "--format", "json"], &["impact", "--all"]] {
        let out = Desk::with(&evil).run(arguments).out;
        assert!(!out.contains(['\u{1b}', '\u{202E}']) && !out.contains("\nAll is well"), "{out}");
    }
}

#[test]
fn the_same_landscape_gives_the_same_bytes() {
    for arguments in [&["impact", "hub"][..], &["impact", "--all", "--format", "json"]] {
        let desk = Desk::with(HUB);
        assert_eq!(desk.run(arguments).out, desk.run(arguments).out);
    }
}

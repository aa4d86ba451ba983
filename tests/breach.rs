//! `koppelkaart breach`: what the law asks after a breach, found again for small landscapes; and where data runs, asked
//! of the graph in another way.

mod common;

use std::collections::BTreeSet;

use common::{Desk, Ran};
use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    follow::breach::breach,
    graph::FlowGraph,
    load::files,
    model::Endpoint,
    text::is_unsafe,
};
use pulldown_cmark::{Event, Parser, Tag};
use serde_json::{Value, json};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A back office run by a supplier, with what comes in from a front office and goes out to others.
const SMALL: &str = r#"
[landscape]
name = "Dorp"
date = 2026-11-01
language = "en"

[party.college]
name = "Municipal Executive"
kind = "municipality"
contact = "call 14 0123"
dpo = "dpo@dorp.nl"

[party.wolk]
name = "Wolk"
kind = "supplier"
contact = "call 088-1"

[party.cak]
name = "CAK"
kind = "government"

[party.inwoner]
name = "Inhabitant"
kind = "data-subject"

[data.naw]
name = "Name and address"
class = "personal"

[data.zorg]
name = "Care"
class = "special-category"

[data.bsn]
name = "BSN"
class = "national-id"

[data.wegen]
name = "Roads"
class = "non-personal"

[application.balie]
name = "Desk"
controller = "college"
operator = "college"
source_of = "naw"

[application.csam]
name = "Back office"
controller = "college"
operator = "wolk"
owner = "Social affairs"
access_logging = true
source_of = "zorg"

[application.archief]
name = "Archive"

[application.kaart]
name = "Map"
controller = "college"

[agreement.vwo]
name = "Processing by Wolk"
kind = "processor"
parties = ["college", "wolk"]
signed = 2025-01-01
expires = 2026-12-31

[processing.wmo]
name = "Support"
purpose = "Help at home"
controller = "college"
subjects = ["Clients", "Their carers"]

[processing.post]
name = "Letters"
purpose = "Writing to people"
controller = "college"

[[link]]
id = "in"
from = "balie"
to = "csam"
data = "naw"
secure = true
protocol = "https"
tls = "1.3"
processing = "wmo"

[[link]]
id = "uit"
from = "csam"
to = "cak"
data = ["naw", "bsn"]
secure = true
protocol = "ftp"
processing = "post"

[[link]]
id = "verder"
from = "cak"
to = "archief"
data = "bsn"
secure = false

[[link]]
id = "wegen"
from = "csam"
to = "kaart"
data = "wegen"
"#;

/// What was printed, wherever its lines end.
trait Flat {
    fn flat(&self) -> String;
}

impl Flat for Ran {
    fn flat(&self) -> String {
        self.out.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn told(desk: &Desk, arguments: &[&str]) -> Ran {
    let ran = desk.run(&[&["breach", "csam"], arguments].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    ran
}

fn answer(landscape: &str, arguments: &[&str]) -> Value {
    told(&Desk::with(landscape), &[&["--format", "json"], arguments].concat()).json()
}

/// The smallest landscape in which an application holds personal data, with more about it or after it.
fn with(application: &str, rest: &str) -> String {
    format!(
        "[landscape]\nname = 'Dorp'\ndate = 2026-11-01\nlanguage = 'en'\n[party.college]\nname = 'College'\n\
         [party.wolk]\nname = 'Wolk'\n[party.cak]\nname = 'CAK'\n[data.naw]\nname = 'NAW'\nclass = 'personal'\n\
         [data.wegen]\nname = 'Roads'\nclass = 'non-personal'\n[application.csam]\nname = 'Csam'\n{application}\n\
         [application.ander]\nname = 'Other'\n{rest}\n"
    )
}

const LINK: &str = "[[link]]\nid = 'l'\nfrom = 'ander'\nto = 'csam'\ndata = 'naw'\n";

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect()
}

fn keys<'a>(value: &'a Value, key: &str) -> Vec<&'a str> {
    value.as_array().unwrap().iter().map(|it| it[key].as_str().unwrap_or_default()).collect()
}

#[test]
fn the_deadline_is_seventy_two_hours_later_whatever_day_that_is() {
    for (at, deadline) in [
        // A Friday evening; the first day of Easter follows; a day alone counts from its start.
        ("2026-11-06T22:10", json!("2026-11-09T22:10:00+01:00")),
        ("2027-03-26T12:00", json!("2027-03-29T13:00:00+02:00")),
        ("2026-11-02", json!("2026-11-05T00:00:00+01:00")),
        // Summer time ends within: one hour more on the clock is none in the law.
        ("2026-10-24T09:00", json!("2026-10-27T08:00:00+01:00")),
        ("2026-07-01T20:00Z", json!("2026-07-04T22:00:00+02:00")),
    ] {
        assert_eq!(answer(SMALL, &["--at", at])["duty"]["deadline"], deadline, "{at}");
    }
    assert_eq!(answer(SMALL, &[])["duty"], json!({"law": "avg", "hours": 72, "deadline": null}));
}

#[test]
fn the_law_is_that_of_the_day_on_which_one_became_aware() {
    let law = |at| answer(SMALL, &["--at", at])["duty"].clone();
    assert_eq!(law("2018-05-25")["law"], "avg");
    assert_eq!(law("2018-05-24")["law"], "wbp");
    assert_eq!(law("2018-05-24")["deadline"], "2018-05-27T00:00:00+02:00");
    assert_eq!(law("2015-12-31"), json!({"law": null, "hours": null, "deadline": null}));

    let desk = Desk::with(SMALL);
    let early = told(&desk, &["--at", "2015-12-31"]).flat();
    assert!(early.contains("no general law asked for it yet"), "{early}");
    assert!(!early.contains("art. 33"), "{early}");
    let wbp = told(&desk, &["--at", "2017-03-01", "--lang", "nl"]).flat();
    for said in [
        "onverwijld en zo mogelijk uiterlijk vrijdag 3 maart 2017 om 24.00 uur",
        "Wbp art. 34a(1)",
        "Wbp art. 34a(2)",
    ] {
        assert!(wbp.contains(said), "{said}: {wbp}");
    }
    assert!(!wbp.contains("AVG"), "a landscape of 2017 isn't told about the AVG: {wbp}");
}

#[test]
fn it_says_first_by_when_and_whom_to_call_and_leaves_the_risk_to_people() {
    let desk = Desk::with(SMALL);
    let page = told(&desk, &["--at", "2026-11-06T22:10"]).flat();
    let order = [
        "at the latest Monday 9 November 2026 at 22:10",
        "unless the breach is unlikely to result in a risk to people (GDPR art. 33(1))",
        "Care (GDPR art. 9, recital 75); BSN (identity theft or fraud, GDPR recital 75)",
        "Municipal Executive (call 14 0123, data protection officer dpo@dorp.nl)",
        "Social affairs",
        "Wolk (call 088-1) must tell the controller without undue delay (GDPR art. 33(2))",
        "Processing by Wolk",
        "if the breach is likely to result in a high risk to them (GDPR art. 34(1))",
        "also if it isn't reported (GDPR art. 33(5))",
        "Keep the log",
        "2. What is at stake",
        "3. Where such data may be too",
        "4. What the landscape doesn't say",
        "of how many people",
    ];
    let found: Vec<_> =
        order.iter().map(|said| page.find(said).unwrap_or_else(|| panic!("{said}: {page}"))).collect();
    assert!(found.is_sorted(), "{page}");
}

#[test]
fn what_the_page_says_in_both_languages() {
    let desk = Desk::with(SMALL);
    let page = |lang| told(&desk, &["--at", "2026-11-06", "--lang", lang]).out;
    insta::assert_snapshot!(format!("{}\n{}", page("nl"), page("en")));
}

#[test]
fn what_is_at_stake_is_what_it_holds_with_how_it_came_there() {
    let data = answer(SMALL, &[])["data"].clone();
    assert_eq!(keys(&data, "id"), ["zorg", "bsn", "naw"], "the weightiest first, and no roads");
    assert_eq!(keys(&data, "class"), ["special-category", "national-id", "personal"]);
    assert_eq!(data[0]["source"], true);
    assert_eq!(
        data[1],
        json!({
            "id": "bsn", "name": "BSN", "class": "national-id", "raises_risk": true, "source": false,
            "received": [], "sent": [{"link": "uit", "with": "cak"}],
        })
    );
    assert_eq!(data[2]["received"], json!([{"link": "in", "with": "balie"}]));
    assert_eq!(data[2]["raises_risk"], false);
}

#[test]
fn a_group_that_is_not_declared_is_said_to_be_unknown() {
    let subjects = answer(SMALL, &[])["subjects"].clone();
    assert_eq!(keys(&subjects["groups"], "name"), ["Clients", "Their carers"]);
    assert_eq!(texts(&subjects["without_group"]), ["post"]);
    assert_eq!(texts(&subjects["without_processing"]), [""; 0]);

    let unserved = answer(&with("", LINK), &[])["subjects"].clone();
    assert_eq!(unserved, json!({"groups": [], "without_group": [], "without_processing": ["l"]}));
    let page = told(&Desk::with(with("", LINK)), &[]).flat();
    assert!(page.contains("no group of people is declared"), "{page}");
}

#[test]
fn the_controller_is_that_of_the_application_else_of_its_links() {
    let controllers = |landscape: &str| {
        let all = answer(landscape, &[])["controllers"].clone();
        (all["named_by"].clone(), keys(&all["parties"], "id").join(" "))
    };
    let of_link = format!("{LINK}controller = 'cak'\n");
    assert_eq!(
        controllers(&with("controller = 'college'", &of_link)),
        (json!("application"), "college".into())
    );
    assert_eq!(controllers(&with("", &of_link)), (json!("links"), "cak".into()));
    let activity = "[processing.p]\nname = 'P'\ncontroller = ['wolk', 'college']\n";
    let served = format!("{LINK}processing = 'p'\n{activity}");
    assert_eq!(controllers(&with("", &served)), (json!("links"), "college wolk".into()));
    assert_eq!(controllers(&with("", LINK)), (Value::Null, String::new()));

    let page = |landscape: String| told(&Desk::with(landscape), &[]).flat();
    assert!(page(with("", LINK)).contains("find out first who it is"));
    assert!(page(with("", &of_link)).contains("of the application itself nothing says whose data it is"));
    let joint = page(with("controller = ['college', 'cak']", LINK));
    assert!(joint.contains("agree who reports"), "{joint}");
}

#[test]
fn whoever_runs_it_for_another_must_tell_with_or_without_an_agreement() {
    let agreement = |more: &str| {
        format!("{LINK}[agreement.a]\nkind = 'processor'\nparties = ['college', 'wolk']\n{more}\n")
    };
    let processors = |application: &str, rest: &str| {
        let all = answer(&with(application, rest), &[])["processors"].clone();
        let all = all.as_array().unwrap().clone();
        all.iter()
            .map(|it| format!("{} {} {}", it["id"].as_str().unwrap(), it["runs"], it["agreements"]))
            .collect::<Vec<_>>()
    };
    let by_wolk = "controller = 'college'\noperator = 'wolk'";
    assert_eq!(processors(by_wolk, LINK), ["wolk true []"]);
    assert_eq!(processors(by_wolk, &agreement("")), [r#"wolk true ["a"]"#]);
    for over in ["expires = 2026-10-31", "signed = 2026-11-02"] {
        assert_eq!(processors(by_wolk, &agreement(over)), ["wolk true []"], "{over}");
    }
    assert_eq!(processors("controller = 'college'\noperator = 'college'", &agreement("")), [""; 0]);
    // A link names an agreement with someone who carries the data, but doesn't run the application.
    let named = agreement("").replace("data = 'naw'\n", "data = 'naw'\nagreement = 'a'\n");
    assert_eq!(processors("controller = 'college'\noperator = 'college'", &named), [r#"wolk false ["a"]"#]);

    let unknown = told(&Desk::with(with("controller = 'college'", LINK)), &[]).flat();
    assert!(unknown.contains("Find out who runs the application"), "{unknown}");
}

#[test]
fn data_runs_on_downstream_and_over_links_that_list_nothing_perhaps() {
    let all = answer(SMALL, &[]);
    let steps = |side: &str| {
        let steps = all[side].as_array().unwrap().clone();
        let step = |it: &Value| {
            format!(
                "{} {} {} {} {}",
                it["link"].as_str().unwrap(),
                it["data"],
                it["direct"],
                it["certain"],
                it["security"].as_str().unwrap()
            )
        };
        steps.iter().map(step).collect::<Vec<_>>()
    };
    assert_eq!(
        steps("downstream"),
        [r#"uit ["naw","bsn"] true true not-credible"#, r#"verder ["bsn"] false true not-secured"#]
    );
    assert_eq!(steps("upstream").len(), 1);
    assert_eq!(all["upstream"][0]["from"], "balie");

    let vague = format!(
        "{LINK}[[link]]\nid = 'vaag'\nfrom = 'cak'\nto = 'wolk'\npersonal_data = true\n[[link]]\nid = 'naar'\nfrom = 'csam'\nto = 'cak'\ndata = 'naw'\n"
    );
    let vague = answer(&with("", &vague), &[]);
    let certain = |it: &Value| (it["link"].as_str().unwrap().to_owned(), it["certain"].as_bool().unwrap());
    let certain: Vec<_> = vague["downstream"].as_array().unwrap().iter().map(certain).collect();
    assert_eq!(certain, [("naar".to_owned(), true), ("vaag".to_owned(), false)]);
}

#[test]
fn what_nobody_lists_is_never_taken_for_harmless() {
    let only = |link: &str| {
        answer(&with("", &format!("[[link]]\nid = 'l'\nfrom = 'ander'\nto = 'csam'\n{link}\n")), &[])
    };
    let unlisted = only("personal_data = true");
    assert_eq!(
        (keys(&unlisted["data"], "class"), &unlisted["duty"]["law"]),
        (vec!["unlisted"], &json!("avg"))
    );
    let unknown = only("");
    assert_eq!((keys(&unknown["data"], "class"), &unknown["duty"]["law"]), (vec!["unknown"], &json!("avg")));
    for harmless in ["data = 'wegen'", "personal_data = false"] {
        let none = only(harmless);
        assert_eq!((&none["data"], &none["duty"]["law"]), (&json!([]), &Value::Null), "{harmless}");
    }
    let desk = Desk::with(with("", "[[link]]\nfrom = 'ander'\nto = 'csam'\ndata = 'wegen'\n"));
    let page = told(&desk, &["--at", "2026-11-02"]).flat();
    assert!(page.contains("Check whether that is so") && !page.contains("at the latest"), "{page}");
}

#[test]
fn what_it_can_not_do_it_says_and_writes_nothing() {
    let desk = Desk::with(SMALL);
    let refused = |arguments: &[&str], said: &str| {
        let ran = desk.run(&[&["breach"], arguments, &["--lang", "en", "-o", "x.json"]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
        assert!(!desk.path("x.json").exists());
    };
    refused(&["csaam"], "there is no application `csaam`; did you mean `csam`?");
    refused(&["BACK OFFICE"], "did you mean `csam`?");
    refused(&["iets-heel-anders"], "there is no application `iets-heel-anders`\n");
    refused(&["college"], "`college` is a party");
    refused(&["csam", "--at", "gisteren"], "`gisteren` is no day or time");
    refused(&["csam", "elders"], "elders");

    let broken = Desk::with(format!("{SMALL}\n[application.kapot]\nnaam = 'x'\n"));
    let ran = broken.run(&["breach", "csam", "--format", "json", "-o", "x.json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("naam") && ran.err.contains("half a landscape"), "{ran:?}");
    assert!(!broken.path("x.json").exists());
}

#[test]
fn every_format_goes_to_a_file_as_it_would_be_printed() {
    let desk = Desk::with(SMALL);
    for format in ["human", "json", "markdown", "svg"] {
        let printed = told(&desk, &["--format", format]);
        assert_eq!(told(&desk, &["--format", format, "-o", "uit"]).out, "");
        assert_eq!(desk.read("uit"), printed.out, "{format}");
    }
}

#[test]
fn the_picture_tells_in_words_what_each_has_to_do_with_it() {
    let svg = told(&Desk::with(SMALL), &["--format", "svg"]).out;
    let document = roxmltree::Document::parse(&svg).unwrap();
    let cards = document.descendants().filter(|node| node.attribute("class") == Some("node"));
    let titles: Vec<_> =
        cards.filter_map(|it| it.children().find(|it| it.has_tag_name("title"))?.text()).collect();
    for said in ["Back office · BREACHED", "CAK · receives", "Archive · receives indirectly", "Desk · sends"]
    {
        assert!(titles.contains(&said), "{said}: {titles:?}");
    }
    assert!(svg.contains("1–2") && svg.contains("where they come from directly: 3"), "the numbers are told");
}

/// One application that sends to many, which all send on to one, with many categories.
fn wide(ends: usize) -> String {
    let category = |n| format!("[data.d{n}]\nname = 'D{n}'\nclass = 'personal'\n");
    let end = |n| {
        format!(
            "[application.e{n}]\nname = 'E{n}'\n[[link]]\nfrom = 'csam'\nto = 'e{n}'\ndata = 'd{n}'\n\
             [[link]]\nid = 'on{n}'\nfrom = 'e{n}'\nto = 'cak'\ndata = 'd{n}'\n"
        )
    };
    let rest: String = (0..ends).map(category).chain((0..ends).map(end)).collect();
    with("", &rest)
}

#[test]
fn what_is_too_much_to_tell_is_counted() {
    let desk = Desk::with(wide(70));
    let page = told(&desk, &[]).flat();
    assert!(page.contains("And 50 more: D20, D21"), "{page}");
    assert!(page.contains("E0, E1, E2, E3, E4, E5, E6, E7, E8, E9 and 60 more"), "{page}");
    let svg = told(&desk, &["--format", "svg"]).out;
    assert!(svg.contains("Further on it runs over 70 links"), "those further on aren't highlighted");
    assert!(told(&Desk::with(wide(5)), &["--format", "svg"]).out.contains("1–10"));
}

#[test]
fn a_hostile_name_upsets_no_output() {
    let hostile =
        "\\u001B[31m# x\\n- [ ] **done** <img src=x onerror=alert(1)> [l](http://e.vil) @team | $a$ \\u202E";
    let named = |text: &str| {
        text.replace(" = \"Back office\"", &format!(" = \"{hostile}\""))
            .replace(" = \"Care\"", &format!(" = \"{hostile}\""))
            .replace("call 088-1", hostile)
            .replace("\"Clients\"", &format!("\"{hostile}\""))
            .replace("= \"Dorp\"", &format!("= \"{hostile}\""))
    };
    let desk = Desk::with(named(SMALL));
    for format in ["human", "json", "markdown", "svg"] {
        let out = told(&desk, &["--format", format]).out;
        assert!(!out.contains(|it: char| is_unsafe(it) && it != '\n'), "{format}: {out}");
        assert!(format == "json" || !out.contains("\n- [ ] **done"), "{format}: {out}");
    }
    let markdown = told(&desk, &["--format", "markdown"]).out;
    for event in Parser::new(&markdown) {
        let foreign = matches!(
            &event,
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Link { .. } | Tag::Image { .. })
        );
        let ours = matches!(&event, Event::InlineHtml(html) if ["<span>", "</span>"].contains(&&**html));
        assert!(!foreign || ours, "{event:?}");
    }
    let headings =
        Parser::new(&markdown).filter(|it| matches!(it, Event::Start(Tag::Heading { .. }))).count();
    assert_eq!(headings, 5, "the title and four parts");
}

fn example() -> Analysis {
    let sources = files::read(format!("{ROOT}/landscape").as_str().into(), ROOT.into()).expect("read");
    let today = jiff::civil::date(2026, 11, 1);
    analyze(&sources, &Options { date: None, today, lang: None, levels: Levels::default() })
}

/// Both sides agree with the shortest ways of the graph, which are found otherwise.
#[test]
fn up_and_down_are_what_the_ways_of_the_graph_say() {
    let analysis = example();
    let (landscape, graph) = (&analysis.landscape, FlowGraph::new(&analysis.landscape));
    let ends = || {
        let applications = landscape.applications.iter().map(|(id, _)| Endpoint::Application(id));
        applications.chain(landscape.parties.iter().map(|(id, _)| Endpoint::Party(id)))
    };
    let (mut down, mut up) = (0, 0);
    for (id, _) in landscape.applications.iter() {
        let breach = breach(&analysis, id);
        let here = Endpoint::Application(id);
        for other in ends().filter(|other| *other != here) {
            let comes = |from: Endpoint, to: Endpoint| {
                breach.stakes.iter().any(|stake| graph.ways(stake.category, [from]).steps(to).is_some())
            };
            let to: BTreeSet<_> =
                breach.downstream.iter().filter(|it| it.certain).map(|it| it.hop.to).collect();
            let from: BTreeSet<_> = breach.upstream.iter().map(|it| it.hop.from).collect();
            assert_eq!(to.contains(&other), comes(here, other), "{here:?} to {other:?}");
            assert_eq!(from.contains(&other), comes(other, here), "{other:?} to {here:?}");
            down += usize::from(to.contains(&other));
            up += usize::from(from.contains(&other));
        }
    }
    assert!(down > 0 && up > 0);
}

#[test]
fn every_application_of_the_example_has_an_answer_in_both_languages() {
    let desk = Desk::new([("x", "")]);
    let folder = format!("{ROOT}/landscape");
    for application in example().landscape.applications.items() {
        for lang in ["nl", "en"] {
            let ran =
                desk.run(&["breach", &application.id, &folder, "--lang", lang, "--at", "2026-11-06T22:10"]);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", &*application.id);
            assert!(ran.out.lines().all(|line| line.chars().count() <= 100), "{}", ran.out);
        }
    }
}

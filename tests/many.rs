//! What rules say where many things have one cause, and where one of them can't be read.

use koppelkaart::{
    analysis::{Levels, Options, analyze},
    finding::Finding,
    source::Sources,
    text::Lang,
};

const START: &str = r#"
[landscape]
name = "Voorbeeld"
date = 2026-11-01

[party.college]
name = "College"

[party.regio]
name = "Regio"
country = "NL"

[data.naw]
name = "Naam en adres"
class = "personal"

[application.balie]
name = "Balie"
operator = "college"
"#;

/// What one rule finds in a landscape that starts as above.
fn found(rule: &str, more: &str) -> Vec<Finding> {
    let mut sources = Sources::default();
    sources.add("a.toml", format!("{START}{more}"));
    let today = jiff::civil::date(2026, 11, 1);
    let options = Options { date: None, today, lang: Some(Lang::En), levels: Levels::default() };
    let findings = analyze(&sources, &options).findings;
    findings.into_iter().filter(|finding| finding.rule.id == rule).collect()
}

fn related(finding: &Finding) -> Vec<&str> {
    finding.related.iter().map(|label| &*label.message).collect()
}

fn link(id: &str, from: &str, to: &str, more: &str) -> String {
    format!("[[link]]\nid = \"{id}\"\nfrom = \"{from}\"\nto = \"{to}\"\n{more}\n")
}

#[test]
fn of_many_links_the_first_four_are_shown_and_the_last_of_them_counts_the_others() {
    let links = |count: usize| {
        let link = |number| {
            link(&format!("k{number}"), "balie", "zaken", "data = \"naw\"\ncontroller = \"college\"")
        };
        "[application.zaken]\nname = \"Zaken\"\n".to_owned() + &(1..=count).map(link).collect::<String>()
    };
    let [four] = &found("unknown-operator", &links(4))[..] else { panic!("one finding") };
    assert_eq!(four.message, "Zaken has 4 links with personal data, but it isn't known who runs it");
    assert_eq!(related(four), [1, 2, 3, 4].map(|number| format!("link Balie → Zaken (k{number})")));

    let [six] = &found("unknown-operator", &links(6))[..] else { panic!("one finding") };
    assert_eq!(related(six).len(), 4);
    assert_eq!(related(six)[3], "link Balie → Zaken (k4) (and 2 more)");
}

#[test]
fn joint_controllers_are_told_of_once_with_three_more_places_and_a_count() {
    let both = "data = \"naw\"\ncontroller = [\"college\", \"regio\"]";
    let links: String = (1..=6).map(|number| link(&format!("k{number}"), "balie", "regio", both)).collect();
    let [joint] = &found("missing-joint-arrangement", &links)[..] else { panic!("one finding") };
    assert_eq!(joint.subject, "k1");
    assert!(joint.message.contains("(link Balie → Regio (k1), and 5 more)"), "{}", joint.message);
    assert_eq!(related(joint), [2, 3, 4].map(|number| format!("link Balie → Regio (k{number})")));
}

#[test]
fn joint_controllers_are_told_of_at_the_first_link_that_could_be_read() {
    let both = "data = \"naw\"\ncontroller = [\"college\", \"regio\"]";
    let broken = link("k1", "balie", "regio", &format!("{both}\nprocessing = 3"));
    let [joint] = &found("missing-joint-arrangement", &(broken + &link("k2", "balie", "regio", both)))[..]
    else {
        panic!("one finding")
    };
    assert_eq!(joint.subject, "k2");
    assert!(joint.message.contains("(link Balie → Regio (k2))"), "{}", joint.message);
}

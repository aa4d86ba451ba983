//! What is offered to mend a finding: certain only where nothing is claimed, and never a way to look better.

use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    finding::{Finding, Group},
    load::pieces::Pieces,
    mend::{Mend, applied, mends},
    rules::ALL,
    source::Sources,
    text::Lang,
};

use crate::texts::with_example;

fn options(date: Option<&str>) -> Options {
    let date = date.map(|date| date.parse().expect("a date"));
    Options { date, today: jiff::civil::date(2026, 11, 1), lang: Some(Lang::En), levels: Levels::default() }
}

/// The landscape after one mend.
fn after(sources: &Sources, mend: &Mend) -> Sources {
    sources.with(&applied(sources, [mend]).unwrap().into_iter().collect())
}

/// Every finding of every example with each of its mends, and the landscape.
fn each(mut look: impl FnMut(&Sources, &Analysis, &Finding, &Mend, &Options)) {
    for example in ALL.iter().flat_map(|rule| rule.info.examples) {
        let (sources, options) = (with_example(example.toml), options(example.date));
        let analysis = analyze(&sources, &options);
        for finding in &analysis.findings {
            for mend in mends(&analysis, &Pieces::of(&sources), finding) {
                look(&sources, &analysis, finding, &mend, &options);
            }
        }
    }
}

/// The mends of the first finding of a rule in a landscape: title, whether it is certain, the text after.
fn offered(toml: &str, rule: &str) -> Vec<(String, bool, String)> {
    let sources = with_example(toml);
    let analysis = analyze(&sources, &options(None));
    let finding = analysis.findings.iter().find(|it| it.rule.id == rule).expect("found");
    let mends = mends(&analysis, &Pieces::of(&sources), finding);
    let text = |mend: &Mend| {
        let done = applied(&sources, [mend]).unwrap();
        done.iter().map(|(_, text)| text.as_str()).collect::<String>()
    };
    mends.iter().map(|mend| (mend.title.clone(), mend.certain, text(mend))).collect()
}

#[test]
fn a_mend_that_is_certain_takes_its_finding_away_and_breaks_nothing() {
    let mut certain = 0;
    each(|sources, before, finding, mend, options| {
        if !mend.certain {
            return;
        }
        certain += 1;
        let after = analyze(&after(sources, mend), options);
        let same = |it: &&Finding| {
            it.rule.id == finding.rule.id && it.subject == finding.subject && it.message == finding.message
        };
        let count = |analysis: &Analysis| analysis.findings.iter().filter(same).count();
        assert!(count(&after) < count(before), "{}: {}", mend.title, finding.message);
        let broken = |it: &&Finding| it.rule.group == Group::Language;
        let count = |analysis: &Analysis| analysis.findings.iter().filter(broken).count();
        assert!(count(&after) <= count(before), "{}: {:?}", mend.title, after.findings);
    });
    assert!(certain >= 6, "{certain}");
}

#[test]
fn what_is_left_to_fill_in_is_still_found() {
    let mut tried = Vec::new();
    each(|sources, before, finding, mend, options| {
        let fills = finding.rule.id == "missing-key" && !mend.title.contains("`name`");
        let accepts = mend.title.starts_with("Accept");
        if !fills && !accepts {
            return;
        }
        tried.push(mend.title.clone());
        let after = analyze(&after(sources, mend), options);
        let broken = |it: &&Finding| it.rule.group == Group::Language;
        assert!(after.findings.iter().filter(broken).count() > 0, "{}: {}", mend.title, finding.message);
        let accepted = |analysis: &Analysis| analysis.findings.iter().filter(|it| it.accepted).count();
        assert_eq!(accepted(&after), accepted(before), "{}", finding.message);
    });
    assert!(tried.len() > 100, "{}", tried.len());
}

#[test]
fn an_acceptance_that_is_filled_in_accepts_what_it_was_offered_for() {
    each(|sources, _, finding, mend, options| {
        if !mend.title.starts_with("Accept") {
            return;
        }
        let mut filled = mend.clone();
        for edit in &mut filled.edits {
            edit.text =
                edit.text.replace("reason = \"\"", "reason = \"r\"").replace("by = \"\"", "by = \"b\"");
        }
        let after = analyze(&after(sources, &filled), options);
        let same = |it: &&Finding| it.rule.id == finding.rule.id && it.subject == finding.subject;
        let left: Vec<_> = after.findings.iter().filter(same).collect();
        assert!(left.iter().all(|it| it.accepted), "{}: {}", finding.rule.id, finding.message);
    });
}

#[test]
fn every_key_that_must_be_there_can_be_added_and_goes_on_being_found() {
    for (toml, key) in [
        ("[data.x]\nname = \"X\"\n", "class"),
        ("[[link]]\nto = \"ggk\"\n", "from"),
        ("[[link]]\nfrom = \"ggk\"\n", "to"),
        ("[agreement.x]\nparties = [\"college\", \"college\"]\n", "kind"),
        ("[agreement.x]\nkind = \"exchange\"\n", "parties"),
        ("[norm.x]\nstatus = \"green\"\n", "text"),
        ("[policy.x]\nclass = \"personal\"\nnever_reaches = { party = \"college\" }\n", "reason"),
        ("[policy.x]\nclass = \"personal\"\nreason = \"r\"\n", "never_reaches"),
        ("[[acceptance]]\nsubject = \"csam\"\nreason = \"r\"\nby = \"b\"\nuntil = 2027-01-01\n", "rule"),
        ("[[acceptance]]\nrule = \"no-owner\"\nreason = \"r\"\nby = \"b\"\nuntil = 2027-01-01\n", "subject"),
        (
            "[[acceptance]]\nrule = \"no-owner\"\nsubject = \"csam\"\nby = \"b\"\nuntil = 2027-01-01\n",
            "reason",
        ),
        (
            "[[acceptance]]\nrule = \"no-owner\"\nsubject = \"csam\"\nreason = \"r\"\nuntil = 2027-01-01\n",
            "by",
        ),
        ("[[acceptance]]\nrule = \"no-owner\"\nsubject = \"csam\"\nreason = \"r\"\nby = \"b\"\n", "until"),
    ] {
        let offered = offered(toml, "missing-key");
        let (title, certain, text) = &offered[0];
        assert_eq!((title.as_str(), *certain), (&*format!("Add `{key}`, to be filled in"), false));
        let analysis = analyze(&with_example(text), &options(None));
        assert!(analysis.is_incomplete(), "{text}");
    }
}

#[test]
fn a_slip_is_certain_and_a_guess_is_not() {
    let link = |key: &str| format!("[[link]]\nfrom = \"csam\"\nto = \"ggk\"\ndata = \"naw\"\n{key}\n");
    for (toml, rule, title, certain) in [
        (link("protocl = \"https\""), "unknown-key", "Write `protocol`", true),
        (link("Secure = true"), "unknown-key", "Write `secure`", true),
        (link("auth = \"token\""), "unknown-key", "Write `authentication`", false),
        (link("controller = \"colege\""), "unknown-reference", "Write `\"college\"`", true),
        (link("network = \"itern\""), "unknown-reference", "Write `\"intern\"`", true),
        (link("mode = \"handmatig\""), "invalid-value", "Write `\"manual\"`", false),
        (link("mode = \"manuel\""), "invalid-value", "Write `\"manual\"`", true),
        (link("mode = \"Manual\""), "invalid-value", "Write `\"manual\"`", true),
        (link("secure = \"ja\""), "invalid-value", "Write `true`", false),
        (link("secure = ja"), "invalid-toml", "Write `true`", false),
        (link("verified = \"2026-01-01\""), "invalid-value", "Write `2026-01-01`", true),
        (link("protocol = “https”"), "invalid-toml", "Write `\"https\"`", true),
        ("[link]\nfrom = \"csam\"\nto = \"ggk\"\n".to_owned(), "invalid-value", "Write `[[link]]`", true),
    ] {
        let offered = offered(&toml, rule);
        assert_eq!((offered[0].0.as_str(), offered[0].1), (title, certain), "{toml}");
    }
}

#[test]
fn a_key_that_is_there_already_is_not_written_twice() {
    let toml = "[[link]]\nfrom = \"csam\"\nto = \"ggk\"\ndata = \"naw\"\nData = \"bsn\"\n";
    assert_eq!(offered(toml, "unknown-key"), []);
}

#[test]
fn one_of_a_series_is_never_taken_for_another() {
    for (declared, written) in [("team-1", "team-2"), ("team-a", "team-b"), ("wmo1", "wmo2"), ("cak", "cap")]
    {
        let toml = format!(
            "[party.{declared}]\nname = \"X\"\n[[link]]\nfrom = \"csam\"\nto = \"{written}\"\ndata = \"wegen\"\n"
        );
        for (title, certain, _) in offered(&toml, "unknown-reference") {
            assert!(!certain, "{written}: {title}");
        }
    }
    // Two that are as near: neither is certain.
    let toml = "[party.aanbieder]\nname = \"A\"\n[party.aanbieders]\nname = \"B\"\n[[link]]\nfrom = \"csam\"\nto = \"aanbiedes\"\ndata = \"wegen\"\n";
    assert!(offered(toml, "unknown-reference").iter().all(|(_, certain, _)| !certain));
}

#[test]
fn what_is_referred_to_can_be_declared() {
    let toml = "[[link]]\nfrom = \"csam\"\nto = \"svb\"\ndata = \"wegen\"\n";
    let offered = offered(toml, "unknown-reference");
    let titles: Vec<_> = offered.iter().map(|(title, ..)| title.as_str()).collect();
    assert_eq!(titles, ["Declare `[party.svb]`", "Declare `[application.svb]`"]);
    assert!(
        offered[0]
            .2
            .contains("[party.college]\nname = \"College van B&W\"\n\n[party.svb]\nname = \"svb\"\n\n[app")
    );
}

#[test]
fn a_table_is_taken_out_with_its_comments_and_leaves_no_gap() {
    let toml = "# Over dit bestand.\n\n[party.een]\nname = \"Een\"\n\n# Van de KvK.\n# Twee regels.\n[party.kvk]\nname = \"KvK\"\n# niet meer\n\n# Over de koppeling.\n[[link]]\nfrom = \"een\"\nto = \"csam\"\ndata = \"wegen\"\n";
    let offered = offered(toml, "unused-declaration");
    let (_, certain, text) = &offered[0];
    assert!(!certain);
    assert_eq!(
        text,
        "# Over dit bestand.\n\n[party.een]\nname = \"Een\"\n\n# niet meer\n\n# Over de koppeling.\n[[link]]\nfrom = \"een\"\nto = \"csam\"\ndata = \"wegen\"\n"
    );
}

#[test]
fn a_denial_that_contradicts_goes_and_a_claim_is_for_people() {
    let link = |data: &str, claim: bool| {
        format!(
            "[[link]]\nfrom = \"csam\"\nto = \"ggk\"\ndata = \"{data}\"\npersonal_data = {claim}  # zegt men\nsecure = true\nprotocol = \"sftp\"\ncontroller = \"college\"\n"
        )
    };
    let denied = offered(&link("naw", false), "contradictory-content");
    assert_eq!((denied[0].0.as_str(), denied[0].1), ("Take out `personal_data`", true));
    assert_eq!(denied[0].2, link("naw", false).replace("personal_data = false  # zegt men\n", ""));
    assert!(!offered(&link("wegen", true), "contradictory-content")[0].1);
}

#[test]
fn line_breaks_are_those_of_the_file() {
    let toml =
        "[data.x]\r\nname = \"X\"\r\n\r\n[[link]]\r\nfrom = \"csam\"\r\nto = \"ggk\"\r\ndata = \"x\"\r\n";
    let offered = offered(toml, "missing-key");
    assert!(
        offered[0].2.starts_with("[data.x]\r\nname = \"X\"\r\nclass = \"?\"\r\n\r\n"),
        "{:?}",
        offered[0].2
    );
}

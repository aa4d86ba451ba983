//! `koppelkaart norms`: what holds on a day. What is expected comes from the decisions and guidelines themselves.

mod common;

use common::{Desk, Ran};
use serde_json::Value;

fn nowhere() -> Desk {
    Desk::new::<&str>([])
}

fn run(arguments: &[&str]) -> Ran {
    nowhere().run(&[&["norms"], arguments].concat())
}

/// The answer for a day.
fn on(day: &str) -> Value {
    let ran = run(&["--date", day, "--format", "json"]);
    assert_eq!((ran.code, &*ran.err), (0, ""));
    ran.json()
}

/// The row of a list where `key` is `value`.
fn row<'a>(list: &'a Value, key: &str, value: &str) -> Option<&'a Value> {
    list.as_array().unwrap().iter().find(|row| row[key] == value)
}

fn holds(day: &str, list: &str, key: &str, value: &str) -> bool {
    row(&on(day)[list], key, value).is_some()
}

/// NCSC guidelines of 2014, of 23 April 2019 (2.0) and of May 2025.
#[test]
fn a_version_of_tls_is_rated_by_the_guideline_of_the_day() {
    let rated = |day: &str, version: &str| {
        let norms = on(day);
        let row = row(&norms["tls"], "version", version).unwrap();
        (row["rating"].clone(), row["guideline"].as_str().unwrap_or_default().to_owned())
    };
    for (day, rating, year) in [
        ("2017-12-31", "sufficient", "2014"),
        ("2019-04-22", "sufficient", "2014"),
        ("2019-04-23", "phase-out", "2019"),
        ("2025-04-30", "phase-out", "2021"),
        ("2025-05-01", "insufficient", "2025-05"),
    ] {
        for version in ["TLS 1.0", "TLS 1.1"] {
            let (is, guideline) = rated(day, version);
            assert_eq!(is, rating, "{version} on {day}");
            assert!(guideline.contains(year), "{guideline}");
        }
    }
    assert_eq!(rated("2020-12-31", "TLS 1.2").0, "good", "2.0");
    assert_eq!(rated("2021-01-19", "TLS 1.2").0, "sufficient", "2.1");
    assert_eq!(rated("2017-12-31", "TLS 1.3").0, Value::Null, "there was no TLS 1.3 to rate in 2014");
}

#[test]
fn a_version_of_tls_tells_when_its_rating_changed_and_changes() {
    let norms = on("2020-01-01");
    let tls = row(&norms["tls"], "version", "TLS 1.0").unwrap();
    assert_eq!(
        (&tls["previous"]["rating"], &tls["previous"]["date"]),
        (&"sufficient".into(), &"2019-04-23".into())
    );
    assert_eq!(
        (&tls["next"]["rating"], &tls["next"]["date"]),
        (&"insufficient".into(), &"2025-05-01".into())
    );
    let ssl = row(&norms["tls"], "version", "SSL 3.0").unwrap();
    assert_eq!((&ssl["previous"], &ssl["next"]), (&Value::Null, &Value::Null), "always insufficient");
}

/// Withdrawal Agreement art. 126: EU law applied until 31 December 2020; Decision (EU) 2021/1772 of 28 June 2021,
/// renewed until 27 December 2031.
#[test]
fn the_united_kingdom_left_and_was_found_adequate() {
    for (day, member, adequate) in [
        ("2017-12-31", true, false),
        ("2020-12-31", true, false),
        ("2021-06-28", false, true),
        ("2026-11-22", false, true),
        ("2031-12-28", false, false),
    ] {
        assert_eq!(holds(day, "eea", "country", "GB"), member, "{day}");
        assert_eq!(holds(day, "adequacy", "country", "GB"), adequate, "{day}");
    }
    let norms = on("2026-11-22");
    assert_eq!(row(&norms["ended"]["eea"], "country", "GB").unwrap()["until"], "2021-01-01");
    assert_eq!(row(&norms["adequacy"], "country", "GB").unwrap()["until"], "2031-12-28");
}

/// C-311/18 (Schrems II) of 16 July 2020; Decision (EU) 2023/1795 of 10 July 2023.
#[test]
fn adequacy_comes_and_goes_with_its_scope() {
    assert!(holds("2020-07-15", "adequacy", "country", "US"));
    assert!(!holds("2020-07-16", "adequacy", "country", "US"));
    let norms = on("2023-07-10");
    let scope = &row(&norms["adequacy"], "country", "US").unwrap()["scope"];
    assert!(scope.as_str().unwrap().contains("Data Privacy Framework"));
    assert!(!holds("2026-01-25", "adequacy", "country", "BR"));
    assert!(holds("2026-01-26", "adequacy", "country", "BR"));
}

/// AVG art. 99(2); UAVG art. 51; the Cbw in force 15 August 2026.
#[test]
fn laws_follow_each_other_and_only_those_in_force_are_cited() {
    for (day, law, expected) in [
        ("2018-05-24", "wbp", true),
        ("2018-05-24", "avg", false),
        ("2018-05-25", "wbp", false),
        ("2018-05-25", "avg", true),
        ("2018-05-25", "uavg", true),
        ("2026-08-14", "cbw", false),
        ("2026-08-15", "cbw", true),
    ] {
        assert_eq!(holds(day, "laws", "id", law), expected, "{law} on {day}");
    }
    let norms = on("2017-12-31");
    let cites = |list: &Value, id: &str, rule: &str| {
        row(list, "id", id).unwrap()["rules"].as_array().unwrap().iter().any(|cited| cited == rule)
    };
    assert!(cites(&norms["laws"], "wbp", "unsecured-link"));
    assert!(!cites(&norms["coming"]["laws"], "avg", "unsecured-link"), "the AVG isn't cited yet");
    assert!(cites(&on("2018-05-25")["laws"], "avg", "unsecured-link"));
}

#[test]
fn what_the_program_says_of_a_law_is_what_check_cites() {
    let landscape = common::SMALLEST.replace("secure = true\n", "");
    for day in ["2017-12-31", "2026-11-22"] {
        let desk = Desk::with(&landscape);
        let found = desk.check(&["--date", day, "--lang", "nl"]).list("findings");
        let basis = found[0]["basis"].as_array().unwrap();
        let norms = desk.run(&["norms", "--date", day, "--lang", "nl", "--format", "json"]).json();
        for law in norms["laws"].as_array().unwrap() {
            let cited = law["rules"].as_array().unwrap().contains(&"unsecured-link".into());
            let name = format!("{} ", law["name"].as_str().unwrap());
            let told = basis.iter().any(|article| article.as_str().unwrap().starts_with(&name));
            assert_eq!(cited, told, "{name}on {day}");
        }
    }
}

/// The EEA in 2026: 27 and 3 states, and the seven parts of states with a code of their own.
#[test]
fn the_eea_has_the_members_of_the_day() {
    assert_eq!(on("2026-11-22")["eea"].as_array().unwrap().len(), 27 + 3 + 7);
    assert!(!holds("2013-06-30", "eea", "country", "HR") && holds("2013-07-01", "eea", "country", "HR"));
    assert!(row(&on("2013-06-30")["coming"]["eea"], "country", "HR").is_some());
}

#[test]
fn protocols_tell_whether_they_encrypt() {
    let norms = on("2017-12-31");
    for (name, encrypts) in [("sftp", "always"), ("ftp", "never"), ("soap", "with-tls")] {
        assert_eq!(row(&norms["protocols"], "name", name).unwrap()["encrypts"], encrypts);
    }
    assert_eq!(norms["protocols"], on("2026-11-22")["protocols"], "they have no dates");
}

#[test]
fn every_row_has_its_source() {
    let norms = on("2020-01-01");
    for list in ["tls", "laws", "adequacy", "eea", "protocols"] {
        let rows = norms[list].as_array().unwrap();
        assert!(!rows.is_empty(), "{list}");
        let sourced = |row: &Value| row["source"].as_str().is_some_and(|source| !source.is_empty());
        assert!(rows.iter().all(sourced), "{list}");
    }
}

#[test]
fn before_every_row_it_says_that_nothing_is_known() {
    let norms = on("1990-01-01");
    for list in ["laws", "adequacy", "eea"] {
        assert_eq!(norms[list], Value::Array(vec![]), "{list}");
        assert_eq!(norms["ended"][list], Value::Array(vec![]), "{list}");
    }
    assert!(norms["tls"].as_array().unwrap().iter().all(|version| version["rating"].is_null()));
    let told = |lang| run(&["--date", "1990-01-01", "--lang", lang]).out;
    assert!(told("nl").contains("is niets bekend"), "{}", told("nl"));
    assert!(told("en").contains("Nothing is known"));
    assert!(!run(&["--date", "2017-12-31", "--lang", "en"]).out.contains("Nothing is known"));
}

#[test]
fn people_read_it_in_their_language_with_both_days_of_a_period() {
    let told = run(&["--date", "2026-11-22", "--lang", "nl"]).out;
    for line in [
        "# Wat geldt op 22 november 2026",
        "TLS 1.0: onvoldoende",
        "Verenigd Koninkrijk (GB)",
        "Brazilië (BR)",
    ] {
        assert!(told.contains(line), "{line}");
    }
    assert!(told.replace("\n  ", " ").contains("19 december 2025 tot en met 27 december 2031"), "{told}");
    let told = run(&["--date", "2017-12-31", "--lang", "en"]).out;
    assert!(told.contains("TLS 1.0: sufficient; phase out from 23 April 2019"), "{told}");
}

#[test]
fn lines_fit_the_terminal_unless_they_hold_an_address() {
    for (columns, widest) in [("80", 80), ("200", 80), ("40", 40)] {
        let desk = nowhere();
        let output =
            desk.command(&["norms", "--date", "2026-11-22"]).env("COLUMNS", columns).output().unwrap();
        let ran = Ran::of(&output, &["norms"]);
        let long: Vec<_> = ran.out.lines().filter(|line| line.chars().count() > widest).collect();
        // A word that is wider than the line stays whole; headings are one line in Markdown.
        let whole =
            |line: &&&str| line.starts_with('#') || line.trim_start_matches("- ").trim().contains(' ');
        assert_eq!(long.iter().filter(|line| !line.starts_with('#')).find(whole), None, "{columns}");
    }
}

#[test]
fn a_wrong_day_or_flag_ends_with_2() {
    for arguments in [
        &["--date", "2026-02-30"][..],
        &["--date", "gisteren"],
        &["--date"],
        &["--format", "xml"],
        &["--lang", "fr"],
        &["landscape"],
    ] {
        let ran = run(arguments);
        assert_eq!((ran.code, &*ran.out), (2, ""), "{arguments:?}");
        assert!(!ran.err.is_empty());
    }
}

#[test]
fn it_needs_no_landscape_and_gives_today_and_the_same_bytes() {
    let desk = nowhere();
    let before = jiff::Zoned::now().date().to_string();
    let day = desk.run(&["norms", "--format", "json"]).json()["date"].clone();
    let after = jiff::Zoned::now().date().to_string();
    assert!(day == before.as_str() || day == after.as_str(), "{day}");
    for arguments in
        [&["norms", "--date", "2020-02-29"][..], &["norms", "--date", "2020-02-29", "--format", "json"]]
    {
        assert_eq!(desk.run(arguments).out, desk.run(arguments).out);
    }
}

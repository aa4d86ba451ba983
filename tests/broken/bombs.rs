//! Input that is made to bring a program down.

use std::time::{Duration, Instant};

use crate::common::{Desk, Ran, SMALLEST};

/// Far more than any municipality needs, far less than a program that hangs.
const PATIENCE: Duration = Duration::from_secs(30);

/// Judges the smallest landscape with this behind it, in every form.
fn survived(bomb: &str) -> Ran {
    let desk = Desk::with(format!("{SMALLEST}\n{bomb}"));
    let begin = Instant::now();
    for arguments in [&["check"][..], &["check", "--all"], &["check", "--narrated"]] {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 1);
        assert!(ran.out.len() < 20_000, "{} bytes for people to read", ran.out.len());
    }
    let ran = desk.check(&[]);
    assert!(begin.elapsed() < PATIENCE, "{:?}", begin.elapsed());
    assert_eq!(ran.code, 1);
    assert_eq!(ran.json()["summary"]["personal_links"], 1, "what came before it is judged");
    ran
}

#[test]
fn brackets_that_are_never_closed() {
    for open in ["[", "{a=", "[{a=", "{a=[", "{a.b=", "[\n", "[#\n"] {
        let ran = survived(&format!("[party.x]\nname = {}", open.repeat(100_000)));
        assert_eq!(ran.rules()[0], "invalid-toml", "{open}");
    }
}

#[test]
fn brackets_that_are_closed() {
    for (open, close) in [("[", "]"), ("{a=", "}")] {
        let middle = if open == "[" { "" } else { "1" };
        let ran =
            survived(&format!("[party.x]\nname = {}{middle}{}", open.repeat(50_000), close.repeat(50_000)));
        assert_eq!(ran.rules()[0], "invalid-toml", "{open}");
    }
}

#[test]
fn a_header_of_brackets() {
    assert_eq!(survived(&"[".repeat(100_000)).rules()[0], "invalid-toml");
}

#[test]
fn keys_of_a_hundred_thousand_parts() {
    let path = vec!["a"; 100_000].join(".");
    for bomb in [
        format!("[party.x]\nname = 'x'\n{path} = 1\n"),
        format!("[party.{path}]\n"),
        format!("[{path}]\n"),
        format!("[[{path}]]\n"),
        format!("[policy.x]\nreason = 'r'\n[policy.x.never_reaches.{path}]\n"),
        format!("[party.x]\nname = {{ {path} = 1 }}\n"),
    ] {
        survived(&bomb);
    }
    let ran = Desk::with(format!("{path} = 1\n{SMALLEST}")).check(&[]);
    assert_eq!(ran.code, 1);
}

#[test]
fn names_of_200_kilobytes() {
    let long = "x".repeat(200_000);
    let fine = SMALLEST.replace("\"Csam\"", &format!("\"{long}\""));
    for text in [
        fine.clone(),
        fine.replace("secure = true\n", ""),
        SMALLEST.replace("csam", &long).replace("secure = true\n", ""),
    ] {
        let desk = Desk::with(&text);
        for arguments in [&["check"][..], &["check", "--narrated"]] {
            let ran = desk.run(arguments);
            assert_eq!(ran.code, i32::from(!text.contains("secure = true")));
            assert!(ran.out.len() < 10_000, "{} bytes for people to read", ran.out.len());
        }
        desk.check(&[]).json();
    }
    let begin = Instant::now();
    let ran = Desk::with(SMALLEST.replace("to = \"ggk\"", &format!("to = \"{long}\""))).check(&[]);
    assert_eq!(ran.rules(), ["unknown-reference"]);
    assert!(begin.elapsed() < PATIENCE);
}

#[test]
fn a_long_name_in_many_findings() {
    let long = "x".repeat(20_000);
    let links = "[[link]]\nfrom = \"csam\"\nto = \"ggk\"\n".repeat(500);
    let desk = Desk::with(SMALLEST.replace("\"Csam\"", &format!("\"{long}\"")) + &links);
    for arguments in [&["check"][..], &["check", "--narrated", "--all"], &["check", "--all"]] {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 1);
        assert!(ran.out.len() < 400_000, "{} bytes", ran.out.len());
    }
}

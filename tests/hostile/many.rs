//! Far more than any municipality has: findings, depth, length. Unoptimised, so by the ten thousand; `docs/hostile.md` tells
//! what a million did.

use std::time::{Duration, Instant};

use crate::{
    common::{Desk, SMALLEST},
    readers::{Form, read},
};

/// Far more than it takes on a slow machine, far less than a program that hangs.
const PATIENCE: Duration = Duration::from_mins(4);

#[test]
fn ten_thousand_findings_are_told_in_every_format() {
    let links = "[[link]]\nfrom = \"csam\"\nto = \"ggk\"\npersonal_data = true\n".repeat(5_100);
    let desk = Desk::with(format!("{SMALLEST}{links}"));
    let begun = Instant::now();
    let found = desk.check(&[]).rules().len();
    assert!(found > 10_000, "{found}");
    for (format, form) in [
        ("human", Form::Plain),
        ("sarif", Form::Json),
        ("github", Form::Commands(found)),
        ("gitlab", Form::Json),
    ] {
        let ran = desk.run(&["check", "--format", format]);
        assert_eq!(ran.code, 1, "{format}");
        read(form, ran.out.as_bytes())
            .unwrap_or_else(|wrong| panic!("{format}: {}", &wrong[..wrong.len().min(300)]));
    }
    let comment = desk.run(&["check", "--format", "markdown"]).out;
    assert!(comment.encode_utf16().count() <= 65_536, "GitHub takes no more");
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
}

#[test]
fn names_of_200_kilobytes_burst_no_output() {
    let long = "w ".repeat(100_000);
    let desk = Desk::with(crate::names::whole(&[&long]));
    let begun = Instant::now();
    for arguments in [
        &["trace", "d0"][..],
        &["breach", "a0"],
        &["breach", "a0", "--format", "markdown"],
        &["impact", "a0"],
        &["impact", "--all"],
    ] {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
        assert!(ran.out.len() < 60_000, "{arguments:?}: {} bytes", ran.out.len());
    }
    assert_eq!(desk.run(&["render", "-o", "out"]).code, 0);
    assert!(desk.read("out/v0.svg").len() < 200_000);
    assert_eq!(desk.run(&["report", "-o", "out"]).code, 0);
    assert!(desk.read("out/attachment.svg").len() < 400_000, "the sheet can be printed");
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
}

//! What goes where: standard output and standard error, pipes, colours, sentences, and the same bytes each time.

use std::process::Stdio;

use crate::common::{Desk, Ran, SMALLEST};

fn unsecured() -> Desk {
    Desk::with(SMALLEST.replace("secure = true\n", ""))
}

#[test]
fn findings_are_no_errors_of_the_program() {
    for arguments in
        [&["check"][..], &["check", "--narrated"], &["check", "--format", "json"], &["check", "--all"]]
    {
        let ran = unsecured().run(arguments);
        assert_eq!((ran.code, &*ran.err), (1, ""), "{arguments:?}");
        assert!(ran.out.contains("unsecured-link") || ran.out.contains("Fout"), "{}", ran.out);
    }
}

#[test]
fn json_is_one_object_and_nothing_else() {
    let ran = unsecured().check(&[]);
    assert!(ran.out.starts_with('{') && ran.out.ends_with("}\n"));
    assert!(ran.json().is_object());
}

#[test]
fn a_pipe_gets_no_escape_codes() {
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "xterm-256color"), ("CLICOLOR_FORCE", "1")] {
        let desk = unsecured();
        let output = desk.command(&["check"]).env(name, value).output().unwrap();
        let ran = Ran::of(&output, &["check"]);
        assert!(!ran.out.contains('\u{1b}'), "{name}");
    }
}

#[test]
fn the_same_bytes_every_time() {
    let text =
        SMALLEST.replace("secure = true\n", "") + &"[[link]]\nfrom = \"ggk\"\nto = \"csam\"\n".repeat(20);
    let desk = Desk::with(text);
    for arguments in [&["check"][..], &["check", "--format", "json"], &["check", "--narrated"]] {
        assert_eq!(desk.run(arguments).out, desk.run(arguments).out);
    }
}

#[test]
fn the_order_in_which_files_were_made_does_not_matter() {
    let link = "[[link]]\nfrom = \"csam\"\nto = \"ggk\"\n";
    let files = [("landscape/a.toml", SMALLEST), ("landscape/b.toml", link), ("landscape/c/d.toml", link)];
    let forth = Desk::new(files).check(&[]).out;
    let back = Desk::new(files.into_iter().rev()).check(&[]).out;
    assert_eq!(forth, back);
}

#[test]
fn a_reader_that_leaves_changes_nothing_about_the_outcome() {
    // More than a pipe holds, so that writing fails halfway.
    let many = "[[link]]\nfrom = \"ggk\"\nto = \"csam\"\n".repeat(2_000);
    for (text, code) in [(SMALLEST.to_owned() + &many, 1), (SMALLEST.to_owned(), 0)] {
        let desk = Desk::with(text);
        for arguments in [&["check"][..], &["check", "--format", "json"], &["check", "--narrated"]] {
            let mut command = desk.command(arguments);
            let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
            drop(child.stdout.take());
            let output = child.wait_with_output().unwrap();
            let ran = Ran::of(&output, arguments);
            assert_eq!((ran.code, &*ran.err), (code, ""), "{arguments:?}");
        }
    }
}

#[test]
fn narrated_tells_place_and_matter_in_sentences() {
    let ran = unsecured().run(&["check", "--narrated", "--lang", "en"]);
    assert!(ran.out.contains("In file landscape/a.toml, line 13, column 1: [[link]]"), "{}", ran.out);
    assert!(ran.out.is_ascii() || !ran.out.contains(['│', '╭', '╰', '✗', '✓']), "{}", ran.out);
    let output = unsecured().command(&["check", "--lang", "en"]).env("NO_GRAPHICS", "1").output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), ran.out, "NO_GRAPHICS asks for the same");
}

#[test]
fn every_finding_is_told_also_where_a_rule_has_many() {
    let many: String =
        (0..40).map(|n| format!("[[link]]\nid = \"l{n}\"\nfrom = \"ggk\"\nto = \"csam\"\n")).collect();
    let desk = Desk::with(SMALLEST.to_owned() + &many);
    let whole = desk.run(&["check", "--all"]).out;
    let short = desk.run(&["check"]).out;
    for line in (0..40).map(|n| 20 + 4 * n) {
        let place = format!("landscape/a.toml:{line}:1");
        assert!(short.contains(&place), "{place}");
        assert!(whole.contains(&place), "{place} in full");
    }
    assert!(short.len() < whole.len());
}

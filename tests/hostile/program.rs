//! The program itself on a landscape of all hostile names: what it prints, and what it writes.

use std::sync::LazyLock;

use crate::{
    common::{Desk, Ran, SMALLEST},
    names::{NAMES, broken, whole},
    readers::{Form, read},
};

/// All names in one landscape, which can be read whole.
static WHOLE: LazyLock<Desk> = LazyLock::new(|| Desk::with(whole(&NAMES)));

/// Runs it, and looks at what a terminal and a log at GitHub get.
fn run(desk: &Desk, arguments: &[&str], form: Form) -> Ran {
    let logged = desk.command(arguments).env("GITHUB_ACTIONS", "true").output().unwrap();
    let logged = Ran::of(&logged, arguments);
    for line in logged.out.lines().chain(logged.err.lines()).filter(|_| form == Form::Plain) {
        assert!(!line.trim_start().starts_with("::") && !line.contains("##["), "a command: {line}");
    }
    let ran = desk.run(arguments);
    read(form, ran.out.as_bytes()).unwrap_or_else(|wrong| panic!("{arguments:?}: {wrong}"));
    read(Form::Plain, ran.err.as_bytes()).unwrap_or_else(|wrong| panic!("{arguments:?}: {wrong}"));
    ran
}

#[test]
fn every_question_is_answered_in_the_form_that_was_asked() {
    for (arguments, form) in [
        (&["check", "--all"][..], Form::Plain),
        (&["check", "--narrated"], Form::Plain),
        (&["check", "--format", "sarif"], Form::Json),
        (&["check", "--format", "markdown"], Form::Markdown),
        (&["trace", "d9"], Form::Plain),
        (&["trace", "d9", "--format", "json"], Form::Json),
        (&["trace", "d9", "--format", "svg"], Form::AnySvg),
        (&["breach", "a9"], Form::Plain),
        (&["breach", "a9", "--format", "markdown"], Form::Markdown),
        (&["breach", "a9", "--format", "svg"], Form::AnySvg),
        (&["impact", "a9"], Form::Plain),
        (&["impact", "--all"], Form::Plain),
        (&["impact", "--all", "--format", "json"], Form::Json),
        (&["fmt", "--check"], Form::Plain),
        (&["fix", "--dry-run"], Form::Plain),
    ] {
        let ran = run(&WHOLE, arguments, form);
        assert!(!ran.out.is_empty() || arguments[0] == "fix", "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn what_is_told_of_files_that_were_written_is_harmless_too() {
    let desk = Desk::new([("landscape/a.toml", whole(&NAMES[..12])), ("then/a.toml", whole(&NAMES[12..]))]);
    for arguments in [
        &["render", "-o", "out", "--view", "v0"][..],
        &["report", "-o", "out", "--view", "v1"],
        &["report", "-o", "out", "--view", "v1", "--previous", "then"],
        &["register", "-o", "out/register.csv"],
        &["register", "-o", "out/processor.md", "--processor", "q3"],
        &["check", "--write-baseline", "known.json"],
        &["check", "--baseline", "known.json"],
        &["check", "then", "--baseline", "known.json"],
    ] {
        let ran = run(&desk, arguments, Form::Plain);
        assert!(ran.code < 2 && !ran.out.is_empty(), "{arguments:?}: {}", ran.err);
    }
    read(Form::Json, desk.read("known.json").as_bytes()).unwrap();
}

#[cfg(unix)]
#[test]
fn a_file_may_be_called_anything() {
    let desk = Desk::with(SMALLEST);
    for (number, name) in NAMES.iter().enumerate().filter(|(_, name)| !name.contains(['\0', '/'])) {
        let name = name.get(..200).unwrap_or(name);
        desk.put(&format!("landscape/{number}{name}.toml"), format!("[application.x{number}]\nnaam = 1\n"));
    }
    for (format, form) in [
        ("human", Form::Plain),
        ("json", Form::Json),
        ("sarif", Form::Json),
        ("gitlab", Form::Json),
        ("markdown", Form::Markdown),
    ] {
        let ran = run(&desk, &["check", "--format", format], form);
        assert_eq!(ran.code, 1, "{format}: {}", ran.err);
    }
    assert_eq!(run(&desk, &["fmt"], Form::Plain).code, 0);
    run(&desk, &["fix"], Form::Plain);
}

#[test]
fn a_hostile_argument_is_told_without_harm() {
    let desk = Desk::with(SMALLEST);
    for name in NAMES.iter().filter(|name| !name.contains('\0')) {
        for arguments in [
            &["explain", "--", name][..],
            &["trace", "--", name],
            &["breach", "--", name],
            &["impact", "--", name],
        ] {
            let ran = run(&desk, arguments, Form::Plain);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        }
        let named = format!("--allow={name}");
        assert_eq!(run(&desk, &["check", &named], Form::Plain).code, 2);
        let named = format!("--date={name}");
        assert_eq!(run(&desk, &["norms", &named], Form::Plain).code, 2);
    }
}

#[test]
fn what_is_formatted_keeps_hostile_names() {
    for (text, readable) in [(whole(&NAMES), true), (NAMES.iter().map(|it| broken(it)).collect(), false)] {
        let untidy = text.replace(" = ", "   =  ");
        let desk = Desk::with(&untidy);
        run(&desk, &["fmt", "--diff"], Form::Plain);
        let ran = run(&desk, &["fmt"], Form::Plain);
        assert_eq!(ran.code, if readable { 0 } else { ran.code }, "{}", ran.err);
        let values = |text: &str| text.parse::<toml::Table>().ok();
        assert_eq!(values(&desk.read("landscape/a.toml")), values(&untidy));
        assert_eq!(values(&untidy).is_some(), readable);
        run(&desk, &["fix"], Form::Plain);
    }
}

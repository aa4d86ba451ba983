//! What a person sees at a terminal while something takes long, and that Ctrl-C leaves it clean. `script` plays the terminal.
#![cfg(unix)]

mod common;

use std::{
    io::{Read, Write},
    process::{Child, Command, Stdio},
};

use common::{Desk, crowd};

/// What someone who can't wait types.
const CTRL_C: &[u8] = b"\x03";

/// Drawing that takes three seconds on any machine, since it is stopped then.
const LONG: &str = "render --view alles --lang en --time-limit 3";

/// The program at a terminal; none where there is no `script`.
fn at_terminal(desk: &Desk, arguments: &str) -> Option<Child> {
    let program = env!("CARGO_BIN_EXE_koppelkaart");
    let started = Command::new("script")
        .args(["-qec", &format!("{program} {arguments}"), "/dev/null"])
        .current_dir(desk.path("."))
        .env("TERM", "xterm")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    if started.is_err() {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "script is missing (util-linux)");
        eprintln!("SKIPPED: no terminal was tried, since `script` isn't installed");
    }
    started.ok()
}

/// Reads on until this is told, or the end.
fn until(child: &mut Child, told: &str) -> String {
    let (mut bytes, mut next) = (Vec::new(), [0]);
    let out = child.stdout.as_mut().unwrap();
    while !String::from_utf8_lossy(&bytes).contains(told) && out.read(&mut next).unwrap() > 0 {
        bytes.push(next[0]);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What still stands there of all that was told: a line that is cleared is gone.
fn left(told: &str) -> String {
    let kept = told.lines().map(|line| line.rsplit("\x1b[2K").next().unwrap_or_default().trim());
    kept.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_takes_over_a_second_is_told_and_gone_when_it_is_done() {
    let desk = Desk::with(crowd(700, 2_100));
    let Some(mut child) = at_terminal(&desk, LONG) else { return };
    let told = until(&mut child, "no such words");
    assert!(told.contains("drawing 1 view"), "{told:?}");
    assert!(!left(&told).contains("drawing 1 view"), "{told:?}");
    assert!(left(&told).contains("took longer than 3 seconds"), "{told:?}");
    assert!(!child.wait().unwrap().success());
}

#[test]
fn ctrl_c_leaves_a_clean_line_and_no_file() {
    let desk = Desk::with(crowd(700, 2_100));
    let Some(mut child) = at_terminal(&desk, LONG) else { return };
    let mut told = until(&mut child, "drawing 1 view");
    child.stdin.as_mut().unwrap().write_all(CTRL_C).unwrap();
    told += &until(&mut child, "no such words");
    assert!(left(&told).replace("^C", "").is_empty(), "{told:?}");
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(!desk.path("diagrams").exists());
}

#[test]
fn no_command_that_takes_long_is_silent() {
    let desk = Desk::with(crowd(40_000, 60_000));
    for (arguments, says) in [("fmt --check --lang en", "formatting"), ("fix --lang en", "mending")] {
        let Some(mut child) = at_terminal(&desk, arguments) else { return };
        let told = until(&mut child, says);
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(told.contains(says), "{arguments}: {told:?}");
    }
}

#[test]
fn a_pipe_gets_no_word_of_it() {
    let desk = Desk::with(crowd(700, 2_100));
    let ran = desk.run(&LONG.split(' ').collect::<Vec<_>>());
    assert!(!ran.err.contains("drawing 1 view") && !ran.err.contains('\u{1b}'), "{:?}", ran.err);
}

#[test]
fn what_is_done_at_once_says_nothing_of_it() {
    let desk = Desk::with(common::SMALLEST);
    let Some(mut child) = at_terminal(&desk, "check --lang en") else { return };
    let told = until(&mut child, "no such words");
    assert!(!told.contains("reading the landscape") && !told.contains("judging"), "{told:?}");
}

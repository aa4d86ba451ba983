//! The tutorials, followed to the letter: every command is run, every change made, and what they show comes out.
//!
//! A block of `console` is a command (after `$ `), its exit code where that isn't 0 (after `? `), and what it
//! prints; `...` stands for lines that are left out. A comment before a block of `toml` names the file that it
//! is added to; after a colon, the line that it takes the place of.

mod common;

use std::fs;

use common::Desk;
use jiff::{Zoned, civil::date};
use koppelkaart::text::{self, Lang};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A step of a tutorial.
enum Step {
    Run { arguments: Vec<String>, code: i32, prints: String },
    Add { file: String, toml: String },
    Replace { file: String, line: String, toml: String },
}

/// The steps in a page, in order.
fn steps(page: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut blocks = page.split("\n```");
    let mut before = blocks.next().expect("a text");
    // After each opening fence comes a block, after each closing one a text.
    while let (Some(block), Some(after)) = (blocks.next(), blocks.next()) {
        let (form, body) = block.split_once('\n').expect("a line with its form");
        match form {
            "console" => steps.push(run(body)),
            "toml" => steps.push(change(before, body)),
            other => panic!("a block of {other}"),
        }
        before = after;
    }
    steps
}

fn run(body: &str) -> Step {
    let (command, rest) = body.split_once('\n').unwrap_or((body, ""));
    let command = command.strip_prefix("$ koppelkaart ").expect("a command");
    let (code, prints) = match rest.strip_prefix("? ").and_then(|rest| rest.split_once('\n')) {
        Some((code, prints)) => (code.parse().expect("an exit code"), prints),
        None => (0, rest),
    };
    let arguments = command.split(' ').map(str::to_owned).collect();
    Step::Run { arguments, code, prints: format!("{prints}\n") }
}

fn change(before: &str, body: &str) -> Step {
    let comment = before.lines().last().and_then(|line| line.strip_prefix("<!-- ")?.strip_suffix(" -->"));
    let comment = comment.unwrap_or_else(|| panic!("no file is named: {before}"));
    match comment.split_once(": ") {
        None => Step::Add { file: comment.to_owned(), toml: body.to_owned() },
        Some((file, line)) => {
            Step::Replace { file: file.to_owned(), line: line.to_owned(), toml: body.to_owned() }
        }
    }
}

/// Follows a tutorial in an empty folder.
fn follow(lang: Lang) {
    let page = fs::read_to_string(format!("{ROOT}/docs/tutorial.{lang}.md")).expect("a tutorial");
    let desk = Desk::new([("README", "")]);
    let today = text::date(Zoned::now().date(), lang);
    let written = text::date(date(2026, 11, 26), lang);
    let steps = steps(&page.replace("\r\n", "\n"));
    assert!(steps.len() > 8, "{} steps", steps.len());
    for step in steps {
        match step {
            Step::Run { arguments, code, prints } => {
                let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
                let ran = desk.run(&arguments);
                assert_eq!((ran.code, ran.err.as_str()), (code, ""), "{arguments:?}: {}", ran.out);
                snapbox::assert_data_eq!(ran.out.replace(&today, &written), prints);
            }
            Step::Add { file, toml } => desk.put(&file, format!("{}\n{toml}\n", desk.read(&file))),
            Step::Replace { file, line, toml } => {
                let text = desk.read(&file);
                assert_eq!(text.matches(&format!("\n{line}\n")).count(), 1, "{line}");
                desk.put(&file, text.replace(&line, &toml));
            }
        }
    }
}

#[test]
fn the_dutch_tutorial_is_true() {
    follow(Lang::Nl);
}

#[test]
fn the_english_tutorial_is_true() {
    follow(Lang::En);
}

//! What holds of all formats: on the command line, in number, and in what they never hold.

use std::process::Command;

use koppelkaart::{
    report::{github, gitlab, junit, markdown, sarif},
    text::is_unsafe,
};

use crate::landscapes::{ROOT, accepted, all, clean};

/// Every format, by its name.
fn printed(judged: &crate::landscapes::Judged) -> [(&'static str, String); 5] {
    [
        ("sarif", judged.print(sarif::write)),
        ("junit", judged.print(junit::write)),
        ("github", judged.print(github::write)),
        ("gitlab", judged.print(gitlab::write)),
        ("markdown", judged.print(markdown::write)),
    ]
}

#[test]
fn the_command_line_has_every_format_and_the_exit_code_does_not_depend_on_it() {
    let run = |format: &str, rule: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_koppelkaart"))
            .args(["check", "landscape/parties.toml", "--format", format, "-W", rule])
            .current_dir(ROOT)
            .output()
            .expect("it runs");
        assert!(output.stderr.is_empty(), "{format}: {}", String::from_utf8_lossy(&output.stderr));
        (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
    };
    let plain = run("json", "no-owner").0;
    for format in ["sarif", "junit", "github", "gitlab", "markdown"] {
        let (code, out) = run(format, "no-owner");
        assert_eq!(code, plain, "{format}");
        assert!(out.ends_with('\n'), "{format}");
    }
}

#[test]
fn no_format_holds_what_a_terminal_or_a_log_would_obey() {
    for judged in all() {
        for (format, text) in printed(&judged) {
            let raw = text.chars().find(|character| is_unsafe(*character) && *character != '\n');
            assert_eq!(raw, None, "{format} of {}", judged.name);
        }
    }
}

#[test]
fn the_same_landscape_gives_the_same_bytes() {
    for (once, again) in printed(&accepted()).into_iter().zip(printed(&accepted())) {
        assert_eq!(once, again);
    }
}

#[test]
fn where_nothing_is_wrong_no_format_tells_of_a_finding() {
    let judged = clean();
    assert_eq!(judged.findings().len(), 0);
    for (format, text) in printed(&judged) {
        assert!(!text.contains("landschap/a.toml"), "{format}: {text}");
    }
}

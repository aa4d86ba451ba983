//! What a shell fills in and what `man` shows: generated, and tried by the programs that read it.

mod common;

use std::process::{Command, Stdio};

use common::Desk;

/// Whether a program is here to try it with.
fn there_is(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// What a shell prints for a script.
fn shell(desk: &Desk, program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).current_dir(desk.path("")).output().expect("it runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {told}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn desk() -> Desk {
    let desk = Desk::new([("README", "")]);
    for name in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = desk.run(&["completions", name, "--lang", "nl"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        desk.put(&format!("{name}.txt"), ran.out);
    }
    desk
}

/// The words that bash offers for the last of these.
fn offered(desk: &Desk, words: &[&str]) -> Vec<String> {
    let (count, last) = (words.len() - 1, words.last().expect("words"));
    let script = format!(
        "source bash.txt; COMP_WORDS=({}); COMP_CWORD={count}; COMPREPLY=(); \
         _koppelkaart koppelkaart '{last}' '{}'; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" "),
        words[count - 1],
    );
    shell(desk, "bash", &["--norc", "-c", &script]).lines().map(str::to_owned).collect()
}

#[test]
fn bash_fills_in_commands_flags_and_values() {
    if !there_is("bash") {
        return;
    }
    let desk = desk();
    assert_eq!(offered(&desk, &["koppelkaart", "re"]), ["render", "report", "register"]);
    assert_eq!(offered(&desk, &["koppelkaart", "report", "--aud"]), ["--audience"]);
    assert_eq!(offered(&desk, &["koppelkaart", "report", "--audience", ""]), ["internal", "public"]);
    assert_eq!(offered(&desk, &["koppelkaart", "completions", "f"]), ["fish"]);
    assert_eq!(offered(&desk, &["koppelkaart", "l"]), ["lsp"], "what isn't for people isn't offered");
    assert_eq!(
        offered(&desk, &["koppelkaart", "explain", "uns"]),
        ["unsecured-link", "unsourced-data", "unsupported-application"]
    );
    assert_eq!(offered(&desk, &["koppelkaart", "check", "-A", "no-o"]), ["no-owner"]);
}

#[test]
fn zsh_reads_its_completions_without_complaint() {
    if there_is("zsh") {
        shell(&desk(), "zsh", &["-f", "-n", "zsh.txt"]);
    }
}

#[test]
fn fish_fills_in_with_an_explanation_in_dutch() {
    if !there_is("fish") {
        return;
    }
    let told = shell(&desk(), "fish", &["-N", "-c", "source fish.txt; complete -C 'koppelkaart rend'"]);
    assert_eq!(told, "render\tBeoordeelt een landschap en tekent de weergaven ervan.\n");
    let told =
        shell(&desk(), "fish", &["-N", "-c", "source fish.txt; complete -C 'koppelkaart check -A no-own'"]);
    assert_eq!(told, "no-owner\teen applicatie met persoonsgegevens waar niemand voor instaat\n");
}

#[test]
fn every_shell_gets_every_command() {
    let desk = desk();
    let commands = desk.run(&["--help"]).out;
    let commands: Vec<_> =
        commands.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).collect();
    assert!(commands.contains(&"check") && commands.contains(&"man"), "{commands:?}");
    for name in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = desk.read(&format!("{name}.txt"));
        for command in commands.iter().filter(|command| command.starts_with(char::is_alphabetic)) {
            assert!(script.contains(command), "{name}: {command}");
        }
    }
}

#[test]
fn there_is_a_page_for_the_program_and_one_for_each_command() {
    let desk = Desk::new([("README", "")]);
    let ran = desk.run(&["man", "-o", "man/man1", "--lang", "nl"]);
    let pages = desk.list("man/man1");
    assert_eq!((ran.code, ran.out), (0, format!("man/man1: {} pagina's\n", pages.len())));
    for page in ["koppelkaart.1", "koppelkaart-check.1", "koppelkaart-man.1"] {
        assert!(pages.iter().any(|it| it == page), "{page}: {pages:?}");
    }
    let main = desk.read("man/man1/koppelkaart.1");
    for page in &pages {
        let text = desk.read(&format!("man/man1/{page}"));
        assert!(text.contains(".SH NAAM\nkoppelkaart"), "{text}");
        for english in [
            ".SH NAME",
            ".SH SYNOPSIS",
            ".SH DESCRIPTION",
            ".SH OPTIONS",
            ".SH SUBCOMMANDS",
            "Possible values",
            "default:",
            "Print ",
        ] {
            assert!(!text.contains(english), "{page}: {english}");
        }
        let name = page.trim_end_matches(".1");
        assert!(
            page == "koppelkaart.1" || main.contains(&format!("{}(1)", name.replace('-', "\\-"))),
            "{page}"
        );
    }
}

#[test]
fn a_page_reads_well_where_groff_sets_it() {
    if !there_is("groff") {
        return;
    }
    let desk = Desk::new([("README", "")]);
    desk.run(&["man", "-o", "man1", "--lang", "en"]);
    let set = |page: &str| {
        // `-ww`: with every warning; `-P-cbou`: without bold and underlining.
        let arguments = ["-man", "-Tutf8", "-K", "utf8", "-ww", "-P-cbou", page];
        let output =
            Command::new("groff").args(arguments).current_dir(desk.path("")).output().expect("it runs");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{page}");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    for page in desk.list("man1") {
        set(&format!("man1/{page}"));
    }
    let check = set("man1/koppelkaart-check.1");
    assert!(check.lines().next().is_some_and(|head| head.contains("Koppelkaart manual")), "{check}");
    let words = check.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("NAME koppelkaart-check - Judges a landscape."), "{check}");
    assert!(
        words.contains("--date <YYYY-MM-DD> Judge as of this day instead of the landscape's own."),
        "{check}"
    );
    assert!(words.contains("[PATH] [default: landscape] The landscape: a folder"), "{check}");
}

#[test]
fn pages_that_cannot_be_written_are_told() {
    let desk = Desk::new([("man1", "a file")]);
    let ran = desk.run(&["man", "-o", "man1", "--lang", "en"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("`man1`"), "{}", ran.err);
}

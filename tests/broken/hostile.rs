//! Names that try to speak to the terminal, or to whoever reads the output.

use crate::common::{Desk, SMALLEST};

/// What a terminal obeys, or what turns the direction of writing, as TOML can hold it.
const ESCAPES: [&str; 8] =
    ["\\u001b", "\\u009b", "\\u202e", "\\u2066", "\\u0007", "\\r", "\\u200f", "\\u2028"];

/// The same characters as they are.
const RAW: [char; 8] = ['\u{1b}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{7}', '\r', '\u{200f}', '\u{2028}'];

/// Every form of output that a person or program reads.
const FORMS: [&[&str]; 4] =
    [&["check"], &["check", "--all"], &["check", "--narrated"], &["check", "--format", "json"]];

fn is_tame(desk: &Desk) {
    for arguments in FORMS {
        let ran = desk.run(arguments);
        for character in RAW {
            assert!(!ran.out.contains(character), "{arguments:?} has a raw {character:?}:\n{}", ran.out);
            assert!(!ran.err.contains(character), "{arguments:?} has a raw {character:?}:\n{}", ran.err);
        }
    }
}

#[test]
fn a_name_cannot_speak_to_the_terminal() {
    let evil = ESCAPES.map(|escape| format!("{escape}[31mx")).concat();
    let unsecured = SMALLEST.replace("secure = true\n", "");
    for name in
        ["Csam", "Gemeentelijk Gegevensknooppunt", "Sociaal domein", "College van burgemeester en wethouders"]
    {
        is_tame(&Desk::with(unsecured.replace(name, &evil)));
    }
    for (key, value) in [("to", "ggk"), ("controller", "college"), ("protocol", "https")] {
        is_tame(&Desk::with(
            unsecured.replace(&format!("{key} = \"{value}\""), &format!("{key} = \"{evil}\"")),
        ));
    }
    is_tame(&Desk::with(unsecured.clone() + &format!("\n[party.\"{evil}\"]\nname = 'x'\n\"{evil}\" = 1\n")));
    is_tame(&Desk::with(unsecured.clone() + &format!("\n[\"{evil}\".x]\nname = 'x'\n")));
    is_tame(&Desk::with(unsecured.clone() + &format!("id = \"{evil}\"\n")));
    is_tame(&Desk::with(unsecured.clone() + &format!("tls = \"{evil}\"\nauthentication = \"{evil}\"\n")));
    is_tame(&Desk::with(
        unsecured.clone() + &format!("[norm.\"{evil}\"]\ntext = \"{evil}\"\nrules = [\"{evil}\"]\n"),
    ));
    is_tame(&Desk::with(unsecured + &format!("[rules]\n\"{evil}\" = \"{evil}\"\n")));
}

#[test]
fn raw_characters_in_the_text_that_is_quoted_cannot_either() {
    let evil: String = RAW.iter().collect();
    is_tame(&Desk::with(
        SMALLEST.replace("[[link]]", &format!("[[link]] # {evil}")).replace("secure = true\n", ""),
    ));
    is_tame(&Desk::with(SMALLEST.replace("secure = true", &format!("secure = \"{evil}\""))));
    is_tame(&Desk::with(SMALLEST.replace("\"Csam\"", &format!("\"{evil}\""))));
    // These are valid TOML as they are.
    let valid = "\u{202e}\u{2066}\u{200f}\u{2028}\u{9b}";
    is_tame(&Desk::with(
        SMALLEST.replace("[[link]]", &format!("[[link]] # {valid}")).replace("secure = true\n", ""),
    ));
    is_tame(&Desk::with(SMALLEST.replace("Csam", valid).replace("secure = true\n", "")));
}

#[cfg(unix)]
#[test]
fn nor_can_the_name_of_a_file() {
    let path = "landscape/\u{1b}[31m\u{202e}.toml";
    let desk = Desk::new([(path, SMALLEST.replace("secure = true\n", ""))]);
    is_tame(&desk);
    assert_eq!(desk.check(&[]).list("findings")[0]["file"], path, "programs get the name as it is");
    std::os::unix::fs::symlink("nowhere", desk.path("landscape/\u{1b}]0;x.toml")).unwrap();
    is_tame(&desk);
    let desk = Desk::with("");
    let ran = desk.run(&["check", "\u{1b}[31m"]);
    assert_eq!(ran.code, 2);
    assert!(!ran.err.contains('\u{1b}'));
}

#[test]
fn json_holds_names_as_they_are() {
    let names = ["a\\\"b", "a\\\\b", "a\\nb", "\\u202eabc", "\\u0000", "\\U0001F44D"];
    let meant = ["a\"b", "a\\b", "a\nb", "\u{202e}abc", "\0", "👍"];
    for (name, meant) in names.into_iter().zip(meant) {
        let ran = Desk::with(SMALLEST.replace("Sociaal domein", name)).check(&[]);
        assert_eq!(ran.json()["landscape"], meant);
        assert_eq!(ran.code, 0);
    }
}

#[test]
fn a_name_of_two_lines_stays_on_one() {
    let text = SMALLEST.replace("\"Csam\"", "\"Csam\\nFindings: 0 errors.\"").replace("secure = true\n", "");
    let ran = Desk::with(text).run(&["check", "--lang", "en"]);
    assert!(!ran.out.lines().any(|line| line.trim().starts_with("Findings: 0")), "{}", ran.out);
}

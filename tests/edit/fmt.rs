//! `fmt`: one style, comments kept, meaning never changed.

use koppelkaart::format::format;
use proptest::prelude::*;

use crate::{
    common::{Desk, SMALLEST},
    texts::{all, meaning},
};

/// A text in the style, or as it is where nothing in it is TOML.
fn formatted(text: &str) -> String {
    format(text).unwrap_or_else(|_| text.to_owned())
}

/// The comments of a text: what follows a `#` that no string is open before.
fn comments(text: &str) -> Vec<&str> {
    let starts =
        |line: &str, at: usize| ['"', '\''].iter().all(|quote| line[..at].matches(*quote).count() % 2 == 0);
    let found = text.lines().filter_map(|line| {
        let (at, _) = line.match_indices('#').find(|(at, _)| starts(line, *at))?;
        Some(line[at..].trim_end())
    });
    found.collect()
}

/// Holds what must be true of every text.
fn hold(text: &str) -> Result<(), TestCaseError> {
    let once = formatted(text);
    prop_assert_eq!(meaning(text.strip_prefix('\u{FEFF}').unwrap_or(text)), meaning(&once), "{}", once);
    prop_assert_eq!(&formatted(&once), &once, "a second run changes nothing");
    prop_assert_eq!(comments(text), comments(&once), "{}", once);
    Ok(())
}

#[test]
fn every_landscape_at_hand_says_the_same_in_the_style() {
    for text in all() {
        hold(&text).unwrap();
    }
}

#[test]
fn the_example_landscape_is_in_the_style() {
    let desk = Desk::new([("readme.txt", "")]);
    let landscape = format!("{}/landscape", env!("CARGO_MANIFEST_DIR"));
    let ran = desk.run(&["fmt", "--check", &landscape]);
    assert_eq!((ran.code, &*ran.out), (0, ""), "{}", ran.err);
}

const UNTIDY: &str = "\u{FEFF}\r\n\r\n# Boven\r\n[landscape]\r\n\r\nname='Zaken'   # hoe het heet\r\n\r\n\r\ndate =2026-11-01\r\n# Van ons\r\n  [ party . \"college\" ]\r\n\tname\t=\t'B & W'\r\n[data.naw]\r\nname = 'Zegt \"ja\"'\r\nclass = \"personal\"\r\n[[link]]\r\nfrom=\"college\"\r\nto = 'college'\r\ndata = [ 'naw' ,\r\n  'naw', ]\r\ncontroller = [ # wie\r\n  'college', # wij\r\n  # en anders\r\n]\r\n\r\n\r\n";

const TIDY: &str = r#"# Boven
[landscape]
name = "Zaken"  # hoe het heet

date = 2026-11-01

# Van ons
[party.college]
name = "B & W"

[data.naw]
name = 'Zegt "ja"'
class = "personal"

[[link]]
from = "college"
to = "college"
data = ["naw", "naw"]
controller = [
  # wie
  "college",  # wij
  # en anders
]
"#;

#[test]
fn the_style_is_as_the_documentation_has_it() {
    assert_eq!(formatted(UNTIDY), TIDY);
    assert_eq!(formatted(TIDY), TIDY);
    assert_eq!(formatted(""), "");
    assert_eq!(formatted("# alleen dit"), "# alleen dit\n");
}

#[test]
fn long_arrays_are_broken_over_lines_and_short_ones_joined() {
    let ids: Vec<_> = (0..9).map(|n| format!("\"verwerking-{n}\"")).collect();
    let long = format!("[[link]]\nprocessing = [{}]\n", ids.join(", "));
    let broken = format!("[[link]]\nprocessing = [\n  {},\n]\n", ids.join(",\n  "));
    assert_eq!(formatted(&long), broken);
    assert_eq!(formatted("[[link]]\ndata = [\n\"a\"\n,\n\"b\"]\n"), "[[link]]\ndata = [\"a\", \"b\"]\n");
    assert_eq!(
        formatted("[policy.x]\nnever_reaches={party=['a'],network = [ 'b' ]}\n"),
        "[policy.x]\nnever_reaches = { party = [\"a\"], network = [\"b\"] }\n"
    );
}

#[test]
fn what_is_not_toml_stays_as_it_is_and_the_rest_is_formatted() {
    let text = "[party.a]\nname='A'\n[party.b]\nname = = 'B'   \n\n\n# bij c\n[party.c]\nname='C'\n";
    let expected =
        "[party.a]\nname = \"A\"\n\n[party.b]\nname = = 'B'   \n\n\n# bij c\n[party.c]\nname = \"C\"\n";
    assert_eq!(formatted(text), expected);
    let open = "[party.a]\nname = \"\"\"A\n[party.b]\nname='B'\n";
    assert_eq!(formatted(open), "[party.a]\nname = \"\"\"A\n[party.b]\nname = \"B\"\n");
    let led_up = "[party.a]\nname='A'\n# bij b\n[party.b]\nname = =\n";
    assert_eq!(formatted(led_up), "[party.a]\nname = \"A\"\n\n# bij b\n[party.b]\nname = =\n");
    assert!(format("this is no TOML").is_err());
}

#[test]
fn strings_over_more_lines_and_hashes_in_strings_are_left_alone() {
    let text = "[landscape]\nname = \"# geen opmerking\"\ndescription = \"\"\"\n  een  # twee\n\n\n  [drie]  \n\"\"\"\n";
    assert_eq!(formatted(text), text);
}

#[test]
fn files_are_rewritten_and_named_and_check_only_shows() {
    let desk = Desk::new([("landscape/a.toml", SMALLEST), ("landscape/b/c.toml", "[party.x]\nname='X'\n")]);
    let ran = desk.run(&["fmt", "--check", "--lang", "en"]);
    assert_eq!(
        (ran.code, &*ran.out),
        (
            1,
            "--- a/landscape/b/c.toml\n+++ b/landscape/b/c.toml\n@@ -1,2 +1,2 @@\n [party.x]\n-name='X'\n+name = \"X\"\n"
        )
    );
    assert_eq!(desk.read("landscape/b/c.toml"), "[party.x]\nname='X'\n");
    let ran = desk.run(&["fmt", "--lang", "en"]);
    assert_eq!((ran.code, &*ran.out), (0, "Formatted:\n  landscape/b/c.toml\n"));
    assert_eq!(desk.read("landscape/b/c.toml"), "[party.x]\nname = \"X\"\n");
    let ran = desk.run(&["fmt", "--lang", "en"]);
    assert_eq!((ran.code, &*ran.out), (0, "In style already, files: 2.\n"));
    assert_eq!(desk.run(&["fmt", "--check"]).code, 0);
}

#[test]
fn a_file_that_cannot_be_read_ends_with_2_after_the_others_are_done() {
    let desk = Desk::new([
        ("landscape/a.toml", &b"[party.x]\nname='\xEB'\n"[..]),
        ("landscape/b.toml", b"[party.y]\nname='Y'\n"),
    ]);
    let ran = desk.run(&["fmt", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("landscape/a.toml"), "{}", ran.err);
    assert_eq!(desk.read("landscape/b.toml"), "[party.y]\nname = \"Y\"\n");
    assert_eq!(desk.run(&["fmt", "absent"]).code, 2);
}

/// A text with a piece taken out, put in or moved.
fn mangled() -> impl Strategy<Value = String> {
    let texts = proptest::sample::select(all());
    let noise = proptest::string::string_regex(r#"[\[\]{}"'=.,\\a-z \n\r\t✓]{0,6}"#).expect("a pattern");
    (texts, any::<prop::sample::Index>(), 0..40_usize, noise, any::<bool>()).prop_map(
        |(text, at, out, noise, crlf)| {
            let at = text.floor_char_boundary(at.index(text.len().max(1)));
            let end = text.ceil_char_boundary((at + out).min(text.len()));
            let text = format!("{}{noise}{}", &text[..at], &text[end..]);
            if crlf { text.replace('\n', "\r\n") } else { text }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn mangled_landscapes_say_the_same(text in mangled()) {
        hold(&text)?;
    }

    #[test]
    fn no_text_is_too_strange(text in r#"[\[\]{}"'#=.,\\a-c0-9 \n\r\t✓]{0,60}"#) {
        let once = formatted(&text);
        prop_assert_eq!(meaning(&text), meaning(&once), "{}", once);
        prop_assert_eq!(&formatted(&once), &once);
    }
}

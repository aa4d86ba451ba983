//! Lines and columns: from 1, in Unicode characters, whatever the file is saved as.

use crate::common::{Desk, SMALLEST};

/// Line, column, last line and last column of the one finding.
fn place(landscape: impl AsRef<[u8]>) -> [u64; 4] {
    let ran = Desk::with(landscape).check(&[]);
    let found = ran.list("findings");
    assert_eq!(found.len(), 1, "{found:#?}");
    ["line", "column", "end_line", "end_column"].map(|key| found[0][key].as_u64().unwrap())
}

#[test]
fn columns_count_characters() {
    let good = "[party.college]\nname = \"College van burgemeester en wethouders\"";
    let bad = |name: &str| {
        let text = SMALLEST.replace(good, &format!("[party]\ncollege = {{ name = \"{name}\", knd = 'x' }}"));
        assert_ne!(text, SMALLEST);
        text
    };
    // `college = { name = "` is 20 characters, `", ` three more.
    assert_eq!(place(bad("abc")), [5, 27, 5, 30]);
    assert_eq!(place(bad("é✓é")), [5, 27, 5, 30]);
    assert_eq!(place(bad("👍🏽c")), [5, 27, 5, 30], "a skin tone is a character of its own");
    assert_eq!(place(bad("e\u{301}c")), [5, 27, 5, 30], "so is a combining accent");
    assert_eq!(place(bad("\tab")), [5, 27, 5, 30], "and a tab is one");
}

#[test]
fn a_missing_mark_is_told_at_the_whole_header() {
    assert_eq!(place(SMALLEST.replace("secure = true\n", "")), [13, 1, 13, 9]);
}

#[test]
fn windows_line_ends_change_nothing() {
    let text = SMALLEST.replace("secure = true", "secure = false").replace('\n', "\r\n");
    assert_eq!(place(&text), [17, 10, 17, 15]);
    assert_eq!(Desk::with(SMALLEST.replace('\n', "\r\n")).check(&[]).code, 0);
    let mixed = SMALLEST.replace("secure = true\n", "secure = false\r\n");
    assert_eq!(place(mixed), [17, 10, 17, 15]);
}

#[test]
fn a_byte_order_mark_is_no_character() {
    let text = format!("\u{FEFF}{}", SMALLEST.replacen("[landscape]", "[landscap]", 1));
    let ran = Desk::with(&text).check(&[]);
    assert!(ran.findings().contains(&"unknown-key landscape/a.toml 1:2".to_owned()), "{:?}", ran.findings());
    assert_eq!(Desk::with(format!("\u{FEFF}{SMALLEST}")).check(&[]).code, 0);
    let crlf =
        format!("\u{FEFF}{}", SMALLEST.replace("secure = true", "secure = false").replace('\n', "\r\n"));
    assert_eq!(place(crlf), [17, 10, 17, 15]);
}

#[test]
fn a_file_may_end_without_a_line_break() {
    let text = SMALLEST.trim_end().replace("controller = \"college\"", "controller = \"colege\"");
    assert_eq!(place(text), [19, 14, 19, 22]);
}

#[test]
fn the_second_of_two_ids_is_told_with_the_place_of_the_first() {
    let desk = Desk::new([
        ("landscape/a.toml", SMALLEST),
        ("landscape/b.toml", "# é\n[application.csam]\nname = \"Csam\"\n"),
    ]);
    let found = desk.check(&[]).list("findings");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((&found[0]["rule"], &found[0]["file"]), (&"duplicate-id".into(), &"landscape/b.toml".into()));
    assert_eq!((&found[0]["line"], &found[0]["column"]), (&2.into(), &14.into()));
    let first = &found[0]["related"][0];
    assert_eq!((&first["file"], &first["line"]), (&"landscape/a.toml".into(), &7.into()));
}

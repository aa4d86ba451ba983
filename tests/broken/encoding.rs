//! Files that aren't UTF-8, and characters that TOML doesn't have.

use crate::common::{Desk, SMALLEST};

#[test]
fn latin_1_is_told_where_it_stops_being_utf_8() {
    let bytes =
        [b"# \n[application.z]\nname = \"Financi\xEBn\"\nsupplyer = 'college'\n", SMALLEST.as_bytes()]
            .concat();
    let ran = Desk::with(bytes).check(&[]);
    assert_eq!(ran.code, 1);
    assert_eq!(ran.findings(), ["invalid-toml landscape/a.toml 3:16", "unknown-key z 4:1"]);
    assert_eq!(ran.json()["summary"]["links"], 1, "the rest is judged");
}

#[test]
fn utf_16_is_called_by_its_name_and_told_once() {
    for big in [true, false] {
        let units = std::iter::once(0xFEFF).chain(SMALLEST.encode_utf16());
        let bytes: Vec<u8> =
            units.flat_map(|unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect();
        let desk =
            Desk::new([("landscape/a.toml", SMALLEST.as_bytes().to_vec()), ("landscape/b.toml", bytes)]);
        let ran = desk.check(&[]);
        assert_eq!((ran.code, ran.findings()), (1, vec!["invalid-toml landscape/b.toml 1:1".to_owned()]));
        assert!(ran.list("findings")[0]["message"].as_str().unwrap().contains("UTF-16"));
    }
}

#[test]
fn random_bytes_are_no_landscape_and_no_disaster() {
    let mut state = 1_u32;
    let bytes: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    })
    .take(20_000)
    .collect();
    for arguments in [&["check"][..], &["check", "--narrated"], &["check", "--format", "json"]] {
        assert_eq!(Desk::with(&bytes).run(arguments).code, 1);
    }
}

#[test]
fn line_ends_of_old_macs_are_no_toml() {
    let ran = Desk::with(SMALLEST.replace('\n', "\r")).check(&[]);
    assert_eq!(ran.code, 1);
    assert!(ran.rules().contains(&"invalid-toml".to_owned()));
}

#[test]
fn control_characters_are_told_where_they_stand() {
    for (bad, column) in [("\0", 12), ("\u{1b}", 12), ("\u{7f}", 12)] {
        let text = format!("{SMALLEST}\n[party.x]\nname = \"abc{bad}\"\n\n[party.y]\nnam = 'y'\n");
        let ran = Desk::with(text).check(&[]);
        assert_eq!(ran.findings()[0], format!("invalid-toml x 22:{column}"), "{bad:?}");
        assert_eq!(ran.findings()[1..], ["unknown-key y 25:1"], "{bad:?}");
        let text = format!("{SMALLEST}# {bad}\n");
        let ran = Desk::with(text).check(&[]);
        assert_eq!(ran.code, 1, "{bad:?} in a comment");
        assert_eq!(ran.rules(), ["invalid-toml"]);
    }
}

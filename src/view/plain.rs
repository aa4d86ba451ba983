//! Untrusted text made harmless, and numbers made the same everywhere, before either goes into DOT or SVG.

use crate::text::{Lang, Text};

/// Names are cut here before they are measured; nothing that is drawn is ever longer.
const LONGEST: usize = 400;

/// What stands where a name is empty, so that a card is never blank.
const NAMELESS: Text = Text { en: "(no name)", nl: "(zonder naam)" };

/// The text on one line: runs of white space become one space, characters that XML or DOT
/// cannot carry become U+FFFD, and characters that reorder or hide text are left out.
/// Longer than 400 characters: cut, with `…`.
#[must_use]
pub fn plain(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut gap = false;
    let mut kept = 0;
    for c in text.chars().filter(|c| !deceives(*c)) {
        if c.is_whitespace() {
            gap = kept > 0;
            continue;
        }
        if kept >= LONGEST {
            out.push('…');
            break;
        }
        if gap {
            out.push(' ');
            gap = false;
        }
        out.push(if is_drawable(c) { c } else { char::REPLACEMENT_CHARACTER });
        kept += 1;
    }
    out
}

/// Whether a text is certainly as it should be, as nearly all are: words of ASCII with one space between them.
fn is_plain(text: &str) -> bool {
    let is_short = text.len() <= LONGEST;
    let is_ascii = text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    is_short && is_ascii && !text.contains("  ") && !text.starts_with(' ') && !text.ends_with(' ')
}

/// [`plain`], with a stand-in for a name that is empty.
#[must_use]
pub fn name(text: &str, lang: Lang) -> String {
    let plain = plain(text);
    if plain.is_empty() { NAMELESS.to(lang).to_owned() } else { plain }
}

/// XML 1.0 has no place for controls and noncharacters, not even escaped.
fn is_drawable(c: char) -> bool {
    !c.is_control() && u32::from(c) & 0xFFFE != 0xFFFE && !('\u{FDD0}'..='\u{FDEF}').contains(&c)
}

/// Bidirectional controls make a name read as another; the rest is invisible.
fn deceives(c: char) -> bool {
    matches!(c,
        '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}')
}

/// A number with at most two decimals, written the same on every machine.
#[must_use]
pub fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    if let Some(hundredths) = hundredths(value) {
        let mut text = (hundredths / 100).to_string();
        if hundredths % 100 > 0 {
            text.push('.');
            text.extend(char::from_digit(hundredths / 10 % 10, 10));
            text.extend(char::from_digit(hundredths % 10, 10).filter(|digit| *digit != '0'));
        }
        if value < 0.0 && hundredths > 0 {
            text.insert(0, '-');
        }
        return text;
    }
    let fixed = format!("{value:.2}");
    let short = fixed.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// How many hundredths a number has without its sign, rounded; nothing where only all its digits can tell, since it is huge
/// or half way. Writing a whole number takes a fraction of the time, and a picture has thousands.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is positive, and below 2^32")]
fn hundredths(value: f64) -> Option<u32> {
    let exact = value.abs() * 100.0;
    let rounded = (exact + 0.5) as u32;
    (exact < 1e9 && (exact - f64::from(rounded)).abs() < 0.499).then_some(rounded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_itself() {
        assert_eq!(plain("Financiën & Control (Key2)"), "Financiën & Control (Key2)");
    }

    #[test]
    fn white_space_is_one_space() {
        assert_eq!([plain(" a"), plain("a "), plain("a  b"), plain("a b")], ["a", "a", "a b", "a b"]);
        assert_eq!(plain("  Zaak\r\n\tsysteem\u{2028}x "), "Zaak systeem x");
    }

    #[test]
    fn what_reorders_or_hides_text_is_left_out_and_what_xml_forbids_is_shown() {
        assert_eq!(plain("a\u{202E}b\u{200B}c\0d\u{FFFE}"), "abc\u{FFFD}d\u{FFFD}");
    }

    #[test]
    fn a_huge_name_is_cut() {
        let cut = plain(&"x".repeat(200_000));
        assert_eq!(cut.chars().count(), LONGEST + 1);
        assert!(cut.ends_with('…'));
    }

    #[test]
    fn an_empty_name_is_told() {
        assert_eq!(name(" \u{200B}", Lang::Nl), "(zonder naam)");
    }

    #[test]
    fn numbers_are_short_and_never_minus_nought() {
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(12.50), "12.5");
        assert_eq!(number(100.0), "100");
        assert_eq!(number(f64::NAN), "0");
    }

    #[test]
    fn numbers_are_rounded_as_all_their_digits_say() {
        let mut dice = crate::view::samples::Dice(11);
        let mut some = || f64::from(u32::try_from(dice.roll(1 << 31)).unwrap());
        let near_halves = (0..4_000_u32).map(|at| f64::from(at) / 200.0);
        let any: Vec<f64> = (0..4_000).map(|_| (some() - some()) / some().max(1.0)).collect();
        for value in near_halves.flat_map(|it| [it, it.next_up(), it.next_down(), -it]).chain(any) {
            let fixed = format!("{value:.2}");
            let short = fixed.trim_end_matches('0').trim_end_matches('.');
            assert_eq!(number(value), if short == "-0" { "0" } else { short }, "{value}");
        }
        assert_eq!((number(1e15 + 0.5), number(-0.004)), ("1000000000000000.5".to_owned(), "0".to_owned()));
    }
}

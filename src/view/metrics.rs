//! How wide text is, and where it breaks: measured with the fonts that the pictures are drawn in.

use std::sync::LazyLock;

use ttf_parser::Face;

use super::theme::Type;

/// Arimo, as wide as Helvetica and Arial; embedded, so that every machine measures and draws alike.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Arimo-Regular.ttf");
/// Its bold.
pub const BOLD: &[u8] = include_bytes!("../../assets/fonts/Arimo-Bold.ttf");

static REGULAR_FACE: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(REGULAR, 0).ok());
static BOLD_FACE: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(BOLD, 0).ok());

/// The share of the type size that a character takes which the font lacks. Other fonts will draw it: wide
/// enough for ✓ and for Chinese, since a card that is a bit too wide is better than text outside of it.
const STRANGER: f64 = 1.0;

/// The width of `text` in points.
#[must_use]
pub fn width(text: &str, style: Type) -> f64 {
    text.chars().map(|c| advance(c, style)).sum()
}

/// The letters of western languages, of which nearly all text is: looking each up in the font took most of the time
/// that a picture of many links took.
const USUAL: usize = 0x250;
static REGULAR_SHARES: LazyLock<Vec<f64>> = LazyLock::new(|| usual(REGULAR_FACE.as_ref()));
static BOLD_SHARES: LazyLock<Vec<f64>> = LazyLock::new(|| usual(BOLD_FACE.as_ref()));

fn usual(face: Option<&Face<'_>>) -> Vec<f64> {
    ('\0'..).take(USUAL).map(|c| share(face, c)).collect()
}

/// The share of the type size that a character takes.
fn share(face: Option<&Face<'_>>, c: char) -> f64 {
    let share = face.and_then(|face| {
        let units = face.glyph_hor_advance(face.glyph_index(c)?)?;
        Some(f64::from(units) / f64::from(face.units_per_em()))
    });
    share.unwrap_or(STRANGER)
}

/// How far the pen moves after `c`.
fn advance(c: char, style: Type) -> f64 {
    let (face, shares) =
        if style.bold { (&BOLD_FACE, &BOLD_SHARES) } else { (&REGULAR_FACE, &REGULAR_SHARES) };
    let share = shares.get(c as usize).copied().unwrap_or_else(|| share(face.as_ref(), c));
    share * style.size + style.spacing
}

/// `text` on lines of at most `room` points and at most `most` of them; what does not fit ends in `…`.
/// Breaks between words, and within a word only where it is too long for a line of its own.
#[must_use]
pub fn wrap(text: &str, style: Type, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used) = (String::new(), 0.0);
    for word in text.split_whitespace() {
        let gap = if line.is_empty() { "" } else { " " };
        let joined = gap.chars().chain(word.chars()).fold(used, |used, c| used + advance(c, style));
        if joined <= room {
            line = line + gap + word;
            used = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = break_word(word, style, room, most, &mut lines);
        used = width(&line, style);
        if lines.len() > most {
            break;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = ellipsis(&format!("{last}…"), style, room);
        }
    }
    lines
}

/// Puts all of a long word but its end on lines of their own, and gives back that end; no more of it than `most` lines
/// and one can show.
fn break_word(word: &str, style: Type, room: f64, most: usize, lines: &mut Vec<String>) -> String {
    if width(word, style) <= room {
        return word.to_owned();
    }
    let (mut part, mut used) = (String::new(), 0.0);
    for c in word.chars() {
        if !part.is_empty() && used + advance(c, style) + width("-", style) > room {
            let hyphen = if part.ends_with(|c: char| c.is_alphanumeric()) { "-" } else { "" };
            lines.push(format!("{part}{hyphen}"));
            (part, used) = (String::new(), 0.0);
            if lines.len() > most {
                break;
            }
        }
        part.push(c);
        used += advance(c, style);
    }
    part
}

/// `text` cut to `room` points, with `…` where something went.
#[must_use]
pub fn ellipsis(text: &str, style: Type, room: f64) -> String {
    if width(text, style) <= room {
        return text.to_owned();
    }
    let room = room - width("…", style);
    let mut used = 0.0;
    let mut out: String = text
        .chars()
        .take_while(|c| {
            used += advance(*c, style);
            used <= room
        })
        .collect();
    out.truncate(out.trim_end_matches([' ', '…']).len());
    out.push('…');
    out
}

#[cfg(test)]
mod tests {
    use super::super::theme::{KEY_TEXT, NAME};
    use super::*;

    #[test]
    fn letters_are_as_wide_as_helveticas() {
        // Helvetica's own tables: a is 556, m is 833, space is 278 thousandths.
        for (text, thousandths) in [("a", 556.0), ("m", 833.0), (" ", 278.0)] {
            let measured = width(text, KEY_TEXT) / KEY_TEXT.size * 1000.0;
            assert!((measured - thousandths).abs() < 1.0, "{text} is {measured}");
        }
    }

    #[test]
    fn an_accent_takes_no_room_and_a_check_mark_does() {
        assert!((width("é", NAME) - width("e", NAME)).abs() < 1e-9);
        assert!(width("✓", NAME) > 2.0 * width(" ", NAME));
    }

    #[test]
    fn lines_stay_within_their_room() {
        let text =
            "Gemeentelijk Gegevensknooppunt voor Meervoudigepersoonlijkheidsregistratiesystemen en meer";
        let lines = wrap(text, NAME, 120.0, 9);
        assert!(lines.len() > 3);
        assert!(lines.iter().all(|line| width(line, NAME) <= 120.0), "{lines:?}");
        assert_eq!(lines[0], "Gemeentelijk");
    }

    #[test]
    fn what_does_not_fit_is_told_by_an_ellipsis() {
        let lines = wrap("een twee drie vier vijf zes zeven", NAME, 60.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
        assert!(width(&lines[1], NAME) <= 60.0);
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken_with_a_hyphen() {
        let lines = wrap("Managementinformatievoorziening", NAME, 100.0, 3);
        assert!(lines[0].ends_with('-'), "{lines:?}");
    }

    #[test]
    fn no_room_at_all_is_no_reason_to_hang_or_panic() {
        assert_eq!(wrap("ab", NAME, 0.0, 1).len(), 1);
        assert!(wrap("", NAME, 10.0, 3).is_empty());
        assert_eq!(ellipsis("abc", NAME, 0.0), "…");
    }
}

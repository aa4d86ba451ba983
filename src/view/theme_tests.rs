//! Every pair of colours that meet in a picture can be told apart, and every state in four ways.

use super::*;

/// Relative luminance as WCAG 2 defines it.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/// The contrast of two colours as WCAG 2 defines it.
pub fn contrast(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn the_formula_is_wcags() {
    assert!((contrast("#000000", "#FFFFFF") - 21.0).abs() < 1e-9);
    assert!((contrast("#FFB000", "#FFFFFF") - 1.83).abs() < 0.01, "measured in NORMS.md");
}

#[test]
fn text_is_at_least_four_and_a_half_to_one() {
    let mut pairs = vec![
        (INK, PAPER),
        (INK, ROOM),
        (SOFT, PAPER),
        (SOFT, ROOM),
        (PAPER, INK),
        (ON_DARK, INK),
        (ALARM, PAPER),
    ];
    pairs.extend(STATES.map(|state| (look(state).colour, PAPER)));
    for (text, behind) in pairs {
        assert!(contrast(text, behind) >= 4.5, "{text} on {behind}: {}", contrast(text, behind));
    }
}

#[test]
fn lines_and_symbols_are_at_least_three_to_one_on_page_and_rooms() {
    for state in STATES {
        for behind in [PAPER, ROOM] {
            assert!(contrast(look(state).colour, behind) >= 3.0, "{state:?} on {behind}");
        }
    }
    for behind in [PAPER, ROOM] {
        assert!(contrast(FAINT, behind) >= 3.0, "what is faded, on {behind}");
    }
}

#[test]
fn white_symbols_stand_out_on_the_colour_of_their_state() {
    for state in STATES {
        assert!(contrast(PAPER, look(state).colour) >= 3.0, "{state:?}");
    }
}

#[test]
fn states_differ_in_colour_line_symbol_and_word() {
    for (i, one) in STATES.iter().enumerate() {
        for other in &STATES[i + 1..] {
            let (a, b) = (look(*one), look(*other));
            assert_ne!(a.colour, b.colour);
            assert_ne!(a.symbol, b.symbol);
            assert_ne!(a.glyph, b.glyph);
            assert_ne!(a.word, b.word);
            // What isn't disclosed stands only beside what has no personal data.
            let together = |state| matches!(state, LinkState::NoPersonalData | LinkState::Undisclosed);
            let apart =
                [*one, *other].contains(&LinkState::Undisclosed) && !(together(*one) && together(*other));
            assert!(
                apart || a.dashes != b.dashes || (a.width - b.width).abs() >= 0.7,
                "{one:?} and {other:?} in grey"
            );
        }
    }
}

#[test]
fn states_stand_in_the_order_of_alarm() {
    assert!(STATES.is_sorted());
}

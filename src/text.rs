//! Every sentence a person reads, in Dutch and English side by side.
//!
//! Fixed sentences are a [`Text`]; sentences with something filled in are made by [`crate::say!`].
//! Imports nothing, so that every layer can speak.

use std::{borrow::Cow, fmt};

use jiff::civil::Date;
use serde::Deserialize;

/// A language that people read the results in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// Dutch, the default of a landscape.
    #[default]
    Nl,
}

impl Lang {
    /// Both languages, Dutch first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The BCP 47 tag, as `lang` attributes want it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.tag())
    }
}

/// One fixed sentence in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// In English.
    pub en: &'static str,
    /// In Dutch.
    pub nl: &'static str,
}

impl Text {
    /// The sentence in `lang`.
    #[must_use]
    pub const fn to(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Nl => self.nl,
        }
    }
}

/// A sentence with something filled in, written in both languages and made in one:
/// `say!(lang, en: "{n} links", nl: "{n} koppelingen")`.
#[macro_export]
macro_rules! say {
    ($lang:expr, en: $en:literal, nl: $nl:literal $(,)?) => {
        match $lang {
            $crate::text::Lang::En => format!($en),
            $crate::text::Lang::Nl => format!($nl),
        }
    };
}

/// A number as the language writes it: `10.000`, `10,000`.
#[must_use]
pub fn number(number: usize, lang: Lang) -> String {
    let separator = match lang {
        Lang::En => ',',
        Lang::Nl => '.',
    };
    let digits = number.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(separator);
        }
        written.push(digit);
    }
    written
}

/// A date as the language writes it: `31 december 2017`, `31 December 2017`.
#[must_use]
pub fn date(date: Date, lang: Lang) -> String {
    const MONTHS: [Text; 12] = [
        Text { en: "January", nl: "januari" },
        Text { en: "February", nl: "februari" },
        Text { en: "March", nl: "maart" },
        Text { en: "April", nl: "april" },
        Text { en: "May", nl: "mei" },
        Text { en: "June", nl: "juni" },
        Text { en: "July", nl: "juli" },
        Text { en: "August", nl: "augustus" },
        Text { en: "September", nl: "september" },
        Text { en: "October", nl: "oktober" },
        Text { en: "November", nl: "november" },
        Text { en: "December", nl: "december" },
    ];
    let month = usize::try_from(date.month() - 1).ok().and_then(|index| MONTHS.get(index));
    format!("{} {} {}", date.day(), month.map_or("", |month| month.to(lang)), date.year())
}

/// A phrase as a sentence starts with it.
#[must_use]
pub fn capitalised(phrase: &str) -> String {
    let mut rest = phrase.chars();
    let first: String = rest.next().into_iter().flat_map(char::to_uppercase).collect();
    first + rest.as_str()
}

/// The longest name that a sentence repeats, in characters.
const LONGEST: usize = 80;

/// Whether a character could move, hide or recolour what stands around it: a control character, a line or
/// paragraph separator, or one that turns the direction of writing (Trojan Source, CVE-2021-42574).
#[must_use]
pub fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a text says nothing: all of it is space, or characters that nobody sees.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    let is_unseen = |character| {
        matches!(character, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{E0000}'..='\u{E0FFF}')
    };
    text.chars().all(|it| it.is_whitespace() || is_unseen(it))
}

/// Text out of a landscape as a sentence can hold it: on one line, not too long, and with nothing in it that
/// could upset the sentence around it.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    shown_up_to(text, LONGEST)
}

/// The same for a text that is a sentence by itself: up to `longest` characters.
#[must_use]
pub fn shown_up_to(text: &str, longest: usize) -> Cow<'_, str> {
    let long = text.char_indices().nth(longest).is_some();
    if !long && !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let kept = if long { longest.saturating_sub(1) } else { longest };
    let safe = text.chars().take(kept).map(|character| match character {
        '\n' | '\t' | '\r' => ' ',
        unsafe_one if is_unsafe(unsafe_one) => char::REPLACEMENT_CHARACTER,
        good => good,
    });
    Cow::Owned(safe.chain(long.then_some('…')).collect())
}

/// The same, whatever its length: what someone wrote as a whole sentence, or the path of a file.
#[must_use]
pub fn on_one_line(text: &str) -> Cow<'_, str> {
    shown_up_to(text, usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_are_written_as_the_language_does() {
        assert_eq!(["7", "999"].map(str::to_owned), [number(7, Lang::Nl), number(999, Lang::En)]);
        assert_eq!(
            (number(10_000, Lang::Nl), number(1_234_567, Lang::En)),
            ("10.000".into(), "1,234,567".into())
        );
        assert_eq!(date(jiff::civil::date(2017, 12, 31), Lang::Nl), "31 december 2017");
        assert_eq!(date(jiff::civil::date(2026, 3, 1), Lang::En), "1 March 2026");
    }

    #[test]
    fn a_name_cannot_upset_the_sentence_around_it() {
        assert_eq!(shown("Financiën ✓"), "Financiën ✓");
        assert_eq!(shown("a\u{1b}[31mb\u{202E}c\nd"), "a\u{FFFD}[31mb\u{FFFD}c d");
        assert_eq!(shown(&"x".repeat(80)), "x".repeat(80));
        assert_eq!(shown(&"x".repeat(200_000)), "x".repeat(79) + "…");
        assert_eq!(on_one_line("a\u{1b}[31mb\nc"), "a\u{FFFD}[31mb c");
        assert_eq!(on_one_line(&"x".repeat(200)), "x".repeat(200));
    }

    #[test]
    fn a_sentence_is_made_in_one_language() {
        let n = 3;
        assert_eq!(say!(Lang::Nl, en: "{n} links", nl: "{n} koppelingen"), "3 koppelingen");
        assert_eq!(say!(Lang::En, en: "{n} links", nl: "{n} koppelingen"), "3 links");
    }
}

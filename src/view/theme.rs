//! The one place for colours, line patterns, symbols, type sizes and words of a picture.
//!
//! A state is told four times over, by colour, line pattern, symbol and word, so that it also reaches who
//! sees no colour, prints in grey, or hears the picture read aloud. Symbols are strokes in a box of
//! 10 by 10 and not characters, so that no font can be without them.

use super::drawing::LinkState;
use crate::{analysis::Security, model::Status, sentence::Mood, text::Text};

/// The fonts that pictures ask for; all are as wide as the Arimo that text is measured with.
pub const FONTS: &str = "Helvetica, Arimo, Liberation Sans, Arial, sans-serif";

/// What is written and drawn in by default.
pub const INK: &str = "#1B2430";
/// What is secondary.
pub const SOFT: &str = "#5A6475";
/// The page and the cards.
pub const PAPER: &str = "#FFFFFF";
/// Rooms, and the cards of whole domains.
pub const ROOM: &str = "#F3F5F8";
/// Borders and rules that carry no meaning.
pub const HAIRLINE: &str = "#C3CAD5";
/// Small text on the dark block of a party.
pub const ON_DARK: &str = "#CFD6E0";
/// Lines of what is faded beside what stands out: grey, and still to be followed.
pub const FAINT: &str = "#7F8795";
/// A missing controller.
pub const ALARM: &str = "#B3261E";

/// How a state of a link looks and what it is called.
#[derive(Debug, PartialEq)]
pub struct Look {
    /// Colour of line, chip and words.
    pub colour: &'static str,
    /// Width of the line in points.
    pub width: f64,
    /// Dashes and gaps; empty is an unbroken line.
    pub dashes: &'static str,
    /// Strokes of the symbol in a box of 10 by 10.
    pub symbol: &'static str,
    /// The symbol as a character, for where only text goes.
    pub glyph: &'static str,
    /// The state in a word or two.
    pub word: Text,
    /// The state in the legend.
    pub meaning: Text,
}

/// Every state that a judgement can have, from calm to alarming.
pub const JUDGED: [Security; 6] = [
    Security::NoPersonalData,
    Security::Secured,
    Security::Attention,
    Security::Unknown,
    Security::NotCredible,
    Security::NotSecured,
];

/// Every state, from calm to alarming, which is also the order of the legend.
pub const STATES: [LinkState; 7] = [
    LinkState::NoPersonalData,
    LinkState::Undisclosed,
    LinkState::Secured,
    LinkState::Attention,
    LinkState::Unknown,
    LinkState::NotCredible,
    LinkState::NotSecured,
];

/// Strokes of the sign for a missing controller: a person, struck through.
pub const NO_CONTROLLER: &str =
    "M5 4.6A1.9 1.9 0 1 1 5.01 4.6M1.4 9.4C1.4 5.6 8.6 5.6 8.6 9.4M0.6 1.6L9.6 8.4";

/// What that sign means.
pub const NO_CONTROLLER_MEANING: Text =
    Text { en: "no controller declared", nl: "geen verwerkingsverantwoordelijke vastgelegd" };

/// How `state` looks.
#[must_use]
pub fn look(state: impl Into<LinkState>) -> &'static Look {
    match state.into() {
        LinkState::Undisclosed => &UNDISCLOSED,
        LinkState::NoPersonalData => &NO_PERSONAL_DATA,
        LinkState::Secured => &SECURED,
        LinkState::Attention => &ATTENTION,
        LinkState::Unknown => &UNKNOWN,
        LinkState::NotCredible => &NOT_CREDIBLE,
        LinkState::NotSecured => &NOT_SECURED,
    }
}

/// The state of a link that a norm of this colour has its colour and symbol from; its words are its own.
#[must_use]
pub const fn state_of_norm(status: Status) -> Security {
    match status {
        Status::Green => Security::Secured,
        Status::Amber => Security::Attention,
        Status::Red => Security::NotSecured,
        Status::NotAssessed => Security::Unknown,
    }
}

/// The state of a link that a verdict of this mood has its colour and symbol from.
#[must_use]
pub const fn state_of_mood(mood: Mood) -> Security {
    match mood {
        Mood::Good => Security::Secured,
        Mood::Attention => Security::Attention,
        Mood::Unknown => Security::Unknown,
        Mood::Bad => Security::NotSecured,
    }
}

/// How much heavier lines are drawn that stand out.
pub const STRONG: f64 = 1.9;

/// The line of an arrow that is faded beside those that stand out: its state is not told.
pub const FADED: Look = Look {
    colour: FAINT,
    width: 0.8,
    dashes: "",
    symbol: "",
    glyph: "",
    word: Text { en: "not highlighted", nl: "niet uitgelicht" },
    meaning: Text { en: "the other links", nl: "de overige koppelingen" },
};

const NO_PERSONAL_DATA: Look = Look {
    colour: "#6B7484",
    width: 0.8,
    dashes: "",
    symbol: "M5 3A2 2 0 1 1 4.99 3",
    glyph: "○",
    word: Text { en: "no personal data", nl: "geen persoonsgegevens" },
    meaning: Text { en: "no personal data", nl: "geen persoonsgegevens" },
};

const UNDISCLOSED: Look = Look {
    colour: "#1B2430",
    width: 1.5,
    dashes: "",
    symbol: "M1.4 5H1.5M5 5H5.1M8.6 5H8.7",
    glyph: "…",
    word: Text { en: "personal data, or not known", nl: "persoonsgegevens, of niet bekend" },
    meaning: Text {
        en: "personal data, or not known; security not public",
        nl: "persoonsgegevens, of niet bekend; beveiliging niet openbaar",
    },
};

const SECURED: Look = Look {
    colour: "#1F6F50",
    width: 1.5,
    dashes: "",
    symbol: "M1.5 5.6L4 8.2L8.6 2",
    glyph: "✓",
    word: Text { en: "secured", nl: "beveiligd" },
    meaning: Text { en: "secured", nl: "beveiligd" },
};

const ATTENTION: Look = Look {
    colour: "#8A5A00",
    width: 1.8,
    dashes: "11 3",
    symbol: "M5 1.2V6M5 8.7V8.8",
    glyph: "!",
    word: Text { en: "needs attention", nl: "vraagt aandacht" },
    meaning: Text { en: "secured, but needs attention", nl: "beveiligd, maar vraagt aandacht" },
};

const UNKNOWN: Look = Look {
    colour: "#4A5160",
    width: 2.0,
    dashes: "0.1 4.4",
    symbol: "M2.9 3.3C2.9 0.4 7.3 0.5 7.2 3.2C7.1 4.9 5 4.9 5 6.4M5 8.9V9",
    glyph: "?",
    word: Text { en: "not known", nl: "niet bekend" },
    meaning: Text { en: "not known whether it is secured", nl: "niet bekend of het beveiligd is" },
};

const NOT_CREDIBLE: Look = Look {
    colour: "#8C1D57",
    width: 2.1,
    dashes: "8 3.4 0.1 3.4",
    symbol: "M1.5 3.5H8.5M1.5 6.7H8.5M7.2 0.9L2.8 9.3",
    glyph: "≠",
    word: Text { en: "claim not true", nl: "opgave klopt niet" },
    meaning: Text {
        en: "called secured, but the claim isn't true",
        nl: "beveiligd genoemd, maar die opgave klopt niet",
    },
};

const NOT_SECURED: Look = Look {
    colour: "#B3261E",
    width: 2.3,
    dashes: "4.6 3.6",
    symbol: "M1.8 1.8L8.2 8.2M8.2 1.8L1.8 8.2",
    glyph: "✗",
    word: Text { en: "not secured", nl: "niet beveiligd" },
    meaning: Text { en: "not secured", nl: "niet beveiligd" },
};

/// A size and weight of type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Size in points.
    pub size: f64,
    /// Bold or regular.
    pub bold: bool,
    /// Extra space after each character, in points.
    pub spacing: f64,
}

impl Type {
    pub(crate) const fn regular(size: f64) -> Self {
        Self { size, bold: false, spacing: 0.0 }
    }

    pub(crate) const fn bold(size: f64) -> Self {
        Self { size, bold: true, spacing: 0.0 }
    }

    /// From one baseline to the next.
    #[must_use]
    pub const fn line(self) -> f64 {
        self.size * 1.18
    }
}

/// The title of the picture.
pub const TITLE: Type = Type::bold(22.0);
/// The line under the title.
pub const SUBTITLE: Type = Type::regular(12.0);
/// The sentence that tells what was found.
pub const VERDICT: Type = Type::bold(15.0);
/// The name on a card.
pub const NAME: Type = Type::bold(12.5);
/// The name on the card of a whole domain.
pub const DOMAIN: Type = Type::bold(13.5);
/// The note on a card.
pub const NOTE: Type = Type::regular(12.0);
/// The name of a room, and headings of the legend and the key.
pub const HEADING: Type = Type { size: 11.5, bold: true, spacing: 0.7 };
/// The number on a chip.
pub const CHIP: Type = Type::bold(12.0);
/// How many links a chip stands for.
pub const CHIP_COUNT: Type = Type::regular(12.0);
/// From → to, in the key.
pub const KEY_NAME: Type = Type::bold(12.0);
/// The rest of the key, and the legend.
pub const KEY_TEXT: Type = Type::regular(12.0);

/// Words that a picture needs besides those of the states.
pub mod words {
    use crate::text::Text;

    /// Heading of the legend.
    pub const LEGEND: Text = Text { en: "Legend", nl: "Legenda" };
    /// Heading of the key.
    pub const KEY: Text = Text { en: "Links", nl: "Koppelingen" };
    /// Under the name of a node without arrows.
    pub const ORPHAN: Text = Text { en: "no link", nl: "geen koppeling" };
    /// In the legend, at the card of an application.
    pub const APPLICATION: Text = Text { en: "application", nl: "applicatie" };
    /// In the legend, at the block of a party.
    pub const PARTY: Text =
        Text { en: "party: an organisation or people", nl: "partij: een organisatie of mensen" };
    /// In the legend, at a card that is planned, phased out or retired.
    pub const FADED: Text = Text { en: "planned or phased out", nl: "gepland of uitgefaseerd" };
    /// In the legend, at a faded card.
    pub const REST: Text =
        Text { en: "the other applications and parties", nl: "de overige applicaties en partijen" };
    /// In the legend, at the card of a whole domain.
    pub const DOMAIN: Text = Text { en: "domain", nl: "domein" };
    /// What a picture is called that has no title.
    pub const UNTITLED: Text =
        Text { en: "Links between applications", nl: "Koppelingen tussen applicaties" };
}

#[cfg(test)]
#[path = "theme_tests.rs"]
pub(crate) mod tests;

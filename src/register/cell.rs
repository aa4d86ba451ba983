//! What a cell of a register says, and what it lacks.

use crate::{
    say,
    text::{Lang, Text, shown_up_to},
};

/// What is not recorded, in words that one can search a whole register for.
pub const NOT_RECORDED: Text = Text { en: "not recorded", nl: "niet vastgelegd" };
const NOT_APPLICABLE: Text = Text { en: "not applicable", nl: "niet van toepassing" };

/// A cell: at least one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell(Vec<Line>);

/// One line of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says, on one line; out of the landscape, so nothing that prints it may trust it.
    pub text: String,
    /// Whether it says that something is not recorded.
    pub is_gap: bool,
}

/// How much of what a cell should say is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// All of it, as far as can be seen.
    Recorded,
    /// Something is, and something isn't.
    Partly,
    /// Nothing is.
    Missing,
}

/// How many cells there are, and how many lack something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// All cells.
    pub asked: usize,
    /// Those of which nothing is recorded.
    pub missing: usize,
    /// Those of which only a part is.
    pub partly: usize,
}

impl Line {
    /// Says something.
    pub(super) fn said(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_gap: false }
    }

    /// Says what isn't recorded.
    pub(super) fn gap(lang: Lang, what: &str) -> Self {
        let not_recorded = NOT_RECORDED.to(lang);
        let text = if what.is_empty() { not_recorded.to_owned() } else { format!("{not_recorded}: {what}") };
        Self { text, is_gap: true }
    }
}

impl Cell {
    /// These lines; without any, nothing is recorded.
    pub(super) fn new(lang: Lang, lines: impl IntoIterator<Item = Line>) -> Self {
        let mut lines: Vec<_> = lines.into_iter().collect();
        if lines.is_empty() {
            lines.push(Line::gap(lang, ""));
        }
        Self(lines)
    }

    /// One line.
    pub(super) fn said(text: impl Into<String>) -> Self {
        Self(vec![Line::said(text)])
    }

    /// A text of the landscape, if there is one that says something.
    pub(super) fn text(lang: Lang, text: Option<&str>) -> Self {
        Self::new(lang, text.and_then(written).map(Line::said))
    }

    /// Nothing is recorded; `what` tells why, or of what.
    pub(super) fn missing(lang: Lang, what: &str) -> Self {
        Self(vec![Line::gap(lang, what)])
    }

    /// There is nothing to record.
    pub(super) fn not_applicable(lang: Lang) -> Self {
        Self::said(NOT_APPLICABLE.to(lang))
    }

    /// None, as is known.
    pub(super) fn none(lang: Lang) -> Self {
        Self::said(say!(lang, en: "none", nl: "geen"))
    }

    /// The lines.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.0
    }

    /// How much of it is recorded.
    #[must_use]
    pub fn state(&self) -> State {
        match self.0.iter().filter(|line| line.is_gap).count() {
            0 => State::Recorded,
            gaps if gaps == self.0.len() => State::Missing,
            _ => State::Partly,
        }
    }
}

impl Gaps {
    /// Counts cells.
    pub(super) fn of<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> Self {
        cells.into_iter().fold(Self::default(), |mut gaps, cell| {
            gaps.asked += 1;
            match cell.state() {
                State::Recorded => {}
                State::Partly => gaps.partly += 1,
                State::Missing => gaps.missing += 1,
            }
            gaps
        })
    }
}

/// A text of the landscape in full, on one line; nothing where it says nothing.
pub fn written(text: &str) -> Option<String> {
    let words: Vec<_> = text.split_whitespace().collect();
    // A register that cuts a purpose short isn't one: sentences are not limited here.
    (!words.is_empty()).then(|| shown_up_to(&words.join(" "), usize::MAX).into_owned())
}

/// A name of the landscape in full; where it says nothing, its id.
pub fn name(name: &str, id: &str) -> String {
    written(name).or_else(|| written(id)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nothing_says_is_a_gap_and_what_is_none_is_not() {
        assert_eq!(Cell::text(Lang::Nl, Some("  ")).state(), State::Missing);
        assert_eq!(Cell::text(Lang::Nl, None).lines()[0].text, "niet vastgelegd");
        assert_eq!(Cell::none(Lang::Nl).state(), State::Recorded);
        let half = Cell::new(Lang::En, [Line::said("a"), Line::gap(Lang::En, "b")]);
        assert_eq!((half.state(), &*half.lines()[1].text), (State::Partly, "not recorded: b"));
        let gaps = Gaps::of([&half, &Cell::none(Lang::En), &Cell::missing(Lang::En, "")]);
        assert_eq!(gaps, Gaps { asked: 3, missing: 1, partly: 1 });
    }

    #[test]
    fn a_text_is_whole_on_one_line_and_cannot_upset_it() {
        let long = "woord ".repeat(10_000);
        assert_eq!(written(&long).as_deref(), Some(long.trim()));
        assert_eq!(written("a\r\n\tb\u{202E}\u{1b}c").as_deref(), Some("a b\u{FFFD}\u{FFFD}c"));
    }
}

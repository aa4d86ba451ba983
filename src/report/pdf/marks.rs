//! Symbols, patterns and the bar of the counts as small pictures: drawn, so that no typeface can be without them.
//!
//! They are for the eye. The word stands beside each, so that who hears the document misses nothing.

use crate::{
    analysis::Security,
    attachment::words,
    model::Status,
    report::norm_lights,
    text::Lang,
    view::theme::{self, PAPER},
};

use super::table::{Cell, Line};

/// The file of the sign of a missing controller.
pub const NO_CONTROLLER: &str = "no-controller.svg";

/// What the symbol and pattern of a state are called.
pub const fn name(state: Security) -> &'static str {
    match state {
        Security::NoPersonalData => "no-personal-data",
        Security::Secured => "secured",
        Security::Attention => "attention",
        Security::Unknown => "unknown",
        Security::NotCredible => "not-credible",
        Security::NotSecured => "not-secured",
    }
}

/// The file of the symbol of a state.
pub fn symbol(state: Security) -> String {
    format!("symbol-{}.svg", name(state))
}

/// The state of a link: symbol and word.
pub fn state(state: Security, lang: Lang) -> Line {
    let look = theme::look(state);
    Line::mark(symbol(state), look.colour, look.word.to(lang))
}

/// The colour of a norm: symbol and word.
pub fn status(status: Status, lang: Lang) -> Line {
    let state = theme::state_of_norm(status);
    Line::mark(symbol(state), theme::look(state).colour, norm_lights::light(status).word.to(lang))
}

/// Every small picture with its name.
pub fn files() -> Vec<(String, String)> {
    let symbols = theme::JUDGED.iter().map(|state| (symbol(*state), disc(*state)));
    let patterns =
        theme::JUDGED.iter().map(|state| (format!("pattern-{}.svg", name(*state)), pattern(*state)));
    symbols.chain(patterns).chain([(NO_CONTROLLER.to_owned(), nobody())]).collect()
}

/// The symbol of a state on a disc of its colour.
fn disc(state: Security) -> String {
    let look = theme::look(state);
    let (colour, strokes) = (look.colour, look.symbol);
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="20" height="20"><circle cx="10" cy="10" r="10" fill="{colour}"/><path d="{strokes}" transform="translate(4 4) scale(1.2)" fill="none" stroke="{PAPER}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>"#
    )
}

fn nobody() -> String {
    let (strokes, colour) = (theme::NO_CONTROLLER, theme::ALARM);
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 12 12" width="12" height="12"><path d="{strokes}" fill="none" stroke="{colour}" stroke-width="1.2" stroke-linecap="round" stroke-linejoin="round"/></svg>"#
    )
}

/// A tile of the pattern of a state, to be told in grey too: the calmer, the more even; what is known to be wrong is
/// crossed.
fn pattern(state: Security) -> String {
    let colour = theme::look(state).colour;
    let (ground, strokes, weight) = match state {
        Security::NoPersonalData => (PAPER, "", "0"),
        Security::Secured => (colour, "", "0"),
        Security::Attention => (PAPER, "M-2 10L10 -2M-2 2L2 -2M6 10L10 6", "2.6"),
        Security::Unknown => (PAPER, "M2 2H2.01M6 6H6.01", "2.6"),
        Security::NotCredible => (PAPER, "M2 0V8M6 0V8", "2.4"),
        Security::NotSecured => (PAPER, "M-1 -1L9 9M9 -1L-1 9", "2.2"),
    };
    let path = if strokes.is_empty() {
        String::new()
    } else {
        format!(
            r#"<path d="{strokes}" fill="none" stroke="{colour}" stroke-width="{weight}" stroke-linecap="round"/>"#
        )
    };
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="8" height="8"><rect width="8" height="8" fill="{ground}"/>{path}</svg>"#
    )
}

/// What is done, by whom and when. What is wanting is told where something is to be done.
pub fn promise(told: [&Option<String>; 3], expected: bool, lang: Lang) -> Cell {
    let parts = [words::ACTION, words::BY, words::WHEN].into_iter().zip(told);
    let told = parts.filter(|(_, text)| expected || text.is_some());
    Cell::lines(
        told.map(|(label, text)| Line::recorded(Some(label.to(lang)), text.as_deref(), lang)).collect(),
    )
}

//! The style of the page: that of the council's, and what a page that lives needs besides.
//!
//! Its policy allows no style within the page, so that states have classes here and not colours of their own.

use maud::{Markup, html};

use crate::{
    analysis::Security,
    report::page::{bar, marks, style},
    text::Lang,
    view::theme,
};

/// The style sheet, whole.
pub fn css() -> String {
    let state = |state| format!(".is-{}{{color:{}}}\n", class(state), theme::look(state).colour);
    let states: String = theme::JUDGED.into_iter().map(state).collect();
    format!("{}\n{states}{}", style::css(), include_str!("page.css"))
}

/// What the style sheet calls a state.
pub const fn class(state: Security) -> &'static str {
    bar::name(state)
}

/// The state of a link: symbol and word.
pub fn state(state: Security, lang: Lang) -> Markup {
    html! { span class={ "mark is-" (class(state)) } { (marks::disc(state)) " " (theme::look(state).word.to(lang)) } }
}

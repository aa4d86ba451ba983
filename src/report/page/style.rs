//! The style of the page: the colours of the theme, and what `style.css` makes of them.

use crate::view::theme::{HAIRLINE, INK, PAPER, SOFT, look, state_of_norm};

/// The style sheet, whole.
pub fn css() -> String {
    let gap = look(state_of_norm(crate::model::Status::NotAssessed)).colour;
    format!(
        ":root{{--ink:{INK};--soft:{SOFT};--paper:{PAPER};--line:{HAIRLINE};--gap:{gap}}}\n{}",
        include_str!("style.css")
    )
}

//! The small things that return all over the page: symbols, states in words, ends of links, what isn't recorded.

use maud::{Markup, html};

use crate::{
    analysis::Security,
    attachment::words,
    model::Status,
    report::norm_lights,
    text::{Lang, capitalised},
    view::theme::{self, PAPER},
};

/// The symbol of a state on a disc of its colour. It is drawn, so that no font can be without it and paper has it
/// too; the word stands beside it.
pub fn disc(state: Security) -> Markup {
    let look = theme::look(state);
    html! {
        svg.disc viewBox="0 0 20 20" aria-hidden="true" focusable="false" {
            circle cx="10" cy="10" r="10" fill=(look.colour) {}
            path d=(look.symbol) transform="translate(4 4) scale(1.2)" fill="none" stroke=(PAPER)
                stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" {}
        }
    }
}

/// The state of a link: symbol and word.
pub fn state(state: Security, lang: Lang) -> Markup {
    let look = theme::look(state);
    mark(state, look.word.to(lang))
}

/// The state of a link in a heading, at more length: symbol and words.
pub fn meaning(state: Security, lang: Lang) -> Markup {
    mark(state, &capitalised(theme::look(state).meaning.to(lang)))
}

/// The colour of a norm: symbol and word.
pub fn status(status: Status, lang: Lang) -> Markup {
    mark(theme::state_of_norm(status), norm_lights::light(status).word.to(lang))
}

fn mark(state: Security, word: &str) -> Markup {
    html! { span.mark style={ "color:" (theme::look(state).colour) } { (disc(state)) " " (word) } }
}

/// The sign of a missing controller.
pub fn no_controller() -> Markup {
    html! {
        svg.disc viewBox="0 0 10 10" aria-hidden="true" focusable="false" {
            path d=(theme::NO_CONTROLLER) fill="none" stroke=(theme::ALARM) stroke-width="1.2"
                stroke-linecap="round" stroke-linejoin="round" {}
        }
    }
}

/// From whom to whom; the arrow is for the eye.
pub fn link(from: &str, to: &str, lang: Lang) -> Markup {
    html! {
        (from) " " span aria-hidden="true" { "→" } span.heard { (words::TO.to(lang)) } " " (to)
    }
}

/// What is recorded, or that it isn't.
pub fn recorded(text: Option<&str>, lang: Lang) -> Markup {
    html! {
        @if let Some(text) = text { (text) } @else { em.gap { (words::NOT_RECORDED.to(lang)) } }
    }
}

/// A text of ours with a place to break its longest word, which not every browser finds in Dutch.
pub fn breakable(text: &str) -> String {
    text.replace("erwerkingsverantwoordelijk", "erwerkings\u{AD}verantwoordelijk")
}

/// What is done, by whom and when. What is wanting is told where something is to be done.
pub fn promise(told: [&Option<String>; 3], expected: bool, lang: Lang) -> Option<Markup> {
    let parts = [words::ACTION, words::BY, words::WHEN].into_iter().zip(told);
    let told: Vec<_> = parts.filter(|(_, text)| expected || text.is_some()).collect();
    if told.is_empty() {
        return None;
    }
    Some(html! {
        @for (label, text) in told {
            p { (labelled(label.to(lang), &recorded(text.as_deref(), lang))) }
        }
    })
}

/// A text with what it is.
pub fn labelled(label: &str, text: &Markup) -> Markup {
    html! { span.label { (label) ":" } " " (text) }
}

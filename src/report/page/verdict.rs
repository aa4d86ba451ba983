//! What a council member must know in ten seconds: whether only secured lines run between applications, how many
//! there are of each kind, and where not.

use maud::{Markup, html};

use super::{bar, marks};
use crate::{
    attachment::{
        Attachment,
        shortfall::{Kind, groups, named},
        words,
    },
    text::{Lang, capitalised, number},
    view::theme::{self, look},
};

/// The verdict, the counts, and the links that fall short by name.
pub fn verdict(attachment: &Attachment) -> Markup {
    let lang = attachment.lang;
    let state = theme::state_of_mood(attachment.mood);
    html! {
        section #verdict aria-labelledby="verdict-heading" {
            h2.heard #verdict-heading { (words::VERDICT.to(lang)) }
            div.verdict style={ "border-color:" (look(state).colour) } {
                (marks::disc(state))
                div {
                    p { strong { (attachment.verdict) } }
                    @if !attachment.responsible.is_empty() { p { (attachment.responsible) } }
                }
            }
            (bar::bar(attachment))
            (which(attachment))
        }
    }
}

/// The links that fall short, by what is wrong with them, the worst first.
fn which(attachment: &Attachment) -> Markup {
    let lang = attachment.lang;
    let groups = groups(&attachment.exceptions);
    if groups.is_empty() {
        return html! {};
    }
    html! {
        h3 { (words::WHICH.to(lang)) }
        @for (kind, links) in groups {
            @let (first, more) = named(links.len(), lang);
            div.which {
                p { (mark(kind, lang)) " (" (number(links.len(), lang)) ")" }
                ul {
                    @for (at, link) in links.iter().take(first) {
                        li { a href={ "#exception-" (at) } { (marks::link(&link.from, &link.to, lang)) } }
                    }
                    @if let Some(more) = more { li { a href="#exceptions" { (more) } } }
                }
            }
        }
    }
}

/// What is wrong with the links of a kind, with its sign.
fn mark(kind: Kind, lang: Lang) -> Markup {
    match kind {
        Kind::State(state) => marks::meaning(state, lang),
        Kind::NoController => {
            let words = capitalised(theme::NO_CONTROLLER_MEANING.to(lang));
            html! { span.mark style={ "color:" (theme::ALARM) } { (marks::no_controller()) " " (words) } }
        }
    }
}

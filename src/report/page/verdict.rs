//! What a council member must know in ten seconds: whether only secured lines run between applications, how many
//! there are of each kind, and where not.

use maud::{Markup, html};

use super::{bar, marks};
use crate::{
    analysis::Security,
    attachment::{Attachment, Exception, words},
    say,
    text::{Lang, capitalised, number},
    view::theme::{self, look},
};

/// The most links of one kind that are named at the top; the table has all.
const MOST: usize = 12;

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
        @for (kind, links) in &groups {
            div.which {
                p { (kind.mark(lang)) " (" (number(links.len(), lang)) ")" }
                ul {
                    @for (at, link) in links.iter().take(shown(links.len())) {
                        li { a href={ "#exception-" (at) } { (marks::link(&link.from, &link.to, lang)) } }
                    }
                    @if links.len() > shown(links.len()) {
                        li { a href="#exceptions" { (more(links.len() - shown(links.len()), lang)) } }
                    }
                }
            }
        }
    }
}

/// How many of a group are named: "and 1 more" would take the place of that one.
const fn shown(count: usize) -> usize {
    if count <= MOST + 1 { count } else { MOST }
}

fn more(count: usize, lang: Lang) -> String {
    let count = number(count, lang);
    say!(lang, en: "and {count} more, in the table", nl: "en nog {count}, in de tabel")
}

/// What is wrong with a link.
#[derive(PartialEq)]
enum Kind {
    State(Security),
    NoController,
}

impl Kind {
    const fn of(exception: &Exception) -> Self {
        match exception.state {
            Security::Unknown | Security::NotCredible | Security::NotSecured => Self::State(exception.state),
            Security::NoPersonalData | Security::Secured | Security::Attention => Self::NoController,
        }
    }

    fn mark(&self, lang: Lang) -> Markup {
        match self {
            Self::State(state) => marks::meaning(*state, lang),
            Self::NoController => {
                let words = capitalised(theme::NO_CONTROLLER_MEANING.to(lang));
                html! { span.mark style={ "color:" (theme::ALARM) } { (marks::no_controller()) " " (words) } }
            }
        }
    }
}

/// The links that fall short with their places in the table, those of a kind together, in the order of the table.
fn groups(exceptions: &[Exception]) -> Vec<(Kind, Vec<(usize, &Exception)>)> {
    let mut groups: Vec<(Kind, Vec<(usize, &Exception)>)> = Vec::new();
    for (at, exception) in exceptions.iter().enumerate() {
        let kind = Kind::of(exception);
        match groups.iter_mut().find(|(it, _)| *it == kind) {
            Some((_, links)) => links.push((at, exception)),
            None => groups.push((kind, vec![(at, exception)])),
        }
    }
    groups
}

//! The page as a piece of HTML, for a page around it.

use maud::{Markup, html};

use super::Told;

/// The page below a heading of the second rank. `form`: where the page around it asks when that was.
#[must_use]
pub fn write(told: &Told<'_>, form: &Markup) -> Markup {
    let page = told.page();
    let lang = told.lang();
    html! {
        h2 #answer tabindex="-1" { (page.title) }
        @for line in &page.lead { p.soft { (line) } }
        (form)
        @for section in &page.sections {
            h3 { (section.title.to(lang)) }
            ul.points {
                @for point in &section.points {
                    li .todo[point.todo] {
                        b { (point.label) ":" } " " (point.text)
                        @if !point.notes.is_empty() { ul { @for note in &point.notes { li { (note) } } } }
                    }
                }
            }
        }
    }
}

//! The page as Markdown: what is to be done can be ticked where GitHub or GitLab shows it.

use std::io;

use super::Told;
use crate::report::inert::inert;

/// Writes the page.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(told: &Told<'_>, out: &mut impl io::Write) -> io::Result<()> {
    let page = told.page();
    write!(out, "# {}\n\n", said(&page.title))?;
    for line in &page.lead {
        // A name of a landscape must not be the first thing on a line.
        write!(out, "*{}*\n\n", said(line))?;
    }
    for (number, section) in (1..).zip(&page.sections) {
        write!(out, "## {number}. {}\n\n", section.title.to(told.lang()))?;
        for point in &section.points {
            let start = if point.todo { "- [ ]" } else { "-" };
            writeln!(out, "{start} **{}:** {}", said(&point.label), said(&point.text))?;
            point.notes.iter().try_for_each(|note| writeln!(out, "  - {}", said(note)))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// What is told, without the spaces around it: four in a row would start a block of code, and one inside asterisks ends
/// their meaning.
fn said(text: &str) -> String {
    inert(text.trim())
}

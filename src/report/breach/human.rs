//! The page for a terminal: a checklist in lines of at most so many columns.

use std::io;

use super::Told;
use crate::report::wrap::wrap;

/// Prints the page in lines of at most `width` columns.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(told: &Told<'_>, width: usize, out: &mut impl io::Write) -> io::Result<()> {
    let page = told.page();
    writeln!(out, "{}", wrap("", &page.title, width))?;
    page.lead.iter().try_for_each(|line| writeln!(out, "{}", wrap("", line, width)))?;
    for (number, section) in (1..).zip(&page.sections) {
        writeln!(out, "\n{number}. {}", section.title.to(told.lang()))?;
        for point in &section.points {
            let start = if point.todo { "   [ ] " } else { "   -   " };
            writeln!(out, "{}", wrap(start, &format!("{}: {}", point.label, point.text), width))?;
            point.notes.iter().try_for_each(|note| writeln!(out, "{}", wrap("       · ", note, width)))?;
        }
    }
    Ok(())
}

//! A register as CSV by RFC 4180: commas, CRLF, UTF-8 without a byte order mark; a cell of several lines is quoted.
//!
//! For other programs, which go by that standard. Excel would want semicolons on a Dutch machine and commas on
//! an English one: for Excel there is [`super::register_xlsx`], which opens well on both.

use super::register_table::{cells, headings};
use crate::register::Register;

/// The whole file.
///
/// # Errors
///
/// None that can happen in memory, but the `csv` crate can't promise that.
pub fn file(register: &Register) -> Result<Vec<u8>, csv::Error> {
    let mut builder = csv::WriterBuilder::new();
    let mut out = builder.terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    out.write_record(headings(register).iter().map(|text| no_formula(text)))?;
    for section in &register.sections {
        for row in &section.rows {
            out.write_record(cells(register, section, row).iter().map(|text| no_formula(text)))?;
        }
    }
    out.into_inner().map_err(|error| error.into_error().into())
}

/// The text with an apostrophe before each character that could start a formula, as OWASP advises ("CSV Injection"):
/// at the start, and after what another program could take for the end of a cell, whether or not with spaces.
fn no_formula(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 1);
    let mut starts = true;
    for character in text.chars() {
        if starts && matches!(character, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') {
            safe.push('\'');
        }
        let ends_cell = matches!(character, ',' | ';' | '|' | '"' | '\n' | '\r' | '\t');
        starts = ends_cell || starts && character.is_whitespace();
        safe.push(character);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_and_no_part_of_one_starts_a_formula() {
        assert_eq!(no_formula("=1+1"), "'=1+1");
        assert_eq!(no_formula("  @SUM(A1)"), "  '@SUM(A1)");
        assert_eq!(no_formula("naam;=cmd|'/C calc'!A0"), "naam;'=cmd|'/C calc'!A0");
        assert_eq!(no_formula("a\",\"-2"), "a\",\"'-2");
        assert_eq!(no_formula("een\n+31"), "een\n'+31");
        assert_eq!(no_formula("＝1"), "'＝1");
    }

    #[test]
    fn other_text_stays_as_it_is() {
        for text in ["Wmo 2015 art. 5.2.1 lid 2", "fg@gemeente.nl", "iWmo-bericht, e-mail", "1 + 1 = 2"] {
            assert_eq!(no_formula(text), text);
        }
    }
}

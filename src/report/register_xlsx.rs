//! A register as an Excel workbook: one sheet with a table of texts, and one that says how to read it.
//!
//! Every cell is a text, in a format that keeps it one when it is edited: nothing in it is a formula or a link.

use std::fmt;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::register_table::{BEFORE, cells, headings};
use crate::{
    register::{Register, State},
    say,
    text::{Lang, Text},
};

/// Excel holds no more characters in a cell.
const LONGEST: usize = 32_767;
/// Excel holds no more rows in a sheet.
const MOST_ROWS: usize = 1_048_576;

/// Why there is no workbook.
#[derive(Debug)]
pub enum XlsxFailure {
    /// A text is longer than a cell of Excel can hold.
    TooLong,
    /// There are more rows than a sheet of Excel can hold.
    TooMany,
    /// The library could not make it.
    Other(XlsxError),
}

impl XlsxFailure {
    /// The sentence for who asked for it.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::TooLong => say!(
                lang,
                en: "some cell has more text than Excel can hold; write .csv or .md instead",
                nl: "een cel heeft meer tekst dan Excel aankan; schrijf .csv of .md",
            ),
            Self::TooMany => say!(
                lang,
                en: "there are more rows than Excel can hold; write .csv or .md instead",
                nl: "er zijn meer rijen dan Excel aankan; schrijf .csv of .md",
            ),
            Self::Other(error) => say!(
                lang,
                en: "the workbook could not be made: {error}",
                nl: "het werkblad kon niet worden gemaakt: {error}",
            ),
        }
    }
}

impl fmt::Display for XlsxFailure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for XlsxFailure {}

impl From<XlsxError> for XlsxFailure {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::MaxStringLengthExceeded => Self::TooLong,
            XlsxError::RowColumnLimitError => Self::TooMany,
            other => Self::Other(other),
        }
    }
}

/// The whole file; the same register gives the same bytes.
///
/// # Errors
///
/// A cell or the sheet is too big for Excel.
pub fn file(register: &Register) -> Result<Vec<u8>, XlsxFailure> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&register.title).set_creation_datetime(&made()?));
    table(register, book.add_worksheet())?;
    reading(register, book.add_worksheet())?;
    Ok(book.save_to_buffer()?)
}

/// A day that is always the same: when the file was made is not in it.
fn made() -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(2000, 1, 1)
}

/// How a text looks: as text, at the top of its cell, over as many lines as it needs.
fn plain() -> Format {
    Format::new()
        .set_num_format("@")
        .set_quote_prefix()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Hair)
}

/// What the law asks for and isn't recorded, wholly or in part, is also said in words.
fn shade(state: State, asked: bool) -> Format {
    match state {
        _ if !asked => plain(),
        State::Recorded => plain(),
        State::Partly => plain().set_background_color(Color::RGB(0x00FF_F4D6)),
        State::Missing => plain().set_background_color(Color::RGB(0x00FF_E0B3)),
    }
}

fn table(register: &Register, sheet: &mut Worksheet) -> Result<(), XlsxFailure> {
    sheet.set_name(Text { en: "Register", nl: "Register" }.to(register.lang))?;
    let (headings, bold) = (headings(register), plain().set_bold());
    for (heading, column) in headings.iter().zip(0..) {
        write(sheet, 0, column, heading, &bold)?;
        sheet.set_column_width(column, 36)?;
    }
    sheet.set_landscape().set_freeze_panes(1, 2)?;
    let mut at = 0;
    for section in &register.sections {
        for row in &section.rows {
            at += 1;
            for (index, text) in cells(register, section, row).iter().enumerate() {
                let own = index.checked_sub(BEFORE).and_then(|own| {
                    Some((row.cells.get(own)?.state(), register.columns.get(own)?.asked.is_some()))
                });
                let format = own.map_or_else(plain, |(state, asked)| shade(state, asked));
                let column = u16::try_from(index).map_err(|_| XlsxFailure::TooMany)?;
                write(sheet, at, column, text, &format)?;
            }
        }
    }
    let (last, columns) = (row_number(at)?, u16::try_from(headings.len()).unwrap_or(u16::MAX));
    sheet.autofilter(0, 0, last, columns.saturating_sub(1))?;
    Ok(())
}

/// The second sheet: what it is, as of when, how to read it, and how much is missing.
fn reading(register: &Register, sheet: &mut Worksheet) -> Result<(), XlsxFailure> {
    sheet.set_name(Text { en: "How to read it", nl: "Toelichting" }.to(register.lang))?;
    sheet.set_column_width(0, 110)?;
    let lines = std::iter::once(&register.title).chain(&register.notes).cloned();
    for (at, line) in lines.chain([register.summary()]).enumerate() {
        let format = if at == 0 { plain().set_bold() } else { plain() };
        write(sheet, at, 0, &line, &format)?;
    }
    Ok(())
}

fn row_number(row: usize) -> Result<u32, XlsxFailure> {
    let row = (row < MOST_ROWS).then(|| u32::try_from(row).ok()).flatten();
    row.ok_or(XlsxFailure::TooMany)
}

fn write(
    sheet: &mut Worksheet,
    row: usize,
    column: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxFailure> {
    if text.encode_utf16().count() > LONGEST {
        return Err(XlsxFailure::TooLong);
    }
    sheet.write_string_with_format(row_number(row)?, column, text, format)?;
    Ok(())
}

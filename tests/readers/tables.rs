//! Tables, as spreadsheets and databases take them in.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::must;

/// Every row has as many cells as the first, and no cell or part of one starts a formula.
pub fn csv(text: &str) -> Result<(), String> {
    for row in csv::Reader::from_reader(text.as_bytes()).records() {
        // Rows of other lengths are told as errors.
        for cell in &row.map_err(|error| error.to_string())? {
            for part in cell.split([',', ';', '|', '"', '\n', '\r', '\t']) {
                let first = part.trim_start().chars().next();
                must(!first.is_some_and(|first| "=+-@＝＋－＠".contains(first)), || format!("{cell:?}"))?;
            }
            let obeyed = cell.chars().find(|it| it.is_control() && *it != '\n');
            must(obeyed.is_none(), || format!("{cell:?}"))?;
        }
    }
    Ok(())
}

/// Every cell is text, on every sheet.
pub fn xlsx(bytes: &[u8]) -> Result<(), String> {
    let book: Result<Xlsx<_>, _> = calamine::open_workbook_from_rs(Cursor::new(bytes));
    let mut book = book.map_err(|error| error.to_string())?;
    for sheet in book.sheet_names() {
        let cells = book.worksheet_range(&sheet).map_err(|error| error.to_string())?;
        for (_, _, cell) in cells.used_cells() {
            must(matches!(cell, Data::String(_)), || format!("{cell:?}"))?;
        }
        let formulas = book.worksheet_formula(&sheet).map_err(|error| error.to_string())?;
        must(formulas.used_cells().next().is_none(), || "a formula".to_owned())?;
    }
    Ok(())
}

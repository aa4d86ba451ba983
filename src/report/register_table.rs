//! A register as one flat table, for CSV and Excel: a heading and a row each, with the part and what is missing.

use crate::{
    register::{Register, Row, Section},
    text::{Lang, Text, capitalised},
};

/// What stands above the columns.
pub fn headings(register: &Register) -> Vec<String> {
    let lang = register.lang;
    let part = Text { en: "Part", nl: "Onderdeel" }.to(lang).to_owned();
    let id = Text { en: "Id in the landscape", nl: "Id in het landschap" }.to(lang).to_owned();
    let first = [part, register.subject.heading(lang), id];
    let columns = register.columns.iter().map(|column| column.heading(lang));
    first.into_iter().chain(columns).chain([capitalised(wanting(lang))]).collect()
}

/// How many columns stand before those of the register itself.
pub const BEFORE: usize = 3;

/// What stands in the columns of a row; a cell of several lines has them below each other.
pub fn cells(register: &Register, section: &Section, row: &Row) -> Vec<String> {
    let first = [section.title.to_owned(), row.name.clone(), row.id.clone()];
    let cells = row
        .cells
        .iter()
        .map(|cell| cell.lines().iter().map(|line| &*line.text).collect::<Vec<_>>().join("\n"));
    first.into_iter().chain(cells).chain([gaps(register, row)]).collect()
}

/// What the law asks and a row doesn't record, or not wholly: the titles of those columns.
pub fn gaps(register: &Register, row: &Row) -> String {
    register.gaps(row).map(|column| column.title.to(register.lang)).collect::<Vec<_>>().join(", ")
}

/// What is wanting, as a heading.
pub const fn wanting(lang: Lang) -> &'static str {
    Text { en: "still to be recorded", nl: "nog vast te leggen" }.to(lang)
}

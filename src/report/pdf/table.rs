//! Tables: columns with heads, rows with a name, cells of a few short lines.

use serde::Serialize;

use crate::{
    attachment::words,
    text::{Lang, Text},
};

use super::document::Block;

/// A row with more text than this may go on on the next page, in characters; others stay together.
const LONG: usize = 1_200;

/// A table.
#[derive(Serialize)]
pub struct Table {
    columns: Vec<Column>,
    /// The column that names the row.
    named_by: usize,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Column {
    head: &'static str,
    /// Its share of the width.
    width: u8,
}

#[derive(Serialize)]
struct Row {
    cells: Vec<Cell>,
    is_long: bool,
}

/// What stands in a cell.
#[derive(Default, Serialize)]
pub struct Cell {
    lines: Vec<Line>,
    /// Whether the lines are an enumeration.
    is_list: bool,
}

impl Cell {
    /// A text, or nothing.
    pub fn text(text: impl Into<String>) -> Self {
        Self::lines(vec![Line::text(text)])
    }

    /// What is recorded, or that it isn't.
    pub fn recorded(text: Option<&str>, lang: Lang) -> Self {
        Self::lines(vec![Line::recorded(None, text, lang)])
    }

    /// Lines below one another.
    pub fn lines(lines: Vec<Line>) -> Self {
        Self { lines: lines.into_iter().filter(|line| !line.text.is_empty()).collect(), is_list: false }
    }

    /// An enumeration.
    pub fn list<'a>(items: impl IntoIterator<Item = &'a str>) -> Self {
        Self { lines: items.into_iter().map(Line::text).collect(), is_list: true }
    }

    fn length(&self) -> usize {
        self.lines.iter().map(|line| line.text.chars().count()).sum()
    }
}

/// A paragraph of a cell.
#[derive(Serialize)]
pub struct Line {
    /// The file of the symbol before it.
    symbol: Option<String>,
    /// What it is about: "By:".
    label: Option<&'static str>,
    text: String,
    /// The colour of a mark, which is bold.
    colour: Option<&'static str>,
    /// Whether it tells that something isn't there.
    is_gap: bool,
}

impl Line {
    /// Ordinary text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { symbol: None, label: None, text: text.into(), colour: None, is_gap: false }
    }

    /// A symbol with its word.
    pub fn mark(symbol: String, colour: &'static str, word: &str) -> Self {
        Self { symbol: Some(symbol), colour: Some(colour), ..Self::text(word) }
    }

    /// What is recorded, or that it isn't, behind what it is about.
    pub fn recorded(label: Option<&'static str>, text: Option<&str>, lang: Lang) -> Self {
        match text.filter(|text| !text.is_empty()) {
            Some(text) => Self { label, ..Self::text(text) },
            None => Self { label, is_gap: true, ..Self::text(words::NOT_RECORDED.to(lang)) },
        }
    }
}

/// A table with these heads and shares of the width, named by the column `named_by`.
pub fn table(heads: &[(Text, u8)], named_by: usize, rows: Vec<Vec<Cell>>, lang: Lang) -> Block {
    let columns = heads.iter().map(|(head, width)| Column { head: head.to(lang), width: *width });
    let rows = rows.into_iter().map(|cells| {
        let is_long = cells.iter().map(Cell::length).sum::<usize>() > LONG;
        Row { cells, is_long }
    });
    Block::Table(Table { columns: columns.collect(), named_by, rows: rows.collect() })
}

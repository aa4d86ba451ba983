//! How every table of the page is written: with a caption and heads that a screen reader finds, repeated on each
//! sheet of paper, and on a narrow screen a block for each row.

use maud::{Markup, html};

use super::marks::breakable;
use crate::text::{Lang, Text};

/// A table.
pub struct Table<'a> {
    /// What it is a table of.
    pub caption: &'a str,
    /// The heads of its columns.
    pub columns: &'a [Text],
    /// Which column names the row.
    pub named_by: usize,
    /// For each column how much of the width it wants, in parts of a hundred.
    pub widths: &'a [u8],
    /// The rows, each with an id where something points to it.
    pub rows: Vec<Row>,
}

/// A row of a table.
pub struct Row {
    /// Where something points to it.
    pub id: Option<String>,
    /// What stands in each column; nothing where there is nothing to tell.
    pub cells: Vec<Option<Markup>>,
}

impl Table<'_> {
    /// The roles are those that the elements have anyway: where a narrow screen shows rows as blocks, browsers would
    /// forget them.
    pub fn markup(&self, lang: Lang) -> Markup {
        html! {
            table role="table" {
                caption { (self.caption) }
                colgroup { @for width in self.widths { col style={ "width:" (width) "%" }; } }
                thead role="rowgroup" {
                    tr role="row" {
                        @for column in self.columns { th scope="col" role="columnheader" { (breakable(column.to(lang))) } }
                    }
                }
                tbody role="rowgroup" {
                    @for row in &self.rows {
                        tr role="row" id=[row.id.as_deref()] {
                            @for (at, (column, cell)) in self.columns.iter().zip(&row.cells).enumerate() {
                                (self.cell(at, column.to(lang), cell.as_ref()))
                            }
                        }
                    }
                }
            }
        }
    }

    fn cell(&self, at: usize, column: &str, cell: Option<&Markup>) -> Markup {
        html! {
            @if at == self.named_by {
                th scope="row" role="rowheader" data-column=(column) { @if let Some(cell) = cell { (cell) } }
            } @else if let Some(cell) = cell {
                td role="cell" data-column=(column) { div { (cell) } }
            } @else {
                td.nothing role="cell" {}
            }
        }
    }
}

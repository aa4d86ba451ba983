//! The register of processing activities (GDPR art. 30), derived from the landscape: no second administration.
//!
//! Data only; `report/` prints it. Judges nothing either: what art. 30 asks and nothing says is *not recorded*,
//! and counted. What the rules find is told by `check`, at the right line.

mod activities;
mod cell;
mod data;
mod lawfulness;
mod measures;
mod parties;
mod processor;
mod recipients;
mod scope;
mod transfers;

use jiff::civil::Date;

pub use self::{
    activities::register,
    cell::{Cell, Gaps, Line, State},
    processor::of_processor,
};
use crate::{
    norms::laws::{AVG, Article, in_force},
    say,
    text::{self, Lang, Text, number},
};

/// A register, in one language.
#[derive(Debug)]
pub struct Register {
    /// What it is a register of.
    pub title: String,
    /// As of when.
    pub date: Date,
    /// In which language.
    pub lang: Lang,
    /// What to know before reading it, a sentence or two each.
    pub notes: Vec<String>,
    /// What the name of a row is.
    pub subject: Column,
    /// What is said of each row.
    pub columns: Vec<Column>,
    /// The rows, in parts; none is empty.
    pub sections: Vec<Section>,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub title: Text,
    /// Where the law asks for it; nothing for what a municipality's register also has.
    pub asked: Option<Article>,
}

/// Rows that belong together.
#[derive(Debug)]
pub struct Section {
    /// What they have in common.
    pub title: &'static str,
    /// The rows, in reading order.
    pub rows: Vec<Row>,
}

/// A row: a processing activity, or what stands in the place of one.
#[derive(Debug)]
pub struct Row {
    /// Its id in the landscape; empty where it has none.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// A cell for each column.
    pub cells: Vec<Cell>,
}

impl Column {
    const fn asked(title: Text, article: Article) -> Self {
        Self { title, asked: Some(article) }
    }

    const fn also(title: Text) -> Self {
        Self { title, asked: None }
    }

    /// What it holds, with the article that asks for it.
    #[must_use]
    pub fn heading(&self, lang: Lang) -> String {
        let title = self.title.to(lang);
        self.asked.map_or_else(|| title.to_owned(), |article| format!("{title} ({})", article.label(lang)))
    }
}

impl Register {
    /// Every row.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sections.iter().flat_map(|section| &section.rows)
    }

    /// The columns that a row doesn't fill, or not wholly, although the law asks for them.
    pub fn gaps<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = &'a Column> {
        let asked = self.columns.iter().zip(&row.cells);
        asked
            .filter(|(column, cell)| column.asked.is_some() && cell.state() != State::Recorded)
            .map(|(column, _)| column)
    }

    /// How much of what the law asks is recorded.
    #[must_use]
    pub fn count(&self) -> Gaps {
        let asked = |row| self.columns.iter().zip(row).filter(|(column, _)| column.asked.is_some());
        Gaps::of(self.rows().flat_map(|row| asked(&row.cells)).map(|(_, cell)| cell))
    }

    /// How many rows there are of each kind, and how much of what the law asks is not recorded.
    #[must_use]
    pub fn summary(&self) -> String {
        let n = |count| number(count, self.lang);
        let rows =
            self.sections.iter().map(|section| format!("{}: {}", section.title, n(section.rows.len())));
        let (rows, gaps) = (rows.collect::<Vec<_>>().join("; "), self.count());
        let (all, missing, partly) = (n(gaps.asked), n(gaps.missing), n(gaps.partly));
        let counted = say!(
            self.lang,
            en: "of {all} fields that GDPR art. 30 asks for, {missing} are not recorded and {partly} only in part",
            nl: "van de {all} velden die AVG art. 30 vraagt, zijn er {missing} niet vastgelegd en {partly} maar voor een deel",
        );
        format!("{rows}; {counted}.")
    }
}

/// What to know before reading any register: whence it comes, and whether the law already asked for it.
fn notes(date: Date, lang: Lang) -> Vec<String> {
    let mut notes = vec![say!(
        lang,
        en: "Derived from the landscape. Headings with an article are what the GDPR asks for; the others are what such a register usually has too. \"Not recorded\" means that the landscape doesn't say; it never means \"none\".",
        nl: "Afgeleid uit het landschap. Koppen met een artikel zijn wat de AVG vraagt; de andere staan meestal ook in zo'n register. \"Niet vastgelegd\" betekent dat het landschap het niet zegt, en nooit \"geen\".",
    )];
    if !in_force(AVG.at("30"), date) {
        let from = text::date(AVG.from, lang);
        notes.push(say!(
            lang,
            en: "On the reference date the GDPR didn't apply yet; it asks for this register from {from}.",
            nl: "Op de peildatum was de AVG nog niet van toepassing; zij vraagt dit register vanaf {from}.",
        ));
    }
    notes
}

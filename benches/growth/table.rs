//! A table of ratios: what is measured in rows, how large the landscape is in columns.

use std::time::Duration;

/// A table in the making.
pub struct Table {
    head: Vec<String>,
    rows: Vec<(String, Vec<Duration>)>,
}

impl Table {
    /// A table with these columns after the first; the yardstick is its first row.
    pub fn new(columns: impl IntoIterator<Item = String>) -> Self {
        Self { head: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// Adds a time to a row, column after column.
    pub fn add(&mut self, name: &str, time: Duration) {
        match self.rows.iter_mut().find(|(known, _)| known == name) {
            Some((_, times)) => times.push(time),
            None => self.rows.push((name.to_owned(), vec![time])),
        }
    }

    /// Prints each row as a part of the yardstick in the same column, and how it grows from column to column.
    pub fn print(&self, title: &str) {
        println!("\n## {title}\n");
        let growth = self.head.windows(2).map(|pair| format!("{} → {}", pair[0], pair[1]));
        let head: Vec<String> = self.head.iter().cloned().chain(growth).collect();
        println!("| | {} |", head.join(" | "));
        println!("| --- |{}", " ---: |".repeat(head.len()));
        let yardstick = &self.rows[0].1;
        for (name, times) in &self.rows {
            let parts = times.iter().zip(yardstick).map(|(time, unit)| ratio(*time, *unit, ""));
            let growth = times.windows(2).map(|pair| ratio(pair[1], pair[0], "× "));
            println!("| {name} | {} |", parts.chain(growth).collect::<Vec<_>>().join(" | "));
        }
        let times: Vec<_> = yardstick.iter().map(|time| format!("{time:.2?}")).collect();
        println!("\n(1 is {} here.)", times.join(", "));
    }
}

fn ratio(time: Duration, unit: Duration, sign: &str) -> String {
    let ratio = time.as_secs_f64() / unit.as_secs_f64();
    if ratio < 9.95 { format!("{sign}{ratio:.2}") } else { format!("{sign}{ratio:.1}") }
}

//! Each format read as the program reads it that it is for, and looked at for anything that text made of it.
//!
//! Shared by `tests/hostile` (names that were thought up) and `tests/fuzzed` (bytes that a fuzzer thought up).

mod markdown;
mod pictures;
mod tables;
mod words;

/// What a program takes the bytes for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Lines on a terminal, without colours.
    Plain,
    /// Lines on a terminal, with colours.
    Colored,
    /// JSON.
    Json,
    /// A log on GitHub, with so many workflow commands.
    Commands(usize),
    /// `JUnit`, with so many tests that failed.
    Junit(usize),
    /// Markdown as GitHub reads it.
    Markdown,
    /// A picture with so many nodes and arrows.
    Svg(usize, usize),
    /// A picture that leads somewhere, or one of several on a sheet.
    AnySvg,
    /// A graph with so many nodes and edges.
    Dot(usize, usize),
    /// A picture in pixels.
    Png,
    /// A page with so many scripts, all of its own.
    Page(usize),
    /// A table for other programs.
    Csv,
    /// A workbook.
    Xlsx,
}

/// Reads what was written; tells what is wrong with it.
pub fn read(form: Form, bytes: &[u8]) -> Result<(), String> {
    match form {
        Form::Xlsx => return tables::xlsx(bytes),
        Form::Png => return pictures::png(bytes),
        _ => {}
    }
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    match form {
        Form::Plain => words::plain(text),
        Form::Colored => words::colored(text),
        Form::Json => words::json(text),
        Form::Commands(count) => words::commands(text, count),
        Form::Junit(failed) => words::junit(text, failed),
        Form::Markdown => markdown::markdown(text),
        Form::Svg(nodes, arrows) => pictures::svg(text, Some((nodes, arrows))),
        Form::AnySvg => pictures::svg(text, None),
        Form::Dot(nodes, edges) => pictures::dot(text, nodes, edges),
        Form::Page(scripts) => pictures::page(text, scripts),
        Form::Csv => tables::csv(text),
        Form::Xlsx | Form::Png => Ok(()),
    }
}

/// Nothing, or what is wrong.
fn must(holds: bool, wrong: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(wrong()) }
}

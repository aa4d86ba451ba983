//! `koppelkaart norms`: what holds on a day, from the tables that rules judge by.

use std::process::ExitCode;

use clap::ValueEnum;
use jiff::{Zoned, civil::Date};

use super::{
    Outcome,
    common::{self, Reader},
};
use crate::{
    report::{norms, norms_json},
    text::Lang,
};

/// The widest that running text is set, in columns.
const WIDEST: usize = 80;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(id = "day", long = "date", value_name = "YYYY-MM-DD", value_parser = common::day)]
    date: Option<Date>,
    #[arg(long, value_enum)]
    lang: Option<common::LangArg>,
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Human,
    Json,
}

/// Lists what holds on the day, or today.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let lang = args.lang.map_or(system, Lang::from);
    let day = args.date.unwrap_or_else(|| Zoned::now().date());
    // Nothing of it is of a landscape.
    common::print_as(Reader::Program, |out| match args.format {
        Format::Human => norms::write(day, lang, common::width().min(WIDEST), out),
        Format::Json => norms_json::write(day, lang, out),
    })?;
    Ok(ExitCode::SUCCESS)
}

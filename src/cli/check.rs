//! `koppelkaart check`: judges a landscape; fails on what falls short.

use std::{mem, process::ExitCode};

use clap::ValueEnum;

use super::{
    Outcome,
    common::{self, Reader},
    compared::{self, Earlier},
};
use crate::{
    report::{github, gitlab, json, junit, markdown, sarif, terminal},
    text::Lang,
};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    judged: common::Judged,
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    #[command(flatten)]
    shown: common::Shown,
    #[command(flatten)]
    earlier: Earlier,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Human,
    Json,
    Sarif,
    Junit,
    Github,
    Gitlab,
    Markdown,
}

/// Judges the landscape and prints what was found.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let options = args.judged.options(system)?;
    let sources = args.judged.read(system)?;
    let mut analysis = common::judge(&sources, &options, system);
    compared::compare(&args.earlier, &args.judged.path, &options, &mut analysis, &sources)?;
    let reader = Reader::of(matches!(args.format, Format::Human));
    common::print_as(reader, |out| match args.format {
        Format::Human => terminal::write(&analysis, &sources, args.shown.style(), out),
        Format::Json => json::write(&analysis, &sources, out),
        Format::Sarif => sarif::write(&analysis, &sources, out),
        Format::Junit => junit::write(&analysis, &sources, out),
        Format::Github => github::write(&analysis, &sources, out),
        Format::Gitlab => gitlab::write(&analysis, &sources, out),
        Format::Markdown => markdown::write(&analysis, &sources, out),
    })?;
    let fails = analysis.fails();
    // The process ends here: giving back millions of pieces of memory one by one would take a tenth of its time.
    mem::forget((analysis, sources));
    Ok(ExitCode::from(u8::from(fails)))
}

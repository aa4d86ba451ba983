//! `koppelkaart completions`: what a shell can fill in.

use std::{io::Write, process::ExitCode};

use clap_complete::Shell;

use super::{Outcome, common, program};
use crate::text::Lang;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_enum)]
    shell: Shell,
    #[arg(long, value_enum)]
    lang: Option<common::LangArg>,
}

/// Writes the script for a shell to standard output.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let mut command = program(args.lang.map_or(system, Lang::from));
    // The generator panics where it can't write, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "koppelkaart", &mut script);
    common::print_as(common::Reader::Program, |out| out.write_all(&script))?;
    Ok(ExitCode::SUCCESS)
}

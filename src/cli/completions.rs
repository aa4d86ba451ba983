//! `koppelkaart completions`: what a shell can fill in.

use std::{io::Write, process::ExitCode};

use clap::{
    Command,
    builder::{PossibleValue, PossibleValuesParser},
};
use clap_complete::Shell;

use super::{Outcome, common, program};
use crate::{rules::ALL, text::Lang};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_enum)]
    shell: Shell,
    #[arg(long, value_enum)]
    lang: Option<common::LangArg>,
}

/// Writes the script for a shell to standard output.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let lang = args.lang.map_or(system, Lang::from);
    let mut command = filled_in(&program(lang), lang);
    // The generator panics where it can't write, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "koppelkaart", &mut script);
    common::print_as(common::Reader::Program, |out| out.write_all(&script))?;
    Ok(ExitCode::SUCCESS)
}

/// The program as a shell should fill it in: with the names of rules, and without the command that isn't for people,
/// which the generator would offer although it is hidden.
fn filled_in(program: &Command, lang: Lang) -> Command {
    let rules = || ALL.iter().map(|rule| PossibleValue::new(rule.info.id).help(rule.info.title.to(lang)));
    let name_rules = |command: &Command| {
        command.clone().mut_args(|argument| match argument.get_id().as_str() {
            "rule" | "allow" | "warn" | "deny" => argument.value_parser(PossibleValuesParser::new(rules())),
            _ => argument,
        })
    };
    let shown: Vec<Command> =
        program.get_subcommands().filter(|it| !it.is_hide_set()).map(name_rules).collect();
    let flags: Vec<_> = program.get_arguments().cloned().collect();
    Command::new("koppelkaart")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .args(flags)
        .subcommands(shown)
}

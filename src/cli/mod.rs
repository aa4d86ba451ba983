//! The command line: one file per command, and what they share.

mod breach;
mod asked;
mod check;
mod common;
mod compared;
mod completions;
mod diff;
mod explain;
mod fix;
mod fmt;
mod help;
mod impact;
mod lay_out;
mod init;
mod interrupt;
mod lsp;
mod manual;
mod norms;
mod out;
mod progress;
mod register;
mod render;
mod report;
mod schema;
mod serve;
mod stems;
mod temporary;
mod trace;
mod write;

use std::{
    ffi::OsString,
    io::{self, Write},
    process::ExitCode,
};

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::text::{Lang, is_unsafe};

/// `koppelkaart`
#[derive(Debug, Parser)]
#[command(name = "koppelkaart", version, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Args),
    Render(render::Args),
    Report(report::Args),
    Explain(explain::Args),
    Norms(norms::Args),
    Register(register::Args),
    Impact(impact::Args),
    Trace(trace::Args),
    Breach(breach::Args),
    #[command(name = crate::view::apart::COMMAND, hide = true)]
    LayOut,
    Fmt(fmt::Args),
    Fix(fix::Args),
    Init(init::Args),
    Lsp(lsp::Args),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(manual::Args),
    Serve(serve::Args),
}

/// Why a command could not do its work, for people to read.
#[derive(Debug)]
pub struct Failure(String);

/// What a command ended with: 0 done, 1 the check found something at level deny.
type Outcome = Result<ExitCode, Failure>;

/// Runs the command line, and gives the exit code: 0 done, 1 found something at level deny, 2 could not do
/// its work.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let lang = common::system_lang();
    let parsed =
        program(lang).try_get_matches_from(arguments).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            let plain = error.render().to_string();
            let told = tame(&plain);
            // Nothing is left to do when even this can't be told, but that the exit code says so.
            let printed = if error.use_stderr() && *out::calm(&told) != plain {
                write!(io::stderr(), "{}", out::calm(&told))
            } else {
                error.print().and_then(|()| io::stdout().flush())
            };
            let is_asked_for = !error.use_stderr() && printed.is_ok();
            return if is_asked_for { ExitCode::SUCCESS } else { ExitCode::from(2) };
        }
    };
    let outcome = match cli.command {
        Command::Check(args) => check::run(&args, lang),
        Command::Render(args) => render::run(&args, lang),
        Command::Report(args) => report::run(&args, lang),
        Command::Explain(args) => explain::run(&args, lang),
        Command::Norms(args) => norms::run(&args, lang),
        Command::Register(args) => register::run(&args, lang),
        Command::Impact(args) => impact::run(&args, lang),
        Command::Trace(args) => trace::run(&args, lang),
        Command::Breach(args) => breach::run(&args, lang),
        Command::LayOut => lay_out::run(lang),
        Command::Fmt(args) => fmt::run(&args, lang),
        Command::Fix(args) => fix::run(&args, lang),
        Command::Init(args) => init::run(&args, lang),
        Command::Lsp(args) => lsp::run(&args, lang),
        Command::Schema(args) => schema::run(&args, lang),
        Command::Completions(args) => completions::run(&args, lang),
        Command::Man(args) => manual::run(&args, lang),
        Command::Serve(args) => serve::run(&args, lang),
    };
    progress::done();
    match outcome {
        Ok(code) => code,
        Err(Failure(reason)) => {
            // Where even this can't be told, the exit code still does.
            writeln!(io::stderr(), "{}", out::calm(&format!("koppelkaart: {}", tame(&reason)))).ok();
            ExitCode::from(2)
        }
    }
}

/// The program with its help in one language.
fn program(lang: Lang) -> clap::Command {
    help::localised(Cli::command(), lang)
}

/// A reason as a terminal may get it: the name of a file in it can hold anything.
fn tame(reason: &str) -> String {
    let upsets = |character: char| is_unsafe(character) && character != '\n';
    reason.replace(upsets, "\u{FFFD}")
}

/// Every command and flag must be explained in both languages.
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed_and_explained() {
        for lang in Lang::ALL {
            program(lang).debug_assert();
        }
        help::assert_complete(&Cli::command());
    }
}

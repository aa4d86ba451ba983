//! What `--help` says, in Dutch and English.

mod arguments;
mod commands;

use clap::{Arg, ArgAction, Command};

use self::{arguments::ARGUMENTS, commands::COMMANDS};
use crate::text::{Lang, Text};

/// The command with its help in one language.
pub fn localised(command: Command, lang: Lang) -> Command {
    let print_version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = described(command.disable_version_flag(true).arg(print_version), "", lang);
    let names: Vec<_> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names
        .into_iter()
        .fold(command, |command, name| command.mut_subcommand(&name, |sub| described(sub, &name, lang)))
}

fn described(command: Command, name: &str, lang: Lang) -> Command {
    let about = find(COMMANDS, name).map_or("", |about| about.to(lang));
    let print_help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    command.about(about).disable_help_flag(true).arg(print_help).mut_args(|argument| {
        let help = find(ARGUMENTS, argument.get_id().as_str()).map_or("", |help| help.to(lang));
        argument.help(help)
    })
}

fn find(table: &[(&str, Text)], name: &str) -> Option<Text> {
    table.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// Fails where a command or flag is not explained.
#[cfg(test)]
pub fn assert_complete(command: &Command) {
    for sub in command.get_subcommands() {
        assert!(find(COMMANDS, sub.get_name()).is_some(), "{} is not explained", sub.get_name());
        for argument in sub.get_arguments() {
            let name = argument.get_id().as_str();
            assert!(find(ARGUMENTS, name).is_some(), "--{name} of {} is not explained", sub.get_name());
        }
    }
}

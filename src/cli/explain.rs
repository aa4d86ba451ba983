//! `koppelkaart explain`: what a rule is about, why, and how to mend what it finds.

use std::{io::Write, process::ExitCode};

use super::{Failure, Outcome, common};
use crate::{
    report::rules::{explain, list},
    rules,
    text::Lang,
};

#[derive(Debug, clap::Args)]
pub struct Args {
    rule: Option<String>,
    #[arg(long, value_enum)]
    lang: Option<common::LangArg>,
}

/// Explains one rule, or lists all.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let lang = args.lang.map_or(system, Lang::from);
    let text = match &args.rule {
        None => list(lang),
        Some(id) => match rules::find(id) {
            Some(rule) => explain(rule, lang, 1),
            None => return Err(Failure(common::no_such_rule(id, lang))),
        },
    };
    common::print(|out| out.write_all(text.as_bytes()))?;
    Ok(ExitCode::SUCCESS)
}

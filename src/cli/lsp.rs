//! `koppelkaart lsp`: serves an editor over standard input and output.

use std::{
    io::{self, BufReader},
    process::ExitCode,
};

use jiff::Zoned;

use super::Outcome;
use crate::{
    lsp::{Surroundings, serve},
    text::Lang,
};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Editors say that it is to use standard input and output, which it does anyway.
    #[arg(long)]
    stdio: bool,
}

/// Serves until the editor leaves. The exit code is what the protocol asks for: 1 where it left without a word.
#[expect(clippy::unnecessary_wraps, reason = "as every command")]
pub fn run(args: &Args, system: Lang) -> Outcome {
    let Args { stdio: _ } = args;
    let surroundings = Surroundings { today: || Zoned::now().date(), lang: system };
    let orderly = serve(BufReader::new(io::stdin()), io::stdout(), surroundings);
    Ok(ExitCode::from(u8::from(!orderly)))
}

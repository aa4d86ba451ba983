//! `koppelkaart lay-out`: lays out for another process of this program, which can stop it. Not for people.

use std::process::ExitCode;

use super::{Failure, Outcome};
use crate::{say, text::Lang, view::apart};

/// Answers the one question that comes in.
pub fn run(lang: Lang) -> Outcome {
    apart::serve().map(|()| ExitCode::SUCCESS).map_err(|error| {
        Failure(say!(
            lang,
            en: "only this program itself uses `lay-out`, to draw: {error}",
            nl: "alleen dit programma zelf gebruikt `lay-out`, om te tekenen: {error}",
        ))
    })
}

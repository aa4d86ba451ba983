//! The language server: what an architect's editor asks while a landscape is being written.
//!
//! It has no threads but two for the pipes, and judges as `check` does. `convert` and `abilities` are where the
//! protocol's types are met; the other files know files, bytes and findings.

mod abilities;
mod actions;
mod completion;
mod convert;
mod cursor;
mod document;
mod findings;
mod hearing;
mod hints;
mod hover;
mod names;
mod outline;
mod pipe;
mod position;
mod project;
mod rename;
mod requests;
mod server;
mod spots;
mod symbols;
mod things;
mod tidy;
mod vast;
mod wire;
mod workspace;

use std::io::{BufRead, Write};

use jiff::civil::Date;

use crate::text::Lang;

/// What a server can't know of itself.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings {
    /// Today, asked again each time: a server may live for days.
    pub today: fn() -> Date,
    /// The language of what it says of itself.
    pub lang: Lang,
}

/// Serves an editor until it leaves; gives whether it left as the protocol asks, by `shutdown` and then `exit`.
pub fn serve(
    input: impl BufRead + Send + 'static,
    output: impl Write + Send + 'static,
    surroundings: Surroundings,
) -> bool {
    let (connection, writer) = pipe::connect(input, output);
    let orderly = server::Server::new(connection, surroundings).run();
    // It ends with the connection; nothing is left to do where it failed.
    writer.join().ok();
    orderly
}

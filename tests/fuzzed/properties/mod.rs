//! What holds of any bytes whatever. `fuzz/` looks for bytes of which it doesn't; `tests/fuzzed` replays those that it
//! learned from.

pub mod check;
pub mod draw;
pub mod format;
pub mod load;
pub mod lsp;
mod made;

use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    source::Sources,
};

/// Where one file ends and the next begins: a character that TOML doesn't have.
const BETWEEN: u8 = 0x0C;

/// The files in some bytes.
fn sources(data: &[u8]) -> Sources {
    let mut sources = Sources::default();
    for (number, file) in data.split(|it| *it == BETWEEN).enumerate() {
        sources.add_bytes(format!("landscape/{number}.toml"), file);
    }
    sources
}

/// How everything here is judged.
fn options() -> Options {
    Options { date: None, today: jiff::civil::date(2026, 11, 1), lang: None, levels: Levels::default() }
}

/// A landscape judged.
fn judged(sources: &Sources) -> Analysis {
    analyze(sources, &options())
}

//! What is being done, told on a terminal once it takes over a second; a pipe stays silent.

use std::{
    io::{self, IsTerminal},
    sync::OnceLock,
    thread,
    time::Duration,
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::interrupt;

/// Whoever waits less than this needs no telling.
const PATIENCE: Duration = Duration::from_secs(1);

/// The one line at the foot of the terminal. There is one terminal, so one of these.
static LINE: OnceLock<ProgressBar> = OnceLock::new();

/// Tells what is being done from here on.
pub fn doing(what: String) {
    LINE.get_or_init(line).set_message(what);
}

/// Clears the line: something else is about to be printed, or all is done. It doesn't come back.
pub fn done() {
    LINE.get_or_init(ProgressBar::hidden).finish_and_clear();
}

fn line() -> ProgressBar {
    // Nobody knows how much there is to do: a bar would have nothing to show.
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden())
        .with_style(ProgressStyle::default_spinner());
    let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    if io::stderr().is_terminal() && !dumb {
        // Whoever has seen enough gets a clean line back.
        interrupt::watch();
        let shown = bar.clone();
        thread::spawn(move || {
            thread::sleep(PATIENCE);
            if !shown.is_finished() {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(Duration::from_millis(120));
            }
        });
    }
    bar
}

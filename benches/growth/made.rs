//! The landscapes that are measured, and how a time is taken.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use koppelkaart::{
    analysis::{Levels, Options},
    source::Sources,
};

use crate::{plain, synthetic};

/// One in so many links has something wrong.
const FAULT_EVERY: usize = 20;
/// What is short is done again until it has taken this long.
const MOST: Duration = Duration::from_secs(1);
/// At least so many rounds.
const LEAST: usize = 3;
/// And so many where one thing is held against another in turn.
const ROUNDS: usize = 9;

/// A landscape as text.
pub struct Made {
    /// How many applications it has.
    pub applications: usize,
    /// Names and texts.
    pub files: Vec<(String, String)>,
}

impl Made {
    /// A landscape of so many applications.
    pub fn new(applications: usize) -> Self {
        let made = synthetic::landscape(applications, 3 * applications, FAULT_EVERY);
        Self { applications, files: made.files }
    }

    /// As the program takes it in.
    pub fn sources(&self) -> Sources {
        let mut sources = Sources::default();
        for (name, text) in &self.files {
            sources.add_bytes(name, text.as_bytes());
        }
        sources
    }

    /// The yardstick: the same text into plain structs, by `toml` and serde alone, on one core.
    pub fn parse_plainly(&self) -> Vec<plain::Landscape> {
        self.files.iter().map(|(_, text)| toml::from_str(text).expect("TOML")).collect()
    }
}

/// As `check` judges, on a fixed day.
pub fn options() -> Options {
    Options { date: None, today: jiff::civil::date(2026, 11, 1), lang: None, levels: Levels::default() }
}

/// The least time that something took: what disturbs a run only makes it longer.
pub fn least<T>(mut work: impl FnMut() -> T) -> Duration {
    let (begin, mut best) = (Instant::now(), Duration::MAX);
    for round in 0.. {
        best = best.min(once(&mut work));
        if round + 1 >= LEAST && begin.elapsed() > MOST {
            break;
        }
    }
    best
}

/// How long `yardstick` takes at least, and what part of that `work` takes: the middle one of many rounds, each of which
/// holds one against the other a moment later. A machine that is busy for a while then slows both.
pub fn in_turn<S, T>(mut yardstick: impl FnMut() -> S, mut work: impl FnMut() -> T) -> (Duration, f64) {
    let (begin, mut best, mut parts) = (Instant::now(), Duration::MAX, Vec::new());
    while parts.len() < ROUNDS || begin.elapsed() < 10 * MOST {
        let one = once(&mut yardstick);
        parts.push(once(&mut work).as_secs_f64() / one.as_secs_f64());
        best = best.min(one);
    }
    parts.sort_by(f64::total_cmp);
    (best, parts[parts.len() / 2])
}

/// How long something takes, without throwing away what it made.
fn once<T>(work: &mut impl FnMut() -> T) -> Duration {
    let start = Instant::now();
    let made = black_box(work());
    let time = start.elapsed();
    drop(made);
    time
}

/// [`least`] on one core.
pub fn least_on_one_core<T: Send>(work: impl Fn() -> T + Sync) -> Duration {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("one thread");
    pool.install(|| least(&work))
}

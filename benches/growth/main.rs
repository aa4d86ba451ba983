//! How everything grows with the landscape, as tables of ratios in one run. See `benches/README.md`.
//!
//! `cargo bench --bench growth [-- [stages|outputs|drawing|peers] [APPLICATIONS …]]`

mod drawing;
mod made;
mod outputs;
mod peers;
mod plain;
mod stages;
#[path = "../synthetic/mod.rs"]
mod synthetic;
mod table;

use std::env;

/// Applications; there are three links to each.
const SIZES: [usize; 4] = [100, 1_000, 10_000, 100_000];

fn main() {
    // Cargo itself adds `--bench`.
    let asked: Vec<String> = env::args().skip(1).filter(|it| it != "--bench").collect();
    if let [peers::PEAK, folder] = &asked.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        return peers::peak_of_one_check(folder);
    }
    let (numbers, parts): (Vec<_>, Vec<_>) = asked.into_iter().partition(|it| it.parse::<usize>().is_ok());
    let sizes: Vec<usize> = numbers.iter().filter_map(|it| it.parse().ok()).collect();
    let sizes = if sizes.is_empty() { SIZES.to_vec() } else { sizes };
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|it| it == part);
    if wanted("stages") {
        stages::print(&sizes);
    }
    if wanted("outputs") {
        outputs::print(&sizes);
    }
    if wanted("peers") {
        peers::print(&sizes);
    }
    if wanted("drawing") {
        drawing::print();
    }
}

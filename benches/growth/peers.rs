//! What others need for the same bytes: reading them, and Python's own TOML parser; and how much memory a check takes.

use std::{
    env, fs,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use camino::Utf8Path;
use koppelkaart::{
    analysis::{Analysis, analyze},
    load::files,
    report::json,
    source::Sources,
};

use crate::{
    made::{Made, least, options},
    table::Table,
};

/// The argument with which this program runs one check and tells how much memory that took.
pub const PEAK: &str = "--peak";

/// Prints a row for each.
pub fn print(sizes: &[usize]) {
    let mut table = Table::new(sizes.iter().map(ToString::to_string));
    let mut peaks = Vec::new();
    for &size in sizes {
        let made = Made::new(size);
        let folder = tempfile::tempdir().expect("a folder");
        write(&made, folder.path());
        let root = Utf8Path::from_path(folder.path()).expect("a path of text");
        table.add("plain `toml::from_str`", least(|| made.parse_plainly()));
        table.add("reading the bytes", least(|| files::read(root, root).expect("a landscape")));
        table.add("check, from disk to JSON", least(|| check(root)));
        if let Some(time) = tomllib(folder.path()) {
            table.add("Python's `tomllib`", time);
        }
        let bytes: usize = made.files.iter().map(|(_, text)| text.len()).sum();
        peaks.push((made.applications, bytes, peak(folder.path())));
    }
    table.print("The same bytes by others, as parts of `toml::from_str` into plain structs");
    println!(
        "\n## Memory of one check\n\n| applications | MB of text | MB at most |\n| ---: | ---: | ---: |"
    );
    for (applications, bytes, peak) in peaks {
        println!("| {applications} | {}.{} | {peak} |", bytes / 1_000_000, bytes / 100_000 % 10);
    }
}

fn write(made: &Made, folder: &Path) {
    for (name, text) in &made.files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder)).expect("a folder");
        fs::write(path, text).expect("a file");
    }
}

/// All that a check makes: the program ends without giving it back, so that this isn't measured.
fn check(root: &Utf8Path) -> (Sources, Analysis, Vec<u8>) {
    let sources = files::read(root, root).expect("a landscape");
    let analysis = analyze(&sources, &options());
    let mut out = Vec::new();
    json::write(&analysis, &sources, &mut out).expect("memory takes all");
    (sources, analysis, out)
}

/// The least time in which Python parses the files, read beforehand; none where there is no Python.
fn tomllib(folder: &Path) -> Option<Duration> {
    let script = "import pathlib, sys, time, tomllib\n\
        texts = [path.read_text() for path in pathlib.Path(sys.argv[1]).rglob('*.toml')]\n\
        def once():\n    start = time.perf_counter()\n    for text in texts: tomllib.loads(text)\n    \
        return time.perf_counter() - start\n\
        print(min(once() for _ in range(3 if sum(map(len, texts)) < 5e7 else 1)))";
    let output = Command::new("python3").args(["-c", script]).arg(folder).output().ok()?;
    let seconds: f64 = String::from_utf8(output.stdout).ok()?.trim().parse().ok()?;
    Some(Duration::from_secs_f64(seconds))
}

/// The most memory that a process of its own has for one check, as Linux counts it.
fn peak(folder: &Path) -> String {
    let program = env::current_exe().expect("this program");
    let run = Command::new(program).arg(PEAK).arg(folder).stderr(Stdio::inherit()).output();
    let output = run.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let kilobytes = output.trim().parse::<f64>();
    kilobytes.map_or_else(|_| "not known here".to_owned(), |it| format!("{:.0}", it * 1.024 / 1e3))
}

/// Runs one check, and prints the most memory that this process had, in units of 1,024 bytes.
pub fn peak_of_one_check(folder: &str) {
    check(Utf8Path::new(folder));
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!("{}", line.map_or("", |line| line.trim().trim_end_matches(" kB")));
}

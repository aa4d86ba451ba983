//! Graphviz in a process of its own: a layout can't be stopped, but a process can.
//!
//! The child reads one line of JSON with all graphs, lays them out side by side and answers with one of results.
//! It ends by itself as soon as nobody holds its standard input any more.

use std::{
    env,
    io::{self, BufRead, Read, Write},
    process::{Child, Command, Stdio, exit},
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::{Deserialize, Serialize};

use super::{error::DrawError, layout::graphviz};

/// The command of this program that lays out for another process of it.
pub const COMMAND: &str = "lay-out";

/// A graph to be laid out.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Task {
    /// The graph, in DOT.
    pub dot: String,
    /// By attraction and repulsion (`sfdp`), else by direction (`dot`).
    pub by_force: bool,
}

/// How long laying out may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Patience {
    /// For one picture.
    each: Duration,
    /// When all of them together must be done, and how long that is from the start.
    all: Option<(Instant, Duration)>,
}

impl Patience {
    /// So long for each picture, however many there are.
    #[must_use]
    pub const fn of(each: Duration) -> Self {
        Self { each, all: None }
    }

    /// So long for each picture, and so many times that for all of them together, from now.
    #[must_use]
    pub fn together(each: Duration, times: u32) -> Self {
        let all = each.saturating_mul(times);
        // Later than the clock goes is never.
        Self { each, all: Instant::now().checked_add(all).map(|until| (until, all)) }
    }

    /// How long the next picture may take.
    fn next(self) -> Result<Duration, DrawError> {
        let Some((until, all)) = self.all else { return Ok(self.each) };
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(DrawError::NoTimeLeft { seconds: all.as_secs() });
        }
        Ok(self.each.min(left))
    }
}

/// What came of a task: Graphviz's `json0`, or what it said instead.
pub type Laid = Result<String, String>;

/// The child's side: one line of tasks in, one of results out.
///
/// # Errors
/// If that isn't what comes in, or the answer can't be written.
pub fn serve() -> io::Result<()> {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    let tasks: Vec<Task> = serde_json::from_str(&line)?;
    // Whoever asked has gone: nobody waits for the answer.
    thread::spawn(|| {
        io::copy(&mut io::stdin().lock(), &mut io::sink()).ok();
        exit(2);
    });
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &here(&tasks))?;
    out.flush()
}

/// Lays out side by side, in this process.
fn here(tasks: &[Task]) -> Vec<Laid> {
    tasks.par_iter().map(|task| graphviz(&task.dot, task.by_force)).collect()
}

/// Lays out in a child of this very program, which is killed when it takes too long.
///
/// # Errors
/// [`DrawError::TooSlow`] then, or [`DrawError::NoTimeLeft`] before it is begun. That a child dies is a failed layout.
pub fn lay_out(tasks: &[Task], patience: Patience) -> Result<Vec<Laid>, DrawError> {
    let limit = patience.next()?;
    let started = env::current_exe().and_then(|program| {
        Command::new(program)
            .arg(COMMAND)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
    });
    // A program that can't start itself, say because it was replaced meanwhile, still draws.
    let Ok(mut child) = started else { return beside(tasks, limit).ok_or_else(|| too_slow(patience, limit)) };
    let mut question = serde_json::to_vec(tasks).unwrap_or_default();
    question.push(b'\n');
    // Until the answer is there the input stays open: its end is what tells the child that nobody waits.
    let answer = exchange(&mut child, question, true, limit);
    child.kill().ok();
    child.wait().ok();
    let Some(bytes) = answer else { return Err(too_slow(patience, limit)) };
    let laid: Vec<Laid> = serde_json::from_slice(&bytes).unwrap_or_default();
    let died = || Err("the layout engine ended before it was done".to_owned());
    Ok(if laid.len() == tasks.len() { laid } else { tasks.iter().map(|_| died()).collect() })
}

/// Lays out with the program `dot` that is installed, which is killed when it takes too long. It exits with 1 where it
/// lost an edge.
///
/// # Errors
/// [`DrawError::NoGraphviz`] where there is none, and as [`lay_out`].
pub fn installed(task: &Task, patience: Patience) -> Result<Laid, DrawError> {
    let limit = patience.next()?;
    let started = Command::new("dot")
        .args([if task.by_force { "-Ksfdp" } else { "-Kdot" }, "-Tjson0"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = match started {
        Ok(child) => child,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(DrawError::NoGraphviz),
        Err(error) => return Ok(Err(error.to_string())),
    };
    let answer = exchange(&mut child, task.dot.clone().into_bytes(), false, limit);
    child.kill().ok();
    let ended = child.wait();
    let bytes = answer.ok_or_else(|| too_slow(patience, limit))?;
    Ok(match ended {
        Ok(status) if status.success() => String::from_utf8(bytes).map_err(|error| error.to_string()),
        Ok(status) => Err(format!("dot: {status}")),
        Err(error) => Err(error.to_string()),
    })
}

/// Who is cut short because of those before it isn't told that it took so long itself.
fn too_slow(patience: Patience, limit: Duration) -> DrawError {
    patience.next().err().unwrap_or(DrawError::TooSlow { seconds: limit.as_secs() })
}

/// Lays out within this process, beside what waits for it: nothing where that takes too long.
fn beside(tasks: &[Task], limit: Duration) -> Option<Vec<Laid>> {
    let tasks = tasks.to_vec();
    let (done, laid) = channel();
    thread::spawn(move || done.send(here(&tasks)).ok());
    laid.recv_timeout(limit).ok()
}

/// What a child answers until it closes its output, or nothing where that takes too long. Its input is closed behind the
/// question, unless it is to stay `open` until then.
fn exchange(child: &mut Child, question: Vec<u8>, open: bool, limit: Duration) -> Option<Vec<u8>> {
    let (mut stdin, mut stdout) = (child.stdin.take()?, child.stdout.take()?);
    let (done, answer) = channel();
    thread::spawn(move || {
        let asked = stdin.write_all(&question);
        let stdin = open.then_some(stdin);
        let mut bytes = Vec::new();
        let told = asked.and_then(|()| stdout.read_to_end(&mut bytes));
        drop(stdin);
        done.send(told.map(|_| bytes).unwrap_or_default()).ok();
    });
    match answer.recv_timeout(limit) {
        Ok(bytes) => Some(bytes),
        Err(RecvTimeoutError::Timeout) => None,
        Err(RecvTimeoutError::Disconnected) => Some(Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn once_the_time_for_all_pictures_is_over_none_is_begun() {
        let patience = Patience::together(Duration::from_millis(1), 3);
        thread::sleep(Duration::from_millis(4));
        let task = Task { dot: "digraph {}".to_owned(), by_force: false };
        assert_eq!(lay_out(&[task], patience).unwrap_err(), DrawError::NoTimeLeft { seconds: 0 });
    }

    #[test]
    fn no_picture_may_take_more_than_one_or_than_what_is_left_for_all() {
        let (hour, second) = (Duration::from_hours(1), Duration::from_secs(1));
        assert_eq!(Patience::of(hour).next(), Ok(hour));
        assert_eq!(Patience::together(second, 3600).next(), Ok(second));
        assert!(Patience::together(hour, 1).next().unwrap() < hour);
        assert_eq!(Patience::together(Duration::MAX, 10).next(), Ok(Duration::MAX), "no clock goes so far");
    }
}

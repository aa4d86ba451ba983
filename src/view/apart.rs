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
    time::Duration,
};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::{Deserialize, Serialize};

use super::{error::DrawError, layout::graphviz};

/// The command of this program that lays out for another process of it.
pub const COMMAND: &str = "lay-out";

/// A graph to be laid out.
#[derive(Debug, Serialize, Deserialize)]
pub struct Task {
    /// The graph, in DOT.
    pub dot: String,
    /// By attraction and repulsion (`sfdp`), else by direction (`dot`).
    pub by_force: bool,
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
    let laid: Vec<Laid> = tasks.par_iter().map(|task| graphviz(&task.dot, task.by_force)).collect();
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &laid)?;
    out.flush()
}

/// Lays out in a child of this very program, which is killed when it takes longer than `limit`.
///
/// # Errors
/// [`DrawError::TooSlow`] then. That a child dies is a failed layout.
pub fn lay_out(tasks: &[Task], limit: Duration) -> Result<Vec<Laid>, DrawError> {
    let started = env::current_exe().and_then(|program| {
        Command::new(program)
            .arg(COMMAND)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
    });
    // A program that can't start itself, say because it was replaced meanwhile, still draws.
    let Ok(mut child) = started else {
        return Ok(tasks.par_iter().map(|task| graphviz(&task.dot, task.by_force)).collect());
    };
    let answer = exchange(&mut child, tasks, limit);
    child.kill().ok();
    child.wait().ok();
    match answer {
        Some(bytes) => {
            let laid: Vec<Laid> = serde_json::from_slice(&bytes).unwrap_or_default();
            let died = || Err("the layout engine ended before it was done".to_owned());
            Ok(if laid.len() == tasks.len() { laid } else { tasks.iter().map(|_| died()).collect() })
        }
        None => Err(DrawError::TooSlow { seconds: limit.as_secs() }),
    }
}

/// What the child answers until it closes its output, or nothing where that takes too long.
fn exchange(child: &mut Child, tasks: &[Task], limit: Duration) -> Option<Vec<u8>> {
    let (mut stdin, mut stdout) = (child.stdin.take()?, child.stdout.take()?);
    let question = serde_json::to_vec(tasks).ok()?;
    let (done, answer) = channel();
    thread::spawn(move || {
        let asked = stdin.write_all(&question).and_then(|()| stdin.write_all(b"\n"));
        let mut bytes = Vec::new();
        let told = asked.and_then(|()| stdout.read_to_end(&mut bytes));
        // Until here the input stays open: its end is what tells the child that nobody waits.
        drop(stdin);
        done.send(told.map(|_| bytes).unwrap_or_default()).ok();
    });
    match answer.recv_timeout(limit) {
        Ok(bytes) => Some(bytes),
        Err(RecvTimeoutError::Timeout) => None,
        Err(RecvTimeoutError::Disconnected) => Some(Vec::new()),
    }
}

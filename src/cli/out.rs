//! Standard output: as it is for programs, and calm for people whose words a log would take for commands.

use std::{
    borrow::Cow,
    env,
    io::{self, BufWriter, StdoutLock, Write},
};

use super::{Failure, progress};
use crate::report::github;

/// Prints what people read; it is fine when nobody reads to the end. In a log of GitHub Actions no line of it is a
/// workflow command, whatever names it holds.
pub fn print(write: impl FnOnce(&mut Out) -> io::Result<()>) -> Result<(), Failure> {
    print_as(Reader::People, write)
}

/// Who reads what is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// People, perhaps in a log.
    People,
    /// A program, which gets it as it is.
    Program,
}

impl Reader {
    /// Who reads a form: people, if it is one for them.
    pub const fn of(is_for_people: bool) -> Self {
        if is_for_people { Self::People } else { Self::Program }
    }
}

/// The same for whoever reads it.
pub fn print_as(reader: Reader, write: impl FnOnce(&mut Out) -> io::Result<()>) -> Result<(), Failure> {
    progress::done();
    let line = (is_log() && reader == Reader::People).then(Vec::new);
    let mut out = Out { inner: BufWriter::new(io::stdout().lock()), line };
    match write(&mut out).and_then(|()| out.end()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure(error.to_string())),
        _ => Ok(()),
    }
}

/// Whether GitHub Actions reads along.
fn is_log() -> bool {
    env::var_os("GITHUB_ACTIONS").is_some_and(|it| it == "true")
}

/// What is told on standard error, with the same care.
pub fn calm(text: &str) -> Cow<'_, str> {
    if is_log() { text.split_inclusive('\n').map(github::inert).collect() } else { text.into() }
}

/// Where it is printed to.
pub struct Out {
    inner: BufWriter<StdoutLock<'static>>,
    /// The line so far, where lines are looked at.
    line: Option<Vec<u8>>,
}

impl Out {
    /// Prints what is left.
    fn end(mut self) -> io::Result<()> {
        let rest = self.line.take().unwrap_or_default();
        self.inner.write_all(github::inert(&String::from_utf8_lossy(&rest)).as_bytes())?;
        self.inner.flush()
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some(line) = &mut self.line else { return self.inner.write(bytes) };
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            line.extend_from_slice(part);
            if part.ends_with(b"\n") {
                self.inner.write_all(github::inert(&String::from_utf8_lossy(line)).as_bytes())?;
                line.clear();
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

//! Every output that is made of a landscape, with what it claims to be. `tests/readers` reads it back.

mod answers;
mod drawn;
pub mod editor;

use koppelkaart::{
    analysis::Analysis,
    report::{github, gitlab, json, junit, markdown, sarif, terminal},
    source::Sources,
};

use crate::readers::{Form, read};

/// How answers are printed that are asked for on a command line.
const STYLE: terminal::Style = terminal::Style { form: terminal::Form::Plain, all: true, width: 100 };

/// A landscape, judged, of which outputs are read back.
pub struct Judged<'a> {
    /// The judgement.
    pub analysis: &'a Analysis,
    /// What it was read from.
    pub sources: &'a Sources,
}

impl Judged<'_> {
    /// Reads an output back. What can't be read, or isn't what it claims to be, ends the test.
    fn meet(&self, what: &str, form: Form, bytes: &[u8]) {
        if let Err(wrong) = read(form, bytes) {
            panic!("{what} of {}: {wrong}", self.analysis.landscape.name());
        }
    }

    /// Writes an output and reads it back.
    fn written(&self, what: &str, form: Form, write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) {
        let mut bytes = Vec::new();
        write(&mut bytes).expect("memory can be written to");
        self.meet(what, form, &bytes);
    }

    /// What `check` prints, in every format.
    pub fn checked(&self) {
        let (analysis, sources) = (self.analysis, self.sources);
        for (form, read_as) in [
            (terminal::Form::Plain, Form::Plain),
            (terminal::Form::Narrated, Form::Plain),
            (terminal::Form::Colored, Form::Colored),
        ] {
            for all in [false, true] {
                let style = terminal::Style { form, all, width: 80 };
                self.written("check", read_as, |out| terminal::write(analysis, sources, style, out));
            }
        }
        let failed = analysis.findings.iter().filter(|it| it.fails()).count();
        let commands = Form::Commands(analysis.findings.len());
        self.written("check as JSON", Form::Json, |out| json::write(analysis, sources, out));
        self.written("check as SARIF", Form::Json, |out| sarif::write(analysis, sources, out));
        self.written("check as JUnit", Form::Junit(failed), |out| junit::write(analysis, sources, out));
        self.written("check for GitHub", commands, |out| github::write(analysis, sources, out));
        self.written("check for GitLab", Form::Json, |out| gitlab::write(analysis, sources, out));
        self.written("check as Markdown", Form::Markdown, |out| markdown::write(analysis, sources, out));
    }
}

//! A municipality's folder on disk, and the program run in it as people run it.

// Every test program uses its own part of this.
#![allow(dead_code, reason = "shared between test programs")]

use std::{
    fmt::Write as _,
    fs,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

/// The smallest landscape that passes, as `LANGUAGE.md` gives it.
pub const SMALLEST: &str = r#"[landscape]
name = "Sociaal domein"

[party.college]
name = "College van burgemeester en wethouders"

[application.csam]
name = "Csam"

[application.ggk]
name = "Gemeentelijk Gegevensknooppunt"

[[link]]
from = "csam"
to = "ggk"
personal_data = true
secure = true
protocol = "https"
controller = "college"
"#;

/// Links that look random, all in one picture, each its own arrow: enough to keep any layout busy.
pub fn crowd(applications: u64, links: u64) -> String {
    let mut toml = "[landscape]\nname = \"Menigte\"\n[view.alles]\ntitle = \"Alles\"\n".to_owned();
    for number in 0..applications {
        let domain = number % 9;
        writeln!(toml, "[application.a{number}]\nname = \"App {number}\"\ndomain = \"D{domain}\"").unwrap();
    }
    let mut seed = 1_u64;
    let mut roll = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % applications
    };
    for _ in 0..links {
        let (from, to) = (roll(), roll());
        writeln!(toml, "[[link]]\nfrom = \"a{from}\"\nto = \"a{to}\"\npersonal_data = false").unwrap();
    }
    toml
}

/// A working directory with files in it.
pub struct Desk {
    folder: TempDir,
}

/// What became of a run.
#[derive(Debug)]
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Desk {
    /// Files by their path; folders are made as needed.
    pub fn new<'a, T: AsRef<[u8]> + 'a>(files: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        for (path, content) in files {
            desk.put(path, content);
        }
        desk
    }

    /// A landscape of one file.
    pub fn with(landscape: impl AsRef<[u8]>) -> Self {
        Self::new([("landscape/a.toml", landscape.as_ref())])
    }

    /// Adds or replaces a file.
    pub fn put(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// A path on the desk.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Everything under a folder, sorted, or nothing where it isn't.
    pub fn list(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.path(folder)) else { return Vec::new() };
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// The program, ready to run here, in an environment that says nothing of languages and colours.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_koppelkaart"));
        command.args(arguments).current_dir(self.folder.path()).stdin(Stdio::null());
        for name in ["NO_COLOR", "NO_GRAPHICS", "COLUMNS", "LC_ALL", "LC_MESSAGES", "LANG", "TERM"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs the program. That it panics is never right.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(&self.command(arguments).output().unwrap(), arguments)
    }

    /// Runs the program as somebody who has no rights here but those that everyone has; none where nobody else can be had.
    #[cfg(unix)]
    pub fn run_as_nobody(&self, arguments: &[&str]) -> Option<Ran> {
        let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
        let mut setpriv = Command::new("setpriv");
        let tried = setpriv.args(nobody).arg("true").stderr(Stdio::null()).status();
        if !tried.is_ok_and(|status| status.success()) {
            return None;
        }
        // The program may lie where nobody may look, so it comes along on the desk.
        fs::copy(env!("CARGO_BIN_EXE_koppelkaart"), self.path("koppelkaart")).unwrap();
        let mut command = Command::new("setpriv");
        command.args(nobody).arg("./koppelkaart").args(arguments);
        let output =
            command.current_dir(self.path("")).env("LC_ALL", "C").stdin(Stdio::null()).output().unwrap();
        Some(Ran::of(&output, arguments))
    }

    /// `check` with the answer as JSON.
    pub fn check(&self, arguments: &[&str]) -> Ran {
        self.run(&[&["check", "--format", "json"], arguments].concat())
    }

    /// What `check` finds.
    pub fn findings(&self) -> Vec<String> {
        self.check(&[]).findings()
    }
}

impl Ran {
    /// What became of a run.
    pub fn of(output: &Output, arguments: &[&str]) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        let (out, err) = (text(&output.stdout), text(&output.stderr));
        let code = output.status.code().unwrap_or_else(|| panic!("{arguments:?}: killed\n{err}"));
        assert!((0..=2).contains(&code), "{arguments:?}: exit code {code}\n{err}");
        assert!(!err.contains("panicked"), "{arguments:?}: {err}");
        Self { code, out, err }
    }

    /// Standard output as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Every finding as `rule subject line:column`, in the order given.
    pub fn findings(&self) -> Vec<String> {
        let told = |found: &Value| {
            let text = |key: &str| found[key].as_str().unwrap().to_owned();
            format!("{} {} {}:{}", text("rule"), text("subject"), found["line"], found["column"])
        };
        self.list("findings").iter().map(told).collect()
    }

    /// The rules of the findings, in the order given.
    pub fn rules(&self) -> Vec<String> {
        self.list("findings").iter().map(|found| found["rule"].as_str().unwrap().to_owned()).collect()
    }

    /// The elements under a key of the answer.
    pub fn list(&self, key: &str) -> Vec<Value> {
        self.json()[key].as_array().unwrap().clone()
    }
}

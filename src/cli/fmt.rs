//! `koppelkaart fmt`: brings landscape files in the one style.

use std::{fs, io::Write, process::ExitCode};

use camino::{Utf8Path, Utf8PathBuf};

use super::{Failure, Outcome, common, diff::diff, progress, write};
use crate::{
    format::format,
    load::{files, load},
    say,
    source::Sources,
    text::{Lang, number, shown},
};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(default_value = "landscape")]
    path: Utf8PathBuf,
    #[arg(id = "fmt_check", long = "check")]
    check: bool,
    #[arg(long, value_enum)]
    lang: Option<common::LangArg>,
}

/// A file that isn't in the style.
struct Changed {
    path: Utf8PathBuf,
    before: Vec<u8>,
    after: String,
}

/// Formats every file, or tells which would change.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let early = args.lang.map_or(system, Lang::from);
    progress::doing(say!(early, en: "formatting", nl: "opmaken"));
    let sources = files::read(&args.path, &common::working_directory(early)?)
        .map_err(|error| common::unread(&error, early))?;
    let lang = lang(args, &sources);
    let mut changed = Vec::new();
    let mut unread = Vec::new();
    for (_, source) in sources.iter() {
        let path = Utf8Path::new(source.path());
        match changes(path, lang) {
            Ok(file) => changed.extend(file),
            Err(Failure(reason)) => unread.push(reason),
        }
    }
    let code = if args.check { check(&changed)? } else { rewrite(&changed, sources.iter().len(), lang)? };
    // What could be formatted is, before the rest is told.
    if unread.is_empty() { Ok(code) } else { Err(Failure(unread.join("\n"))) }
}

/// The language of what is told: that of the landscape, unless another is asked for.
fn lang(args: &Args, sources: &Sources) -> Lang {
    let own = || load(sources).landscape.about.and_then(|about| about.table.language).map(|lang| lang.value);
    args.lang.map(Lang::from).or_else(own).unwrap_or_default()
}

/// What would change of a file, if anything.
fn changes(path: &Utf8Path, lang: Lang) -> Result<Option<Changed>, Failure> {
    let name = shown(path.as_str());
    let before = fs::read(path).map_err(|error| {
        Failure(say!(
            lang,
            en: "`{name}` can't be read: {error}",
            nl: "`{name}` kan niet gelezen worden: {error}",
        ))
    })?;
    let formatted = std::str::from_utf8(&before).ok().and_then(|text| format(text).ok());
    let Some(after) = formatted else {
        return Err(Failure(say!(
            lang,
            en: "`{name}` is left as it is: it is not TOML in UTF-8; `koppelkaart check` tells where",
            nl: "`{name}` is zo gelaten: het is geen TOML in UTF-8; `koppelkaart check` vertelt waar",
        )));
    };
    Ok((before != after.as_bytes()).then(|| Changed { path: path.to_owned(), before, after }))
}

/// Shows what would change.
fn check(changed: &[Changed]) -> Outcome {
    common::print(|out| {
        changed.iter().try_for_each(|file| {
            let before = String::from_utf8_lossy(&file.before);
            write!(out, "{}", diff(file.path.as_str(), &before, &file.after))
        })
    })?;
    Ok(ExitCode::from(u8::from(!changed.is_empty())))
}

/// Writes each file that changes, and tells which.
fn rewrite(changed: &[Changed], all: usize, lang: Lang) -> Outcome {
    let mut failed = Vec::new();
    let mut lines = Vec::new();
    for file in changed {
        let was = write::Was::Still(&file.before);
        let new = write::New { path: &file.path, content: file.after.as_bytes(), was };
        match write::all(&[new], lang) {
            Ok(()) => lines.push(format!("  {}", shown(file.path.as_str()))),
            Err(Failure(reason)) => failed.push(reason),
        }
    }
    common::print(|out| {
        if changed.is_empty() {
            let all = number(all, lang);
            let done =
                say!(lang, en: "In style already, files: {all}.", nl: "Al in stijl, bestanden: {all}.");
            return writeln!(out, "{done}");
        }
        if !lines.is_empty() {
            writeln!(out, "{}", say!(lang, en: "Formatted:", nl: "Opgemaakt:"))?;
        }
        lines.iter().try_for_each(|line| writeln!(out, "{line}"))
    })?;
    if failed.is_empty() { Ok(ExitCode::SUCCESS) } else { Err(Failure(failed.join("\n"))) }
}

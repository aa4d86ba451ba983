//! `koppelkaart fix`: makes the mends that are certain, and shows what it changes.

use std::{collections::BTreeMap, fs, io::Write, process::ExitCode};

use camino::Utf8Path;

use super::{Failure, Outcome, common, diff::diff, progress, write};
use crate::{
    analysis::Analysis,
    mend::certain::{self, Made, Mended},
    say,
    sentence::{FINDINGS, counted},
    text::{Lang, on_one_line, shown},
};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    judged: common::Judged,
    #[arg(long)]
    dry_run: bool,
}

/// Mends what is certain, and tells what is left.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let options = args.judged.options(system)?;
    let sources = args.judged.read(system)?;
    let analysis = common::judge(&sources, &options, system);
    progress::doing(say!(analysis.lang, en: "mending", nl: "herstellen"));
    let Mended { analysis, texts, made } = certain::mended(&analysis, &sources, &options, None)
        .unwrap_or(Mended { analysis, texts: BTreeMap::new(), made: Vec::new() });
    let lang = analysis.lang;
    let changes: Vec<(&str, &str, &str)> = texts
        .iter()
        .map(|(id, after)| (sources.get(*id).path(), sources.get(*id).text(), &**after))
        .collect();
    if !args.dry_run {
        save(&changes, lang)?;
    }
    common::print(|out| {
        changes.iter().try_for_each(|(path, before, after)| write!(out, "{}", diff(path, before, after)))?;
        if !made.is_empty() {
            let head = if args.dry_run {
                say!(lang, en: "This would be mended:", nl: "Dit zou hersteld worden:")
            } else {
                say!(lang, en: "Mended:", nl: "Hersteld:")
            };
            writeln!(out, "\n{head}")?;
            made.iter().try_for_each(|Made { path, line, title, rule }| {
                writeln!(out, "  {}:{line}: {title} ({rule})", on_one_line(path))
            })?;
            writeln!(out)?;
        }
        writeln!(out, "{}", left(&analysis, &args.judged.path))
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the changed files, all or none, unless one was changed by someone else since it was read.
fn save(changes: &[(&str, &str, &str)], lang: Lang) -> Result<(), Failure> {
    let mut files: Vec<(&Utf8Path, Vec<u8>, Vec<u8>)> = Vec::new();
    for (path, before, after) in changes {
        let name = shown(path);
        let on_disk = fs::read(path).map_err(|error| {
            Failure(say!(
                lang,
                en: "`{name}` can't be read: {error}",
                nl: "`{name}` kan niet gelezen worden: {error}",
            ))
        })?;
        let mark: &[u8] = if on_disk.starts_with(b"\xEF\xBB\xBF") { b"\xEF\xBB\xBF" } else { b"" };
        let read = [mark, before.as_bytes()].concat();
        files.push((Utf8Path::new(path), read, [mark, after.as_bytes()].concat()));
    }
    let new = files.iter().map(|(path, read, after)| write::New {
        path,
        content: after,
        was: write::Was::Still(read),
    });
    write::all(&new.collect::<Vec<_>>(), lang)
}

/// What is left for people.
fn left(analysis: &Analysis, path: &Utf8Path) -> String {
    let lang = analysis.lang;
    let open: Vec<_> = analysis.findings.iter().filter(|it| !it.accepted).collect();
    if open.is_empty() {
        return say!(lang, en: "Nothing is left to mend.", nl: "Er is niets meer te herstellen.");
    }
    let failing = open.iter().filter(|it| it.fails()).count();
    let (open, path) = (counted(open.len(), FINDINGS, lang), shown(path.as_str()));
    say!(
        lang,
        en: "Left for people: {open}, of which {failing} at level deny. `koppelkaart check {path}` tells which.",
        nl: "Over voor mensen: {open}, waarvan {failing} op niveau deny. `koppelkaart check {path}` vertelt welke.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_made_meanwhile_is_not_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = Utf8Path::from_path(folder.path()).unwrap().join("a.toml");
        let other = path.with_file_name("b.toml");
        fs::write(&path, "as it was read").unwrap();
        fs::write(&other, "edited since").unwrap();
        let changes =
            [(path.as_str(), "as it was read", "mended"), (other.as_str(), "as it was read", "mended")];
        let Failure(reason) = save(&changes, Lang::Nl).unwrap_err();
        assert!(reason.contains("b.toml") && reason.contains("intussen"), "{reason}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "as it was read");
        assert_eq!(fs::read_to_string(&other).unwrap(), "edited since");
    }
}

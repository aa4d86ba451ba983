//! What a check is compared with, so that old debt doesn't fail it and new debt does: a baseline in a file, or the
//! landscape at a revision in git.

use std::{
    fs::File,
    io::{self, Read},
};

use camino::{Utf8Path, Utf8PathBuf};

use super::{Failure, progress, write};
use crate::{
    analysis::{
        Analysis, Options, analyze,
        debt::{Before, Debt},
    },
    load::history,
    say,
    source::Sources,
    text::Lang,
};

/// What the check is compared with; at most one of these.
#[derive(Debug, clap::Args)]
#[group(multiple = false)]
pub struct Earlier {
    #[arg(long, value_name = "FILE")]
    baseline: Option<Utf8PathBuf>,
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<Utf8PathBuf>,
    #[arg(long, value_name = "REV")]
    since: Option<String>,
}

/// Marks what was there before. A baseline that is to be written holds all that may pass, from now on.
pub fn compare(
    earlier: &Earlier,
    path: &Utf8Path,
    options: &Options,
    analysis: &mut Analysis,
    sources: &Sources,
) -> Result<(), Failure> {
    let lang = analysis.lang;
    let (before, debt) = if let Some(file) = &earlier.write_baseline {
        let debt = Debt::of(analysis, sources);
        write::whole(file, debt.to_json().as_bytes(), lang)?;
        (Before::Baseline(file.to_string()), debt)
    } else if let Some(file) = &earlier.baseline {
        (Before::Baseline(file.to_string()), read(file, lang)?)
    } else if let Some(revision) = &earlier.since {
        since(revision, path, options, analysis)?
    } else {
        return Ok(());
    };
    debt.apply(before, analysis, sources);
    Ok(())
}

/// Reads a baseline.
fn read(file: &Utf8Path, lang: Lang) -> Result<Debt, Failure> {
    let text = text_of(file).map_err(|error| {
        Failure(say!(
            lang,
            en: "the baseline `{file}` can't be read: {error}; make one with `--write-baseline {file}`",
            nl: "de nulmeting `{file}` kan niet gelezen worden: {error}; maak er een met `--write-baseline {file}`",
        ))
    })?;
    Debt::from_json(&text, lang).map_err(|wrong| {
        Failure(say!(
            lang,
            en: "`{file}` isn't a baseline: {wrong}",
            nl: "`{file}` is geen nulmeting: {wrong}",
        ))
    })
}

/// How long a baseline may be: over a million findings. What isn't a file may never end.
const LONGEST: u64 = 1 << 28;

fn text_of(file: &Utf8Path) -> io::Result<String> {
    let mut text = String::new();
    let length = File::open(file)?.take(LONGEST + 1).read_to_string(&mut text)?;
    if length as u64 > LONGEST { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(text) }
}

/// Judges the landscape of an earlier revision as today's is judged: as of the same day, by the same rules. What
/// time or a stricter setting makes of old debt is no fault of the change.
fn since(
    revision: &str,
    path: &Utf8Path,
    options: &Options,
    analysis: &Analysis,
) -> Result<(Before, Debt), Failure> {
    let lang = analysis.lang;
    progress::doing(
        say!(lang, en: "judging the landscape as it was", nl: "het landschap van toen beoordelen"),
    );
    let then = history::read(path, revision).map_err(|error| Failure(error.message(lang)))?;
    let name = revision.to_owned();
    let Some(sources) = then else {
        return Ok((Before::Revision { name, absent: true, incomplete: false }, Debt::default()));
    };
    let levels = options.levels.exactly(&analysis.landscape);
    let options = Options { date: Some(analysis.date), lang: Some(lang), levels, ..options.clone() };
    let then = analyze(&sources, &options);
    let before = Before::Revision { name, absent: false, incomplete: then.is_incomplete() };
    Ok((before, Debt::of(&then, &sources)))
}

//! Folders that are too large to look for a landscape in: someone opened a home folder, or a large repository.

use camino::Utf8Path;
use walkdir::WalkDir;

use crate::{
    load::files::{is_toml, is_visible},
    say,
    text::{Lang, shown},
};

/// How many files and folders are looked at; walking more takes longer than an editor should wait.
const ENTRIES: usize = 20_000;
/// How many TOML files a folder may have that nobody called a landscape: reading and judging each takes time too.
const FILES: usize = 1_000;
/// How many bytes those may have together.
const BYTES: u64 = 64 << 20;

/// Whether there is too much in a folder; stops looking as soon as it is.
#[must_use]
pub fn is_vast(folder: &Utf8Path) -> bool {
    let walk = WalkDir::new(folder).follow_links(true).into_iter().filter_entry(is_visible);
    let (mut files, mut bytes) = (0, 0);
    for (seen, entry) in walk.enumerate() {
        let toml = entry.ok().filter(|it| is_toml(it.path()));
        if let Some(file) = toml {
            files += 1;
            bytes += file.metadata().map_or(0, |it| it.len());
        }
        if seen >= ENTRIES || files > FILES || bytes > BYTES {
            return true;
        }
    }
    false
}

/// What is done instead, and how to have it otherwise.
#[must_use]
pub fn told(folder: &Utf8Path, lang: Lang) -> String {
    let folder = shown(folder.as_str());
    say!(
        lang,
        en: "`{folder}` is too large to look for a landscape in all of it. A file that is opened is judged with the folder `landscape` that it is in, else by itself. To have it otherwise: open the folder of the landscape, call it `landscape`, or name it in `initializationOptions.path`.",
        nl: "`{folder}` is te groot om er helemaal in naar een landschap te zoeken. Een bestand dat open is, wordt beoordeeld met de map `landscape` waar het in staat, en anders op zichzelf. Anders hebben? Open de map van het landschap, noem die `landscape`, of noem hem in `initializationOptions.path`.",
    )
}

//! Files are written whole or not at all: into a temporary file beside the target, which then takes its place.

use std::{fs, io::Write};

use camino::Utf8Path;

use super::Failure;
use crate::{say, text::Lang};

/// Makes sure that a folder is there.
pub fn folder(path: &Utf8Path, lang: Lang) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|error| failure(path, &error, lang))
}

/// Writes a file whole. What was there stays until the new one is complete.
pub fn whole(path: &Utf8Path, content: &[u8], lang: Lang) -> Result<(), Failure> {
    let parent = path.parent().filter(|parent| !parent.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".koppelkaart-");
    #[cfg(unix)]
    {
        // As readable as any new file; without this, only its maker could read it.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let written = builder.tempfile_in(parent).and_then(|mut file| {
        file.write_all(content)?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)
    });
    written.map(drop).map_err(|error| failure(path, &error, lang))
}

fn failure(path: &Utf8Path, error: &std::io::Error, lang: Lang) -> Failure {
    Failure(say!(
        lang,
        en: "`{path}` can't be written: {error}",
        nl: "`{path}` kan niet geschreven worden: {error}",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = Utf8Path::from_path(folder.path()).unwrap().join("a.svg");
        whole(&path, b"old", Lang::En).unwrap();
        whole(&path, b"new", Lang::En).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_written_is_told_with_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let path = Utf8Path::from_path(folder.path()).unwrap().join("missing/a.svg");
        let Failure(reason) = whole(&path, b"x", Lang::En).unwrap_err();
        assert!(reason.contains("missing/a.svg"), "{reason}");
    }
}

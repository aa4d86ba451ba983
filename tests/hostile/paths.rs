//! Names that want to be paths: what is written stays in the folder that it was asked for.

use std::{collections::BTreeSet, path::Path};

use crate::{
    common::{Desk, SMALLEST},
    names::{NAMES, quoted, whole},
};

/// Every path that lies on a desk.
fn all(folder: &Path) -> BTreeSet<String> {
    let entries = walkdir::WalkDir::new(folder).into_iter();
    entries.map(|entry| entry.unwrap().path().strip_prefix(folder).unwrap().display().to_string()).collect()
}

#[test]
fn a_domain_names_no_file_outside_the_folder() {
    for name in NAMES.into_iter().chain(["..", ".", "/", "a/../..", "~", "con", "AUX.txt", "a\u{0}b"]) {
        let domain = format!("\"Csam\"\ndomain = {}", quoted(name));
        let desk = Desk::with(SMALLEST.replace("\"Csam\"", &domain));
        let ran = desk.run(&["render", "-o", "out/in", "--format", "dot"]);
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        for path in all(&desk.path("")) {
            let known = ["", "landscape", "landscape/a.toml", "out", "out/in"].contains(&&*path);
            let stem = path.strip_prefix("out/in/").and_then(|file| file.strip_suffix(".dot")).unwrap_or("/");
            let plain = stem.chars().all(|it| it.is_alphanumeric() || "-_".contains(it));
            assert!(known || plain, "{name}: {path}");
        }
    }
}

#[test]
fn a_view_with_a_path_for_an_id_is_refused_and_nothing_is_drawn() {
    for id in ["../uit", "/tmp/uit", "C:\\uit", "a/b", "..", "", ".", "nul\u{0}", "a\nb", "CON.svg"] {
        let desk = Desk::with(format!("{SMALLEST}[view.{}]\ntitle = 'x'\n", quoted(id)));
        let before = all(&desk.path(""));
        assert!(desk.check(&[]).rules().contains(&"invalid-id".to_owned()), "{id:?}");
        assert_eq!(desk.run(&["render", "-o", "out"]).code, 2, "{id:?}");
        assert_eq!(desk.run(&["report", "-o", "out"]).code, 2, "{id:?}");
        assert_eq!(all(&desk.path("")), before, "{id:?}");
    }
}

/// Devices of Windows, and ids that differ by their case: there, and on a Mac, they would be one file.
#[test]
fn no_two_views_become_one_file_on_any_disk() {
    let views: String = ["con", "NUL", "com1", "raad", "Raad", "RAAD"]
        .iter()
        .map(|id| format!("[view.{id}]\ntitle = 'x'\n"))
        .collect();
    let desk = Desk::with(format!("{SMALLEST}{views}"));
    assert_eq!(desk.run(&["render", "-o", "out", "--format", "dot"]).code, 0);
    let files = desk.list("out");
    let small: BTreeSet<String> = files.iter().map(|file| file.to_lowercase()).collect();
    assert_eq!((files.len(), small.len()), (6, 6), "{files:?}");
    let device =
        |file: &String| ["con.", "nul.", "com1."].iter().any(|it| file.to_lowercase().starts_with(it));
    assert!(!files.iter().any(device), "{files:?}");
}

#[test]
fn an_asked_view_is_an_id_and_no_path() {
    let desk = Desk::with(whole(&NAMES[..2]));
    for name in
        NAMES.into_iter().filter(|name| !name.contains('\0')).chain(["../v0", "v0/../v0", "v0.svg", "V0"])
    {
        let view = format!("--view={name}");
        let ran = desk.run(&["render", "-o", "out", &view]);
        assert_eq!(ran.code, 2, "{name}");
        let ran = desk.run(&["report", "-o", "out", &view]);
        assert_eq!(ran.code, 2, "{name}");
        assert!(desk.list("out").is_empty(), "{name}");
    }
}

#[test]
fn an_output_is_only_ever_where_it_was_asked() {
    let desk = Desk::with(whole(&NAMES[..1]));
    for (file, code) in [
        ("r.csv/", 2),
        ("../../../../../../nergens/r.csv", 2),
        ("/proc/self/nergens/r.csv", 2),
        ("landscape", 2),
        ("landscape/a.toml", 2),
        (".csv", 2),
        ("::error::.csv", 0),
        ("con.csv", 0),
        ("-r.csv", 0),
    ] {
        let ran = desk.run(&["register", &format!("-o{file}")]);
        assert_eq!(ran.code, code, "{file}: {}", ran.err);
    }
    let long = format!("{}.csv", "x".repeat(5_000));
    assert_eq!(desk.run(&["register", "-o", &long]).code, 2);
    assert_eq!(desk.list("landscape"), ["a.toml"], "nothing is left beside the landscape");
}

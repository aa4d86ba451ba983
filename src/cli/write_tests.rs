//! Files come out whole or not at all, and no edit is lost.

use super::{super::temporary::tidy, *};

fn desk() -> (tempfile::TempDir, Utf8PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = Utf8Path::from_path(folder.path()).unwrap().to_owned();
    (folder, path)
}

fn names(folder: &Utf8Path) -> Vec<String> {
    let mut names: Vec<_> =
        folder.read_dir_utf8().unwrap().map(|it| it.unwrap().file_name().to_owned()).collect();
    names.sort();
    names
}

/// Writes a file over what it was, and gives how to take it back.
fn placed(path: &Utf8Path, was: Was<'_>, holds: &Holds) -> Undo {
    let ready = ready(path, b"new", was, holds, Lang::En).unwrap();
    let undo = Undo::of(&ready).unwrap();
    assert!(ready.place().is_ok());
    undo
}

#[test]
fn a_file_is_replaced_and_nothing_is_left_beside_it() {
    let (_folder, at) = desk();
    let path = at.join("a.svg");
    whole(&path, b"old", Lang::En).unwrap();
    whole(&path, b"new", Lang::En).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(names(&at), ["a.svg"]);
}

#[test]
fn what_cannot_be_written_is_told_with_its_path() {
    let (_folder, at) = desk();
    let Failure(reason) = whole(&at.join("missing/a.svg"), b"x", Lang::En).unwrap_err();
    assert!(reason.contains("missing/a.svg"), "{reason}");
    fs::create_dir(at.join("folder")).unwrap();
    assert!(whole(&at.join("folder"), b"x", Lang::En).is_err());
    assert_eq!(names(&at), ["folder"]);
}

#[test]
fn of_several_files_all_are_written_or_none() {
    let (_folder, at) = desk();
    let (first, second, third) = (at.join("a"), at.join("b"), at.join("c"));
    fs::write(&first, "old").unwrap();
    fs::write(&third, "edited meanwhile").unwrap();
    let new = |path, was| New { path, content: b"new", was };
    let files = [new(&first, Was::Still(b"old")), new(&second, Was::Absent), new(&third, Was::Still(b"old"))];
    let Failure(reason) = all(&files, Lang::En).unwrap_err();
    assert!(reason.contains("changed by someone else"), "{reason}");
    assert_eq!(fs::read(&first).unwrap(), b"old");
    assert_eq!(fs::read(&third).unwrap(), b"edited meanwhile");
    assert_eq!(names(&at), ["a", "c"]);
    all(&files[..2], Lang::En).unwrap();
    assert_eq!((fs::read(&first).unwrap(), fs::read(&second).unwrap()), (b"new".to_vec(), b"new".to_vec()));
    assert_eq!(names(&at), ["a", "b", "c"]);
}

#[test]
fn what_someone_saves_into_a_new_file_is_not_taken_back_with_it() {
    let (_folder, at) = desk();
    let (first, second) = (at.join("a"), at.join("b"));
    fs::write(&first, "old").unwrap();
    let holds = Holds::default();
    let undo = placed(&first, Was::Still(b"old"), &holds);
    fs::write(&first, "new, and edited").unwrap();
    let made = Undo::Remove(second.clone(), hash(b"new"));
    fs::write(&second, "edited").unwrap();
    assert_eq!((undo.undo(), made.undo()), (Some(first.clone()), Some(second.clone())));
    drop(holds);
    assert_eq!(fs::read(&first).unwrap(), b"new, and edited");
    assert_eq!(fs::read(&second).unwrap(), b"edited");
    assert_eq!(names(&at), ["a", "b"]);
    assert!(left_alone(&[first, second], Lang::En).contains("/a`, `"));
}

#[test]
fn what_is_kept_to_put_back_is_no_leftover_to_another_run() {
    let (_folder, at) = desk();
    let first = at.join("a");
    fs::write(&first, "old").unwrap();
    let holds = Holds::default();
    let undo = placed(&first, Was::Anything, &holds);
    tidy(&at);
    assert_eq!(undo.undo(), None);
    drop(holds);
    assert_eq!(fs::read(&first).unwrap(), b"old");
    assert_eq!(names(&at), ["a"]);
}

#[test]
fn runs_that_write_the_same_at_once_do_not_get_in_one_anothers_way() {
    let (_folder, at) = desk();
    let path = at.join("a");
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| (0..60).for_each(|_| whole(&path, b"the same", Lang::En).unwrap()));
        }
    });
    assert_eq!(fs::read(&path).unwrap(), b"the same");
    assert_eq!(names(&at), ["a"]);
}

#[test]
fn what_a_command_makes_takes_the_place_of_no_landscape() {
    let (_folder, at) = desk();
    let path = at.join("a.toml");
    fs::write(&path, "[landscape]").unwrap();
    let Failure(reason) = whole(&path, b"{}", Lang::En).unwrap_err();
    assert!(reason.contains("give what is written another name"), "{reason}");
    assert_eq!(fs::read(&path).unwrap(), b"[landscape]");
}

#[test]
fn what_must_not_be_there_yet_is_never_replaced() {
    let (_folder, at) = desk();
    let path = at.join("a");
    fs::write(&path, "mine").unwrap();
    let Failure(reason) =
        all(&[New { path: &path, content: b"new", was: Was::Absent }], Lang::Nl).unwrap_err();
    assert!(reason.contains("bestaat al"), "{reason}");
    assert_eq!(fs::read(&path).unwrap(), b"mine");
}

#[test]
fn leftovers_of_a_killed_run_are_taken_away_and_files_in_use_are_not() {
    let (_folder, at) = desk();
    fs::write(at.join(".koppelkaart-a1b2c3.tmp"), "half").unwrap();
    fs::write(at.join(".koppelkaart-notes"), "mine").unwrap();
    let held = File::create(at.join(".koppelkaart-d4e5f6.tmp")).unwrap();
    held.try_lock().unwrap();
    whole(&at.join("a"), b"x", Lang::En).unwrap();
    assert_eq!(names(&at), [".koppelkaart-d4e5f6.tmp", ".koppelkaart-notes", "a"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_a_link_out_of_the_repository_is_refused_as_a_file_is() {
    use std::os::unix::fs::symlink;
    let (_folder, at) = desk();
    let inside = at.join("repository");
    fs::create_dir_all(inside.join(".git/hooks")).unwrap();
    fs::create_dir_all(inside.join("shown")).unwrap();
    fs::create_dir(at.join("outside")).unwrap();
    for (name, leads, allowed) in
        [("out", "../outside", false), ("hooks", ".git/hooks", false), ("within", "shown", true)]
    {
        symlink(leads, inside.join(name)).unwrap();
        let path = inside.join(name).join("a");
        assert_eq!(whole(&path, b"x", Lang::En).is_ok(), allowed, "{name}");
        assert_eq!(folder(&inside.join(name).join("new"), Lang::En).is_ok(), allowed, "{name}");
    }
    assert_eq!((names(&at.join("outside")), names(&inside.join(".git/hooks"))), (vec![], vec![]));
    assert_eq!(names(&inside.join("shown")), ["a"]);
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_permissions_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (_folder, at) = desk();
    fs::create_dir(at.join("real")).unwrap();
    fs::write(at.join("real/a"), "old").unwrap();
    fs::set_permissions(at.join("real/a"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real/a", at.join("link")).unwrap();
    symlink("real/b", at.join("dangling")).unwrap();
    whole(&at.join("link"), b"new", Lang::En).unwrap();
    whole(&at.join("dangling"), b"new", Lang::En).unwrap();
    assert!(at.join("link").is_symlink() && at.join("dangling").is_symlink());
    assert_eq!(fs::read(at.join("real/a")).unwrap(), b"new");
    assert_eq!(fs::read(at.join("real/b")).unwrap(), b"new");
    assert_eq!(fs::metadata(at.join("real/a")).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(names(&at.join("real")), ["a", "b"]);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_outside_a_repository_through_a_link_in_it() {
    use std::os::unix::fs::symlink;
    let (_folder, at) = desk();
    fs::create_dir_all(at.join("repo/.git")).unwrap();
    fs::create_dir(at.join("repo/out")).unwrap();
    fs::write(at.join("bashrc"), "mine").unwrap();
    for target in ["../../bashrc", "../../new", "../.git/hooks", "/tmp/koppelkaart-elsewhere"] {
        let link = at.join("repo/out/everything.svg");
        symlink(target, &link).unwrap();
        let Failure(reason) = whole(&link, b"<svg/>", Lang::En).unwrap_err();
        assert!(reason.contains("leads out of the repository"), "{target}: {reason}");
        fs::remove_file(link).unwrap();
    }
    symlink("../real.svg", at.join("repo/out/a.svg")).unwrap();
    whole(&at.join("repo/out/a.svg"), b"<svg/>", Lang::En).unwrap();
    assert_eq!(fs::read(at.join("repo/real.svg")).unwrap(), b"<svg/>");
    assert_eq!(fs::read(at.join("bashrc")).unwrap(), b"mine");
    assert_eq!(names(&at), ["bashrc", "repo"]);
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, at) = desk();
    let path = at.join("a");
    fs::write(&path, "old").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    assert!(whole(&path, b"new", Lang::En).is_err());
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(&at), ["a"]);
}

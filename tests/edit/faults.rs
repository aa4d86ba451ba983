//! Nothing lost: whatever stops a command that writes, every file is the whole old one or the whole new one.

#![cfg(unix)]

use std::{
    fs,
    io::Read,
    os::unix::{
        fs::{FileTypeExt, PermissionsExt},
        process::ExitStatusExt,
    },
    process::{Command, Stdio},
    thread::sleep,
    time::Duration,
};

use crate::common::{Desk, Ran, SMALLEST};

/// A landscape of several files, none in style, and large enough to take a while.
fn untidy() -> (Desk, Vec<(String, String, String)>) {
    let made = crate::synthetic::landscape(400, 800, 0);
    let desk = Desk::new([("readme.txt", "")]);
    let files = made.files.into_iter().map(|(name, text)| {
        let new = koppelkaart::format::format(&text).unwrap();
        let old = new.replace(" = ", "   =   ");
        let path = format!("landscape/{name}");
        desk.put(&path, &old);
        (path, old, new)
    });
    let files = files.collect();
    (desk, files)
}

/// What lies in a folder, however deep, but for the files that belong there.
fn leftovers(desk: &Desk, folder: &str) -> Vec<String> {
    // What is there one moment may be gone the next.
    let entries = walkdir::WalkDir::new(desk.path(folder)).min_depth(1).into_iter().flatten();
    let ours = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(".koppelkaart-"));
    ours.map(|entry| entry.path().to_str().unwrap().to_owned()).collect()
}

/// A command under a limit of the shell; `sh` is there on every Unix.
fn limited(desk: &Desk, limit: &str, arguments: &str) -> Command {
    let program = env!("CARGO_BIN_EXE_koppelkaart");
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{limit}; exec {program} {arguments}")]);
    command.current_dir(desk.path("")).stdin(Stdio::null());
    command
}

#[test]
fn half_a_starter_passes_for_no_landscape() {
    let desk = Desk::new([("readme.txt", "")]);
    assert_eq!(desk.run(&["init", "landscape"]).code, 0);
    // The one that is written last.
    fs::remove_file(desk.path("landscape/landscape.toml")).unwrap();
    while let Some(name) = desk.list("landscape").pop() {
        assert_ne!(desk.check(&[]).code, 0, "with {name}");
        fs::remove_file(desk.path("landscape").join(name)).unwrap();
    }
}

#[test]
fn a_starter_that_was_begun_is_finished_and_nothing_of_anyone_else_is_touched() {
    let desk = Desk::new([("readme.txt", "")]);
    let init = || desk.run(&["init", "landscape", "--lang", "en"]);
    assert_eq!(init().code, 0);
    let whole = desk.list("landscape");
    fs::remove_file(desk.path("landscape/landscape.toml")).unwrap();
    fs::remove_file(desk.path("landscape/parties.toml")).unwrap();
    assert_eq!((init().code, desk.list("landscape")), (0, whole));
    assert_eq!(init().code, 2, "once it is whole, it is somebody's");
    fs::remove_file(desk.path("landscape/landscape.toml")).unwrap();
    desk.put("landscape/links.toml", "# mine");
    let ran = init();
    assert!(ran.code == 2 && ran.err.contains("links.toml"), "{}", ran.err);
    assert_eq!(desk.read("landscape/links.toml"), "# mine");
}

#[test]
fn interrupted_at_any_moment_nothing_is_left_behind() {
    let (desk, files) = untidy();
    let mut interrupted = 0;
    for round in 0..10 {
        for (path, old, _) in &files {
            desk.put(path, old);
        }
        let mut command = desk.command(&["fmt"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // As soon as it writes, if it can be caught at that.
        while leftovers(&desk, "landscape").is_empty() && child.try_wait().unwrap().is_none() {}
        // By Ctrl-C, and as services and `timeout` do.
        let (signal, id) = (["INT", "TERM"][round % 2], child.id());
        Command::new("sh").args(["-c", &format!("kill -{signal} {id}")]).status().unwrap();
        let status = child.wait().unwrap();
        interrupted += usize::from(status.code() == Some(130));
        assert!([Some(0), Some(130)].contains(&status.code()), "{status}");
        assert!(files.iter().all(|(path, old, new)| [old, new].contains(&&desk.read(path))));
        assert_eq!(leftovers(&desk, "landscape"), Vec::<String>::new());
    }
    assert!(interrupted > 0, "some run must be interrupted while it writes");
}

/// Kills a command again and again, from when it starts to write to when it is done. Each time every file must be whole,
/// the old one or the new one, and the next run must take away what was left. Some run must have been killed half way.
fn killed_while_it_writes(desk: &Desk, arguments: &[&str], files: &[(String, String, String)]) {
    let put_back = || files.iter().for_each(|(path, old, _)| desk.put(path, old));
    let (first, _, new_first) = files.iter().min().unwrap();
    let mut half_way = 0;
    for round in 0..30 {
        put_back();
        for left in leftovers(desk, ".") {
            fs::remove_file(desk.path(&left)).unwrap();
        }
        let mut command = desk.command(arguments);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // One time while files are made ready, the other while they take their places.
        let has_begun = || match round % 2 {
            0 => !leftovers(desk, ".").is_empty(),
            _ => desk.read(first) == *new_first,
        };
        while !has_begun() && child.try_wait().unwrap().is_none() {}
        sleep(Duration::from_micros(round / 2 * 200));
        child.kill().unwrap();
        child.wait().unwrap();
        let is_new = files.iter().map(|(path, old, new)| {
            let text = desk.read(path);
            assert!(text == *old || text == *new, "{path} is half written");
            text == *new
        });
        let new = is_new.filter(|new| *new).count();
        half_way += usize::from(new > 0 && new < files.len());
    }
    assert!(half_way > 0, "some run must be killed half way");
    put_back();
    assert_eq!(desk.run(arguments).code, 0);
    assert_eq!(leftovers(desk, "."), [""; 0], "the next run clears up");
    assert!(files.iter().all(|(path, _, new)| desk.read(path) == *new));
}

#[test]
fn whoever_is_killed_while_formatting_leaves_every_file_whole() {
    let (desk, files) = untidy();
    killed_while_it_writes(&desk, &["fmt"], &files);
}

#[test]
fn whoever_is_killed_while_mending_leaves_every_file_whole() {
    let desk = Desk::with("[landscape]\nname = 'X'\n");
    let files = (0..60).map(|n| {
        let text = |key| format!("[application.a{n}]\nname = \"A\"\n{key} = \"x\"\n");
        (format!("landscape/b{n}.toml"), text("descripton"), text("description"))
    });
    killed_while_it_writes(&desk, &["fix"], &files.collect::<Vec<_>>());
}

#[test]
fn whoever_is_killed_while_drawing_leaves_every_picture_whole() {
    let views = (0..60).map(|n| format!("[view.v{n}]\napplications = \"csam\"\n")).collect::<String>();
    let desk = Desk::with(format!("{SMALLEST}{views}"));
    let draw = ["render", "-o", "out", "--format", "dot"];
    assert_eq!(desk.run(&draw).code, 0);
    let files = desk.list("out").into_iter().map(|name| {
        let path = format!("out/{name}");
        let new = desk.read(&path);
        (path, "old".to_owned(), new)
    });
    killed_while_it_writes(&desk, &draw, &files.collect::<Vec<_>>());
}

#[test]
fn a_full_disk_costs_no_file() {
    let (desk, files) = untidy();
    // No file may grow beyond this many blocks. With the signal ignored, writing fails as on a full disk.
    for limit in ["trap '' XFSZ; ulimit -f 1", "ulimit -f 1"] {
        let output = limited(&desk, limit, "fmt --lang en").output().unwrap();
        if output.status.signal().is_none() {
            let ran = Ran::of(&output, &["fmt"]);
            assert_eq!(ran.code, 2);
            assert!(ran.err.contains("can't be written"), "{}", ran.err);
            assert!(leftovers(&desk, "landscape").is_empty());
        }
        assert!(files.iter().all(|(path, old, new)| [old, new].contains(&&desk.read(path))));
        let largest = files.iter().max_by_key(|(_, old, _)| old.len()).unwrap();
        assert_eq!(desk.read(&largest.0), largest.1, "the largest can't have been written");
    }
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let untold = desk.command(&["check", "nergens"]).stderr(full()).status().unwrap();
    assert_eq!(untold.code(), Some(2), "also where it can't be told");
    for asked in ["--help", "--version"] {
        assert_eq!(desk.command(&[asked]).stdout(full()).status().unwrap().code(), Some(2), "{asked}");
    }
    let ran = desk.run(&["register", "-o", "/dev/full"]);
    assert_eq!(ran.code, 2, "no format by that name");
    assert!(fs::metadata("/dev/full").unwrap().len() == 0);
}

#[test]
fn a_small_disk_costs_no_file() {
    let (desk, files) = untidy();
    fs::create_dir(desk.path("disk")).unwrap();
    let mount = desk.path("disk");
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=900k", "tmpfs"])
        .arg(&mount)
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !mounted {
        eprintln!("skipped: this system doesn't let a test mount a small disk");
        return;
    }
    let name = |path: &str| mount.join(path.replace('/', "-"));
    for (path, old, _) in &files {
        fs::write(name(path), old).unwrap();
    }
    // Fill what is left, but for room for one small file.
    let ballast = vec![b'x'; 4096];
    let mut at = 0;
    while fs::write(mount.join(format!("ballast{at}")), &ballast).is_ok() {
        at += 1;
    }
    fs::remove_file(mount.join(format!("ballast{at}"))).unwrap();
    fs::remove_file(mount.join("ballast0")).unwrap();
    let ran = desk.run(&["fmt", "disk", "--lang", "en"]);
    let read = |path: &str| fs::read_to_string(name(path)).unwrap();
    let whole = files.iter().all(|(path, old, new)| [old, new].contains(&&read(path)));
    let left = leftovers(&desk, "disk");
    Command::new("umount").arg(&mount).status().unwrap();
    assert!(whole, "{}", ran.err);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn the_attachment_is_written_whole_or_not_at_all() {
    let desk = Desk::with(SMALLEST);
    // The page can't take its place: a folder stands there.
    fs::create_dir_all(desk.path("out/attachment.html")).unwrap();
    fs::write(desk.path("out/attachment.svg"), "old").unwrap();
    let ran = desk.run(&["report", "-o", "out"]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert_eq!(desk.read("out/attachment.svg"), "old");
    assert!(leftovers(&desk, "out").is_empty());
    // The disk is full after the first.
    fs::remove_dir(desk.path("out/attachment.html")).unwrap();
    fs::write(desk.path("out/attachment.html"), "old").unwrap();
    let output = limited(&desk, "trap '' XFSZ; ulimit -f 20", "report -o out").output().unwrap();
    let ran = Ran::of(&output, &["report"]);
    let read = ["out/attachment.svg", "out/attachment.html"].map(|path| desk.read(path).len());
    assert_eq!((ran.code, read), (2, [3, 3]), "{}", ran.out);
    assert!(leftovers(&desk, "out").is_empty());
}

#[test]
fn what_fails_leaves_no_folder_that_was_not_there() {
    let desk = Desk::with(SMALLEST);
    fs::create_dir(desk.path("there")).unwrap();
    for (command, folder) in [
        ("report -o new/deep", "new"),
        ("render -o new/deep", "new"),
        ("man -o new/deep", "new"),
        ("init new", "new"),
        ("render -o there/deep", "there/deep"),
    ] {
        let output = limited(&desk, "trap '' XFSZ; ulimit -f 0", command).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert!(!desk.path(folder).exists(), "{command}");
    }
    assert_eq!(desk.list("there"), [""; 0], "what was there stays");
}

#[test]
fn many_pictures_take_few_open_files() {
    let views = (0..100).map(|n| format!("[view.v{n}]\napplications = \"csam\"\n")).collect::<String>();
    let desk = Desk::with(format!("{SMALLEST}{views}"));
    for again in ["", ", over those that are there"] {
        let output = limited(&desk, "ulimit -n 64", "render -o out").output().unwrap();
        assert!(output.status.success(), "{}{again}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(desk.list("out").len(), 100);
    }
}

#[test]
fn a_folder_that_cannot_be_written_in_is_told() {
    let (desk, files) = untidy();
    let folder = desk.path("landscape");
    fs::set_permissions(desk.path(""), fs::Permissions::from_mode(0o777)).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    let is_root = fs::write(folder.join("probe"), "").is_ok();
    let arguments = ["fmt", "--lang", "en"];
    let ran = if is_root {
        fs::remove_file(folder.join("probe")).unwrap();
        desk.run_as_nobody(&arguments)
    } else {
        Some(desk.run(&arguments))
    };
    if ran.is_none() {
        eprintln!("skipped: whoever runs this may write anywhere, and nobody else can be had here");
    }
    if let Some(ran) = ran {
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("can't be written"), "{}", ran.err);
        assert!(files.iter().all(|(path, old, _)| desk.read(path) == *old));
    }
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    // A file where a folder should be stops everyone.
    let ran = desk.run(&["register", "-o", "readme.txt/out.csv"]);
    assert_eq!(ran.code, 2);
    assert_eq!(desk.read("readme.txt"), "");
}

#[test]
fn who_has_the_old_file_open_keeps_the_whole_of_it() {
    let (desk, files) = untidy();
    let (path, old, new) = &files[0];
    let mut open = fs::File::open(desk.path(path)).unwrap();
    assert_eq!(desk.run(&["fmt"]).code, 0);
    let mut text = String::new();
    open.read_to_string(&mut text).unwrap();
    assert_eq!(text, *old);
    assert_eq!(desk.read(path), *new);
}

#[test]
fn links_and_permissions_stay() {
    let desk = Desk::new([("elders/a.toml", "[landscape]\nname='X'\n"), ("landscape/readme.txt", "")]);
    std::os::unix::fs::symlink("../elders/a.toml", desk.path("landscape/a.toml")).unwrap();
    fs::set_permissions(desk.path("elders/a.toml"), fs::Permissions::from_mode(0o660)).unwrap();
    assert_eq!(desk.run(&["fmt"]).code, 0);
    assert!(desk.path("landscape/a.toml").is_symlink());
    assert_eq!(desk.read("elders/a.toml"), "[landscape]\nname = \"X\"\n");
    let mode = fs::metadata(desk.path("elders/a.toml")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o660);
}

#[test]
fn a_pipe_is_written_to_and_not_replaced() {
    let (desk, _) = untidy();
    let made = Command::new("mkfifo").arg(desk.path("pipe.csv")).status();
    if !made.is_ok_and(|status| status.success()) {
        eprintln!("skipped: no pipes here");
        return;
    }
    let mut command = desk.command(&["register", "-o", "pipe.csv"]);
    let child = command.stdout(Stdio::null()).spawn().unwrap();
    let text = fs::read_to_string(desk.path("pipe.csv")).unwrap();
    assert!(child.wait_with_output().unwrap().status.success());
    assert!(text.lines().count() > 1);
    assert!(fs::metadata(desk.path("pipe.csv")).unwrap().file_type().is_fifo());
}

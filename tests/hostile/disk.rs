//! Disks that loop, refuse or change while they are read: it is told, and the language server lives on.

#![cfg(unix)]

use std::{
    fs,
    io::{self, Write as _},
    os::unix::{fs::symlink, net::UnixListener},
    thread,
};

use serde_json::json;

use crate::{
    common::{Desk, SMALLEST},
    editor::QUIET,
    outputs::editor::Script,
    server::Server,
};

/// A landscape of one file, with more of them that `spoil` makes unreadable.
fn spoilt(spoil: impl FnOnce(&Desk)) -> Desk {
    let desk = Desk::with(SMALLEST);
    spoil(&desk);
    desk
}

#[test]
fn links_that_loop_or_lead_nowhere_are_passed_by_or_told() {
    let looping = [
        spoilt(|desk| symlink(".", desk.path("landscape/rond")).unwrap()),
        spoilt(|desk| symlink("../landscape", desk.path("landscape/rond")).unwrap()),
        spoilt(|desk| {
            fs::create_dir_all(desk.path("landscape/a/b")).unwrap();
            symlink("../..", desk.path("landscape/a/b/terug")).unwrap();
            symlink("a", desk.path("landscape/nog")).unwrap();
            symlink("a.toml", desk.path("landscape/b.toml")).unwrap();
        }),
    ];
    for desk in &looping {
        assert_eq!(desk.check(&[]).code, 0, "each file is read once");
        assert!(Server::of(desk).get("/").body.contains("Csam"));
    }
    let lost = [
        spoilt(|desk| symlink("zelf.toml", desk.path("landscape/zelf.toml")).unwrap()),
        spoilt(|desk| symlink("nergens", desk.path("landscape/nergens.toml")).unwrap()),
        spoilt(|desk| fs::create_dir(desk.path("landscape/map.toml")).unwrap()),
        spoilt(|desk| drop(UnixListener::bind(desk.path("landscape/bus.toml")).unwrap())),
    ];
    let codes: Vec<i32> = lost.iter().map(|desk| desk.run(&["check", "--lang", "en"]).code).collect();
    assert_eq!(codes, [2, 2, 0, 2], "a folder may be called as it likes");
}

#[test]
fn links_to_links_to_links_are_each_followed_once() {
    let desk = spoilt(|desk| {
        // Two ways from each folder to the next: 2^30 ways to the last.
        for at in 0..30 {
            let folder = desk.path(&format!("landscape/d{at}"));
            fs::create_dir(&folder).unwrap();
            for name in ["a", "b"] {
                symlink(format!("../d{}", at + 1), folder.join(name)).unwrap();
            }
        }
        desk.put("landscape/d30/b.toml", "[application.los]\nname = 'Los'\n");
    });
    let ran = desk.check(&[]);
    assert_eq!((ran.code, &ran.json()["summary"]["applications"]), (0, &json!(3)), "{}", ran.err);
}

#[test]
fn a_proposed_change_cannot_make_a_build_show_what_lies_elsewhere() {
    let secret = "extraheader = AUTHORIZATION: basic eC1h";
    let leading = |target: &str| {
        let desk = spoilt(|desk| {
            desk.put(".git/config", secret);
            desk.put(".env", secret);
            desk.put("shared/b.toml", "[party.krant]\nname = 'Krant'\n");
            symlink(target, desk.path("landscape/z.toml")).unwrap();
        });
        desk.run(&["check", "--lang", "en"])
    };
    for target in ["../.git/config", "../.env", "/proc/self/environ", "/etc/passwd"] {
        let ran = leading(target);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{target}");
        assert!(ran.err.contains("`landscape/z.toml` is a link that leads out"), "{}", ran.err);
    }
    assert_eq!(leading("../shared/b.toml").code, 0, "what is in the repository may be shared");
}

#[test]
fn a_baseline_that_never_ends_is_told() {
    let desk = spoilt(|desk| symlink("/dev/zero", desk.path("base.json")).unwrap());
    let ran = desk.run(&["check", "--baseline", "base.json", "--lang", "en"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("the baseline `base.json` can't be read: file too large"), "{}", ran.err);
}

#[test]
fn what_may_not_be_read_is_told_and_nothing_is_judged_without_it() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |desk: &Desk, path: &str, mode| {
        fs::set_permissions(desk.path(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    let spoilt = |path: &str| {
        let desk = Desk::new([("landscape/a.toml", SMALLEST), ("landscape/sub/b.toml", "")]);
        mode(&desk, "", 0o777);
        mode(&desk, path, 0o000);
        let ran = desk.run_as_nobody(&["check"]);
        mode(&desk, path, 0o755);
        ran
    };
    for path in ["landscape/a.toml", "landscape/sub", "landscape"] {
        let Some(ran) = spoilt(path) else {
            eprintln!("skipped: nobody else can be had here");
            return;
        };
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{path}: {}", ran.err);
        assert!(ran.err.contains(path) && ran.err.contains("denied"), "{path}: {}", ran.err);
    }
}

#[test]
fn a_file_that_is_written_meanwhile_is_read_whole_or_told() {
    // Each line is a comment but for the last: half of it can be told from the whole.
    let text = |round: usize| format!("{}{SMALLEST}", format!("# {round}\n").repeat(20_000));
    let desk = Desk::with(text(0));
    thread::scope(|scope| {
        let busy = scope.spawn(|| {
            for round in 0..200 {
                let mut file = fs::File::create(desk.path("landscape/a.toml")).unwrap();
                text(round).as_bytes().chunks(16_384).try_for_each(|part| file.write_all(part)).unwrap();
            }
        });
        while !busy.is_finished() {
            let ran = desk.check(&[]);
            // What was cut short says so: it can't pass without what comes last.
            assert!(ran.code != 0 || ran.json()["summary"]["links"] == 1, "{}", ran.out);
        }
    });
    assert_eq!(desk.check(&[]).code, 0, "when it is done it is read");
}

#[test]
fn an_editor_whose_folder_changes_under_it_is_answered_on() -> io::Result<()> {
    let desk = Desk::with(SMALLEST);
    let root = format!("file://{}", desk.path("").display());
    let file = format!("{}/landscape/a.toml", root.trim_end_matches('/'));
    let mut script = Script::open(&root, &file, SMALLEST, QUIET);
    symlink(".", desk.path("landscape/rond"))?;
    symlink("zelf.toml", desk.path("landscape/zelf.toml"))?;
    let touched = json!({ "changes": [{ "uri": format!("{file}/../zelf.toml"), "type": 1 }, { "uri": file, "type": 3 }] });
    script.tell("workspace/didChangeWatchedFiles", &touched);
    let place = json!({ "textDocument": { "uri": file }, "position": { "line": 6, "character": 15 } });
    script.ask("textDocument/hover", &place);
    script.tell("textDocument/didClose", &json!({ "textDocument": { "uri": file } }));
    script.ask("workspace/symbol", &json!({ "query": "" }));
    let heard = script.heard();
    let told = heard.iter().filter_map(|it| it["result"]["contents"]["value"].as_str());
    assert_eq!(told.filter(|it| it.starts_with("**Csam**")).count(), 1);
    let said = heard.iter().any(|it| it["params"]["message"].to_string().contains("zelf.toml"));
    assert!(said, "what can't be read is told");
    Ok(())
}

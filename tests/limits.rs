//! What takes too long, is too large or never ends is stopped with advice, and what stops half-way leaves nothing.

mod common;

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use common::{Desk, SMALLEST, crowd};

#[test]
fn a_picture_that_takes_too_long_is_stopped_and_the_advice_says_how_to_split_it() {
    let desk = Desk::with(crowd(700, 2_100));
    let ran = desk.run(&["render", "-o", "out", "--view", "alles", "--time-limit", "1", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("longer than 1 seconds"), "{}", ran.err);
    assert!(ran.err.contains("`[view.*]` for each domain"), "{}", ran.err);
    assert!(desk.list("out").is_empty(), "nothing half-made is left");
}

#[cfg(unix)]
#[test]
fn an_installed_graphviz_that_takes_too_long_is_stopped_too() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with(SMALLEST);
    desk.put("bin/dot", "#!/bin/sh\nexec sleep 600\n");
    std::fs::set_permissions(desk.path("bin/dot"), std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", desk.path("bin").display(), std::env::var("PATH").unwrap());
    let arguments = ["render", "-o", "out", "--engine", "dot", "--time-limit", "1", "--lang", "en"];
    let output = desk.command(&arguments).env("PATH", path).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("longer than 1 seconds"), "{said}");
    assert!(!desk.path("out").exists());
}

#[test]
fn laying_out_apart_gives_the_same_picture() {
    use koppelkaart::{
        analysis::{Levels, Options, analyze},
        graph::FlowGraph,
        source::Sources,
        view::{self, Engine},
    };
    let desk = Desk::with(SMALLEST);
    assert_eq!(desk.run(&["render", "-o", "out", "--date", "2026-11-01"]).code, 0);
    let mut sources = Sources::default();
    sources.add("landscape/a.toml", SMALLEST);
    let today = jiff::civil::date(2026, 11, 1);
    let analysis = analyze(&sources, &Options { date: None, today, lang: None, levels: Levels::default() });
    let graph = FlowGraph::new(&analysis.landscape);
    for plan in view::plans(&analysis.landscape) {
        let here = view::svg(&view::compose(&analysis, &graph, &plan), Engine::Embedded).unwrap().svg;
        assert_eq!(desk.read(&format!("out/{}.svg", plan.name)), here, "{}", plan.name);
    }
}

#[test]
fn whoever_starts_the_layout_by_hand_is_told_that_it_is_not_for_people() {
    let ran = Desk::with(SMALLEST).run(&["lay-out"]);
    assert_eq!((ran.code, &*ran.out), (2, ""));
    assert!(ran.err.contains("only this program itself uses `lay-out`"), "{}", ran.err);
}

#[test]
fn a_child_that_nobody_listens_to_any_more_ends() {
    let desk = Desk::with("");
    let mut child = desk.command(&["lay-out"]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let edges: String = (0..4_000).map(|n| format!("n{}->n{};", n % 997, n * 31 % 991)).collect();
    let task = serde_json::json!([{ "dot": format!("digraph {{ {edges} }}"), "by_force": false }]);
    let mut stdin = child.stdin.take().unwrap();
    writeln!(stdin, "{task}").unwrap();
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(2), "it stopped before it was done");
}

#[cfg(unix)]
#[test]
fn a_pipe_or_device_that_lies_in_the_folder_is_refused_instead_of_read_for_ever() {
    let desk = Desk::with(SMALLEST);
    std::os::unix::fs::symlink("/dev/zero", desk.path("landscape/b.toml")).unwrap();
    let ran = desk.run(&["check", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`landscape/b.toml` is no ordinary file"), "{}", ran.err);

    let desk = Desk::with(SMALLEST);
    assert!(Command::new("mkfifo").arg(desk.path("landscape/b.toml")).status().unwrap().success());
    let ran = desk.run(&["check", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("is no ordinary file"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_device_that_is_asked_for_by_name_is_read_no_further_than_any_landscape_goes() {
    let ran = Desk::with("").run(&["check", "/dev/zero", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("longer than 1 GiB"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn folders_that_lead_to_themselves_are_read_once() {
    let desk = Desk::with(SMALLEST);
    std::os::unix::fs::symlink(".", desk.path("landscape/again")).unwrap();
    std::os::unix::fs::symlink("..", desk.path("landscape/up")).unwrap();
    let ran = desk.check(&[]);
    assert_eq!((ran.code, ran.rules()), (0, Vec::new()));
}

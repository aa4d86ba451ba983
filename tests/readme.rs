//! What the README shows is what the program prints.

use std::{fs, process::Command};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn readme() -> String {
    fs::read_to_string(format!("{ROOT}/README.md")).expect("there is a README").replace("\r\n", "\n")
}

/// The block of code after `<!-- name -->`.
fn block(name: &str) -> String {
    let readme = readme();
    let after = readme.split(&format!("<!-- {name} -->\n")).nth(1).expect("the block is there");
    let code = after.split_once('\n').expect("a fence").1;
    code.split("```").next().expect("an end").to_owned()
}

/// Runs the program in a folder, in Dutch, as in a pipe; gives its exit code and standard output.
fn run(folder: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_koppelkaart"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("COLUMNS")
        .env_remove("NO_GRAPHICS")
        .output()
        .expect("it runs");
    (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn the_smallest_landscape_passes_and_breaking_it_looks_as_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_str().expect("UTF-8");
    let smallest = block("smallest");
    fs::write(folder.path().join("klein.toml"), &smallest).expect("it can be written");
    assert_eq!(run(path, &["check", "klein.toml"]).0, Some(0));

    let broken = smallest.replace("\"https\"", "\"ftp\"");
    assert_ne!(broken, smallest);
    fs::write(folder.path().join("klein.toml"), broken).expect("it can be written");
    let (code, printed) = run(path, &["check", "klein.toml"]);
    assert_eq!(code, Some(1));
    assert!(printed.starts_with(&block("broken")), "{printed}");
}

#[test]
fn the_verdict_on_the_example_is_as_shown() {
    let (code, printed) = run(ROOT, &["check", "landscape"]);
    assert_eq!(code, Some(1));
    assert!(printed.contains(&block("render")), "{printed}");
}

#[test]
fn the_two_commands_stand_in_the_readme_and_the_second_is_what_the_build_runs() {
    let readme = readme();
    assert!(readme.contains("cargo run --release -- report landscape -o diagrams"));
    assert!(readme.contains("\ncargo test "));
    let ci = fs::read_to_string(format!("{ROOT}/.ci/run")).expect("there is a build script");
    assert!(ci.lines().any(|line| line == "cargo test"));
}

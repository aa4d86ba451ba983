//! Starts a new rule: `cargo new-rule NAME [GROUP]` writes `src/rules/NAME.rs` and its two lines in `src/rules/mod.rs`.

use std::{
    env,
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

use koppelkaart::{finding::Group, rules::ALL};
use tempfile::NamedTempFile;

const USAGE: &str =
    "usage: cargo new-rule NAME [security | responsibility | lawfulness | flow | accountability]";
const TEMPLATE: &str = include_str!("../src/rules/template.rs");

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (name, group) = match &arguments[..] {
        [name] => (name, Group::Security),
        [name, group] => (name, group_of(group).ok_or_else(|| io::Error::other(USAGE))?),
        _ => return Err(io::Error::other(USAGE)),
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    start(&folder, name, group).map_err(io::Error::other)?;
    println!(
        "src/rules/{}.rs is there, and it is in src/rules/mod.rs.\n\
         Fill in every TODO, and put a caret under what each example is wrong at. These tell what is left:\n\n    \
         cargo test --test new_rule --test rules\n\n\
         Read src/rules/example.toml for what every example may refer to, and docs/testing.md for the rest.",
        stem(name)
    );
    Ok(())
}

/// The group of this name.
#[must_use]
pub fn group_of(name: &str) -> Option<Group> {
    Some(match name {
        "security" => Group::Security,
        "responsibility" => Group::Responsibility,
        "lawfulness" => Group::Lawfulness,
        "flow" => Group::Flow,
        "accountability" => Group::Accountability,
        _ => return None,
    })
}

/// Writes the file of a rule and its lines in `mod.rs`: both or neither.
///
/// # Errors
/// In words, when the name won't do or there is one already, or when a file can't be read or written.
pub fn start(folder: &Path, name: &str, group: Group) -> Result<(), String> {
    if !is_name(name) {
        return Err(format!(
            "`{name}` won't do: it names the problem in two or more small words, such as `unsecured-link`"
        ));
    }
    let said = |error: io::Error, path: &Path| format!("{}: {error}", path.display());
    let (rule, list) = (folder.join(format!("{}.rs", stem(name))), folder.join("mod.rs"));
    let before = fs::read_to_string(&list).map_err(|error| said(error, &list))?;
    let after = listed(&before, name, group).ok_or("`mod.rs` doesn't list the rules as it did")?;
    let mut replacement = NamedTempFile::new_in(folder).map_err(|error| said(error, folder))?;
    replacement.write_all(after.as_bytes()).map_err(|error| said(error, &list))?;
    let mut file = File::create_new(&rule).map_err(|error| said(error, &rule))?;
    let written = file.write_all(text(name, group).as_bytes()).map_err(|error| said(error, &rule));
    written
        .and_then(|()| replacement.persist(&list).map(drop).map_err(|it| said(it.error, &list)))
        .inspect_err(|_| {
            // Half a rule is worse than none.
            let _ = fs::remove_file(&rule);
        })
}

/// Whether this can be the id of a rule: two or more small words with dashes between them.
#[must_use]
pub fn is_name(name: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty() && word.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
    };
    name.starts_with(|it: char| it.is_ascii_lowercase()) && name.contains('-') && name.split('-').all(word)
}

/// The name of the file and module of a rule.
fn stem(name: &str) -> String {
    name.replace('-', "_")
}

/// What the file of a rule starts as.
#[must_use]
pub fn text(name: &str, group: Group) -> String {
    TEMPLATE.replace("TEMPLATE", name).replace("Group::Security", &format!("Group::{group:?}"))
}

/// `mod.rs` with a rule in it: its module by the alphabet, itself as the last of its group.
#[must_use]
pub fn listed(list: &str, name: &str, group: Group) -> Option<String> {
    let is_rule = |module: &str| ALL.iter().any(|rule| stem(rule.info.id) == module);
    let module =
        |line: &str| line.strip_prefix("mod ")?.strip_suffix(';').filter(|it| is_rule(it)).map(str::to_owned);
    let before = ALL.iter().rev().find(|rule| rule.info.group as usize <= group as usize)?;
    let before = format!("    &{}::RULE,", stem(before.info.id));
    let mut lines: Vec<String> = list.lines().map(str::to_owned).collect();
    let stem = stem(name);
    let later = lines.iter().position(|line| module(line).is_some_and(|it| it > stem));
    let at = later.or_else(|| lines.iter().rposition(|line| module(line).is_some()).map(|last| last + 1))?;
    lines.insert(at, format!("mod {stem};"));
    let at = lines.iter().position(|line| *line == before)?;
    lines.insert(at + 1, format!("    &{stem}::RULE,"));
    Some(lines.join("\n") + "\n")
}

//! What is read line by line or as data: terminals, logs, JSON and `JUnit`.

use koppelkaart::text::is_unsafe;
use serde_json::Value;

use super::must;

/// A terminal does with it what it should: show it. A tab, in a line that is quoted, is just a blank.
pub fn plain(text: &str) -> Result<(), String> {
    let obeyed = text.chars().find(|it| is_unsafe(*it) && !matches!(it, '\n' | '\t'));
    must(obeyed.is_none(), || format!("a terminal would obey {obeyed:?} in\n{text}"))
}

/// The same once colours are taken out; nothing else that starts with ESC is.
pub fn colored(text: &str) -> Result<(), String> {
    let mut parts = text.split("\u{1b}[");
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let after = part.trim_start_matches(|it: char| it.is_ascii_digit() || it == ';');
        let shown = after.strip_prefix('m').ok_or_else(|| format!("no colour: {part:?}"))?;
        rest.push_str(shown);
    }
    plain(&rest)
}

/// One value, in characters that upset nobody who looks at it.
pub fn json(text: &str) -> Result<(), String> {
    plain(text)?;
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    must(value.is_object() || value.is_array(), || "no object or list".to_owned())
}

/// As many workflow commands as there are findings, each of them ours. The runner takes `::name` where a line starts,
/// and `##[name]` anywhere on it.
pub fn commands(text: &str, count: usize) -> Result<(), String> {
    plain(text)?;
    let mut found = 0;
    for line in text.lines() {
        let Some(rest) = line.trim_start().strip_prefix("::") else {
            must(!line.contains("##["), || format!("an old command: {line}"))?;
            continue;
        };
        let name = rest.split([' ', ':']).next().unwrap_or_default();
        must(["error", "warning", "notice"].contains(&name), || format!("a command of others: {line}"))?;
        found += 1;
    }
    must(found == count, || format!("{found} commands for {count} findings\n{text}"))
}

/// A report that Jenkins and GitLab can read, with as many failures as there are findings that fail.
pub fn junit(text: &str, failed: usize) -> Result<(), String> {
    let read = junit_parser::from_reader(text.as_bytes()).map_err(|error| format!("{error}\n{text}"))?;
    let cases = read.suites.iter().flat_map(|suite| &suite.cases);
    let count = cases.filter(|case| case.status.is_failure()).count();
    must(count == failed, || format!("{count} failures for {failed}"))?;
    let document = roxmltree::Document::parse(text).map_err(|error| error.to_string())?;
    let known =
        ["testsuites", "testsuite", "testcase", "failure", "skipped", "properties", "property", "system-out"];
    for node in document.descendants() {
        let name = node.tag_name().name();
        must(!node.is_element() || known.contains(&name), || format!("<{name}>"))?;
        must(!node.is_comment() && !node.is_pi(), || format!("{node:?}"))?;
    }
    Ok(())
}

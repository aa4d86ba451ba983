//! Workflow commands, read as GitHub's runner reads them.

use koppelkaart::{report::github, text::on_one_line};
use serde_json::Value;

use crate::landscapes::{HOSTILE, Judged, accepted, all, example, hostile};

/// A command as the runner understands it.
#[derive(Debug)]
struct Command {
    name: String,
    properties: Vec<(String, String)>,
    message: String,
}

impl Command {
    fn get(&self, key: &str) -> Option<&str> {
        self.properties.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }
}

/// Reads a line as the runner does (`ActionCommand.TryParseV2` and `TryParse`): `::name key=value,…::message`, or
/// `##[name key=value;…]message` anywhere on the line.
fn command(line: &str) -> Option<Command> {
    let line = line.trim_start();
    let Some(rest) = line.strip_prefix("::") else {
        let rest = line.split_once("##[")?.1;
        let name = rest.split([' ', ']']).next().unwrap_or_default().to_owned();
        return Some(Command { name, properties: Vec::new(), message: String::new() });
    };
    let (head, message) = rest.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let meant = |text: &str| {
        let text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",");
        text.replace("%25", "%")
    };
    let properties = properties.split(',').filter_map(|it| it.split_once('='));
    let properties = properties.map(|(key, value)| (key.to_owned(), meant(value))).collect();
    let message = message.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    Some(Command { name: name.to_owned(), properties, message })
}

fn log(judged: &Judged) -> String {
    judged.print(github::write)
}

fn commands(judged: &Judged) -> Vec<Command> {
    log(judged).lines().filter_map(command).collect()
}

#[test]
fn each_finding_is_one_command_and_nothing_else_is() {
    for judged in all() {
        let told = commands(&judged);
        let told: Vec<_> = told.iter().map(|it| (it.get("file"), it.get("line"), first_line(it))).collect();
        for found in judged.findings() {
            let line = found["line"].to_string();
            let message = found["message"].as_str().expect("a text");
            // A path that a terminal would obey is no longer quite the path.
            let file = on_one_line(found["file"].as_str().expect("a path"));
            let same = |it: &&(Option<&str>, Option<&str>, &str)| {
                it.0 == Some(&*file) && it.1 == Some(&*line) && it.2.starts_with(message)
            };
            assert!(told.iter().any(|it| same(&it)), "{}: {found} in {told:?}", judged.name);
        }
        assert_eq!(told.len(), judged.findings().len(), "{}", judged.name);
    }
}

fn first_line(command: &Command) -> &str {
    command.message.lines().next().unwrap_or_default()
}

#[test]
fn columns_are_given_of_one_line_only() {
    for judged in all() {
        for command in commands(&judged) {
            let one_line = command.get("line") == command.get("endLine");
            assert_eq!(command.get("col").is_some(), one_line, "{command:?}");
            assert_eq!(command.get("endColumn").is_some(), one_line, "{command:?}");
        }
    }
}

#[test]
fn names_give_no_commands() {
    for name in HOSTILE {
        let judged = hostile(name);
        let names: Vec<_> = commands(&judged).into_iter().map(|it| it.name).collect();
        assert!(
            names.iter().all(|name| ["error", "warning", "notice"].contains(&name.as_str())),
            "{names:?}"
        );
        assert_eq!(names.len(), judged.analysis.findings.len(), "{name}");
    }
}

#[test]
fn the_worst_comes_first_since_github_shows_ten_of_a_kind() {
    for judged in all() {
        let rank =
            |command: &Command| ["error", "warning", "notice"].iter().position(|it| *it == command.name);
        let ranks: Vec<_> = commands(&judged).iter().map(rank).collect();
        assert!(ranks.is_sorted(), "{}: {ranks:?}", judged.name);
    }
    let many = example();
    let (deny, warn) = (many.analysis.summary.deny, many.analysis.summary.warn);
    assert!(
        log(&many).contains(&format!("{deny} fouten, {warn} waarschuwingen")),
        "it says how many there are"
    );
    assert!(!log(&accepted()).contains("GitHub toont"), "nothing is left out of a few");
}

#[test]
fn what_is_accepted_or_known_is_only_noticed() {
    let count = |judged: &Judged, kind: &str| commands(judged).iter().filter(|it| it.name == kind).count();
    let judged = accepted();
    assert_eq!(count(&judged, "notice"), judged.analysis.summary.accepted);
    assert_eq!(count(&judged, "error"), judged.analysis.summary.deny);
    let debt = accepted().since(&accepted());
    assert_eq!(count(&debt, "error"), 0);
    assert_eq!(count(&debt, "notice"), debt.analysis.summary.accepted + debt.analysis.summary.known);
}

#[test]
fn the_log_ends_with_the_verdict() {
    for judged in all() {
        let log = log(&judged);
        let verdict = koppelkaart::sentence::verdict(&judged.analysis);
        let outcome = koppelkaart::sentence::outcome(&judged.analysis);
        assert!(log.contains(&verdict) && log.trim_end().ends_with(&outcome), "{log}");
    }
}

#[test]
fn a_finding_tells_how_to_mend_it() {
    let findings = accepted().findings();
    let unsecured = |it: &&Value| it["rule"] == "unsecured-link";
    assert_eq!(findings.iter().filter(unsecured).count(), 2);
    let rule = koppelkaart::rules::find("unsecured-link").expect("it exists");
    let told = commands(&accepted()).iter().filter(|it| it.message.contains(rule.mend.nl)).count();
    assert_eq!(told, 2);
}

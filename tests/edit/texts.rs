//! Landscapes to try things on, and what they say whatever it looks like.

use std::fmt::Debug;

use koppelkaart::{
    load::{files, load},
    rules::ALL,
    source::Sources,
};

pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");
pub const SHARED: &str = include_str!("../../src/rules/example.toml");

/// The landscape that an example of a rule is shown in: the shared one, and its own.
pub fn with_example(toml: &str) -> Sources {
    let mut sources = Sources::default();
    sources.add("shared.toml", SHARED);
    sources.add("example.toml", toml);
    sources
}

/// Every text at hand: the example landscape, the examples of the rules, and a made-up municipality.
pub fn all() -> Vec<String> {
    let example = files::read(format!("{ROOT}/landscape").as_str().into(), ROOT.into()).expect("read");
    let mut texts: Vec<_> = example.iter().map(|(_, source)| source.text().to_owned()).collect();
    texts.push(SHARED.to_owned());
    texts.extend(ALL.iter().flat_map(|rule| rule.info.examples).map(|example| example.toml.to_owned()));
    texts.extend(super::synthetic::landscape(60, 120, 7).files.into_iter().map(|(_, text)| text));
    texts
}

/// What a file says, but for where: its tables, and what is wrong with them.
pub fn meaning(text: &str) -> String {
    let mut sources = Sources::default();
    sources.add("a.toml", text);
    meaning_of(&sources)
}

/// What a landscape says, but for where.
pub fn meaning_of(sources: &Sources) -> String {
    let loaded = load(sources);
    let mut problems: Vec<_> =
        loaded.problems.iter().map(|it| format!("{} {}", it.subject, placeless(&it.fault))).collect();
    problems.sort();
    format!("{}\n{}", placeless(&loaded.landscape), problems.join("\n"))
}

/// The debug form of something, without places in files.
fn placeless(thing: &impl Debug) -> String {
    let whole = format!("{thing:?}");
    let mut parts = whole.split("Location {");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once('}').map_or("", |(_, after)| after));
    }
    kept
}

//! However much is wrong with a table, all of it is told, and the table is read a handful of times.

use std::cell::Cell;

use serde::{Deserialize, Deserializer};

use super::*;
use crate::model::Policy;

thread_local! {
    static ROUNDS: Cell<usize> = const { Cell::new(0) };
}

/// A table that counts how often it was read.
struct Counted;

impl<'de> Deserialize<'de> for Counted {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ROUNDS.set(ROUNDS.get() + 1);
        Policy::deserialize(deserializer).map(|_| Self)
    }
}

/// How often a policy was read, and what is wrong with it.
fn read_counted(text: &str) -> (usize, Vec<Problem>) {
    let names = Names::default();
    let source = crate::source::Sources::default().add("a.toml", text.to_owned());
    let header = Location { source, start: 0, end: 0 };
    let (title, telling) = ("[policy.p]", &["reason"][..]);
    let place = Place { names: &names, source, base: 0, header, title, subject: "p", telling };
    ROUNDS.set(0);
    let table = DeTable::parse(text).expect("TOML");
    let problems = read::<Counted>(table.get_ref(), place).problems;
    (ROUNDS.get(), problems)
}

/// That many different words, each made by `word` from its number.
fn many(word: impl Fn(usize) -> String, between: &str) -> String {
    (0..1000).map(word).collect::<Vec<_>>().join(between)
}

#[test]
fn what_is_wrong_in_a_list_takes_one_more_look() {
    let unknown = many(|n| format!("\"d{n}\""), ", ");
    let (rounds, problems) = read_counted(&format!("reason = \"r\"\ndata = [{unknown}]"));
    assert_eq!(rounds, 2);
    let ids: Vec<_> = problems.iter().map(|problem| &problem.fault).collect();
    let expected: Vec<_> = (0..1000)
        .map(|n| Fault::UnknownReference {
            id: format!("d{n}"),
            wanted: super::super::problem::Wanted::Kind(crate::model::Kind::Data),
            near: None,
            other: None,
        })
        .collect();
    assert_eq!(ids, expected.iter().collect::<Vec<_>>());
}

#[test]
fn unknown_keys_take_no_more_looks() {
    for (before, key, after) in
        [("", "k{} = 1", ""), ("never_reaches.", "k{} = 1", ""), ("never_reaches = {", "k{} = 1", "}")]
    {
        let between = if after.is_empty() { format!("\n{before}") } else { ", ".to_owned() };
        let keys = many(|n| key.replace("{}", &n.to_string()), &between);
        let (rounds, problems) = read_counted(&format!("reason = \"r\"\n{before}{keys}{after}"));
        assert_eq!((rounds, problems.len()), (1, 1000), "{before}{key}{after}");
    }
}

#[test]
fn every_kind_of_fault_at_once() {
    let words = many(|n| format!("\"d{n}\""), ", ");
    let numbers = many(|n| n.to_string(), ", ");
    let keys = many(|n| format!("k{n} = 1"), "\n");
    let (rounds, problems) = read_counted(&format!(
        "data = [{words}]\nfrom = [{numbers}]\nclass = \"x\"\n{keys}\n\
         never_reaches = {{ country_outside = [{words}], party = [{words}], domain = [{numbers}] }}"
    ));
    // Each of the six values that are wrong, the key that is missing, and what is left.
    assert_eq!((rounds, problems.len()), (8, 6 * 1000 + 1 + 1));
}

#[test]
fn each_place_is_told_once_and_belongs_to_its_key() {
    let (_, problems) =
        read_counted("reason = 1\nclass = [1]\nfrom = [1, [2], {}]\nnever_reaches = { domain = [3] }");
    let mut keys = Vec::new();
    for problem in &problems {
        match &problem.fault {
            Fault::InvalidValue { key, .. } => keys.push(key.as_str()),
            other => panic!("{other:?}"),
        }
    }
    keys.sort_unstable();
    assert_eq!(keys, ["class", "from", "from", "from", "never_reaches", "reason"]);
}

#[test]
fn a_fault_belongs_to_its_key_however_that_is_written() {
    for text in ["never_reaches = { domain = 3 }", "never_reaches.domain = 3", "[never_reaches]\ndomain = 3"]
    {
        let (_, problems) = read_counted(&format!("reason = \"r\"\n{text}"));
        let [Problem { fault: Fault::InvalidValue { key, .. }, .. }] = &problems[..] else {
            panic!("{text}: {problems:?}")
        };
        assert_eq!(key, "never_reaches", "{text}");
    }
}

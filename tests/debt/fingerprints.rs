//! What a fingerprint survives, and what it doesn't.

use std::collections::BTreeSet;

use camino::Utf8Path;
use koppelkaart::{
    analysis::{
        Levels, Options, analyze,
        fingerprint::{Fingerprint, fingerprints},
    },
    load::{cut::cut, files},
    source::Sources,
    text::Lang,
};
use proptest::prelude::*;

use super::{INDEBTED, ONE_MORE};

fn judge(texts: &[String]) -> Vec<(&'static str, Fingerprint)> {
    let mut sources = Sources::default();
    for (number, text) in texts.iter().enumerate() {
        sources.add(format!("{number}.toml"), text.as_str());
    }
    let today = jiff::civil::date(2026, 11, 1);
    let options = Options { date: None, today, lang: Some(Lang::Nl), levels: Levels::default() };
    let analysis = analyze(&sources, &options);
    let rules = analysis.findings.iter().map(|finding| finding.rule.id);
    rules.zip(fingerprints(&analysis, &sources)).collect()
}

/// The fingerprints of a landscape, with what each consists of, whatever order they come in.
fn prints(texts: &[String]) -> BTreeSet<String> {
    let told = |(rule, print): (&str, Fingerprint)| {
        let mut parts = print.parts;
        parts.sort();
        format!("{rule} {} {} {parts:?}", print.code, print.subject)
    };
    judge(texts).into_iter().map(told).collect()
}

/// The tables of the example landscape, and of one with every kind of debt.
fn tables() -> Vec<String> {
    let sources = files::read(Utf8Path::new("landscape"), Utf8Path::new(".")).unwrap();
    let pieces = |text: &str| cut(text).into_iter().map(|it| text[it.range].to_owned()).collect::<Vec<_>>();
    sources.iter().flat_map(|(_, file)| pieces(file.text())).collect()
}

/// Gives everything with a name another name.
fn renamed(table: &str) -> String {
    let rename = |line: &str| match line.strip_prefix("name = ") {
        Some(_) => "name = \"Anders\"\n".to_owned(),
        None => format!("{line}\n"),
    };
    table.lines().map(rename).collect()
}

#[test]
fn no_two_findings_of_the_example_share_one() {
    let all = judge(&tables());
    let codes: BTreeSet<_> = all.iter().map(|(_, print)| print.code.clone()).collect();
    assert!(all.len() > 100, "the example has findings");
    assert_eq!(codes.len(), all.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn they_survive_another_order_other_files_other_lines_and_other_names(
        (tables, files) in Just(tables()).prop_shuffle().prop_flat_map(|tables| {
            let count = tables.len();
            (Just(tables), prop::collection::vec(0..4_usize, count))
        })
    ) {
        let mut texts = vec!["# Verplaatst\n\n".to_owned(); 4];
        for (table, file) in tables.iter().zip(files) {
            texts[file] += "# Een regel erbij\n\n";
            texts[file] += &renamed(table);
            texts[file] += "\n";
        }
        let (after, before) = (prints(&texts), prints(&super::fingerprints::tables()));
        let changed: Vec<_> = after.symmetric_difference(&before).collect();
        prop_assert!(changed.is_empty(), "{changed:#?}");
    }
}

/// The code of one rule's one finding.
fn code_of(rule: &str, landscape: &str) -> String {
    let all = judge(&[landscape.to_owned()]);
    let found: Vec<_> = all.into_iter().filter(|(found, _)| *found == rule).collect();
    let [(_, print)] = &*found else { panic!("{rule}: {found:?}") };
    print.code.clone()
}

#[test]
fn they_change_with_what_the_rule_looks_at_and_with_nothing_else() {
    let code = |from, to| {
        let changed = INDEBTED.replace(from, to);
        assert!(from == to || changed != INDEBTED, "{from} is there");
        code_of("insecure-protocol", &changed)
    };
    let before = code("", "");
    assert_eq!(before, code("protocol = \"ftp\"\n", "protocol = \"ftp\"\nfrequency = \"dagelijks\"\n"));
    assert_eq!(before, code("data = \"naw\"", "data = [\"naw\"]"));
    assert_ne!(before, code("\"ftp\"", "\"http\""));
    assert_ne!(before, code("data = \"naw\"", "data = [\"naw\", \"gezondheid\"]"));
    // What the category is worth counts too.
    let sensitive = INDEBTED.replace("class = \"personal\"", "class = \"special-category\"");
    assert_ne!(before, code_of("insecure-protocol", &sensitive));
}

#[test]
fn one_finding_on_several_links_keeps_its_code_and_names_each() {
    let rule = "missing-processor-agreement";
    let of = |landscape: &str| {
        let all = judge(&[landscape.to_owned()]);
        all.into_iter().find(|(found, _)| *found == rule).unwrap().1
    };
    let (one, two) = (of(INDEBTED), of(&format!("{INDEBTED}{ONE_MORE}")));
    assert_eq!(one.code, two.code);
    assert_eq!(one.parts, ["csam->suite"]);
    assert_eq!(two.parts, ["csam->suite", "indicaties"]);
}

#[test]
fn links_that_are_the_same_in_everything_are_counted() {
    let link = &INDEBTED[INDEBTED.find("[[link]]").unwrap()..];
    let found = judge(&[format!("{INDEBTED}{link}")]);
    let codes = found.iter().filter(|(rule, _)| *rule == "insecure-protocol").map(|(_, print)| &print.code);
    let codes: BTreeSet<_> = codes.collect();
    assert_eq!(codes.len(), 2);
    assert!(codes.contains(&code_of("insecure-protocol", INDEBTED)));
}

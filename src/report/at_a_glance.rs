//! All rules in one table: what makes each speak and what it must stay silent on, as its own examples say, which
//! are its tests.

use super::rules::by_group;
use crate::{
    finding::{Example, RuleInfo},
    say,
    text::{Lang, capitalised},
};

/// The table, as Markdown.
#[must_use]
pub fn table(lang: Lang) -> String {
    let head = say!(
        lang,
        en: "| rule | speaks | is silent |\n| --- | --- | --- |\n",
        nl: "| regel | spreekt | zwijgt |\n| --- | --- | --- |\n",
    );
    let rules = by_group().into_iter().flat_map(|(_, rules)| rules);
    rules.fold(head, |table, rule| table + &row(rule, lang))
}

fn row(rule: &RuleInfo, lang: Lang) -> String {
    let cell = |fires: bool| {
        let examples = rule.examples.iter().filter(|example| example.fires() == fires);
        examples.map(|example| told(example, lang)).collect::<Vec<_>>().join("<br>")
    };
    let id = rule.id;
    format!("| [`{id}`](#{id}) | {} | {} |\n", cell(true), cell(false))
}

/// What an example shows, and as of when.
fn told(example: &Example, lang: Lang) -> String {
    let shows = capitalised(example.shows.to(lang)).replace('|', "\\|");
    example.date.map_or(shows.clone(), |date| format!("{shows} ({date})"))
}

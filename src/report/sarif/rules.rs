//! The rules as a SARIF log describes them, so that who sees a finding can read why it matters.

use serde_json::json;

use super::{
    format::{Configuration, Descriptor, Message},
    level, plain,
};
use crate::{
    finding::RuleInfo,
    report::{rules::explain, standing::sentence},
    rules::ALL,
    text::{Lang, capitalised},
};

/// GitHub refuses rules with more tags than this.
const MOST_TAGS: usize = 20;

/// Where the project lives, as its package says. As long as it doesn't, no address is made up: each rule carries
/// its whole explanation along.
pub fn home() -> Option<&'static str> {
    Some(env!("CARGO_PKG_REPOSITORY")).filter(|address| !address.is_empty())
}

/// All rules, in their own order: a result points to one by its place.
pub fn descriptors(lang: Lang) -> Vec<Descriptor> {
    ALL.iter().map(|rule| descriptor(&rule.info, home(), lang)).collect()
}

fn descriptor(rule: &RuleInfo, home: Option<&str>, lang: Lang) -> Descriptor {
    // It is Markdown that also reads well as it is.
    let help = explain(rule, lang, 2);
    let articles = rule.basis.iter().map(|article| article.label(lang));
    let tags: Vec<_> = std::iter::once(rule.group.id().to_owned()).chain(articles).take(MOST_TAGS).collect();
    Descriptor {
        id: rule.id,
        short_description: plain(sentence(&capitalised(rule.title.to(lang)))),
        full_description: plain(rule.why.to(lang).to_owned()),
        help: Message { text: help.clone(), markdown: Some(help) },
        help_uri: home.map(|home| help_uri(home, rule.id, lang)),
        default_configuration: Configuration { level: level(rule.level) },
        properties: json!({
            "tags": tags,
            "group": rule.group.title().to(lang),
            "problem.severity": level(rule.level),
        }),
    }
}

/// The page of all rules, at one of them.
fn help_uri(home: &str, rule: &str, lang: Lang) -> String {
    format!("{}/blob/main/docs/rules.{lang}.md#{rule}", home.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_found_on_the_page_of_its_language() {
        let uri = help_uri("https://example.org/gemeente/koppelkaart/", "self-link", Lang::Nl);
        assert_eq!(uri, "https://example.org/gemeente/koppelkaart/blob/main/docs/rules.nl.md#self-link");
    }

    #[test]
    fn github_takes_every_description_and_all_tags() {
        for lang in Lang::ALL {
            for rule in descriptors(lang) {
                let long = rule.full_description.text.chars().count();
                assert!(long <= 1024, "{}: {long} characters", rule.id);
                let tags = rule.properties["tags"].as_array().unwrap().len();
                assert!(tags < MOST_TAGS, "{}: {tags} tags", rule.id);
            }
        }
    }
}

//! The rules as a SARIF log describes them, so that who sees a finding can read why it matters.

use serde_json::json;

use super::{
    format::{Configuration, Descriptor, Message},
    level, plain,
};
use crate::{
    finding::RuleInfo,
    report::{
        rules::{address, explain},
        standing::sentence,
    },
    rules::ALL,
    text::{Lang, capitalised},
};

/// GitHub refuses rules with more tags than this.
const MOST_TAGS: usize = 20;

/// All rules, in their own order: a result points to one by its place.
pub fn descriptors(lang: Lang) -> Vec<Descriptor> {
    ALL.iter().map(|rule| descriptor(&rule.info, lang)).collect()
}

fn descriptor(rule: &RuleInfo, lang: Lang) -> Descriptor {
    // It is Markdown that also reads well as it is.
    let help = explain(rule, lang, 2);
    let articles = rule.basis.iter().map(|article| article.label(lang));
    let tags: Vec<_> = std::iter::once(rule.group.id().to_owned()).chain(articles).take(MOST_TAGS).collect();
    Descriptor {
        id: rule.id,
        short_description: plain(sentence(&capitalised(rule.title.to(lang)))),
        full_description: plain(rule.why.to(lang).to_owned()),
        help: Message { text: help.clone(), markdown: Some(help) },
        help_uri: address(rule.id, lang),
        default_configuration: Configuration { level: level(rule.level) },
        properties: json!({
            "tags": tags,
            "group": rule.group.title().to(lang),
            "problem.severity": level(rule.level),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

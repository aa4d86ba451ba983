//! What there is to know about the rules, from the rules themselves: for a terminal, for the documentation and
//! for the README.

use super::at_a_glance;
use crate::{
    finding::{Example, Group, Level, RuleInfo},
    rules::{ALL, Rule},
    say,
    text::{Lang, Text, capitalised},
};

/// Everything about one rule, as Markdown that also reads well at a terminal. `depth` is the level of its heading.
#[must_use]
pub fn explain(rule: &RuleInfo, lang: Lang, depth: usize) -> String {
    let (hashes, id, level) = ("#".repeat(depth), rule.id, level(rule.level));
    let (title, why) = (capitalised(rule.title.to(lang)), rule.why.to(lang));
    let (mend, fine) = (rule.mend.to(lang), rule.fine.to(lang));
    let mut text = say!(
        lang,
        en: "{hashes} {id}\n\n**{title}** ({level})\n\n{why}\n\n*How to mend it.* {mend}\n\n*When it is no problem.* {fine}\n",
        nl: "{hashes} {id}\n\n**{title}** ({level})\n\n{why}\n\n*Hoe het te herstellen.* {mend}\n\n*Wanneer het geen probleem is.* {fine}\n",
    );
    let basis: Vec<_> = rule.basis.iter().map(|article| article.label(lang)).collect();
    if !basis.is_empty() {
        let basis = basis.join(", ");
        text += &say!(lang, en: "\n*Rests on.* {basis}\n", nl: "\n*Berust op.* {basis}\n");
    }
    if let Some(need) = rule.needs {
        let need = need.name;
        text += &say!(
            lang,
            en: "\n*Assessed where* the landscape uses `{need}` at least once.\n",
            nl: "\n*Beoordeeld waar* het landschap `{need}` ten minste één keer gebruikt.\n",
        );
    }
    for example in rule.examples {
        text += &shown(example, lang);
    }
    text
}

/// Where the project lives, as its package says. As long as it doesn't, no address is made up: each rule carries
/// its whole explanation along.
#[must_use]
pub fn home() -> Option<&'static str> {
    Some(env!("CARGO_PKG_REPOSITORY")).filter(|address| !address.is_empty())
}

/// Where all rules are explained, at one of them; none as long as [`home`] isn't known.
#[must_use]
pub fn address(rule: &str, lang: Lang) -> Option<String> {
    home().map(|home| on_the_page(home, rule, lang))
}

/// The page of all rules, at one of them.
fn on_the_page(home: &str, rule: &str, lang: Lang) -> String {
    format!("{}/blob/main/docs/rules.{lang}.md#{rule}", home.trim_end_matches('/'))
}

/// An example: what it shows, and whether the rule speaks.
fn shown(example: &Example, lang: Lang) -> String {
    let (shows, code) = (capitalised(example.shows.to(lang)), dedented(example.toml));
    let verdict = if example.fires() {
        Text { en: "the rule speaks", nl: "de regel spreekt" }
    } else {
        Text { en: "the rule is silent", nl: "de regel zwijgt" }
    };
    let date = example.date.map_or(String::new(), |date| {
        let date = date.parse().map_or_else(|_| date.to_owned(), |day| crate::text::date(day, lang));
        say!(lang, en: ", as of {date}", nl: ", peildatum {date}")
    });
    format!("\n{shows}{date}: {}.\n\n```toml\n{code}\n```\n", verdict.to(lang))
}

/// The text of an example without the indent that makes room for carets in the first column.
fn dedented(toml: &str) -> String {
    let line = |line: &str| line.strip_prefix("  ").unwrap_or(line).to_owned();
    let lines: Vec<String> = toml.trim_matches('\n').lines().map(line).collect();
    // A comment with carets starts in the first column, so it moves along by what follows its `#`.
    let moved = lines.into_iter().map(|line| match line.strip_prefix('#') {
        Some(rest) if rest.trim_start().starts_with('^') => {
            let carets = rest.trim_start();
            let indent = (rest.len() - carets.len()).saturating_sub(2);
            if indent == 0 {
                format!("#{}", &carets[1..])
            } else {
                format!("#{}{carets}", " ".repeat(indent))
            }
        }
        _ => line,
    });
    moved.collect::<Vec<_>>().join("\n")
}

/// All rules, a line each, by group.
#[must_use]
pub fn list(lang: Lang) -> String {
    let widest = ALL.iter().map(|rule| rule.info.id.len()).max().unwrap_or_default();
    let line = |rule: &RuleInfo| {
        let (id, level, title) = (rule.id, level(rule.level), rule.title.to(lang));
        format!("  {id:widest$}  {level:4}  {title}\n")
    };
    let group = |(group, rules): (Group, Vec<&'static RuleInfo>)| {
        let lines: String = rules.into_iter().map(line).collect();
        format!("{}\n{lines}\n", group.title().to(lang))
    };
    by_group().into_iter().map(group).collect()
}

/// All rules in full, as one page of documentation.
#[must_use]
pub fn page(lang: Lang) -> String {
    let mut text = say!(
        lang,
        en: "# The rules\n\nMade from the rules themselves; a test keeps it so. `koppelkaart explain RULE` shows one of them.\n",
        nl: "# De regels\n\nGemaakt uit de regels zelf; een test houdt dat zo. `koppelkaart explain REGEL` toont er een.\n",
    );
    text += &say!(lang, en: "\n## At a glance\n\n", nl: "\n## In één oogopslag\n\n");
    text += &at_a_glance::table(lang);
    for (group, rules) in by_group() {
        let title = group.title().to(lang);
        text.extend(["\n## ", title, "\n"]);
        for rule in rules {
            text.push('\n');
            text += &explain(rule, lang, 3);
        }
    }
    text
}

/// All rules as a table for the README.
#[must_use]
pub fn table(lang: Lang) -> String {
    let text = say!(lang, en: "| rule | level | what it finds |\n| --- | --- | --- |\n", nl: "| regel | niveau | wat hij vindt |\n| --- | --- | --- |\n");
    let row = |rule: &&Rule| {
        let rule = &rule.info;
        let (id, level, title) = (rule.id, level(rule.level), rule.title.to(lang));
        format!("| [`{id}`](docs/rules.{lang}.md#{id}) | {level} | {title} |\n")
    };
    text + &ALL.iter().map(row).collect::<String>()
}

/// The rules of each group, in the order in which people meet them.
pub(super) fn by_group() -> Vec<(Group, Vec<&'static RuleInfo>)> {
    let mut groups: Vec<(Group, Vec<&RuleInfo>)> = Vec::new();
    for rule in ALL.iter().map(|rule| &rule.info) {
        match groups.last_mut() {
            Some((group, rules)) if *group == rule.group => rules.push(rule),
            _ => groups.push((rule.group, vec![rule])),
        }
    }
    groups
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Warn => "warn",
        Level::Deny => "deny",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_found_on_the_page_of_its_language() {
        let uri = on_the_page("https://example.org/gemeente/koppelkaart/", "self-link", Lang::Nl);
        assert_eq!(uri, "https://example.org/gemeente/koppelkaart/blob/main/docs/rules.nl.md#self-link");
    }

    #[test]
    fn carets_stay_under_what_they_point_at() {
        let toml = "\n  [[link]]\n# ^^^^^^^^\n  protocol = \"ftp\"\n#            ^^^^^\n";
        let expected = "[[link]]\n#^^^^^^^\nprotocol = \"ftp\"\n#          ^^^^^";
        assert_eq!(dedented(toml), expected);
    }
}

//! The comment in Markdown, read by a parser of GitHub's Markdown and measured against what GitHub takes.

use koppelkaart::report::markdown;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::landscapes::{HOSTILE, Judged, accepted, all, allowing, clean, example, growing, hostile};

fn comment(judged: &Judged) -> String {
    judged.print(markdown::write)
}

/// Everything that GitHub's Markdown can have.
fn events(text: &str) -> Vec<Event<'_>> {
    Parser::new_ext(text, Options::all() - Options::ENABLE_SMART_PUNCTUATION).collect()
}

/// The text of each element of a list, as it is read.
fn items(text: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut within = false;
    for event in events(text) {
        match event {
            Event::Start(Tag::Item) => {
                within = true;
                items.push(String::new());
            }
            Event::End(TagEnd::Item) => within = false,
            Event::Text(part) | Event::Code(part) if within => items.last_mut().expect("one").push_str(&part),
            _ => {}
        }
    }
    items
}

/// The findings among the elements: those that start with a place.
fn findings(text: &str) -> Vec<String> {
    items(text).into_iter().filter(|item| item.starts_with("landsc")).collect()
}

#[test]
fn each_finding_is_one_element_of_a_list_with_its_place() {
    for judged in all() {
        let told = findings(&comment(&judged));
        for found in judged.findings() {
            let line = format!(":{} ", found["line"]);
            let message = found["message"].as_str().expect("a text");
            let same = |item: &&String| item.contains(&line) && seen(item).contains(message);
            assert!(told.iter().any(|item| same(&item)), "{}: {found}\n{told:#?}", judged.name);
        }
        assert_eq!(told.len(), judged.findings().len(), "{}", judged.name);
    }
}

/// A text without the marks that can't be seen.
fn seen(text: &str) -> String {
    text.replace('\u{200B}', "")
}

#[test]
fn names_give_only_text() {
    for name in HOSTILE {
        let judged = hostile(name);
        for language in [comment(&judged), comment(&judged.in_english())] {
            for event in events(&language) {
                is_ours(&event);
            }
        }
    }
}

/// What we write ourselves, and nothing else: no links, pictures, code blocks, footnotes, formulas or HTML.
fn is_ours(event: &Event<'_>) {
    match event {
        Event::Start(tag) => {
            let known = matches!(
                tag,
                Tag::Paragraph
                    | Tag::Heading { level: HeadingLevel::H2 | HeadingLevel::H3, .. }
                    | Tag::HtmlBlock
                    | Tag::List(None)
                    | Tag::Item
                    | Tag::Strong
                    | Tag::Emphasis
                    | Tag::Table(_)
                    | Tag::TableHead
                    | Tag::TableRow
                    | Tag::TableCell
            );
            assert!(known, "{tag:?}");
        }
        Event::Html(html) => {
            let html = html.trim();
            let folded = html.starts_with("<details><summary>") && html.matches('<').count() == 3;
            assert!(folded || html == "</details>", "{html}");
        }
        Event::InlineHtml(html) => assert!(["<span>", "</span>"].contains(&&**html), "{html}"),
        Event::Text(text) => is_inert(text),
        Event::End(_) | Event::Code(_) | Event::SoftBreak => {}
        other => panic!("{other:?}"),
    }
}

/// GitHub makes links of some words in the finished text.
fn is_inert(text: &str) {
    let after = |sign: char| text.split(sign).skip(1);
    let word = |rest: &str| rest.starts_with(|next: char| next.is_ascii_alphanumeric());
    assert!(!after('@').any(word), "a mention: {text}");
    assert!(!after('#').any(word), "an issue: {text}");
    assert!(!text.contains("://") && !text.contains("www.") && !text.contains("GH-1"), "an address: {text}");
    assert!(!text.contains(":tada:"), "an emoji: {text}");
}

#[test]
fn a_table_of_norms_has_one_row_for_each_whatever_their_text() {
    let rows =
        |text: &str| events(text).iter().filter(|it| matches!(it, Event::Start(Tag::TableRow))).count();
    let cells =
        |text: &str| events(text).iter().filter(|it| matches!(it, Event::Start(Tag::TableCell))).count();
    for name in HOSTILE {
        let text = comment(&hostile(name));
        assert_eq!((rows(&text), cells(&text)), (1, 6), "{text}");
    }
    let text = comment(&accepted());
    assert!(text.contains("| 1 | Alle lijnen zijn beveiligd | ✗ Voldoet niet |"), "{text}");
    assert!(text.contains("| 2 | Iedereen weet het | ✓ Voldoet |"), "{text}");
}

#[test]
fn the_verdict_comes_first_and_what_fails_before_the_rest() {
    for judged in all() {
        let text = comment(&judged);
        let verdict = koppelkaart::sentence::verdict(&judged.analysis);
        assert!(text.lines().nth(2).is_some_and(|line| line.contains(&verdict)), "{text}");
    }
    let text = comment(&accepted());
    let at = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part} in {text}"));
    assert!(at("### Hierop faalt de controle") < at("<details><summary>Geaccepteerd (1)"));
    let debt = comment(&accepted().since(&accepted()));
    assert!(debt.contains("<details><summary>Was er al (") && !debt.contains("### Nieuw"), "{debt}");
}

#[test]
fn what_is_new_is_called_so_where_something_was_there_before() {
    let text = comment(&growing());
    let at = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part} in {text}"));
    assert!(at("Vergeleken met de nulmeting") < at("### Nieuw: hierop faalt de controle (1)"));
    assert!(at("### Nieuw") < at("<details><summary>Was er al (1)"));
}

#[test]
fn an_accepted_finding_tells_who_why_and_until() {
    let text = comment(&accepted());
    assert!(text.contains("Geaccepteerd door CISO tot en met 31 januari 2027: Wordt vervangen."), "{text}");
}

#[test]
fn what_was_not_assessed_is_told_of() {
    for judged in [clean(), allowing()] {
        let told = items(&comment(&judged)).join("\n");
        let rules = judged.analysis.not_assessed.iter().map(|it| it.rule);
        for rule in rules.chain(judged.analysis.allowed.iter().copied()) {
            assert!(told.contains(rule), "{rule} in {told}");
        }
    }
    assert!(comment(&allowing()).contains("op `allow` gezet: unsecured-link"));
}

#[test]
fn a_comment_is_never_longer_than_github_takes_and_says_what_it_leaves_out() {
    let mut judged = example();
    judged.analysis.findings = vec![judged.analysis.findings; 20].concat();
    let text = comment(&judged);
    assert!(text.encode_utf16().count() <= 65_536);
    assert!(text.encode_utf16().count() > 60_000, "there is room for more");
    let left_out: usize = text
        .lines()
        .filter_map(|line| line.strip_prefix("*Weggelaten omdat het hier niet past: "))
        .map(|rest| {
            rest.split(". Zie").next().expect("a number").replace('.', "").parse::<usize>().expect("a number")
        })
        .sum();
    assert_eq!(findings(&text).len() + left_out, judged.analysis.findings.len());
    assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
    assert!(
        left_out > 0 && text.contains("<summary>Niet beoordeeld ("),
        "what wasn't assessed is always told"
    );
    assert!(text.contains("### Normen ("), "and so is the overview");
}

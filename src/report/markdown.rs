//! The judgement as a comment on a change, or as the summary of a build: Markdown as GitHub and GitLab read it.
//!
//! What fails comes first, with how to mend it; the rest can be folded out.

use std::io;

use super::{
    inert::{code, inert},
    norm_lights::{Light, light},
    standing::{Standing, place, remark, sentence},
};
use crate::{
    analysis::{Acceptances, Analysis},
    finding::{Finding, RuleInfo},
    rules::ALL,
    say, sentence as whole,
    source::Sources,
    text::{Lang, Text, capitalised, number},
};

/// The longest comment that GitHub takes.
const LONGEST: usize = 65_536;

/// A part of the comment. What doesn't fit is counted.
struct Section {
    title: String,
    /// It can be folded out.
    folded: bool,
    /// What stands above the first item, such as the head of a table.
    head: &'static str,
    items: Vec<Item>,
}

/// A line, and what stands above it where it is the first of its kind.
struct Item {
    heading: Option<String>,
    line: String,
}

/// Writes the comment.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(analysis: &Analysis, sources: &Sources, out: &mut impl io::Write) -> io::Result<()> {
    let acceptances = analysis.acceptances();
    let findings = |standing| findings(standing, analysis, &acceptances, sources);
    let sections = [
        findings(Standing::Fails),
        findings(Standing::Warns),
        findings(Standing::Known),
        findings(Standing::Accepted),
    ];
    // The overview is short, and must not fall off behind a long list.
    let norms = fitted(&[norms(analysis)], LONGEST / 4, analysis.lang);
    let (opening, closing) = (opening(analysis), norms + &not_assessed(analysis));
    let room = LONGEST.saturating_sub(length(&opening) + length(&closing));
    write!(out, "{opening}{}{closing}", fitted(&sections, room, analysis.lang))
}

/// The verdict, the counts and how it compares with before.
fn opening(analysis: &Analysis) -> String {
    let (symbol, verdict) = (whole::mood(analysis).symbol(), whole::verdict(analysis));
    let mut lines = vec![
        format!("## Koppelkaart: {}", inert(&whole::heading(analysis))),
        format!("**{symbol} {}**", inert(&verdict)),
        inert(&whole::counts(&analysis.summary, analysis.lang)),
        inert(&whole::outcome(analysis)),
    ];
    lines.extend(whole::comparison(analysis).map(|comparison| inert(&comparison)));
    lines.join("\n\n") + "\n"
}

/// The findings that stand so, by rule.
fn findings(
    standing: Standing,
    analysis: &Analysis,
    acceptances: &Acceptances<'_>,
    sources: &Sources,
) -> Section {
    let lang = analysis.lang;
    let standing_so: Vec<_> = analysis.findings.iter().filter(|it| Standing::of(it) == standing).collect();
    let line = |finding: &Finding| {
        let place = code(&place(finding.primary.location, sources));
        let message = inert(&sentence(&finding.message));
        let more = match standing {
            Standing::Fails => finding.advice.as_deref().map(|advice| mend(&inert(advice), lang)),
            Standing::Accepted => remark(finding, acceptances, lang).map(|remark| inert(&remark)),
            Standing::Warns | Standing::Known => None,
        };
        let more = more.map_or(String::new(), |more| format!(" {more}"));
        format!("- {place} {message}{more}\n")
    };
    let mut items: Vec<Item> = Vec::new();
    for rule in ALL.iter().map(|rule| &rule.info) {
        let of_rule: Vec<_> = standing_so.iter().filter(|it| it.rule.id == rule.id).collect();
        let gap = if items.is_empty() { "" } else { "\n" };
        let mut above = Some(format!("{gap}{}", heading(rule, of_rule.len(), standing, lang)));
        items.extend(of_rule.iter().map(|finding| Item { heading: above.take(), line: line(finding) }));
    }
    let title = title(standing, items.len(), analysis);
    Section { title, folded: standing != Standing::Fails, head: "", items }
}

/// What is said of all findings that stand so.
fn title(standing: Standing, count: usize, analysis: &Analysis) -> String {
    let (lang, count) = (analysis.lang, number(count, analysis.lang));
    let title = match standing {
        Standing::Fails if analysis.comparison.is_some() => {
            Text { en: "New: this fails the check", nl: "Nieuw: hierop faalt de controle" }
        }
        Standing::Fails => Text { en: "This fails the check", nl: "Hierop faalt de controle" },
        Standing::Warns => Text { en: "Warnings", nl: "Waarschuwingen" },
        Standing::Known => Text { en: "Was there before", nl: "Was er al" },
        Standing::Accepted => Text { en: "Accepted", nl: "Geaccepteerd" },
    };
    format!("{} ({count})", title.to(lang))
}

/// What a rule is about, and how to mend what it finds where that is asked for now.
fn heading(rule: &RuleInfo, count: usize, standing: Standing, lang: Lang) -> String {
    let (title, id, count) = (capitalised(rule.title.to(lang)), rule.id, number(count, lang));
    let heading = format!("**{title}** (`{id}`, {count})\n\n");
    if standing == Standing::Fails {
        format!("{heading}{}\n\n", mend(rule.mend.to(lang), lang))
    } else {
        heading
    }
}

fn mend(advice: &str, lang: Lang) -> String {
    say!(lang, en: "*Mend:* {advice}", nl: "*Herstel:* {advice}")
}

/// The traffic-light overview: a sign and a word for each colour.
fn norms(analysis: &Analysis) -> Section {
    let lang = analysis.lang;
    let norms = analysis.norms.iter().zip(analysis.landscape.norms.items());
    let items = norms.map(|(norm, declared)| {
        let Light { symbol, word, .. } = light(norm.status);
        let (id, text, word) = (inert(&norm.id), inert(&declared.text), word.to(lang));
        Item { heading: None, line: format!("| {id} | {text} | {symbol} {word} |\n") }
    });
    let items: Vec<_> = items.collect();
    let count = number(items.len(), lang);
    Section {
        title: say!(lang, en: "Norms ({count})", nl: "Normen ({count})"),
        folded: false,
        head: Text {
            en: "| norm | what it says | status |\n| --- | --- | --- |\n",
            nl: "| norm | wat hij zegt | status |\n| --- | --- | --- |\n",
        }
        .to(lang),
        items,
    }
}

/// The rules that nothing can be concluded from, and why. This is always told whole.
fn not_assessed(analysis: &Analysis) -> String {
    let lang = analysis.lang;
    let mut reasons = whole::not_assessed(analysis);
    if !analysis.allowed.is_empty() {
        let rules = analysis.allowed.join(", ");
        reasons.push(say!(lang, en: "set to `allow`: {rules}", nl: "op `allow` gezet: {rules}"));
    }
    if reasons.is_empty() {
        return String::new();
    }
    let count = number(analysis.not_assessed.len() + analysis.allowed.len(), lang);
    let title = say!(lang, en: "Not assessed ({count} rules)", nl: "Niet beoordeeld ({count} regels)");
    let (before, after) = frame(&title, true, "");
    let lines: String = reasons.iter().map(|reason| format!("- {reason}\n")).collect();
    before + &lines + &after
}

/// As much of the sections as there is room for, in their order; each says how much it leaves out.
fn fitted(sections: &[Section], room: usize, lang: Lang) -> String {
    let there: Vec<_> = sections.iter().filter(|section| !section.items.is_empty()).collect();
    let frames = there.iter().map(|section| {
        let (before, after) = frame(&section.title, section.folded, section.head);
        length(&before) + length(&after) + length(&left_out(section.items.len(), lang))
    });
    let mut room = room.saturating_sub(frames.sum());
    let mut text = String::new();
    for section in there {
        let (before, after) = frame(&section.title, section.folded, section.head);
        text += &before;
        let mut shown = 0;
        for Item { heading, line } in &section.items {
            let longer = heading.as_deref().map_or(0, length) + length(line);
            if longer > room {
                // Nothing further down is shown at the cost of this.
                room = 0;
                break;
            }
            room -= longer;
            text.extend(heading.as_deref());
            text += line;
            shown += 1;
        }
        if shown < section.items.len() {
            text += &left_out(section.items.len() - shown, lang);
        }
        text += &after;
    }
    text
}

/// What stands before and after the items of a section.
fn frame(title: &str, folded: bool, head: &str) -> (String, String) {
    if folded {
        (format!("\n<details><summary>{title}</summary>\n\n{head}"), "\n</details>\n".to_owned())
    } else {
        (format!("\n### {title}\n\n{head}"), String::new())
    }
}

fn left_out(count: usize, lang: Lang) -> String {
    let count = number(count, lang);
    say!(
        lang,
        en: "\n*Left out, since it doesn't fit here: {count}. See `koppelkaart check`.*\n",
        nl: "\n*Weggelaten omdat het hier niet past: {count}. Zie `koppelkaart check`.*\n",
    )
}

/// How long GitHub may find a text, in whichever way it counts.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

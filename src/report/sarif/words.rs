//! The words of a result. What looks like a link or a placeholder in plain text is one to SARIF, so that names
//! out of a landscape must not look so.

use crate::{
    analysis::Acceptances,
    finding::{Finding, Label},
    report::standing::{place, remark, sentence},
    say,
    source::Sources,
    text::Lang,
};

/// What is the matter, first and by itself, since that is what a list shows. Then links to the other places: GitHub
/// shows no place that isn't linked. Then what to do about just this one, and who accepted it.
pub fn message(finding: &Finding, acceptances: &Acceptances<'_>, lang: Lang, sources: &Sources) -> String {
    let mut parts = vec![unlinked(&sentence(&finding.message))];
    if !finding.related.is_empty() {
        let links: Vec<_> =
            finding.related.iter().enumerate().map(|(id, label)| link(id, label, sources)).collect();
        let links = links.join(", ");
        parts.push(say!(lang, en: "See {links}.", nl: "Zie {links}."));
    }
    if let Some(advice) = &finding.advice {
        let advice = unlinked(&sentence(advice));
        parts.push(say!(lang, en: "Mend: {advice}", nl: "Herstel: {advice}"));
    }
    parts.extend(remark(finding, acceptances, lang).map(|remark| unlinked(&remark)));
    parts.join(" ")
}

/// A link to the related location of that number.
fn link(id: usize, label: &Label, sources: &Sources) -> String {
    let text = if label.message.is_empty() { place(label.location, sources) } else { label.message.clone() };
    let text = text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
    format!("[{}]({id})", unplaced(&text))
}

/// Text without links: in plain text, `[…](…)` is one.
pub fn unlinked(text: &str) -> String {
    unplaced(&text.replace("](", "] ("))
}

/// Text without placeholders: `{0}` would be filled in. The standard wants every brace doubled, but the readers of
/// plain text leave doubled ones doubled.
fn unplaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        out.push(character);
        if character == '{' && characters.peek().is_some_and(char::is_ascii_digit) {
            out.push(' ');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_make_no_links_and_no_placeholders() {
        assert_eq!(unlinked("[klik](https://a.b) {0} {x}"), "[klik] (https://a.b) { 0} {x}");
    }
}

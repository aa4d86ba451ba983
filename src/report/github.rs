//! Findings as annotations on a change at GitHub: workflow commands, which a step of GitHub Actions prints.
//!
//! How they are written: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.

use std::io;

use super::standing::{Standing, remark, sentence, worst_first};
use crate::{
    analysis::{Acceptances, Analysis},
    finding::Finding,
    say, sentence as whole,
    source::Sources,
    text::{capitalised, number, on_one_line},
};

/// How many annotations of a kind GitHub keeps of one step.
const SHOWN: usize = 10;

/// Writes a command for each finding, the worst first, and then the verdict in words.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(analysis: &Analysis, sources: &Sources, out: &mut impl io::Write) -> io::Result<()> {
    let acceptances = analysis.acceptances();
    for (_, finding) in worst_first(analysis) {
        writeln!(out, "{}", command(finding, &acceptances, analysis, sources))?;
    }
    for line in closing(analysis) {
        writeln!(out, "{}", inert(&line))?;
    }
    Ok(())
}

/// The kind of annotation that a finding becomes.
const fn kind(standing: Standing) -> &'static str {
    match standing {
        Standing::Fails => "error",
        Standing::Warns => "warning",
        Standing::Known | Standing::Accepted => "notice",
    }
}

fn command(
    finding: &Finding,
    acceptances: &Acceptances<'_>,
    analysis: &Analysis,
    sources: &Sources,
) -> String {
    let lang = analysis.lang;
    let location = finding.primary.location;
    let (start, end) = sources.positions(location);
    let file = property(&on_one_line(sources.get(location.source).path()));
    // GitHub takes columns only of what stands on one line.
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    let place = format!("file={file},line={},endLine={}{columns}", start.line, end.line);
    let title = property(&format!("{} ({})", capitalised(finding.rule.title.to(lang)), finding.rule.id));
    let (mend, basis) = (finding.mend(lang), finding.basis.join(", "));
    let mut lines = vec![sentence(&finding.message)];
    lines.extend(remark(finding, acceptances, lang));
    lines.push(say!(lang, en: "Mend: {mend}", nl: "Herstel: {mend}"));
    if !basis.is_empty() {
        lines.push(say!(lang, en: "Rests on: {basis}", nl: "Berust op: {basis}"));
    }
    format!("::{} {place},title={title}::{}", kind(Standing::of(finding)), data(&lines.join("\n")))
}

/// What the log ends with, since GitHub doesn't show every annotation: what was assessed, and the verdict.
fn closing(analysis: &Analysis) -> Vec<String> {
    let lang = analysis.lang;
    let counts = ["error", "warning", "notice"].map(|kind_of| {
        analysis.findings.iter().filter(|finding| kind(Standing::of(finding)) == kind_of).count()
    });
    let mut lines = Vec::new();
    if counts.iter().any(|count| *count > SHOWN) {
        let [errors, warnings, notices] = counts.map(|count| number(count, lang));
        lines.push(say!(
            lang,
            en: "GitHub shows {SHOWN} annotations of each kind; this log has all: {errors} errors, {warnings} warnings, {notices} notices.",
            nl: "GitHub toont {SHOWN} aantekeningen van elke soort; dit logboek heeft ze alle: {errors} fouten, {warnings} waarschuwingen, {notices} mededelingen.",
        ));
    }
    for missing in whole::not_assessed(analysis) {
        lines.push(say!(lang, en: "Not assessed: {missing}", nl: "Niet beoordeeld: {missing}"));
    }
    let (heading, verdict) = (whole::heading(analysis), whole::verdict(analysis));
    lines.push(format!("Koppelkaart: {heading}"));
    lines.push(format!("{} {verdict}", whole::mood(analysis).symbol()));
    lines.push(whole::counts(&analysis.summary, lang));
    lines.extend(whole::comparison(analysis));
    lines.push(whole::outcome(analysis));
    lines
}

/// Text as the message of a command can hold it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text as a property of a command can hold it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A line in which no runner sees a command: neither `::error` at its start nor `##[error]` anywhere.
#[must_use]
pub fn inert(line: &str) -> String {
    let line = line.replace("##[", "# #[");
    let text = line.trim_start();
    if text.starts_with("::") {
        let (blank, text) = line.split_at(line.len() - text.len());
        return format!("{blank}\\{text}");
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_separates_the_parts_of_a_command_is_escaped() {
        assert_eq!(property("50%,a:b\nc\r"), "50%25%2Ca%3Ab%0Ac%0D");
        assert_eq!(data("50%: a, b\nc"), "50%25: a, b%0Ac");
    }

    #[test]
    fn a_line_of_text_is_never_a_command() {
        assert_eq!(inert(" ::error::x\n"), " \\::error::x\n");
        assert_eq!(inert("a ###[error]x"), "a ## #[error]x");
    }
}

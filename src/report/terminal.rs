//! Findings for people at a terminal, drawn by miette: by rule, so that two hundred can still be read, with
//! the advice once for each rule and the verdict last.

use std::{fmt, io};

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode};

use super::{
    narrated::InSentences,
    norm_lights,
    snippet::{Snippet, Snippets},
};
use crate::{
    analysis::Analysis,
    finding::{Finding, Label, Level, RuleInfo},
    say,
    sentence::{self, Mood},
    source::{Location, Sources},
    text::{self, Lang},
};

/// How to print.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Lines and colours, lines only, or sentences.
    pub form: Form,
    /// Quote every finding, also where a rule has many.
    pub all: bool,
    /// How many columns there are.
    pub width: usize,
}

/// In which form findings are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// With colours, for a terminal.
    Colored,
    /// With plain characters, for a pipe or file.
    Plain,
    /// In sentences, for a screen reader.
    Narrated,
}

/// How many findings of one rule are quoted before the rest are listed, a line each.
const QUOTED: usize = 3;

/// How many findings that are no longer there are named.
const GONE: usize = 10;

/// Prints the findings and then the summary.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(
    analysis: &Analysis,
    sources: &Sources,
    style: Style,
    out: &mut impl io::Write,
) -> io::Result<()> {
    let printer = Printer { analysis, sources, snippets: Snippets::new(sources), style };
    let told = analysis.findings.iter().filter(|finding| style.all || !finding.known);
    for group in by_rule(told) {
        printer.group(&group, out)?;
    }
    summary(analysis, style, out)?;
    compared(analysis, style, out)?;
    writeln!(out, "{}", outcome(analysis))?;
    Ok(())
}

/// Whether the check passed, and how many findings there are; where there are any, how to read more.
fn outcome(analysis: &Analysis) -> String {
    let (outcome, lang) = (sentence::outcome(analysis), analysis.lang);
    match analysis.findings.iter().find(|finding| !finding.known) {
        Some(first) => {
            let rule = first.rule.id;
            say!(
                lang,
                en: "{outcome} All in full: --all; about a rule: koppelkaart explain {rule}",
                nl: "{outcome} Alles voluit: --all; over een regel: koppelkaart explain {rule}",
            )
        }
        None => outcome,
    }
}

/// Prints what was proved and what wasn't.
///
/// # Errors
/// When `out` can't be written to.
pub fn summary(analysis: &Analysis, style: Style, out: &mut impl io::Write) -> io::Result<()> {
    let paint = Paint(style.form == Form::Colored);
    let lang = analysis.lang;
    let symbol = match (style.form, sentence::mood(analysis)) {
        (Form::Narrated, _) => String::new(),
        (_, mood @ Mood::Good) => paint.green(mood.symbol()) + " ",
        (_, mood @ (Mood::Attention | Mood::Unknown)) => paint.yellow(mood.symbol()) + " ",
        (_, mood @ Mood::Bad) => paint.red(mood.symbol()) + " ",
    };
    let missing = sentence::not_assessed(analysis);
    if !missing.is_empty() {
        let count = text::number(analysis.not_assessed.len(), lang);
        writeln!(
            out,
            "{}",
            say!(lang, en: "Not assessed: {count} rules", nl: "Niet beoordeeld: {count} regels")
        )?;
    }
    let indent = "  ";
    for line in missing.iter().flat_map(|line| wrap(line, style.width.saturating_sub(indent.len()))) {
        writeln!(out, "{}", paint.dim(&format!("{indent}{line}")))?;
    }
    if !missing.is_empty() {
        writeln!(out)?;
    }
    norm_lights::write(analysis, style, out)?;
    writeln!(out, "{}", paint.bold(&sentence::heading(analysis)))?;
    writeln!(out, "{symbol}{}", paint.bold(&sentence::verdict(analysis)))?;
    for line in wrap(&sentence::counts(&analysis.summary, lang), style.width) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// Prints how this check compares with an earlier one, if that was asked, and what is no longer found.
fn compared(analysis: &Analysis, style: Style, out: &mut impl io::Write) -> io::Result<()> {
    let (Some(comparison), Some(sentence)) = (&analysis.comparison, sentence::comparison(analysis)) else {
        return Ok(());
    };
    for line in wrap(&sentence, style.width) {
        writeln!(out, "{line}")?;
    }
    let shown = if style.all { comparison.gone.len() } else { GONE };
    for entry in comparison.gone.iter().take(shown) {
        let (rule, subject) = (text::shown(&entry.rule), text::shown(&entry.subject));
        writeln!(out, "  - {rule} {subject}")?;
    }
    if comparison.gone.len() > shown {
        let more = text::number(comparison.gone.len() - shown, analysis.lang);
        writeln!(out, "{}", say!(analysis.lang, en: "  - and {more} more", nl: "  - en nog {more}"))?;
    }
    Ok(())
}

/// The findings of each rule together; rules with something that fails first, else in the order of reading.
fn by_rule<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<Vec<&'a Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in findings {
        match groups.iter_mut().find(|group| std::ptr::eq(group[0].rule, finding.rule)) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    let place = |rule: &RuleInfo| crate::rules::ALL.iter().position(|it| it.info.id == rule.id);
    groups.sort_by_key(|group| (!group.iter().any(|it| it.fails()), place(group[0].rule)));
    groups
}

struct Printer<'a> {
    analysis: &'a Analysis,
    sources: &'a Sources,
    snippets: Snippets<'a>,
    style: Style,
}

impl Printer<'_> {
    fn group(&self, group: &[&Finding], out: &mut impl io::Write) -> io::Result<()> {
        let lang = self.analysis.lang;
        let paint = Paint(self.style.form == Form::Colored);
        let (rule, count) = (group[0].rule, group.len());
        let title = rule.title.to(lang);
        let id = if group.iter().any(|it| it.fails()) { paint.red(rule.id) } else { paint.yellow(rule.id) };
        writeln!(out, "{id} {} ({count})", paint.bold(title))?;

        let full = self.style.all || self.style.form == Form::Narrated;
        let quoted = if full || count <= QUOTED + 1 { count } else { QUOTED };
        for finding in &group[..quoted] {
            writeln!(out, "{}", self.quote(finding))?;
        }
        if quoted < count {
            writeln!(out)?;
        }
        for finding in &group[quoted..] {
            let (place, message) = (self.place(finding.primary.location), &finding.message);
            let weight = if finding.level == Level::Deny { paint.red("x") } else { paint.yellow("!") };
            writeln!(out, "  {weight} {} {message}{}", paint.dim(&place), accepted(finding, lang))?;
        }
        if quoted < count {
            writeln!(out)?;
        }
        self.advice(group, out)
    }

    /// Why the rule is there, how to mend what it finds and what it rests on: once.
    fn advice(&self, group: &[&Finding], out: &mut impl io::Write) -> io::Result<()> {
        let lang = self.analysis.lang;
        let paint = Paint(self.style.form == Form::Colored);
        let rule = group[0].rule;
        let basis = group[0].basis.join(", ");
        let lines = [
            (say!(lang, en: "why", nl: "waarom"), rule.why.to(lang)),
            (say!(lang, en: "mend", nl: "herstel"), rule.mend.to(lang)),
            (say!(lang, en: "basis", nl: "grond"), basis.as_str()),
        ];
        for (word, text) in lines.iter().filter(|(_, text)| !text.is_empty()) {
            let start = format!("  {word}: ");
            let indent = " ".repeat(start.chars().count());
            let wrapped = wrap(text, self.style.width.saturating_sub(indent.len()).max(20));
            for (number, line) in wrapped.iter().enumerate() {
                let start = if number == 0 { paint.dim(&start) } else { indent.clone() };
                writeln!(out, "{start}{line}")?;
            }
        }
        writeln!(out)
    }

    /// A finding in full.
    fn quote(&self, finding: &Finding) -> String {
        let shown = Shown::new(finding, self);
        let mut text = match self.style.form {
            Form::Narrated => InSentences(&shown, self.analysis.lang).to_string(),
            Form::Colored => self.draw(&shown, GraphicalTheme::unicode()),
            Form::Plain => self.draw(&shown, GraphicalTheme::none()),
        };
        text.truncate(text.trim_end().len());
        self.elsewhere(finding, &mut text);
        text
    }

    /// Lines and carets, by miette.
    fn draw(&self, shown: &dyn Diagnostic, theme: GraphicalTheme) -> String {
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(self.style.width)
            .with_links(false)
            .with_context_lines(1);
        let mut text = String::new();
        // Writing into a text can't fail.
        handler.render_report(&mut text, shown).ok();
        text
    }

    /// Adds the places in other files, and what to do about just this finding.
    fn elsewhere(&self, finding: &Finding, text: &mut String) {
        let lang = self.analysis.lang;
        for label in finding.related.iter().filter(|label| !self.quotes(label, finding)) {
            let (place, message) = (self.place(label.location), &label.message);
            *text += &say!(lang, en: "\n    see {place}: {message}", nl: "\n    zie {place}: {message}");
        }
        if let Some(advice) = &finding.advice {
            *text += &say!(lang, en: "\n    mend: {advice}", nl: "\n    herstel: {advice}");
        }
    }

    /// Whether a place is quoted along with its finding: it is in the same file, and neither's line is too long.
    fn quotes(&self, label: &Label, finding: &Finding) -> bool {
        let quotable = |location| self.snippets.file(location).is_some();
        label.location.source == finding.primary.location.source
            && quotable(label.location)
            && quotable(finding.primary.location)
    }

    /// `file:line:column`, which editors and terminals make a link of.
    fn place(&self, location: Location) -> String {
        let (start, _) = self.sources.positions(location);
        let path = crate::text::shown(self.sources.get(location.source).path());
        format!("{path}:{}:{}", start.line, start.column)
    }
}

/// What is added to a finding that passes.
fn accepted(finding: &Finding, lang: Lang) -> String {
    match (finding.accepted, finding.known) {
        (true, _) => say!(lang, en: " (accepted)", nl: " (geaccepteerd)"),
        (_, true) => say!(lang, en: " (known)", nl: " (al bekend)"),
        _ => String::new(),
    }
}

/// Breaks a text into lines of at most `width` characters, between words.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A finding as miette wants it, with what is in its own file as labels.
struct Shown<'a> {
    message: String,
    level: Level,
    snippet: Option<Snippet<'a>>,
    labels: Vec<LabeledSpan>,
}

impl<'a> Shown<'a> {
    fn new(finding: &Finding, printer: &'a Printer<'_>) -> Self {
        let snippet = printer.snippets.file(finding.primary.location);
        let mut labels = vec![span(&finding.primary, true)];
        labels.extend(
            finding.related.iter().filter(|it| printer.quotes(it, finding)).map(|label| span(label, false)),
        );
        let accepted = accepted(finding, printer.analysis.lang);
        let mut message = format!("{}{accepted}", finding.message);
        if snippet.is_none() {
            message = format!("{message} ({})", printer.place(finding.primary.location));
        }
        Self { message, level: finding.level, snippet, labels }
    }
}

fn span(label: &Label, primary: bool) -> LabeledSpan {
    let range = label.location.range();
    let text = (!label.message.is_empty()).then(|| label.message.clone());
    if primary {
        LabeledSpan::new_primary_with_span(text, range)
    } else {
        LabeledSpan::new_with_span(text, range)
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn severity(&self) -> Option<Severity> {
        Some(match self.level {
            Level::Deny => Severity::Error,
            Level::Warn => Severity::Warning,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.snippet.as_ref().map(|snippet| snippet as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.snippet.is_some().then(|| Box::new(self.labels.iter().cloned()) as Box<_>)
    }
}

/// Colours, where they are wanted.
#[derive(Clone, Copy)]
pub(super) struct Paint(pub bool);

impl Paint {
    fn with(self, code: &str, text: &str) -> String {
        if self.0 { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    pub fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    pub fn dim(self, text: &str) -> String {
        self.with("2", text)
    }

    pub fn red(self, text: &str) -> String {
        self.with("1;31", text)
    }

    pub fn yellow(self, text: &str) -> String {
        self.with("1;33", text)
    }

    pub fn green(self, text: &str) -> String {
        self.with("1;32", text)
    }
}

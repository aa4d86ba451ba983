//! A trace for people at a terminal: a tree of the shortest ways, or one way step by step; then what isn't secured,
//! who is responsible, and what can't be known.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    io::{self, Write},
};

use super::{
    terminal::{Form, Paint, Style},
    trace_steps::painted,
    trace_words::{NAMED, Words},
};
use crate::{
    analysis::Analysis,
    follow::trace::{Branch, Trace},
    graph::Hop,
    model::{Id, Link},
    say,
    sentence::{LINKS, counted},
    source::Sources,
    text::number,
    view::labels::Labels,
};

/// Deeper than this, the tree is indented no further: the number of steps says how far it is.
const DEEPEST: u32 = 10;
/// Names and protocols are made as wide as the widest, up to this.
const NAME: usize = 60;
const PROTOCOL: usize = 20;

/// Prints a trace.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(
    analysis: &Analysis,
    trace: &Trace,
    sources: &Sources,
    style: Style,
    out: &mut impl Write,
) -> io::Result<()> {
    let words = Words { analysis, trace };
    let printer = Printer { words, sources, style, labels: Labels::of(analysis) };
    let shortest = trace.shortest();
    let told = if trace.asked.to.is_some() { &shortest } else { &trace.steps };
    printer.headline(told, out)?;
    if trace.asked.to.is_some() {
        printer.way(&shortest, out)?;
        printer.beside(&shortest, out)?;
    } else {
        printer.tree(out)?;
        printer.unsecured(out)?;
        printer.responsible(out)?;
    }
    printer.possible(out)
}

/// What everything in the answer is printed with.
pub(super) struct Printer<'a> {
    pub words: Words<'a>,
    pub sources: &'a Sources,
    pub style: Style,
    /// What the rules on security say of links, by id.
    pub labels: Labels<'a>,
}

impl Printer<'_> {
    fn headline(&self, hops: &[Hop], out: &mut impl Write) -> io::Result<()> {
        let paint = Paint(self.style.form == Form::Colored);
        let worst = self.words.worst(hops);
        let start = worst.map_or_else(String::new, |state| self.symbol(state));
        let lines = self.filled(&start, &self.words.headline());
        writeln!(out, "{}", painted(paint, worst, &lines))?;
        match self.words.shares(hops) {
            Some(shares) => self.paragraph("  ", &shares, out),
            None => Ok(()),
        }
    }

    /// Every place at its depth, with the step that brings it there.
    fn tree(&self, out: &mut impl Write) -> io::Result<()> {
        let trace = self.words.trace;
        let tree = trace.tree();
        let first = trace.starts.iter().filter(|start| start.is_first()).count();
        let roots: Vec<&[Branch]> = tree.chunk_by(|_, next| next.steps > 0).collect();
        let widths = self.widths(&tree);
        let (mut others, mut alone) = (false, Vec::new());
        for root in &roots {
            let [start, rest @ ..] = root else { continue };
            let is_first = trace.starts.iter().any(|it| it.end == start.end && it.is_first());
            match (rest.is_empty(), is_first) {
                // The headline said that it goes nowhere.
                (true, _) if trace.asked.from.is_some() => continue,
                (true, false) => {
                    alone.push(self.words.name(start.end));
                    continue;
                }
                (false, false) if !others => {
                    others = true;
                    self.elsewhere(first > 0, out)?;
                }
                _ => {}
            }
            writeln!(out)?;
            self.root(start, out)?;
            for branch in rest {
                self.branch(branch, widths, out)?;
            }
        }
        self.alone(&alone, out)
    }

    /// What comes before the ways that start at none of the sources.
    fn elsewhere(&self, sources: bool, out: &mut impl Write) -> io::Result<()> {
        let lang = self.words.lang();
        let told = if sources {
            say!(
                lang,
                en: "No way from a source leads to those below; they get it from others that send it:",
                nl: "Naar wie hieronder staat, leidt geen weg vanuit een bron; zij krijgen het van anderen die het sturen:",
            )
        } else {
            let data = self.words.data();
            say!(
                lang,
                en: "No application is said to be the source of {data} (`source_of`). The ways start at those who send it:",
                nl: "Van geen applicatie staat vast dat ze de bron van {data} is (`source_of`). De wegen beginnen bij wie het stuurt:",
            )
        };
        writeln!(out)?;
        self.paragraph("", &told, out)
    }

    fn root(&self, start: &Branch, out: &mut impl Write) -> io::Result<()> {
        let paint = Paint(self.style.form == Form::Colored);
        let words = &self.words;
        let name = paint.bold(&words.name(start.end));
        let origin = words.trace.starts.iter().find(|it| it.end == start.end);
        let origin = origin.map_or("", |start| words.origin(*start));
        let source = start.end.application().and_then(|id| {
            let mut sources = words.analysis.landscape.applications.get(id).source_of.iter();
            sources.find(|item| item.value == words.trace.asked.data)
        });
        match source {
            Some(source) => writeln!(out, "{name}: {origin}  {}", paint.dim(&self.at(source.location))),
            None => writeln!(out, "{name}: {origin}"),
        }
    }

    /// How wide the names in the tree and the protocols beside them are.
    fn widths(&self, tree: &[Branch]) -> (usize, usize) {
        let wide = |text: &str| text.chars().count();
        let hops = || tree.iter().filter_map(|branch| Some((branch, branch.last?)));
        let names = hops().map(|(branch, hop)| wide(&self.left(branch, hop))).max().unwrap_or_default();
        let protocols = hops().map(|(_, hop)| wide(&self.protocol(hop.link))).max().unwrap_or_default();
        (names.min(NAME), protocols.min(PROTOCOL))
    }

    /// A place at its depth, with how many steps lie before it.
    fn left(&self, branch: &Branch, hop: Hop) -> String {
        let words = &self.words;
        let indent = "  ".repeat(usize::try_from(branch.steps.min(DEEPEST)).unwrap_or_default());
        let steps = number(usize::try_from(branch.steps).unwrap_or(usize::MAX), words.lang());
        format!("{indent}{steps} {}{}", words.name(branch.end), words.manner(hop))
    }

    fn branch(
        &self,
        branch: &Branch,
        (wide, wide_protocol): (usize, usize),
        out: &mut impl Write,
    ) -> io::Result<()> {
        let Some(hop) = branch.last else { return Ok(()) };
        let (words, paint) = (&self.words, Paint(self.style.form == Form::Colored));
        let (left, state) = (self.left(branch, hop), words.security(hop.link));
        let status = format!("{:<17}", self.status(state));
        let protocol = self.protocol(hop.link);
        writeln!(
            out,
            "{left:<wide$}  {} {protocol:<wide_protocol$}  {}",
            painted(paint, Some(state), &status),
            paint.dim(&self.place(hop))
        )
    }

    /// Who has it without giving it to anyone that doesn't have it by a way above.
    fn alone(&self, names: &[Cow<'_, str>], out: &mut impl Write) -> io::Result<()> {
        if names.is_empty() {
            return Ok(());
        }
        let (lang, names) = (self.words.lang(), names.join(", "));
        writeln!(out)?;
        let told = say!(
            lang,
            en: "These have it as well, and send it only to whom was named already: {names}.",
            nl: "Ook deze hebben het, en sturen het alleen naar wie al genoemd is: {names}.",
        );
        self.paragraph("", &told, out)
    }

    /// Every step that isn't surely secured, on the shortest ways or beside them.
    fn unsecured(&self, out: &mut impl Write) -> io::Result<()> {
        let (words, lang) = (&self.words, self.words.lang());
        let mut unsecured = words.unsecured(&words.trace.steps);
        if unsecured.is_empty() {
            return Ok(());
        }
        unsecured.sort_by_key(|hop| std::cmp::Reverse(words.security(hop.link)));
        writeln!(out)?;
        let told = say!(
            lang,
            en: "Not secured, or not known, on these ways and beside them:",
            nl: "Niet beveiligd of niet bekend, op deze wegen en ernaast:",
        );
        self.paragraph("", &told, out)?;
        unsecured.iter().try_for_each(|hop| self.line(*hop, out))
    }

    /// Who is responsible for the links that it goes over, whoever for most first.
    fn responsible(&self, out: &mut impl Write) -> io::Result<()> {
        let (words, lang) = (&self.words, self.words.lang());
        let mut counts: BTreeMap<Cow<'_, str>, usize> = BTreeMap::new();
        let mut nobody = 0;
        let mut links: Vec<Id<Link>> = words.trace.steps.iter().map(|hop| hop.link).collect();
        links.dedup();
        for link in links {
            let controllers = self.controllers(link);
            nobody += usize::from(controllers.is_empty());
            for name in controllers {
                *counts.entry(name).or_default() += 1;
            }
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let share = |(name, count): &(Cow<'_, str>, usize)| format!("{name} ({})", number(*count, lang));
        let mut told: Vec<String> = Vec::new();
        if !counts.is_empty() {
            let names = counts.iter().map(share).collect::<Vec<_>>().join(", ");
            told.push(say!(
                lang,
                en: "Responsible, with for how many links: {names}.",
                nl: "Verantwoordelijk, met voor hoeveel koppelingen: {names}.",
            ));
        }
        if nobody > 0 {
            let links = counted(nobody, LINKS, lang);
            told.push(say!(
                lang,
                en: "For {links} nobody is said to be responsible.",
                nl: "Voor {links} is niemand als verantwoordelijke vastgelegd.",
            ));
        }
        if told.is_empty() {
            return Ok(());
        }
        writeln!(out)?;
        self.paragraph("", &told.join(" "), out)
    }

    /// What can't be known: links that may carry it too.
    fn possible(&self, out: &mut impl Write) -> io::Result<()> {
        let (words, lang) = (&self.words, self.words.lang());
        let possible = &words.trace.possible;
        if let Some(way) = &possible.way {
            writeln!(out)?;
            let told = say!(
                lang,
                en: "It may come there on this way, over links that don't say which data they carry:",
                nl: "Het kan er wel komen langs deze weg, over koppelingen die niet zeggen welke gegevens ze dragen:",
            );
            self.paragraph("", &told, out)?;
            return self.way(way, out);
        }
        if possible.steps.is_empty() || words.trace.way.is_some() {
            return Ok(());
        }
        let told = words.possible();
        writeln!(out)?;
        self.paragraph("", &told, out)?;
        for hop in possible.steps.iter().take(NAMED) {
            let [from, to] = [hop.from, hop.to].map(|end| words.name(end));
            writeln!(out, "  {from} → {to}{}  {}", words.manner(*hop), self.place(*hop))?;
        }
        Ok(())
    }
}

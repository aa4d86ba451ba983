//! A step of a trace in words: over which link, how secured and why, who is responsible, where it is written.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use super::{
    terminal::{Form, Paint},
    trace::Printer,
    wrap::wrap,
};
use crate::{
    analysis::Security,
    follow::trace::named_at,
    graph::Hop,
    model::{Id, Link},
    rules::controllers,
    say,
    source::Location,
    text::{capitalised, number, on_one_line, shown},
    view::theme::look,
};

impl Printer<'_> {
    /// One way, step by step, with all that there is to say of each.
    pub fn way(&self, way: &[Hop], out: &mut impl Write) -> io::Result<()> {
        for (step, hop) in (1..).zip(way) {
            writeln!(out)?;
            self.step(&format!("{}. ", number(step, self.words.lang())), *hop, out)?;
        }
        Ok(())
    }

    /// A step: its ends, its security and why, who is responsible, where it is written.
    fn step(&self, start: &str, hop: Hop, out: &mut impl Write) -> io::Result<()> {
        let (words, lang) = (&self.words, self.words.lang());
        let paint = Paint(self.style.form == Form::Colored);
        let [from, to] = [hop.from, hop.to].map(|end| words.name(end));
        let ends = format!("{from} → {to}{}", words.manner(hop));
        writeln!(out, "{}", paint.bold(&self.filled(start, &ends)))?;
        let (state, indent) = (words.security(hop.link), " ".repeat(start.chars().count()));
        let why = self.why(hop.link);
        let status = format!("{}{why} · {}", look(state).word.to(lang), self.protocol(hop.link));
        let status = self.filled(&format!("{indent}{}", self.symbol(state)), &status);
        writeln!(out, "{}", painted(paint, Some(state), &status))?;
        let controllers = self.controllers(hop.link);
        let told = if controllers.is_empty() {
            say!(lang, en: "nobody is said to be responsible", nl: "niemand is als verantwoordelijke vastgelegd")
        } else {
            let controllers = controllers.join(", ");
            say!(lang, en: "responsible: {controllers}", nl: "verantwoordelijk: {controllers}")
        };
        self.paragraph(&indent, &told, out)?;
        writeln!(out, "{indent}{}", paint.dim(&self.place(hop)))
    }

    /// Who else brings it to where it was asked: the shortest way may not be the one that matters.
    pub fn beside(&self, way: &[Hop], out: &mut impl Write) -> io::Result<()> {
        let (words, lang) = (&self.words, self.words.lang());
        let (to, beside) = (words.trace.asked.to, words.beside(way));
        if beside.is_empty() {
            return Ok(());
        }
        writeln!(out)?;
        let name = to.map(|end| words.name(end)).unwrap_or_default();
        let told = say!(
            lang,
            en: "It comes to {name} directly over these links too:",
            nl: "Het komt ook over deze koppelingen rechtstreeks bij {name}:",
        );
        self.paragraph("", &told, out)?;
        beside.iter().try_for_each(|hop| self.line(*hop, out))
    }

    /// A step on one line and where it is written on the next.
    pub fn line(&self, hop: Hop, out: &mut impl Write) -> io::Result<()> {
        let (words, lang) = (&self.words, self.words.lang());
        let paint = Paint(self.style.form == Form::Colored);
        let state = words.security(hop.link);
        let [from, to] = [hop.from, hop.to].map(|end| words.name(end));
        let (manner, word, why) = (words.manner(hop), look(state).word.to(lang), self.why(hop.link));
        let text = format!("{from} → {to}{manner}: {word}{why} · {}", self.protocol(hop.link));
        let line = self.filled(&format!("  {}", self.symbol(state)), &text);
        writeln!(out, "{}", painted(paint, Some(state), &line))?;
        writeln!(out, "    {}", paint.dim(&self.place(hop)))
    }

    pub fn status(&self, state: Security) -> String {
        format!("{}{}", self.symbol(state), look(state).word.to(self.words.lang()))
    }

    /// The sign of a state; who listens hears the words only.
    pub fn symbol(&self, state: Security) -> String {
        if self.style.form == Form::Narrated { String::new() } else { format!("{} ", look(state).glyph) }
    }

    fn why(&self, link: Id<Link>) -> String {
        let reasons = self.labels.reasons(link);
        if reasons.is_empty() { String::new() } else { format!(" ({})", reasons.join("; ")) }
    }

    pub fn protocol(&self, link: Id<Link>) -> Cow<'_, str> {
        let link = self.words.analysis.landscape.links.get(link);
        match &link.protocol {
            Some(protocol) => shown(protocol),
            None => say!(self.words.lang(), en: "protocol not known", nl: "protocol niet bekend").into(),
        }
    }

    pub fn controllers(&self, link: Id<Link>) -> Vec<Cow<'_, str>> {
        let landscape = &self.words.analysis.landscape;
        let controllers = controllers(landscape, landscape.links.get(link));
        controllers.into_iter().map(|id| shown(&landscape.parties.get(id).name)).collect()
    }

    pub fn place(&self, hop: Hop) -> String {
        let words = &self.words;
        self.at(named_at(&words.analysis.landscape, hop, words.trace.asked.data))
    }

    pub fn at(&self, location: Location) -> String {
        let (start, _) = self.sources.positions(location);
        format!("{}:{}", on_one_line(self.sources.get(location.source).path()), start.line)
    }

    pub fn filled(&self, start: &str, text: &str) -> String {
        wrap(start, text, self.style.width)
    }

    pub fn paragraph(&self, indent: &str, text: &str, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{}", self.filled(indent, &capitalised_if(indent.is_empty(), text)))
    }
}

/// A name at the start of a sentence may be written small.
fn capitalised_if(starts: bool, text: &str) -> Cow<'_, str> {
    if starts { capitalised(text).into() } else { text.into() }
}

/// A text in the colour of a state, beside its sign and word.
pub fn painted(paint: Paint, state: Option<Security>, text: &str) -> String {
    match state {
        None | Some(Security::NoPersonalData) => text.to_owned(),
        Some(Security::Secured) => paint.green(text),
        Some(Security::Attention | Security::Unknown) => paint.yellow(text),
        Some(Security::NotCredible | Security::NotSecured) => paint.red(text),
    }
}

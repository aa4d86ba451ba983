//! The traffic-light overview (stoplichtoverzicht) for people at a terminal: each norm with its colour as symbol
//! and word, and what made it so.

use std::io;

use super::{
    terminal::{Form, Style},
    wrap::wrap,
};
use crate::{
    analysis::{Analysis, Because, Statement},
    attachment::Attachment,
    model::{Item, Norm, Status},
    say,
    text::{self, Lang, Text, shown, shown_up_to},
};

/// The longest statement that is shown, in characters.
const LONGEST: usize = 400;

/// How a colour is shown where nothing can be coloured.
pub struct Light {
    /// A sign for it.
    pub symbol: &'static str,
    /// A word for it.
    pub word: Text,
    /// The SGR code of the symbol at a terminal with colours.
    code: &'static str,
}

/// How a norm of that colour is shown.
pub const fn light(status: Status) -> Light {
    match status {
        Status::Green => Light { symbol: "✓", word: Text { en: "Met", nl: "Voldoet" }, code: "1;32" },
        Status::Amber => {
            Light { symbol: "!", word: Text { en: "Needs attention", nl: "Aandacht" }, code: "1;33" }
        }
        Status::Red => {
            Light { symbol: "✗", word: Text { en: "Not met", nl: "Voldoet niet" }, code: "1;31" }
        }
        Status::NotAssessed => {
            Light { symbol: "?", word: Text { en: "Not assessed", nl: "Niet beoordeeld" }, code: "1;33" }
        }
    }
}

/// Prints the colour of every norm, in the order of the landscape, and an empty line; nothing where it has none.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(analysis: &Analysis, style: Style, out: &mut impl io::Write) -> io::Result<()> {
    if analysis.norms.is_empty() {
        return Ok(());
    }
    let counts = counts(analysis);
    let heading = say!(analysis.lang, en: "Traffic lights: {counts}", nl: "Stoplichtoverzicht: {counts}");
    writeln!(out, "{}", wrap("", &heading, style.width))?;
    for (norm, statement) in analysis.landscape.norms.items().iter().zip(&analysis.norms) {
        for line in lines(analysis, norm, statement, style) {
            writeln!(out, "{line}")?;
        }
    }
    writeln!(out)
}

/// How many norms have each colour.
fn counts(analysis: &Analysis) -> String {
    let count = |status| analysis.norms.iter().filter(|norm| norm.status == status).count();
    let all = [Status::Green, Status::Amber, Status::Red, Status::NotAssessed];
    let named =
        all.into_iter().map(|status| (light(status).word.to(analysis.lang).to_lowercase(), count(status)));
    let named = named.filter(|(_, count)| *count > 0).map(|(word, count)| format!("{word} {count}"));
    named.collect::<Vec<_>>().join(", ")
}

/// How many norms of an attachment have each colour, from good to bad.
pub fn by_colour(attachment: &Attachment) -> String {
    let count = |status| attachment.norms.iter().filter(|norm| norm.status == status).count();
    let counts = [Status::Green, Status::NotAssessed, Status::Amber, Status::Red].map(|status| {
        let word = light(status).word.to(attachment.lang).to_lowercase();
        (count(status), format!("{word}: {}", text::number(count(status), attachment.lang)))
    });
    let counts: Vec<_> = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    counts.join(" · ")
}

/// The statement with its colour, and below it what made it so.
fn lines(analysis: &Analysis, norm: &Item<Norm>, statement: &Statement, style: Style) -> Vec<String> {
    let lang = analysis.lang;
    let (light, id) = (light(statement.status), shown(&norm.id));
    let (word, said) = (light.word.to(lang), shown_up_to(&norm.text, LONGEST));
    if style.form == Form::Narrated {
        let why = why(norm, statement, lang).into_iter().map(|why| text::capitalised(&why) + ".");
        let first = say!(lang, en: "Norm {id}: {word}. {said}", nl: "Norm {id}: {word}. {said}");
        return std::iter::once(first).chain(why).collect();
    }
    let symbol = light.symbol;
    let mut first = wrap(&format!("  {symbol} "), &format!("{word} · norm {id}: {said}"), style.width);
    if style.form == Form::Colored {
        let painted = format!("\u{1b}[{}m{symbol} {word}\u{1b}[0m", light.code);
        first = first.replacen(&format!("{symbol} {word}"), &painted, 1);
    }
    let why = why(norm, statement, lang).into_iter().map(|why| wrap("    ", &why, style.width));
    std::iter::once(first).chain(why).collect()
}

/// What made the colour: the rules, people, or nothing.
fn why(norm: &Item<Norm>, statement: &Statement, lang: Lang) -> Vec<String> {
    if norm.lost.any_of(&["rules", "status"]) {
        return vec![say!(lang, en: "not all of it could be read", nl: "het is niet helemaal te lezen")];
    }
    let computed = statement.computed.filter(|computed| *computed == statement.status);
    let judged = norm.status.as_ref().filter(|judged| Status::from(judged.value) == statement.status);
    if computed.is_none() && judged.is_none() {
        return vec![say!(lang, en: "nobody judged it", nl: "niemand heeft het beoordeeld")];
    }
    let by_rules = computed.map(|it| rules(it, &statement.because, lang));
    by_rules.into_iter().chain(judged.map(|_| people(norm, lang))).collect()
}

/// What the rules made of it, and which.
fn rules(computed: Status, because: &[Because], lang: Lang) -> String {
    let one = |because: &Because| match because.findings {
        0 => shown(&because.rule).into_owned(),
        count => format!("{} ({})", shown(&because.rule), text::number(count, lang)),
    };
    let named = because.iter().map(one).collect::<Vec<_>>().join(", ");
    match computed {
        Status::Green => {
            say!(lang, en: "by rules: nothing was found", nl: "volgens regels: er is niets gevonden")
        }
        Status::NotAssessed if because.is_empty() => {
            say!(lang, en: "by rules: not everything could be read", nl: "volgens regels: niet alles was te lezen")
        }
        Status::NotAssessed => {
            say!(lang, en: "by rules that can't be assessed: {named}", nl: "volgens regels die niet te beoordelen zijn: {named}")
        }
        Status::Amber | Status::Red => say!(lang, en: "by rules: {named}", nl: "volgens regels: {named}"),
    }
}

/// Who judged it, and when.
fn people(norm: &Item<Norm>, lang: Lang) -> String {
    let mut judged = say!(lang, en: "judged by people", nl: "beoordeeld door mensen");
    if let Some(by) = &norm.by {
        judged.extend([": ", &shown(by)]);
    }
    if let Some(day) = &norm.judged {
        let day = text::date(day.value.0, lang);
        judged += &say!(lang, en: ", on {day}", nl: ", op {day}");
    }
    judged
}

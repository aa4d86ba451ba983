//! Accepting a risk: an `[[acceptance]]` for a year, which accepts nothing until people have filled in why and who.

use jiff::ToSpan;

use super::{Mend, change::added, lines};
use crate::{
    analysis::Analysis,
    finding::{Finding, Group},
    load::pieces::Pieces,
    say,
};

/// The mend that accepts a finding; none for what breaks the language, and for what is accepted.
pub fn mend(analysis: &Analysis, pieces: &Pieces<'_>, finding: &Finding) -> Option<Mend> {
    if finding.rule.group == Group::Language || finding.accepted {
        return None;
    }
    let sources = pieces.sources();
    let until = analysis.date.checked_add(1.year()).ok()?;
    let subject = toml::Value::from(&*finding.subject);
    let table = format!(
        "[[acceptance]]\nrule = \"{}\"\nsubject = {subject}\nreason = \"\"\nby = \"\"\nuntil = {until}",
        finding.rule.id,
    );
    let last = analysis.landscape.acceptances.last().and_then(|it| lines::behind(pieces, it.header));
    let here = finding.primary.location.source;
    let (source, at) = last.unwrap_or_else(|| (here, sources.get(here).text().len()));
    let title = say!(
        analysis.lang,
        en: "Accept this for a year; why and by whom is to be filled in",
        nl: "Accepteer dit voor een jaar; waarom en door wie is in te vullen",
    );
    Some(Mend { title, edits: vec![added(sources, source, at, &table)?], certain: false })
}

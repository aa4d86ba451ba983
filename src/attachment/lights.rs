//! The traffic lights for who doesn't know the rules by name.

use super::NormRow;
use crate::{
    analysis::{Analysis, Because, Statement},
    model::{Item, Norm, Status},
    rules, say,
    text::{self, Lang, capitalised, on_one_line},
};

/// Every norm with its colour, in reading order.
pub fn norms(analysis: &Analysis) -> Vec<NormRow> {
    let lang = analysis.lang;
    let row = |(norm, statement): (&Item<Norm>, &Statement)| {
        let said = |text: &str| on_one_line(text).into_owned();
        let computed = statement.computed.map(|status| computed(status, &statement.because, lang));
        let judged = judged(norm, computed.is_some(), lang);
        NormRow {
            status: statement.status,
            text: said(&norm.text),
            rests_on: computed.iter().cloned().chain(judged.iter().cloned()).collect(),
            computed: statement.computed.map(|_| statement.because.iter().map(|it| it.findings).sum()),
            judged,
            evidence: norm.evidence.iter().map(|it| said(&it.value)).collect(),
            action: norm.action.as_ref().map(|it| said(it)),
            owner: norm.owner.as_ref().map(|it| said(it)),
            due: norm.due.as_ref().map(|due| text::date(due.value.0, lang)),
        }
    };
    analysis.landscape.norms.items().iter().zip(&analysis.norms).map(row).collect()
}

/// Who judged it and when, and their own words.
fn judged(norm: &Item<Norm>, is_computed: bool, lang: Lang) -> Vec<String> {
    let mut all = Vec::new();
    if norm.status.is_some() {
        all.push(who_and_when(norm, lang));
    } else if !is_computed {
        all.push(say!(lang, en: "Nobody judged it.", nl: "Niemand heeft het beoordeeld."));
    }
    all.extend(norm.explanation.as_ref().map(|it| on_one_line(it).into_owned()));
    all
}

/// What the rules made of it, in what they are about.
fn computed(status: Status, because: &[Because], lang: Lang) -> String {
    let title =
        |rule: &str| rules::find(rule).map_or_else(|| rule.to_owned(), |it| it.title.to(lang).to_owned());
    let named: Vec<String> = because
        .iter()
        .map(|because| match because.findings {
            0 => title(&because.rule),
            count => format!("{} ({})", title(&because.rule), text::number(count, lang)),
        })
        .collect();
    let named = named.join("; ");
    match status {
        Status::Green => {
            say!(lang, en: "Computed: nothing was found that falls short.", nl: "Berekend: er is niets gevonden dat niet voldoet.")
        }
        Status::NotAssessed if because.is_empty() => {
            say!(lang, en: "Computed: not everything could be read.", nl: "Berekend: niet alles was te lezen.")
        }
        Status::NotAssessed => {
            say!(lang, en: "Not to be computed: {named}.", nl: "Niet te berekenen: {named}.")
        }
        Status::Amber | Status::Red => say!(lang, en: "Computed: {named}.", nl: "Berekend: {named}."),
    }
}

/// Who judged it, and when.
fn who_and_when(norm: &Item<Norm>, lang: Lang) -> String {
    let mut judged = say!(lang, en: "judged", nl: "beoordeeld");
    if let Some(day) = &norm.judged {
        let day = text::date(day.value.0, lang);
        judged += &say!(lang, en: " on {day}", nl: " op {day}");
    }
    if let Some(by) = &norm.by {
        let by = on_one_line(by);
        judged += &say!(lang, en: " by {by}", nl: " door {by}");
    }
    format!("{}.", capitalised(&judged))
}

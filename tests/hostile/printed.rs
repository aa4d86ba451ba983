//! Every output of a hostile landscape is what it claims to be, and nothing of it is what a name made.

use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    finding::Group,
    model::Audience,
    source::Sources,
    text::Lang,
};

use crate::{
    names::{NAMES, broken, whole},
    outputs::Judged,
};

/// A path that tries as much as a name.
const PATH: &str = "landschap/é #1: 50%,@team`[x](y) ::error::\u{1b}|\u{202e}<b>.toml";

fn judge(text: &str, lang: Lang) -> (Sources, Analysis) {
    let mut sources = Sources::default();
    sources.add(PATH, text);
    let today = jiff::civil::date(2026, 11, 1);
    let analysis =
        analyze(&sources, &Options { date: None, today, lang: Some(lang), levels: Levels::default() });
    (sources, analysis)
}

#[test]
fn a_name_is_only_a_name_in_every_format_of_check() {
    for name in NAMES {
        for (text, lang) in [(whole(&[name]), Lang::Nl), (broken(name), Lang::En)] {
            let (sources, analysis) = judge(&text, lang);
            assert!(!analysis.findings.is_empty());
            Judged { analysis: &analysis, sources: &sources }.checked();
        }
    }
}

#[test]
fn a_name_is_only_a_name_in_every_answer_and_register() {
    for name in NAMES {
        for lang in Lang::ALL {
            let (sources, analysis) = judge(&whole(&[name]), lang);
            let unread = analysis.findings.iter().find(|it| it.rule.group == Group::Language);
            assert!(unread.is_none(), "{name}: {unread:?}");
            let judged = Judged { analysis: &analysis, sources: &sources };
            judged.answered();
            judged.registered();
        }
    }
}

#[test]
fn a_name_is_only_a_name_in_every_picture() {
    for name in NAMES {
        let (sources, analysis) = judge(&whole(&[name]), Lang::Nl);
        let judged = Judged { analysis: &analysis, sources: &sources };
        judged.drawn();
        judged.answers_drawn();
    }
}

#[test]
fn a_name_is_only_a_name_in_what_a_council_gets() {
    // Several in one landscape, since each page is a handful of pictures.
    for names in NAMES.chunks(6) {
        let (sources, analysis) = judge(&whole(names), Lang::En);
        let judged = Judged { analysis: &analysis, sources: &sources };
        judged.attached(Audience::Internal);
        judged.attached(Audience::Public);
    }
}

#[test]
fn a_name_is_only_a_name_in_what_changed_since_an_earlier_report() {
    let (half, all) = NAMES.split_at(NAMES.len() / 2);
    for (then, now) in [(half, all), (all, half)] {
        // Of the first that both have, the links carry other data now.
        let now = [&then[..2], &now[..4]].concat();
        let (_, before) = judge(&whole(&then[..6]), Lang::Nl);
        let (sources, analysis) =
            judge(&whole(&now).replace("personal_data = true", "data = 'd0'"), Lang::Nl);
        let judged = Judged { analysis: &analysis, sources: &sources };
        judged.attached_since(Audience::Internal, Some(&before));
        judged.attached_since(Audience::Public, Some(&before));
    }
}

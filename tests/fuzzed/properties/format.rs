//! Formatting any file keeps what it means, and a second time changes nothing; so does making mends that are certain.

use std::collections::BTreeMap;

use koppelkaart::{analysis::Analysis, format::format, mend::certain, source::Sources};

use super::{judged, options, sources};

/// Formats each of the files, and mends the landscape.
pub fn holds(data: &[u8]) {
    let before = sources(data);
    let mut tidy = BTreeMap::new();
    for (file, source) in before.iter() {
        let Ok(new) = format(source.text()) else { continue };
        assert_eq!(format(&new).as_deref(), Ok(new.as_str()), "a second time changes nothing");
        let values = |text: &str| text.parse::<toml::Table>().ok();
        let old = source.text().strip_prefix('\u{FEFF}').unwrap_or(source.text());
        if source.damage().is_none() {
            assert_eq!(values(&new), values(old), "{new}");
        }
        tidy.insert(file, new);
    }
    let (analysis, tidied) = (judged(&before), judged(&before.with(&tidy)));
    if before.iter().all(|(_, source)| source.damage().is_none()) {
        assert_eq!(told(&tidied), told(&analysis), "formatting changes no judgement");
    }
    mended(&analysis, &before);
}

/// What was mended isn't found any more, and the text can be mended and read on.
fn mended(analysis: &Analysis, sources: &Sources) {
    let Some(step) = certain::step(analysis, sources, &options(), None) else { return };
    let now = sources.with(&step.texts);
    assert_eq!(told(&judged(&now)), told(&step.analysis), "it was judged as it is written");
    assert!(!step.made.is_empty() && !step.texts.is_empty());
}

fn told(analysis: &Analysis) -> Vec<(&str, &str)> {
    let mut told: Vec<_> = analysis.findings.iter().map(|it| (it.rule.id, it.subject.as_str())).collect();
    told.sort_unstable();
    told
}

//! Any bytes can be judged, every finding has a place, and order and memory change nothing.

use koppelkaart::{
    analysis::{Analysis, judge, judge_again},
    load::memory::{load, reload},
    source::Sources,
};

use super::{judged, options, sources};

/// Reads bytes as files of a landscape, and judges it.
pub fn holds(data: &[u8]) {
    let mut sources = sources(data);
    let analysis = judged(&sources);
    places_exist(&sources, &analysis);
    // Read again, with a memory, as if the second half of a file had just been pasted.
    let Some((last, text)) = sources.iter().last().map(|(id, file)| (id, file.text().to_owned())) else {
        return;
    };
    if sources.get(last).damage().is_some() {
        return;
    }
    let half = &text[..text.floor_char_boundary(text.len() / 2)];
    sources.replace(last, half);
    let (loaded, mut memory) = load(&sources);
    let (landscape, kept) = judge(loaded, &options()).into_kept();
    sources.replace(last, &*text);
    if let Some((again, changed)) = reload(&sources, &mut memory, landscape, (last, half)) {
        let again = judge_again(kept, changed, again, &options());
        assert_eq!(told(&again), told(&analysis), "what is remembered is what is read");
        assert_eq!(again.summary, analysis.summary);
    }
}

/// Every place lies within its file, on whole characters, and ends no earlier than it starts.
fn places_exist(sources: &Sources, analysis: &Analysis) {
    for found in &analysis.findings {
        for label in std::iter::once(&found.primary).chain(&found.related) {
            let (location, file) = (label.location, sources.get(label.location.source));
            assert!(file.text().get(location.range()).is_some(), "{}: {location:?}", found.rule.id);
            let (start, end) = sources.positions(location);
            assert!((start.line, start.column) <= (end.line, end.column), "{}: {location:?}", found.rule.id);
        }
    }
}

fn told(analysis: &Analysis) -> Vec<(&str, &str, &str)> {
    analysis.findings.iter().map(|it| (it.rule.id, it.subject.as_str(), it.message.as_str())).collect()
}

//! What became of the findings between two versions.

use rustc_hash::FxHashMap;

use super::version::Version;
use crate::{
    say,
    text::{Lang, number},
};

/// How many findings came and went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Found before, and no longer.
    pub mended: usize,
    /// Found now, and not before.
    pub new: usize,
}

impl Change {
    /// Compares two versions. A finding is the same when its rule, its subject and its words are.
    pub fn between(before: &Version, now: &Version) -> Self {
        let mut counts: FxHashMap<(&str, &str, &str), isize> = FxHashMap::default();
        for (version, sign) in [(now, 1), (before, -1)] {
            for finding in version.analysis.findings.iter().filter(|finding| !finding.accepted) {
                *counts.entry((finding.rule.id, &finding.subject, &finding.message)).or_default() += sign;
            }
        }
        let sum = |sign: isize| counts.values().map(|count| (count * sign).max(0).unsigned_abs()).sum();
        Self { mended: sum(-1), new: sum(1) }
    }

    /// The same in words.
    pub fn told(self, lang: Lang) -> String {
        let (mended, new) = (number(self.mended, lang), number(self.new, lang));
        match self {
            Self { mended: 0, new: 0 } => {
                say!(lang, en: "the findings are the same", nl: "de bevindingen zijn dezelfde")
            }
            Self { new: 0, .. } => {
                say!(lang, en: "findings mended: {mended}, new: none", nl: "bevindingen hersteld: {mended}, nieuw: geen")
            }
            Self { mended: 0, .. } => {
                say!(lang, en: "findings mended: none, new: {new}", nl: "bevindingen hersteld: geen, nieuw: {new}")
            }
            _ => {
                say!(lang, en: "findings mended: {mended}, new: {new}", nl: "bevindingen hersteld: {mended}, nieuw: {new}")
            }
        }
    }
}

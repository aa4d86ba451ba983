//! Old debt and new: which findings were there before, so that a check can let those pass and no other.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::{Analysis, Summary, fingerprint::fingerprints};
use crate::{
    finding::{Finding, Group, Part},
    model::{Landscape, Link},
    say,
    source::Sources,
    text::{Lang, shown},
};

/// The findings of an earlier judgement that a check lets pass. What was accepted isn't among them: that holds
/// until a day; nor is what breaks the language, since it hides what else there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Debt(Vec<Entry>);

/// A finding of an earlier judgement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    /// The rule.
    pub rule: String,
    /// The id of what it was about.
    pub subject: String,
    /// What it is found again by.
    pub fingerprint: String,
    /// What it was told of at once: more of these is new debt.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
}

/// What a judgement is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Before {
    /// A baseline, with the file that holds it.
    Baseline(String),
    /// The landscape at a revision; `absent`: there was none yet.
    Revision {
        /// As it was asked for.
        name: String,
        /// There was no landscape yet.
        absent: bool,
        /// Not all of it could be read, so that what it hid counts as new.
        incomplete: bool,
    },
}

impl Before {
    /// The file or revision, as it was asked for.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Baseline(name) | Self::Revision { name, .. } => name,
        }
    }
}

/// How a judgement compares with an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What with.
    pub before: Before,
    /// How many findings there are that weren't before, and aren't accepted.
    pub new: usize,
    /// What was found before and isn't any more, in order; none, where not everything could be read.
    pub gone: Vec<Entry>,
}

/// A baseline as a file holds it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u8,
    findings: Vec<Entry>,
}

/// The one version of the file that there is.
const VERSION: u8 = 1;

impl Debt {
    /// The debt that a judgement shows.
    #[must_use]
    pub fn of(analysis: &Analysis, sources: &Sources) -> Self {
        let all = analysis.findings.iter().zip(fingerprints(analysis, sources));
        let mut entries: Vec<Entry> = all
            .filter(|(finding, _)| may_pass(finding))
            .map(|(finding, mut print)| {
                print.parts.sort_unstable();
                Entry {
                    rule: finding.rule.id.to_owned(),
                    subject: print.subject,
                    fingerprint: print.code,
                    parts: print.parts,
                }
            })
            .collect();
        entries.sort_unstable();
        Self(entries)
    }

    /// How many findings it holds.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text of a file that holds it: one line for each finding, so that changes to it can be read.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Texts and lists of texts can always be written.
        let line = |entry: &Entry| format!("    {}", serde_json::to_string(entry).unwrap_or_default());
        let lines: Vec<String> = self.0.iter().map(line).collect();
        let findings =
            if lines.is_empty() { "[]".to_owned() } else { format!("[\n{}\n  ]", lines.join(",\n")) };
        format!("{{\n  \"version\": {VERSION},\n  \"findings\": {findings}\n}}\n")
    }

    /// Reads the text of such a file.
    ///
    /// # Errors
    /// Tells what is wrong with it.
    pub fn from_json(text: &str, lang: Lang) -> Result<Self, String> {
        let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if file.version != VERSION {
            let version = file.version;
            return Err(say!(
                lang,
                en: "it has version {version}, and this program knows version {VERSION}",
                nl: "het heeft versie {version}, en dit programma kent versie {VERSION}",
            ));
        }
        Ok(Self(file.findings))
    }

    /// Marks the findings that were there before as known, and tells how the two compare. A finding that was
    /// told of fewer things before isn't known: it says what was added.
    pub fn apply(&self, before: Before, analysis: &mut Analysis, sources: &Sources) {
        let known: FxHashMap<&str, &Entry> = self.0.iter().map(|it| (&*it.fingerprint, it)).collect();
        let prints = fingerprints(analysis, sources);
        let mut found: FxHashSet<&str> = FxHashSet::default();
        for (finding, print) in analysis.findings.iter_mut().zip(&prints) {
            let Some(entry) = known.get(&*print.code) else { continue };
            found.insert(&entry.fingerprint);
            if !may_pass(finding) {
                continue;
            }
            let is_added = |(_, part): &(&Part, &String)| !entry.parts.contains(part);
            let added: Vec<Part> = finding
                .identity
                .parts
                .iter()
                .zip(&print.parts)
                .filter(is_added)
                .map(|(part, _)| *part)
                .collect();
            finding.known = added.is_empty();
            if !finding.known {
                finding.message += &tell_added(&analysis.landscape, analysis.lang, &added);
            }
        }
        // Where something couldn't be read, it may only be hidden.
        let complete = !analysis.is_incomplete();
        let is_gone = |entry: &&Entry| complete && !found.contains(&*entry.fingerprint);
        let gone = self.0.iter().filter(is_gone).cloned().collect();
        let new = analysis.findings.iter().filter(|finding| !finding.accepted && !finding.known).count();
        analysis.summary = Summary::new(&analysis.landscape, &analysis.links, &analysis.findings);
        analysis.comparison = Some(Comparison { before, new, gone });
    }
}

/// Whether a finding may pass because it was there before.
fn may_pass(finding: &Finding) -> bool {
    !finding.accepted && finding.rule.group != Group::Language
}

/// What was added to a finding, for the end of its message.
fn tell_added(landscape: &Landscape, lang: Lang, added: &[Part]) -> String {
    let mut names: Vec<String> = added.iter().map(|part| name(landscape, lang, *part)).collect();
    names.sort_unstable();
    let (count, first) = (names.len() - 1, names.swap_remove(0));
    match count {
        0 => say!(lang, en: "; new: {first}", nl: "; nieuw: {first}"),
        _ => say!(lang, en: "; new: {first} and {count} more", nl: "; nieuw: {first} en nog {count}"),
    }
}

/// What people call a part of a finding; of a link also what it carries.
fn name(landscape: &Landscape, lang: Lang, part: Part) -> String {
    match part {
        Part::Link(id) => {
            let link = landscape.links.get(id);
            let [from, to] = link.ends().map(|end| shown(landscape.endpoint_name(end)));
            let what = carried(landscape, link);
            match &*what {
                "" => say!(lang, en: "link {from} → {to}", nl: "koppeling {from} → {to}"),
                _ => {
                    say!(lang, en: "link {from} → {to} with {what}", nl: "koppeling {from} → {to} met {what}")
                }
            }
        }
        Part::Processing(id) => shown(&landscape.processing.get(id).name).into_owned(),
        Part::Data(id) => shown(&landscape.data.get(id).name).into_owned(),
        Part::End(end) => shown(landscape.endpoint_name(end)).into_owned(),
    }
}

/// The personal data that a link lists, the most sensitive first.
fn carried(landscape: &Landscape, link: &Link) -> String {
    let ids = link.data.values().chain(link.returns.values());
    let mut data: Vec<_> = ids.map(|id| landscape.data.get(id)).filter(|it| it.class.is_personal()).collect();
    data.sort_by_key(|it| !it.class.is_sensitive());
    let names: Vec<_> = data.iter().map(|it| shown(&it.name)).collect();
    names.join(", ")
}

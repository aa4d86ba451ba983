//! What makes a finding the same one tomorrow: so that old debt is told from new, and trackers of issues keep
//! their remarks.
//!
//! A fingerprint is made of the rule, of what the finding is about, and of what the rule looks at there, by the
//! ids and values that are written. It survives moving lines and files, another order and another name; it
//! changes when what the rule looks at does.

use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use toml::de::{DeTable, DeValue};

use super::Analysis;
use crate::{
    finding::{Finding, Part},
    load::pieces::Pieces,
    model::{Kind, Landscape, Link},
    source::{Location, SourceId, Sources},
};

/// A finding as it can be found again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint {
    /// 32 hexadecimal digits, no two the same in one landscape.
    pub code: String,
    /// The id of what it is about; of a link without an id of its own: `FROM->TO`, without a number. The ids of
    /// all, where it is about several together.
    pub subject: String,
    /// The ids of what it is told of at once ([`Identity::parts`](crate::finding::Identity::parts)).
    pub parts: Vec<String>,
}

/// The fingerprints of all findings, in their order.
#[must_use]
pub fn fingerprints(analysis: &Analysis, sources: &Sources) -> Vec<Fingerprint> {
    let landscape = &analysis.landscape;
    let subjects = Subjects::new(landscape, sources);
    let keys: Vec<Key> = analysis.findings.par_iter().map(|finding| subjects.key(finding)).collect();
    let begun = subjects.begun(&analysis.findings, &keys);
    let traits = analysis.findings.par_iter().zip(&keys).map(|(finding, key)| {
        let mut traits = begun[key].clone();
        let mut detail = finding.identity.detail.clone();
        detail.sort_unstable();
        for text in &detail {
            traits.add(text);
        }
        traits
    });
    let traits: Vec<Traits> = traits.collect();
    // Findings on things that are the same in everything that counts differ in their number only.
    let mut alike: FxHashMap<_, usize> = FxHashMap::default();
    let numbered = analysis.findings.iter().zip(&keys).zip(traits).map(|((finding, key), mut traits)| {
        let number = alike.entry(traits.0.clone().finalize()).or_default();
        *number += 1;
        traits.add(&number.to_string());
        Fingerprint { code: traits.code(), subject: key.1.clone(), parts: parts(landscape, finding) }
    });
    numbered.collect()
}

/// All that makes a finding what it is, one text after another: a hash that no two lists of texts share.
#[derive(Clone, Default)]
struct Traits(Sha256);

impl Traits {
    fn add(&mut self, text: &str) {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text);
    }

    /// The first half of the hash.
    fn code(self) -> String {
        self.0.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The ids of what a finding is told of at once; several links that go by the same name are numbered.
fn parts(landscape: &Landscape, finding: &Finding) -> Vec<String> {
    let name = |part: &Part| match *part {
        Part::Link(id) => link_name(landscape, landscape.links.get(id)),
        Part::Processing(id) => format!("processing.{}", landscape.processing.get(id).id),
        Part::End(end) => landscape.endpoint_id(end).to_owned(),
        Part::Data(id) => format!("data.{}", landscape.data.get(id).id),
    };
    let mut alike: FxHashMap<String, usize> = FxHashMap::default();
    let numbered = finding.identity.parts.iter().map(|part| {
        let name = name(part);
        let number = alike.entry(name.clone()).or_default();
        *number += 1;
        if *number > 1 { format!("{name}#{number}") } else { name }
    });
    numbered.collect()
}

/// A link's own id, or else those of its ends: the number that tells it from others depends on their order.
fn link_name(landscape: &Landscape, link: &Link) -> String {
    if let Some(own) = &link.id {
        return own.to_string();
    }
    let [from, to] = link.ends().map(|end| landscape.endpoint_id(end));
    format!("{from}->{to}")
}

/// A rule, what it was found on, and the table of that.
type Key = (&'static str, String, Option<(Kind, Location)>);

/// A piece of a file, by its bytes.
type Piece = (SourceId, Range<usize>);

/// What findings are about, as it is written.
struct Subjects<'a> {
    landscape: &'a Landscape,
    /// By id: the kind of table and where it starts.
    declared: FxHashMap<&'a str, Vec<(Kind, Location)>>,
    /// The links without an id of their own: what they are called without a number.
    unnamed: FxHashMap<&'a str, String>,
    pieces: Pieces<'a>,
}

impl<'a> Subjects<'a> {
    fn new(landscape: &'a Landscape, sources: &'a Sources) -> Self {
        let mut declared: FxHashMap<&str, Vec<_>> = FxHashMap::default();
        for (id, kind, header) in landscape.subjects() {
            declared.entry(id).or_default().push((kind, header));
        }
        let unnamed = landscape.links.items().iter().filter(|link| link.table.id.is_none());
        let unnamed = unnamed.map(|link| (&*link.id, link_name(landscape, link))).collect();
        Self { landscape, declared, unnamed, pieces: Pieces::of(sources) }
    }

    /// The kind of table that declares a finding's subject, and where it starts. Where things of several kinds
    /// share the id, the one that the finding points into.
    fn table(&self, finding: &Finding) -> Option<(Kind, Location)> {
        let all = self.declared.get(&*finding.subject)?;
        let before = |(_, header): &&(Kind, Location)| *header <= finding.primary.location;
        all.iter().filter(before).max_by_key(|(_, header)| *header).or(all.first()).copied()
    }

    /// What a finding is about: all of the group, or its subject.
    fn subject(&self, finding: &Finding) -> String {
        let mut group = finding.identity.group.clone();
        if group.is_empty() {
            return self.unnamed.get(&*finding.subject).unwrap_or(&finding.subject).clone();
        }
        group.sort_unstable();
        group.join(" ")
    }

    /// What findings have in common that begin alike.
    fn key(&self, finding: &Finding) -> Key {
        let table = self.table(finding).filter(|_| finding.identity.group.is_empty());
        (finding.rule.id, self.subject(finding), table)
    }

    /// How the traits of all findings begin: thousands may be about one table, or about tables in one piece of text, which
    /// is parsed once.
    fn begun<'k>(&self, findings: &[Finding], keys: &'k [Key]) -> FxHashMap<&'k Key, Traits> {
        let different: FxHashMap<&'k Key, &Finding> = keys.iter().zip(findings).collect();
        let mut by_piece: FxHashMap<Option<Piece>, Vec<(&'k Key, &Finding)>> = FxHashMap::default();
        for (key, finding) in different {
            let piece = key.2.and_then(|(_, header)| {
                Some((header.source, self.pieces.at(header.source, header.start as usize)?))
            });
            by_piece.entry(piece).or_default().push((key, finding));
        }
        let begun = by_piece.into_par_iter().flat_map_iter(|(piece, about)| {
            // What can't be parsed is told of by other rules, that look at nothing.
            let parsed = piece.and_then(|(source, range)| {
                let text = &self.pieces.sources().get(source).text()[range.clone()];
                Some((range.start, DeTable::parse(text).ok()?))
            });
            let begin = |(key, finding): (&'k Key, &Finding)| {
                let mut traits = Traits::default();
                let (rule, subject, table) = key;
                traits.add(rule);
                traits.add(subject);
                if finding.identity.group.is_empty() {
                    traits.add(table.map_or("", |(kind, _)| kind.key()));
                }
                if let (Some((kind, header)), Some((start, root))) = (table, &parsed) {
                    let table =
                        table_in(root.get_ref(), *kind, &finding.subject, header.start as usize - start);
                    let written = table.map(|table| self.written(finding, table));
                    written.into_iter().flatten().for_each(|text| traits.add(&text));
                }
                (key, traits)
            };
            about.into_iter().map(begin).collect::<Vec<_>>()
        });
        begun.collect()
    }

    /// What is written in a table of what the rule looks at: `key=value`, in the order of the keys.
    fn written(&self, finding: &Finding, table: &DeTable<'_>) -> Vec<String> {
        let mut keys: Vec<&str> = finding.rule.looks_at.to_vec();
        keys.sort_unstable();
        let written = keys.into_iter().filter_map(|key| {
            let mut values = values(table.get(key)?.get_ref());
            if matches!(key, "data" | "returns" | "source_of") {
                values = values.iter().map(|id| self.with_class(id)).collect();
            }
            Some(format!("{key}={}", values.join(" ")))
        });
        written.collect()
    }

    /// A category with its class: what it is worth depends on it.
    fn with_class(&self, id: &str) -> String {
        let class = self.landscape.data.find(id).map(|it| self.landscape.data.get(it).class.value);
        class.map_or_else(|| id.to_owned(), |class| format!("{id}:{}", class.key()))
    }
}

/// The table of a subject in a parsed piece: by its kind and id, or among elements by where it starts.
fn table_in<'a, 'text>(
    root: &'a DeTable<'text>,
    kind: Kind,
    id: &str,
    start: usize,
) -> Option<&'a DeTable<'text>> {
    let value = match root.get(kind.key())?.get_ref() {
        DeValue::Array(elements) => {
            // They stand in the order of their places.
            let before = elements.partition_point(|it| it.span().start <= start);
            elements.get(before.saturating_sub(1))
        }
        DeValue::Table(named) => named.get(id),
        _ => None,
    };
    match value?.get_ref() {
        DeValue::Table(table) => Some(table),
        _ => None,
    }
}

/// A value as it counts: one is the same as a list of one, and the order of a list is of no meaning.
fn values(value: &DeValue<'_>) -> Vec<String> {
    match value {
        DeValue::Array(list) => {
            let mut all: Vec<String> = list.iter().flat_map(|it| values(it.get_ref())).collect();
            all.sort_unstable();
            all
        }
        DeValue::Table(table) => {
            let mut all: Vec<String> = table
                .iter()
                .map(|(key, value)| format!("{}={}", key.get_ref(), values(value.get_ref()).join(" ")))
                .collect();
            all.sort_unstable();
            all
        }
        DeValue::String(text) => vec![text.to_string()],
        DeValue::Integer(number) => vec![number.to_string()],
        DeValue::Float(number) => vec![number.to_string()],
        DeValue::Boolean(yes) => vec![yes.to_string()],
        DeValue::Datetime(when) => vec![when.to_string()],
    }
}

//! What may come where the cursor is: headers, keys that aren't there yet, words, ids of the right kind.

use std::ops::Range;

use super::{
    cursor::{Cursor, Place, cursor},
    hover::encrypts,
    project::Judged,
    spots::{Path, What},
    things::{self, Thing},
};
use crate::{
    dictionary::{self, LEVELS, Shape, Word},
    load::problem::Wanted,
    model::{Form, Kind},
    norms::{countries::COUNTRIES, names, protocols::PROTOCOLS, tls::TlsVersion},
    report::inert::line,
    rules::ALL,
    source::SourceId,
    text::Lang,
};

/// Something that may come at the cursor.
#[derive(Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What is listed.
    pub label: String,
    /// What people call it.
    pub detail: String,
    /// What it means, in Markdown.
    pub about: String,
    /// What is written, in place of the asked stretch.
    pub text: String,
    /// What sort of thing it is.
    pub sort: Sort,
}

/// What sort of thing may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A table.
    Table,
    /// A key.
    Key,
    /// A word or value that the language knows.
    Word,
    /// Something declared.
    Thing,
    /// A rule.
    Rule,
}

/// What may come at a byte of a file, and the stretch that it replaces.
#[must_use]
pub fn complete(judged: &Judged, source: SourceId, byte: usize) -> (Range<usize>, Vec<Proposal>) {
    let text = judged.sources.get(source).text();
    let Some(cursor) = cursor(text, judged.outline(source), byte) else { return (byte..byte, Vec::new()) };
    let teller = Teller { judged, lang: judged.analysis.lang, cursor: &cursor };
    let proposals = match &cursor.place {
        Place::Header { path, closing, element } => teller.headers(*path, *closing, *element),
        Place::Key { path, equals } => {
            let mut all = teller.keys(*path, *equals);
            // Once a letter is there, it is no header any more.
            if cursor.starts_line && cursor.replaces.is_empty() {
                all.extend(teller.tables());
            }
            all
        }
        Place::Value { path, quoted } => teller.values(*path, *quoted),
    };
    (cursor.replaces.clone(), proposals)
}

struct Teller<'a> {
    judged: &'a Judged,
    lang: Lang,
    cursor: &'a Cursor,
}

impl Teller<'_> {
    /// What may stand in a header, after the keys that are there.
    fn headers(&self, path: Path, closing: usize, element: bool) -> Vec<Proposal> {
        match path {
            Path::Top => Kind::ALL.into_iter().map(|kind| self.header(kind, closing, element)).collect(),
            Path::Named(kind) => {
                let end = &"]"[closing.min(1)..];
                let missing = self.missing(kind).into_iter();
                missing.map(|id| plain(&id, format!("{id}{end}"), Sort::Thing)).collect()
            }
            Path::Table(kind) if kind != Kind::Rules => {
                let tables = dictionary::keys(kind).iter().filter(|key| matches!(key.shape, Shape::Table(_)));
                tables.map(|key| self.key(key, format!("{}{}", key.name, &"]"[closing.min(1)..]))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// A header of a kind, as what is there of it goes on.
    fn header(&self, kind: Kind, closing: usize, element: bool) -> Proposal {
        let key = kind.key();
        let (label, text) = match kind.form() {
            Form::Named => (format!("[{key}.ID]"), format!("{key}.")),
            Form::Single => (format!("[{key}]"), format!("{key}{}", &"]"[closing.min(1)..])),
            Form::Element if element => (format!("[[{key}]]"), format!("{key}{}", &"]]"[closing.min(2)..])),
            // One bracket more on either side.
            Form::Element => (format!("[[{key}]]"), format!("[{key}]{}", &"]"[closing.min(1)..])),
        };
        let about = dictionary::about(kind).to(self.lang).to_owned();
        Proposal { label, detail: key.to_owned(), about, text, sort: Sort::Table }
    }

    /// Whole headers, where nothing stands yet.
    fn tables(&self) -> impl Iterator<Item = Proposal> {
        Kind::ALL.into_iter().map(|kind| {
            let proposal = self.header(kind, 0, true);
            let text = match kind.form() {
                Form::Named => format!("[{}.", kind.key()),
                Form::Single | Form::Element => proposal.label.clone(),
            };
            Proposal { text, ..proposal }
        })
    }

    /// The ids that something refers to and nothing declares.
    fn missing(&self, kind: Kind) -> Vec<String> {
        let judged = self.judged;
        let landscape = &judged.analysis.landscape;
        let ends = matches!(kind, Kind::Application | Kind::Party);
        let is_known = |id: &str| {
            let known = |kind| things::find(landscape, kind, id).is_some();
            if ends { known(Kind::Application) || known(Kind::Party) } else { known(kind) }
        };
        let mut missing: Vec<String> = Vec::new();
        for spot in judged.sources.iter().flat_map(|(source, _)| judged.spots(source)) {
            let id = match &spot.what {
                What::Reference(Wanted::Kind(wanted), id) if *wanted == kind => id,
                What::Reference(Wanted::Endpoint, id) if ends => id,
                _ => continue,
            };
            if !id.is_empty() && !is_known(id) {
                missing.push(id.clone());
            }
        }
        missing.sort_unstable();
        missing.dedup();
        missing
    }

    /// The keys that aren't there yet: those that must be come first.
    fn keys(&self, path: Path, equals: bool) -> Vec<Proposal> {
        let end = if equals { "" } else { " = " };
        if let Path::Table(Kind::Rules) = path {
            return self.rules(|id| format!("{id}{end}"));
        }
        let keys = match path {
            Path::Table(kind) => dictionary::keys(kind),
            Path::Within(_, keys) => keys,
            Path::Top if self.cursor.starts_line => return Vec::new(),
            Path::Top => {
                return Kind::ALL.map(|kind| plain(kind.key(), kind.key().to_owned(), Sort::Table)).into();
            }
            _ => return Vec::new(),
        };
        let absent = |key: &&dictionary::Key| !self.cursor.present.iter().any(|present| present == key.name);
        let (required, others): (Vec<_>, Vec<_>) = keys.iter().filter(absent).partition(|key| key.required);
        required.into_iter().chain(others).map(|key| self.key(key, format!("{}{end}", key.name))).collect()
    }

    fn key(&self, key: &dictionary::Key, text: String) -> Proposal {
        let detail = if key.required { say(self.lang, "must be there", "moet er staan") } else { "" };
        Proposal {
            label: key.name.to_owned(),
            detail: detail.to_owned(),
            about: key.about.to(self.lang).to_owned(),
            text,
            sort: Sort::Key,
        }
    }

    fn rules(&self, text: impl Fn(&str) -> String) -> Vec<Proposal> {
        let rules = ALL.iter().map(|rule| &rule.info).filter(|rule| !self.is_present(rule.id));
        rules
            .map(|rule| Proposal {
                label: rule.id.to_owned(),
                detail: rule.title.to(self.lang).to_owned(),
                about: rule.why.to(self.lang).to_owned(),
                text: text(rule.id),
                sort: Sort::Rule,
            })
            .collect()
    }

    fn is_present(&self, text: &str) -> bool {
        self.cursor.present.iter().any(|present| present == text)
    }

    /// The values that a key takes.
    fn values(&self, path: Path, quoted: bool) -> Vec<Proposal> {
        let quote = |text: &str| if quoted { text.to_owned() } else { format!("\"{text}\"") };
        let of = |words: &'static [Word]| words.iter().map(|word| self.word(word, quote(word.word)));
        let shape = match path {
            Path::Level => return of(LEVELS).collect(),
            Path::Value(key) => &key.shape,
            _ => return Vec::new(),
        };
        let bare = |text: &str| plain(text, text.to_owned(), Sort::Word);
        let date = || (!quoted).then(|| bare(&self.judged.analysis.date.to_string()));
        let all: Vec<Proposal> = match shape {
            Shape::Flag if !quoted => ["true", "false"].map(bare).into(),
            Shape::Date => date().into_iter().collect(),
            Shape::DateOr(words) => date().into_iter().chain(of(words)).collect(),
            Shape::OneOf(words) | Shape::SomeOf(words) => of(words).collect(),
            Shape::Reference(wanted) | Shape::References(wanted) | Shape::TwoOrMore(wanted) => {
                self.references(*wanted, quote)
            }
            Shape::Country => self.countries(quote),
            Shape::Areas => {
                let eea = plain("EEA", quote("EEA"), Sort::Word);
                std::iter::once(eea).chain(self.countries(quote)).collect()
            }
            Shape::Protocol => PROTOCOLS.iter().map(|it| self.protocol(it, quote(it.name))).collect(),
            Shape::TlsVersion => TlsVersion::ALL
                .iter()
                .rev()
                .map(|version| {
                    let label = version.label();
                    let text = label.strip_prefix("TLS ").unwrap_or(label);
                    plain(text, quote(text), Sort::Word)
                })
                .collect(),
            _ => Vec::new(),
        };
        all.into_iter().filter(|proposal| !self.is_present(&proposal.label)).collect()
    }

    fn word(&self, word: &Word, text: String) -> Proposal {
        let about = word.about.to(self.lang).to_owned();
        Proposal { label: word.word.to_owned(), detail: String::new(), about, text, sort: Sort::Word }
    }

    fn protocol(&self, protocol: &crate::norms::protocols::Protocol, text: String) -> Proposal {
        Proposal {
            label: protocol.name.to_owned(),
            detail: encrypts(protocol.encryption).to(self.lang).replace('`', ""),
            about: protocol.source.to_owned(),
            text,
            sort: Sort::Word,
        }
    }

    fn countries(&self, quote: impl Fn(&str) -> String) -> Vec<Proposal> {
        let country = |code: &&str| {
            let name = names::name(code).map_or("", |name| name.to(self.lang));
            Proposal { detail: name.to_owned(), ..plain(code, quote(code), Sort::Word) }
        };
        COUNTRIES.iter().map(country).collect()
    }

    /// What a reference may name.
    fn references(&self, wanted: Wanted, quote: impl Fn(&str) -> String) -> Vec<Proposal> {
        let landscape = &self.judged.analysis.landscape;
        let of =
            |kind: Kind| things::of(landscape, kind, None).map(|thing| proposal(&thing, quote(thing.id)));
        match wanted {
            Wanted::Kind(kind) => of(kind).collect(),
            Wanted::Endpoint => of(Kind::Application).chain(of(Kind::Party)).collect(),
            Wanted::Rule => self.rules(quote),
            Wanted::Domain => {
                let domains = landscape.applications.items().iter().filter_map(|it| it.domain.as_ref());
                let mut domains: Vec<&str> = domains.map(|domain| &*domain.value).collect();
                domains.sort_unstable();
                domains.dedup();
                domains.into_iter().map(|domain| plain(domain, quote(domain), Sort::Thing)).collect()
            }
            Wanted::Subject => self.subjects(quote),
        }
    }

    /// What can be accepted: of the rule that stands beside it, where one does.
    fn subjects(&self, quote: impl Fn(&str) -> String) -> Vec<Proposal> {
        let rule = self.cursor.beside.iter().find(|(key, _)| key == "rule").map(|(_, rule)| rule);
        let fits = |id: &str| rule.is_none_or(|rule| rule == id);
        let open = self.judged.analysis.findings.iter().filter(|it| !it.accepted && fits(it.rule.id));
        let mut subjects: Vec<Proposal> = Vec::new();
        for finding in open {
            if !subjects.iter().any(|subject| subject.label == finding.subject) {
                subjects.push(Proposal {
                    detail: finding.rule.id.to_owned(),
                    about: line(&finding.message),
                    ..plain(&finding.subject, quote(&finding.subject), Sort::Thing)
                });
            }
        }
        subjects
    }
}

fn proposal(thing: &Thing<'_>, text: String) -> Proposal {
    Proposal {
        label: thing.id.to_owned(),
        detail: crate::text::shown(&thing.name).into_owned(),
        about: thing.about.as_deref().map(line).unwrap_or_default(),
        text,
        sort: Sort::Thing,
    }
}

fn plain(label: &str, text: String, sort: Sort) -> Proposal {
    Proposal { label: label.to_owned(), detail: String::new(), about: String::new(), text, sort }
}

const fn say(lang: Lang, en: &'static str, nl: &'static str) -> &'static str {
    crate::text::Text { en, nl }.to(lang)
}

//! Which level each rule is set to: by the command line, else by the landscape, else by the rule itself.

use rustc_hash::FxHashMap;

use crate::{
    finding::Group,
    load::{
        near::Nearest,
        problem::{Expected, Fault, Found, Problem, Wanted},
    },
    model::{Landscape, Setting},
    rules, say,
    source::Location,
    text::{Lang, shown},
};

/// The levels that rules are set to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels(FxHashMap<String, Setting>);

/// Why a rule can't be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LevelError {
    /// There is no such rule; perhaps another was meant.
    NoSuchRule(String, Option<&'static str>),
    /// What breaks the language always fails.
    AlwaysDeny(String),
}

impl LevelError {
    /// What to tell, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::NoSuchRule(rule, Some(near)) => {
                let rule = shown(rule);
                say!(lang, en: "there is no rule `{rule}`; did you mean `{near}`?", nl: "er is geen regel `{rule}`; bedoelt u `{near}`?")
            }
            Self::NoSuchRule(rule, None) => {
                let rule = shown(rule);
                say!(lang, en: "there is no rule `{rule}`", nl: "er is geen regel `{rule}`")
            }
            Self::AlwaysDeny(rule) => say!(
                lang,
                en: "`{rule}` can't be set: what breaks the language can't be allowed away",
                nl: "`{rule}` is niet in te stellen: wat de taal breekt, is niet weg te zetten",
            ),
        }
    }
}

impl Levels {
    /// Sets a rule; a later setting of the same rule wins.
    ///
    /// # Errors
    /// When there is no such rule, or it may not be set.
    pub fn set(&mut self, rule: &str, setting: Setting) -> Result<(), LevelError> {
        match rules::find(rule) {
            Some(info) if info.group == Group::Language => {
                return Err(LevelError::AlwaysDeny(rule.to_owned()));
            }
            None => {
                let near = Nearest::default().find(rule, rule_ids());
                return Err(LevelError::NoSuchRule(rule.to_owned(), near));
            }
            Some(_) => {}
        }
        self.0.insert(rule.to_owned(), setting);
        Ok(())
    }

    /// What a rule is set to.
    #[must_use]
    pub fn get(&self, rule: &str) -> Option<Setting> {
        self.0.get(rule).copied()
    }

    /// These settings over those of a landscape, and no others: a rule that neither names is set to deny. For
    /// judging another landscape by the very same rules, when only what is found counts.
    #[must_use]
    pub fn exactly(&self, landscape: &Landscape) -> Self {
        let set = self.over(landscape);
        let all = rules::ALL.iter().map(|rule| rule.info.id.to_owned());
        Self(all.map(|id| (id.clone(), set.get(&id).unwrap_or(Setting::Deny))).collect())
    }

    /// These settings over those of a landscape.
    #[must_use]
    pub fn over(&self, landscape: &Landscape) -> Self {
        let mut all = Self::default();
        for (rule, setting) in &landscape.rules {
            // What can't be set has been told as a finding.
            all.set(rule, setting.value).ok();
        }
        all.0.extend(self.0.iter().map(|(rule, setting)| (rule.clone(), *setting)));
        all
    }
}

/// Every rule that a landscape may name.
fn rule_ids() -> impl Iterator<Item = &'static str> {
    rules::ALL.iter().map(|rule| rule.info.id)
}

/// Tells of acceptances of something that doesn't exist. Where something couldn't be read, that may be what was
/// accepted.
fn check_subjects(landscape: &Landscape, problems: &mut Vec<Problem>) {
    if !problems.is_empty() || landscape.acceptances.is_empty() {
        return;
    }
    let subjects: FxHashMap<&str, Location> =
        landscape.subjects().map(|(id, _, header)| (id, header)).collect();
    let mut nearest = Nearest::default();
    for acceptance in &landscape.acceptances {
        let subject = &acceptance.subject;
        if !subjects.contains_key(&*subject.value) {
            let near = nearest.find(subject, landscape.subjects().map(|(id, ..)| id));
            let near = near.and_then(|near| Some((near.to_owned(), *subjects.get(near)?)));
            let fault = Fault::UnknownReference {
                id: subject.to_string(),
                wanted: Wanted::Subject,
                near,
                other: None,
            };
            problems.push(Problem::in_file(subject, subject.location, fault));
        }
    }
}

/// Tells of rules and subjects that a landscape names and that don't exist.
pub fn check(landscape: &Landscape, problems: &mut Vec<Problem>) {
    check_subjects(landscape, problems);
    let mut seen: FxHashMap<&str, Location> = FxHashMap::default();
    for (rule, setting) in &landscape.rules {
        if let Some(&first) = seen.get(&*rule.value) {
            let fault = Fault::DuplicateId { id: rule.to_string(), kind: crate::model::Kind::Rules, first };
            problems.push(Problem::in_file("rules", rule.location, fault));
            continue;
        }
        seen.insert(&rule.value, rule.location);
        match Levels::default().set(rule, setting.value) {
            Ok(()) => {}
            Err(LevelError::AlwaysDeny(_)) if setting.value == Setting::Deny => {}
            Err(LevelError::AlwaysDeny(key)) => {
                let word = if setting.value == Setting::Warn { "warn" } else { "allow" };
                let (expected, found) =
                    (Expected::Form("deny-only".to_owned()), Found::Text(word.to_owned()));
                let fault = Fault::InvalidValue { key, expected, found };
                problems.push(Problem::in_file("rules", setting.location, fault));
            }
            Err(LevelError::NoSuchRule(key, near)) => {
                let near = near.map(str::to_owned);
                let fault = Fault::UnknownKey { key, table: "[rules]".to_owned(), near };
                problems.push(Problem::in_file("rules", rule.location, fault));
            }
        }
    }
    let named =
        landscape.norms.items().iter().flat_map(|norm| norm.rules.iter().map(|rule| (&*norm.id, rule)));
    let accepted = landscape.acceptances.iter().map(|it| (&*it.subject.value, &it.rule));
    for (subject, rule) in named.chain(accepted) {
        if !rule_ids().any(|id| *id == *rule.value) {
            let near = Nearest::default().find(rule, rule_ids());
            let near = near.map(|near| (near.to_owned(), rule.location));
            let fault =
                Fault::UnknownReference { id: rule.to_string(), wanted: Wanted::Rule, near, other: None };
            problems.push(Problem::in_file(subject, rule.location, fault));
        }
    }
}

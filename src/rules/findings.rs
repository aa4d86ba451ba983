//! Where rules tell what they find.

use super::LinkFacts;
use crate::{
    finding::{Finding, Group, Identity, Label, Level, RuleInfo},
    load::problem::Problem,
    model::Lost,
    source::Location,
};

/// Where a rule tells what it found.
pub struct Findings {
    pub(super) rule: &'static RuleInfo,
    pub(super) set: Option<Level>,
    pub(super) basis: Vec<String>,
    pub(super) list: Vec<Finding>,
}

impl Findings {
    /// Another place to tell of findings of the same rule, with none yet.
    pub(super) fn as_empty(&self) -> Self {
        Self { basis: self.basis.clone(), list: Vec::new(), ..*self }
    }

    /// Tells of a thing: its id and what of it couldn't be read, the place that shows it with a few words to put
    /// there, and the matter in one sentence. Gives the finding for more to be added; nothing where the rule
    /// would judge by a key that couldn't be read, since that has been told already.
    pub fn tell(
        &mut self,
        (subject, lost): (&str, &Lost),
        location: Location,
        label: String,
        message: String,
    ) -> Option<&mut Finding> {
        if lost.any_of(self.rule.looks_at) {
            return None;
        }
        Some(self.push(subject, location, label, message))
    }

    /// Tells of a link.
    pub fn link(
        &mut self,
        link: &LinkFacts<'_>,
        location: Location,
        label: String,
        message: String,
    ) -> Option<&mut Finding> {
        self.tell((&link.link.id, &link.link.lost), location, label, message)
    }

    /// Tells of something that breaks the language.
    pub(super) fn problem(&mut self, problem: &Problem, label: String, message: String) -> &mut Finding {
        self.push(&problem.subject, problem.location, label, message)
    }

    fn push(&mut self, subject: &str, location: Location, label: String, message: String) -> &mut Finding {
        let level = if self.rule.group == Group::Language { Level::Deny } else { self.rule.level };
        self.list.push(Finding {
            rule: self.rule,
            level: self.set.unwrap_or(level),
            accepted: false,
            known: false,
            subject: subject.to_owned(),
            brief: self.rule.brief,
            message,
            primary: Label { location, message: label },
            related: Vec::new(),
            basis: self.basis.clone(),
            advice: None,
            identity: Identity::default(),
            repairs: Vec::new(),
        });
        let last = self.list.len() - 1;
        &mut self.list[last]
    }

    /// The level of a finding that weighs otherwise than its rule's usual one, unless the rule was set to a level.
    #[must_use]
    pub fn level(&self, usual: Level) -> Level {
        self.set.unwrap_or(usual)
    }
}

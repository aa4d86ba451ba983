//! `[view.ID]`: a diagram.

use serde::Deserialize;

use super::{Application, Data, Id, List, Party};
use crate::source::Spanned;

/// A diagram: which part of the landscape it shows, and how.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// What stands above it.
    pub title: Option<Spanned<Box<str>>>,
    /// Only applications of these domains.
    #[serde(default)]
    pub domains: List<Box<str>>,
    /// Only these applications.
    #[serde(default)]
    pub applications: List<Id<Application>>,
    /// Only links that carry these categories.
    #[serde(default)]
    pub data: List<Id<Data>>,
    /// Only these parties.
    #[serde(default)]
    pub parties: List<Id<Party>>,
    /// How many steps around what was chosen are shown too.
    pub neighbours: Option<Spanned<u32>>,
    /// What the rooms are.
    pub group_by: Option<Spanned<GroupBy>>,
    /// Whether links between the same two are drawn as one.
    pub links: Option<Spanned<ViewLinks>>,
    /// Which way the arrows run.
    pub direction: Option<Spanned<ViewDirection>>,
    /// Who gets to see it.
    pub audience: Option<Spanned<Audience>>,
}

/// What the rooms of a diagram are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupBy {
    /// One for each domain.
    #[default]
    Domain,
    /// One for each (set of) controller(s).
    Controller,
    /// One for each operator.
    Operator,
    /// One for each network.
    Network,
    /// No rooms.
    None,
}

/// Whether links between the same two are drawn as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ViewLinks {
    /// Every link its own arrow.
    #[default]
    Each,
    /// One arrow per pair, with a count and the worst mark.
    Merged,
}

/// Which way the arrows of a diagram run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ViewDirection {
    /// Left to right.
    #[default]
    Right,
    /// Top to bottom.
    Down,
}

/// Who gets to see a diagram.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// People of the organisation.
    #[default]
    Internal,
    /// Everyone: product names, versions and weak spots are masked.
    Public,
}

//! What the rules on the judgement itself look at.

use crate::{finding::Finding, model::Status};

/// A judgement so far: what was found, by which rules, and what that makes of the norms.
#[derive(Clone, Copy)]
pub struct Judged<'a> {
    /// What was found so far.
    pub findings: &'a [Finding],
    /// The colour of each norm, by its place in the landscape.
    pub colors: &'a [Status],
    /// Whether a rule was judged by: it could be assessed, and isn't allowed away.
    pub by: &'a dyn Fn(&str) -> bool,
}

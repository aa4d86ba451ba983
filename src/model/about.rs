//! `[landscape]`: what the whole is called, and when and in what language it is judged.

use serde::Deserialize;

use super::{Date, Id, Party};
use crate::{source::Spanned, text::Lang};

/// What the whole landscape is called, and when and in what language it is judged.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// What people call it.
    pub name: Spanned<Box<str>>,
    /// The reference date: everything is judged as of it.
    pub date: Option<Spanned<Date>>,
    /// The language of what people read.
    pub language: Option<Spanned<Lang>>,
    /// Whose landscape it is.
    pub owner: Option<Spanned<Id<Party>>>,
    /// What there is to say of it.
    pub description: Option<Spanned<Box<str>>>,
}

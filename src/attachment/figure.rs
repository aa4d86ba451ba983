//! A picture of the attachment, drawn.

use crate::{
    text::Text,
    view::{self, DrawError, Drawing, Engine},
};

/// A picture of the attachment, drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it is called.
    pub title: String,
    /// The diagram with its legend, as [`crate::view::figure`] draws it.
    pub svg: String,
    /// What is to be told of how it was laid out, as [`crate::view::How::note`] has it.
    pub note: Option<Text>,
}

impl Figure {
    /// Draws a picture.
    ///
    /// # Errors
    /// If it can't be drawn whole.
    pub fn of(drawing: &Drawing, engine: Engine) -> Result<Self, DrawError> {
        let picture = view::figure(drawing, engine)?;
        Ok(Self { title: drawing.title.clone(), svg: picture.svg, note: picture.how.note() })
    }
}

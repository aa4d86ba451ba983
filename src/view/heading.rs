//! The top of a sheet: title, what it is of, and what was found, with the sign of the worst.

use super::drawing::{Drawing, LinkState};
use super::geometry::Point;
use super::metrics::wrap;
use super::pen::{self, Anchor};
use super::plain::plain;
use super::svg::called;
use super::theme::{INK, SOFT, SUBTITLE, TITLE, VERDICT};
use super::xml::Xml;
use crate::text::Text;

/// Space for the sign before the verdict.
const SIGN: f64 = 30.0;
/// A line longer than this is hard to read.
const LONGEST_LINE: f64 = 1_060.0;

/// The heading, broken into lines.
pub struct Heading {
    /// Its height in points.
    pub height: f64,
    title: Vec<String>,
    subtitle: Vec<String>,
    verdict: Vec<String>,
    worst: Option<LinkState>,
}

impl Heading {
    /// The heading of `drawing`, and of how it came about where that must be told.
    #[must_use]
    pub fn of(drawing: &Drawing, note: Option<Text>, width: f64) -> Self {
        let mut subtitle = plain(&drawing.subtitle);
        if let Some(note) = note {
            let gap = if subtitle.is_empty() { "" } else { " · " };
            subtitle = format!("{subtitle}{gap}{}", note.to(drawing.lang));
        }
        let mut heading = Self {
            height: 0.0,
            title: wrap(&called(drawing), TITLE, width, 3),
            subtitle: wrap(&subtitle, SUBTITLE, width, 3),
            verdict: wrap(&plain(&drawing.verdict), VERDICT, width.min(LONGEST_LINE) - SIGN, 4),
            worst: drawing.told().map(|(_, arrow)| arrow.state).max(),
        };
        heading.height = heading.lay(None, Point::default());
        heading
    }

    /// Draws it with its top left at `at`.
    pub fn draw(&self, xml: &mut Xml, at: Point) {
        self.lay(Some(xml), at);
    }

    /// Draws it where there is something to draw on; gives back how high it is.
    fn lay(&self, mut xml: Option<&mut Xml>, at: Point) -> f64 {
        let mut y = at.y;
        for (lines, kind, colour) in [(&self.title, TITLE, INK), (&self.subtitle, SUBTITLE, SOFT)] {
            if let Some(xml) = xml.as_deref_mut() {
                pen::text(xml, Point { x: at.x, y }, lines, kind, colour, Anchor::Start);
                xml.line();
            }
            y += super::cards::lines_height(lines, kind);
        }
        if self.verdict.is_empty() {
            return y - at.y;
        }
        y += 8.0;
        let indent = if self.worst.is_some() { SIGN } else { 0.0 };
        if let Some(xml) = xml {
            if let Some(worst) = self.worst {
                pen::disc(xml, worst, Point { x: at.x + 10.0, y: y + VERDICT.line() / 2.0 }, 10.0);
            }
            pen::text(xml, Point { x: at.x + indent, y }, &self.verdict, VERDICT, INK, Anchor::Start);
            xml.line();
        }
        y + super::cards::lines_height(&self.verdict, VERDICT) + 4.0 - at.y
    }
}

//! The top of the sheet: what it is, the verdict in a sentence, and how the links are shared out.

use super::bar::Bar;
use crate::{
    analysis::Security,
    attachment::Attachment,
    sentence::Mood,
    view::{
        cards::lines_height,
        geometry::Point,
        metrics::wrap,
        pen::{self, Anchor},
        plain::plain,
        theme::{INK, SOFT, Type},
        xml::Xml,
    },
};

const TITLE: Type = Type::bold(23.0);
const SUBTITLE: Type = Type::regular(10.5);
const VERDICT: Type = Type::bold(15.5);
const RESPONSIBLE: Type = Type::regular(11.0);
/// Space for the sign before the verdict.
const SIGN: f64 = 32.0;
const RADIUS: f64 = 11.0;
/// White above the verdict and above the bar.
const APART: f64 = 7.0;

/// The top, on lines.
pub struct Top {
    /// Its height in points.
    pub height: f64,
    title: Vec<String>,
    subtitle: Vec<String>,
    verdict: Vec<String>,
    responsible: Vec<String>,
    mood: Mood,
    bar: Bar,
}

impl Top {
    /// The top of the sheet, so wide.
    pub fn of(attachment: &Attachment, wide: f64) -> Self {
        let title = wrap(&plain(&attachment.title), TITLE, wide, 2);
        let subtitle = wrap(&plain(&attachment.subtitle), SUBTITLE, wide, 2);
        let verdict = wrap(&plain(&attachment.verdict), VERDICT, wide - SIGN, 4);
        let responsible = wrap(&plain(&attachment.responsible), RESPONSIBLE, wide - SIGN, 2);
        let bar = Bar::of(&attachment.shares, wide, attachment.lang);
        let words = lines_height(&title, TITLE)
            + lines_height(&subtitle, SUBTITLE)
            + lines_height(&verdict, VERDICT).max(2.0 * RADIUS)
            + lines_height(&responsible, RESPONSIBLE);
        let height = words + bar.height + 2.0 * APART;
        Self { height, title, subtitle, verdict, responsible, mood: attachment.mood, bar }
    }

    /// Draws it with its top left at `at`.
    pub fn draw(&self, xml: &mut Xml, at: Point) {
        let mut y = at.y;
        xml.open("g", &[("class", "heading"), ("role", "heading"), ("aria-level", "1")]);
        y += pen::text(xml, at, &self.title, TITLE, INK, Anchor::Start);
        xml.close();
        xml.line();
        y += pen::text(xml, Point { y, ..at }, &self.subtitle, SUBTITLE, SOFT, Anchor::Start);
        xml.line();
        y += APART;
        let high = lines_height(&self.verdict, VERDICT).max(2.0 * RADIUS);
        let middle = Point { x: at.x + RADIUS, y: y + high.min(2.0 * VERDICT.line()) / 2.0 };
        pen::disc(xml, sign(self.mood), middle, RADIUS);
        let x = at.x + SIGN;
        let first = y + (high - lines_height(&self.verdict, VERDICT)) / 2.0;
        pen::text(xml, Point { x, y: first }, &self.verdict, VERDICT, INK, Anchor::Start);
        xml.line();
        y += high;
        y += pen::text(xml, Point { x, y }, &self.responsible, RESPONSIBLE, SOFT, Anchor::Start);
        xml.line();
        self.bar.draw(xml, Point { y: y + APART, ..at });
    }
}

/// The state of which the verdict bears the sign.
const fn sign(mood: Mood) -> Security {
    match mood {
        Mood::Good => Security::Secured,
        Mood::Attention => Security::Attention,
        Mood::Unknown => Security::Unknown,
        Mood::Bad => Security::NotSecured,
    }
}

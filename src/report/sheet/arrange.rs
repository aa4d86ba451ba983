//! Which paper, and where everything goes on it.

use super::{
    GAP, MARGIN,
    figure::{Figure, Laid},
    foot::Foot,
    section::Section,
    top::Top,
};
use crate::{
    attachment::Attachment,
    view::{geometry::Point, xml::Xml},
};

/// An A3, lying, in points.
const A3: Leaf = Leaf { wide: 1190.55, high: 841.89 };
/// How often the paper is doubled at most; a picture that still doesn't fit is drawn smaller than can be read.
const DOUBLINGS: usize = 12;
/// How wide lists beside the picture are, in points: one column, a wide one, or two.
const BESIDE: [f64; 3] = [250.0, 330.0, 520.0];
/// White between the picture and lists beside it.
const GUTTER: f64 = 26.0;

/// A paper, lying.
#[derive(Clone, Copy)]
struct Leaf {
    wide: f64,
    high: f64,
}

impl Leaf {
    /// Twice the paper, lying again.
    const fn doubled(self) -> Self {
        Self { wide: self.high * 2.0, high: self.wide }
    }

    fn room(self) -> (f64, f64) {
        (self.wide - 2.0 * MARGIN, self.high - 2.0 * MARGIN)
    }
}

/// Where everything goes.
pub struct Arrangement<'a> {
    leaf: Leaf,
    /// One leaf, or two below one another.
    leaves: f64,
    top: Top,
    figure: Option<Figure<'a>>,
    /// Where the lists begin.
    lists: Point,
    sections: Vec<Section>,
    foot: Foot,
}

impl<'a> Arrangement<'a> {
    /// The smallest paper on which the picture can be read and nothing is left out; where only the lists are too
    /// long, the second leaf holds what it can and tells how much it doesn't.
    pub fn of(attachment: &'a Attachment, drawn: Option<&'a Laid<'a>>) -> Self {
        let mut leaf = A3;
        for _ in 0..DOUBLINGS {
            if let Some(one) = Self::on_one(attachment, drawn, leaf) {
                return one;
            }
            let two = Self::on_two(attachment, drawn, leaf);
            if two.figure.as_ref().is_none_or(Figure::is_legible) {
                return two;
            }
            leaf = leaf.doubled();
        }
        Self::on_two(attachment, drawn, leaf)
    }

    /// Everything on one leaf, the lists below or beside the picture, whichever leaves it most room; none where the
    /// picture gets too small or the lists don't fit.
    fn on_one(attachment: &'a Attachment, drawn: Option<&'a Laid<'a>>, leaf: Leaf) -> Option<Self> {
        let (wide, high) = leaf.room();
        let top = Top::of(attachment, wide);
        let begin = Point { x: MARGIN, y: MARGIN + top.height + GAP };
        let foot = Foot::of(attachment, false, wide);
        let high = high - top.height - foot.height - 2.0 * GAP;
        let Some(laid) = drawn else {
            let sections = Section::all(attachment, wide);
            let arrangement = Self { leaf, leaves: 1.0, top, figure: None, lists: begin, sections, foot };
            return (arrangement.lists_height() <= high).then_some(arrangement);
        };
        let figure = |wide, high| Figure::of(attachment, laid, begin, (wide, high));
        let below = Section::all(attachment, wide);
        let low = height(&below);
        let picture = figure(wide, high - low - GAP);
        let mut best = Some((picture, Point { y: begin.y + high - low, ..begin }, below));
        for column in BESIDE {
            let left = wide - column - GUTTER;
            let sections = Section::all(attachment, column);
            if height(&sections) <= high {
                let picture = figure(left, high);
                if best.as_ref().is_none_or(|(least, ..)| picture.scale > least.scale) {
                    best = Some((picture, Point { x: begin.x + left + GUTTER, ..begin }, sections));
                }
            }
        }
        let (figure, lists, sections) = best.filter(|(figure, ..)| figure.is_legible())?;
        Some(Self { leaf, leaves: 1.0, top, figure: Some(figure), lists, sections, foot })
    }

    /// The picture on one leaf, and below it another with the lists, and what the arrows are if there is room.
    fn on_two(attachment: &'a Attachment, drawn: Option<&'a Laid<'a>>, leaf: Leaf) -> Self {
        let (wide, high) = leaf.room();
        let top = Top::of(attachment, wide);
        let begin = Point { x: MARGIN, y: MARGIN + top.height + GAP };
        let left = high - top.height - GAP;
        let figure = drawn.map(|laid| Figure::of(attachment, laid, begin, (wide, left)));
        let mut sections = Section::all(attachment, wide);
        let mut foot = Foot::of(attachment, false, wide);
        let room = high - foot.height - GAP;
        Section::share(&mut sections, room);
        let arrows = drawn.and_then(|laid| Section::arrows(laid.drawing, wide));
        let arrows = arrows.filter(|arrows| height(&sections) + GAP + arrows.height() <= room);
        if let Some(arrows) = arrows {
            sections.push(arrows);
            foot = Foot::of(attachment, true, wide);
        }
        let lists = Point { x: MARGIN, y: leaf.high + MARGIN };
        Self { leaf, leaves: 2.0, top, figure, lists, sections, foot }
    }

    /// How wide and high the paper is, in points.
    pub const fn size(&self) -> (f64, f64) {
        (self.leaf.wide, self.leaf.high * self.leaves)
    }

    fn lists_height(&self) -> f64 {
        height(&self.sections)
    }

    /// Draws everything, in the order in which it is read.
    pub fn draw(&self, xml: &mut Xml) {
        self.top.draw(xml, Point { x: MARGIN, y: MARGIN });
        if let Some(figure) = &self.figure {
            figure.draw(xml);
        }
        let mut at = self.lists;
        for section in &self.sections {
            section.draw(xml, at);
            at.y += section.height() + GAP;
        }
        self.foot.draw(xml, Point { x: MARGIN, y: self.size().1 - MARGIN - self.foot.height });
    }
}

/// How high sections are together.
fn height(sections: &[Section]) -> f64 {
    let gaps: f64 = sections.iter().skip(1).map(|_| GAP).sum();
    sections.iter().map(Section::height).sum::<f64>() + gaps
}

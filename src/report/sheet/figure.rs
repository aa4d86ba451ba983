//! The picture on the sheet: what it is called, the diagram as large as the room allows, and its legend.

use super::{GAP, HEADING, SMALL, SMALLEST};
use crate::{
    attachment::Attachment,
    say,
    text::number,
    view::{
        diagram,
        drawing::Drawing,
        geometry::{Point, Rect, bounds},
        layout::Layout,
        legend::Legend,
        metrics::{width, wrap},
        pen::{self, Anchor},
        plain::number as n,
        svg::called,
        theme::{self, INK, SOFT},
        xml::Xml,
    },
};

/// A diagram isn't drawn larger than this: its text would shout down the verdict.
const LARGEST: f64 = 1.2;
/// How large the legend is: its text is 12 points in a drawing.
const LEGEND: f64 = 0.85;

/// A drawing that was laid out, with what takes long to find: it is found once, however many arrangements are tried.
pub struct Laid<'a> {
    /// What is drawn.
    pub drawing: &'a Drawing,
    /// Where everything stands.
    pub layout: Layout,
    chips: Vec<Rect>,
    extent: Rect,
}

impl<'a> Laid<'a> {
    /// Finds where the chips go, and how large all of it is.
    pub fn new(drawing: &'a Drawing, layout: Layout) -> Self {
        let chips = diagram::chip_places(drawing, &layout);
        let extent = extent(&layout, &chips);
        Self { drawing, layout, chips, extent }
    }
}

/// A picture with its caption and legend, in its place.
pub struct Figure<'a> {
    laid: &'a Laid<'a>,
    /// How large the diagram is drawn.
    pub scale: f64,
    title: Vec<String>,
    caption: Vec<String>,
    legend: Legend,
    at: Point,
    room: (f64, f64),
}

impl<'a> Figure<'a> {
    /// The picture with its top left at `at`, in so much room: how wide and how high.
    pub fn of(attachment: &Attachment, laid: &'a Laid<'a>, at: Point, room: (f64, f64)) -> Self {
        let (wide, high) = room;
        let Laid { drawing, layout, extent, .. } = laid;
        let title = wrap(&called(drawing), HEADING, wide, 2);
        let beside = title.last().map_or(0.0, |line| width(line, HEADING)) + GAP;
        let said = caption(attachment, drawing, layout);
        // Beside the title where there is room for it, else below.
        let caption =
            wrap(&said, SMALL, if width(&said, SMALL) <= wide - beside { wide - beside } else { wide }, 3);
        let legend = Legend::without_heading(drawing, &layout.cards, wide / LEGEND);
        let mut figure = Self { laid, scale: 0.0, title, caption, legend, at, room };
        let free = high - figure.head() - figure.legend.height * LEGEND - GAP;
        let fits = (wide / extent.w.max(1.0)).min(free / extent.h.max(1.0));
        figure.scale = fits.clamp(0.0, LARGEST);
        figure
    }

    /// Whether its smallest text can be read on paper.
    pub fn is_legible(&self) -> bool {
        let rooms = self.laid.layout.rooms.iter().any(Option::is_some);
        let smallest = if rooms { theme::HEADING.size } else { theme::HEADING.size.max(theme::NOTE.size) };
        self.scale * smallest >= SMALLEST
    }

    /// Whether the caption stands beside the last line of the title.
    fn is_beside(&self) -> bool {
        match (&self.title[..], &self.caption[..]) {
            ([.., title], [caption]) => {
                width(title, HEADING) + GAP + width(caption, SMALL) <= self.room.0 + 0.01
            }
            _ => false,
        }
    }

    /// How high title and caption are, with the white beneath.
    fn head(&self) -> f64 {
        let title: f64 = self.title.iter().map(|_| HEADING.line()).sum();
        let caption: f64 =
            if self.is_beside() { 0.0 } else { self.caption.iter().map(|_| SMALL.line()).sum() };
        title + caption + 4.0
    }

    /// Draws it.
    pub fn draw(&self, xml: &mut Xml) {
        let (at, Laid { drawing, layout, chips, extent }) = (self.at, self.laid);
        xml.open("g", &[("class", "heading"), ("role", "heading"), ("aria-level", "2")]);
        let below = pen::text(xml, at, &self.title, HEADING, INK, Anchor::Start);
        xml.close();
        xml.line();
        let caption = if self.is_beside() {
            let along = self.title.last().map_or(0.0, |line| width(line, HEADING));
            Point { x: at.x + along + GAP, y: at.y + below - SMALL.line() - 1.6 }
        } else {
            Point { y: at.y + below, ..at }
        };
        pen::text(xml, caption, &self.caption, SMALL, SOFT, Anchor::Start);
        xml.line();
        let top = at.y + self.head();
        let legend = at.y + self.room.1 - self.legend.height * LEGEND;
        // In the middle of the room that is left: a narrow diagram at one side looks like a mistake.
        let x = at.x + (self.room.0 - extent.w * self.scale) / 2.0;
        let y = top + (legend - GAP - top - extent.h * self.scale).max(0.0) / 2.0;
        let place = format!("translate({} {}) scale({})", n(x), n(y), scale(self.scale));
        xml.open(
            "g",
            &[
                ("class", "picture"),
                ("role", "group"),
                ("aria-label", &called(drawing)),
                ("transform", &place),
            ],
        );
        xml.line();
        let corner = Point { x: -extent.x, y: -extent.y };
        diagram::draw(xml, drawing, layout, corner, None);
        diagram::draw_chips(xml, drawing, layout, chips, corner, None);
        xml.close();
        xml.line();
        xml.open(
            "g",
            &[("transform", &format!("translate({} {}) scale({})", n(at.x), n(legend), n(LEGEND)))],
        );
        self.legend.draw(xml, Point::default());
        xml.close();
        xml.line();
    }
}

/// A factor with four decimals, rounded down so that nothing comes to stand outside.
fn scale(factor: f64) -> String {
    format!("{:.4}", (factor * 10_000.0).floor() / 10_000.0)
}

/// The box around all that is drawn.
fn extent(layout: &Layout, chips: &[Rect]) -> Rect {
    let boxes = layout.nodes.iter().chain(layout.rooms.iter().flatten()).chain(chips);
    let mut corners: Vec<Point> =
        boxes.flat_map(|it| [Point { x: it.x, y: it.y }, Point { x: it.x + it.w, y: it.y + it.h }]).collect();
    corners.extend(layout.paths().into_iter().flat_map(|path| path.points));
    // Lines are as thick as they are.
    bounds(&corners).grown(4.0)
}

/// How many links its arrows stand for, and how to read it where one stands for several.
fn caption(attachment: &Attachment, drawing: &Drawing, layout: &Layout) -> String {
    let lang = attachment.lang;
    let (arrows, drawn) =
        (drawing.arrows.len(), drawing.arrows.iter().map(|arrow| arrow.count).sum::<usize>());
    let all = attachment.shares.iter().map(|share| share.count).sum();
    let [n_arrows, n_drawn, n_all] = [arrows, drawn, all].map(|count| number(count, lang));
    let mut said = if drawn == all {
        say!(lang, en: "All {n_all} links", nl: "Alle {n_all} koppelingen")
    } else {
        say!(lang, en: "{n_drawn} of the {n_all} links", nl: "{n_drawn} van de {n_all} koppelingen")
    };
    if arrows < drawn {
        said += &say!(
            lang,
            en: " in {n_arrows} arrows; “3×”: three links",
            nl: " in {n_arrows} pijlen; “3×”: drie koppelingen",
        );
        if attachment.withheld.is_none() {
            said +=
                &say!(lang, en: ", drawn like the worst of them", nl: ", getekend als de slechtste ervan");
        }
    }
    if drawing.has_domains() {
        said += &say!(
            lang,
            en: ". Summed up by domain, since each application by itself can't be read on paper",
            nl: ". Samengevat per domein, omdat elke applicatie afzonderlijk op papier niet te lezen is",
        );
    }
    if let Some(note) = layout.how.note() {
        said = format!("{said}; {}", note.to(lang));
    }
    said + "."
}

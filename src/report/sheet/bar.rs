//! How the links are shared out over the states, as a bar and in counts.

use crate::{
    attachment::{Share, words},
    text::{Lang, number},
    view::{
        geometry::Point,
        metrics::width,
        pen::{self, Anchor},
        plain::number as n,
        theme::{INK, SOFT, Type, look},
        xml::Xml,
    },
};

/// How thick the bar is.
const THICK: f64 = 12.0;
/// White between two parts of it, and below it.
const SLIT: f64 = 2.0;
const BELOW: f64 = 6.0;
/// A part is never narrower than this, however few links.
const NARROWEST: f64 = 6.0;
/// The counts below, from the top of one line to the next.
const LINE: f64 = 16.0;
const RADIUS: f64 = 6.0;
const COUNT: Type = Type::bold(11.0);
const WORD: Type = Type::regular(11.0);
/// White between two counts.
const GAP: f64 = 22.0;

/// A state with its count, and where that stands below the bar.
struct Part {
    share: Share,
    count: String,
    word: &'static str,
    at: Point,
    /// Where it begins in the bar, and how wide it is there.
    from: f64,
    wide: f64,
}

/// The bar with its counts.
pub struct Bar {
    /// Its height in points; none where there are no links.
    pub height: f64,
    parts: Vec<Part>,
    lang: Lang,
}

impl Bar {
    /// The bar of these shares, so wide.
    pub fn of(shares: &[Share], room: f64, lang: Lang) -> Self {
        let widths = widths(shares, room);
        let (mut from, mut at) = (0.0, Point { x: 0.0, y: THICK + BELOW });
        let mut parts: Vec<Part> = Vec::new();
        for (share, wide) in shares.iter().zip(widths) {
            let (count, word) = (number(share.count, lang), look(share.state).word.to(lang));
            let item = 2.0 * RADIUS + 5.0 + width(&count, COUNT) + 4.0 + width(word, WORD);
            if at.x > 0.0 && at.x + item > room {
                at = Point { x: 0.0, y: at.y + LINE };
            }
            parts.push(Part { share: *share, count, word, at, from, wide });
            from += wide + SLIT;
            at.x += item + GAP;
        }
        let height = if parts.is_empty() { 0.0 } else { at.y + LINE };
        Self { height, parts, lang }
    }

    /// Draws it with its top left at `at`.
    pub fn draw(&self, xml: &mut Xml, at: Point) {
        if self.parts.is_empty() {
            return;
        }
        // The counts below say the same in words.
        xml.open("g", &[("class", "bar"), ("aria-hidden", "true")]);
        for part in &self.parts {
            draw_part(xml, part, at);
        }
        xml.close();
        xml.line();
        xml.open("g", &[("class", "shares"), ("role", "list"), ("aria-label", words::SHARES.to(self.lang))]);
        xml.line();
        for part in &self.parts {
            let top = Point { x: at.x + part.at.x, y: at.y + part.at.y };
            xml.open("g", &[("role", "listitem")]);
            let middle = Point { x: top.x + RADIUS, y: top.y + COUNT.line() / 2.0 };
            pen::disc(xml, part.share.state, middle, RADIUS);
            let x = top.x + 2.0 * RADIUS + 5.0;
            pen::text(xml, Point { x, ..top }, std::slice::from_ref(&part.count), COUNT, INK, Anchor::Start);
            let x = x + width(&part.count, COUNT) + 4.0;
            pen::text(xml, Point { x, ..top }, &[part.word.to_owned()], WORD, SOFT, Anchor::Start);
            xml.close();
            xml.line();
        }
        xml.close();
        xml.line();
    }
}

/// A part as a thick line in the pattern of its state, so that parts also differ in grey.
fn draw_part(xml: &mut Xml, part: &Part, at: Point) {
    let look = look(part.share.state);
    let (left, y) = (at.x + part.from, at.y + THICK / 2.0);
    let d = format!("M{} {}H{}", n(left), n(y), n(left + part.wide));
    // Calm is an open frame, since a thin line can't be told from a thick one here.
    let (stroke, dashes) = (n(THICK), look.dashes.replace("0.1", "1.8"));
    let mut attributes =
        vec![("d", d.as_str()), ("fill", "none"), ("stroke", look.colour), ("stroke-width", &stroke)];
    if !dashes.is_empty() {
        attributes.push(("stroke-dasharray", &dashes));
    }
    if look.width >= 1.0 {
        xml.leaf("path", &attributes);
    }
    let frame = [
        ("x", n(left + 0.4)),
        ("y", n(at.y + 0.4)),
        ("width", n((part.wide - 0.8).max(0.1))),
        ("height", n(THICK - 0.8)),
    ];
    let mut attributes: Vec<(&str, &str)> = frame.iter().map(|(key, value)| (*key, value.as_str())).collect();
    attributes.extend([("fill", "none"), ("stroke", look.colour), ("stroke-width", "0.8")]);
    xml.leaf("rect", &attributes);
}

/// How wide each part is: by its share, and wide enough to be seen.
#[expect(clippy::cast_precision_loss, reason = "no landscape has 2^52 links")]
fn widths(shares: &[Share], room: f64) -> Vec<f64> {
    let all = shares.iter().map(|share| share.count).sum::<usize>().max(1) as f64;
    let slits: f64 = shares.iter().skip(1).map(|_| SLIT).sum();
    let spare = room - slits - shares.iter().map(|_| NARROWEST).sum::<f64>();
    shares.iter().map(|share| NARROWEST + spare * share.count as f64 / all).collect()
}

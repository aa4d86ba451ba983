//! The council's attachment as one sheet of paper: verdict, picture, what falls short and the traffic lights, as SVG.
//!
//! The paper is A3, lying. Text is never made smaller than 9 points to get everything on it. Where picture and lists
//! don't fit together, the lists get a second A3 below: together that is an A2, standing, that can be printed on one
//! paper or cut in two, since nothing crosses the fold. Where the picture alone doesn't fit, the paper is doubled.

mod arrange;
mod bar;
mod entries;
mod figure;
mod foot;
mod section;
mod top;

#[cfg(test)]
mod tests;

use crate::{
    attachment::Attachment,
    view::{
        DrawError, Engine, How, Picture, layout,
        plain::{number as n, plain},
        theme::{FONTS, PAPER, Type},
        xml::Xml,
    },
};
use arrange::Arrangement;
use figure::Laid;

/// White around everything on each leaf: printers don't reach further.
const MARGIN: f64 = 26.0;
/// White between parts.
const GAP: f64 = 10.0;
/// No text is smaller than this on the paper it is meant for, in points.
const SMALLEST: f64 = 9.0;

/// Headings above parts.
const HEADING: Type = Type::bold(13.5);
/// What comes first in an entry of a list.
const STRONG: Type = Type::bold(10.0);
/// The rest of it.
const TEXT: Type = Type::regular(10.0);
/// Remarks.
const SMALL: Type = Type::regular(9.2);

/// Draws the sheet, with every link of its first picture, or not at all.
///
/// # Errors
/// If that picture can't be drawn whole.
pub fn sheet(attachment: &Attachment, engine: Engine) -> Result<Picture, DrawError> {
    let picture = match attachment.pictures.first() {
        Some(drawing) => Some(Laid::new(drawing, layout::layout(drawing, engine)?)),
        None => None,
    };
    let how = picture.as_ref().map_or_else(How::default, |laid| laid.layout.how);
    let arrangement = Arrangement::of(attachment, picture.as_ref());
    let mut xml = Xml::new();
    open(&mut xml, attachment, &arrangement);
    arrangement.draw(&mut xml);
    Ok(Picture { svg: xml.finish() + "\n", how })
}

/// The root with its name and description, which come first so that they are read first, and the paper.
fn open(xml: &mut Xml, attachment: &Attachment, arrangement: &Arrangement<'_>) {
    let (wide, high) = arrangement.size();
    // A point is 127/360 of a millimetre.
    let millimetres = |points: f64| format!("{}mm", n((points * 127.0 / 360.0).round()));
    xml.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", &millimetres(wide)),
            ("height", &millimetres(high)),
            ("viewBox", &format!("0 0 {} {}", n(wide), n(high))),
            // A document, whose inside is read; an image only for who knows no documents of graphics.
            ("role", "graphics-document img"),
            ("lang", attachment.lang.tag()),
            ("aria-labelledby", "sheet-title"),
            ("aria-describedby", "sheet-desc"),
            ("font-family", FONTS),
        ],
    );
    xml.line();
    xml.text("title", &[("id", "sheet-title")], &plain(&attachment.title));
    xml.line();
    let said = [&attachment.subtitle, &attachment.verdict, &attachment.responsible].map(|text| plain(text));
    xml.text("desc", &[("id", "sheet-desc")], &sentences(&said));
    xml.line();
    xml.leaf("rect", &[("width", &n(wide)), ("height", &n(high)), ("fill", PAPER)]);
    xml.line();
}

/// Texts one after another, each ended; nothing for those that are empty.
fn sentences(texts: &[String]) -> String {
    let said = texts.iter().filter(|text| !text.is_empty());
    said.map(|text| super::standing::sentence(text)).collect::<Vec<_>>().join(" ")
}

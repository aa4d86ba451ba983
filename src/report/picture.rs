//! What page and PDF tell of a picture, and on which sheet of paper it can be read.

use crate::{
    attachment::{Attachment, Figure, words},
    say,
    text::{Text, on_one_line},
    view::Drawing,
};

/// The smallest text of a picture, in points; on paper it should be 9 or more.
const SMALLEST: f64 = 12.0;
const READABLE: f64 = 9.0 / SMALLEST;

/// A sheet of paper with room for a picture below its headings and above its caption.
pub struct Paper<T> {
    /// What it is called where it is printed.
    pub name: T,
    /// Room for the picture, in points.
    pub width: f64,
    /// The same in height.
    pub height: f64,
}

/// The first of these sheets on which a picture of this size can be read, or else the one on which it is largest; and
/// how large it is there.
pub fn paper<T>(papers: &[Paper<T>], (width, height): (f64, f64)) -> (&Paper<T>, f64) {
    let scale = |paper: &Paper<T>| (paper.width / width).min(paper.height / height).min(1.0);
    let readable = papers.iter().find(|paper| scale(paper) >= READABLE);
    let largest = || papers.iter().max_by(|a, b| scale(a).total_cmp(&scale(b)));
    let paper = readable.or_else(largest).unwrap_or(&papers[0]);
    (paper, scale(paper))
}

/// A picture that can't be read on the largest sheet.
pub struct TooSmall {
    /// What it is called.
    pub title: String,
    /// How high its smallest text is there, in whole points.
    pub points: usize,
}

/// The pictures whose text is too small on the largest sheet of the page and the PDF.
pub fn too_small(figures: &[Figure]) -> Vec<TooSmall> {
    let small = figures.iter().filter_map(|figure| {
        let (_, scale) = paper(&LARGEST, size(&figure.svg));
        let points = (1..9).take_while(|points| f64::from(*points) <= scale * SMALLEST).count();
        (scale < READABLE).then(|| TooSmall { title: figure.title.clone(), points })
    });
    small.collect()
}

/// An A3, lying or standing, with the room that both page and PDF have on it.
const LARGEST: [Paper<()>; 2] =
    [Paper { name: (), width: 1095.0, height: 640.0 }, Paper { name: (), width: 745.0, height: 990.0 }];

/// Width and height in points, as the picture itself says.
pub fn size(svg: &str) -> (f64, f64) {
    let found = svg.split_once("viewBox=\"0 0 ").and_then(|(_, rest)| {
        let (numbers, _) = rest.split_once('"')?;
        let (width, height) = numbers.split_once(' ')?;
        Some((width.parse().ok()?, height.parse().ok()?))
    });
    found.filter(|(width, height)| *width > 0.0 && *height > 0.0).unwrap_or((600.0, 400.0))
}

/// What the numbers in a picture are.
pub fn numbers(attachment: &Attachment, at: usize, drawing: &Drawing) -> Text {
    let is_merged = drawing.arrows.iter().any(|arrow| arrow.count > 1);
    let in_table = at == 0 && attachment.links.iter().any(|link| link.arrow.is_some());
    match (in_table, is_merged) {
        _ if at == 0 && !attachment.pairs.is_empty() => words::BY_PAIR,
        (true, _) => words::BY_ARROW,
        (false, true) => words::OWN_NUMBERS,
        (false, false) => words::BY_NUMBER,
    }
}

/// Which views are drawn by domain for their size; none where none is.
pub fn summed_up(attachment: &Attachment) -> Option<String> {
    let names: Vec<_> = attachment.summed_up.iter().map(|name| on_one_line(name)).collect();
    let names = names.join(", ");
    (!names.is_empty()).then(|| {
        say!(
            attachment.lang,
            en: "Too large to show every application, and so drawn by domain: {names}.",
            nl: "Te groot om elke applicatie te laten zien, en daarom per domein getekend: {names}.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(title: &str, width: usize, height: usize) -> Figure {
        let svg = format!("<svg viewBox=\"0 0 {width} {height}\">");
        Figure { title: title.to_owned(), svg, note: None }
    }

    #[test]
    fn a_picture_that_cannot_be_read_on_an_a3_is_told_with_the_size_of_its_text() {
        // On 745 by 990 points, nine points are left of twelve where the picture is a third larger.
        let figures =
            [figure("Past", 990, 1_320), figure("Te hoog", 990, 1_500), figure("Te groot", 4_000, 4_000)];
        let told: Vec<_> = too_small(&figures).into_iter().map(|it| (it.title, it.points)).collect();
        assert_eq!(told, [("Te hoog".to_owned(), 7), ("Te groot".to_owned(), 2)]);
    }
}

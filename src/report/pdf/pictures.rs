//! The pictures, each on a sheet on which it can be read, with its alternative text. Small ones share sheets.

use super::document::{Block, Sheet};
use crate::{
    attachment::{Attachment, Figure, words},
    say,
    text::{Text, capitalised, on_one_line, shown_up_to},
    view::Drawing,
};

/// The longest alternative text, in characters: the table says the same in full.
const LONGEST: usize = 4_000;

/// What the file of a picture is called.
pub fn file(at: usize) -> String {
    format!("figure-{at}.svg")
}

/// The pictures from the one at `from` on, below a heading; nothing where there are none.
pub fn sheets(attachment: &Attachment, heading: &Text, from: usize, figures: &[Figure]) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for (figure, at) in figures.iter().zip(from..) {
        let sheet = sheet(attachment, at, figure);
        match sheets.last_mut() {
            Some(last) if last.is_upright() && sheet.is_upright() => last.blocks.extend(sheet.blocks),
            _ => sheets.push(sheet),
        }
    }
    if let Some(sheet) = sheets.first_mut() {
        sheet.blocks.insert(0, Block::part(heading.to(attachment.lang)));
    }
    sheets
}

/// Where there is nothing to draw.
pub fn none(attachment: &Attachment) -> Vec<Block> {
    let lang = attachment.lang;
    let text = Block::text(words::NO_PICTURE.to(lang).to_owned());
    vec![Block::part(words::PICTURES.to(lang)), text]
}

fn sheet(attachment: &Attachment, at: usize, figure: &Figure) -> Sheet {
    let lang = attachment.lang;
    let drawing = attachment.pictures.get(at);
    let title = on_one_line(&figure.title).into_owned();
    let size = size(&figure.svg);
    let (paper, scale) = paper(size);
    let note = figure.note.map(|note| capitalised(note.to(lang)) + ".");
    let numbers = drawing.map(|drawing| numbers(attachment, at, drawing));
    let numbers = numbers.map(|numbers| numbers.to(lang).to_owned());
    let in_words = in_words(attachment, at);
    let summed_up = summed_up(attachment).filter(|_| at == 0);
    let caption: Vec<String> = note.into_iter().chain(numbers).chain(in_words).chain(summed_up).collect();
    let picture = Block::Picture {
        file: file(at),
        width: size.0 * scale,
        alt: alternative(&title, drawing),
        caption: caption.join(" "),
    };
    let blocks = vec![Block::Heading { level: 2, text: title }, picture];
    Sheet { paper: paper.name, lying: paper.lying, blocks }
}

/// The picture in words, for who can't see it: never nothing.
fn alternative(title: &str, drawing: Option<&Drawing>) -> String {
    let told = drawing.map_or([""; 2], |drawing| [&drawing.verdict, &drawing.description]);
    let all = [title, told[0], told[1]].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
    shown_up_to(&all.join(". ").replace("..", "."), LONGEST).into_owned()
}

/// Where the same stands in words.
fn in_words(attachment: &Attachment, at: usize) -> Option<String> {
    let lang = attachment.lang;
    if !attachment.links.is_empty() {
        return Some(format!("{} {}.", words::IN_WORDS.to(lang), words::LINKS.to(lang)));
    }
    (at == 0 && !attachment.pairs.is_empty()).then(|| format!("{}.", words::PAIRS.to(lang)))
}

/// What the numbers in a picture are.
fn numbers(attachment: &Attachment, at: usize, drawing: &Drawing) -> Text {
    let is_merged = drawing.arrows.iter().any(|arrow| arrow.count > 1);
    let in_table = at == 0 && attachment.links.iter().any(|link| link.arrow.is_some());
    match (in_table, is_merged) {
        _ if at == 0 && !attachment.pairs.is_empty() => words::BY_PAIR,
        (true, _) => words::BY_ARROW,
        (false, true) => words::OWN_NUMBERS,
        (false, false) => words::BY_NUMBER,
    }
}

/// Which views are drawn by domain for their size.
fn summed_up(attachment: &Attachment) -> Option<String> {
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

/// Width and height in points, as the picture itself says.
fn size(svg: &str) -> (f64, f64) {
    let found = svg.split_once("viewBox=\"0 0 ").and_then(|(_, rest)| {
        let (numbers, _) = rest.split_once('"')?;
        let (width, height) = numbers.split_once(' ')?;
        Some((width.parse().ok()?, height.parse().ok()?))
    });
    found.filter(|(width, height)| *width > 0.0 && *height > 0.0).unwrap_or((600.0, 400.0))
}

/// A sheet of paper with room for a picture below its headings and above its caption.
struct Paper {
    /// The size, as Typst calls it.
    name: &'static str,
    lying: bool,
    /// Room for the picture, in points.
    width: f64,
    height: f64,
}

/// The sheets, the most ordinary first: without the margins of `attachment.typ`, and without a hundred and five
/// points for headings and caption.
const PAPERS: [Paper; 4] = [
    Paper { name: "a4", lying: false, width: 500.0, height: 640.0 },
    Paper { name: "a4", lying: true, width: 745.0, height: 395.0 },
    Paper { name: "a3", lying: true, width: 1095.0, height: 640.0 },
    Paper { name: "a3", lying: false, width: 745.0, height: 990.0 },
];

/// The smallest text of a picture is 12 points; on paper it should be 9 or more.
const READABLE: f64 = 9.0 / 12.0;

/// The first sheet on which a picture of this size can be read, or else the one on which it is largest; and how
/// large it is there.
fn paper((width, height): (f64, f64)) -> (&'static Paper, f64) {
    let scale = |paper: &Paper| (paper.width / width).min(paper.height / height).min(1.0);
    let readable = PAPERS.iter().find(|paper| scale(paper) >= READABLE);
    let largest = || PAPERS.iter().max_by(|a, b| scale(a).total_cmp(&scale(b)));
    let paper = readable.or_else(largest).unwrap_or(&PAPERS[0]);
    (paper, scale(paper))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(width: f64, height: f64) -> (&'static str, bool) {
        let (paper, _) = paper((width, height));
        (paper.name, paper.lying)
    }

    #[test]
    fn a_picture_gets_the_smallest_sheet_on_which_it_can_be_read() {
        assert_eq!(chosen(480.0, 300.0), ("a4", false));
        assert_eq!(chosen(900.0, 400.0), ("a4", true));
        assert_eq!(chosen(1400.0, 700.0), ("a3", true));
        assert_eq!(chosen(700.0, 1200.0), ("a3", false));
    }

    #[test]
    fn a_picture_always_fits_its_sheet() {
        for (width, height) in [(1.0, 1.0), (480.0, 9000.0), (20_000.0, 30.0), (3000.0, 3000.0)] {
            let (paper, scale) = paper((width, height));
            assert!(width * scale <= paper.width + 0.001 && height * scale <= paper.height + 0.001);
        }
    }

    #[test]
    fn a_picture_that_does_not_tell_its_size_gets_one() {
        assert_eq!(size("<svg viewBox=\"0 0 12.5 7\">"), (12.5, 7.0));
        for odd in ["<svg>", "<svg viewBox=\"0 0 a b\">", "<svg viewBox=\"0 0 0 0\">"] {
            assert_eq!(size(odd), (600.0, 400.0));
        }
    }
}

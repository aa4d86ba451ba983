//! The pictures, each on a sheet on which it can be read, with its alternative text. Small ones share sheets.

use super::document::{Block, Sheet};
use crate::{
    attachment::{Attachment, Figure, words},
    report::picture::{Paper, numbers, paper, size, summed_up},
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
    let (paper, scale) = paper(&PAPERS, size);
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
    let (paper, lying) = paper.name;
    Sheet { paper, lying, blocks }
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

/// The sheets, the most ordinary first: without the margins of `attachment.typ`, and without a hundred and five
/// points for headings and caption.
/// Each is called as Typst calls it, and lies or stands.
const PAPERS: [Paper<(&str, bool)>; 4] = [
    Paper { name: ("a4", false), width: 500.0, height: 640.0 },
    Paper { name: ("a4", true), width: 745.0, height: 395.0 },
    Paper { name: ("a3", true), width: 1095.0, height: 640.0 },
    Paper { name: ("a3", false), width: 745.0, height: 990.0 },
];

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(width: f64, height: f64) -> (&'static str, bool) {
        paper(&PAPERS, (width, height)).0.name
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
            let (paper, scale) = paper(&PAPERS, (width, height));
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

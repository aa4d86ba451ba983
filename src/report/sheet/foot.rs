//! The foot of the sheet: what was not assessed, by what was judged, and where all links are.

use super::SMALL;
use crate::{
    attachment::{Attachment, words},
    say,
    view::{
        cards::lines_height,
        geometry::Point,
        metrics::wrap,
        pen::{self, Anchor},
        plain::{number as n, plain},
        theme::{HAIRLINE, SOFT},
        xml::Xml,
    },
};

/// White between the rule and the text.
const RULE: f64 = 7.0;

/// The foot, on lines.
pub struct Foot {
    /// Its height in points.
    pub height: f64,
    paragraphs: Vec<Vec<String>>,
    wide: f64,
}

impl Foot {
    /// The foot, so wide; with a key on the sheet every arrow is told there.
    pub fn of(attachment: &Attachment, with_key: bool, wide: f64) -> Self {
        let lang = attachment.lang;
        let gaps: Vec<&str> = attachment.not_assessed.iter().map(|gap| &*gap.what).collect();
        let not_assessed = if gaps.is_empty() {
            words::ALL_ASSESSED.to(lang).to_owned()
        } else {
            format!("{}: {}.", words::NOT_ASSESSED.to(lang), gaps.join("; "))
        };
        let judged = format!("{}: {}.", words::JUDGED_BY.to(lang), attachment.judged_by.join("; "));
        let rest = if attachment.withheld.is_some() {
            say!(lang, en: "The numbers in the picture are those of the table on the page that goes with this sheet: how many links there are, and with which data.", nl: "De nummers in de tekening zijn die van de tabel op de pagina bij dit blad: hoeveel koppelingen het zijn, en met welke gegevens.")
        } else if with_key {
            say!(lang, en: "Each link by itself, with its data and who is responsible for it, stands in the table on the page that goes with this sheet.", nl: "Elke koppeling afzonderlijk, met haar gegevens en wie er verantwoordelijk voor is, staat in de tabel op de pagina bij dit blad.")
        } else {
            say!(lang, en: "The numbers in the picture are those of the table with all links on the page that goes with this sheet: what goes over each, and who is responsible.", nl: "De nummers in de tekening zijn die van de tabel met alle koppelingen op de pagina bij dit blad: wat er over elk gaat, en wie verantwoordelijk is.")
        };
        let paragraphs = [(not_assessed, 4), (judged, 3), (rest, 2)];
        let paragraphs: Vec<_> =
            paragraphs.map(|(text, most)| wrap(&long(&text), SMALL, wide, most)).into_iter().collect();
        let height = RULE + paragraphs.iter().map(|lines| lines_height(lines, SMALL)).sum::<f64>();
        Self { height, paragraphs, wide }
    }

    /// Draws it with its top left at `at`.
    pub fn draw(&self, xml: &mut Xml, at: Point) {
        let rule = format!("M{} {}H{}", n(at.x), n(at.y), n(at.x + self.wide));
        xml.leaf("path", &[("d", &rule), ("stroke", HAIRLINE), ("stroke-width", "0.8")]);
        xml.line();
        let mut y = at.y + RULE;
        for lines in &self.paragraphs {
            y += pen::text(xml, Point { y, ..at }, lines, SMALL, SOFT, Anchor::Start);
            xml.line();
        }
    }
}

/// Text made harmless word by word, since all of it together may be longer than a name.
fn long(text: &str) -> String {
    text.split_whitespace().map(plain).collect::<Vec<_>>().join(" ")
}

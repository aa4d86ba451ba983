//! A list of the sheet: a heading, and entries that run on over columns. What doesn't fit is counted, never hidden.

use super::{
    GAP, HEADING, SMALL, STRONG,
    entries::{self, Entry},
};
use crate::{
    attachment::{Attachment, words},
    say,
    text::{Lang, Text, number},
    view::{
        cards::lines_height,
        columns,
        drawing::{Drawing, LinkState},
        geometry::Point,
        metrics::{width, wrap},
        pen::{self, Anchor},
        plain::{number as n, plain},
        theme::{HAIRLINE, INK, SOFT, Type},
        xml::Xml,
    },
};

/// A column is at least this wide, and white between two.
const COLUMN: f64 = 236.0;
const GUTTER: f64 = 20.0;
/// The heading with its rule.
const HEAD: f64 = HEADING.line() + 9.0;
/// White beneath an entry.
const ROW_GAP: f64 = 6.0;
/// Space for the sign before an entry.
const SIGN: f64 = 18.0;
const RADIUS: f64 = 6.0;
/// An entry has no more lines than this in each of its parts.
const LINES: usize = 6;
/// A number is cut at so many points.
const NUMBER: f64 = 64.0;
/// That some entries don't fit takes a line.
const REST: f64 = SMALL.line() + 3.0;

/// An entry, on lines.
struct Row {
    sign: Option<LinkState>,
    number: Vec<String>,
    arrow: Vec<String>,
    parts: Vec<(Vec<String>, Type, &'static str)>,
    height: f64,
}

/// A list, with its entries divided over columns.
pub struct Section {
    heading: String,
    /// How to read its entries; shown beside the heading where there is room.
    remark: String,
    lang: Lang,
    wide: f64,
    column: f64,
    columns: usize,
    indent: f64,
    rows: Vec<Row>,
    /// How many rows are shown; the others are counted.
    shown: usize,
    starts: Vec<usize>,
    tallest: f64,
}

impl Section {
    /// The lists of the sheet, so wide: what falls short, the traffic lights, what asks for attention.
    pub fn all(attachment: &Attachment, wide: f64) -> Vec<Self> {
        let lang = attachment.lang;
        let of = |heading: Text, count: usize, entries: &[Entry]| {
            let count = number(count, lang);
            Self::of(&format!("{} ({count})", heading.to(lang)), entries, wide, lang)
        };
        let remark = say!(lang, en: "at the bottom of each: who mends it · by when", nl: "onderaan elk: wie het oplost · voor wanneer");
        let mut falls_short = if attachment.exceptions.is_empty() {
            Self::of(words::EXCEPTIONS.to(lang), &entries::nothing(attachment), wide, lang)
        } else {
            of(words::EXCEPTIONS, attachment.exceptions.len(), &entries::exceptions(attachment))
        };
        if !attachment.exceptions.is_empty() {
            falls_short.remark.clone_from(&remark);
        }
        let mut all = vec![falls_short];
        if let Some(trend) = &attachment.trend {
            all.push(Self::of(words::TREND.to(lang), &entries::changed(trend, lang), wide, lang));
        }
        if !attachment.norms.is_empty() {
            let lights = of(words::NORMS, attachment.norms.len(), &entries::lights(attachment));
            all.push(Self { remark, ..lights });
        }
        if !attachment.points.is_empty() {
            all.push(of(words::POINTS, attachment.points.len(), &entries::points(attachment)));
        }
        all
    }

    /// The arrows of a picture, one by one; none where it has none.
    pub fn arrows(drawing: &Drawing, wide: f64) -> Option<Self> {
        let (entries, lang) = (entries::arrows(drawing), drawing.lang);
        let count = number(entries.len(), lang);
        let heading =
            say!(lang, en: "The arrows of the picture ({count})", nl: "De pijlen van de tekening ({count})");
        (!entries.is_empty()).then(|| Self::of(&heading, &entries, wide, lang))
    }

    fn of(heading: &str, entries: &[Entry], wide: f64, lang: Lang) -> Self {
        let columns = columns::fit(wide, COLUMN, GUTTER).clamp(1, entries.len().max(1));
        let column = columns::width(wide, columns, GUTTER);
        let numbers =
            entries.iter().map(|it| width(&plain(&it.number), STRONG).max(width(&plain(&it.arrow), SMALL)));
        let widest = numbers.fold(0.0, f64::max).min(NUMBER);
        let indent = SIGN + if widest > 0.0 { widest + 8.0 } else { 0.0 };
        let rows: Vec<Row> = entries.iter().map(|entry| Row::of(entry, column - indent)).collect();
        let shown = rows.len();
        let mut section = Self {
            heading: plain(heading),
            remark: String::new(),
            lang,
            wide,
            column,
            columns,
            indent,
            rows,
            shown,
            starts: Vec::new(),
            tallest: 0.0,
        };
        section.divide();
        section
    }

    fn divide(&mut self) {
        let heights: Vec<f64> = self.rows[..self.shown].iter().map(|row| row.height).collect();
        (self.starts, self.tallest) = columns::divide(&heights, self.columns);
    }

    /// How high it is.
    pub fn height(&self) -> f64 {
        let rest = if self.shown < self.rows.len() { REST } else { 0.0 };
        HEAD + self.tallest + rest
    }

    /// Shows no more entries than fit in `room`; the first of them always.
    fn cut(&mut self, room: f64) {
        while self.height() > room && self.shown > 1 {
            self.shown -= 1;
            self.divide();
        }
    }

    /// Divides `room` over lists: those that need little get that, and what falls short comes first.
    pub fn share(sections: &mut [Self], room: f64) {
        let gaps: f64 = sections.iter().skip(1).map(|_| GAP).sum();
        let mut left = room - gaps;
        let mut parts = sections.iter().map(|_| 1.0).sum::<f64>();
        let mut order: Vec<usize> = (0..sections.len()).collect();
        order.sort_by(|a, b| sections[*a].height().total_cmp(&sections[*b].height()));
        for index in order {
            sections[index].cut(left / parts);
            left -= sections[index].height();
            parts -= 1.0;
        }
    }

    /// Draws it with its top left at `at`.
    pub fn draw(&self, xml: &mut Xml, at: Point) {
        xml.open("g", &[("class", "section")]);
        xml.line();
        xml.open("g", &[("class", "heading"), ("role", "heading"), ("aria-level", "2")]);
        pen::text(xml, at, std::slice::from_ref(&self.heading), HEADING, INK, Anchor::Start);
        xml.close();
        let along = width(&self.heading, HEADING) + GAP;
        if along + width(&self.remark, SMALL) <= self.wide {
            let beside = Point { x: at.x + along, y: at.y + HEADING.line() - SMALL.line() - 1.6 };
            pen::text(xml, beside, std::slice::from_ref(&self.remark), SMALL, SOFT, Anchor::Start);
        }
        let y = n(at.y + HEAD - 6.0);
        let rule = format!("M{} {y}H{}", n(at.x), n(at.x + self.wide));
        xml.leaf("path", &[("d", &rule), ("stroke", HAIRLINE), ("stroke-width", "0.8")]);
        xml.line();
        xml.open("g", &[("role", "list"), ("aria-label", &self.heading)]);
        xml.line();
        let mut place = at;
        for (i, row) in self.rows[..self.shown].iter().enumerate() {
            if let Some(column) = self.starts.iter().position(|start| *start == i) {
                let steps = (0..column).map(|_| self.column + GUTTER).sum::<f64>();
                place = Point { x: at.x + steps, y: at.y + HEAD };
            }
            row.draw(xml, place, self.indent);
            place.y += row.height;
        }
        xml.close();
        xml.line();
        let rest = self.rows.len() - self.shown;
        if rest > 0 {
            let rest = number(rest, self.lang);
            let said = say!(self.lang, en: "and {rest} more, all on the page", nl: "en nog {rest}, alle op de pagina");
            pen::text(
                xml,
                Point { y: at.y + HEAD + self.tallest, ..at },
                &[said],
                SMALL,
                SOFT,
                Anchor::Start,
            );
            xml.line();
        }
        xml.close();
        xml.line();
    }
}

impl Row {
    fn of(entry: &Entry, room: f64) -> Self {
        let part = |(text, kind, colour): &(String, Type, &'static str)| {
            (wrap(&plain(text), *kind, room, LINES), *kind, *colour)
        };
        let parts: Vec<_> = entry.parts.iter().map(part).collect();
        let number = wrap(&plain(&entry.number), STRONG, NUMBER, 1);
        let arrow = wrap(&plain(&entry.arrow), SMALL, NUMBER, 1);
        let text: f64 = parts.iter().map(|(lines, kind, _)| lines_height(lines, *kind)).sum();
        let height = text.max(lines_height(&number, STRONG) + lines_height(&arrow, SMALL)).max(2.0 * RADIUS);
        Self { sign: entry.sign, number, arrow, parts, height: height + ROW_GAP }
    }

    fn draw(&self, xml: &mut Xml, at: Point, indent: f64) {
        xml.open("g", &[("class", "entry"), ("role", "listitem")]);
        if let Some(state) = self.sign {
            pen::disc(xml, state, Point { x: at.x + RADIUS, y: at.y + STRONG.line() / 2.0 }, RADIUS);
        }
        let mut left = Point { x: at.x + SIGN, y: at.y };
        left.y += pen::text(xml, left, &self.number, STRONG, INK, Anchor::Start);
        pen::text(xml, left, &self.arrow, SMALL, SOFT, Anchor::Start);
        let mut y = at.y;
        for (lines, kind, colour) in &self.parts {
            y += pen::text(xml, Point { x: at.x + indent, y }, lines, *kind, colour, Anchor::Start);
        }
        xml.close();
        xml.line();
    }
}

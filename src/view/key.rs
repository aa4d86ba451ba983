//! The key beneath a diagram: a row for each arrow that tells what it carries and why its state is what it is.

use std::sync::Arc;

use super::cards::{CHIP_HEIGHT, Chip, chips, lines_height};
use super::columns;
use super::diagram::ends;
use super::drawing::{Arrow, Drawing, LinkState};
use super::geometry::Point;
use super::metrics::wrap;
use super::pen::{self, Anchor};
use super::plain::{number as n, plain};
use super::theme::{
    ALARM, HAIRLINE, HEADING, INK, KEY_NAME, KEY_TEXT, NO_CONTROLLER_MEANING, SOFT, look, words,
};
use super::xml::Xml;
use crate::text::capitalised;

/// A column is at least this wide, and white between two of them.
pub const COLUMN: f64 = 236.0;
/// See above.
pub const GUTTER: f64 = 20.0;
/// White beneath a row, and between the chip and the text.
const ROW_GAP: f64 = 5.0;
const CHIP_GAP: f64 = 8.0;
/// Height of the heading with its rule.
const HEAD: f64 = 26.0;

/// A row, on lines.
struct Row {
    ends: Vec<String>,
    carries: Vec<String>,
    why: Vec<String>,
    controller: Vec<String>,
    height: f64,
}

/// The key, with its rows divided over columns.
pub struct Key {
    /// Its height in points; none for a drawing without arrows.
    pub height: f64,
    rows: Arc<[Row]>,
    /// The first row of each column.
    starts: Vec<usize>,
    column: f64,
    indent: f64,
    width: f64,
}

/// Makes the key of a drawing for one width and another. Breaking its text takes longest, and is done once for all keys
/// whose columns are equally wide.
pub struct Keys<'a> {
    drawing: &'a Drawing,
    /// Where the text of a row begins.
    indent: f64,
    /// The rows of columns of some width.
    broken: Vec<(f64, Arc<[Row]>)>,
}

impl<'a> Keys<'a> {
    /// The keys of `drawing`, with text broken for columns as narrow as they can be: any key beside the diagram has those.
    #[must_use]
    pub fn of(drawing: &'a Drawing) -> Self {
        // The key tells in words that there is no controller, so its chips have no sign for that.
        let indent = chips(drawing).iter().map(|chip| chip.without_sign().w).fold(0.0, f64::max) + CHIP_GAP;
        let mut keys = Self { drawing, indent, broken: Vec::new() };
        keys.rows(COLUMN);
        keys
    }

    /// The key on a sheet of `width` points.
    pub fn on(&mut self, width: f64) -> Key {
        let columns = columns::fit(width, COLUMN, GUTTER).clamp(1, self.drawing.told().count().max(1));
        let column = columns::width(width, columns, GUTTER);
        let rows = self.rows(column);
        let heights: Vec<f64> = rows.iter().map(|row| row.height).collect();
        let (starts, tallest) = columns::divide(&heights, columns);
        let height = if rows.is_empty() { 0.0 } else { HEAD + tallest };
        Key { height, rows, starts, column, indent: self.indent, width }
    }

    fn rows(&mut self, column: f64) -> Arc<[Row]> {
        if let Some((_, rows)) = self.broken.iter().find(|(other, _)| other.to_bits() == column.to_bits()) {
            return Arc::clone(rows);
        }
        let told = self.drawing.told();
        let rows: Arc<[Row]> =
            told.map(|(_, arrow)| Row::of(self.drawing, arrow, column - self.indent)).collect();
        self.broken.push((column, Arc::clone(&rows)));
        rows
    }
}

impl Key {
    /// Draws it with its top left at `at`.
    pub fn draw(&self, xml: &mut Xml, drawing: &Drawing, chips: &[Chip], at: Point) {
        if self.rows.is_empty() {
            return;
        }
        let heading = words::KEY.to(drawing.lang);
        xml.open("g", &[("class", "key"), ("role", "list"), ("aria-label", heading)]);
        xml.line();
        pen::text(xml, at, &[heading.to_uppercase()], HEADING, SOFT, Anchor::Start);
        let rule = format!("M{} {}H{}", n(at.x), n(at.y + HEAD - 9.0), n(at.x + self.width));
        xml.leaf("path", &[("d", &rule), ("stroke", HAIRLINE), ("stroke-width", "0.8")]);
        xml.line();
        let mut place = at;
        for (i, (row, (index, arrow))) in self.rows.iter().zip(drawing.told()).enumerate() {
            if let Some(column) = self.starts.iter().position(|start| *start == i) {
                let steps = (0..column).map(|_| self.column + GUTTER).sum::<f64>();
                place = Point { x: at.x + steps, y: at.y + HEAD };
            }
            self.draw_row(xml, row, arrow, &chips[index].without_sign(), place);
            place.y += row.height;
        }
        xml.close();
        xml.line();
    }

    fn draw_row(&self, xml: &mut Xml, row: &Row, arrow: &Arrow, chip: &Chip, at: Point) {
        let colour = look(arrow.state).colour;
        xml.open("g", &[("class", "row"), ("role", "listitem")]);
        let middle = Point { x: at.x + chip.w / 2.0, y: at.y + CHIP_HEIGHT / 2.0 };
        pen::chip(xml, chip, arrow.state, middle);
        let x = at.x + self.indent;
        let mut y = at.y + (CHIP_HEIGHT - KEY_NAME.line()) / 2.0;
        let parts = [
            (&row.ends, KEY_NAME, INK),
            (&row.carries, KEY_TEXT, SOFT),
            (&row.why, KEY_TEXT, colour),
            (&row.controller, KEY_TEXT, ALARM),
        ];
        for (lines, kind, colour) in parts {
            y += pen::text(xml, Point { x, y }, lines, kind, colour, Anchor::Start);
        }
        xml.close();
        xml.line();
    }
}

impl Row {
    fn of(drawing: &Drawing, arrow: &Arrow, room: f64) -> Self {
        let controller = if arrow.no_controller {
            capitalised(NO_CONTROLLER_MEANING.to(drawing.lang))
        } else {
            String::new()
        };
        let mut row = Self {
            ends: wrap(&ends(drawing, arrow), KEY_NAME, room, 4),
            carries: wrap(&plain(&arrow.carries), KEY_TEXT, room, 4),
            why: wrap(&why(drawing, arrow), KEY_TEXT, room, 6),
            controller: wrap(&controller, KEY_TEXT, room, 2),
            height: 0.0,
        };
        row.height = lines_height(&row.ends, KEY_NAME)
            + [&row.carries, &row.why, &row.controller]
                .map(|lines| lines_height(lines, KEY_TEXT))
                .iter()
                .sum::<f64>()
            + (CHIP_HEIGHT - KEY_NAME.line())
            + ROW_GAP;
        row
    }
}

/// Why the state is what it is, or else the state in words; nothing where all is well and nothing is to be told.
fn why(drawing: &Drawing, arrow: &Arrow) -> String {
    let why = plain(&arrow.why);
    let calm = matches!(arrow.state, LinkState::Secured | LinkState::NoPersonalData);
    let word = capitalised(look(arrow.state).word.to(drawing.lang));
    match (why.is_empty(), calm) {
        (true, true) => String::new(),
        (true, false) => word,
        (false, _) => capitalised(&why),
    }
}

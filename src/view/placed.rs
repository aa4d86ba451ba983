//! Reads what Graphviz placed (`json0`) into our own layout, and counts that nothing is missing.

use std::collections::HashMap;

use serde::Deserialize;
use smallvec::SmallVec;

use super::cards::{Card, Chip};
use super::drawing::Drawing;
use super::error::DrawError;
use super::geometry::{Point, Rect};
use super::layout::{Course, Layout};
use super::plain::plain;

#[derive(Deserialize)]
struct Json {
    bb: String,
    #[serde(default)]
    objects: Vec<Object>,
    #[serde(default)]
    edges: Vec<Line>,
}

/// A node or a cluster.
#[derive(Deserialize)]
struct Object {
    name: String,
    bb: Option<String>,
    pos: Option<String>,
}

#[derive(Deserialize)]
struct Line {
    id: Option<String>,
    pos: Option<String>,
    lp: Option<String>,
}

/// Reads `json`, and fails where a node or arrow of `drawing` has no place in it.
///
/// # Errors
/// [`DrawError::Lost`], naming what is missing.
pub fn read(json: &str, drawing: &Drawing, cards: Vec<Card>, chips: Vec<Chip>) -> Result<Layout, DrawError> {
    let json: Json = serde_json::from_str(json)
        .map_err(|error| DrawError::Lost { missing: Vec::new(), said: error.to_string() })?;
    let page = Page::of(&json.bb);
    let objects: HashMap<&str, &Object> =
        json.objects.iter().map(|object| (object.name.as_str(), object)).collect();
    let lines: HashMap<&str, &Line> =
        json.edges.iter().filter_map(|line| Some((line.id.as_deref()?, line))).collect();
    let node = |(i, card): (usize, &Card)| {
        let centre = page.point(objects.get(format!("n{i}").as_str())?.pos.as_deref()?)?;
        Some(Rect::around(centre, card.w, card.h))
    };
    let room = |i: usize| page.rect(objects.get(format!("cluster_{i}").as_str())?.bb.as_deref()?);
    let course = |i: usize| page.course(lines.get(format!("e{i}").as_str())?);
    let nodes: Vec<Option<Rect>> = cards.iter().enumerate().map(node).collect();
    let arrows: Vec<Option<Course>> = (0..drawing.arrows.len()).map(course).collect();
    complete(drawing, &nodes, &arrows)?;
    Ok(Layout {
        width: page.w,
        height: page.h,
        nodes: nodes.into_iter().flatten().collect(),
        rooms: (0..drawing.rooms.len()).map(room).collect(),
        arrows: arrows.into_iter().flatten().collect(),
        cards,
        chips,
        ..Layout::default()
    })
}

/// Fails with the names of what has no place.
fn complete(drawing: &Drawing, nodes: &[Option<Rect>], arrows: &[Option<Course>]) -> Result<(), DrawError> {
    let called = |node: usize| drawing.nodes.get(node).map(|node| plain(&node.label)).unwrap_or_default();
    let no_node = nodes.iter().enumerate().filter(|(_, place)| place.is_none()).map(|(i, _)| called(i));
    let no_arrow = arrows
        .iter()
        .zip(&drawing.arrows)
        .filter(|(place, _)| place.is_none())
        .map(|(_, arrow)| format!("{} → {}", called(arrow.from), called(arrow.to)));
    let missing: Vec<String> = no_node.chain(no_arrow).take(10).collect();
    if missing.is_empty() { Ok(()) } else { Err(DrawError::Lost { missing, said: String::new() }) }
}

/// Graphviz counts y upwards from some corner; we count it down from the top.
struct Page {
    left: f64,
    top: f64,
    w: f64,
    h: f64,
}

impl Page {
    fn of(bb: &str) -> Self {
        let corner = numbers(bb);
        let at = |i: usize| corner.get(i).copied().unwrap_or(0.0);
        Self { left: at(0), top: at(3), w: at(2) - at(0), h: at(3) - at(1) }
    }

    fn point(&self, text: &str) -> Option<Point> {
        match *numbers(text) {
            [x, y, ..] => Some(Point { x: x - self.left, y: self.top - y }),
            _ => None,
        }
    }

    fn rect(&self, bb: &str) -> Option<Rect> {
        match *numbers(bb) {
            [x0, y0, x1, y1] => Some(Rect { x: x0 - self.left, y: self.top - y1, w: x1 - x0, h: y1 - y0 }),
            _ => None,
        }
    }

    /// `e,x,y` is the tip, and the rest a chain of cubic curves.
    fn course(&self, line: &Line) -> Option<Course> {
        let mut tip = None;
        let mut bezier = Vec::new();
        for part in line.pos.as_deref()?.split(';').next()?.split_whitespace() {
            if let Some(end) = part.strip_prefix("e,") {
                tip = self.point(end);
            } else if !part.starts_with("s,") {
                bezier.push(self.point(part)?);
            }
        }
        if bezier.len() < 4 || bezier.len() % 3 != 1 {
            return None;
        }
        let tip = tip.or(bezier.last().copied())?;
        Some(Course { bezier, tip, label: line.lp.as_deref().and_then(|lp| self.point(lp)) })
    }
}

/// The finite numbers in a list with commas; empty if one of them is none.
fn numbers(text: &str) -> SmallVec<[f64; 4]> {
    let read = |part: &str| part.trim().parse::<f64>().ok().filter(|value| value.is_finite());
    text.split(',').map(read).collect::<Option<_>>().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::cards::{cards, chips};
    use super::super::samples;
    use super::*;

    #[test]
    fn what_has_no_place_is_named() {
        let drawing = samples::pair();
        let json = r#"{"bb": "0,0,100,50", "objects": [{"name": "n0", "pos": "10,10"}], "edges": []}"#;
        let error = read(json, &drawing, cards(&drawing, false), chips(&drawing)).unwrap_err();
        let missing = vec!["Isam".to_owned(), "Zaaksysteem → Isam".to_owned()];
        assert_eq!(error, DrawError::Lost { missing, said: String::new() });
    }

    #[test]
    fn a_curve_is_read_with_y_downwards() {
        let page = Page::of("0,0,100,50");
        let line = Line { id: None, pos: Some("e,40,10 0,10 10,10 20,10 30,10".into()), lp: None };
        let course = page.course(&line).unwrap();
        assert_eq!(course.tip, Point { x: 40.0, y: 40.0 });
        assert_eq!(course.bezier.len(), 4);
    }

    #[test]
    fn numbers_that_are_none_make_no_place() {
        assert_eq!(Page::of("0,0,1,1").point("nan,3"), None);
        assert_eq!(Page::of("0,0,1,1").rect("1,2,3"), None);
    }
}

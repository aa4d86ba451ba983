//! Drawings that try to break something: names with a meaning in DOT or XML, and a graph that Graphviz fails on.

use super::drawing::LinkState::{NotSecured, Secured};
use super::drawing::{Arrow, Drawing, Room, Shape};
use super::samples::{Dice, arrow, node, pair, rooms};

/// Names that try to break out of DOT, SVG or a sentence, or to burst the picture.
pub fn hostile() -> Drawing {
    let names = [
        "\"]; evil [label=\"x",
        "<script>alert(1)</script>",
        "</title></svg>",
        "a\\",
        "\\N \\G \\\"",
        "x\0y\u{1}z",
        "\u{202E}gnp.exe",
        "&amp;&lt;",
        "]]>",
        "-->",
        "<B>vet</B>",
        "",
        "\n\n",
        "javascript:alert(1)",
        "e0",
        "漢字かな交じり文",
    ];
    let mut drawing = pair();
    drawing.title = names.join(" ");
    drawing.verdict = names[1].into();
    drawing.rooms.extend(rooms(&names));
    for (i, name) in names.iter().enumerate() {
        drawing.nodes.push(node(name, name, Shape::Application, Some(i)));
        drawing.arrows.push(Arrow { number: (*name).into(), ..arrow(i, i + 1, 0, NotSecured, name, name) });
    }
    drawing.nodes.push(node(&"W".repeat(200_000), &"w ".repeat(100_000), Shape::Party, None));
    drawing
}

/// A clustered graph of 200 nodes and 400 edges that Graphviz's `dot` loses edges of.
pub fn loses_edges() -> Drawing {
    let mut dice = Dice(1);
    let nodes = (0..200).map(|i| node(&format!("App {i}"), "", Shape::Application, Some(i % 15))).collect();
    let arrows = (0..400).map(|i| arrow(dice.roll(200), dice.roll(200), i + 1, Secured, "", "")).collect();
    let names: Vec<String> = (0..15).map(|i| format!("Domein {i}")).collect();
    Drawing { rooms: names.into_iter().map(|label| Room { label }).collect(), nodes, arrows, ..pair() }
}

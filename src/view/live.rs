//! What the live page adds to a picture: each card and chip leads somewhere, and can be reached by keyboard.

use super::xml::Xml;

/// Where everything in a picture leads, in the order of its drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hooks {
    /// One for each node.
    pub nodes: Vec<Hook>,
    /// One for each arrow.
    pub arrows: Vec<Hook>,
}

/// Where one card or arrow leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hook {
    /// What it stands for, the same in every picture.
    pub id: String,
    /// The address to follow.
    pub href: String,
    /// How it stands out, as the style sheet calls it; nothing: as always.
    pub class: &'static str,
    /// It is what was chosen.
    pub chosen: bool,
}

impl Hook {
    fn class(&self, kind: &str) -> String {
        [kind, self.class, if self.chosen { "chosen" } else { "" }].join(" ").trim_end().to_owned()
    }
}

/// Begins a node: a group, or what leads somewhere.
pub fn open_node(xml: &mut Xml, title: &str, hook: Option<&Hook>) {
    match hook {
        None => xml.open("g", &[("class", "node"), ("role", "group")]),
        Some(hook) => open_link(xml, "node", hook),
    }
    xml.text("title", &[], title);
}

/// How wide the part of an arrow is that a mouse can hit: its line itself is too thin.
const HIT: &str = "14";

/// Begins an arrow.
pub fn open_arrow(xml: &mut Xml, hook: Option<&Hook>) {
    match hook {
        None => xml.open("g", &[("class", "arrow"), ("role", "group")]),
        Some(hook) => {
            xml.open("g", &[("class", &*hook.class("arrow")), ("role", "group"), ("data-id", &hook.id)]);
        }
    }
}

/// The line of an arrow for the mouse, wide and unseen. By keyboard and for a screen reader its chip leads to the same.
pub fn line(xml: &mut Xml, d: &str, hook: &Hook) {
    xml.open("a", &[("class", "line"), ("href", &hook.href), ("tabindex", "-1"), ("aria-hidden", "true")]);
    xml.leaf("path", &[("d", d), ("fill", "none"), ("stroke-width", HIT), ("pointer-events", "stroke")]);
    xml.close();
}

/// Begins the chips, which a screen reader only needs where they lead somewhere.
pub fn open_chips(xml: &mut Xml, leads: bool) {
    xml.open("g", if leads { &[("class", "chips")] } else { &[("class", "chips"), ("aria-hidden", "true")] });
}

/// Begins a chip that leads somewhere.
pub fn open_chip(xml: &mut Xml, title: &str, hook: &Hook) {
    open_link(xml, "chip", hook);
    xml.text("title", &[], title);
}

/// What leads somewhere. Its name is the title that follows.
fn open_link(xml: &mut Xml, kind: &str, hook: &Hook) {
    let class = hook.class(kind);
    let mut attributes = vec![("class", class.as_str()), ("href", &*hook.href), ("data-id", &*hook.id)];
    if hook.chosen {
        attributes.push(("aria-current", "true"));
    }
    xml.open("a", &attributes);
}

#[cfg(test)]
mod tests {
    use super::super::{Engine, diagram, layout::layout, samples, svg};
    use super::*;

    #[test]
    fn each_card_and_chip_leads_somewhere_and_nothing_can_break_out() {
        let drawing = samples::social_domain();
        let layout = layout(&drawing, Engine::Embedded).unwrap();
        let hook = |kind: &str, at: usize| {
            let id = format!("{kind}:{at}\"><script>");
            Hook { href: format!("/?select={id}"), id, class: "faded", chosen: at == 0 }
        };
        let hooks = Hooks {
            nodes: (0..drawing.nodes.len()).map(|at| hook("node", at)).collect(),
            arrows: (0..drawing.arrows.len()).map(|at| hook("arrow", at)).collect(),
        };
        let places = diagram::chip_places(&drawing, &layout);
        let live = svg::live(&drawing, &layout, &places, &hooks);
        let document = roxmltree::Document::parse(&live).unwrap();
        let all = document.descendants().filter(|it| it.has_tag_name("a"));
        let (strokes, links): (Vec<_>, Vec<_>) = all.partition(|it| it.attribute("class") == Some("line"));
        // A line is one more place to click, and no more stops on the way by keyboard.
        assert_eq!(strokes.len(), drawing.arrows.len());
        for line in strokes {
            assert_eq!(
                (line.attribute("tabindex"), line.attribute("aria-hidden")),
                (Some("-1"), Some("true"))
            );
            let id = line.parent().unwrap().attribute("data-id").unwrap();
            assert_eq!(line.attribute("href"), Some(format!("/?select={id}").as_str()));
        }
        assert_eq!(links.len(), drawing.nodes.len() + drawing.arrows.len());
        for link in &links {
            let id = link.attribute("data-id").unwrap();
            assert_eq!(link.attribute("href"), Some(format!("/?select={id}").as_str()));
            assert!(
                link.first_element_child().is_some_and(|it| it.has_tag_name("title") && it.text().is_some())
            );
        }
        assert!(!document.descendants().any(|it| it.has_tag_name("script")));
        let chosen = links.iter().filter(|it| it.attribute("class").unwrap().ends_with("chosen"));
        assert_eq!(chosen.count(), 2, "the first card and the first chip");
        // An image would hide from a screen reader that there is something to follow.
        assert_eq!(document.root_element().attribute("role"), Some("group"));
    }
}

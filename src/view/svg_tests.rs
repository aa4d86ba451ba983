//! The finished picture is whole, can be read aloud, holds nothing hostile, and is the same every time.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::super::geometry::Rect;
use super::super::theme::{CHIP, KEY_TEXT, NOTE};
use super::super::{Engine, diagram, layout::layout, malice, samples, svg};
use super::*;

fn picture(drawing: &Drawing) -> String {
    svg(drawing, Engine::Embedded).unwrap().svg
}

/// The titles of all groups of a class, counted.
fn titles(document: &Document<'_>, class: &str) -> BTreeMap<String, usize> {
    let mut all = BTreeMap::new();
    for group in document.descendants().filter(|node| node.attribute("class") == Some(class)) {
        let title = group.children().find(|child| child.has_tag_name("title")).and_then(|title| title.text());
        *all.entry(title.unwrap_or_default().to_owned()).or_insert(0) += 1;
    }
    all
}

fn count(document: &Document<'_>, class: &str) -> usize {
    document.descendants().filter(|node| node.attribute("class") == Some(class)).count()
}

#[test]
fn it_says_what_it_is_before_anything_else() {
    let svg = picture(&samples::social_domain());
    let document = Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!((root.attribute("role"), root.attribute("lang")), (Some("img"), Some("nl")));
    let first: Vec<Node<'_, '_>> = root.children().filter(Node::is_element).take(2).collect();
    assert!(first[0].has_tag_name("title") && first[1].has_tag_name("desc"));
    assert_eq!(first[0].text(), Some("Applicaties en koppelingen in het sociaal domein"));
    let ids: Vec<&str> = first.iter().filter_map(|node| node.attribute("id")).collect();
    assert_eq!(root.attribute("aria-labelledby"), Some(ids.join(" ").as_str()));
}

#[test]
fn every_node_and_arrow_is_there_once() {
    for drawing in [samples::social_domain(), samples::everything(), samples::overview(), malice::hostile()] {
        let svg = picture(&drawing);
        let document = Document::parse(&svg).unwrap();
        assert_eq!(count(&document, "node"), drawing.nodes.len());
        assert_eq!(count(&document, "arrow"), drawing.arrows.len());
        assert_eq!(count(&document, "row"), drawing.arrows.len());
    }
}

#[test]
fn arrows_are_told_in_sentences_and_never_by_id() {
    let svg = picture(&samples::social_domain());
    let document = Document::parse(&svg).unwrap();
    let arrows = titles(&document, "arrow");
    assert_eq!(arrows.len(), 21, "each has a sentence of its own");
    assert!(arrows.contains_key("Koppeling 4: Datadistributie → Schuldhulp, opgave klopt niet"));
    assert!(arrows.contains_key(
        "Koppeling 16: Veilig Thuis → Isam, niet beveiligd, geen verwerkingsverantwoordelijke vastgelegd"
    ));
    assert!(titles(&document, "node").contains_key("E-mail · Exchange"));
    assert!(titles(&document, "room").contains_key("Sociaal domein"));
    let is_id = |text: &str| {
        ["n", "e", "cluster_"].iter().any(|prefix| {
            text.strip_prefix(prefix)
                .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
        })
    };
    assert!(!document.descendants().filter_map(|node| node.text()).any(is_id));
}

#[test]
fn english_is_english() {
    let drawing = Drawing { lang: crate::text::Lang::En, ..samples::social_domain() };
    let svg = picture(&drawing);
    for text in ["lang=\"en\"", "LEGEND<", "LINKS<", "no link", "not secured"] {
        assert!(svg.contains(text), "{text}");
    }
    assert!(!svg.contains("LEGENDA"));
}

#[test]
fn hostile_names_are_text_and_nothing_else() {
    let svg = picture(&malice::hostile());
    let document = Document::parse(&svg).unwrap();
    let allowed = ["svg", "title", "desc", "g", "rect", "path", "circle", "text", "tspan"];
    for node in document.descendants().filter(Node::is_element) {
        assert!(allowed.contains(&node.tag_name().name()), "{}", node.tag_name().name());
        for attribute in node.attributes() {
            let name = attribute.name();
            assert!(!name.starts_with("on") && !["href", "src", "style"].contains(&name), "{name}");
        }
    }
    assert!(!svg.contains('\0') && !svg.contains('\u{202E}'));
    assert!(svg.len() < 100_000, "a name of 200 kB must not burst the picture: {}", svg.len());
}

#[test]
fn it_needs_nothing_from_elsewhere() {
    let svg = picture(&samples::everything()).replacen("http://www.w3.org/2000/svg", "", 1);
    for trace in ["http", "url(", "href", "<script", "<style", "@import"] {
        assert!(!svg.contains(trace), "{trace}");
    }
}

#[test]
fn the_same_drawing_gives_the_same_bytes() {
    for drawing in [samples::social_domain(), samples::everything(), malice::hostile()] {
        assert_eq!(picture(&drawing), picture(&drawing));
    }
}

#[test]
fn text_can_be_read_on_the_paper_it_is_meant_for() {
    let drawing = samples::social_domain();
    let layout = layout(&drawing, Engine::Embedded).unwrap();
    let scale = best_sheet(&drawing, &layout, Keys::of(&drawing)).unwrap().scale();
    for kind in [NOTE, CHIP, KEY_TEXT] {
        assert!(kind.size * scale >= 9.0, "{} pt on A3", kind.size * scale);
    }
}

#[test]
fn chips_hide_no_card_and_not_one_another() {
    for drawing in [samples::social_domain(), samples::overview()] {
        let layout = layout(&drawing, Engine::Embedded).unwrap();
        let chips = diagram::chip_places(&drawing, &layout);
        for (i, chip) in chips.iter().enumerate() {
            let solid = layout.nodes.iter().chain(&chips[i + 1..]);
            assert_eq!(
                solid.map(|rect: &Rect| rect.overlap(*chip)).sum::<f64>(),
                0.0,
                "chip {}",
                drawing.arrows[i].number
            );
        }
    }
}

#[test]
fn a_drawing_of_nothing_is_still_a_picture() {
    let svg = picture(&Drawing::default());
    let document = Document::parse(&svg).unwrap();
    assert_eq!(
        document.root_element().first_element_child().unwrap().text(),
        Some("Koppelingen tussen applicaties")
    );
}

#[test]
fn two_pictures_on_one_page_do_not_share_ids() {
    assert_ne!(ids(&samples::pair()), ids(&samples::overview()));
}

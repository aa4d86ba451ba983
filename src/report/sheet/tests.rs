//! The sheet as people get it: whole, readable on its paper, walkable, and the same every time.

use std::fmt::Write;

use roxmltree::{Document, Node};

use super::*;
use crate::{
    analysis::{Analysis, Levels, Options, analyze},
    attachment::{compose, plans},
    graph::FlowGraph,
    load::files,
    model::Audience,
    source::Sources,
    text::Lang,
    view::{geometry::Rect, metrics::width, theme},
};

fn judged(sources: &Sources, lang: Option<Lang>) -> Analysis {
    let today = jiff::civil::date(2026, 11, 1);
    analyze(sources, &Options { date: None, today, lang, levels: Levels::default() })
}

fn attachment(analysis: &Analysis) -> Attachment {
    of_views(analysis, &[])
}

fn of_views(analysis: &Analysis, asked: &[String]) -> Attachment {
    let graph = FlowGraph::new(&analysis.landscape);
    let plans = plans(analysis, asked, Audience::Internal).unwrap();
    compose(analysis, &graph, &plans)
}

fn example(lang: Lang) -> Attachment {
    let root = env!("CARGO_MANIFEST_DIR");
    let sources = files::read(format!("{root}/landscape").as_str().into(), root.into()).unwrap();
    attachment(&judged(&sources, Some(lang)))
}

#[test]
#[ignore = "for looking at"]
fn look() {
    for lang in [Lang::Nl, Lang::En] {
        let picture = sheet(&example(lang), Engine::Embedded).unwrap();
        std::fs::write(format!("/tmp/sheet-{}.svg", lang.tag()), &picture.svg).unwrap();
        println!("{:?}, {} bytes", picture.how, picture.svg.len());
    }
}

/// A landscape of one file.
fn read(toml: &str) -> Analysis {
    let mut sources = Sources::default();
    sources.add("a.toml", toml);
    judged(&sources, None)
}

fn written(toml: &str) -> Attachment {
    attachment(&read(toml))
}

/// A text of the sheet with its box, in points of paper.
struct Written {
    text: String,
    size: f64,
    fill: String,
    area: Rect,
    /// In the picture; there chips may lie on lines, and the drawing has tests of its own.
    in_picture: bool,
}

/// Every line of text on the sheet.
fn texts(svg: &str) -> Vec<Written> {
    let document = Document::parse(svg).unwrap();
    let lines = document.descendants().filter(|node| {
        node.has_tag_name("tspan")
            || (node.has_tag_name("text") && !node.children().any(|it| it.is_element()))
    });
    lines.map(written_at).collect()
}

fn written_at(node: Node<'_, '_>) -> Written {
    let style = if node.has_tag_name("tspan") { node.parent().unwrap() } else { node };
    let get = |name: &str| style.attribute(name);
    let kind = Type {
        size: get("font-size").unwrap().parse().unwrap(),
        bold: get("font-weight").is_some(),
        spacing: get("letter-spacing").map_or(0.0, |it| it.parse().unwrap()),
    };
    let text = node.text().unwrap_or_default().to_owned();
    let place = |name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
    let w = width(&text, kind);
    let x = if get("text-anchor") == Some("middle") { place("x") - w / 2.0 } else { place("x") };
    // Arimo's capitals and descenders.
    let mut area = Rect { x, y: place("y") - 0.73 * kind.size, w, h: 0.94 * kind.size };
    let mut size = kind.size;
    for group in node.ancestors() {
        if let Some((right, down, scale)) = group.attribute("transform").map(transform) {
            area = Rect {
                x: area.x * scale + right,
                y: area.y * scale + down,
                w: area.w * scale,
                h: area.h * scale,
            };
            size *= scale;
        }
    }
    let in_picture = node.ancestors().any(|group| group.attribute("class") == Some("picture"));
    Written { text, size, fill: get("fill").unwrap().to_owned(), area, in_picture }
}

/// `translate(x y) scale(s)`.
fn transform(text: &str) -> (f64, f64, f64) {
    let numbers: Vec<f64> = text
        .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
        .filter_map(|it| it.parse().ok())
        .collect();
    (numbers[0], numbers[1], numbers[2])
}

fn paper(svg: &str) -> (f64, f64) {
    let document = Document::parse(svg).unwrap();
    let size: Vec<f64> = document
        .root_element()
        .attribute("viewBox")
        .unwrap()
        .split(' ')
        .map(|it| it.parse().unwrap())
        .collect();
    (size[2], size[3])
}

/// What must hold of every sheet, whatever is on it.
fn is_sound(svg: &str) {
    let (wide, high) = paper(svg);
    let texts = texts(svg);
    // Two leaves are twice as high as one, and nothing may cross the fold.
    let folds = if high > wide { vec![0.0, high / 2.0, high] } else { vec![0.0, high] };
    for it in &texts {
        assert!(it.size >= 9.0, "{} pt: {}", it.size, it.text);
        assert!(it.area.x >= 20.0 && it.area.x + it.area.w <= wide - 20.0, "beside the paper: {}", it.text);
        let leaf = folds
            .windows(2)
            .any(|leaf| it.area.y >= leaf[0] + 20.0 && it.area.y + it.area.h <= leaf[1] - 20.0);
        assert!(leaf, "off its leaf: {} {:?}", it.text, it.area);
    }
    let apart: Vec<&Written> = texts.iter().filter(|it| !it.in_picture).collect();
    for (i, one) in apart.iter().enumerate() {
        for other in &apart[i + 1..] {
            assert_eq!(one.area.overlap(other.area), 0.0, "{} over {}", one.text, other.text);
        }
    }
    for node in Document::parse(svg).unwrap().descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        assert!(
            ["svg", "title", "desc", "g", "rect", "path", "circle", "text", "tspan"].contains(&name),
            "{name}"
        );
        for attribute in node.attributes() {
            let name = attribute.name();
            assert!(!name.starts_with("on") && !["href", "src", "style"].contains(&name), "{name}");
        }
    }
    for trace in ["http", "url(", "@import", "\0", "\u{202E}"] {
        assert!(!svg.replacen("http://www.w3.org/2000/svg", "", 1).contains(trace), "{trace}");
    }
}

fn drawn(attachment: &Attachment) -> String {
    sheet(attachment, Engine::Embedded).unwrap().svg
}

/// The texts in elements of a class, in order.
fn of_class<'a>(document: &'a Document<'_>, class: &str) -> Vec<Vec<&'a str>> {
    let groups = document.descendants().filter(|node| node.attribute("class") == Some(class));
    groups
        .map(|group| {
            group
                .descendants()
                .filter(Node::is_text)
                .filter_map(|it| it.text())
                .filter(|it| !it.trim().is_empty())
                .collect()
        })
        .collect()
}

#[test]
fn the_example_can_be_read_on_two_leaves_of_a3_in_both_languages() {
    for lang in [Lang::Nl, Lang::En] {
        let svg = drawn(&example(lang));
        is_sound(&svg);
        assert!(svg.contains(r#"width="420mm" height="594mm""#), "two of 297 mm, one above the other");
        assert_eq!(svg, drawn(&example(lang)), "the same bytes");
    }
}

#[test]
fn it_says_what_it_is_before_anything_else_and_can_be_walked() {
    let attachment = example(Lang::Nl);
    let svg = drawn(&attachment);
    let document = Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!((root.attribute("role"), root.attribute("lang")), (Some("graphics-document img"), Some("nl")));
    let first: Vec<Node<'_, '_>> = root.children().filter(Node::is_element).take(2).collect();
    assert_eq!(first[0].text(), Some(&*attachment.title));
    assert!(first[1].text().unwrap().contains(&attachment.verdict), "{:?}", first[1].text());
    let role = |role: &str| document.descendants().filter(|it| it.attribute("role") == Some(role)).count();
    assert_eq!(role("heading"), 5, "title, picture, three lists");
    assert_eq!(role("list"), 4, "the shares, and three lists");
    // A role that hides what it holds would take the sheet away from who hears it.
    assert_eq!(role("img"), 0);
}

#[test]
fn the_numbers_add_up() {
    let attachment = example(Lang::Nl);
    let svg = drawn(&attachment);
    let document = Document::parse(&svg).unwrap();
    let shares = &of_class(&document, "shares")[0];
    let counts: usize = shares.iter().filter_map(|it| it.parse::<usize>().ok()).sum();
    assert_eq!(counts, attachment.links.len(), "{shares:?}");
    let arrows: usize = attachment.pictures[0].arrows.iter().map(|arrow| arrow.count).sum();
    assert_eq!(arrows, attachment.links.len());
    assert!(svg.contains("Alle 86 koppelingen in 46 pijlen"));
    let entries = of_class(&document, "entry");
    let wanted = attachment.exceptions.len() + attachment.norms.len() + attachment.points.len();
    assert_eq!(entries.len(), wanted, "nothing is left out of the example");
    for exception in &attachment.exceptions {
        let entry = entries.iter().find(|it| it[0] == exception.number).unwrap().join(" ");
        assert!(entry.contains(&exception.from) || entry.contains('…'), "{entry}");
    }
}

#[test]
fn an_exception_tells_which_arrow_it_is_part_of() {
    let attachment = example(Lang::Nl);
    let svg = drawn(&attachment);
    let document = Document::parse(&svg).unwrap();
    let entries = of_class(&document, "entry");
    for exception in &attachment.exceptions {
        let row = attachment.links.iter().find(|row| row.number == exception.number).unwrap();
        let arrow = format!("pijl {}", row.arrow.as_ref().unwrap());
        assert!(entries.iter().any(|it| it[0] == exception.number && it[1] == arrow), "{arrow}");
    }
}

/// So many links that aren't secured, between two applications, drawn as one arrow.
fn bad_links(count: usize) -> Attachment {
    let mut toml = "[view.een]\nlinks = 'merged'\n[landscape]\nname = 'Veel'\nlanguage = 'nl'\ndate = 2026-01-01\n[application.a]\nname = 'A'\n[application.b]\nname = 'B'\n".to_owned();
    for _ in 0..count {
        toml += "[[link]]\nfrom = 'a'\nto = 'b'\npersonal_data = true\nsecure = true\nprotocol = 'http'\n";
    }
    of_views(&read(&toml), &["een".to_owned()])
}

#[test]
fn what_does_not_fit_is_counted() {
    let attachment = bad_links(300);
    let svg = drawn(&attachment);
    is_sound(&svg);
    let document = Document::parse(&svg).unwrap();
    let shown = of_class(&document, "section")[0].clone();
    let rest =
        shown.iter().find_map(|it| it.strip_prefix("en nog ")?.strip_suffix(", alle op de pagina")).unwrap();
    let rest: usize = rest.parse().unwrap();
    let entries = of_class(&document, "entry").len() - attachment.points.len();
    assert_eq!(entries + rest, 300);
}

#[test]
fn a_small_landscape_takes_one_leaf() {
    let svg = drawn(&bad_links(3));
    is_sound(&svg);
    assert!(svg.contains(r#"width="420mm" height="297mm""#));
}

#[test]
fn names_that_try_to_break_out_stay_text() {
    let names = [
        "</title><script>alert(1)</script>",
        "\\\"]; x [label=\\\"y",
        "\\u202Egnp.exe",
        "漢字",
        "W".repeat(3_000).leak(),
    ];
    let mut toml = format!("[landscape]\nname = \"{}\"\n[norm.a]\ntext = \"{}\"\n", names[0], names[0]);
    for (i, name) in names.iter().enumerate() {
        write!(toml, "[application.a{i}]\nname = \"{name}\"\ndomain = \"{name}\"\n[[link]]\nfrom = 'a{i}'\nto = 'a0'\nsecure = true\npersonal_data = true\nprotocol = \"{name}\"\n").unwrap();
    }
    let attachment = written(&toml);
    assert_eq!(attachment.links.len(), names.len(), "all of it is valid");
    is_sound(&drawn(&attachment));
}

#[test]
fn a_landscape_of_nothing_is_still_a_sheet() {
    let svg = drawn(&written("[landscape]\nname = ''\n"));
    is_sound(&svg);
}

#[test]
fn text_is_in_colours_whose_contrast_is_known() {
    let svg = drawn(&example(Lang::Nl));
    // The theme's own tests hold each of these against what it stands on.
    let mut known = vec![theme::INK, theme::SOFT, theme::PAPER, theme::ON_DARK, theme::ALARM];
    known.extend(theme::STATES.map(|state| theme::look(state).colour));
    for it in texts(&svg) {
        assert!(known.contains(&&*it.fill), "{} {}", it.fill, it.text);
    }
}

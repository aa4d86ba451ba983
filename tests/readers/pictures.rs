//! Pictures and pages, as browsers and Graphviz take them in.

use graphviz_rust::dot_structures::{EdgeTy, Graph, Stmt};
use koppelkaart::text::is_unsafe;
use roxmltree::Document;
use scraper::{Html, Node};

use super::must;

/// All elements that a picture may have.
const DRAWN: [&str; 17] = [
    "svg", "title", "desc", "g", "path", "rect", "circle", "text", "tspan", "defs", "pattern", "polygon",
    "polyline", "line", "ellipse", "marker", "a",
];

/// Elements of a page that would bring something in or lead out of it.
const FOREIGN: [&str; 14] = [
    "img",
    "iframe",
    "object",
    "embed",
    "base",
    "foreignobject",
    "video",
    "audio",
    "source",
    "frame",
    "applet",
    "template",
    "math",
    "image",
];

/// XML with nothing in it but shapes and text, and as many nodes and arrows as were drawn.
pub fn svg(text: &str, drawn: Option<(usize, usize)>) -> Result<(), String> {
    let document = Document::parse(text).map_err(|error| error.to_string())?;
    for node in document.descendants() {
        must(!node.is_comment() && !node.is_pi(), || format!("{node:?}"))?;
        let name = node.tag_name().name();
        must(!node.is_element() || DRAWN.contains(&name), || format!("<{name}>"))?;
        for attribute in node.attributes() {
            leads_nowhere(attribute.name(), attribute.value())?;
        }
    }
    let turns = text.chars().find(|it| is_unsafe(*it) && *it != '\n');
    must(turns.is_none(), || format!("{turns:?} in a picture"))?;
    let count =
        |class: &str| document.descendants().filter(|it| it.attribute("class") == Some(class)).count();
    let found = (count("node"), count("arrow"));
    must(drawn.is_none_or(|drawn| drawn == found), || format!("{found:?} drawn of {drawn:?}"))
}

/// An attribute runs nothing, loads nothing and leads to no other page.
fn leads_nowhere(name: &str, value: &str) -> Result<(), String> {
    let wrong = || Err(format!("{name}={value:?}"));
    let loads = ["src", "srcset", "action", "formaction", "data", "srcdoc", "background", "poster", "ping"];
    match name.to_ascii_lowercase().as_str() {
        name if name.starts_with("on") => wrong(),
        "href" if !(value.starts_with('#') || value.starts_with(['?', '/']) && !value.starts_with("//")) => {
            wrong()
        }
        "style" if value.contains("url") || value.contains('<') => wrong(),
        "action" if value == "/" => Ok(()),
        "src" if value == "/page.js" => Ok(()),
        name if loads.contains(&name) => wrong(),
        "fill" | "stroke" | "filter" | "mask" | "clip-path"
            if value.contains("url(") && !value.starts_with("url(#") =>
        {
            wrong()
        }
        _ => Ok(()),
    }
}

/// A graph as Graphviz's own language has it.
pub fn dot(text: &str, nodes: usize, edges: usize) -> Result<(), String> {
    let graph = graphviz_rust::parse(text).map_err(|error| format!("{error}\n{text}"))?;
    let (Graph::Graph { stmts, .. } | Graph::DiGraph { stmts, .. }) = graph;
    let found = count(&stmts);
    let turns = text.chars().find(|it| is_unsafe(*it) && *it != '\n');
    must(turns.is_none(), || format!("{turns:?} in DOT"))?;
    must(found.1 == edges && found.0 >= nodes, || format!("{found:?} of {:?}\n{text}", (nodes, edges)))
}

/// The nodes and edges among these and in what they hold.
fn count(stmts: &[Stmt]) -> (usize, usize) {
    stmts.iter().fold((0, 0), |(nodes, edges), stmt| match stmt {
        Stmt::Node(_) => (nodes + 1, edges),
        Stmt::Edge(edge) => match &edge.ty {
            EdgeTy::Pair(..) => (nodes, edges + 1),
            EdgeTy::Chain(chain) => (nodes, edges + chain.len() - 1),
        },
        Stmt::Subgraph(inner) => {
            let inner = count(&inner.stmts);
            (nodes + inner.0, edges + inner.1)
        }
        Stmt::Attribute(_) | Stmt::GAttribute(_) => (nodes, edges),
    })
}

/// A picture that says what it is.
pub fn png(bytes: &[u8]) -> Result<(), String> {
    must(bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.ends_with(b"IEND\xaeB`\x82"), || {
        "no PNG".to_owned()
    })
}

/// A page that runs nothing but its own scripts, loads nothing and leads nowhere else, as a browser sees it.
pub fn page(text: &str, scripts: usize) -> Result<(), String> {
    let mut found = 0;
    for node in Html::parse_document(text).tree.nodes() {
        let element = match node.value() {
            Node::Element(element) => element,
            Node::Comment(comment) => return Err(format!("a comment: {}", &**comment)),
            Node::Text(text) => {
                must(!text.contains(upsets), || format!("{:?} in a page", &**text))?;
                continue;
            }
            _ => continue,
        };
        let name = element.name().to_ascii_lowercase();
        found += usize::from(name == "script");
        must(!FOREIGN.contains(&&*name), || format!("<{name}>"))?;
        let sheet = name == "link";
        for (attribute, value) in element.attrs() {
            // What a field, a choice or a script sends is what it was, to the letter; an id that can't be one stays so.
            let shown = !["value", "data-id"].contains(&attribute);
            must(!shown || !value.contains(upsets), || format!("<{name} {attribute}={value:?}>"))?;
            let ours = sheet && attribute == "href" && value.starts_with('/') && !value.starts_with("//");
            must(ours || leads_nowhere(attribute, value).is_ok(), || {
                format!("<{name} {attribute}={value:?}>")
            })?;
        }
    }
    must(found == scripts, || format!("{found} scripts"))
}

/// Whether it moves, hides or turns what stands around it on a page, where a tab is just a space.
fn upsets(character: char) -> bool {
    is_unsafe(character) && !matches!(character, '\n' | '\t')
}

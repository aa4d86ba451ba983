//! Whatever names a landscape holds, the page runs nothing, loads nothing and leads nowhere else.

use std::collections::BTreeSet;

use scraper::Node;

use crate::{HOSTILE, MADE, Made, landscapes::hostile};

/// All elements that a page may have.
const ELEMENTS: [&str; 51] = [
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "a",
    "header",
    "h1",
    "h2",
    "h3",
    "p",
    "main",
    "section",
    "div",
    "strong",
    "b",
    "em",
    "span",
    "ul",
    "li",
    "nav",
    "figure",
    "figcaption",
    "input",
    "label",
    "table",
    "caption",
    "colgroup",
    "col",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "footer",
    "svg",
    "desc",
    "g",
    "path",
    "rect",
    "circle",
    "text",
    "tspan",
    "defs",
    "pattern",
    "polygon",
    "polyline",
    "line",
    "ellipse",
    "marker",
];

/// Names that would do something in a page where they could, besides those that every format is tried on.
const MARKUP: [&str; 7] = [
    "<script>alert(1)</script>",
    "\\\"><img src=x onerror=alert(1)>",
    "'><a href='javascript:alert(1)' onclick='alert(1)'>x</a>",
    "]]></style></title></svg><script>alert(1)</script>",
    "</desc><foreignObject><iframe src='https://kwaad.example'></iframe>",
    "}</style><link rel=stylesheet href=//kwaad.example>*{background:url(//kwaad.example)",
    "{{7*7}} ${7*7} &lt;script&gt; \\u202E txt.exe \\u2066",
];

#[test]
fn nothing_in_a_page_runs_or_loads_or_leads_elsewhere() {
    let hostile = HOSTILE.iter().chain(&MARKUP).map(|name| Made::of(hostile(name)));
    for made in hostile {
        inspect(&made);
    }
    MADE.iter().for_each(inspect);
}

/// Looks at every element and attribute, as a browser sees them.
fn inspect(made: &Made) {
    let name = made.judged.analysis.landscape.name();
    for node in made.html().tree.nodes() {
        let element = match node.value() {
            Node::Element(element) => element,
            Node::Comment(comment) => panic!("{name}: a comment: {}", &**comment),
            _ => continue,
        };
        assert!(ELEMENTS.contains(&element.name()), "{name}: <{}>", element.name());
        for (attribute, value) in element.attrs() {
            assert!(!attribute.starts_with("on"), "{name}: {attribute}={value}");
            assert!(
                !["src", "srcset", "action", "formaction", "data", "srcdoc", "background"]
                    .contains(&attribute)
            );
            if attribute == "href" {
                assert!(value.starts_with('#'), "{name}: a link to {value}");
            }
            if attribute == "style" {
                assert!(!value.contains("url") && !value.contains('<'), "{name}: {value}");
            }
            if value.contains("url(") {
                assert!(value.starts_with("url(#") && attribute == "fill", "{name}: {attribute}={value}");
            }
        }
    }
}

#[test]
fn the_browser_is_told_to_run_and_load_nothing() {
    for made in MADE.iter() {
        let html = made.html();
        let policy =
            html.select(&crate::css("meta[http-equiv=Content-Security-Policy]")).next().expect("a policy");
        let policy: BTreeSet<_> = policy.attr("content").unwrap_or_default().split("; ").collect();
        assert!(policy.contains("default-src 'none'"), "{policy:?}");
        assert!(!policy.iter().any(|it| it.starts_with("script-src")), "{policy:?}");
        assert_eq!(made.texts("style").len(), 1);
    }
}

#[test]
fn a_name_is_shown_as_it_is_written() {
    for name in ["<script>alert(1)</script>", "]]><x/>&amp;&#64;", "</text><svg onload='alert(1)'>"] {
        let made = Made::of(hostile(name));
        assert!(made.texts("h1")[0].contains(name), "{:?}", made.texts("h1"));
        assert!(made.texts("#norms tbody th")[0].contains(name));
        assert!(made.texts("#links tbody td").iter().any(|cell| cell.contains(name)), "{name}");
    }
}

#[test]
fn nothing_turns_or_hides_what_stands_around_it() {
    for name in HOSTILE.iter().chain(&MARKUP) {
        let made = Made::of(hostile(name));
        let wrong = made.text.chars().find(|it| *it != '\n' && koppelkaart::text::is_unsafe(*it));
        assert_eq!(wrong, None, "{name}");
    }
}

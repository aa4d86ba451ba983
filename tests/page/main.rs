//! The council's page, read as a browser reads it.

#[path = "../formats/landscapes.rs"]
#[allow(dead_code, reason = "shared with the tests of other formats")]
mod landscapes;

mod complete;
mod inert;
mod readable;

use std::{fs, sync::LazyLock};

use koppelkaart::{
    attachment::{self, Attachment},
    graph::FlowGraph,
    model::Audience,
    report::page::{Figure, page},
    view::Engine,
};
use scraper::{ElementRef, Html, Selector};

use landscapes::{HOSTILE, Judged, accepted, example, hostile};

/// A landscape, its attachment and the page of it.
pub struct Made {
    /// The landscape and the judgement of it.
    pub judged: Judged,
    /// What is on the page.
    pub attachment: Attachment,
    /// The page.
    pub text: String,
}

impl Made {
    fn of(judged: Judged) -> Self {
        let analysis = &judged.analysis;
        let graph = FlowGraph::new(&analysis.landscape);
        let plans = attachment::plans(analysis, &[], Audience::Internal).expect("nothing was asked");
        let attachment = attachment::compose(analysis, &graph, &plans);
        let figures: Vec<Figure> = attachment
            .pictures
            .iter()
            .map(|drawing| Figure::of(drawing, Engine::Embedded).expect("it can be drawn"))
            .collect();
        let text = page(&attachment, &figures);
        Self { judged, attachment, text }
    }

    /// The page as a browser understands it.
    fn html(&self) -> Html {
        Html::parse_document(&self.text)
    }

    /// The texts of all that a CSS selector finds, in order.
    fn texts(&self, selector: &str) -> Vec<String> {
        let html = self.html();
        html.select(&css(selector)).map(text).collect()
    }
}

/// The example, its English version, and a small landscape: drawn once for all tests.
static MADE: LazyLock<[Made; 3]> =
    LazyLock::new(|| [example(), example().in_english(), accepted()].map(Made::of));

fn css(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

/// The text in an element on one line.
fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The pages that `tests/browser` opens.
#[test]
fn pages_are_laid_ready_for_the_browser() {
    let folder = format!("{}/pages", env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(&folder).expect("a folder");
    let hostile = Made::of(hostile(HOSTILE[2]));
    let named =
        ["example.nl", "example.en", "small", "hostile"].into_iter().zip(MADE.iter().chain([&hostile]));
    for (name, made) in named {
        fs::write(format!("{folder}/{name}.html"), &made.text).expect("it can be written");
    }
}

//! The attachment as PDF: read back as a program for the blind would, with a reader that isn't of the writer.

#![cfg(feature = "pdf")]

#[path = "hostile/names.rs"]
#[allow(dead_code, reason = "what can't be read at all has no PDF")]
mod names;
#[path = "pdf/reader.rs"]
mod reader;

use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    attachment::{Attachment, Figure, compose, plans, public, trend::trend},
    graph::FlowGraph,
    load::files,
    model::Audience,
    report::pdf::pdf,
    source::Sources,
    text::Lang,
    view::Engine,
};
use proptest::prelude::*;
use reader::{Element, Read};

fn options(lang: Lang) -> Options {
    let today = jiff::civil::date(2026, 11, 1);
    Options { date: None, today, lang: Some(lang), levels: Levels::default() }
}

fn of(text: &str) -> Analysis {
    let mut sources = Sources::default();
    sources.add("a.toml", text);
    analyze(&sources, &options(Lang::Nl))
}

fn example(lang: Lang) -> Analysis {
    analyze(&files::read("landscape".into(), "".into()).expect("the example"), &options(lang))
}

fn attachment(analysis: &Analysis) -> Attachment {
    let graph = FlowGraph::new(&analysis.landscape);
    compose(analysis, &graph, &plans(analysis, &[], Audience::Internal).expect("its own views"))
}

fn for_everyone(analysis: &Analysis) -> Attachment {
    let plans = plans(analysis, &[], Audience::Public).expect("its own views");
    public(analysis, &FlowGraph::new(&analysis.landscape), &plans, &attachment(analysis))
}

fn drawn(attachment: &Attachment) -> Vec<Figure> {
    let draw = |drawing| Figure::of(drawing, Engine::Embedded).expect("a picture");
    attachment.pictures.iter().map(draw).collect()
}

fn printed(attachment: &Attachment) -> Vec<u8> {
    pdf(attachment, &drawn(attachment)).expect("a PDF")
}

fn read(attachment: &Attachment) -> Read {
    Read::of(printed(attachment))
}

/// A landscape in which this is the name of everything that has one.
fn named(name: &str) -> String {
    let name = serde_json::to_string(name).expect("a text");
    format!(
        r#"
[landscape]
name = {name}
date = 2026-11-01
[data.bsn]
name = {name}
class = "national-id"
[party.gemeente]
name = {name}
kind = "municipality"
[application.a]
name = {name}
description = {name}
domain = {name}
owner = {name}
[application.b]
name = {name}
domain = {name}
[norm.1]
text = {name}
rules = ["insecure-protocol"]
owner = {name}
action = {name}
[[link]]
from = "a"
to = "b"
data = "bsn"
secure = true
protocol = {name}
controller = "gemeente"
[[link]]
from = "b"
to = "gemeente"
data = "bsn"
"#
    )
}

#[test]
fn a_screen_reader_gets_language_title_and_tags() {
    for (lang, tag, title) in
        [(Lang::Nl, "nl", "Applicaties en koppelingen: "), (Lang::En, "en", "Applications and links: ")]
    {
        let analysis = example(lang);
        let read = read(&attachment(&analysis));
        assert!(read.is_marked());
        assert_eq!(read.language(), tag);
        assert_eq!(read.title(), format!("{title}{}", analysis.landscape.name()));
        assert!(read.shows_its_title());
        assert!(read.metadata().contains("<pdfuaid:part>1</pdfuaid:part>"), "{}", read.metadata());
    }
}

#[test]
fn headings_go_down_one_level_at_a_time_and_are_the_bookmarks() {
    let attachment = attachment(&example(Lang::Nl));
    let read = read(&attachment);
    let levels: Vec<usize> =
        read.kinds().iter().filter_map(|kind| kind.strip_prefix('H')?.parse().ok()).collect();
    assert_eq!(levels.first(), Some(&1));
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    let bookmarks = read.bookmarks();
    for heading in [
        "Oordeel",
        "De tekening",
        "Wat niet voldoet of niet bekend is",
        "Stoplichtoverzicht",
        "Alle koppelingen",
    ] {
        assert!(bookmarks.iter().any(|it| it == heading), "{heading}: {bookmarks:?}");
    }
    for picture in &attachment.pictures {
        assert!(bookmarks.contains(&picture.title), "{}: {bookmarks:?}", picture.title);
    }
}

#[test]
fn every_picture_has_its_description_and_nothing_for_the_eye_is_read_aloud() {
    let attachment = attachment(&example(Lang::Nl));
    let told: Vec<String> = read(&attachment).all("Figure").map(Element::alternative).collect();
    // The symbols of states aren't among them: the word stands beside each.
    assert_eq!(told.len(), attachment.pictures.len());
    for (told, picture) in told.iter().zip(&attachment.pictures) {
        assert!(told.starts_with(&picture.title), "{told}");
        assert!(told.contains(picture.verdict.trim_end_matches('.')), "{told}");
    }
}

#[test]
fn tables_have_heads_of_columns_and_of_rows() {
    let attachment = attachment(&example(Lang::Nl));
    let read = read(&attachment);
    let table = read.all("Table").max_by_key(|table| table.all("TR").count()).expect("the links");
    assert_eq!(table.all("TR").count(), attachment.links.len() + 1, "a row for each link");
    let scopes = |scope: &str| table.all("TH").filter(|head| head.scope() == scope).count();
    assert_eq!(scopes("Row"), attachment.links.len());
    let columns = scopes("Column");
    assert_eq!(
        table.all("TH").count(),
        columns + attachment.links.len(),
        "every head tells what it is the head of"
    );
    assert_eq!(table.all("TD").count(), (columns - 1) * attachment.links.len());
}

#[test]
fn the_same_attachment_gives_the_same_bytes() {
    let attachment = attachment(&of(&named("Zo")));
    assert_eq!(printed(&attachment), printed(&attachment));
    assert!(!read(&attachment).metadata().contains("CreateDate"), "it doesn't matter when it was made");
}

#[test]
fn the_version_for_everyone_names_no_link() {
    let analysis = example(Lang::Nl);
    let bookmarks = read(&for_everyone(&analysis)).bookmarks();
    assert!(bookmarks.iter().any(|it| it == "Koppelingen tussen domeinen en met buiten"), "{bookmarks:?}");
    for secret in
        ["Aandachtspunten bij beveiligde koppelingen", "Alle koppelingen", "Om welke koppelingen het gaat"]
    {
        assert!(!bookmarks.iter().any(|it| it == secret), "{bookmarks:?}");
    }
}

#[test]
fn what_changed_since_an_earlier_report_is_told_only_where_that_was_asked() {
    let analysis = example(Lang::Nl);
    let mut attachment = attachment(&analysis);
    let heading = "Sinds het vorige rapport";
    assert!(!read(&attachment).bookmarks().iter().any(|it| it == heading));
    attachment.trend = Some(trend(&of(&named("Zo")), &analysis));
    assert!(read(&attachment).bookmarks().iter().any(|it| it == heading));
}

#[test]
fn a_landscape_with_nothing_in_it_can_be_printed() {
    for text in ["", "[landscape]\nname = \"\"\n"] {
        let attachment = attachment(&of(text));
        let read = read(&attachment);
        assert!(!read.title().is_empty());
        assert_eq!((read.all("Figure").count(), read.is_marked()), (0, true));
    }
}

#[test]
fn names_are_never_markup() {
    let markup = [
        "#panic()",
        "#import \"@preview/x:1.0.0\": *",
        "#read(\"/etc/passwd\")",
        "*vet* _schuin_ `code`",
        "$ x^2 $",
        "= Kop",
        "- punt",
        "<label> @label",
        "\\ \\u{41} \\#",
        "// weg /* weg",
        "~ -- ... \"'",
        "[#][",
        "]]>",
        "&amp;<svg onload=x>",
    ];
    for name in markup {
        let attachment = attachment(&of(&named(name)));
        let read = read(&attachment);
        assert_eq!(read.title(), format!("Applicaties en koppelingen: {name}"));
        assert_eq!(read.all("Figure").count(), attachment.pictures.len());
        assert_eq!(read.does(), [""; 0]);
    }
}

#[test]
fn a_hostile_name_is_only_a_name() {
    // Several in one landscape, since each attachment is a handful of pictures.
    for names in names::NAMES.chunks(6) {
        let analysis = of(&names::whole(names));
        for attachment in [attachment(&analysis), for_everyone(&analysis)] {
            let read = read(&attachment);
            assert_eq!(read.does(), [""; 0], "{names:?}");
            assert_eq!(read.all("Figure").count(), attachment.pictures.len(), "{names:?}");
            let controls =
                |text: &str| text.contains(|c: char| c.is_control() || "\u{202e}\u{2066}".contains(c));
            assert!(!controls(&read.title()), "{names:?}");
            assert!(!read.bookmarks().iter().any(|it| controls(it)), "{names:?}: {:?}", read.bookmarks());
            assert!(!read.all("Figure").any(|it| controls(&it.alternative())), "{names:?}");
        }
    }
}

#[test]
fn signs_that_no_typeface_has_and_endless_names_break_nothing() {
    let long = "x".repeat(10_000);
    let words = "woord ".repeat(2_000);
    let names = [
        "🦀 漢字 العربية עברית हिन्दी 👩🏽\u{200D}💻\u{FE0F}",
        "\u{202E}omgekeerd\u{2066}",
        "\u{FEFF}\u{E000}\u{FFFE}\u{10FFFF}",
        "e\u{301}\u{301}\u{301}\u{301}",
        "\u{0}\u{7}\u{1b}[31m",
        "\u{AD}\u{200B}",
        long.as_str(),
        words.as_str(),
    ];
    for name in names {
        let attachment = attachment(&of(&named(name)));
        assert!(read(&attachment).is_marked(), "{name}");
    }
}

/// Writes PDFs to /tmp for a person to look at: `cargo test --features pdf --test pdf look -- --ignored --nocapture`.
#[test]
#[ignore = "for looking at"]
fn look() {
    for lang in Lang::ALL {
        let analysis = example(lang);
        let mut internal = attachment(&analysis);
        internal.trend = Some(trend(&of(&named("Zo")), &analysis));
        let hostile = attachment(&of(&named("🦀 een naam_met/alles.toml #eval <b> ")));
        let all = [("internal", internal), ("public", for_everyone(&analysis)), ("hostile", hostile)];
        for (name, attachment) in all {
            let figures = drawn(&attachment);
            let begin = std::time::Instant::now();
            let bytes = pdf(&attachment, &figures).expect("a PDF");
            println!("{name}: {:?}, {} bytes", begin.elapsed(), bytes.len());
            std::fs::write(format!("/tmp/look-{name}-{lang}.pdf"), bytes).expect("/tmp");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_name_can_be_printed(name in "\\PC{1,60}") {
        let attachment = attachment(&of(&named(&name)));
        prop_assert!(pdf(&attachment, &[]).is_ok());
    }
}

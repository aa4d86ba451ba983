//! What a reader of the finished page can't see: that its colours are the theme's and can be told apart, that the
//! bar can be read in grey, and that pictures get paper on which they can be read.

use super::{Figure, bar, page, pictures, style};
use crate::{
    analysis::Security,
    attachment::{Attachment, Share},
    model::Audience,
    sentence::Mood,
    text::Lang,
    view::theme::{ALARM, HAIRLINE, INK, PAPER, SOFT, look, tests::contrast},
};

/// An attachment that says nothing, to which a test adds what it is about.
fn nothing() -> Attachment {
    crate::attachment::compose(&analysis(), &crate::graph::FlowGraph::new(&analysis().landscape), &[])
}

fn analysis() -> crate::analysis::Analysis {
    let mut sources = crate::source::Sources::default();
    sources.add_bytes("a.toml", b"[landscape]\nname = 'Leeg'\n");
    let options = crate::analysis::Options {
        date: None,
        today: jiff::civil::date(2026, 11, 1),
        lang: Some(Lang::Nl),
        levels: crate::analysis::Levels::default(),
    };
    crate::analysis::analyze(&sources, &options)
}

fn figure(title: &str, width: u32, height: u32) -> Figure {
    let svg = format!(
        "<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"title-ab desc-ab\"><title id=\"title-ab\">\
         desc-ab</title><desc id=\"desc-ab\">d</desc></svg>"
    );
    Figure { title: title.to_owned(), svg, note: None }
}

/// Every colour in a text, as `#RRGGBB`.
fn colours(text: &str) -> Vec<&str> {
    let marks = text.match_indices('#').map(|(at, _)| &text[at..]);
    let colour = |text: &&str| text.len() >= 7 && text[1..7].bytes().all(|byte| byte.is_ascii_hexdigit());
    marks.filter(colour).map(|text| &text[..7]).collect()
}

#[test]
fn every_colour_is_the_themes_and_can_be_read_on_paper() {
    let mut attachment = nothing();
    attachment.shares = theme_states().map(|state| Share { state, count: 3 }).to_vec();
    let written: Vec<Security> = theme_states().to_vec();
    for mood in [Mood::Good, Mood::Attention, Mood::Unknown, Mood::Bad] {
        attachment.mood = mood;
        let page = page(&attachment, &[]);
        let found = colours(&page);
        assert!(found.len() > 10, "the page has colours");
        for colour in found {
            let text = [INK, SOFT, ALARM].contains(&colour)
                || written.iter().any(|state| look(*state).colour == colour);
            assert!(text || [PAPER, HAIRLINE].contains(&colour), "{colour} is not of the theme");
            // All stands on paper: the page has no other ground.
            if text {
                assert!(contrast(colour, PAPER) >= 4.5, "{colour} on paper");
            }
        }
    }
    for state in theme_states() {
        assert!(contrast(PAPER, look(state).colour) >= 3.0, "the white symbol of {state:?}");
    }
}

const fn theme_states() -> [Security; 6] {
    [
        Security::NoPersonalData,
        Security::Secured,
        Security::Attention,
        Security::Unknown,
        Security::NotCredible,
        Security::NotSecured,
    ]
}

#[test]
fn the_style_loads_nothing_and_has_no_colours_of_its_own() {
    let file = include_str!("style.css");
    assert_eq!(colours(file), [""; 0]);
    for wrong in ["url(", "@import", "rgb(", "hsl(", "</"] {
        assert!(!style::css().contains(wrong), "{wrong}");
    }
}

#[test]
fn each_part_of_the_bar_has_a_pattern_of_its_own() {
    let mut attachment = nothing();
    let pattern = |attachment: &Attachment| {
        let bar = bar::bar(attachment).into_string();
        let (_, inside) =
            bar.split_once("</defs>").map(|(defs, _)| defs.split_once("<pattern").unwrap()).unwrap();
        // In grey: without its colour.
        let grey = colours(inside).iter().fold(inside.to_owned(), |text, colour| {
            if *colour == PAPER { text } else { text.replace(colour, "ink") }
        });
        grey.split_once('>').unwrap().1.to_owned()
    };
    let patterns = theme_states().map(|state| {
        attachment.shares = vec![Share { state, count: 1 }];
        pattern(&attachment)
    });
    for (at, one) in patterns.iter().enumerate() {
        assert!(!patterns[at + 1..].contains(one), "{:?} looks in grey like another", theme_states()[at]);
    }
}

#[test]
fn one_link_among_thousands_is_still_seen_and_the_bar_is_full() {
    let mut attachment = nothing();
    attachment.shares = vec![
        Share { state: Security::Secured, count: 9_999 },
        Share { state: Security::NotSecured, count: 1 },
    ];
    let bar = bar::bar(&attachment).into_string();
    let widths: Vec<f64> =
        bar.split("width=\"").filter_map(|rest| rest.split_once("%\"")?.0.parse().ok()).skip(1).collect();
    assert_eq!(widths.len(), 2);
    assert!(widths[1] >= 1.0 && (widths.iter().sum::<f64>() - 100.0).abs() < 0.02, "{widths:?}");
    assert!(bar.contains("<b>9.999</b>") && bar.contains("<b>1</b>"), "{bar}");
}

#[test]
fn a_picture_gets_the_smallest_paper_on_which_it_can_be_read() {
    for (width, height, sheet) in [
        (500, 300, "on-a4"),
        (900, 400, "on-a4-lying"),
        (1500, 800, "on-a3-lying"),
        (1000, 1300, "on-a3"),
        // Nowhere can these be read; there they are largest.
        (9000, 3000, "on-a3-lying"),
        (3000, 9000, "on-a3"),
    ] {
        assert_eq!(pictures::sheet(&figure("", width, height)), sheet, "{width} by {height}");
    }
}

#[test]
fn two_pictures_of_the_same_view_have_ids_of_their_own() {
    let page = page(&nothing(), &[figure("Eén", 600, 300), figure("Eén", 600, 300)]);
    for at in ["0", "1"] {
        assert!(page.contains(&format!(
            "aria-labelledby=\"title-{at} desc-{at}\"><title id=\"title-{at}\">desc-ab<"
        )));
        assert!(page.contains(&format!("<desc id=\"desc-{at}\">")));
    }
}

#[test]
fn who_may_see_it_is_said_where_it_names_products() {
    let mut attachment = nothing();
    assert!(page(&attachment, &[]).contains("niet bedoeld om openbaar te maken"));
    attachment.audience = Audience::Public;
    assert!(!page(&attachment, &[]).contains("niet bedoeld om openbaar te maken"));
}

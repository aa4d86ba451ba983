//! The page can be walked without seeing it: language, landmarks, headings in order, tables with heads, and every
//! pointer points at something.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html};

use crate::{HOSTILE, MADE, Made, css, landscapes::hostile, text};

fn all(html: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    html.tree.nodes().filter_map(ElementRef::wrap)
}

#[test]
fn the_language_and_the_landmarks_are_there() {
    for made in MADE.iter() {
        let html = made.html();
        assert_eq!(html.root_element().attr("lang"), Some(made.attachment.lang.tag()));
        for landmark in ["body > header", "main", "body > footer", "h1", "head > title", "nav[aria-label]"] {
            assert_eq!(html.select(&css(landmark)).count(), 1, "{landmark}");
        }
        let skip = html.select(&css("body > *")).next().expect("a first element");
        assert_eq!(skip.attr("href"), Some("#verdict"), "the first thing on the page leads to the verdict");
    }
}

#[test]
fn headings_leave_no_level_out() {
    for made in MADE.iter() {
        let levels = made
            .html()
            .select(&css("h1, h2, h3, h4, h5, h6"))
            .map(|it| it.value().name().as_bytes()[1] - b'0')
            .collect::<Vec<_>>();
        assert_eq!(levels.first(), Some(&1));
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        let html = made.html();
        assert!(html.select(&css("h1, h2, h3")).all(|heading| !text(heading).is_empty()));
    }
}

#[test]
fn every_table_has_a_caption_heads_and_full_rows() {
    for made in MADE.iter() {
        let html = made.html();
        let tables: Vec<_> = html.select(&css("table")).collect();
        assert!(tables.len() >= 4);
        for table in tables {
            assert!(table.select(&css("caption")).all(|caption| !text(caption).is_empty()));
            assert_eq!(table.select(&css("caption")).count(), 1);
            let heads = table.select(&css("thead th[scope=col]")).count();
            assert_eq!(table.select(&css("col")).count(), heads);
            for row in table.select(&css("tbody tr")) {
                assert_eq!(row.select(&css("th[scope=row]")).count(), 1, "{}", text(row));
                assert_eq!(row.select(&css("tr > *")).count(), heads, "{}", text(row));
            }
            assert_eq!(table.select(&css("th:not([scope])")).count(), 0);
        }
    }
}

#[test]
fn widths_of_columns_fill_the_table() {
    for made in MADE.iter() {
        for table in made.html().select(&css("table")) {
            let percents = |col: ElementRef<'_>| -> usize {
                let style = col.attr("style").unwrap_or_default();
                style.trim_start_matches("width:").trim_end_matches('%').parse().expect("a number")
            };
            let sum: usize = table.select(&css("col")).map(percents).sum();
            assert!(
                (94..=101).contains(&sum),
                "{sum} in {}",
                text(table.select(&css("caption")).next().unwrap())
            );
        }
    }
}

#[test]
fn every_pointer_points_at_something_and_no_id_is_used_twice() {
    let hostile = Made::of(hostile(HOSTILE[2]));
    for made in MADE.iter().chain([&hostile]) {
        let html = made.html();
        let ids: Vec<_> = all(&html).filter_map(|it| it.attr("id")).collect();
        let known: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "each once");
        for element in all(&html) {
            let named = element.attr("aria-labelledby").unwrap_or_default().split_whitespace();
            let led = element.attr("href").and_then(|it| it.strip_prefix('#'));
            let filled = element.attr("fill").and_then(|it| it.strip_prefix("url(#")?.strip_suffix(')'));
            for id in named.chain(led).chain(filled).chain(element.attr("for")) {
                assert!(known.contains(id), "#{id}");
            }
        }
    }
}

#[test]
fn what_is_drawn_only_is_hidden_from_who_hears_the_page() {
    for made in MADE.iter() {
        for drawn in made.html().select(&css("svg")) {
            let hidden = drawn.attr("aria-hidden") == Some("true");
            assert!(hidden || drawn.attr("aria-labelledby").is_some());
        }
        // Every state that stands in a table has its word, and every disc its word beside it.
        for mark in made.html().select(&css(".mark")) {
            assert!(!text(mark).is_empty());
        }
    }
}

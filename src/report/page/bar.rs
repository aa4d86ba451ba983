//! How the links are divided over the states: a bar for the eye, and the same counts in words.
//!
//! Each part has a pattern of its own, so that it can also be told in grey; it is drawn, since browsers leave
//! backgrounds out when they print.

use maud::{Markup, html};

use super::marks;
use crate::{
    analysis::Security,
    attachment::{Attachment, Share},
    sentence::{LINKS, counted},
    text::number,
    view::theme::{self, PAPER},
};

/// The narrowest part of the bar, in percents of it: one link among thousands must still be seen.
const NARROWEST: f64 = 1.2;

/// The bar and its counts; nothing where there are no links.
pub fn bar(attachment: &Attachment) -> Markup {
    let (shares, lang) = (&attachment.shares, attachment.lang);
    if shares.is_empty() {
        return html! {};
    }
    let all = counted(shares.iter().map(|share| share.count).sum(), LINKS, lang);
    html! {
        svg.bar width="100%" height="26" aria-hidden="true" focusable="false" {
            defs { @for share in shares { (pattern(share.state)) } }
            @for (share, from, wide) in parts(shares) {
                rect x={ (from) "%" } y="1" width={ (wide) "%" } height="24" fill={ "url(#fill-" (name(share.state)) ")" }
                    stroke=(theme::look(share.state).colour) stroke-width="1.5" {}
            }
        }
        ul.shares {
            li { b { (all) } }
            @for share in shares {
                li {
                    svg.swatch width="30" height="18" aria-hidden="true" focusable="false" {
                        rect x="1" y="1" width="28" height="16" fill={ "url(#fill-" (name(share.state)) ")" }
                            stroke=(theme::look(share.state).colour) stroke-width="1.5" {}
                    }
                    (marks::disc(share.state)) " "
                    b { (number(share.count, lang)) } " " (theme::look(share.state).meaning.to(lang))
                }
            }
        }
    }
}

/// Each part with where it begins and how wide it is, in percents with two decimals.
fn parts(shares: &[Share]) -> Vec<(&Share, String, String)> {
    let widths: Vec<f64> = shares.iter().map(|share| width(share.count, shares)).collect();
    let whole: f64 = widths.iter().sum();
    let mut from = 0.0;
    let parts = shares.iter().zip(widths).map(|(share, width)| {
        let (begin, wide) = (from, width / whole * 100.0);
        from += wide;
        (share, format!("{begin:.2}"), format!("{wide:.2}"))
    });
    parts.collect()
}

fn width(count: usize, shares: &[Share]) -> f64 {
    let all: usize = shares.iter().map(|share| share.count).sum();
    // Counts of links are far below what a double holds exactly.
    #[allow(clippy::cast_precision_loss)]
    let share = count as f64 * 100.0 / all as f64;
    share.max(NARROWEST)
}

/// What a state, and with it its pattern, is called within the page.
pub const fn name(state: Security) -> &'static str {
    match state {
        Security::NoPersonalData => "no-personal-data",
        Security::Secured => "secured",
        Security::Attention => "attention",
        Security::Unknown => "unknown",
        Security::NotCredible => "not-credible",
        Security::NotSecured => "not-secured",
    }
}

/// The pattern of a state: the calmer, the more even; what is known to be wrong is crossed.
fn pattern(state: Security) -> Markup {
    let colour = theme::look(state).colour;
    let (ground, strokes, weight) = match state {
        Security::NoPersonalData => (PAPER, "", "0"),
        Security::Secured => (colour, "", "0"),
        Security::Attention => (PAPER, "M-2 10L10 -2M-2 2L2 -2M6 10L10 6", "2.6"),
        Security::Unknown => (PAPER, "M2 2H2.01M6 6H6.01", "2.6"),
        Security::NotCredible => (PAPER, "M2 0V8M6 0V8", "2.4"),
        Security::NotSecured => (PAPER, "M-1 -1L9 9M9 -1L-1 9", "2.2"),
    };
    html! {
        pattern id={ "fill-" (name(state)) } width="8" height="8" patternUnits="userSpaceOnUse" {
            rect width="8" height="8" fill=(ground) {}
            @if !strokes.is_empty() {
                path d=(strokes) stroke=(colour) stroke-width=(weight) stroke-linecap="round" {}
            }
        }
    }
}

//! View → drawing → DOT → layout → finished picture. Colours and shapes live in [`theme`], and Graphviz
//! is met in `layout` only.

mod anchors;
pub mod apart;
mod arrows;
mod blame;
mod board;
mod boxes;
pub(crate) mod cards;
pub(crate) mod columns;
mod compose;
mod curves;
pub(crate) mod diagram;
mod dot;
mod dot_text;
pub mod drawing;
mod error;
pub(crate) mod geometry;
mod grid;
mod heading;
pub mod highlight;
mod how;
mod key;
pub mod labels;
pub(crate) mod layout;
pub(crate) mod legend;
mod live;
#[cfg(test)]
mod malice;
mod meet;
pub(crate) mod metrics;
mod overview;
pub(crate) mod pen;
mod place;
mod placed;
pub(crate) mod plain;
mod plan;
mod png;
mod reroute;

#[cfg(test)]
mod samples;
mod scope;
pub(crate) mod svg;
pub mod theme;
pub(crate) mod xml;

pub use compose::{Behind, Readable, by_domain, compose, readable};
pub use drawing::Drawing;
pub use error::DrawError;
pub use how::How;
use key::Keys;
pub use layout::{Engine, dot, dots};
pub use live::{Hook, Hooks};
#[cfg(feature = "pdf")]
pub(crate) use metrics::{BOLD, REGULAR};
pub use plan::{NoSuchView, Part, Plan, Subject, chosen, plans};
pub use png::png;

/// A finished picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The picture as SVG.
    pub svg: String,
    /// How it was laid out, for who must be told that it is less than it should be.
    pub how: How,
}

/// Draws `drawing`, completely or not at all.
///
/// # Errors
/// If the drawing contradicts itself, if no `dot` is installed where that was asked, or if every way of
/// laying out leaves something out.
pub fn svg(drawing: &Drawing, engine: Engine) -> Result<Picture, DrawError> {
    // The engine works on one thread for each plan; of a large drawing there is only one.
    let (layout, keys) = rayon::join(|| layout::layout(drawing, engine), || Keys::of(drawing));
    let layout = layout?;
    Ok(Picture { svg: svg::svg(drawing, &layout, keys), how: layout.how })
}

/// Draws the diagram of `drawing` and its legend, without heading and key.
///
/// # Errors
/// As [`svg`].
pub fn figure(drawing: &Drawing, engine: Engine) -> Result<Picture, DrawError> {
    let layout = layout::layout(drawing, engine)?;
    Ok(Picture { svg: svg::figure(drawing, &layout), how: layout.how })
}

#[cfg(test)]
mod look {
    //! Writes the samples to /tmp for a person to look at: `cargo test --lib look -- --ignored`.

    use super::{Engine, dot, malice, png, samples, svg};

    #[test]
    #[ignore = "for looking at"]
    fn look() {
        let down = |mut drawing: super::Drawing| {
            drawing.direction = super::drawing::Direction::Down;
            drawing
        };
        let all = [
            ("social", samples::social_domain()),
            ("social-down", down(samples::social_domain())),
            ("everything", samples::everything()),
            ("everything-down", down(samples::everything())),
            ("overview", samples::overview()),
            ("overview-down", down(samples::overview())),
            ("hostile", malice::hostile()),
            ("pair", samples::pair()),
            ("large", malice::loses_edges()),
        ];
        for (name, drawing) in all {
            let begin = std::time::Instant::now();
            let picture = svg(&drawing, Engine::Embedded).unwrap();
            let drawn = begin.elapsed();
            std::fs::write(format!("/tmp/look-{name}.svg"), &picture.svg).unwrap();
            std::fs::write(format!("/tmp/look-{name}.dot"), dot(&drawing).unwrap()).unwrap();
            std::fs::write(format!("/tmp/look-{name}.png"), png(&picture.svg).unwrap()).unwrap();
            println!("{name}: {drawn:?}, {:?}, {} bytes", picture.how, picture.svg.len());
        }
    }
}

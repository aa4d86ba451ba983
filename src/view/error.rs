//! What can go wrong while drawing, told in both languages.

use std::fmt;

use crate::{say, text::Lang};

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DrawError {
    /// An arrow or node of the drawing points to something that the drawing does not hold.
    Inconsistent {
        /// Its place among the arrows or nodes, from 0.
        index: usize,
        /// Whether it is an arrow that points to no node; else it is a node that points to no room.
        arrow: bool,
    },
    /// An installed Graphviz was asked for, and there is none.
    NoGraphviz,
    /// Every way of laying out failed or left something out.
    Lost {
        /// What the picture would lack, by name; at most ten.
        missing: Vec<String>,
        /// What the engine said last, if it said anything.
        said: String,
    },
    /// Laying out took longer than it may.
    TooSlow {
        /// How long it may take.
        seconds: u64,
    },
    /// The pictures of one run took all the time that they may take together.
    NoTimeLeft {
        /// How long that is.
        seconds: u64,
    },
    /// The picture could not be made into pixels.
    Raster(String),
    /// It has too many parts to be made into pixels within the memory that a machine has.
    TooLargeForPixels,
}

impl DrawError {
    /// The sentence for who asked for the picture.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Inconsistent { index, arrow: true } => say!(lang,
                en: "arrow {index} of the drawing points to a node that is not there",
                nl: "pijl {index} van de tekening wijst naar een knoop die er niet is"),
            Self::Inconsistent { index, arrow: false } => say!(lang,
                en: "node {index} of the drawing stands in a room that is not there",
                nl: "knoop {index} van de tekening staat in een kamer die er niet is"),
            Self::NoGraphviz => say!(lang,
                en: "no installed Graphviz found: there is no program `dot` on the search path; install it, or draw with the built-in engine",
                nl: "geen geïnstalleerde Graphviz gevonden: er is geen programma `dot` op het zoekpad; installeer het, of teken met de ingebouwde motor"),
            Self::Lost { missing, said } => {
                let missing = missing.join(", ");
                let said = if said.is_empty() { String::new() } else { format!(" ({said})") };
                say!(lang,
                    en: "no complete picture could be made; it would lack: {missing}{said}; draw a smaller part",
                    nl: "er kon geen volledige tekening worden gemaakt; hierin zou ontbreken: {missing}{said}; teken een kleiner deel")
            }
            Self::TooSlow { seconds } => say!(lang,
                en: "laying out took longer than {seconds} seconds; nobody could read such a picture either. Split it: a `[view.*]` for each domain, with `domains = [\"…\"]`, or around one application, with `applications = [\"…\"]` and `neighbours = 1`; draw one arrow per pair with `links = \"merged\"`; or allow more time with `--time-limit`",
                nl: "de indeling duurde langer dan {seconds} seconden; zo'n tekening zou ook niemand kunnen lezen. Splits haar: een `[view.*]` per domein, met `domains = [\"…\"]`, of rond één applicatie, met `applications = [\"…\"]` en `neighbours = 1`; teken één pijl per paar met `links = \"merged\"`; of sta met `--time-limit` meer tijd toe"),
            Self::NoTimeLeft { seconds } => say!(lang,
                en: "all pictures together may take {seconds} seconds, and those before it did; draw fewer at once, with `--view`, or allow more time with `--time-limit`",
                nl: "alle tekeningen samen mogen {seconds} seconden duren, en die ervoor deden dat; teken er minder tegelijk, met `--view`, of sta met `--time-limit` meer tijd toe"),
            Self::TooLargeForPixels => say!(lang,
                en: "it is too large for PNG, in which nobody could read it either; draw it as SVG, draw one arrow per pair with `links = \"merged\"`, or split it: a `[view.*]` for each domain, with `domains = [\"…\"]`",
                nl: "ze is te groot voor PNG, en zou daarin ook niet te lezen zijn; teken haar als SVG, teken één pijl per paar met `links = \"merged\"`, of splits haar: een `[view.*]` per domein, met `domains = [\"…\"]`"),
            Self::Raster(why) => say!(lang,
                en: "the picture could not be made into PNG: {why}",
                nl: "van de tekening kon geen PNG worden gemaakt: {why}"),
        }
    }
}

impl fmt::Display for DrawError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for DrawError {}

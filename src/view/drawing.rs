//! What a picture shows, before anything is laid out: rooms, cards, arrows, and the key beneath.
//!
//! A [`Drawing`] is plain data in one language. It knows nothing of landscapes, DOT or SVG; names in it
//! are untrusted text, and every renderer escapes them itself.

use std::collections::BTreeSet;

use crate::{analysis::Security, text::Lang};

/// What a picture says of the security of a link; the worst of several is their maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkState {
    /// No personal data goes over it.
    NoPersonalData,
    /// Personal data does or may, and how it is secured isn't for everyone to see.
    Undisclosed,
    /// Marked secure, and what is declared bears it out.
    Secured,
    /// The same, with something that asks for attention.
    Attention,
    /// Nobody can say what it carries, whether it is secured, or how.
    Unknown,
    /// Marked secure, but what is declared contradicts it.
    NotCredible,
    /// Declared not to be secured.
    NotSecured,
}

impl From<Security> for LinkState {
    fn from(security: Security) -> Self {
        match security {
            Security::NoPersonalData => Self::NoPersonalData,
            Security::Secured => Self::Secured,
            Security::Attention => Self::Attention,
            Security::Unknown => Self::Unknown,
            Security::NotCredible => Self::NotCredible,
            Security::NotSecured => Self::NotSecured,
        }
    }
}

/// Which way the arrows mostly run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    #[default]
    Right,
    /// Top to bottom.
    Down,
}

/// A picture, ready to be laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// The language of every text in it.
    pub lang: Lang,
    /// What the picture is of.
    pub title: String,
    /// The line under the title: landscape, reference date, norms judged by.
    pub subtitle: String,
    /// The sentence that tells what was found, with counts that add up.
    pub verdict: String,
    /// The picture in a few sentences, for who hears it read aloud.
    pub description: String,
    /// Which way the arrows run.
    pub direction: Direction,
    /// Rooms that cards stand in (domains, controllers, networks …).
    pub rooms: Vec<Room>,
    /// The cards and blocks.
    pub nodes: Vec<Node>,
    /// The arrows, each between two nodes.
    pub arrows: Vec<Arrow>,
    /// What stands out, the rest being faded; none: all is drawn alike.
    pub highlight: Option<Highlight>,
}

/// What stands out in a picture. Arrows that don't have no chip and no row in the key: they only show where one is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Highlight {
    /// Indices into [`Drawing::nodes`].
    pub nodes: BTreeSet<usize>,
    /// The one of them that all turns on, if there is one: it gets a ring.
    pub focus: Option<usize>,
    /// Indices into [`Drawing::arrows`].
    pub arrows: BTreeSet<usize>,
    /// What it is that stands out, for the legend.
    pub meaning: String,
}

/// How strongly something is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// As everything is where nothing stands out.
    Normal,
    /// It stands out: heavier, in full colour.
    Strong,
    /// It doesn't: thin and grey.
    Faded,
}

impl Drawing {
    /// Whether a card in it stands for a domain.
    #[must_use]
    pub fn has_domains(&self) -> bool {
        self.nodes.iter().any(|node| node.shape == Shape::Domain)
    }

    /// How strongly a node is drawn.
    #[must_use]
    pub fn node_weight(&self, node: usize) -> Weight {
        self.weight(|highlight| highlight.nodes.contains(&node))
    }

    /// How strongly an arrow is drawn.
    #[must_use]
    pub fn arrow_weight(&self, arrow: usize) -> Weight {
        self.weight(|highlight| highlight.arrows.contains(&arrow))
    }

    /// The arrows that the picture tells about: those that aren't faded.
    pub fn told(&self) -> impl Iterator<Item = (usize, &Arrow)> {
        self.arrows.iter().enumerate().filter(|(index, _)| self.arrow_weight(*index) != Weight::Faded)
    }

    fn weight(&self, stands_out: impl Fn(&Highlight) -> bool) -> Weight {
        match &self.highlight {
            None => Weight::Normal,
            Some(highlight) if stands_out(highlight) => Weight::Strong,
            Some(_) => Weight::Faded,
        }
    }
}

/// A pale room with a name, around the nodes that point to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Its name.
    pub label: String,
}

/// What a node stands for, which decides how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// An application: a white card.
    Application,
    /// An application that is planned, phased out or retired: a white card with a broken border; `note` says which.
    FadedApplication,
    /// A party: a dark block, an outsider at a glance.
    Party,
    /// A whole domain in an overview: a big pale card; `note` says how many applications.
    Domain,
}

/// A card or block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its name, in bold.
    pub label: String,
    /// Small text under the name: a product, a role, a count. Empty: none.
    pub note: String,
    /// How it looks.
    pub shape: Shape,
    /// Index into [`Drawing::rooms`], or none for a node that stands outside.
    pub room: Option<usize>,
}

/// One link, or several between the same two nodes drawn as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// Index of the node that it leaves.
    pub from: usize,
    /// Index of the node that it enters.
    pub to: usize,
    /// What its chip says: the number of its row in the key.
    pub number: String,
    /// How many links it stands for: 1, or more where parallel links are merged.
    pub count: usize,
    /// The worst state among the links that it stands for.
    pub state: LinkState,
    /// A link with personal data that it stands for has no controller.
    pub no_controller: bool,
    /// The row beneath the picture that tells what this is, after "from → to": the data that it carries.
    pub carries: String,
    /// The same row: why its state is what it is. Empty: nothing to tell.
    pub why: String,
}

//! The council's attachment, before anything is laid out: the verdict, the pictures, what falls short, the traffic
//! lights, every link, and what could not be assessed.
//!
//! An [`Attachment`] is plain data in one language. Page, sheet and PDF all print the same one, so that they can't
//! contradict one another. Its texts are on one line and hold nothing that turns or hides what stands around them;
//! they are untrusted all the same, and every writer escapes them itself.

mod compose;
mod exceptions;
mod figure;
mod gaps;
mod lights;
mod mask;
mod plans;
mod public;
mod rows;
pub mod shortfall;
mod split;
pub mod trend;
pub mod words;

use crate::{
    analysis::Security,
    model::{Audience, Status},
    sentence::Mood,
    text::Lang,
    view::Drawing,
};

pub use compose::{MOST, compose};
pub use figure::Figure;
pub use gaps::by_reason;
pub use plans::plans;
pub use public::{public, public_picture};

/// What a council member gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The language of every text in it.
    pub lang: Lang,
    /// Who may see it.
    pub audience: Audience,
    /// What it is called: the landscape's name.
    pub title: String,
    /// As of which day, and by which norms.
    pub subtitle: String,
    /// What sort of news the verdict is.
    pub mood: Mood,
    /// The one sentence, with counts that add up.
    pub verdict: String,
    /// For how many links with personal data someone is responsible.
    pub responsible: String,
    /// How many links are in each state, from calm to alarming; together all links.
    pub shares: Vec<Share>,
    /// The pictures, the most important first; none where the landscape has nothing to draw.
    pub pictures: Vec<Drawing>,
    /// The views that were too large to draw in full, by name: their pictures show domains.
    pub summed_up: Vec<String>,
    /// The links with personal data that fall short or of which it isn't known, the worst first.
    pub exceptions: Vec<Exception>,
    /// What asks for attention at links that are secured, the most frequent first.
    pub points: Vec<Point>,
    /// The traffic lights, in the order of the landscape.
    pub norms: Vec<NormRow>,
    /// Every link, in reading order: the pictures in words. None in the version for everyone.
    pub links: Vec<LinkRow>,
    /// In the version for everyone: what runs between domains and kinds of parties. None elsewhere.
    pub pairs: Vec<PairRow>,
    /// In the version for everyone: what it leaves out.
    pub withheld: Option<String>,
    /// What changed since an earlier report, where that was asked.
    pub trend: Option<trend::Trend>,
    /// What could not be assessed, and why.
    pub not_assessed: Vec<Gap>,
    /// By what it was judged: the laws and guidelines of the day.
    pub judged_by: Vec<String>,
}

/// Links in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The state.
    pub state: Security,
    /// How many.
    pub count: usize,
}

/// A link that falls short, or of which it isn't known whether it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// What it is called in the pictures and in the table.
    pub number: String,
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// The data that goes over it.
    pub data: String,
    /// Its security.
    pub state: Security,
    /// Nobody is responsible for it.
    pub no_controller: bool,
    /// Why it stands here.
    pub why: String,
    /// What will be done; none: nobody wrote that down.
    pub action: Option<String>,
    /// Who is to mend it; none: nobody wrote that down.
    pub owner: Option<String>,
    /// By when; none: nobody wrote that down.
    pub due: Option<String>,
}

/// Something that asks for attention, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// What it is.
    pub what: String,
    /// The numbers of the links.
    pub links: Vec<String>,
}

/// A statement of the traffic-light overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NormRow {
    /// Its colour.
    pub status: Status,
    /// The statement.
    pub text: String,
    /// What the judgement rests on, in sentences: what was computed, and then what people judged.
    pub rests_on: Vec<String>,
    /// How many findings the computed part rests on; none: it names no rules.
    pub computed: Option<usize>,
    /// Those of the sentences that people's judgement is told in.
    pub judged: Vec<String>,
    /// What people looked at.
    pub evidence: Vec<String>,
    /// What will be done; none: nothing was written down.
    pub action: Option<String>,
    /// Who will do it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<String>,
}

/// A link, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    /// What it is called; in pictures that draw each link too.
    pub number: String,
    /// What the arrow is called that it is part of in the first picture, where that draws several links as one.
    pub arrow: Option<String>,
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// The data that goes over it.
    pub data: String,
    /// How it goes: protocol and TLS version as declared; none: not declared.
    pub protocol: Option<String>,
    /// Its security.
    pub state: Security,
    /// Why that is its state; empty where there is nothing to tell.
    pub why: String,
    /// Who is responsible; empty where no personal data goes over it. None: nobody is declared.
    pub controller: Option<String>,
}

/// Links between two domains or kinds of parties, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairRow {
    /// What the arrow is called.
    pub number: String,
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// The data that goes over them.
    pub data: String,
    /// How many links there are.
    pub links: usize,
}

/// Something that could not be assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What would have been looked at.
    pub what: String,
    /// Why it couldn't be.
    pub why: String,
}
